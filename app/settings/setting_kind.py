"""What sort of value a setting has."""

from __future__ import annotations

import enum


class SettingKind(enum.Enum):
    """Decides which control a form shows."""

    SWITCH = "switch"
    CHOICE = "choice"
    """One of `SettingDeclaration.choices`."""
    WHOLE_NUMBER = "whole number"
    NUMBER = "number"
    TEXT = "text"
    LIST = "list"
    """Several texts."""
    KEYS = "keys"
    """The keys of the window's actions."""
