"""Engine packs for whoever installs them: fetched, checked, proved, listed with the reasons where one is not used."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cancellation import StopSignal
from app.errors import UserError
from app.inference.packs.pack_prover import PackProver
from app.inference.packs.pack_store import InstalledPack, PackStore
from app.inference.packs.proof_record import Proof, ProofRecord
from app.paths import AppPaths
from app.signed_file import Role, trusted_keys

if TYPE_CHECKING:
    from app.model_choice.hub_session import HubSession
    from app.model_choice.pack_download import OnBytes


@dataclass(frozen=True, slots=True)
class PackState:
    """A pack that is installed, and whether it works here; `misfit` where it is not even tried."""

    pack: InstalledPack
    proof: Proof
    misfit: UserError | None = None


class GraphicsPacks:
    """Calls block: a download takes minutes, a proof up to three quarters of one. Any thread may call."""

    def __init__(self, paths: AppPaths) -> None:
        self._paths = paths
        engine = importlib.metadata.version("llama_cpp_python")
        self.store = PackStore(paths.engine_packs, engine=engine)
        self._prover = PackProver(ProofRecord(paths.engine_proofs), engine=engine)

    def states(self) -> tuple[PackState, ...]:
        """Return every pack that is installed; each is tried once for each driver."""
        used = [self.state_of(pack) for pack in self.store.installed()]
        return (*used, *(PackState(pack, Proof(works=False), misfit) for pack, misfit in self.store.left_out()))

    def state_of(self, pack: InstalledPack) -> PackState:
        """Return whether a pack works here."""
        return PackState(pack, self._prover.proof_of(pack))

    def install(
        self,
        source: str,
        session: Callable[[], HubSession],
        *,
        trusts_unsigned: bool = False,
        on_bytes: OnBytes = lambda _here, _total: None,
        stop: StopSignal | None = None,
    ) -> InstalledPack:
        """Install what lies in a file or, by an address, on a server, where `trusts_unsigned` does not count.

        Raises `HubProblem`, `DiskProblem`, `Cancelled` and the errors of `PackStore.install`.
        """
        from app.model_choice.pack_download import PackDownload, is_address  # proving a pack needs no network

        keys = trusted_keys(Role.PACK)
        if not is_address(source):
            return self.store.install(Path(source), keys=keys, trusts_unsigned=trusts_unsigned)
        clients = session().clients
        download = PackDownload(clients.bytes, clients.retries, self._paths.cache / "packs", source, stop=stop)
        file = download.run(on_bytes)
        try:
            return self.store.install(file, keys=keys)
        finally:
            download.discard()
