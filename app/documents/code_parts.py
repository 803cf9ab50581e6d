"""Cuts code into parts of bounded size, so that any length of it is shown and coloured piece by piece."""

from __future__ import annotations

from dataclasses import dataclass

PART_LINES = 40
LONGEST_PIECE = 1000
"""Characters of one line that are laid out at once; a longer line goes on in the next part."""


@dataclass(frozen=True, slots=True)
class CodePiece:
    """Some lines of code; `lines` counts those that end in it; `joins_next`: the last one goes on in the next piece."""

    code: str
    lines: int
    joins_next: bool


def cut_code(code: str) -> list[CodePiece]:
    """Return code in pieces; there is at least one."""
    pieces: list[CodePiece] = []
    gathered: list[str] = []
    for line in code.split("\n"):
        while len(line) > LONGEST_PIECE:
            gathered.append(line[:LONGEST_PIECE])
            pieces.append(CodePiece("\n".join(gathered), len(gathered) - 1, joins_next=True))
            gathered = []
            line = line[LONGEST_PIECE:]
        gathered.append(line)
        if len(gathered) == PART_LINES:
            pieces.append(CodePiece("\n".join(gathered), len(gathered), joins_next=False))
            gathered = []
    if gathered or not pieces:
        pieces.append(CodePiece("\n".join(gathered), len(gathered), joins_next=False))
    return pieces
