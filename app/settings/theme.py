"""The window's colours, as a choice."""

from __future__ import annotations

import enum


class Theme(enum.StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    """As the desktop."""
    LIGHT = "light"
    DARK = "dark"
