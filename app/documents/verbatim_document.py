r"""A text shown as it was written: every line stays a line; code, formulas and, in thoughts, emphasis look otherwise.

Models write their thoughts loosely. What is no code block from fence to fence, and no formula from sign to sign, stays
text: a fence that is never closed, a price, a list; but a thought has its tables. While the text grows, what is open at
its end looks as what it will be. Each shown character knows where in the text it comes from, so that what is copied is
the text itself.

The text may grow. What no later character can change is settled and never read again: a line when it has ended, but for
one that may begin a formula; a part of a long line; a part of code whose fence is open. So a text that came in pieces
is read as one that came at once, and an addition costs the same at any length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.documents.block_reader import cut_code
from app.documents.blocks import Alignment, Block, CodePart, FormulaBlock, Paragraph, TableRow
from app.documents.document_change import DocumentChange
from app.documents.line_reader import LineReader, Piece
from app.documents.math_rules import LONGEST_FORMULA, formula_at
from app.documents.rich_text import RichText
from app.documents.table_rules import cells_of, is_rule
from app.documents.unclosed_markup import TABLE_HEAD, TABLE_RULE, end_of_whole

_STEP = 2500
"""Characters read in one step."""
_MOST_BLOCKS = 40
"""Handed out in one step."""
_MOST_FENCES = 200
"""Lines of backticks that are looked at for the end of one code block."""

_LONGEST_ROW = 500
"""Of a table; what is longer is text, so that every cell is laid out at once."""
_ALIGNED = {(True, True): Alignment.CENTRE, (False, True): Alignment.END}

_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})([^`\n]*)$", re.MULTILINE)
_FORMULA_START = re.compile(r"[ \t]*(\$\$|\\\[|\\begin\{)")
_AFTER_FORMULA = re.compile(r"[ \t\r.,;:]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class _Place:
    """How far a text has been read: `at` begins the line, or the code block, that `pos` is in."""

    at: int = 0
    pos: int = 0
    line: int = 0
    region: int = 0
    part: int = 0
    """Of the code that has been handed out from `at` on."""
    is_spaced: bool = False
    blocks: int = 0
    columns: tuple[Alignment, ...] = ()
    """Of the table that goes on here."""
    row: int = 0


class VerbatimDocument:
    """Reads a text that may grow; `advance` reads a bounded piece of it.

    `is_thought`: emphasis is shown as such, and where the thought stops itself.
    """

    def __init__(self, *, is_thought: bool = True) -> None:
        self._is_thought = is_thought
        self._text = ""
        self._is_finished = False
        self._steps: Iterator[VerbatimBlock | None] = iter(())
        self._is_read = True
        self._place = self._settled = self._fence_begin = _Place()
        self._is_sure = True
        """Whether nothing that has been read in these steps can turn out to be something else."""
        self._first = 0
        self._no_fence = -1
        """A line of backticks that begins no code."""
        self._search = (-1, 0, 0)
        """The fence whose end is looked for, from where on, and how many lines of backticks stand before that."""
        self.blocks: list[VerbatimBlock] = []
        """What has been handed out, in order."""

    def append(self, text: str) -> None:
        """Take more text; it may go on after `finish`."""
        if text:
            self._text += text
            if self._is_finished:  # a fence without an end may get one after all
                self._no_fence = -1
            self._is_finished = False
            self._go_on()

    def finish(self) -> None:
        """No more text comes."""
        self._is_finished = True
        self._go_on()

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
        """Read a piece; return the blocks that it adds, or that stand for others now."""
        if not self.is_behind:
            return None
        self._first, begin = len(self.blocks), self._place.pos
        for block in self._steps:
            if block is not None:
                self.blocks.append(block)
            if len(self.blocks) - self._first >= _MOST_BLOCKS or self._place.pos - begin >= _STEP:
                break
        else:
            self._is_read = True
        return DocumentChange(self._first, tuple(block.block for block in self.blocks[self._first :]))

    # --- private ----------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """Read from what is settled on."""
        self._place, self._is_sure = self._settled, True
        del self.blocks[self._settled.blocks :]
        self._steps = self._read()
        self._is_read = not self._text

    def _step(self, place: _Place, *, is_sure: bool = True) -> None:
        """Say that the text has been read as far as a place, and whether nothing before it can change."""
        self._place = replace(place, blocks=len(self.blocks))
        self._is_sure = self._is_sure and is_sure
        if self._is_sure:
            self._settled = self._place

    def _end_line(
        self, end: int, *, regions: int = 0, columns: tuple[Alignment, ...] = (), row: int = 0, is_sure: bool
    ) -> None:
        """Go to the next line; `end` is where this one ends, or the block that it begins."""
        place = self._place
        lines = sum(1 for row in self._text[place.at : end].split("\n") if row) if end < len(self._text) else 0
        following = _Place(end + 1, end + 1, place.line + lines, place.region + regions, columns=columns, row=row)
        self._step(following, is_sure=is_sure and end < len(self._text))

    def _read(self) -> Iterator[VerbatimBlock | None]:
        """Give block after block; None where a step without one has been made."""
        text = self._text
        while self._place.at < len(text):
            place = self._place
            end = _line_end(text, place.at)
            fence = _FENCE.match(text, place.at, end) if place.at != self._no_fence else None
            if place.pos == place.at and not text[place.at : end].strip():
                following = _Place(end + 1, end + 1, place.line + (end > place.at), place.region)
                self._step(replace(following, is_spaced=bool(self.blocks)), is_sure=end < len(text))
                yield None
            elif fence is not None and end == len(text) and not self._is_finished:  # its language is being written
                self._end_line(end, is_sure=False)
                yield None
            elif fence is not None:
                yield from self._code(fence)
            elif (columns := self._columns_of(end)) is None:
                yield from self._line(end)
            elif not columns:  # it may be the head of a table
                self._end_line(len(text), is_sure=False)
                yield None
            else:
                yield from self._row(end, columns)

    def _line(self, end: int) -> Iterator[VerbatimBlock]:
        text, place = self._text, self._place
        formula, begin, opened = self._formula_from(end)
        # What a later character could change lies beyond these.
        sure_end = min(len(text) - 1 if end == len(text) else len(text) + LONGEST_FORMULA, opened) - place.at
        is_open = formula is None and end == len(text) and not self._is_finished
        may_be_head = place.pos == place.at and self._may_be_head(end)
        if is_open:
            begin = place.pos + end_of_whole(text[place.pos : end])
        reader = LineReader(
            text[place.at : begin],
            place.at,
            begin=place.pos - place.at,
            is_thought=self._is_thought,
            is_open=is_open,
        )
        while not reader.is_read:
            is_continued = self._place.pos > place.at
            rich, pieces = reader.next_part()
            paragraph = Paragraph(text=rich, is_spaced=place.is_spaced and not is_continued, is_continued=is_continued)
            yield VerbatimBlock(paragraph, pieces, -1 if is_continued else place.line)
            is_sure = reader.reach < sure_end or (end < len(text) and opened > len(text))
            is_sure = is_sure and not (is_open and reader.is_read) and not may_be_head
            self._step(replace(place, pos=pieces[-1].outer_end), is_sure=is_sure)
        if formula is not None:
            yield formula
            end = formula.pieces[0].outer_end
        self._end_line(end, is_sure=opened > len(text) and not may_be_head)

    # --- tables -------------------------------------------------------------------------------------------------

    def _begins_row(self, begin: int, end: int) -> bool:
        is_near = self._is_thought and end - begin <= _LONGEST_ROW
        return is_near and self._text[begin:end].lstrip(" \t").startswith("|")

    def _may_be_head(self, end: int) -> bool:
        """Whether the table of which a line would be the head may still come."""
        text, following = self._text, self._text[end + 1 : _line_end(self._text, end + 1)]
        is_last = end + 1 + len(following) >= len(text)
        return self._begins_row(self._place.at, end) and is_last and TABLE_RULE.fullmatch(f"|{following}") is not None

    def _columns_of(self, end: int) -> tuple[Alignment, ...] | None:
        """Return the columns of the table that a line belongs to; none yet while it may be a head; else `None`."""
        text, place = self._text, self._place
        if place.pos > place.at or not self._begins_row(place.at, end):
            return None
        if place.columns:
            return place.columns
        line = text[place.at : end].strip(" \t")
        if self._may_be_head(end) and not self._is_finished:
            return () if TABLE_HEAD.fullmatch(line) or end < len(text) else None
        rule = text[end + 1 : _line_end(text, end + 1)].strip(" \t")
        marks = [mark.strip() for mark in rule.strip("|").split("|")]
        if "|" not in rule or not is_rule(rule) or len(cells_of(line)) != len(marks):
            return None
        return tuple(_ALIGNED.get((mark[:1] == ":", mark[-1:] == ":"), Alignment.START) for mark in marks)

    def _row(self, end: int, columns: tuple[Alignment, ...]) -> Iterator[VerbatimBlock | None]:
        text, place = self._text, self._place
        stop = end if place.columns else _line_end(text, end + 1)
        after = _line_end(text, stop + 1)
        is_open = stop == len(text) and not self._is_finished
        shown = place.at + end_of_whole(text[place.at : end]) if is_open and place.columns else end
        cells, pieces = self._cells(shown, stop, count=len(columns), is_open=is_open)
        following = text[stop + 1 : after].lstrip(" \t")
        is_known = stop + 1 < len(text) and (after < len(text) or bool(following))
        row = TableRow(
            cells=cells,
            alignments=columns,
            row=place.row,
            is_last=not following.startswith("|"),
            is_spaced=place.is_spaced and place.row == 0,
        )
        yield VerbatimBlock(row, pieces, place.line)
        self._end_line(stop, columns=columns, row=place.row + 1, is_sure=is_known)

    def _cells(
        self, end: int, stop: int, *, count: int, is_open: bool
    ) -> tuple[tuple[RichText, ...], tuple[Piece, ...]]:
        """Return the cells of the row that ends there, as many as there are columns."""
        begin = self._place.at
        places = cells_of(self._text[begin:end].rstrip(" \t"))
        if len(places) > count:
            places[count - 1 :] = [(places[count - 1][0], places[-1][1])]
        cells: list[RichText] = []
        pieces: list[Piece] = []
        at = 0
        for first, last in places:
            cell = RichText("")
            if last > first:
                text = self._text[begin + first : begin + last]
                reader = LineReader(text, begin + first, is_open=is_open and last == places[-1][1])
                cell, found = reader.next_part()
                pieces += [replace(piece, start=piece.start + at, end=piece.end + at) for piece in found]
            cells.append(cell)
            at += len(cell.text) + 1
        cells += [RichText("")] * (count - len(cells))
        pieces = pieces or [Piece(0, 0, begin, begin, begin, begin)]
        outer = [begin, *(piece.outer_start for piece in pieces[1:]), min(stop, len(self._text))]
        whole = [replace(one, outer_start=outer[n], outer_end=outer[n + 1]) for n, one in enumerate(pieces)]
        return tuple(cells), tuple(whole)

    def _code(self, fence: re.Match[str]) -> Iterator[VerbatimBlock | None]:
        """Give the parts of a code block, which is open while its end may come."""
        text, place = self._text, self._place
        if place.part == 0:
            self._fence_begin = place
        closing, is_open = self._closing_of(fence)
        if closing is None and (self._is_finished or not is_open):  # it is text: what has been shown of it as code, too
            self._no_fence = place.at
            self._place = self._fence_begin
            if place.part:
                self._settled = self._place
            self._is_sure = self._is_sure and not is_open
            del self.blocks[self._place.blocks :]
            self._first = min(self._first, self._place.blocks)
            yield None
            return
        at = begin = fence.end() + 1
        if place.part:
            at = place.pos
        end = max(at, closing.start() - 1 if closing is not None else self._open_end(fence, begin))
        language = fence[2].split()[0] if fence[2].strip() else ""
        pieces = cut_code(text[at:end])
        for number, piece in enumerate(pieces, place.part):
            is_last = number == place.part + len(pieces) - 1
            # As many characters as were written: a carriage return is shown as a mark.
            part = CodePart(
                code=piece.code,
                language=language,
                part=number,
                is_last=is_last,
                is_open=is_last and is_open,
                joins_next=piece.joins_next,
                is_spaced=place.is_spaced and number == 0,
            )
            stop = at + len(piece.code)
            outer_end = stop if not is_last else closing.end() if closing is not None else len(text)
            outer = (fence.start() if number == 0 else at, outer_end)
            source = Piece(0, len(piece.code), at, stop, *outer, region=place.region)
            yield VerbatimBlock(part, (source,), place.line if number == 0 else -1)
            at = stop + (0 if piece.joins_next else 1)
            if not is_last:
                self._step(replace(place, pos=at, part=number + 1))
        self._end_line(closing.end() if closing is not None else len(text), regions=1, is_sure=not is_open)

    def _closing_of(self, fence: re.Match[str]) -> tuple[re.Match[str] | None, bool]:
        """Return the line that ends a code block; else whether it may come: not if another block opens before."""
        mark, text = fence[1], self._text
        start, at, count = self._search
        if start != fence.start():
            start, at, count = fence.start(), fence.end() + 1, 0
        is_open = True
        for found in _FENCE.finditer(text, at):
            is_whole = found.end() < len(text)
            if found[1][0] == mark[0] and len(found[1]) >= len(mark):
                if not found[2].strip():
                    return found, False
                is_open = not is_whole
                break
            if is_whole:
                at, count = found.end() + 1, count + 1
            if count > _MOST_FENCES:
                is_open = False
                break
        else:
            at = max(at, text.rfind("\n") + 1)
        self._search = (start, at, count)
        return None, is_open

    def _open_end(self, fence: re.Match[str], begin: int) -> int:
        """Return where open code ends: before what may become the line that closes it, and the last line's end."""
        text = self._text
        last = text.rfind("\n") + 1
        if last >= begin and not text[last:].strip(" \t" + fence[1][0]):
            return last - 1
        return len(text)

    def _formula_from(self, end: int) -> tuple[VerbatimBlock | None, int, int]:
        """Return the formula that a line is, or that it ends with and that goes on below; and where text before ends.

        Only the last sign in the line can begin one that goes on. The third is where one begins whose end may come,
        or lies far beyond the text.
        """
        text, place = self._text, self._place
        never = len(text) + LONGEST_FORMULA
        opened = never
        if found := _FORMULA_START.match(text, place.at):
            if place.pos == place.at:
                formula = self._formula(place.at, line=place.line, is_spaced=place.is_spaced)
                if formula is not None:
                    return formula, place.at, never
            if self._may_go_on(found.start(1)):
                opened = found.start(1)
                if place.pos == place.at and not self._is_finished:
                    return self._open_formula(found), place.at, opened
        begin = max(text.rfind(sign, place.pos, end) for sign in ("$$", "\\["))
        if begin > place.at and text.count("$$", place.at, begin) % 2 == 0:
            found_later = self._formula(begin, line=-1, is_spaced=False)
            if found_later is not None and found_later.pieces[0].outer_end > end:
                return found_later, begin, never if found_later.pieces[0].outer_end < len(text) else begin
            if self._may_go_on(begin):
                opened = min(opened, begin)
        return None, end, opened

    def _open_formula(self, found: re.Match[str]) -> VerbatimBlock:
        """Return the formula that a text ends in as far as it has come."""
        text, begin = self._text, found.start(1)
        latex = text[begin if found[1].startswith("\\b") else found.end() :].strip().rstrip("\\$")
        block = FormulaBlock(latex=latex, source=text[begin:], is_open=True, is_spaced=self._place.is_spaced)
        piece = Piece(0, 1, begin, len(text), self._place.at, len(text), is_whole=True)
        return VerbatimBlock(block, (piece,), self._place.line)

    def _may_go_on(self, begin: int) -> bool:
        """Whether a formula that begins here may end in what is still to come."""
        text = self._text
        is_near = len(text) < begin + LONGEST_FORMULA
        return is_near and "\n\n" not in text[begin:] and formula_at(text, begin) is None

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


# A block of a text that is shown as it was written, and where its characters come from.


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
