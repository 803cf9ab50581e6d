"""The pages of the settings."""

from __future__ import annotations

import enum


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
