"""Asks how a model should go on from a step of its thought: how often, and how much it may think."""

from __future__ import annotations

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.text import quoted
from ui.chat.thoughts.thought_card import EditedThought
from ui.widgets.fitted_dialog import FittedDialog
from ui.widgets.layouts import column, row
from ui.widgets.number_box import NumberRange
from ui.widgets.number_field import NumberField
from ui.widgets.styled import button, label

_WIDTH_PX = 400
_LONGEST_STEP = 60
_MOST_TIMES = 16
_MOST_TOKENS = 1_000_000
_USUAL_TIMES = 3
_USUAL_TOKENS = 500


class ForkDialog(FittedDialog):
    """Two numbers for a thought that is gone on with; `chosen` is that thought with both.

    `step` is the text of the one that is thought anew.
    """

    def __init__(self, begun: EditedThought, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begun = begun
        self.setWindowTitle(self.tr("Think anew from this step"))
        is_after_calls = begun.step > 0  # what a vote's samples cannot make stays one
        words = self.tr(
            "What comes before “{step}” stays, with its calls of tools. From there the model thinks anew, as another "
            "version."
        )
        if not is_after_calls:
            words = self.tr(
                "What comes before “{step}” stays. From there the model thinks anew, as another version. Several go "
                "side by side and vote."
            )
        words = words.format(step=quoted(step.strip().split("\n")[0], longest=_LONGEST_STEP))
        self._times = NumberField(NumberRange(1, _MOST_TIMES), has_buttons=True, parent=self)
        self._times.name_it(self.tr("How often"), self.tr("How many thoughts go on from here"))
        self._tokens = NumberField(NumberRange(0, _MOST_TOKENS, 100), unit=self.tr("tokens"), has_buttons=True)
        self._tokens.name_it(self.tr("At most"), self.tr("How many more tokens each may think"))
        self._tokens.may_be_empty(self.tr("As in this conversation"), start=_USUAL_TOKENS)
        go = button(self.tr("Think"), self.tr("Go on so (Enter)"), kind="primary", clicked=self.accept)
        go.setDefault(True)
        cancel = button(self.tr("Cancel"), self.tr("Leave the thought as it is (Esc)"), clicked=self.reject)
        named = [(self.tr("How often"), self._times), (self.tr("At most"), self._tokens)]
        self._times.setVisible(not is_after_calls)
        fields = [column(label(name, tone="soft"), field, spacing=4) for name, field in named[is_after_calls:]]
        inside = QWidget()
        column(label(words, wraps=True), *fields, of=inside, margins=(24, 20, 24, 8), spacing=16)
        self.set_parts(inside, row(1, cancel, go, margins=(24, 8, 24, 20), spacing=8), width_px=_WIDTH_PX)
        self._times.show_number(1 if is_after_calls else _USUAL_TIMES)
        self._tokens.show_number(None)
        for field in (self._times, self._tokens):
            field.validity_changed.connect(
                lambda _valid: go.setEnabled(self._times.box.is_valid and self._tokens.box.is_valid)
            )
        (self._tokens if is_after_calls else self._times).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def chosen(self) -> EditedThought:
        """The thought, with how often and how far it is gone on with."""
        tokens = self._tokens.number
        return structs.replace(
            self._begun,
            samples=int(self._times.number or 1),
            budget_tokens=int(tokens) if tokens is not None else None,
        )
