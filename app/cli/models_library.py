"""`aside models list|import|remove|verify`: what is on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.cli.models_output import ProgressLine, print_json, print_line, print_table
from app.cli.streams import write_error_line
from app.hub.library.errors import ModelsAreDamaged, ModelsAreOffline
from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel, ModelState
from app.hub.library.verification import ReadProgress
from app.text import format_bytes, translatable


class _Row(msgspec.Struct, omit_defaults=True):
    """A model as `--json` prints it."""

    name: str
    path: str
    size_bytes: int
    origin: str
    state: str
    sees_images: bool = False
    """Told only of those that do."""


class _Removal(msgspec.Struct):
    """What `remove --json` prints; without `deleted` the model was only forgotten."""

    name: str
    path: str
    deleted: list[str]


def list_models(library: Library, *, is_json: bool) -> None:
    """Print all models."""
    _print_models(library.list(), is_json=is_json)


def tell_of_unreachable(folders: Sequence[Path]) -> None:
    """Say on stderr which folders could not be looked into: a list without their models is not the whole truth."""
    for folder in folders:
        words = translatable("{folder} cannot be reached now: the models in it are not listed.")
        write_error_line(words.format(folder=folder))


def import_model(library: Library, path: Path, *, is_json: bool) -> None:
    """Register a file where it lies."""
    with ProgressLine() as progress:
        model = library.import_file(path, on_progress=lambda read: _show(progress, read))
    assert model is not None, "nothing cancels it here"
    _print_models([model], is_json=is_json)


def remove_model(library: Library, name: str, *, is_json: bool) -> None:
    """Delete or forget a model."""
    model = library.named(name)
    deleted = library.remove(name)
    if is_json:
        print_json(_Removal(model.name, str(model.path), [str(path) for path in deleted]))
    elif deleted:
        size = format_bytes(model.size_bytes)
        print_line(translatable("Removed {name}; {size} are free again."), name=model.name, size=size)
    else:
        print_line(translatable("Forgot {name}; {path} was left where it is."), name=model.name, path=model.path)


def verify_models(library: Library, name: str | None, *, is_json: bool) -> None:
    """Read one model or all, and print what was found. Raises `ModelsAreDamaged`, `ModelsAreOffline`."""
    with ProgressLine() as progress:
        models = library.verify(name, on_progress=lambda read: _show(progress, read))
    _print_models(models, is_json=is_json)
    unsound = [model for model in models if not model.is_usable()]
    if all(model.state is ModelState.OFFLINE for model in unsound) and unsound:
        raise ModelsAreOffline([model.name for model in unsound])
    if unsound:
        raise ModelsAreDamaged([model.name for model in unsound])


def _print_models(models: Sequence[LibraryModel], *, is_json: bool) -> None:
    if is_json:
        for model in models:
            path, origin, state = str(model.path), model.origin.value, model.state.value
            print_json(_Row(model.name, path, model.size_bytes, origin, state, model.sees_images))
        return
    if not models:
        print_line(translatable("No models yet. Register one with: aside models import PATH"))
        return
    print_table(
        [(m.name, format_bytes(m.size_bytes), m.quantization, m.origin.value, _state(m), str(m.path)) for m in models]
    )


def _state(model: LibraryModel) -> str:
    return f"{model.state.value}, {translatable('sees images')}" if model.sees_images else model.state.value


def _show(line: ProgressLine, progress: ReadProgress) -> None:
    read, total = format_bytes(progress.read_bytes), format_bytes(progress.total_bytes)
    line.show(translatable("Reading {name}: {read} of {total}").format(name=progress.name, read=read, total=total))
