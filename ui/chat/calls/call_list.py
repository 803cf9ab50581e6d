"""The calls of a reply that have no result yet, a card each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.chat.calls.call_card import CallCard
from ui.chat.calls.call_requests import CallRequests
from ui.chat.calls.shown_call import ShownCall
from ui.widgets.flow_row import FlowRow
from ui.widgets.lacks import Need, Needs
from ui.widgets.layouts import column, scrolls_down, take_out
from ui.widgets.styled import button

_LEAST_PX = 160
_MOST_SHARE = 0.6


class CallArea(QScrollArea):
    """As tall as its cards; where these would take most of what is around them, they are scrolled."""

    def __init__(self, calls: CallList, parent: QWidget) -> None:
        super().__init__(parent)
        self._calls = calls
        self._around = parent
        scrolls_down(self)
        self.setWidget(calls)
        calls.setAutoFillBackground(False)  # the ground is that of what is around
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Calls of tools"))
        for watched in (calls, parent):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take another height when the cards, or what is around them, have one."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.ShowToParent):
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out in another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        inner, around = self._calls, self._around
        wanted = inner.heightForWidth(self.viewport().width()) if inner.hasHeightForWidth() else -1
        wanted = max(wanted, inner.minimumSizeHint().height())
        self.setFixedHeight(min(wanted, max(_LEAST_PX, round(around.height() * _MOST_SHARE))))


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
