"""Loads the installed packs that are proved to work here into this child, once; says which are not used, and why."""

from __future__ import annotations

import functools
import importlib.metadata

from app.inference.llama.backend_modules import load_module
from app.inference.llama.binding import LlamaLog, ggml
from app.inference.packs.pack_prover import PackProver
from app.inference.packs.pack_store import PackStore
from app.inference.packs.proof_record import ProofRecord
from app.inference.protocol import Note
from app.paths import AppPaths
from app.text import translatable

_UNUSED = translatable("The engine pack {name} does not work here ({reason}), so the processor computes.")


@functools.cache
def use_packs(paths: AppPaths) -> tuple[Note, ...]:
    """Load them and return a note for each that cannot be used. May take as long as a proof the first time."""
    engine = engine_version()
    prover = PackProver(ProofRecord(paths.engine_proofs), engine=engine)
    notes: list[Note] = []
    for pack in PackStore(paths.engine_packs, engine=engine).installed():
        proof = prover.proof_of(pack)
        reason = proof.reason
        if proof.works:
            log = LlamaLog()
            if all(load_module(ggml, module) for module in pack.modules):
                continue
            reason = log.text()
        notes.append(Note(_UNUSED, (("name", pack.manifest.name), ("reason", reason))))
    return tuple(notes)


def engine_version() -> str:
    """Return the version of the binding, which packs are built for."""
    return importlib.metadata.version("llama_cpp_python")
