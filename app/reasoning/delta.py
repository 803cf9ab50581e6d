"""One piece of a reply that is ready to be shown."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["thinking", "answer"]
"""The two things a reply consists of."""


class Delta(NamedTuple):
    """Text that belongs to the thinking or to the answer, for good: it is never moved later."""

    kind: Kind
    text: str
