"""The calls of a reply that have no result yet, a card each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.chat.calls.call_card import CallCard
from ui.chat.calls.call_requests import CallRequests
from ui.chat.calls.shown_call import ShownCall
from ui.widgets.layouts import column, take_out


class CallList(QWidget):
    """A card stays the same for the same call, so that what is written there stays."""

    def __init__(self, asks: CallRequests) -> None:
        super().__init__()
        self._asks = asks
        self._cards: dict[tuple[int, int], CallCard] = {}
        self._column = column(of=self, spacing=8)
        self.setVisible(False)

    @property
    def cards(self) -> tuple[CallCard, ...]:
        """What is shown."""
        return tuple(self._cards.values())

    @property
    def is_edited(self) -> bool:
        """Whether something was written in one of them that would be lost."""
        return any(card.is_edited for card in self._cards.values())

    def show_calls(self, calls: Sequence[ShownCall]) -> None:
        """Show these and no others."""
        wanted = {call.key for call in calls}
        for key in [key for key in self._cards if key not in wanted]:
            take_out(self._cards.pop(key))
        for call in calls:
            card = self._cards.get(call.key)
            if card is not None:
                card.show_call(call)
                continue
            card = self._cards[call.key] = CallCard(call, self._asks)
            self._column.addWidget(card)
        self.setVisible(bool(calls))
