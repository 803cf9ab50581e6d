"""What a question and a reply in the transcript have alike: a text that is searched, and edited where it stands."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.chat.transcript.card_requests import CardRequests
from ui.chat.transcript.message_editor import MessageEditor
from ui.chat.transcript.reply_card import Card, MessageEdit
from ui.documents.document_view import DocumentView

TEXT_PX = 15


_Card = TypeVar("_Card", bound=Card)


class MessageCard(QWidget, Generic[_Card]):
    """Shows a `card`, whose text stands in a document. `asks` is told what is wanted."""

    def __init__(self, card: _Card, text: DocumentView, parent: QWidget | None = None, *, asks: CardRequests) -> None:
        super().__init__(parent)
        self.card = card
        self._asks = asks
        self._text = text
        self._editor: MessageEditor | None = None
        self._column: QVBoxLayout
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("spokenRole", "item")
        text.hits_changed.connect(lambda: asks.hits_changed.emit(self.card.message_id))

    def text_view(self) -> DocumentView:
        """The view of the text."""
        return self._text

    # --- editing ----------------------------------------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        """Whether something would be lost if the card went out of sight."""
        return self._editor is not None

    @property
    def draft(self) -> str | None:
        """What is written in the editor, if that is open."""
        return self._editor.text if self._editor is not None else None

    @property
    def caret_px(self) -> int | None:
        """How far below the top what is typed stands, while the editor has the keyboard."""
        return self._editor.caret_px(self) if self._editor is not None else None

    def begin_editing(self, draft: str | None = None) -> None:
        """Put an editor in the place of the text, with what was written there before."""
        if self._editor is None:
            self._editor = self._new_editor(draft)
            self._column.insertWidget(max(0, self._column.indexOf(self._text)), self._editor)
            self._show_parts()
            self._editor.setVisible(True)
            self._editor.take_keyboard()

    def end_editing(self) -> None:
        """Take the editor away, as it is."""
        if self._editor is not None:
            self._editor.setVisible(False)
            self._editor.deleteLater()
            self._editor = None
            self._show_parts()

    def _new_editor(self, draft: str | None) -> MessageEditor:
        raise NotImplementedError

    def _show_parts(self) -> None:
        """Show what belongs to the card now."""
        raise NotImplementedError

    def _confirm(self, text: str) -> None:
        # The editor goes when the version is shown; where that could not be kept, what was written stays.
        self._asks.edited.emit(MessageEdit(self.card.message_id, text, self.card.is_reply))

    # --- finding ----------------------------------------------------------------------------------------------

    def find_text(self, text: str) -> int:
        """Mark all places of a text and return their number."""
        return self._text.find(text)

    @property
    def hit_count(self) -> int | None:
        """How many places have been found; None while not all of the text has been read."""
        return self._text.hit_count if self._text.is_caught_up else None

    def hit_top(self, index: int) -> int:
        """Return how far below this card's top a hit stands."""
        return self._text.mapTo(self, self._text.hit_rect(index).topLeft()).y()

    def show_hit(self, index: int | None) -> None:
        """Mark one hit more strongly than the others, or none."""
        self._text.show_hit(index)
