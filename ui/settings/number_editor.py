"""Edits a number within its range."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout

from app.settings import SettingDeclaration, SettingKind
from ui.settings.setting_editor import SettingEditor
from ui.widgets.number_field import NumberField
from ui.widgets.number_range import NumberRange

_TELL_AFTER_MS = 350
_WIDTH_PX = 132


class NumberEditor(SettingEditor):
    """A field with steps. An empty one leaves an optional number to the model, or stands for 0 where that is a word."""

    def __init__(self, declaration: SettingDeclaration, *, unset: str, zero: str, unit: str) -> None:
        super().__init__()
        self._is_whole = declaration.kind is SettingKind.WHOLE_NUMBER
        self._times = declaration.times
        self._chosen: float | None = None
        self._field = NumberField(NumberRange.declared(declaration), unit=unit, has_buttons=True)
        if declaration.is_optional:
            self._field.may_be_empty(unset)
        elif zero:
            self._field.may_be_empty(zero, stands_for=0)
        self._field.fit_words(_WIDTH_PX)
        self._field.box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.number_chosen.connect(self._note)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TELL_AFTER_MS)
        self._soon.timeout.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field)
        self.setFocusProxy(self._field)

    def show_value(self, value: object) -> None:
        """Show the number, or that it is left to the model."""
        self._soon.stop()
        self._field.show_number(round(value * self._times, 10) if isinstance(value, int | float) else None)

    def name_it(self, name: str, tip: str) -> None:
        """Name the field."""
        self._field.name_it(name, tip)

    def _note(self, number: float | None) -> None:
        self._chosen = number
        self._soon.start()  # the arrows pass many numbers on their way

    def _tell(self) -> None:
        self._soon.stop()
        number = self._chosen
        if number is not None and not self._is_whole:
            number = round(number / self._times, 10)
        self.value_chosen.emit(number)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell at once what was chosen last."""
        super().hideEvent(event)
        if self._soon.isActive():
            self._tell()
