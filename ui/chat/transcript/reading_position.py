"""Which part of the transcript's column is in view: that of the newest text, of the question asked, or the reader's."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from ui.chat.transcript.card_heights import CardHeights
from ui.chat.transcript.card_place import GAP_PX

if TYPE_CHECKING:  # documents take long to import
    from ui.documents.document_view import DocumentView

ABOVE_PX = 28
BELOW_PX = 28
NEAR_END_PX = 8
"""Who is as near to the end is there."""


class Follows(Enum):
    """What stays in view while heights change."""

    NEWEST = auto()
    """The end of the text."""
    QUESTION = auto()
    """The question asked last, above: its reply fills the view below it, and what is longer is not followed."""
    NOTHING = auto()
    """The card at the upper edge stays where it is: the reader has gone there."""


class ReadingPosition:
    """Places in pixels of the whole column, or in view where they are called so. There may be no card."""

    def __init__(self) -> None:
        self.heights = CardHeights()
        self.room_px = 0
        """How much of the column is in view."""
        self.follows = Follows.NEWEST
        self._anchor = (0, ABOVE_PX)
        """The card that stays where it is, and where its top is in view."""
        self._question: int | None = None
        """The question that was asked: there is room below it to bring it to the top."""
        self._given = 0
        """How many letters of its reply were there before, and are gone on with."""
        self._given_px = 0
        self._is_given_guessed = False
        """Whether these have not all been laid out."""

    @property
    def is_at_end(self) -> bool:
        """Whether the newest text is in view."""
        return self.follows is Follows.NEWEST or (self.follows is Follows.QUESTION and self._text_fits)

    @property
    def length(self) -> int:
        """How long the column is."""
        return max(self._text_px, 0 if self._question is None else self._question_top + self.room_px)

    @property
    def top(self) -> int:
        """Which pixel of the column is at the upper edge."""
        longest = max(0, self.length - self.room_px)
        if self.follows is Follows.QUESTION:
            return self._question_top
        if self.follows is Follows.NEWEST or not len(self.heights):
            return longest
        index, at = self._anchor
        return max(0, min(longest, ABOVE_PX + self.heights.top_of(index) - at))

    def top_in_view(self, index: int) -> int:
        """Return where a card begins."""
        return ABOVE_PX + self.heights.top_of(index) - self.top

    def in_view(self, margin_px: int) -> tuple[int, int]:
        """Return the first and the last card in view, or so near to it."""
        top = self.top - ABOVE_PX
        return self.heights.index_at(top - margin_px), self.heights.index_at(top + self.room_px + margin_px)

    @property
    def place(self) -> tuple[int, int]:
        """The card at the upper edge, and where its top is in view."""
        first = self.heights.index_at(self.top - ABOVE_PX + GAP_PX)  # of one that ends there nothing is seen
        return first, self.top_in_view(first)

    def hold(self) -> None:
        """Whatever gets another height, the card at the upper edge stays where it is, unless something is followed."""
        if self.follows is Follows.NOTHING and len(self.heights):
            self._anchor = self.place

    # --- who goes where ---------------------------------------------------------------------------------------

    def stand(self, index: int, at: int) -> None:
        """The top of a card is `at` in view; `settle` when what is in view has its heights."""
        self._anchor = (index, at)
        self.follows = Follows.NOTHING

    def scroll_to(self, top: int) -> None:
        """The reader goes to a place in the column."""
        self.stand(0, ABOVE_PX - top)
        self.hold()
        self.settle()

    def settle(self) -> None:
        """Who has gone to the end follows it; but a question that was asked stays, with all of its reply in view."""
        if self.top >= self.length - self.room_px - NEAR_END_PX:
            stays = self._question is not None and self._text_fits
            self.follows = Follows.QUESTION if stays else Follows.NEWEST

    def read_question(self, index: int, given: int = 0) -> None:
        """Bring a question to the top, or the end of what was given of its reply: what comes is read from there."""
        self._question, self._given, self._given_px = index, given, 0
        self.guess_given()
        self.follows = Follows.QUESTION

    def guess_given(self) -> None:
        """What was given is laid out anew."""
        self._is_given_guessed = self._given > 0

    # --- other heights ----------------------------------------------------------------------------------------

    def clear(self) -> None:
        """There are no cards."""
        self.heights = CardHeights()
        self.follows, self._question = Follows.NEWEST, None

    def prepend(self, heights: list[int]) -> None:
        """There are more cards above; nothing moves."""
        was_empty = not len(self.heights)
        self.heights.prepend(heights)
        self._anchor = (0, ABOVE_PX) if was_empty else (self._anchor[0] + len(heights), self._anchor[1])
        if self._question is not None:
            self._question += len(heights)

    def put(self, index: int, height: int, text: DocumentView) -> bool:
        """Take the height of a card, and how far what was given of its text reaches; return whether one is another."""
        has_changed = self.heights.put(index, height)
        if self._is_given_guessed and index - 1 == self._question:
            before, self._is_given_guessed = self._given_px, text.is_behind
            self._given_px = round(height * min(1.0, self._given / max(1, len(text.markdown()))))
            has_changed = has_changed or self._given_px != before
        return has_changed

    def follow_line(self, index: int, moved_px: int) -> bool:
        """The line at the upper edge stands further down in its card; return whether it is the line that is read."""
        if self.follows is Follows.QUESTION and index - 1 == self._question:
            self._given_px += moved_px
            return True
        if self.follows is Follows.NOTHING and self._anchor[0] == index:
            self._anchor = (index, self._anchor[1] - moved_px)
            return True
        return False

    # --- private ----------------------------------------------------------------------------------------------

    @property
    def _text_px(self) -> int:
        return ABOVE_PX + self.heights.total - GAP_PX + BELOW_PX if len(self.heights) else 0

    @property
    def _text_fits(self) -> bool:
        return self._text_px <= self._question_top + self.room_px

    @property
    def _question_top(self) -> int:
        """Where the view begins with the question at its top; of one that is tall only the end is in view."""
        assert self._question is not None, "there is one"
        above_px = self.heights[self._question] + self._given_px
        begins = ABOVE_PX + self.heights.top_of(self._question) - (GAP_PX if self._question else ABOVE_PX)
        return begins + max(0, above_px - self.room_px // 2)
