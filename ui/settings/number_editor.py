"""Edits a number within its range."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QToolButton

from app.settings import SettingDeclaration, SettingKind
from ui.settings.setting_editor import SettingEditor
from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, give_icon
from ui.widgets.number_frame import NumberFrame
from ui.widgets.wheel_guard import WheelGuard

_TELL_AFTER_MS = 350
_WIDTH_PX = 132
_AROUND_PX = 26
"""What the frame, its padding and the cursor take beside the words."""


class NumberEditor(SettingEditor):
    """A field with steps. Below the least value an optional number is left to the model; 0 may be a word."""

    def __init__(self, declaration: SettingDeclaration, *, unset: str, zero: str, unit: str) -> None:
        super().__init__()
        self._is_whole = declaration.kind is SettingKind.WHOLE_NUMBER
        self._is_optional = declaration.is_optional
        self._times = declaration.times
        least, most = (declaration.minimum or 0.0) * self._times, (declaration.maximum or 1e9) * self._times
        self._box = QDoubleSpinBox()
        is_fine = not self._is_whole and self._times == 1
        self._box.setDecimals(2 if is_fine else 0)
        step = 0.05 if is_fine else _step(most)
        self._box.setSingleStep(step)
        self._below = least - (step if is_fine else 1)
        self._box.setRange(self._below if self._is_optional else least, most)
        special = unset if self._is_optional else (zero if least == 0 else "")
        self._box.setSpecialValueText(special)
        self._box.setSuffix(f" {unit}" if unit else "")
        self._box.setGroupSeparatorShown(most >= 10_000)
        self._field = NumberFrame(self._box)
        words = max((special, self._box.textFromValue(most) + self._box.suffix()), key=len)
        needed = self._box.fontMetrics().horizontalAdvance(words) + _AROUND_PX
        self._field.setFixedWidth(max(scaled_px(_WIDTH_PX), needed))
        self._box.setAlignment(Qt.AlignmentFlag.AlignRight)
        WheelGuard(self._box)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TELL_AFTER_MS)
        self._soon.timeout.connect(self._tell)
        self._box.setKeyboardTracking(False)
        self._box.valueChanged.connect(self._changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._field)
        self._less = self._button(IconName.SUBTRACT, self._box.stepDown)
        self._more = self._button(IconName.ADD, self._box.stepUp)
        row.addWidget(self._less)
        row.addWidget(self._more)
        self.setFocusProxy(self._box)
        self._is_showing = False

    def show_value(self, value: object) -> None:
        """Show the number, or that it is left to the model."""
        self._is_showing = True
        self._soon.stop()
        number = float(value) * self._times if isinstance(value, int | float) else self._below
        self._box.setValue(number)
        self._is_showing = False

    def name_it(self, name: str, tip: str) -> None:
        """Name the field."""
        self._box.setAccessibleName(name)
        self._box.setToolTip(tip)
        for button, words in ((self._less, self.tr("{setting}: less")), (self._more, self.tr("{setting}: more"))):
            button.setAccessibleName(words.format(setting=name))
            button.setToolTip(words.format(setting=name))

    def _button(self, icon: IconName, step: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        give_icon(button, icon)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same in the field
        button.clicked.connect(lambda: step())
        return button

    def _changed(self) -> None:
        if not self._is_showing:
            self._soon.start()  # the arrows pass many values on their way

    def _tell(self) -> None:
        shown = self._box.value()
        if self._is_optional and shown <= self._below:
            self.value_chosen.emit(None)
        else:
            number = shown / self._times
            self.value_chosen.emit(round(number) if self._is_whole else round(number, 4))


def _step(most: float) -> float:
    if most <= 100:
        return 1
    return 10 if most <= 2000 else 100
