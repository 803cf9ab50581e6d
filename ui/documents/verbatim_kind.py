"""A document that shows a text as it was written, and copies nothing but what was written."""

from __future__ import annotations

import bisect
from dataclasses import replace

from PySide6.QtGui import QPalette

from app.documents.blocks import Block, CodePart, Paragraph
from app.documents.document_source import DocumentSource
from app.documents.rich_text import Span
from app.documents.verbatim_block import source_range
from app.documents.verbatim_document import VerbatimDocument
from app.documents.visible_code import VisibleCode
from ui.documents.box import Box
from ui.documents.document_kind import DocumentKind
from ui.documents.document_layout import DocumentLayout
from ui.documents.document_selection import DocumentPosition, DocumentSelection
from ui.documents.document_style import DocumentStyle

LINE_HEIGHT = 1.72
"""Distance of baselines by size of text: as in `FlowingText`, where lines are 142 % of the font's own height."""


class VerbatimKind(DocumentKind):
    """Text that stands as it was written, in the soft colour of a thought."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.source = VerbatimDocument()
        """What is shown now."""

    def document(self) -> DocumentSource:
        """Return what reads a new text."""
        self.source = VerbatimDocument()
        return self.source

    def selection(self, layout: DocumentLayout) -> DocumentSelection:
        """Return what is copied: the text itself."""
        return VerbatimSelection(layout, self)

    def style(self, palette: QPalette, *, size_px: int) -> DocumentStyle:
        """Return the soft colour, and lines as far apart as those of a running thought."""
        style = DocumentStyle.from_palette(palette, size_px=size_px)
        colours = replace(style.colours, text=style.colours.soft_text)
        return replace(style, colours=colours, line_height_factor=LINE_HEIGHT, is_verbatim=True)

    def spoken_name(self) -> str:
        """Return what it was called."""
        return self._name


class VerbatimSelection(DocumentSelection):
    """Copies the source from the first to the last selected character."""

    def __init__(self, layout: DocumentLayout, kind: VerbatimKind) -> None:
        super().__init__(layout)
        self._kind = kind

    def plain_text(self) -> str:
        """Return what is selected, as it was written."""
        return self.markdown(self._kind.source.markdown())

    def markdown(self, source: str) -> str:
        """Return what is selected, as it was written."""
        if self.is_everything:
            return source
        begin, end = self.source_range()
        return source[begin:end]

    def source_range(self) -> tuple[int, int]:
        """Return the characters of the source that are selected."""
        blocks = self._kind.source.blocks
        if self.is_empty or not blocks:
            return 0, 0
        if self.is_everything:
            return 0, len(self._kind.source.markdown())
        start, end = (self._place(place, is_end=place is self.end) for place in (self.start, self.end))
        return source_range(blocks, start, end)

    def select_source(self, begin: int, end: int) -> None:
        """Select characters of the source."""
        kind = self._kind
        first = place_of_source(kind, self._layout, begin)
        last = place_of_source(kind, self._layout, end, is_end=True)
        self.set(DocumentPosition(*first), DocumentPosition(*last))

    def _place(self, position: DocumentPosition, *, is_end: bool) -> tuple[int, int]:
        index = min(position.box, len(self._kind.source.blocks) - 1)
        box = self._layout.boxes[index]
        return index, offset_in_block(box, min(position.offset, len(box.text)), is_end=is_end)


def offset_in_block(box: Box[Block], offset: int, *, is_end: bool) -> int:
    """Return which character of the block stands at one of its box: a formula may be shown as source."""
    if isinstance(box.block, CodePart):
        return len(box.plain(0, offset))
    shift = 0
    for written, shown in _spans_of(box):
        if offset <= shown.start:
            break
        if offset < shown.end and written.length != shown.length:
            return written.end if is_end else written.start
        shift += written.length - shown.length
    return offset + shift


def place_of_source(
    kind: VerbatimKind, layout: DocumentLayout, source: int, *, is_end: bool = False
) -> tuple[int, int]:
    """Return the box and the position in it that stand for a character of the source."""
    blocks = kind.source.blocks
    count = min(len(blocks), len(layout.boxes))
    if not count:
        return 0, 0
    index = max(0, bisect.bisect_right(blocks, source, hi=count, key=lambda block: block.source_start) - 1)
    return index, offset_in_box(layout.boxes[index], blocks[index].offset_of(source, is_end=is_end))


def offset_in_box(box: Box[Block], offset: int) -> int:
    """Return where in its box a character of a block stands."""
    if isinstance(box.block, CodePart):
        return len(VisibleCode.of(box.block.code[:offset]).text)
    shift = 0
    for written, shown in _spans_of(box):
        if offset <= written.start:
            break
        shift += shown.length - written.length
    return min(len(box.text), offset + shift)


def _spans_of(box: Box[Block]) -> list[tuple[Span, Span]]:
    """Return each span of a paragraph as it was read and as it is shown."""
    return list(zip(box.block.text.spans, box.rich.spans, strict=True)) if isinstance(box.block, Paragraph) else []
