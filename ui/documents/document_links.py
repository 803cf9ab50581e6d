"""The links of a document by keyboard: Tab goes through those that are seen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.documents.rich_text import Span, SpanStyle
from ui.documents.document_layout import DocumentLayout


class DocumentLinks:
    """Knows which link the keyboard is at."""

    def __init__(self, layout: DocumentLayout) -> None:
        self._layout = layout
        self._current: tuple[int, Span] | None = None

    @property
    def address(self) -> str:
        """Where the chosen link leads; empty without one."""
        return self._current[1].target if self._current is not None else ""

    @property
    def text(self) -> str:
        """What the chosen link says."""
        if self._current is None or self._current[0] >= len(self._layout.boxes):
            return ""
        box, span = self._current
        return self._layout.boxes[box].text[span.start : span.end]

    def leave(self) -> None:
        """No link is chosen."""
        self._current = None

    def move(self, step: int, seen: QRectF) -> bool:
        """Choose the next (+1) or previous (-1) link that is seen; False, and none is chosen, beyond the last."""
        links = self._links_in(seen)
        at = links.index(self._current) if self._current in links else (-1 if step > 0 else len(links))
        at += step
        self._current = links[at] if 0 <= at < len(links) else None
        return self._current is not None

    def paint(self, painter: QPainter) -> None:
        """Paint a frame around the chosen link."""
        if self._current is None or self._current[0] >= len(self._layout.boxes):
            return
        box, span = self._current
        origin = self._layout.origin(box)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._layout.style.colours.accent), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rectangle in self._layout.boxes[box].rectangles(span.start, span.end):
            painter.drawRoundedRect(rectangle.translated(origin).adjusted(-2, 0, 2, 1), 3, 3)
        painter.restore()

    def _links_in(self, seen: QRectF) -> list[tuple[int, Span]]:
        found: list[tuple[int, Span]] = []
        index = self._layout.index_at(seen.top()) if self._layout.boxes else 0
        while index < len(self._layout.boxes) and self._layout.top(index) <= seen.bottom():
            spans = self._layout.boxes[index].rich.spans
            found += [(index, span) for span in spans if span.style & SpanStyle.LINK and span.target]
            index += 1
        return found
