"""`aside engine`: packs that let a graphics card compute, and whether they work here."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path

import msgspec

from app.cli.option_values import Commands, add_actions
from app.cli.output import Output
from app.errors import UserError
from app.inference.packs.errors import NoSuchPack
from app.inference.packs.pack_store import InstalledPack, PackStore
from app.inference.packs.proof_record import Proof
from app.model_choice.graphics_packs import GraphicsPacks, PackState
from app.paths import AppPaths, resources_directory


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    action = add_actions(commands, "engine", "engine packs for graphics cards", run)
    action("list", "list the installed packs, and whether they work on this computer")
    installing = action(
        "install", "install a pack from a file or an address, after checking its signature and every hash"
    )
    installing.add_argument("source", metavar="FILE|URL")
    installing.add_argument("--trust", action="store_true", help="install a file that you built yourself, unsigned")
    removing = action("remove", "delete a pack")
    removing.add_argument("name", metavar="NAME")
    proving = action("prove", "try a pack in this process: load a model with it and compute one token")
    proving.add_argument("name", metavar="NAME")
    proving.add_argument("--result", type=Path, metavar="FILE", help="write what was found to a file")


def run(arguments: argparse.Namespace, paths: AppPaths, output: Output) -> int:
    """Run the command; returns 0, or 1 if a pack that was to be proved does not work."""
    packs = GraphicsPacks(paths)
    match arguments.action:
        case "install":
            _print(packs.state_of(_install(packs, arguments, paths, output)), output)
        case "remove":
            packs.store.remove(arguments.name)
        case "prove":
            return _prove(_named(packs.store, arguments.name), arguments.result, output)
        case _:
            for state in packs.states():
                _print(state, output)
    return 0


def _install(packs: GraphicsPacks, arguments: argparse.Namespace, paths: AppPaths, output: Output) -> InstalledPack:
    from app.model_choice.hub_session import HubSession

    def tell(arrived_bytes: int, total_bytes: int) -> None:
        if output.is_json:
            output.event(event="progress", bytes=arrived_bytes, total_bytes=total_bytes)

    with contextlib.ExitStack() as stack:
        return packs.install(
            arguments.source,
            lambda: stack.enter_context(HubSession(paths)),
            trusts_unsigned=arguments.trust,
            on_bytes=tell,
        )


def _prove(pack: InstalledPack, result: Path | None, output: Output) -> int:
    from app.inference.llama.loading.pack_trial import try_modules

    starter = next((resources_directory() / "starter").glob("*.gguf"))
    changed = pack.changed_file()
    proof = Proof(works=False, reason=f"{changed} is not what was installed") if changed else None
    proof = proof or try_modules(pack.modules, starter)
    if result is not None:
        result.write_bytes(msgspec.json.encode(proof))
    _print(PackState(pack, proof), output)
    return 0 if proof.works else 1


def _print(shown: PackState, output: Output) -> None:
    pack, proof, manifest = shown.pack, shown.proof, shown.pack.manifest
    reason = proof.reason or (shown.misfit.message_text() if shown.misfit is not None else "")
    if output.is_json:
        output.event(
            name=manifest.name,
            backend=manifest.backend,
            engine=manifest.engine,
            path=str(pack.folder),
            works=proof.works,
            device=proof.device,
            reason=reason,
        )
        return
    state = f"works on {proof.device}" if proof.works else f"does not work here: {reason}"
    output.line(f"{manifest.name}  {manifest.backend}, for engine {manifest.engine}: {state}")


def _named(store: PackStore, name: str) -> InstalledPack:
    for pack in store.installed():
        if pack.manifest.name == name:
            return pack
    error: UserError = NoSuchPack(name=name)
    raise error
