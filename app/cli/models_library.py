"""`aside models list|import|remove|verify`: what is on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.cli.output import Output
from app.cli.progress_line import ProgressLine
from app.cli.streams import write_error_line
from app.hub.library.errors import ModelsAreDamaged, ModelsAreOffline
from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel, ModelState
from app.hub.library.verification import ReadProgress
from app.text import format_bytes


def list_models(library: Library, output: Output) -> None:
    """Print all models."""
    _print_models(library.list(), output)


def tell_of_unreachable(folders: Sequence[Path]) -> None:
    """Say on stderr which folders could not be looked into: a list without their models is not the whole truth."""
    for folder in folders:
        write_error_line(f"{folder} cannot be reached now: the models in it are not listed.")


def import_model(library: Library, path: Path, output: Output) -> None:
    """Register a file where it lies."""
    with ProgressLine() as progress:
        model = library.import_file(path, on_progress=lambda read: _show(progress, read))
    assert model is not None, "nothing cancels it here"
    _print_models([model], output)


def remove_model(library: Library, name: str, output: Output) -> None:
    """Delete or forget a model."""
    model = library.named(name)
    deleted = library.remove(name)
    if output.is_json:  # without `deleted` the model was only forgotten
        output.event(name=model.name, path=str(model.path), deleted=[str(path) for path in deleted])
    elif deleted:
        output.line(f"Removed {model.name}; {format_bytes(model.size_bytes)} are free again.")
    else:
        output.line(f"Forgot {model.name}; {model.path} was left where it is.")


def verify_models(library: Library, name: str | None, output: Output) -> None:
    """Read one model or all, and print what was found. Raises `ModelsAreDamaged`, `ModelsAreOffline`."""
    with ProgressLine() as progress:
        models = library.verify(name, on_progress=lambda read: _show(progress, read))
    _print_models(models, output)
    unsound = [model for model in models if not model.is_usable()]
    if all(model.state is ModelState.OFFLINE for model in unsound) and unsound:
        raise ModelsAreOffline([model.name for model in unsound])
    if unsound:
        raise ModelsAreDamaged([model.name for model in unsound])


def _print_models(models: Sequence[LibraryModel], output: Output) -> None:
    if output.is_json:
        for model in models:
            output.event(
                name=model.name,
                path=str(model.path),
                size_bytes=model.size_bytes,
                origin=model.origin.value,
                state=model.state.value,
                **({"sees_images": True} if model.sees_images else {}),
            )
        return
    if not models:
        output.line("No models yet. Register one with: aside models import PATH")
    output.table(
        [(m.name, format_bytes(m.size_bytes), m.quantization, m.origin.value, _state(m), str(m.path)) for m in models]
    )


def _state(model: LibraryModel) -> str:
    return f"{model.state.value}, sees images" if model.sees_images else model.state.value


def _show(line: ProgressLine, progress: ReadProgress) -> None:
    read, total = format_bytes(progress.read_bytes), format_bytes(progress.total_bytes)
    line.show(f"Reading {progress.name}: {read} of {total}")
