"""Whether anything moves by itself."""

from __future__ import annotations

import enum


class Motion(enum.StrEnum):
    """The choices of the setting."""

    SYSTEM = "system"
    """Unless the system asks for less motion."""
    OFF = "off"
    """Never."""
