"""The library as the settings arrange it."""

from __future__ import annotations

from pathlib import Path

from app.file_facts import full_path
from app.hub.library import Library
from app.hub.other_apps import OtherApps
from app.paths import AppPaths
from app.settings import Settings, SettingsFile


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
    )
