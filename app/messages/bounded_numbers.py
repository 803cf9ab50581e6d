"""How large the numbers are that are kept as JSON: what is beyond is damage, and read as if it were not there."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

Count = Annotated[int, Meta(ge=0, le=2_147_483_647)]
"""Tokens, and whatever else llama.cpp and Qt count with 32 bits."""

Measure = Annotated[float, Meta(ge=0.0, le=1e9)]
"""Seconds, rates, shares."""
