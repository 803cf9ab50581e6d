"""Below a question: the files that went along with it, and whether the model is still given them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.history.attachments import AttachmentHead
from app.text import shortened_name
from ui.chat.transcript.card_requests import CardRequests
from ui.chat.transcript.picture_button import PictureButton
from ui.chat.transcript.reply_card import FilePlace, QuestionCard
from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label

_WIDTH_PX = 240
_HEIGHT_PX = 180


class SentNote(QWidget):
    """Hidden for a plain question."""

    def __init__(self, asks: CardRequests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = asks
        self._shown: QuestionCard | None = None
        self._column = column(of=self, margins=(0, 4, 0, 2), spacing=4)
        self.setVisible(False)

    def show_card(self, card: QuestionCard) -> None:
        """Show what belongs to this question."""
        if self._shown is not None and _said(card) == _said(self._shown):
            return
        self._shown = card
        self._clear()
        for index, file in enumerate(card.files):
            place = FilePlace(card.question_id, index)
            self._add(self._picture(place, file) if file.is_picture else self._chip(place, file.name))
        if card.is_left_out:
            self._add(self._label(self.tr("Not sent to the model any more")))
        elif card.are_files_left_out and card.files:
            self._add(self._label(self.tr("Files not sent to the model any more")))
        self.setVisible(self._column.count() > 0)

    def _chip(self, place: FilePlace, name: str) -> QPushButton:
        chip = button(
            shortened_name(name),
            self.tr("Show the text of {name}").format(name=name),
            name=self.tr("File {name}").format(name=name),
        )
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(lambda: self._asks.file_asked.emit(place))
        return chip

    def _picture(self, place: FilePlace, file: AttachmentHead) -> PictureButton:
        button = PictureButton(shortened_name(file.name), file.preview, width=_WIDTH_PX, height=_HEIGHT_PX)
        button.setToolTip(self.tr("Show {name} large").format(name=file.name))
        button.setAccessibleName(self.tr("Picture {name}").format(name=file.name))
        button.clicked.connect(lambda: self._asks.file_asked.emit(place))
        return button

    def _label(self, text: str) -> QLabel:
        made = label(text, tone="warm", scale="small")
        made.setToolTip(self.tr("It was left out to make room in the context; “Send everything” brings it back"))
        return made

    def _add(self, widget: QWidget) -> None:
        self._column.addLayout(row(1, widget))

    def _clear(self) -> None:
        for widget in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            widget.setVisible(False)
            widget.deleteLater()
        while self._column.count():
            self._column.takeAt(0)


def _said(card: QuestionCard) -> tuple[object, ...]:
    return card.question_id, card.files, card.is_left_out, card.are_files_left_out
