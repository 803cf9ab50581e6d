"""Settings: each declared once with its words and default, kept in one JSON file."""

from app.settings.declaration import SettingDeclaration
from app.settings.file import SettingsFile
from app.settings.schema import Settings
from app.settings.theme import Theme

__all__ = ["SettingDeclaration", "Settings", "SettingsFile", "Theme"]
