"""What is selected in a document, across all its blocks, and what is copied of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.blocks import Block, CodePart, FormulaBlock, LevelKind, Paragraph, Rule, TableRow
from app.documents.markdown_writer import write_markdown, write_plain
from ui.documents.box import Box
from ui.documents.document_layout import DocumentLayout


@dataclass(frozen=True, slots=True, order=True)
class DocumentPosition:
    """Before a character of a box's text."""

    box: int
    offset: int


_BEYOND_THE_END = DocumentPosition(1 << 60, 0)


class DocumentSelection:
    """From `anchor` to `cursor`; empty where they are the same."""

    def __init__(self, layout: DocumentLayout) -> None:
        self._layout = layout
        self.anchor = DocumentPosition(0, 0)
        self.cursor = DocumentPosition(0, 0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.cursor

    @property
    def start(self) -> DocumentPosition:
        """Where it begins."""
        return min(self.anchor, self.cursor)

    @property
    def end(self) -> DocumentPosition:
        """Where it ends."""
        return max(self.anchor, self.cursor)

    def set(self, anchor: DocumentPosition, cursor: DocumentPosition) -> None:
        """Select."""
        self.anchor, self.cursor = anchor, cursor

    def clear(self) -> None:
        """Select nothing; the cursor stays."""
        self.anchor = self.cursor

    def select_all(self) -> None:
        """Select everything, also what is still to be read."""
        self.anchor = DocumentPosition(0, 0)
        self.cursor = _BEYOND_THE_END

    @property
    def is_everything(self) -> bool:
        """Whether the whole document is selected, whatever is still to be read."""
        return self.cursor == _BEYOND_THE_END and self.anchor == DocumentPosition(0, 0)

    def part_of(self, index: int) -> tuple[int, int] | None:
        """Return the characters of a box that are selected."""
        start, end = self.start, self.end
        if self.is_empty or not start.box <= index <= end.box:
            return None
        length = len(self._layout.boxes[index].text)
        first = min(start.offset, length) if index == start.box else 0
        last = min(end.offset, length) if index == end.box else length
        return first, last

    def plain_text(self) -> str:
        """Return what is selected as plain text."""
        if self.is_everything:
            return plain_text_of(self._layout.boxes)
        return _joined([(self._layout.boxes[index], part) for index, part in self._parts()])

    def markdown(self, source: str) -> str:
        """Return what is selected as Markdown: whole blocks as they were written, parts of blocks written anew."""
        if self.is_everything:
            return source.rstrip("\n")
        parts = self._parts()
        if not parts:
            return ""
        lines = source.split("\n")
        pieces: list[str] = []
        whole: tuple[int, int] | None = None
        at = 0
        while at < len(parts):
            run = self._layout.run_of(parts[at][0])
            count = min(len(parts) - at, run.stop - parts[at][0])
            boxes = [(self._layout.boxes[index], part) for index, part in parts[at : at + count]]
            at += count
            if count == len(run) and all(part == (0, len(box.text)) for box, part in boxes):
                first = boxes[0][0].block.first_line if whole is None else whole[0]
                whole = first, boxes[-1][0].block.end_line
                continue
            if whole is not None:
                pieces.append("\n".join(lines[whole[0] : whole[1]]).rstrip("\n"))
                whole = None
            pieces.append(
                "".join(_markdown_of(box, first, last) for box, (first, last) in boxes if last > first or not box.text)
            )
        if whole is not None:
            pieces.append("\n".join(lines[whole[0] : whole[1]]).rstrip("\n"))
        return "\n\n".join(piece for piece in pieces if piece)

    def _parts(self) -> list[tuple[int, tuple[int, int]]]:
        last = min(self.end.box, len(self._layout.boxes) - 1)
        found: list[tuple[int, tuple[int, int]]] = []
        for index in range(self.start.box, last + 1):
            part = self.part_of(index)
            if part is not None:
                found.append((index, part))
        return found


def plain_text_of(boxes: Sequence[Box[Block]]) -> str:
    """Return the text of boxes that follow each other, without marks."""
    return _joined([(box, (0, len(box.text))) for box in boxes])


def _joined(parts: list[tuple[Box[Block], tuple[int, int]]]) -> str:
    pieces: list[str] = []
    before: Block | None = None
    for box, (first, last) in parts:
        block = box.block
        if before is not None:
            pieces.append(_separator(before, block))
        if first == 0:
            pieces.append(_prefix(block))
        pieces.append(_plain_of(box, first, last))
        before = block
    return "".join(pieces)


def _separator(above: Block, below: Block) -> str:
    if isinstance(below, CodePart) and below.part > 0:
        return "" if isinstance(above, CodePart) and above.joins_next else "\n"
    if isinstance(below, TableRow) and below.row > 0:
        return "\n"
    if isinstance(below, Paragraph) and below.is_continued:
        return ""
    if above.levels and below.levels and not below.is_spaced:
        return "\n"
    return "\n\n"


def _prefix(block: Block) -> str:
    pieces = ["  " for level in block.levels[:-1] if level.kind is LevelKind.ITEM]
    if block.levels and block.levels[-1].kind is not LevelKind.QUOTE:
        level = block.levels[-1]
        pieces.append(f"{level.marker} " if level.is_first else "  ")
    return "".join(pieces)


def _plain_of(box: Box[Block], first: int, last: int) -> str:
    block = box.block
    if isinstance(block, Rule):
        return "———"
    if isinstance(block, CodePart | FormulaBlock):
        return box.plain(first, last)
    return write_plain(box.rich, first, last)


def _markdown_of(box: Box[Block], first: int, last: int) -> str:
    block = box.block
    if isinstance(block, CodePart):
        code = box.plain(first, last)
        return f"```{block.language}\n{code}\n```" if "\n" in code else f"`{code}`"
    if isinstance(block, FormulaBlock):
        return box.plain(first, last)
    if isinstance(block, TableRow):
        return write_markdown(box.rich, first, last).replace("\t", " | ")
    return write_markdown(box.rich, first, last)
