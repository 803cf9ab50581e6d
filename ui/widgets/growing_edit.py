"""A field for several lines that grows with what is typed."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ui.widgets.composed_word import ComposedWord
from ui.widgets.long_words import make_way_for, wrapping_of

_MOST_LINES = 8
_LONG_PASTE = 4000
"""Characters from which a pasted text is kept out of the field: nobody reads it there."""


class GrowingEdit(QTextEdit):
    """Plain text; Enter submits, Shift+Enter breaks the line, beyond eight lines it scrolls.

    While a word is composed with an input method, Enter is that method's.

    With `keeps_long_texts_out` a long text that is pasted is only told.

    Signals:
        submitted(): Enter was pressed.
        focus_changed(bool): it has the keyboard, or lost it.
        long_text_pasted(str): a long text was pasted; it is not inserted, for whoever hears this to keep.
        files_pasted(tuple): files were pasted, by their paths.
        picture_pasted(QImage): a picture without a file was pasted.
    """

    submitted = Signal()
    focus_changed = Signal(bool)
    long_text_pasted = Signal(str)
    files_pasted = Signal(object)
    picture_pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, keeps_long_texts_out: bool = False) -> None:
        super().__init__(parent)
        self._keeps_long_texts_out = keeps_long_texts_out
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(self.document().size())
        ComposedWord(self).watch(self)

    def _fit(self, size: QSizeF) -> None:
        line = self.fontMetrics().lineSpacing()
        height = max(line, min(math.ceil(size.height()), line * _MOST_LINES))
        if height + 2 != self.maximumHeight():
            self.setFixedHeight(height + 2)
        needs_bar = size.height() > line * _MOST_LINES + 1
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needs_bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)

    def setPlainText(self, text: str) -> None:
        """Write another text."""
        self.clear()
        self.setWordWrapMode(wrapping_of(text))
        super().setPlainText(text)

    def insertPlainText(self, text: str) -> None:
        """Write a text where the cursor is."""
        make_way_for(self, text)
        super().insertPlainText(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take files and pictures, too."""
        return source.hasUrls() or source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what was pasted, unless it is a file, a picture or a long text."""
        paths = tuple(url.toLocalFile() for url in source.urls() if url.isLocalFile())
        if paths:
            self.files_pasted.emit(paths)
        elif self._keeps_long_texts_out and source.hasText() and len(source.text()) > _LONG_PASTE:
            self.long_text_pasted.emit(source.text())
        elif source.hasImage() and not source.hasText():
            self.picture_pasted.emit(QImage(source.imageData()))
        else:
            make_way_for(self, source.text())
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Enter, unless Shift is held."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it has gone."""
        super().focusOutEvent(event)
        self.focus_changed.emit(False)
