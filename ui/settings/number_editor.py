"""Edits a number within its range."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QHBoxLayout, QSizePolicy, QToolButton

from app.settings import SettingDeclaration, SettingKind
from ui.settings.setting_editor import SettingEditor
from ui.theme.fonts import scaled_px
from ui.widgets.wheel_guard import WheelGuard

_TELL_AFTER_MS = 350
_WIDTH_PX = 132


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
        self._box.setFrame(False)  # the field around it has one; a style sheet on this one would lose its text
        palette = self._box.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self._box.setPalette(palette)
        self._field = QFrame()
        self._field.setObjectName("numberField")
        self._field.setFixedWidth(scaled_px(_WIDTH_PX))
        self._field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        inside = QHBoxLayout(self._field)
        inside.setContentsMargins(8, 5, 8, 5)
        inside.addWidget(self._box)
        self._box.installEventFilter(self)
        self._box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
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
        self._less = self._button("−", self._box.stepDown)
        self._more = self._button("+", self._box.stepUp)
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

    def _button(self, text: str, step: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark the field while it has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._field.setProperty("focused", event.type() is QEvent.Type.FocusIn)
            self._field.style().unpolish(self._field)
            self._field.style().polish(self._field)
        return super().eventFilter(watched, event)


def _step(most: float) -> float:
    if most <= 100:
        return 1
    return 10 if most <= 2000 else 100
