"""How much room stands between two blocks of a document."""

from __future__ import annotations

from app.documents.blocks import Block, CodePart, FormulaBlock, LevelKind, Paragraph, TableRow
from ui.documents.document_style import DocumentStyle

_EMPTY_LINE_PX = 10.0
"""In text that is shown as it was written."""


def gap_between(above: Block, below: Block, style: DocumentStyle) -> float:
    """Return the room between two blocks in pixels."""
    if style.is_verbatim and isinstance(above, Paragraph) and isinstance(below, Paragraph):
        return style.gap(_EMPTY_LINE_PX if below.is_spaced else 0)
    if (isinstance(below, CodePart) and below.part > 0) or (isinstance(below, TableRow) and below.row > 0):
        return 0.0
    if isinstance(below, Paragraph) and below.is_continued:
        return 0.0
    if isinstance(below, Paragraph) and below.heading:
        return style.gap(26 if below.heading <= 2 else 20)
    if isinstance(above, Paragraph) and above.heading:
        return style.gap(8)
    if isinstance(below, Paragraph) and isinstance(above, Paragraph):
        if below.levels and below.levels[-1].is_first and below.levels[-1].kind is LevelKind.ITEM:
            return style.gap(8 if below.is_spaced else 4)
        if above.levels and below.levels and not below.is_spaced:
            return style.gap(4)
        return style.gap(12)
    if isinstance(above, FormulaBlock) and isinstance(below, FormulaBlock):
        return style.gap(4)
    return style.gap(12)
