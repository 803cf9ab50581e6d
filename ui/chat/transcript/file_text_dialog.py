"""Shows the text of a file as the model is given it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from app.history.attachments import StoredAttachment
from ui.theme.fonts import code_font, scaled_px
from ui.widgets.layouts import column, row
from ui.widgets.long_words import LONGEST_EDITED, PlainField
from ui.widgets.spoken_numbers import size_text
from ui.widgets.styled import button, label
from ui.widgets.window_size import open_at


class FileTextDialog(QDialog):
    """The text, to read and to copy from; a very long one is shown in its first part."""

    def __init__(
        self, file: StoredAttachment, parent: QWidget | None = None, *, offers_insertion: bool = False
    ) -> None:
        super().__init__(parent)
        self.is_insertion_wanted = False
        self.setWindowTitle(file.head.name)
        open_at(self, scaled_px(640), scaled_px(480))
        letters = len(file.text)
        words = self.tr("{size} · %Ln characters, as the model reads it", "", letters)
        if letters > LONGEST_EDITED:
            words = self.tr("{size} · %Ln characters; the first part is shown here", "", letters)
        head = label(words.format(size=size_text(file.size_bytes)), wraps=True, tone="soft")
        text = PlainField()
        text.setReadOnly(True)
        text.setFont(code_font())
        text.setAccessibleName(self.tr("Text of {name}").format(name=file.head.name))
        text.setToolTip(text.accessibleName())
        text.setPlainText(file.text[:LONGEST_EDITED])
        close = button(self.tr("Close"), self.tr("Close (Esc)"), clicked=self.accept)
        close.setDefault(True)
        insert = button(
            self.tr("Put the text into the question"),
            self.tr("Write this text into the field instead of sending a file"),
            clicked=self._insert,
        )
        insert.setVisible(offers_insertion and letters <= LONGEST_EDITED)
        column(head, (text, 1), row(insert, 1, close), of=self, margins=(20, 16, 20, 16), spacing=10)

    def _insert(self) -> None:
        self.is_insertion_wanted = True
        self.accept()
