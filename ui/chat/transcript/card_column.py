"""A column of cards, however many there are: only those near the eye exist as widgets.

The heights of the others are estimated, and corrected when they are built; the card that the reader looks at stays
where it is meanwhile.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.chat.transcript.card_heights import CardHeights, KnownHeights
from ui.chat.transcript.card_place import GAP_PX, CardKey, CardPlace, ReadingPlace, gap_px
from ui.chat.transcript.card_requests import CardRequests
from ui.chat.transcript.card_shelf import CardShelf, CardView, holds_keyboard
from ui.documents.reading_budget import reading_for
from ui.theme.fonts import scaled_px
from ui.widgets.end_button import EndButton
from ui.widgets.timers import after

if TYPE_CHECKING:
    from ui.chat.transcript.reply_card import Card
    from ui.documents.formula_typesetter import FormulaTypesetter


COLUMN_PX = 544
"""About 72 average characters of Inter at 15 pixels."""

_SIDE_MARGIN_PX = 24
_ABOVE_PX = 28
_BELOW_PX = 28
STEP_PX = 48
_NEAR_END_PX = 8
_FRAME_S = 0.003
"""How long cards may be built before the window paints what there is."""
_OPENING_S = 0.05
_NEXT_MS, _REST_MS = 8, 40
"""How long nothing must happen before cards are built that are in view, and near it: not in the midst of a frame."""
_MOST_PASSES = 8


class CardColumn(QAbstractScrollArea):
    """Scrolls through cards; follows the end while the reader is there. A source says what each card shows.

    Subclasses override `wire_card` (a new widget), `card_built` (a card came near), `placed` and `moved`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._source: Callable[[CardKey], Card] | None = None
        self._places: list[CardPlace] = []
        self._index: dict[CardKey, int] = {}
        self._heights = CardHeights()
        self._known = KnownHeights()
        self.asks = CardRequests(self)
        self._shelf = CardShelf(self.viewport(), asks=self.asks, wire=self._wire)
        self._anchor = (0, _ABOVE_PX)
        """The card that stays where it is, and where its top is in the viewport."""
        self._is_at_end = True
        self._is_moving_itself = False
        self._laid_out_px = 0
        self._end_button = EndButton(self.viewport())  # not above it: what is overlapped cannot be moved as it is
        self._end_button.clicked.connect(self.scroll_to_end)
        self._more = after(self, 0, self._build_more)
        self.verticalScrollBar().setSingleStep(STEP_PX)
        self.verticalScrollBar().valueChanged.connect(self._note_position)

    def wire_card(self, view: CardView) -> None:
        """Connect a new widget; it will show many cards."""

    def card_built(self, view: CardView) -> None:
        """Called when a card has come near enough to be built."""

    def placed(self) -> None:
        """Called when cards have been put in their places."""

    def moved(self) -> None:
        """Called when the reader has gone to another place."""

    # --- what is shown ----------------------------------------------------------------------------------------

    def set_source(self, source: Callable[[CardKey], Card], *, typesetter: FormulaTypesetter | None = None) -> None:
        """Say who knows what the cards show, and who sets their formulas."""
        self._source = source
        self._shelf.typesetter = typesetter

    def forget_source(self) -> None:
        """Build no more cards: who knows what they show is gone."""
        self._source = None
        self._more.stop()

    def show_places(self, places: Sequence[CardPlace]) -> None:
        """Show another branch, from its end."""
        if any(holds_keyboard(view) for _, view in self._shelf):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shelf.clear()
        self._places = []
        self._index = {}
        self._heights = CardHeights()
        self.add_earlier(places)
        self.scroll_to_end()

    def add_earlier(self, places: Sequence[CardPlace]) -> None:
        """Put cards above those that are there; nothing moves."""
        count = len(places)
        self._places[:0] = places
        self._index = {place.key: index for index, place in enumerate(self._places)}
        self._heights.prepend(self._known.of(places, width_px=self._column_px()))
        self._anchor = (self._anchor[0] + count, self._anchor[1]) if len(self._places) > count else (0, _ABOVE_PX)
        self._arrange(_FRAME_S)

    def append(self, place: CardPlace) -> None:
        """Add a card at the end."""
        self._index[place.key] = len(self._places)
        self._places.append(place)
        self._heights.append(self._known.of((place,), width_px=self._column_px())[0])
        self._arrange(_FRAME_S)

    def cards(self) -> list[CardView]:
        """Return the cards that are built, from above."""
        return [view for _, view in sorted(self._shelf, key=lambda built: self._index[built[0]])]

    def has(self, key: CardKey) -> bool:
        """Whether this card belongs to what is shown."""
        return key in self._index

    # --- where the reader is ----------------------------------------------------------------------------------

    @property
    def is_complete(self) -> bool:
        """Whether every card in view is built."""
        if not self._places:
            return True
        first, last = self._range_in_view(0)
        return all(self._shelf.get(self._places[index].key) is not None for index in range(first, last + 1))

    @property
    def is_at_end(self) -> bool:
        """Whether the newest text is in view, and is followed."""
        return self._is_at_end

    def index_read(self) -> int:
        """Return which card the reader is at: the last one that begins above the lower part of the view; -1: none."""
        if self._is_at_end or not self._places:
            return len(self._places) - 1
        return self._heights.index_at(self._top() - _ABOVE_PX + round(self.viewport().height() * 0.6))

    @property
    def place(self) -> ReadingPlace | None:
        """Where the reader is; `None` at the end."""
        if self._is_at_end or not self._places:
            return None
        self._hold_what_is_read()
        index, top_px = self._anchor
        return ReadingPlace(self._places[index].key, top_px)

    def go_to(self, place: ReadingPlace) -> bool:
        """Bring the reader back to a place; `False` if its card is not here."""
        index = self._index.get(place.key)
        if index is None:
            return False
        self._stand(index, place.top_px)
        return True

    def scroll_to_end(self) -> None:
        """Go to the newest text, and follow it from here."""
        self._is_at_end = True
        self._end_button.set_marked(marked=False)
        self._arrange(_OPENING_S)

    def show_card(self, key: CardKey, *, inside_px: int | None = None) -> CardView | None:
        """Bring a card into view, or what is `inside_px` below its top. Return it; `None` if it is not here."""
        index = self._index.get(key)
        if index is None:
            return None
        self._make(index)
        room, height = self.viewport().height(), self._heights[index]
        at = self._top_in_view(index)
        if inside_px is not None:
            if not _ABOVE_PX <= at + inside_px <= room * 0.8:
                at = round(room * 0.35) - inside_px
        elif height > room or at < GAP_PX:
            at = GAP_PX
        elif at + height > room - GAP_PX:
            at = room - GAP_PX - height
        self._stand(index, at)
        return self._shelf.get(key)

    def go_to_beginning(self, key: CardKey) -> None:
        """Put the first line of a card at the top."""
        if key in self._index:
            self._stand(self._index[key], GAP_PX)

    def key_of(self, view: QWidget) -> CardKey | None:
        """Return which card a widget shows now."""
        return next((key for key, built in self._shelf if built is view), None)

    # --- private: building ------------------------------------------------------------------------------------

    def _wire(self, view: CardView) -> None:
        view.installEventFilter(self)
        self.wire_card(view)

    def _make(self, index: int) -> bool:
        """Build a card if it is not there; return whether its height was another one than thought."""
        key = self._places[index].key
        view = self._shelf.get(key)
        if view is None:
            if self._source is None:
                return False
            view = self._shelf.build(key, self._source(key))
            self.card_built(view)
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
        return self._heights.put(index, height)

    def _arrange(self, budget_s: float) -> None:
        """Build what is in view, put everything in its place, and let go of what is far away."""
        if not self._places or self.viewport().height() <= 0 or self._source is None:
            self._place()
            return
        give_up = time.perf_counter() + budget_s
        is_whole = True
        for _ in range(_MOST_PASSES):
            first, last = self._range_in_view(0)
            indexes = range(last, first - 1, -1) if self._is_at_end else range(first, last + 1)
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
        first, last = self._range_in_view(0)
        near_first, near_last = self._range_in_view(self.viewport().height() // 2)
        wanted = [*range(first, last + 1), *range(last + 1, near_last + 1), *range(first - 1, near_first - 1, -1)]
        missing = next((index for index in wanted if self._shelf.get(self._places[index].key) is None), None)
        if missing is not None:
            with reading_for(_FRAME_S):
                self._make(missing)
            self._place()
            self._more.start(_NEXT_MS if first <= missing <= last else _REST_MS)

    def _release_far(self) -> None:
        first, last = self._range_in_view(self.viewport().height())
        self._shelf.release_all_but({place.key for place in self._places[first : last + 1]})

    def fit_card(self, key: CardKey) -> None:
        """Take in that a card may have another height now."""
        view, index = self._shelf.get(key), self._index.get(key)
        if view is None or index is None or view.isHidden():
            return
        self._hold_what_is_read()
        if self._measure(index, view):
            self._place()
            if not self._is_at_end and index == len(self._places) - 1:
                self._end_button.set_marked(marked=True)
            self._more.start(_REST_MS)

    def follow_line(self, view: CardView, moved_px: int) -> None:
        """The line at the upper edge stands further down in its card: scroll as far, so that it stays in its place."""
        key = self.key_of(view)
        self._hold_what_is_read()
        if key is not None and not self._is_at_end and self._anchor[0] == self._index[key]:
            self._anchor = (self._anchor[0], self._anchor[1] - moved_px)
            if not self._is_moving_itself:
                self._measure(self._index[key], view)
                self._place()

    def _hold_what_is_read(self) -> None:
        """Whatever gets another height, the card at the upper edge stays where it is."""
        if not self._is_at_end and not self._is_moving_itself and self._places:
            first = self._heights.index_at(self._top() - _ABOVE_PX)
            self._anchor = (first, self._top_in_view(first))

    # --- private: placing -------------------------------------------------------------------------------------

    def _column_px(self) -> int:
        return max(120, min(scaled_px(COLUMN_PX), self.width() - 2 * _SIDE_MARGIN_PX))

    def _column_x(self) -> int:
        return max(0, (self.width() - self._column_px()) // 2)

    def _length(self) -> int:
        return _ABOVE_PX + self._heights.total - GAP_PX + _BELOW_PX if self._places else 0

    def _top(self) -> int:
        """Return which pixel of the whole column is at the top of the viewport."""
        longest = max(0, self._length() - self.viewport().height())
        if self._is_at_end or not self._places:
            return longest
        index, at = self._anchor
        return max(0, min(longest, _ABOVE_PX + self._heights.top_of(index) - at))

    def _top_in_view(self, index: int) -> int:
        return _ABOVE_PX + self._heights.top_of(index) - self._top()

    def _range_in_view(self, margin_px: int) -> tuple[int, int]:
        top = self._top() - _ABOVE_PX
        first = self._heights.index_at(top - margin_px)
        return first, self._heights.index_at(top + self.viewport().height() + margin_px)

    def _stand(self, index: int, at: int) -> None:
        """Scroll so that the top of a card is `at` in the viewport."""
        self._anchor = (index, at)
        self._is_at_end = False
        self._arrange(_OPENING_S)
        self._is_at_end = self._top() >= self._length() - self.viewport().height() - _NEAR_END_PX
        self._place()
        self.moved()

    def _place(self) -> None:
        top, room = self._top(), self.viewport().height()
        bar = self.verticalScrollBar()
        self._is_moving_itself = True
        bar.setPageStep(max(1, room))
        bar.setRange(0, max(0, self._length() - room))
        bar.setValue(top)
        self._is_moving_itself = False
        x, width = self._column_x(), self._column_px()
        places: dict[QWidget, QRect] = {
            view: QRect(x, _ABOVE_PX + self._heights.top_of(index) - top, width, self._heights[index] - gap_px(key))
            for key, view in self._shelf
            for index in (self._index[key],)
        }
        shift_painted(self.viewport(), places)
        for view, place in places.items():
            if view.geometry() != place:
                view.setGeometry(place)
        self._end_button.stand(self.viewport().size(), is_wanted=not self._is_at_end and bool(self._places))
        self.placed()

    def _note_position(self, value: int) -> None:
        if self._is_moving_itself or not self._places:
            return
        self._is_at_end = value >= self.verticalScrollBar().maximum() - _NEAR_END_PX
        if self._is_at_end:
            self._end_button.set_marked(marked=False)
        index = self._heights.index_at(value - _ABOVE_PX)
        self._anchor = (index, _ABOVE_PX + self._heights.top_of(index) - value)
        self._arrange(_FRAME_S)
        self.moved()

    def _lay_out_anew(self) -> None:
        """All heights may be others: the width or the size of text has changed."""
        self._laid_out_px = self._column_px()
        self._end_button.fit()
        self._hold_what_is_read()
        self._is_moving_itself = True
        self._heights = CardHeights(self._known.of(self._places, width_px=self._column_px()))
        for key, view in self._shelf:
            self._measure(self._index[key], view)
        self._is_moving_itself = False

    # --- Qt ---------------------------------------------------------------------------------------------------

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
