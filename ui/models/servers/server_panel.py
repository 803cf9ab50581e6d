"""The right side of Servers: one server, one of its models, and what can be done with them."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.engines.endpoint_profile import Prefill, SendsBack, ThinkingSwitch, ThoughtsOut
from app.engines.known_endpoints import Corrections
from app.engines.model_ref import Remote
from app.text import visible_line
from ui.models.parts.action_panel import ActionPanel
from ui.models.parts.panel_questions import RenameRow
from ui.models.servers.server_words import prefill_words, sends_back_words, switch_words, thoughts_words
from ui.widgets.number_box import NumberRange
from ui.widgets.number_field import NumberField
from ui.widgets.styled import button, label
from ui.widgets.unfolding_box import UnfoldingBox


class ServerAction(enum.Enum):
    """What a person may do with a server."""

    USE = "use"
    TRY = "try"
    """Ask the model shown a small question, to see what the server does not say."""
    CORRECT = "correct"
    RENAME = "rename"
    REMOVE = "remove"


class ServerPanel(ActionPanel):
    """Renames and corrects in place.

    Signals:
        rename_asked(str): this name was typed.
        model_chosen(str): show this model of the server.
    """

    rename_asked = Signal(str)
    model_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.models = UnfoldingBox()
        self.models.setMinimumContentsLength(12)
        self.models.setAccessibleName(self.tr("Model of the server"))
        self.models.activated.connect(lambda _row: self.model_chosen.emit(self.model))
        buttons: dict[enum.Enum, QPushButton] = {
            ServerAction.USE: button(
                self.tr("Use"), self.tr("Choose this model and go to the chat"), kind="smallPrimary"
            ),
            ServerAction.TRY: button(
                self.tr("Test turn"), self.tr("Ask this model small questions, to see what the server does not say")
            ),
            ServerAction.CORRECT: button(
                self.tr("Correct…"), self.tr("Set by hand what was found wrong; it holds for all models of this server")
            ),
            ServerAction.RENAME: button(self.tr("Rename…"), self.tr("Call this server differently")),
            ServerAction.REMOVE: button(self.tr("Remove…"), self.tr("Forget this server and its key; asks first")),
        }
        self.rename = RenameRow()
        self.rename.renamed.connect(self.rename_asked)
        self.corrections = CorrectionsForm()
        opened: dict[enum.Enum, QWidget] = {ServerAction.RENAME: self.rename, ServerAction.CORRECT: self.corrections}
        self.set_actions(buttons, ServerAction.REMOVE, opened)
        parts = (self.said, self.notice, self.models, self.facts, self.action_row)
        below = (self.removal, self.rename, self.corrections)
        self.fill(*parts, *below, name=self.tr("About this server"))
        self.show_nothing()

    @property
    def model(self) -> str:
        """The name of the model shown; empty for none."""
        return str(self.models.currentData() or "")

    def show_nothing(self) -> None:
        """No server is chosen."""
        self.say_only(self.tr("Choose a server to see what it has and what you can do with it."))
        self.models.setVisible(False)

    def show_server(self, name: str, models: Sequence[str], facts: Sequence[tuple[str, str]], *, said: str) -> None:
        """Show a server; what is open stays open while it is the same one."""
        self.show_about(name, name, facts, said=said)
        self.rename.show_name(name)
        before = self.model
        if [self.models.itemData(row) for row in range(self.models.count())] != list(models):
            self.models.clear()
            for model in models:
                self.models.addItem(visible_line(Remote("", model).title), model)
            self.models.setCurrentIndex(max(0, self.models.findData(before)))
        self.models.setVisible(bool(models))
        question = self.tr("Forget {name}? Its key is deleted from the keyring, too.").format(name=name)
        self.removal.set_words(question, self.tr("Remove"))


# What was found of a server, set by hand where it is wrong.

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
        self.setFocusProxy(self.thoughts)
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
