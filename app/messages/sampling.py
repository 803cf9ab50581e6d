"""How replies are drawn: the one value that settings, presets, requests and models speak of.

Its fields are gone through wherever values are merged, shown or kept. What a person can set for all conversations is
a setting of the same name, with its range and its words (`app.settings.schema`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Annotated

from msgspec import Meta

Count = Annotated[int, Meta(ge=0, le=2_147_483_647)]
"""Tokens, and whatever else llama.cpp and Qt count with 32 bits."""

Measure = Annotated[float, Meta(ge=0.0, le=1e9)]
"""Seconds, rates, shares."""


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next token is drawn, and how long that goes on; `None` leaves a value open."""

    temperature: Measure | None = None
    top_k: Count | None = None
    top_p: Measure | None = None
    min_p: Measure | None = None
    repeat_penalty: Measure | None = None
    seed: Count | None = None
    max_tokens: Count | None = None
    """Thinking and answer together."""

    @classmethod
    def of(cls, values: object) -> Sampling:
        """Return what `values` has attributes of the same names for."""
        return cls(**{field.name: getattr(values, field.name, None) for field in fields(cls)})

    def completed_by(self, usual: Sampling) -> Sampling:
        """Return this with its open values taken from `usual`."""
        names = [field.name for field in fields(self)]
        chosen = {name: getattr(self, name) for name in names}
        return Sampling(**{name: getattr(usual, name) if chosen[name] is None else chosen[name] for name in names})
