"""Which model a command uses."""

from __future__ import annotations

from pathlib import Path

from app.errors import UserError
from app.file_facts import is_file
from app.hub.library.library_model import LibraryModel
from app.model_choice.known_models import library_of
from app.paths import AppPaths
from app.settings import SettingsFile


class NoModelYet(UserError):
    """There is no model to ask."""

    message = "No model is chosen yet."
    advice = "Name one with --model, or open one in the window."


def model_named(name_or_path: str, paths: AppPaths) -> LibraryModel:
    """Return the model of that name, or the file at that path."""
    return library_of(paths).resolve(name_or_path)


def default_model(paths: AppPaths) -> LibraryModel:
    """Return the model used last, if it is still there, else the built-in starter."""
    library = library_of(paths)
    last = SettingsFile(paths.settings_file).load().last_model_path
    if last and is_file(Path(last)):
        return library.resolve(last)
    return starter_model(paths)


def starter_model(paths: AppPaths) -> LibraryModel:
    """Return the built-in starter; raises `NoModelYet` where it is not shipped."""
    starter = library_of(paths).built_in()
    if starter is None:
        raise NoModelYet
    return starter
