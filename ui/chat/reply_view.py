"""One reply in the transcript: the chip of its thought, the answer, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.chat.reply_card import ReplyCard, ReplyPhase, VersionStep
from ui.chat.reply_footer import ReplyFooter
from ui.chat.thought_text import ThoughtText
from ui.chat.waiting_row import WaitingRow
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.spoken_numbers import count_text, seconds_text, spent_text
from ui.widgets.tall_text import TallText

_INLINE_THOUGHT_PX = 240


class ReplyView(QWidget):
    """Shows a `ReplyCard`; the answer grows by `append_answer` and is laid out once.

    Signals:
        thought_asked(int): the chip of this question's reply was pressed.
        regenerate_asked(int): answer this question anew.
        continue_asked(int): go on with this reply (its own id) where it stopped.
        answer_now_asked(): end the running thought and go on to the answer.
        version_asked(VersionStep): show another version of the reply.
        stop_asked(): end the running reply.
        cancel_asked(int): do not answer this waiting question.
    """

    thought_asked = Signal(int)
    regenerate_asked = Signal(int)
    continue_asked = Signal(int)
    answer_now_asked = Signal()
    version_asked = Signal(object)
    stop_asked = Signal()
    cancel_asked = Signal(int)

    def __init__(self, card: ReplyCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._chip = QPushButton()
        self._chip.setProperty("kind", "chip")
        self._answer_now = QPushButton(self.tr("Answer now"))
        self._answer_now.setProperty("kind", "link")
        self._answer_now.setToolTip(self.tr("End the thought and go on to the answer (Ctrl+Shift+A)"))
        self._answer_now.setVisible(False)
        self._answer_now.clicked.connect(self.answer_now_asked)
        self._offers_answer_now = False
        self._thought: ThoughtText | None = None
        self._thought_box = QFrame()
        self._thought_box.setObjectName("thoughtBox")
        self._thought_box.setVisible(False)
        self._answer = TallText()
        self._answer.setAccessibleName(self.tr("Answer"))
        self._waiting: WaitingRow | None = None
        self._failure: NoticeBar | None = None
        self._footer: ReplyFooter | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        chip_row = QHBoxLayout()
        chip_row.setSpacing(12)
        chip_row.addWidget(self._chip)
        chip_row.addWidget(self._answer_now)
        chip_row.addStretch()
        self._column.addLayout(chip_row)
        self._column.addWidget(self._thought_box)
        self._column.addWidget(self._answer)
        self._chip.clicked.connect(lambda: self.thought_asked.emit(self._card.question_id))
        self._answer.set_text(card.answer)
        self._show_parts()

    @property
    def card(self) -> ReplyCard:
        """What is shown."""
        return self._card

    def show_card(self, card: ReplyCard) -> None:
        """Show a new state of the reply; the answer is only set again if it is another one."""
        if card.reply_id != self._card.reply_id or (not card.is_running and card.answer != self._answer.text()):
            self._answer.set_text(card.answer)
        self._card = card
        self._show_parts()

    def append_answer(self, text: str) -> None:
        """Let the answer grow."""
        if not self._answer.isVisible():
            self._answer.setVisible(True)
        self._answer.append_text(text)

    def offer_answer_now(self, *, offered: bool) -> None:
        """Offer to end a running thought here: the pane that offers it too is out of sight."""
        self._offers_answer_now = offered
        self._answer_now.setVisible(offered and self._card.phase is ReplyPhase.THINKING)

    def show_seconds(self, seconds: float, *, has_thought: bool) -> None:
        """Show how long the model has been thinking."""
        card = replace(self._card, thinking_s=seconds, has_thought=has_thought or self._card.has_thought)
        self._card = card
        self._chip.setText(self._chip_text(card))
        self._chip.setEnabled(card.has_thought)

    # --- the thought, above the answer in a narrow window ---------------------------------------------------------

    @property
    def is_thought_open(self) -> bool:
        """Whether the thought is unfolded here."""
        return self._thought is not None

    def unfold_thought(self, text: str) -> None:
        """Show the thought above the answer."""
        if self._thought is None:
            self._thought = ThoughtText()
            self._thought.setFixedHeight(_INLINE_THOUGHT_PX)
            inside = self._thought_box.layout() or QVBoxLayout(self._thought_box)
            inside.setContentsMargins(12, 10, 6, 10)
            inside.addWidget(self._thought)
        self._thought.show_thought(text, None)
        self._thought_box.setVisible(True)

    def append_thought(self, text: str) -> None:
        """Let the unfolded thought grow."""
        if self._thought is not None:
            self._thought.append_thought(text)

    def fold_thought(self) -> None:
        """Fold the thought away."""
        self._thought_box.setVisible(False)
        if self._thought is not None:
            self._thought.deleteLater()
            self._thought = None

    # --- private ----------------------------------------------------------------------------------------------

    def _show_parts(self) -> None:
        card = self._card
        chip = self._chip_text(card)
        self._chip.setText(chip)
        self._chip.setVisible(bool(chip))
        self._chip.setEnabled(card.has_thought)
        self._chip.setToolTip(self.tr("Show the thought") if card.has_thought else "")
        self._answer_now.setVisible(self._offers_answer_now and card.phase is ReplyPhase.THINKING)
        self._answer.setVisible(bool(card.answer) or card.phase is ReplyPhase.ANSWERING)
        self._show_waiting(card)
        self._show_failure(card)
        self._show_footer(card)

    def _show_waiting(self, card: ReplyCard) -> None:
        is_waiting = card.phase is ReplyPhase.WAITING
        if self._waiting is None and is_waiting:
            self._waiting = WaitingRow()
            self._waiting.stop_asked.connect(self.stop_asked)
            self._waiting.cancel_asked.connect(lambda: self.cancel_asked.emit(self._card.question_id))
            self._column.insertWidget(0, self._waiting)
        if self._waiting is not None:
            self._waiting.show_waiting_for(card.waiting_for)
            self._waiting.setVisible(is_waiting)

    def _show_failure(self, card: ReplyCard) -> None:
        if self._failure is None and card.failure is not None:
            self._failure = NoticeBar(dismissable=False)
            self._failure.action_chosen.connect(lambda: self.regenerate_asked.emit(self._card.question_id))
            self._failure.second_action_chosen.connect(self._ask_to_continue)
            self._column.insertWidget(self._column.indexOf(self._answer) + 1, self._failure)
        if self._failure is not None:
            if card.failure is not None:
                self._failure.show_notice(card.failure)
            self._failure.setVisible(card.failure is not None)

    def _show_footer(self, card: ReplyCard) -> None:
        has_ended = not card.is_running and card.phase is not ReplyPhase.WAITING
        if self._footer is None and has_ended:
            self._footer = ReplyFooter()
            self._footer.copy_asked.connect(self._copy)
            self._footer.regenerate_asked.connect(lambda: self.regenerate_asked.emit(self._card.question_id))
            self._footer.continue_asked.connect(self._ask_to_continue)
            self._footer.version_asked.connect(
                lambda step: self.version_asked.emit(VersionStep(self._card.question_id, step))
            )
            self._column.addWidget(self._footer, 0, Qt.AlignmentFlag.AlignBottom)
        if self._footer is not None:
            self._footer.show_card(card)
            self._footer.setVisible(has_ended)

    def _chip_text(self, card: ReplyCard) -> str:
        match card.phase:
            case ReplyPhase.LOADING if card.progress is None:
                return self.tr("Loading the model")
            case ReplyPhase.LOADING:
                return self.tr("Loading the model · {percent} %").format(percent=int((card.progress or 0) * 100))
            case ReplyPhase.READING if card.progress is None:
                return self.tr("Reading")
            case ReplyPhase.READING:
                return self.tr("Reading · {percent} %").format(percent=int((card.progress or 0) * 100))
            case ReplyPhase.THINKING:
                return self.tr("Thinking · {time}").format(time=seconds_text(card.thinking_s or 0))
        if not card.has_thought:
            return ""
        if not card.thinking_tokens:
            return self.tr("Thought ›")
        tokens = count_text(card.thinking_tokens)
        if card.thinking_s is None:
            return self.tr("Thought · {tokens} tokens ›").format(tokens=tokens)
        text = self.tr("Thought for {time} · {tokens} tokens ›")
        return text.format(time=spent_text(card.thinking_s), tokens=tokens)

    def _ask_to_continue(self) -> None:
        if self._card.reply_id is not None:
            self.continue_asked.emit(self._card.reply_id)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._answer.text())
        if self._footer is not None:
            self._footer.say_copied()
