"""The library as the settings arrange it."""

from __future__ import annotations

from pathlib import Path

from app.hub.library import Library
from app.hub.other_apps import OtherApps
from app.paths import AppPaths
from app.settings import SettingsFile


def library_of(paths: AppPaths) -> Library:
    """Return the library as the settings arrange it, other apps' models included."""
    settings = SettingsFile(paths.settings_file).load()
    return Library(
        paths,
        models_folder=Path(settings.models_folder).expanduser() if settings.models_folder else None,
        other_apps=OtherApps.of_this_user(more_folders=[Path(folder) for folder in settings.model_folders]),
    )
