"""The transcript: questions and replies in one column of readable width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.chat.question_bubble import QuestionBubble
from ui.chat.reply_card import QuestionCard, ReplyCard
from ui.chat.reply_view import ReplyView
from ui.theme.fonts import scaled_px
from ui.widgets.spoken_numbers import count_text

COLUMN_PX = 544
"""About 72 average characters of Inter at 15 pixels."""

_SIDE_MARGIN_PX = 24
_BUILT_AT_ONCE = 40
"""Cards built when a conversation opens; the earlier ones come on request."""

Card = QuestionCard | ReplyCard


class Transcript(QScrollArea):
    """Shows the cards of one branch; follows the stream only while the reader is at its end.

    Signals:
        thought_asked(int): the chip of this question's reply was pressed.
        reply_came_into_view(int): the reader has scrolled to this question's reply.
        regenerate_asked(int), continue_asked(int), answer_now_asked(), version_asked(VersionStep), stop_asked(),
            cancel_asked(int): as in `ReplyView`.
    """

    thought_asked = Signal(int)
    reply_came_into_view = Signal(int)
    regenerate_asked = Signal(int)
    continue_asked = Signal(int)
    answer_now_asked = Signal()
    version_asked = Signal(object)
    stop_asked = Signal()
    cancel_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcript")
        self.setAccessibleName(self.tr("Conversation"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._replies: dict[int, ReplyView] = {}
        self._bubbles: list[QuestionBubble] = []
        self._earlier: list[Card] = []
        self._is_at_end = True
        self._is_moving_itself = False
        self._offers_answer_now = False
        ground = self._ground = QWidget()
        ground.setObjectName("transcriptColumn")
        self._column = QWidget()
        self._cards = QVBoxLayout(self._column)
        self._cards.setContentsMargins(0, 28, 0, 28)
        self._cards.setSpacing(20)
        self._cards.addStretch()
        self._more = QPushButton()
        self._more.setProperty("kind", "link")
        self._more.setVisible(False)
        self._more.clicked.connect(self._show_earlier)
        self._cards.insertWidget(0, self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout(ground)
        self._row = row
        row.addStretch(1)
        row.addWidget(self._column, 0)
        row.addStretch(1)
        self.setWidget(ground)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(90)
        self._look.timeout.connect(self._tell_reply_in_view)
        self.verticalScrollBar().rangeChanged.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._note_position)
        ground.installEventFilter(self)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show another branch, from its end."""
        self._clear()
        self._earlier = list(cards[:-_BUILT_AT_ONCE])
        for card in cards[-_BUILT_AT_ONCE:]:
            self._cards.insertWidget(self._cards.count() - 1, self._built(card))
        self._show_more_button()
        self._fit_column()
        self.scroll_to_end()

    def add_question(self, card: QuestionCard) -> None:
        """Add a question at the end and go there."""
        self._cards.insertWidget(self._cards.count() - 1, self._built(card))
        self._fit_column()
        self.scroll_to_end()

    def show_reply(self, card: ReplyCard) -> None:
        """Show a new state of a reply; one that is not there yet is added at the end."""
        view = self._replies.get(card.question_id)
        if view is None:
            self._cards.insertWidget(self._cards.count() - 1, self._built(card))
        else:
            view.show_card(card)

    def reply(self, question_id: int) -> ReplyView | None:
        """Return the view of a question's reply, if it is built."""
        return self._replies.get(question_id)

    def reply_in_view(self) -> int | None:
        """Return the question whose reply the reader is at."""
        if self._is_at_end and self._replies:
            return next(reversed(self._replies))
        found = None
        for question_id, view in self._replies.items():
            top = view.mapTo(self._ground, QPoint(0, 0)).y() - self.verticalScrollBar().value()
            if top > self.viewport().height() * 0.6:
                break
            found = question_id
        return found

    def offer_answer_now(self, *, offered: bool) -> None:
        """Let the running reply offer to end its thought: the thinking pane is out of sight."""
        self._offers_answer_now = offered
        for view in self._replies.values():
            view.offer_answer_now(offered=offered)

    def fold_thoughts(self) -> None:
        """Fold every thought that stands above its answer."""
        for view in self._replies.values():
            view.fold_thought()

    def scroll_to_end(self) -> None:
        """Go to the newest text, and follow it from here."""
        self._is_at_end = True
        self._follow()

    def scroll_page(self, direction: int) -> None:
        """Go a page up (-1) or down (+1)."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + direction * bar.pageStep())

    # --- private ----------------------------------------------------------------------------------------------

    def _built(self, card: Card) -> QWidget:
        if isinstance(card, QuestionCard):
            bubble = QuestionBubble(card.text)
            bubble.fit(self._column_px())
            self._bubbles.append(bubble)
            return bubble
        view = ReplyView(card)
        view.thought_asked.connect(self.thought_asked)
        view.regenerate_asked.connect(self.regenerate_asked)
        view.continue_asked.connect(self.continue_asked)
        view.answer_now_asked.connect(self.answer_now_asked)
        view.offer_answer_now(offered=self._offers_answer_now)
        view.version_asked.connect(self.version_asked)
        view.stop_asked.connect(self.stop_asked)
        view.cancel_asked.connect(self.cancel_asked)
        self._replies[card.question_id] = view
        return view

    def _clear(self) -> None:
        self._replies = {}
        self._bubbles = []
        while self._cards.count() > 2:
            item = self._cards.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_earlier(self) -> None:
        bar = self.verticalScrollBar()
        below = bar.maximum() - bar.value()
        self._is_at_end = False
        batch, self._earlier = self._earlier[-_BUILT_AT_ONCE:], self._earlier[:-_BUILT_AT_ONCE]
        later_replies, self._replies = self._replies, {}
        for index, card in enumerate(batch):
            self._cards.insertWidget(1 + index, self._built(card))
        self._replies.update(later_replies)
        self._show_more_button()
        self._fit_column()
        QTimer.singleShot(0, self, lambda: bar.setValue(bar.maximum() - below))

    def _show_more_button(self) -> None:
        self._more.setVisible(bool(self._earlier))
        text = self.tr("Show earlier messages ({count})")
        self._more.setText(text.format(count=count_text(len(self._earlier))))

    def _column_px(self) -> int:
        return max(120, min(scaled_px(COLUMN_PX), 2 * self.viewport().width() - self.width() - 2 * _SIDE_MARGIN_PX))

    def _fit_column(self) -> None:
        width = self._column_px()
        bar_px = self.width() - self.viewport().width()
        self._row.setContentsMargins(_SIDE_MARGIN_PX + bar_px, 0, _SIDE_MARGIN_PX, 0)
        self._column.setFixedWidth(width)
        for bubble in self._bubbles:
            bubble.fit(width)

    def _follow(self) -> None:
        if self._is_at_end:
            self._is_moving_itself = True
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            self._is_moving_itself = False

    def _note_position(self, value: int) -> None:
        if not self._is_moving_itself:
            self._is_at_end = value >= self.verticalScrollBar().maximum() - 8
            self._look.start()

    def _tell_reply_in_view(self) -> None:
        question_id = self.reply_in_view()
        if question_id is not None:
            self.reply_came_into_view.emit(question_id)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable, and the end in sight."""
        self._fit_column()
        super().resizeEvent(event)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the end when the column grows without the scroll bar's range having changed yet."""
        if event.type() is QEvent.Type.Resize:
            self._follow()
        return False
