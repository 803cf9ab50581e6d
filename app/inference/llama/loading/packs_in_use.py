"""Loads the installed packs that are proved to work here into this child, once; says which are not used, and why."""

from __future__ import annotations

import functools
import importlib.metadata
from collections.abc import Sequence
from pathlib import Path

from app.inference.llama.native.backend_modules import load_module, words_for_refusal
from app.inference.llama.native.binding import LlamaLog, ggml
from app.inference.llama.native.devices import gpu_devices
from app.inference.packs.pack_prover import PackProver
from app.inference.packs.pack_store import PackStore
from app.inference.packs.proof_record import ProofRecord
from app.inference.protocol import Note
from app.paths import AppPaths
from app.text import translatable

_CHANGED = translatable(
    "{file} of the engine pack {name} is not what was installed, so the pack is not loaded and the processor computes."
)
_UNUSED = translatable("The engine pack {name} does not work here ({reason}), so the processor computes.")


@functools.cache
def use_packs(paths: AppPaths) -> tuple[Note, ...]:
    """Load them and return a note for each that cannot be used. May take as long as a proof the first time."""
    engine = engine_version()
    prover = PackProver(ProofRecord(paths.engine_proofs), engine=engine)
    notes: list[Note] = []
    for pack in PackStore(paths.engine_packs, engine=engine).installed():
        changed = pack.changed_file()  # read anew each time: what is loaded runs with all that Aside may do
        if changed:
            notes.append(Note(_CHANGED, (("file", changed), ("name", pack.manifest.name))))
            continue
        proof = prover.proof_of(pack)
        reason = proof.reason
        if proof.works:  # so it was then; the driver may have gone since
            reason = _load(pack.modules)
            if not reason:
                continue
        notes.append(Note(_UNUSED, (("name", pack.manifest.name), ("reason", reason))))
    return tuple(notes)


def _load(modules: Sequence[Path]) -> str:
    """Load a pack's modules and return why that brought no device, or nothing."""
    log = LlamaLog()
    before = len(gpu_devices())
    for module in modules:
        if not load_module(ggml, module):
            return words_for_refusal(log.text(), module)
    return "" if len(gpu_devices()) > before else "no device found"


def engine_version() -> str:
    """Return the version of the binding, which packs are built for."""
    return importlib.metadata.version("llama_cpp_python")
