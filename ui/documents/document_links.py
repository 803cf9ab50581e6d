"""The links of a document: by keyboard, and what is offered and shown at the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from app.documents.blocks import TableRow
from app.documents.rich_text import Span, SpanStyle
from ui.documents.copied_table import as_csv, for_spreadsheets
from ui.documents.document_layout import DocumentLayout
from ui.documents.shown_address import told_address
from ui.theme.rounded import paint_rounded


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
        edge = QPen(QColor(self._layout.style.colours.accent), 1.6)
        for rectangle in self._layout.boxes[box].rectangles(span.start, span.end):
            paint_rounded(painter, rectangle.translated(origin).adjusted(-2, 0, 2, 1), 3, edge=edge)
        painter.restore()

    def _links_in(self, seen: QRectF) -> list[tuple[int, Span]]:
        return [
            (index, span)
            for index in self._layout.indices_between(seen.top(), seen.bottom())
            for span in self._layout.boxes[index].rich.spans
            if span.style & SpanStyle.LINK and span.target
        ]


class _Copied(Protocol):
    def copy(self, *, as_markdown: bool = False) -> None: ...

    def select_all(self) -> None: ...


class DocumentMenu(QMenu):
    """Copies what is selected, or everything; copies an address, or a table."""

    def __init__(self, document: _Copied, address: str, table: Sequence[TableRow] = ()) -> None:
        super().__init__(document if isinstance(document, QWidget) else None)
        if address:
            self.addAction(self.tr("Copy address"), lambda: QGuiApplication.clipboard().setText(address))
            self.addSeparator()
        self.addAction(self.tr("Copy"), document.copy)
        self.addAction(self.tr("Copy as Markdown"), lambda: document.copy(as_markdown=True))
        self.addAction(self.tr("Select all"), document.select_all)
        if table:
            clipboard = QGuiApplication.clipboard()
            self.addSeparator()
            self.addAction(self.tr("Copy table as CSV"), lambda: clipboard.setText(as_csv(table)))
            words = self.tr("Copy table for a spreadsheet")
            self.addAction(words, lambda: clipboard.setText(for_spreadsheets(table)))

    def show_at(self, place: QPoint) -> None:
        """Let the person choose."""
        self.aboutToHide.connect(self.deleteLater)
        self.popup(place)


def show_address(view: QWidget, span: Span | None, place: QPoint) -> None:
    """Show where a link leads, or where a picture would come from."""
    if span is not None and span.style & SpanStyle.LINK:
        QToolTip.showText(place, told_address(span.target), view)
    elif span is not None and span.style & SpanStyle.IMAGE:
        text = QCoreApplication.translate("DocumentView", "A picture that is not fetched: {address}")
        QToolTip.showText(place, text.format(address=told_address(span.target)), view)
    else:
        QToolTip.hideText()
