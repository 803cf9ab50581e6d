"""Settings: each declared once with its words and default, kept in one JSON file."""

from app.settings.declaration import SettingDeclaration
from app.settings.file import SettingsFile
from app.settings.schema import Settings
from app.settings.setting_kind import SettingKind
from app.settings.settings_group import SettingsGroup
from app.settings.theme import Theme

__all__ = ["SettingDeclaration", "SettingKind", "Settings", "SettingsFile", "SettingsGroup", "Theme"]
