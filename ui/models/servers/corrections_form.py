"""What was found of a server, set by hand where it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.engines.endpoint_profile import Prefill, SendsBack, ThinkingSwitch, ThoughtsOut
from app.engines.known_endpoints import Corrections
from ui.models.servers.server_words import prefill_words, sends_back_words, switch_words, thoughts_words
from ui.widgets.number_box import NumberRange
from ui.widgets.number_field import NumberField
from ui.widgets.styled import label
from ui.widgets.unfolding_box import UnfoldingBox

T = TypeVar("T")

_BUDGETS = ("thinking_budget_tokens", "thinking_token_budget", "reasoning.max_tokens")
_MOST_CONTEXT = 100_000_000


class CorrectionsForm(QWidget):
    """Each choice holds at once.

    Signals:
        corrected(Corrections): this holds in the place of what was found.
    """

    corrected = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.thoughts = self._box(self.tr("Thoughts come"), ((one, thoughts_words(one)) for one in ThoughtsOut))
        self.switch = self._box(
            self.tr("Thinking is switched by"), ((one, switch_words(one)) for one in ThinkingSwitch)
        )
        self.budget = self._box(
            self.tr("A thought is bounded by"), (("", self.tr("nothing")), *((one, one) for one in _BUDGETS))
        )
        self.sends_back = self._box(self.tr("It is sent again"), ((one, sends_back_words(one)) for one in SendsBack))
        self.prefill = self._box(
            self.tr("A reply's beginning is given"), ((one, prefill_words(one)) for one in Prefill)
        )
        self.context = NumberField(NumberRange(1, _MOST_CONTEXT, step=1024), unit=self.tr("tokens"))
        self.context.may_be_empty(self.tr("as found"))
        self.context.box.number_chosen.connect(lambda _number: self._tell())
        self._add(self.tr("Context"), self.context, self.context.box)

    def show_corrections(self, by_hand: Corrections) -> None:
        """Show what holds."""
        for box, value in (
            (self.thoughts, by_hand.thoughts),
            (self.switch, by_hand.switch),
            (self.budget, by_hand.budget),
            (self.sends_back, by_hand.sends_back),
            (self.prefill, by_hand.prefill),
        ):
            box.setCurrentIndex(max(0, box.findData(value)) if value is not None else 0)
        self.context.show_number(by_hand.context)

    def _box(self, name: str, choices: Iterable[tuple[str, str]]) -> UnfoldingBox:
        box = UnfoldingBox()
        box.setMinimumContentsLength(10)
        box.addItem(self.tr("as found"), None)
        for value, words in choices:
            box.addItem(words, value)
        box.activated.connect(lambda _row: self._tell())
        self._add(name, box, box)
        return box

    def _add(self, name: str, widget: QWidget, control: QWidget) -> None:
        row = self._grid.rowCount()
        control.setAccessibleName(name)
        self._grid.addWidget(label(name, tone="faint", scale="body", wraps=True), row, 0)
        self._grid.addWidget(widget, row, 1)

    def _tell(self) -> None:
        number = self.context.number
        self.corrected.emit(
            Corrections(
                thoughts=_chosen(self.thoughts, ThoughtsOut),
                switch=_chosen(self.switch, ThinkingSwitch),
                budget=_chosen(self.budget, str),
                sends_back=_chosen(self.sends_back, SendsBack),
                prefill=_chosen(self.prefill, Prefill),
                context=int(number) if number else None,
            )
        )


def _chosen(box: UnfoldingBox, kind: Callable[[str], T]) -> T | None:
    value = box.currentData()
    return None if value is None else kind(value)
