"""`aside models`: the library from the command line."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.hub.errors import ModelsAreDamaged
from app.hub.library import Library
from app.hub.library_model import LibraryModel
from app.hub.verification import ReadProgress
from app.paths import AppPaths
from app.text import format_bytes, translatable

_PROGRESS_S = 0.1


class _Row(msgspec.Struct):
    """A model as `--json` prints it."""

    name: str
    path: str
    size_bytes: int
    origin: str
    state: str


class _Removal(msgspec.Struct):
    """What `remove --json` prints; without `deleted` the model was only forgotten."""

    name: str
    path: str
    deleted: list[str]


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("models", help="the models on this computer", allow_abbrev=False)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, what: str) -> argparse.ArgumentParser:
        added = actions.add_parser(name, help=what, description=what, allow_abbrev=False)
        added.add_argument("--json", action="store_true", help="print JSON Lines")
        return added

    action("list", "list the models")
    importing = action("import", "register a model file where it lies")
    importing.add_argument("path", metavar="PATH", type=Path, help="a .gguf file; of a shard set, any shard")
    removing = action("remove", "delete a model in Aside's models folder, or forget one elsewhere")
    removing.add_argument("name", metavar="NAME", help="a name from the list")
    verifying = action("verify", "read models whole and compare them with what was imported")
    verifying.add_argument("name", metavar="NAME", nargs="?", help="a name from the list; without it, all")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Run the command and return 0; problems are raised as `UserError`, after the rows were printed."""
    library = Library(paths)
    match arguments.action:
        case "list":
            _print_models(library.list(), is_json=arguments.json)
        case "import":
            _import(library, arguments.path, is_json=arguments.json)
        case "remove":
            _remove(library, arguments.name, is_json=arguments.json)
        case "verify":
            _verify(library, arguments.name, is_json=arguments.json)
        case _:
            raise AssertionError("argparse lets no other action through")
    return 0


def _import(library: Library, path: Path, *, is_json: bool) -> None:
    with _ProgressLine() as progress:
        model = library.import_file(path, on_progress=progress.show)
    assert model is not None, "nothing cancels it here"
    _print_models([model], is_json=is_json)


def _remove(library: Library, name: str, *, is_json: bool) -> None:
    model = library.named(name)
    deleted = library.remove(name)
    if is_json:
        _print_json(_Removal(model.name, str(model.path), [str(path) for path in deleted]))
    elif deleted:
        size = format_bytes(model.size_bytes)
        _print(translatable("Removed {name}; {size} are free again."), name=model.name, size=size)
    else:
        _print(translatable("Forgot {name}; {path} was left where it is."), name=model.name, path=model.path)


def _verify(library: Library, name: str | None, *, is_json: bool) -> None:
    with _ProgressLine() as progress:
        models = library.verify(name, on_progress=progress.show)
    _print_models(models, is_json=is_json)
    unsound = [model.name for model in models if not model.is_usable()]
    if unsound:
        raise ModelsAreDamaged(unsound)


def _print_models(models: Sequence[LibraryModel], *, is_json: bool) -> None:
    if is_json:
        for model in models:
            _print_json(_Row(model.name, str(model.path), model.size_bytes, model.origin.value, model.state.value))
        return
    if not models:
        _print(translatable("No models yet. Register one with: aside models import PATH"))
        return
    rows = [
        (model.name, format_bytes(model.size_bytes), model.quantization, model.origin, model.state, str(model.path))
        for model in models
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write("  ".join(cells).rstrip() + "\n")
    sys.stdout.flush()


def _print(template: str, **values: object) -> None:
    sys.stdout.write(template.format_map(values) + "\n")
    sys.stdout.flush()


def _print_json(row: msgspec.Struct) -> None:
    sys.stdout.write(msgspec.json.encode(row).decode() + "\n")
    sys.stdout.flush()


class _ProgressLine:
    """One line on the terminal that is written over; nothing where stderr is not a terminal."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr is not None and sys.stderr.isatty()
        self._shown_at = 0.0
        self._width = 0

    def __enter__(self) -> _ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()

    def show(self, progress: ReadProgress) -> None:
        """Write the line again if it is time."""
        now = time.monotonic()
        if not self._is_shown or now - self._shown_at < _PROGRESS_S:
            return
        self._shown_at = now
        read, total = format_bytes(progress.read_bytes), format_bytes(progress.total_bytes)
        line = translatable("Reading {name}: {read} of {total}").format(name=progress.name, read=read, total=total)
        sys.stderr.write("\r" + line.ljust(self._width))
        sys.stderr.flush()
        self._width = max(self._width, len(line))
