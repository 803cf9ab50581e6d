"""What makes a document an answer in Markdown, or something else that is shown in the same way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette

from app.documents.document_source import DocumentSource
from app.documents.growing_document import GrowingDocument
from ui.documents.document_layout import DocumentLayout
from ui.documents.document_selection import DocumentSelection
from ui.documents.document_style import DocumentStyle


class DocumentKind:
    """An answer: Markdown that may grow. Other kinds override what they do otherwise."""

    def document(self) -> DocumentSource:
        """Return what reads a new text."""
        return GrowingDocument()

    def selection(self, layout: DocumentLayout) -> DocumentSelection:
        """Return what is copied of the boxes of a layout."""
        return DocumentSelection(layout)

    def style(self, palette: QPalette, *, size_px: int) -> DocumentStyle:
        """Return how it looks in the present theme and size of text."""
        return DocumentStyle.from_palette(palette, size_px=size_px)

    def spoken_name(self) -> str:
        """Return what a screen reader calls it."""
        return QCoreApplication.translate("DocumentView", "Answer")
