"""What every block of a document is on the screen: a box that is laid out when it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from app.documents.blocks import Block, Rule
from app.documents.rich_text import RichText, Span
from ui.documents.document_style import DocumentStyle
from ui.documents.formula_typesetter import FormulaKey
from ui.documents.qt_text import Mark
from ui.documents.scroll_group import ScrollGroup
from ui.documents.text_lines import TextLines

B = TypeVar("B", bound=Block)


class Box(Generic[B]):
    """One block. `height` is a guess until `lay_out` has been called with the present width.

    One whose text is a `TextLines` gives it as `lines`, and needs no more to be selected, searched and pointed at.
    Positions count the characters of `text`; points are relative to the box's top left corner.
    """

    group: ScrollGroup | None = None

    def __init__(self, block: B, style: DocumentStyle, lines: TextLines | None = None) -> None:
        self.block = block
        self.lines = lines
        self.style = style
        self.height = 0.0
        self.width = -1.0
        """The width in which it has been laid out; negative if it has not."""

    def is_laid_out(self, width: float) -> bool:
        """Whether `height` is right for this width."""
        return self.width == width

    def forget_layout(self) -> None:
        """Something has changed: lay it out again when it is needed."""
        self.width = -1.0

    def restyle(self, style: DocumentStyle) -> None:
        """Look otherwise from now on; the height is a guess."""
        self.style = style
        self.forget_layout()
        if self.lines is not None:
            self.lines.restyle(style)

    def let_go(self) -> None:
        """Forget what is easily made again for painting; the height stays right."""
        if self.lines is not None:
            self.lines.let_go()

    def guess(self, width: float) -> None:
        """Set a height that is near the right one, at no cost."""
        raise NotImplementedError

    def lay_out(self, width: float) -> None:
        """Find the right height and what is needed for painting."""
        raise NotImplementedError

    def paint(self, painter: QPainter, origin: QPointF, area: QRectF, marks: Sequence[Mark]) -> None:
        """Paint at `origin`; `area` is what needs painting."""
        raise NotImplementedError

    @property
    def text(self) -> str:
        """The characters that positions count."""
        return self.lines.text if self.lines is not None else ""

    @property
    def rich(self) -> RichText:
        """The text with its spans."""
        return self.lines.rich if self.lines is not None else RichText(self.text)

    @property
    def pending(self) -> frozenset[FormulaKey]:
        """The formulas whose pictures are still to come."""
        return self.lines.pending if self.lines is not None else frozenset()

    @property
    def first_baseline(self) -> float:
        """How far below the top the first line stands, once it is laid out."""
        places = self.rectangles(0, 0)
        return places[0].bottom() - QFontMetricsF(self.style.text_font()).descent() if places else 0.0

    def is_right_to_left(self) -> bool:
        """Whether it is read from the right."""
        return self.lines is not None and self.lines.is_right_to_left()

    def position_at(self, point: QPointF) -> int:
        """Return the position nearest to a point."""
        return self.lines.position_at(point) if self.lines is not None else 0

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Return where characters stand, one rectangle per line."""
        return self.lines.rectangles(start, end) if self.lines is not None else []

    def line_position(self, position: int, step: int, x: float) -> int | None:
        """Return the position in the line above or below at `x`; None beyond the box."""
        return self.lines.line_position(position, step, x) if self.lines is not None else None

    def span_at(self, point: QPointF) -> Span | None:
        """Return the span under a point."""
        return self.lines.span_at(point) if self.lines is not None else None

    def plain(self, start: int, end: int) -> str:
        """Return characters as they are copied."""
        return self.text[start:end]


class RuleBox(Box[Rule]):
    """A thin line."""

    def guess(self, width: float) -> None:
        """Its height is known."""
        self.height = self.style.px(9)

    def lay_out(self, width: float) -> None:
        """Its height is known."""
        self.guess(width)
        self.width = width

    def paint(self, painter: QPainter, origin: QPointF, area: QRectF, marks: Sequence[Mark]) -> None:
        """Paint it."""
        y = origin.y() + self.height / 2
        painter.fillRect(QRectF(origin.x(), round(y), self.width, 1), QColor(self.style.colours.line))
