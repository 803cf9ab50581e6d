"""Settings: each declared once with its words and default, kept in one JSON file."""

from app.settings.choices import SettingsGroup, ThemeChoice
from app.settings.declaration import SettingDeclaration, SettingKind
from app.settings.file import SettingsFile
from app.settings.schema import ModelSettings, Settings

__all__ = [
    "ModelSettings",
    "SettingDeclaration",
    "SettingKind",
    "Settings",
    "SettingsFile",
    "SettingsGroup",
    "ThemeChoice",
]
