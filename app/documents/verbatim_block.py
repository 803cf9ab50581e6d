"""A block of a text that is shown as it was written, and where its characters come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.blocks import Block


@dataclass(frozen=True, slots=True)
class Piece:
    """Some shown characters. `start` to `end` count in the block's shown text, the others in the whole source.

    The inner range is what is shown; the outer one has the marks around it, too. Where `is_whole`, the shown
    characters stand for the source as a whole: a formula, of which no part can be copied.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    outer_start: int
    outer_end: int
    is_whole: bool = False
    region: int = -1
    """Pieces of one code block have the same: what is selected within them is copied without its fences."""

    def source_of(self, offset: int, *, is_end: bool) -> int:
        """Return which character of the source stands at a shown one, marks left out."""
        if self.is_whole:
            return self.inner_end if is_end else self.inner_start
        return min(self.inner_end, self.inner_start + max(0, offset - self.start))


@dataclass(frozen=True, slots=True)
class VerbatimBlock:
    """A block with its pieces, in order and without gaps; `line` counts the lines with text before it."""

    block: Block
    pieces: tuple[Piece, ...]
    line: int

    @property
    def source_start(self) -> int:
        """Where it begins in the source, its marks included."""
        return self.pieces[0].outer_start

    def piece_from(self, offset: int) -> Piece:
        """Return the piece that begins at a shown character, or has it."""
        return next((piece for piece in self.pieces if offset < piece.end), self.pieces[-1])

    def piece_to(self, offset: int) -> Piece:
        """Return the piece that ends at a shown character, or has it."""
        return next((piece for piece in self.pieces if offset <= piece.end), self.pieces[-1])

    def offset_of(self, source: int, *, is_end: bool = False) -> int:
        """Return the shown character that stands for one of the source, or the nearest; after a formula if `is_end`."""
        for piece in self.pieces:
            if source < piece.outer_end:
                if piece.is_whole and is_end and source > piece.outer_start:
                    return piece.end
                if piece.is_whole or source <= piece.inner_start:
                    return piece.start
                return min(piece.end, piece.start + source - piece.inner_start)
        return self.pieces[-1].end


def source_range(blocks: Sequence[VerbatimBlock], start: tuple[int, int], end: tuple[int, int]) -> tuple[int, int]:
    """Return the part of the source that is shown between two (block, offset) places.

    Marks (fences, backticks) belong to it only where the range goes beyond what they enclose.
    """
    first = blocks[start[0]].piece_from(start[1])
    last = blocks[end[0]].piece_to(end[1])
    is_inside = first is last or (first.region >= 0 and first.region == last.region)
    begin = first.source_of(start[1], is_end=False)
    stop = last.source_of(end[1], is_end=True)
    if not is_inside:
        begin = first.outer_start if start[1] <= first.start else begin
        stop = last.outer_end if end[1] >= last.end else stop
    return begin, max(begin, stop)
