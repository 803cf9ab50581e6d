"""What the person has set that a session needs to know."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.inference.protocol import Sampling


@dataclass(frozen=True, slots=True)
class SessionPreferences:
    """`context` in tokens, `None` for the default; `idle_unload_s` seconds without a turn, `None` for never."""

    sampling: Sampling = field(default_factory=Sampling)
    context: int | None = None
    idle_unload_s: float | None = 1800.0
    system_prompt: str = ""
    cache_folder: str = ""
    """Where the engine keeps the caches of conversations; empty for none."""
