"""The calls of a reply that have no result yet, a card each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.chat.calls.call_card import CallCard
from ui.chat.calls.call_requests import CallRequests
from ui.chat.calls.shown_call import ShownCall
from ui.widgets.flow_row import FlowRow
from ui.widgets.lacks import Need, Needs
from ui.widgets.layouts import column, take_out
from ui.widgets.styled import button


class CallList(QWidget):
    """A card stays the same for the same call, so that what is written there stays."""

    def __init__(self, asks: CallRequests) -> None:
        super().__init__()
        self._asks = asks
        self._cards: dict[tuple[int, int], CallCard] = {}
        self._column = column(spacing=8)
        answer = button(
            self.tr("Answer now"),
            self.tr("Give up the calls, and let the model answer without tools"),
            kind="link",
            clicked=lambda: asks.answer_now_asked.emit(),
        )
        self._thought = button(
            self.tr("Edit the thought…"),
            self.tr("Stop here, change the thought that led to this call, and let the model go on from there"),
            kind="link",
            clicked=self._edit_thought,
        )
        Needs(self._thought, Need.PREFILLS)
        column(self._column, FlowRow(answer, self._thought), of=self, spacing=4)
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
        focused, had_keyboard = self.focusWidget(), False
        for key in [key for key in self._cards if key not in wanted]:
            gone = self._cards.pop(key)
            had_keyboard = had_keyboard or (focused is not None and focused.hasFocus() and gone.isAncestorOf(focused))
            take_out(gone)
        for call in calls:
            card = self._cards.get(call.key)
            if card is not None:
                card.show_call(call)
                continue
            card = self._cards[call.key] = CallCard(call, self._asks)
            self._column.addWidget(card)
        asking = next((card for card in self.cards if card.call.asks), None)
        if had_keyboard and asking is not None:
            asking.take_keyboard()
        self._thought.setVisible(any(call.has_thought for call in calls))
        self.setVisible(bool(calls))

    def _edit_thought(self) -> None:
        if self.cards:
            self._asks.edit_asked.emit(self.cards[0].call)
