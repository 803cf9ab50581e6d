"""What a document offers at the pointer: to copy, and to see where a link leads."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from app.documents.rich_text import Span, SpanStyle
from ui.documents.shown_address import told_address


class _Copied(Protocol):
    def copy(self, *, as_markdown: bool = False) -> None: ...

    def select_all(self) -> None: ...


class DocumentMenu(QMenu):
    """Copies what is selected, or everything; copies an address."""

    def __init__(self, document: _Copied, address: str) -> None:
        super().__init__(document if isinstance(document, QWidget) else None)
        if address:
            self.addAction(self.tr("Copy address"), lambda: QGuiApplication.clipboard().setText(address))
            self.addSeparator()
        self.addAction(self.tr("Copy"), document.copy)
        self.addAction(self.tr("Copy as Markdown"), lambda: document.copy(as_markdown=True))
        self.addAction(self.tr("Select all"), document.select_all)

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
