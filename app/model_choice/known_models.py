"""The library as the settings arrange it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from app.file_facts import full_path, may_be_there
from app.hub.library.library import Library
from app.hub.library.other_apps import OtherApps
from app.paths import AppPaths
from app.settings import Settings, SettingsFile
from app.settings.moved_model import changes_of_move


def library_of(paths: AppPaths, *, settings: Settings | None = None, with_other_apps: bool = True) -> Library:
    """Return the library as the settings arrange it, read from their file unless they are given.

    Without other apps' models it is listed fast enough for a menu.
    """
    arranged = settings if settings is not None else SettingsFile(paths.settings_file).load()
    apps = OtherApps.of_this_user(more_folders=[full_path(Path(folder)) for folder in arranged.model_folders])
    return Library(
        paths,
        models_folder=full_path(Path(arranged.models_folder)) if arranged.models_folder else None,
        other_apps=apps if with_other_apps else None,
        relocated=partial(_note_moved, SettingsFile(paths.settings_file)),
    )


def _note_moved(file: SettingsFile, old: Path, new: Path) -> None:
    """Let what was chosen for a model hold where its file lies now. Raises `SettingsNotSaved`."""
    changes = changes_of_move(file.load(), str(old), str(new))
    if changes:
        file.update(**changes)


def unreachable_folders(paths: AppPaths, *, settings: Settings | None = None) -> tuple[Path, ...]:
    """Return the folders of models that cannot be read now: on a disk that is not connected, or not for this person.

    What lies in them is not gone, though it is in no list.
    """
    arranged = settings if settings is not None else SettingsFile(paths.settings_file).load()
    named = [full_path(Path(folder)) for folder in (arranged.models_folder, *arranged.model_folders) if folder]
    own = [paths.models] if not arranged.models_folder and may_be_there(paths.models) else []
    return tuple(folder for folder in (*own, *named) if not _can_be_listed(folder))


def _can_be_listed(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            next(entries, None)
    except OSError:
        return False
    return True
