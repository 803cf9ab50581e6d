"""Whether attention is computed in pieces that fit a device's fast memory."""

from __future__ import annotations

import enum


class FlashAttention(enum.StrEnum):
    """Flash attention saves memory and time; a few devices lack it for some models."""

    AUTO = "auto"
    """Where the device can."""
    ON = "on"
    OFF = "off"
