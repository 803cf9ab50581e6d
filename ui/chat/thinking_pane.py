"""The thinking pane: the thought of one reply, beside its answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.chat.edited_thought import EditedThought
from ui.chat.header_bar import HEADER_PX
from ui.chat.thought_card import ThoughtCard, ThoughtProgress
from ui.chat.thought_editor import ThoughtEditor
from ui.chat.thought_foot import ThoughtFoot
from ui.chat.thought_text import ThoughtText
from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, Icons
from ui.theme.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.pulse import Pulse
from ui.widgets.pulse_dot import PulseDot
from ui.widgets.spoken_numbers import count_text, seconds_text, spent_text


class ThinkingPane(QFrame):
    """Shows one `ThoughtCard` and lets it grow; while it runs, it can be ended or given a hint.

    Signals:
        collapse_asked(): the pane should fold to its rail.
        answer_now_asked(): the running thought should end and the answer begin.
        nudged(str): this hint should go into the running thought.
        thought_edited(EditedThought): the model should go on from this.
    """

    collapse_asked = Signal()
    answer_now_asked = Signal()
    nudged = Signal(str)
    thought_edited = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setMinimumWidth(240)
        self.setAccessibleName(self.tr("Thinking"))
        self._dot = PulseDot(theme, pulse)
        self._title = QLabel()
        self._title.setObjectName("paneTitle")
        self._figures = ElidedLabel()
        self._figures.setProperty("tone", "soft")
        self._answer_now = QPushButton(self.tr("Answer now"))
        self._answer_now.setProperty("kind", "small")
        self._answer_now.setToolTip(self.tr("End the thought and go on to the answer (Ctrl+Shift+A)"))
        self._answer_now.clicked.connect(self.ask_for_answer)
        collapse = QToolButton()
        collapse.setToolTip(self.tr("Hide the thinking pane (Ctrl+T)"))
        collapse.setAccessibleName(self.tr("Hide the thinking pane"))
        collapse.clicked.connect(self.collapse_asked)
        icons.give(collapse, IconName.HIDE_PANE)
        header = QFrame()
        header.setObjectName("paneHeader")
        header.setFixedHeight(max(HEADER_PX, scaled_px(HEADER_PX - 8)))
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._dot)
        row.addWidget(self._title)
        row.addWidget(self._figures, 1)
        row.addWidget(self._answer_now)
        row.addWidget(collapse)
        self._empty = QLabel()
        self._empty.setProperty("tone", "faint")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self._text = ThoughtText()
        self._is_empty = True
        self._is_live = False
        self._foot = ThoughtFoot()
        self._foot.nudged.connect(self.nudged)
        self._foot.answer_now_asked.connect(self.ask_for_answer)
        self._foot.edit_asked.connect(self.edit_thought)
        self._editor = ThoughtEditor()
        self._editor.setVisible(False)
        self._editor.submitted.connect(self._go_on)
        self._editor.cancelled.connect(self._close_editor)
        self._card: ThoughtCard | None = None
        self._can_edit = False
        self._progress = ThoughtProgress()
        body = QVBoxLayout()
        body.setContentsMargins(16, 14, 8, 8)
        body.addWidget(self._text)
        body.addWidget(self._editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._empty)
        column.addLayout(body, 1)
        column.addWidget(self._foot)
        self.show_nothing(self.tr("The model's thought appears here, beside its answer."))

    @property
    def is_empty(self) -> bool:
        """Whether no thought is shown."""
        return self._is_empty

    @property
    def is_editing(self) -> bool:
        """Whether a thought is open for editing."""
        return self._editor.isVisibleTo(self)

    def edit_thought(self) -> None:
        """Open the thought shown for editing, if its reply is over."""
        card = self._card
        if self._can_edit and card is not None and card.reply_id is not None and not self.is_editing:
            self._text.setVisible(False)
            self._foot.setVisible(False)
            self._editor.setVisible(True)
            self._title.setText(self.tr("Edit the thought"))
            self._figures.setText("")
            self._editor.edit(card.reply_id, self._text.text())

    def show_thought(self, card: ThoughtCard) -> None:
        """Show the thought of another reply, from its beginning (a live one from its end)."""
        self._put_editor_away()
        self._card = card
        self._is_empty = False
        self._empty.setVisible(False)
        self._text.setVisible(True)
        self._text.show_thought(card.text, card.times)
        self.show_progress(card.progress)
        if card.progress.is_live:
            self._text.scroll_to_end()
        else:
            self._text.verticalScrollBar().setValue(0)

    def append_thought(self, text: str) -> None:
        """Let the thought grow."""
        self._text.append_thought(text)

    def show_progress(self, progress: ThoughtProgress) -> None:
        """Show how long and how much; what comes while the thought is edited is shown after it."""
        self._progress = progress
        if self.is_editing:
            return
        self._show_steering(is_live=progress.is_live, can_edit=progress.can_edit)
        self._foot.set_circling(is_circling=progress.is_circling)
        self._title.setText(self.tr("Thinking") if progress.is_live else self.tr("Thought"))
        parts = []
        if progress.seconds is not None:
            parts.append(seconds_text(progress.seconds) if progress.is_live else spent_text(progress.seconds))
        if progress.tokens:
            parts.append(self.tr("{tokens} tokens").format(tokens=count_text(progress.tokens)))
        self._figures.setText(" · ".join(parts))

    def show_nothing(self, reason: str) -> None:
        """Say in a sentence why there is no thought here."""
        self._put_editor_away()
        self._card = None
        self._is_empty = True
        self._show_steering(is_live=False)
        self._title.setText(self.tr("Thinking"))
        self._figures.setText("")
        self._text.show_thought("", None)
        self._text.setVisible(False)
        self._empty.setText(reason)
        self._empty.setVisible(True)

    def ask_for_answer(self) -> None:
        """Ask for the end of the running thought, once."""
        if self._is_live and self._answer_now.isEnabled():
            self._answer_now.setEnabled(False)
            self.answer_now_asked.emit()

    def open_nudge(self) -> None:
        """Open the field for a hint, if a thought runs."""
        if self._is_live:
            self._foot.open_nudge()

    def _go_on(self, edited: EditedThought) -> None:
        self._close_editor()
        self.thought_edited.emit(edited)

    def _close_editor(self) -> None:
        """Show the thought again as it is."""
        had_keyboard = self._editor.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._editor.setVisible(False)
        if self._card is not None:
            self._text.setVisible(True)
            self.show_progress(self._progress)
        if had_keyboard:
            self._text.setFocus()

    def _put_editor_away(self) -> None:
        if self.is_editing:
            self._editor.put_away()
            self._editor.setVisible(False)

    def _show_steering(self, *, is_live: bool, can_edit: bool = False) -> None:
        if is_live and not self._is_live:
            self._answer_now.setEnabled(True)
        elif self._is_live and not is_live:
            self._foot.close_nudge()
        self._is_live = is_live
        self._dot.setVisible(is_live)
        self._answer_now.setVisible(is_live)
        self._can_edit = can_edit
        if is_live or can_edit:
            self._foot.set_live(is_live=is_live)
        self._foot.setVisible(is_live or can_edit)
