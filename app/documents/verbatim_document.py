r"""A text shown as it was written: every line stays a line, and only code and formulas look otherwise.

Models write their thoughts loosely. What is no code block from fence to fence, and no formula from sign to sign, stays
text: a fence that is never closed, a price, a list. Each shown character knows where in the text it comes from, so
that what is copied is the text itself. Nothing is read before the text has ended; until then it is shown as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.documents.blocks import CodePart, FormulaBlock, Paragraph
from app.documents.code_parts import cut_code
from app.documents.document_change import DocumentChange
from app.documents.math_rules import LONGEST_FORMULA, formula_at
from app.documents.verbatim_block import Piece, VerbatimBlock
from app.documents.verbatim_line import LineReader

_STEP = 2500
"""Characters read in one step."""
_MOST_BLOCKS = 40
"""Handed out in one step."""
_MOST_FENCES = 200
"""Lines of backticks that are looked at for the end of one code block."""

_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})([^`\n]*)$", re.MULTILINE)
_FORMULA_START = re.compile(r"[ \t]*(\$\$|\\\[|\\begin\{)")
_AFTER_FORMULA = re.compile(r"[ \t\r.,;:]*(?:\n|$)")


class VerbatimDocument:
    """Reads a finished text; `advance` reads a bounded piece of it. Text that comes later is read from its start on."""

    def __init__(self) -> None:
        self._text = ""
        self._is_finished = False
        self._steps: Iterator[VerbatimBlock | None] = iter(())
        self._is_read = True
        self._pos = 0
        self.blocks: list[VerbatimBlock] = []
        """What has been handed out, in order."""

    def append(self, text: str) -> None:
        """Take more text; it is read when the text has ended."""
        if text:
            self._text += text
            self._is_finished = False
            self._is_read = True  # nothing more is read of what is no longer the whole

    def finish(self) -> None:
        """No more text comes."""
        self._is_finished = True
        self._pos = 0
        self.blocks = []
        self._steps = self._read()
        self._is_read = not self._text

    def markdown(self) -> str:
        """Return the text as it was given."""
        return self._text

    @property
    def is_finished(self) -> bool:
        """Whether no more text is to come."""
        return self._is_finished

    @property
    def is_behind(self) -> bool:
        """Whether there is text that has not been read."""
        return not self._is_read

    def advance(self) -> DocumentChange | None:
        """Read a piece; return the blocks that it adds."""
        if not self.is_behind:
            return None
        first, begin = len(self.blocks), self._pos
        for block in self._steps:
            if block is not None:
                self.blocks.append(block)
            if len(self.blocks) - first >= _MOST_BLOCKS or self._pos - begin >= _STEP:
                break
        else:
            self._is_read = True
        return DocumentChange(first, tuple(block.block for block in self.blocks[first:]))

    # --- private ----------------------------------------------------------------------------------------------

    def _read(self) -> Iterator[VerbatimBlock | None]:
        """Give block after block; None where a step without one has been made."""
        text = self._text
        line = region = 0
        is_spaced = False
        while self._pos < len(text):
            at = self._pos
            end = _line_end(text, at)
            if not text[at:end].strip():
                line += end > at
                self._pos = end + 1
                is_spaced = bool(self.blocks)
                yield None
                continue
            fence = _FENCE.match(text, at, end)
            closing = self._closing_of(fence) if fence is not None else None
            if fence is not None and closing is not None:
                yield from self._code(fence, closing, line=line, region=region, is_spaced=is_spaced)
                region += 1
                end = closing.end()
            else:
                formula, begin = self._formula_from(at, end, line=line, is_spaced=is_spaced)
                yield from self._line(at, begin, line=line, is_spaced=is_spaced)
                if formula is not None:
                    yield formula
                    end = formula.pieces[0].outer_end
            line += sum(1 for row in text[at:end].split("\n") if row)
            is_spaced = False
            self._pos = end + 1

    def _line(self, at: int, end: int, *, line: int, is_spaced: bool) -> Iterator[VerbatimBlock]:
        reader = LineReader(self._text[at:end], at)
        is_continued = False
        while not reader.is_read:
            rich, pieces = reader.next_part()
            paragraph = Paragraph(text=rich, is_spaced=is_spaced and not is_continued, is_continued=is_continued)
            self._pos = pieces[-1].outer_end
            yield VerbatimBlock(paragraph, pieces, -1 if is_continued else line)
            is_continued = True

    def _closing_of(self, fence: re.Match[str]) -> re.Match[str] | None:
        """Return the line that ends a code block; None if it is never closed, or another one opens before."""
        mark = fence[1]
        for count, found in enumerate(_FENCE.finditer(self._text, fence.end() + 1)):
            if count > _MOST_FENCES:
                return None
            if found[1][0] == mark[0] and len(found[1]) >= len(mark):
                return None if found[2].strip() else found
        return None

    def _code(
        self, fence: re.Match[str], closing: re.Match[str], *, line: int, region: int, is_spaced: bool
    ) -> Iterator[VerbatimBlock]:
        begin, end = fence.end() + 1, max(fence.end() + 1, closing.start() - 1)
        pieces = cut_code(self._text[begin:end])
        language = fence[2].split()[0] if fence[2].strip() else ""
        at = begin
        for number, piece in enumerate(pieces):
            is_last = number == len(pieces) - 1
            # As many characters as were written: a carriage return is shown as a mark.
            part = CodePart(
                code=piece.code,
                language=language,
                part=number,
                is_last=is_last,
                joins_next=piece.joins_next,
                is_spaced=is_spaced and number == 0,
            )
            stop = at + len(piece.code)
            outer = (fence.start() if number == 0 else at, closing.end() if is_last else stop)
            source = Piece(0, len(piece.code), at, stop, *outer, region=region)
            self._pos = stop
            yield VerbatimBlock(part, (source,), line if number == 0 else -1)
            at = stop + (0 if piece.joins_next else 1)

    def _formula_from(self, at: int, end: int, *, line: int, is_spaced: bool) -> tuple[VerbatimBlock | None, int]:
        """Return the formula that a line is, or that it ends with and that goes on below; and where text before ends.

        Only the last sign in the line can begin one that goes on.
        """
        formula = self._formula(at, line=line, is_spaced=is_spaced)
        if formula is not None:
            return formula, at
        begin = max(self._text.rfind(sign, at, end) for sign in ("$$", "\\["))
        if begin > at:
            found = self._formula(begin, line=-1, is_spaced=False)
            if found is not None and found.pieces[0].outer_end > end and self._text.count("$$", at, begin) % 2 == 0:
                return found, begin
        return None, end

    def _formula(self, at: int, *, line: int, is_spaced: bool) -> VerbatimBlock | None:
        """Return the formula that has the lines from here on for itself."""
        text = self._text
        found = _FORMULA_START.match(text, at)
        if found is None:
            return None
        begin = found.start(1)
        formula = formula_at(text, begin)
        if (
            formula is None
            or not formula.is_display
            or "\n\n" in text[begin : min(formula.end, begin + LONGEST_FORMULA)]
        ):
            return None
        after = _AFTER_FORMULA.match(text, formula.end)
        if after is None:
            return None
        end = after.end() - text[after.start() : after.end()].count("\n")
        source = text[begin:end].rstrip()
        piece = Piece(0, 1, begin, end, at, end, is_whole=True)
        block = FormulaBlock(latex=formula.latex, source=source, is_spaced=is_spaced)
        return VerbatimBlock(block, (piece,), line)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
