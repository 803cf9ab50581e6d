"""One model as the picker shows it."""

from __future__ import annotations

import enum
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model that can be chosen; `description` is its second line in the menu."""

    path: str
    name: str
    quantization: str = ""
    description: str = ""
    is_usable: bool = True


class PickerPhase(enum.StrEnum):
    """What the chosen model is doing."""

    NONE = "none"
    """No model is chosen."""
    IDLE = "idle"
    """Chosen, not in memory."""
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PickerState:
    """What the picker shows closed; `fraction` 0…1 while loading, `facts` are lines for the tooltip."""

    phase: PickerPhase
    path: str = ""
    name: str = ""
    quantization: str = ""
    fraction: float = 0.0
    facts: tuple[str, ...] = ()
