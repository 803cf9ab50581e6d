"""The library as the settings arrange it."""

from __future__ import annotations

from pathlib import Path

from app.hub.library import Library
from app.hub.other_apps import OtherApps
from app.paths import AppPaths
from app.settings import Settings, SettingsFile


def library_of(paths: AppPaths, *, settings: Settings | None = None, with_other_apps: bool = True) -> Library:
    """Return the library as the settings arrange it, read from their file unless they are given.

    Without other apps' models it is listed fast enough for a menu.
    """
    arranged = settings if settings is not None else SettingsFile(paths.settings_file).load()
    apps = OtherApps.of_this_user(more_folders=[Path(folder).expanduser() for folder in arranged.model_folders])
    return Library(
        paths,
        models_folder=Path(arranged.models_folder).expanduser() if arranged.models_folder else None,
        other_apps=apps if with_other_apps else None,
    )
