"""Where the person writes: Enter sends, Shift+Enter breaks the line, Escape stops."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QWidget

from app.text import without_blank_edges
from ui.chat.composer.attached_files import AttachedFiles
from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, give_icon
from ui.theme.spacing import keep_spaced
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.growing_edit import GrowingEdit
from ui.widgets.layouts import column, row
from ui.widgets.styled import label, show_text, styled
from ui.widgets.timers import after
from ui.widgets.tip_lines import tip_lines

_PAUSE_MS = 600
_HINT_FITS_PX = 520
_WORDS_FIT_PX = 340
"""Below this width what stands in the foot has no room for its words."""


class Composer(QFrame):
    """A field, files above it, and one button, which sends, or stops while a reply is written and the field is empty.

    Signals:
        sent(str): the person asks this; the field is empty again. `files` are still there, for the listener to take.
        stop_asked(): end the running reply.
        paused(str): this is written, and the person has not typed for a moment.
        draft_changed(): text or files are others now.
        refused(): the person wants to send what does not fit.
        narrow_changed(bool): there is little room now, or enough again.
    """

    sent = Signal(str)
    stop_asked = Signal()
    paused = Signal(str)
    draft_changed = Signal()
    refused = Signal()
    narrow_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._is_running = False
        self._can_send = False
        self._fits = True
        self._goes_on = False
        self._blocked = ""
        """Why nothing can be sent now."""
        self.cost = ""
        """What is said of the question's cost; empty for nothing."""
        self.edit = GrowingEdit(keeps_long_texts_out=True)
        self.edit.setAccessibleName(self.tr("Your question"))
        self.files = AttachedFiles()
        self.attach = QToolButton()
        give_icon(self.attach, IconName.ADD)
        self.attach.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.attach.setToolTip(
            tip_lines(self.tr("Send files along: text, code, Markdown, CSV, JSON, PDF, pictures (Ctrl+U)"))
        )
        self.attach.setAccessibleName(self.tr("Send files along"))
        self._vote_cost_text = ""
        self._vote_cost = styled(ElidedLabel(), tone="faint", scale="small")
        self._hint = label(self.tr("Shift+Enter for a new line"), tone="faint", scale="small")
        self._button = styled(QPushButton(), kind="primary")
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._foot = row(self.attach, 1, self._vote_cost, self._hint, spacing=6)
        self._foot.addSpacing(4)
        self._foot.addWidget(self._button)
        self._note = label(tone="soft", scale="small", wraps=True)
        self._note.setVisible(False)
        keep_spaced(column(self._note, self.files, self.edit, self._foot, of=self, margins=(14, 12, 12, 10), spacing=8))
        self.edit.submitted.connect(self._send)
        self.edit.textChanged.connect(self._note_change)
        self.files.changed.connect(self._note_change)
        self._pause = after(self, _PAUSE_MS, self._tell_pause)
        self.edit.textChanged.connect(self._note_typing)
        self.edit.focus_changed.connect(self._show_focus)
        self._button.clicked.connect(self._press)
        self.setFocusProxy(self.edit)
        self.set_placeholder(self.tr("Ask something"))
        self._show_button()

    @property
    def draft(self) -> str:
        """What is written and not yet sent."""
        return self.edit.toPlainText()

    @property
    def is_narrow(self) -> bool:
        """Whether there is little room now."""
        return self.width() < scaled_px(_WORDS_FIT_PX)

    @property
    def can_be_sent(self) -> bool:
        """Whether there is a question that can be sent now."""
        return self._has_question() and self._can_send and not self._blocked

    def take_question(self) -> str | None:
        """Empty the field and return what can be sent, if anything; `files` are still there."""
        if not self.can_be_sent:
            return None
        if not self._fits:
            self.refused.emit()
            return None
        text = without_blank_edges(self.draft)
        self.edit.clear()
        return text

    def set_draft(self, text: str) -> None:
        """Put an unsent text into the field, the cursor at its end."""
        self.edit.setPlainText(text)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)

    def quote(self, text: str) -> None:
        """Put a text that is asked about above what is written, as a quotation, and the keyboard below it."""
        quoted = "> " + text.replace("\n", "\n> ")
        self.set_draft(f"{quoted}\n\n{self.draft.lstrip()}")
        self.setFocus()

    def set_placeholder(self, text: str) -> None:
        """Say what could be written here."""
        self._placeholder = text
        self._show_placeholder()

    def set_running(self, *, running: bool) -> None:
        """Offer to stop while a reply of this conversation is written."""
        self._is_running = running
        self._show_button()

    def set_can_send(self, *, can_send: bool) -> None:
        """Allow sending (a model is chosen)."""
        self._can_send = can_send
        self._show_button()

    def set_goes_on(self, *, goes_on: bool) -> None:
        """Ask for a text that is gone on with, instead of a question."""
        self._goes_on = goes_on
        self._show_placeholder()
        self._show_button()

    def set_blocked(self, reason: str) -> None:
        """Let nothing be sent, for this reason; without one, let it again."""
        self._blocked = reason
        self._show_button()

    def set_fits(self, *, fits: bool) -> None:
        """Refuse to send what would not fit into the context."""
        self._fits = fits

    def add_to_foot(self, widget: QWidget) -> None:
        """Put something that belongs to the question below it, on the left."""
        self._foot.insertWidget(1, widget)
        widget.setVisible(True)

    @property
    def note(self) -> str:
        """What is said above the question; empty for nothing."""
        return self._note.text()

    def show_note(self, text: str) -> None:
        """Say above the question where it goes; empty for nothing."""
        show_text(self._note, text)
        self.edit.setAccessibleDescription(text)

    def show_cost(self, text: str) -> None:
        """Say what the question costs, in the place of the hint; empty for nothing. Without a question nothing does."""
        self.cost = text if self.draft.strip() or self.files.files else ""
        self._show_hint()

    def show_vote_cost(self, text: str) -> None:
        """Say what asking several times will cost, while there is a question; empty for nothing."""
        self._vote_cost_text = text
        self._show_hint()

    # --- private ----------------------------------------------------------------------------------------------

    def _note_change(self) -> None:
        self._show_button()
        self.show_cost(self.cost)  # it goes with the question
        self.draft_changed.emit()

    def _note_typing(self) -> None:
        """Wait for a moment without typing; an empty field has nothing to tell."""
        if self.edit.document().isEmpty():
            self._pause.stop()
        else:
            self._pause.start()

    def _tell_pause(self) -> None:
        self.paused.emit(self.draft)

    def _has_question(self) -> bool:
        return bool(self.draft.strip() or self.files.files) and not self.files.is_reading

    def _send(self) -> None:
        text = self.take_question()
        if text is not None:
            self.sent.emit(text)

    def _press(self) -> None:
        if self._offers_stop():
            self.stop_asked.emit()
        else:
            self._send()
        self.edit.setFocus()

    def _offers_stop(self) -> bool:
        return self._is_running and not self.draft.strip() and not self.files.files

    def _show_button(self) -> None:
        if self._offers_stop():
            self._button.setText(self.tr("Stop  Esc"))
            self._button.setToolTip(self.tr("Stop the reply (Esc)"))
            self._button.setAccessibleName(self.tr("Stop the reply"))
            self._button.setEnabled(True)
            return
        if self._goes_on:
            self._button.setText(self.tr("Go on"))
            self._button.setToolTip(self._blocked or self.tr("Let the model go on with the text (Enter)"))
            self._button.setAccessibleName(self.tr("Let the model go on with the text"))
        else:
            self._button.setText(self.tr("Send"))
            self._button.setToolTip(self._blocked or self.tr("Send the question (Enter)"))
            self._button.setAccessibleName(self.tr("Send the question"))
        self._button.setEnabled(self.can_be_sent)

    def _show_placeholder(self) -> None:
        self.edit.setPlaceholderText(
            self.tr("Write a text that the model goes on with") if self._goes_on else self._placeholder
        )
        self.edit.setAccessibleName(self.tr("Your text") if self._goes_on else self.tr("Your question"))

    def _show_hint(self) -> None:
        has_question = bool(self.draft.strip() or self.files.files)
        show_text(self._vote_cost, self._vote_cost_text if has_question else "")
        self._hint.setText(self.cost or self.tr("Shift+Enter for a new line"))
        self._hint.setToolTip(self.tr("Tokens that this question takes, with its files") if self.cost else "")
        is_roomy = self.width() >= scaled_px(_HINT_FITS_PX) and self._vote_cost.isHidden()
        self._hint.setVisible(bool(self.cost) or is_roomy)

    def _show_focus(self, focused: bool) -> None:
        self.setProperty("focused", focused)
        self.style().polish(self)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops the running reply."""
        if event.key() == Qt.Key.Key_Escape and self._is_running:
            self.stop_asked.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where there is little room."""
        super().resizeEvent(event)
        self._show_hint()
        self.narrow_changed.emit(self.is_narrow)
