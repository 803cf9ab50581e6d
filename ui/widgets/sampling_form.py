"""How the next word is drawn: a row for each value, with what it means and what the model recommends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from msgspec.structs import fields
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.messages import Sampling
from app.settings import SettingDeclaration
from app.text import translatable
from ui.theme.spacing import keep_spaced
from ui.widgets.layouts import column, grid
from ui.widgets.number_box import NumberRange
from ui.widgets.number_field import NumberField
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.spoken_numbers import number_text
from ui.widgets.styled import label

_LEAST_FIELD_PX = 190


@dataclass(frozen=True, slots=True)
class SamplingField:
    """One value: `name` is that of `Sampling`'s field."""

    name: str
    title: str
    explanation: str
    limits: NumberRange


_OF_ONE_CONVERSATION = (
    SamplingField(
        "seed",
        translatable("Seed"),
        translatable("The same number draws the same words again, if nothing else changes."),
        NumberRange(0, 2_147_483_647),
    ),
    SamplingField(
        "max_tokens",
        translatable("Longest reply"),
        translatable("Thought and answer together end after so many tokens."),
        NumberRange(1, 1_000_000, 100),
    ),
)
"""What no setting decides for all of them."""


def sampling_fields() -> tuple[SamplingField, ...]:
    """Return the fields of `Sampling`; what is a setting, too, has the words and the range of that."""
    own = {field.name: field for field in _OF_ONE_CONVERSATION}
    return tuple(own.get(field.name) or _declared(SettingDeclaration.of(field.name)) for field in fields(Sampling))


class SamplingForm(QWidget):
    """Values that are not chosen are left to the settings and the model.

    Signals:
        changed(): a value was chosen, or given back.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._declared = sampling_fields()
        self._fields: dict[str, NumberField] = {}
        lines = grid(across_px=16, down_px=10)
        keep_spaced(lines)
        for at, field in enumerate(self._declared):
            title = QLabel(_tr(field.title))
            about = label(_tr(field.explanation), tone="soft", scale="small", wraps=True)
            number = NumberField(field.limits, has_reset=True)
            ScaledLength(number, number.setMinimumWidth, _LEAST_FIELD_PX)
            number.name_it(title.text(), about.text(), description=about.text())
            number.box.number_chosen.connect(self.changed)
            self._fields[field.name] = number
            title.setBuddy(number)
            lines.addLayout(column(title, about, spacing=0), at, 0)
            lines.addWidget(number, at, 1, Qt.AlignmentFlag.AlignTop)
        lines.setColumnStretch(0, 1)
        column(lines, of=self)

    def show_choice(self, choice: Sampling, recommended: Sampling | None) -> None:
        """Show what is chosen, and what holds where nothing is."""
        for field in self._declared:
            usual = getattr(recommended, field.name, None) if recommended is not None else None
            self._fields[field.name].may_be_empty(self._unset_words(field, usual), start=usual)
            self._fields[field.name].show_number(getattr(choice, field.name))

    def choice(self) -> Sampling:
        """Return what is chosen."""
        chosen: dict[str, Any] = {}
        for field in self._declared:
            number = self._fields[field.name].number
            chosen[field.name] = int(number) if number is not None and field.limits.is_whole else number
        return Sampling(**chosen)

    def _unset_words(self, field: SamplingField, usual: float | None) -> str:
        if field.name == "seed":
            return self.tr("Another each time")
        if field.name == "max_tokens":
            return self.tr("As the context allows")
        if usual is None:
            return self.tr("As recommended")
        return self.tr("As recommended: {value}").format(value=number_text(usual))


def _declared(setting: SettingDeclaration) -> SamplingField:
    return SamplingField(setting.name, setting.label, setting.description, NumberRange.declared(setting))


def _tr(text: str) -> str:
    return QCoreApplication.translate("app", text)
