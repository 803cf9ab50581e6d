"""The values of settings that are one of a few, and the keys that a person has given to an action."""

from __future__ import annotations

import enum

import msgspec


class ThemeChoice(enum.StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    """As the desktop."""
    LIGHT = "light"
    DARK = "dark"


class Language(enum.StrEnum):
    """Which language the window speaks; the value is the name of a translation."""

    SYSTEM = "system"
    """The first of the desktop's languages that there is a translation for, else English."""
    ENGLISH = "en"
    GERMAN = "de"
    CHINESE = "zh_CN"
    """Simplified."""


class Density(enum.StrEnum):
    """The choices of the setting."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"
    """Less room between things: more of them are on the screen."""


class ReadingWidth(enum.StrEnum):
    """How wide the column of questions and answers is."""

    USUAL = "usual"
    WIDE = "wide"
    WINDOW = "window"
    """As wide as the window allows."""


class ReadingFont(enum.StrEnum):
    """The letters of answers and thoughts."""

    INTER = "inter"
    """Those of the window."""
    SERIF = "serif"
    SYSTEM = "system"
    """Those of the desktop."""
    MONOSPACE = "monospace"


class Motion(enum.StrEnum):
    """The choices of the setting."""

    SYSTEM = "system"
    """Unless the system asks for less motion."""
    OFF = "off"
    """Never."""


class KeyChoice(msgspec.Struct, frozen=True):
    """`action` is the action's name, `keys` are in portable text such as `Ctrl+Shift+K`; without any it has no keys."""

    action: str
    keys: tuple[str, ...] = ()


class DefaultThinking(enum.StrEnum):
    """The level that a new conversation begins with; a model that lacks it goes by its own."""

    AUTO = "auto"
    """As the model sees fit."""
    OFF = "off"
    ON = "on"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class DraftingChoice(enum.StrEnum):
    """What drafts; the values are those that the engine knows."""

    AUTO = "auto"
    """The conversation, and the draft model if there is one."""
    NGRAM = "ngram"
    """The conversation only."""
    DRAFT = "draft"
    """The draft model only."""
    OFF = "off"


class SettingsGroup(enum.StrEnum):
    """Which page a setting is on, in the order of the pages."""

    APPEARANCE = "appearance"
    GENERATION = "generation"
    PERFORMANCE = "performance"
    STORAGE = "storage"
    NETWORK = "network"
    SHORTCUTS = "shortcuts"
    PRIVACY = "privacy"
    ABOUT = "about"
    REMEMBERED = "remembered"
    """On no page: where the window was, and the like."""
