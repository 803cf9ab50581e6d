"""The transcript: questions and replies in one column; only those near the eye exist as widgets.

The heights of the others are estimated, and corrected when they are built; the card that the reader looks at stays
where it is meanwhile.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from ui.chat.transcript.card_heights import CardHeights, KnownHeights
from ui.chat.transcript.card_place import GAP_PX, CardKey, CardPlace, ReadingPlace, gap_px
from ui.chat.transcript.card_pool import CardPool, CardView, holds_keyboard
from ui.chat.transcript.card_requests import CardRequests
from ui.chat.transcript.reading_position import ABOVE_PX, NEAR_END_PX, Follows, ReadingPosition
from ui.chat.transcript.transcript_keyboard import TranscriptKeyboard
from ui.documents.reading_budget import reading_for
from ui.theme.reading import column_px
from ui.widgets.end_button import EndButton
from ui.widgets.timers import after

if TYPE_CHECKING:
    from ui.chat.transcript.question_bubble import QuestionBubble
    from ui.chat.transcript.reply_card import Card, QuestionCard, ReplyCard
    from ui.chat.transcript.reply_view import ReplyView
    from ui.documents.formula_typesetter import FormulaTypesetter

STEP_PX = 48
_FRAME_S = 0.003
"""How long cards may be built before the window paints what there is."""
_OPENING_S = 0.05
_NEXT_MS, _REST_MS = 8, 40
"""How long nothing must happen before cards are built that are in view, and near it: not in the midst of a frame."""
_MOST_PASSES = 8
_LOOK_MS = 90
_FOCUS_PX = 8


class Transcript(QAbstractScrollArea):
    """Shows the cards of one branch, what is asked from its beginning; the newest text is followed by who goes there.

    `asks`: what cards want. A source says what each card shows.

    Signals:
        reply_came_into_view(int): the reader has scrolled to this reply.
        keyboard_left(): what had the keyboard is gone, and nobody reads by keyboard here.
    """

    reply_came_into_view = Signal(int)
    keyboard_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # to know what Qt's own one is, PySide would make every class of widgets there is
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._source: Callable[[CardKey], Card] | None = None
        self._places: list[CardPlace] = []
        self._index: dict[CardKey, int] = {}
        self._reading = ReadingPosition()
        self._known = KnownHeights()
        self.asks = CardRequests(self)
        self._pool = CardPool(self.viewport(), asks=self.asks, wire=self._wire)
        self._is_moving_itself = False
        self._laid_out_px = 0
        self._end_button = EndButton(self.viewport())  # not above it: what is overlapped cannot be moved as it is
        self._end_button.clicked.connect(self.scroll_to_end)
        self._more = after(self, _REST_MS, self._build_more)
        self._look = after(self, _LOOK_MS, self._tell_reply_in_view)
        self.verticalScrollBar().setSingleStep(STEP_PX)
        self.verticalScrollBar().valueChanged.connect(self._note_position)
        self.setObjectName("transcript")
        self.viewport().setObjectName("transcriptColumn")
        self.viewport().setProperty("spokenRole", "list")
        # All of it is painted here, so that scrolling can move what is on the screen already.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Conversation"))
        self.setProperty("spokenRole", "group")
        self.viewport().setAccessibleName(self.tr("Messages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.asks.beginning_asked.connect(self.go_to_beginning)
        self._offers_answer_now = False
        self.found_text = ""
        """What is marked in every card."""
        self.keyboard = TranscriptKeyboard(self)

    # --- what is shown ----------------------------------------------------------------------------------------

    def set_source(self, source: Callable[[CardKey], Card], *, typesetter: FormulaTypesetter | None = None) -> None:
        """Say who knows what the cards show, and who sets their formulas."""
        self._source = source
        self._pool.typesetter = typesetter

    def forget_source(self) -> None:
        self._source = None
        self._more.stop()

    def show_places(self, places: Sequence[CardPlace]) -> None:
        """Show another branch, from its end; or from the same question as before, if that is read from the top."""
        if any(holds_keyboard(view) for _, view in self._pool):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        held = self._last_question() if self.holds_question else None
        self._pool.clear()
        self._places = []
        self._index = {}
        self._reading.clear()
        self.add_earlier(places)
        if held is not None and held == self._last_question():
            self.read_from_question()
        else:
            self.scroll_to_end()

    def add_earlier(self, places: Sequence[CardPlace]) -> None:
        """Put cards above those that are there; nothing moves."""
        self._places[:0] = places
        self._index = {place.key: index for index, place in enumerate(self._places)}
        self._reading.prepend(self._known.of(places, width_px=self._column_px()))
        self._arrange(_FRAME_S)

    def append(self, place: CardPlace) -> None:
        """Add a card at the end."""
        self._index[place.key] = len(self._places)
        self._places.append(place)
        self._reading.heights.append(self._known.of((place,), width_px=self._column_px())[0])
        self._arrange(_FRAME_S)

    def cards(self) -> list[CardView]:
        """Return the cards that are built, from above."""
        return [view for _, view in sorted(self._pool, key=lambda built: self._index[built[0]])]

    def has(self, key: CardKey) -> bool:
        """Whether this card belongs to what is shown."""
        return key in self._index

    def add_question(self, card: QuestionCard) -> None:
        """Add a question at the end."""
        self.append(CardPlace(CardKey(False, card.question_id), len(card.text)))

    def show_reply(self, card: ReplyCard) -> None:
        """Show a new state of a reply; one that is not there yet is added at the end."""
        key = CardKey(True, card.message_id)
        view = self.reply(card.message_id)
        if view is not None:
            view.show_card(card)
            self.fit_card(key)
        elif not self.has(key):
            self.append(CardPlace(key, len(card.answer)))

    def reply(self, reply_id: int) -> ReplyView | None:
        """Return the view of a reply, if it is built."""
        view = self._pool.get(CardKey(True, reply_id))
        return view if view is not None and view.is_reply else None

    def card(self, key: CardKey) -> CardView | None:
        """Return the view of a message, if it is built."""
        return self._pool.get(key)

    def question(self, question_id: int) -> QuestionBubble | None:
        """Return the view of a question, if it is built."""
        view = self._pool.get(CardKey(False, question_id))
        return view if view is not None and not view.is_reply else None

    def reply_in_view(self) -> int | None:
        """Return the reply that the reader is at."""
        at = self.index_read()
        return next((self._places[i].key.message_id for i in range(at, -1, -1) if self._places[i].key.is_reply), None)

    def drafts(self) -> dict[CardKey, str]:
        """Return what is written in the editors of messages."""
        return {key: view.draft for key, view in self._pool if view.draft is not None}

    def offer_answer_now(self, *, offered: bool) -> None:
        """Let the running reply offer to end its thought: the thinking pane is out of sight."""
        self._offers_answer_now = offered
        for view in self.cards():
            if view.is_reply:
                view.offer_answer_now(offered=offered)

    def fold_thoughts(self) -> None:
        """Fold every thought that stands above its answer."""
        for view in self.cards():
            if view.is_reply:
                view.fold_thought()

    # --- finding ----------------------------------------------------------------------------------------------

    def find_everywhere(self, text: str) -> None:
        """Mark a text in every card, also those that come into view later; an empty one ends it."""
        self.found_text = text
        for view in self.cards():
            view.find_text(text)

    def show_one_hit(self, chosen: CardView, index: int) -> None:
        """Mark one hit in one card more strongly than all others."""
        for view in self.cards():
            view.show_hit(index if view is chosen else None)

    def show_no_hit(self) -> None:
        """Mark all hits alike: the one that is shown is elsewhere."""
        for view in self.cards():
            view.show_hit(None)

    def hold_reply(self) -> None:
        """Tell of no other reply in view until the reader scrolls: what is shown was asked for."""
        self._look.stop()

    def message_read(self) -> int | None:
        """Return the question that the reader is at, itself or by its reply."""
        at = self.index_read()
        if at > 0 and self._places[at].key.is_reply:
            at -= 1
        return self._places[at].key.message_id if at >= 0 else None

    # --- where the reader is ----------------------------------------------------------------------------------

    @property
    def is_complete(self) -> bool:
        """Whether every card in view is built."""
        if not self._places:
            return True
        first, last = self._reading.in_view(0)
        return all(self._pool.get(self._places[index].key) is not None for index in range(first, last + 1))

    def index_read(self) -> int:
        """Return which card the reader is at: the last one that begins above the lower part of the view; -1: none."""
        if self.is_at_end or not self._places:
            return len(self._places) - 1
        return self._reading.heights.index_at(self._reading.top - ABOVE_PX + round(self.viewport().height() * 0.6))

    @property
    def is_at_end(self) -> bool:
        """Whether the newest text is in view."""
        return self._reading.is_at_end

    @property
    def holds_question(self) -> bool:
        """Whether the last question stands at the top, however its reply grows."""
        return self._reading.follows is Follows.QUESTION

    @property
    def place(self) -> ReadingPlace | None:
        """Where the reader is; `None` at the end."""
        if self.is_at_end or not self._places:
            return None
        index, top_px = self._reading.place
        return ReadingPlace(self._places[index].key, top_px)

    def go_to(self, place: ReadingPlace) -> bool:
        """Bring the reader back to a place; `False` if its card is not here."""
        index = self._index.get(place.key)
        if index is not None:
            self._stand(index, place.top_px)
        return index is not None

    def scroll_to_end(self) -> None:
        """Go to the newest text, and follow it from here."""
        self._reading.follows = Follows.NEWEST
        self._end_button.set_marked(marked=False)
        self._arrange(_OPENING_S)

    def read_from_question(self, *, given: int = 0) -> None:
        """Put the last question at the top: its reply fills the view below, and is read from its beginning.

        A reply of which so many letters were `given` is read from where these end.
        """
        question = self._last_question()
        if question is not None:
            self._reading.read_question(self._index[question], given)
            self._end_button.set_marked(marked=False)
            self._arrange(_OPENING_S)

    def show_card(self, key: CardKey, *, inside_px: int | None = None) -> CardView | None:
        """Bring a card into view, or what is `inside_px` below its top. Return it; `None` if it is not here."""
        index = self._index.get(key)
        if index is None:
            return None
        self._make(index)
        room, height = self.viewport().height(), self._reading.heights[index]
        at = self._reading.top_in_view(index)
        if inside_px is not None:
            if not ABOVE_PX <= at + inside_px <= room * 0.8:
                at = round(room * 0.35) - inside_px
        elif height > room or at < GAP_PX:
            at = GAP_PX
        elif at + height > room - GAP_PX:
            at = room - GAP_PX - height
        self._stand(index, at)
        return self._pool.get(key)

    def go_to_beginning(self, key: CardKey) -> None:
        """Put the first line of a card at the top."""
        if key in self._index:
            self._stand(self._index[key], GAP_PX)

    def step_question(self, step: int) -> None:
        """Put the question after (+1) or before (-1) what stands at the top there; after the last comes the end."""
        tops = {
            i: self._reading.top_in_view(i) - GAP_PX for i, place in enumerate(self._places) if not place.key.is_reply
        }
        beyond = [index for index, top in tops.items() if top * step > NEAR_END_PX]
        if beyond:
            self._stand(beyond[0 if step > 0 else -1], GAP_PX)
        elif step > 0:
            self.scroll_to_end()

    def key_of(self, view: QWidget) -> CardKey | None:
        """Return which card a widget shows now."""
        return next((key for key, built in self._pool if built is view), None)

    def show_neighbour(self, step: int) -> CardView | None:
        """Bring the message after (+1) or before (-1) the one with the keyboard into view; else the one being read."""
        index = next((self._index[key] for key, view in self._pool if holds_keyboard(view)), None)
        index = self.index_read() if index is None else max(0, min(len(self._places) - 1, index + step))
        return self.show_card(self._places[index].key) if self._places else None

    def scroll_page(self, direction: int) -> None:
        """Go a page up (-1) or down (+1)."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + direction * max(STEP_PX, bar.pageStep() - STEP_PX))

    def _last_question(self) -> CardKey | None:
        return next((place.key for place in reversed(self._places) if not place.key.is_reply), None)

    def _tell_reply_in_view(self) -> None:
        reply_id = self.reply_in_view()
        if reply_id is not None:
            self.reply_came_into_view.emit(reply_id)

    # --- private: building ------------------------------------------------------------------------------------

    def _wire(self, view: CardView) -> None:
        view.installEventFilter(self)
        view.text_view().seen_moved.connect(lambda moved_px: self.follow_line(view, moved_px))

    def _make(self, index: int) -> bool:
        """Build a card if it is not there; return whether its height was another one than thought."""
        key = self._places[index].key
        view = self._pool.get(key)
        if view is None:
            if self._source is None:
                return False
            view = self._pool.build(key, self._source(key))
            if view.is_reply:
                view.offer_answer_now(offered=self._offers_answer_now)
            if self.found_text:
                view.find_text(self.found_text)
            # Only what is shown is laid out; beyond the bottom nobody sees it yet.
            view.setGeometry(self._column_x(), self.viewport().height() + 10, self._column_px(), 10)
            view.setVisible(True)
        return self._measure(index, view)

    def _measure(self, index: int, view: CardView) -> bool:
        key, width = self._places[index].key, self._column_px()
        if view.width() != width:
            view.resize(width, view.height())
        layout = view.layout()
        assert layout is not None, "cards have layouts"
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        if view.height() != height:
            view.resize(width, height)
        height += gap_px(key)
        self._known.remember(key, width_px=width, height_px=height)
        return self._reading.put(index, height, view.text_view())

    def _arrange(self, budget_s: float) -> None:
        """Build what is in view, put everything in its place, and let go of what is far away."""
        self._reading.room_px = self.viewport().height()
        if not self._places or self.viewport().height() <= 0 or self._source is None:
            self._place()
            return
        give_up = time.perf_counter() + budget_s
        is_whole = True
        for _ in range(_MOST_PASSES):
            first, last = self._reading.in_view(0)
            is_from_end = self._reading.follows is Follows.NEWEST
            indexes = range(last, first - 1, -1) if is_from_end else range(first, last + 1)
            has_changed = False
            for index in indexes:
                with reading_for(give_up - time.perf_counter()):
                    has_changed = self._make(index) or has_changed
                if time.perf_counter() > give_up:
                    is_whole = index == indexes[-1]
                    break
            if not has_changed or not is_whole:
                break
        self._place()
        self._release_far()
        self._more.start(_NEXT_MS if not is_whole else _REST_MS)

    def _build_more(self) -> None:
        """Build one of the cards in view or next to it that are not there yet, while nothing else is to do."""
        if not self._places or self._source is None:
            return
        first, last = self._reading.in_view(0)
        near_first, near_last = self._reading.in_view(self.viewport().height() // 2)
        wanted = [*range(first, last + 1), *range(last + 1, near_last + 1), *range(first - 1, near_first - 1, -1)]
        missing = next((index for index in wanted if self._pool.get(self._places[index].key) is None), None)
        if missing is not None:
            with reading_for(_FRAME_S):
                self._make(missing)
            self._place()
            self._more.start(_NEXT_MS if first <= missing <= last else _REST_MS)

    def _release_far(self) -> None:
        first, last = self._reading.in_view(self.viewport().height())
        self._pool.release_all_but({place.key for place in self._places[first : last + 1]})

    def fit_card(self, key: CardKey) -> None:
        """Take in that a card may have another height now."""
        view, index = self._pool.get(key), self._index.get(key)
        if view is None or index is None or view.isHidden():
            return
        self._hold()
        if self._measure(index, view):
            self._place()
            if not self.is_at_end and index == len(self._places) - 1:
                self._end_button.set_marked(marked=True)
            self._more.start(_REST_MS)
        if view.caret_px is not None:
            self.show_card(key, inside_px=view.caret_px)

    def follow_line(self, view: CardView, moved_px: int) -> None:
        """The line at the upper edge stands further down in its card: scroll as far, so that it stays in its place."""
        key = self.key_of(view)
        self._hold()
        if key is None or not self._reading.follow_line(self._index[key], moved_px):
            return
        if not self._is_moving_itself:
            self._measure(self._index[key], view)
            self._place()

    def _hold(self) -> None:
        if not self._is_moving_itself:
            self._reading.hold()

    # --- private: placing -------------------------------------------------------------------------------------

    def _column_px(self) -> int:
        return column_px(self.width())

    def _column_x(self) -> int:
        return max(0, (self.width() - self._column_px()) // 2)

    def _stand(self, index: int, at: int) -> None:
        """Scroll so that the top of a card is `at` in the viewport."""
        self._reading.stand(index, at)
        self._arrange(_OPENING_S)
        self._reading.settle()
        self._place()
        self._look.start()

    def _place(self) -> None:
        top, room = self._reading.top, self.viewport().height()
        bar = self.verticalScrollBar()
        self._is_moving_itself = True
        bar.setPageStep(max(1, room))
        bar.setRange(0, max(0, self._reading.length - room))
        bar.setValue(top)
        self._is_moving_itself = False
        x, width, heights = self._column_x(), self._column_px(), self._reading.heights
        places: dict[QWidget, QRect] = {
            view: QRect(x, ABOVE_PX + heights.top_of(index) - top, width, heights[index] - gap_px(key))
            for key, view in self._pool
            for index in (self._index[key],)
        }
        shift_painted(self.viewport(), places)
        for view, place in places.items():
            if view.geometry() != place:
                view.setGeometry(place)
        self._end_button.stand(self.viewport().size(), is_wanted=not self.is_at_end and bool(self._places))
        if self.keyboard.framed() is not None:
            self.viewport().update()  # the frame moves along with its message

    def _note_position(self, value: int) -> None:
        if self._is_moving_itself or not self._places:
            return
        self._reading.scroll_to(value)
        if self.is_at_end:
            self._end_button.set_marked(marked=False)
        self._arrange(_FRAME_S)
        self._look.start()

    def _lay_out_anew(self) -> None:
        """All heights may be others: the width or the size of text has changed."""
        self._laid_out_px = self._column_px()
        self._end_button.fit()
        self._hold()
        self._is_moving_itself = True
        self._reading.guess_given()
        self._reading.heights = CardHeights(self._known.of(self._places, width_px=self._laid_out_px))
        for key, view in self._pool:
            self._measure(self._index[key], view)
        self._is_moving_itself = False

    # --- Qt ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave what means nothing here to others."""
        if not self.keyboard.press(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the message in view, so that it is read out."""
        super().focusInEvent(event)
        reasons = Qt.FocusReason
        if event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason, reasons.ShortcutFocusReason):
            self.keyboard.move(0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """What gets the keyboard comes into view."""
        hidden = QApplication.focusWidget()
        if hidden is not None and not hidden.isVisible():  # Qt asks too when what has the keyboard goes away
            card = next((view for view in self.cards() if view.isVisible() and view.isAncestorOf(hidden)), None)
            if self.keyboard.reads:
                (card or self).setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.keyboard_left.emit()
            return True
        self.keyboard.reads = True
        cards = self.cards()
        if not forward and cards and hidden is cards[0]:  # the way up leads past this view, which would hand it back
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        has_moved = super().focusNextPrevChild(forward)
        focused = QApplication.focusWidget()
        for key, view in self._pool:
            if focused is not None and holds_keyboard(view):
                inside_px = None if focused is view else focused.mapTo(view, focused.rect().topLeft()).y()
                self.show_card(key, inside_px=inside_px)
        return has_moved

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a frame around the message that has the keyboard."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        view = self.keyboard.framed()
        if view is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.5))
            frame = QRectF(view.geometry()).adjusted(-_FOCUS_PX, -_FOCUS_PX + 2, _FOCUS_PX, _FOCUS_PX - 2)
            painter.drawRoundedRect(frame, 8, 8)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable, and the reader where they are."""
        super().resizeEvent(event)
        if self._column_px() != self._laid_out_px:
            self._lay_out_anew()
        self._arrange(_OPENING_S)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure now: what is not on the screen is not laid out."""
        super().showEvent(event)
        self._lay_out_anew()
        self._arrange(_OPENING_S)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again in another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.isVisible():
            self._known.forget()
            self._lay_out_anew()
            self._place()
            self._more.start(_REST_MS)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Nothing moves by itself: the cards are put in their places when the bar's value changes."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take in that a card has another height now."""
        if event.type() is QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            key = self.key_of(watched)
            if key is not None:
                self.fit_card(key)
        return False


def shift_painted(ground: QWidget, places: Mapping[QWidget, QRect]) -> None:
    """Scroll `ground` with everything on it by what most of its visible children will move to their new places."""
    area = ground.rect()
    steps = Counter(place.y() - child.y() for child, place in places.items() if child.geometry().intersects(area))
    step = steps.most_common(1)[0][0] if steps else 0
    if 0 < abs(step) < area.height():
        ground.scroll(0, step)
