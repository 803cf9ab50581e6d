"""The window's language, as a choice."""

from __future__ import annotations

import enum


class Language(enum.StrEnum):
    """Which language the window speaks; the value is the name of a translation."""

    SYSTEM = "system"
    """The first of the desktop's languages that there is a translation for, else English."""
    ENGLISH = "en"
    GERMAN = "de"
    CHINESE = "zh_CN"
    """Simplified."""
