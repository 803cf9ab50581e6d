"""The cards that exist as widgets: those near the eye. Others take their place on demand, in the same widgets."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from ui.chat.transcript.card_place import CardKey
from ui.chat.transcript.card_requests import CardRequests

if TYPE_CHECKING:  # there are no cards before the first paint, and documents take long to import
    from ui.chat.transcript.question_bubble import QuestionBubble
    from ui.chat.transcript.reply_card import Card
    from ui.chat.transcript.reply_view import ReplyView
    from ui.documents.formula_typesetter import FormulaTypesetter

CardView: TypeAlias = "QuestionBubble | ReplyView"
_View = TypeVar("_View", "QuestionBubble", "ReplyView")
_SPARE = 8
"""Widgets of each kind kept for the next cards: building one costs several milliseconds."""
_FEW = 6


class CardPool:
    """Builds cards on `ground`, and uses those again that are given back. `wire` connects a new one, once."""

    def __init__(self, ground: QWidget, *, asks: CardRequests, wire: Callable[[CardView], None]) -> None:
        self._ground = ground
        self._asks = asks
        self._wire = wire
        self.typesetter: FormulaTypesetter | None = None
        """Sets the formulas of cards built from now on."""
        self._built: dict[CardKey, CardView] = {}
        self._spare_bubbles: list[QuestionBubble] = []
        self._spare_replies: list[ReplyView] = []

    def __iter__(self) -> Iterator[tuple[CardKey, CardView]]:
        return iter(tuple(self._built.items()))

    def get(self, key: CardKey) -> CardView | None:
        """Return the card, if it is built."""
        return self._built.get(key)

    def build(self, key: CardKey, card: Card) -> CardView:
        """Show a card in a widget, still hidden; its place is the caller's business."""
        view = self._reply(card) if key.is_reply else self._bubble(card)
        self._built[key] = view
        return view

    def release(self, key: CardKey) -> None:
        """Take a card away; its widget serves another one."""
        view = self._built.pop(key)
        view.setVisible(False)
        if view.is_reply:
            _put_back(self._spare_replies, view)
        else:
            _put_back(self._spare_bubbles, view)

    def release_all_but(self, keys: Container[CardKey]) -> None:
        """Take the other cards away, unless something in them would be lost; a few may always stay."""
        if len(self._built) > _FEW:
            for key, view in self:
                if key not in keys and not view.is_busy and not holds_keyboard(view):
                    self.release(key)

    def clear(self) -> None:
        """Take all cards away."""
        for key, _ in self:
            self.release(key)

    def _bubble(self, card: Card) -> QuestionBubble:
        from ui.chat.transcript.question_bubble import QuestionBubble
        from ui.chat.transcript.reply_card import QuestionCard

        assert isinstance(card, QuestionCard), "its key says so"
        view = self._spare_bubbles.pop() if self._spare_bubbles else None
        if view is None:
            view = QuestionBubble(self._ground, asks=self._asks, typesetter=self.typesetter)
            self._wire(view)
        view.show_card(card)
        return view

    def _reply(self, card: Card) -> ReplyView:
        from ui.chat.transcript.reply_card import ReplyCard
        from ui.chat.transcript.reply_view import ReplyView

        assert isinstance(card, ReplyCard), "its key says so"
        view = self._spare_replies.pop() if self._spare_replies else None
        if view is None:
            view = ReplyView(self._ground, asks=self._asks, typesetter=self.typesetter)
            self._wire(view)
        view.show_other(card)
        return view


def _put_back(spare: list[_View], view: _View) -> None:
    if len(spare) < _SPARE:
        view.rest()
        spare.append(view)
    else:
        view.deleteLater()


def holds_keyboard(view: QWidget) -> bool:
    """Whether the keyboard is in a widget or in something inside it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is view or view.isAncestorOf(focused))
