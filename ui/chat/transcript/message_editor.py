"""The place where a question or an answer is written anew, in the middle of the transcript."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from app.text import without_blank_edges
from ui.theme.fonts import text_font
from ui.widgets.escape_key import EscapeKey
from ui.widgets.growing_edit import GrowingEdit
from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label
from ui.widgets.tip_lines import tip_lines


class MessageEditor(QFrame):
    """Holds the text; `confirm` is called with what should become a version, `cancel` when nothing should."""

    def __init__(
        self,
        text: str,
        *,
        confirm_text: str,
        note: str,
        confirm: Callable[[str], None],
        cancel: Callable[[], None],
        draft: str | None = None,
    ) -> None:
        super().__init__()
        self._on_confirm = confirm
        self.setObjectName("composer")
        self._before = text
        self._edit = GrowingEdit()
        self._edit.setFont(text_font(size_px=15))
        self._edit.setPlainText(text if draft is None else draft)
        self._edit.setAccessibleName(confirm_text)
        self._edit.setToolTip(tip_lines(self.tr("Enter confirms, Shift+Enter begins a new line, Escape cancels")))
        self._edit.textChanged.connect(self._check)
        self._edit.submitted.connect(self._confirm)
        EscapeKey(self._edit, cancel)
        hint = self.tr("Shift+Enter for a new line")
        note_label = label(f"{note} {hint}", wraps=True, tone="faint", scale="small")
        close = button(self.tr("Cancel"), self.tr("Leave everything as it is (Esc)"), clicked=cancel)
        self._confirm_button = button(
            confirm_text,
            self.tr("{text} (Enter)").format(text=confirm_text),
            kind="primary",
            clicked=self._confirm,
        )
        parts = (self._edit, note_label, row(1, close, self._confirm_button))
        column(*parts, of=self, margins=(14, 12, 12, 10), spacing=8)
        self._check()

    @property
    def text(self) -> str:
        """What is written there now."""
        return self._edit.toPlainText()

    def caret_px(self, card: QWidget) -> int | None:
        """Return how far below the top of its card the caret stands, if the keyboard is here."""
        return self._edit.mapTo(card, self._edit.cursorRect().bottomLeft()).y() if self._edit.hasFocus() else None

    def take_keyboard(self) -> None:
        """Let the person type, at the end of the text."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self._edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self._edit.setTextCursor(cursor)

    def _check(self) -> None:
        self._confirm_button.setEnabled(bool(self.text.strip()) and self.text != self._before)

    def _confirm(self) -> None:
        if self._confirm_button.isEnabled():
            self._on_confirm(without_blank_edges(self.text))
