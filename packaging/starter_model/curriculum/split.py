"""Which operands are kept from training: a fixed hash of the operands, whatever their order and the operation.

One key in sixteen is held out. The rule also watches every worked step: while `training` generates, a sum, difference,
product or quotient of two operands of two digits or more whose pair is held out raises `HeldOut`, wherever in a thought
it would have appeared, and the sample is made again. Single-digit facts are shared by all problems.
"""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import zlib

SHARE = 16
"""One key in this many is held out."""


class HeldOut(Exception):
    """A worked step would have used operands that are kept for evaluation."""


def is_held_out(key: tuple[object, ...]) -> bool:
    """Whether problems with these operands are kept from training, whatever their order; an empty key marks closed facts."""
    if not key:
        return False
    text = "|".join(sorted(str(part) for part in key))
    return zlib.crc32(text.encode()) % SHARE == 5


class Gate:
    """Says whether a worked step may use a pair of operands; open in evaluation, guarded in training."""

    def __init__(self) -> None:
        self.guarded = True

    def check(self, a: int, b: int) -> None:
        """Raise `HeldOut` if the pair is kept from training and this gate is guarded."""
        if self.guarded and a > 9 and b > 9 and is_held_out((a, b)):
            raise HeldOut


GATE = Gate()
