"""A thought as a text that can be edited, and the two ways to go on from it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ui.chat.thoughts.thought_card import EditedThought
from ui.theme.fonts import text_font
from ui.widgets.escape_key import EscapeKey
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column
from ui.widgets.long_words import PlainField
from ui.widgets.styled import button, label


class ThoughtEditor(QWidget):
    """Holds the draft of a step's thought; drafts that were not sent are there again when it opens for the step.

    Signals:
        submitted(EditedThought): go on from this.
        cancelled(): leave the thought as it is.
    """

    submitted = Signal(object)
    cancelled = Signal()

    def __init__(self, drafts: dict[tuple[int, int], str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = (0, 0)
        """Of which reply and step the thought is."""
        self._drafts: dict[tuple[int, int], str] = {} if drafts is None else drafts
        self._text = PlainField()
        self._text.setObjectName("thoughtEditor")
        self._text.setAccessibleName(self.tr("The thought to go on from"))
        self._text.setTabChangesFocus(True)
        self._text.setFont(text_font(size_px=13))
        self._text.installEventFilter(self)
        EscapeKey(self._text, self._cancel)
        self._hint = hint = label(tone="soft", scale="small", wraps=True)
        think = button(
            self.tr("Think on from here"),
            self.tr("Let the model think on from the end of this text (Ctrl+Enter)"),
            kind="primary",
            clicked=lambda: self._submit(answers_now=False),
        )
        answer = button(
            self.tr("Answer from it"),
            self.tr("Take this as the whole thought and let the model answer (Ctrl+Shift+Enter)"),
            clicked=lambda: self._submit(answers_now=True),
        )
        tip = self.tr("Leave the thought as it is (Esc)")
        cancel = button(self.tr("Cancel"), tip, kind="link", clicked=self._cancel)
        parts = (hint, (self._text, 1), think, FlowRow(answer, cancel))
        column(*parts, of=self, margins=(0, 0, 8, 4), spacing=8)

    def edit(self, reply_id: int, text: str, *, step: int = 0) -> None:
        """Offer the thought of a step for editing, the cursor at its end."""
        self._place = (reply_id, step)
        words = self.tr("The model goes on from the end of this text. The reply as it is stays as a version.")
        if step:
            words += " " + self.tr("The calls before this thought stay, with their results.")
        self._hint.setText(words)
        self._text.setPlainText(self._drafts.get(self._place, text))
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._text.setFocus()

    def put_away(self) -> None:
        """Remember what is written here, for the next time that this thought is edited."""
        if self._place[0]:
            self._drafts[self._place] = self._text.toPlainText()

    def _submit(self, *, answers_now: bool) -> None:
        self._drafts.pop(self._place, None)
        reply_id, step = self._place
        self.submitted.emit(EditedThought(reply_id, self._text.toPlainText(), answers_now, step=step))

    def _cancel(self) -> None:
        self._drafts.pop(self._place, None)
        self.cancelled.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Ctrl+Enter goes on."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._submit(answers_now=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        return False
