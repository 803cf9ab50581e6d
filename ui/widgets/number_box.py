"""A number that is typed or stepped: what was typed is checked while it is written, and counts when it is entered."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from app.settings import SettingDeclaration, SettingKind
from ui.widgets.spoken_numbers import number_text, ungrouped
from ui.widgets.styled import LevelText
from ui.widgets.unfolding_box import WheelGuard

_BESIDE_WORDS_PX = 8
_NUMBER = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)")
_OTHER_MARKS = str.maketrans({"−": "-", "。": ".", "٫": "."})
"""The minus sign of typography, and points that other keyboards write."""


@dataclass(frozen=True, slots=True)
class NumberRange:
    """From `least` (or above it, if that is excluded) to `most`; an arrow key adds `step`."""

    least: float
    most: float
    step: float = 1
    is_whole: bool = True
    is_least_excluded: bool = False

    @classmethod
    def declared(cls, setting: SettingDeclaration) -> NumberRange:
        """Return the range of a setting, as a form shows it."""
        least, most = (setting.minimum or 0) * setting.times, (setting.maximum or 1e9) * setting.times
        is_whole = setting.kind is SettingKind.WHOLE_NUMBER or setting.times != 1
        step = setting.step or (1 if most <= 100 else 10 if most <= 2000 else 100)
        return cls(least, most, step, is_whole, setting.is_minimum_excluded)

    def read(self, text: str) -> float:
        """Return the number that was typed, in any of the usual ways, the point of another language too.

        Raises `ValueError` for what is no number, and for one that is not in this range: nothing is rounded.
        """
        plain = unicodedata.normalize("NFKC", text).strip().translate(_OTHER_MARKS)
        plain = ungrouped(plain) if self.is_whole else plain
        if not _NUMBER.fullmatch(plain):
            raise ValueError(text)
        number = float(plain.replace(",", "."))
        is_below = number < self.least or (self.is_least_excluded and number == self.least)
        if is_below or number > self.most or (self.is_whole and not number.is_integer()):
            raise ValueError(text)
        return int(number) if self.is_whole else number

    def stepped(self, number: float, steps: int) -> float:
        """Return the number so many steps on, as far as the range goes."""
        least = self.least + self.step if self.is_least_excluded else self.least
        return min(self.most, max(least, round(number + steps * self.step, 10)))

    def words(self) -> str:
        """Return what is taken, in words."""
        if self.is_least_excluded:
            words = _tr("numbers above {least}, up to {most}")
        elif self.is_whole:
            words = _tr("whole numbers from {least} to {most}")
        else:
            words = _tr("numbers from {least} to {most}")
        return words.format(least=number_text(self.least), most=number_text(self.most))


def _tr(text: str) -> str:
    return QCoreApplication.translate("number_range", text)


class NumberBox(QAbstractSpinBox):
    """Takes every key. What is no number of its range changes nothing: the number before stays in force.

    Enter, leaving the field and a step enter what was typed; Escape takes it back. Where a placeholder says what an
    empty field means, it may be empty and stands for `empty_number`.

    Signals:
        number_chosen(object): the person has entered another number, or emptied the field.
        refused(str): this was typed and is not taken; empty as soon as what stands there can be taken.
        given_up(str): the field was left with this in it, and shows the number in force again.
    """

    number_chosen = Signal(object)
    refused = Signal(str)
    given_up = Signal(str)

    def __init__(self, limits: NumberRange, *, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limits = limits
        self._unit = unit.strip()
        self._number: float | None = None
        self._start: float | None = None
        self.empty_number: float | None = None
        """What an empty field stands for, if it may be empty."""
        self._came_by_mouse = False
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        LevelText(self.lineEdit())
        WheelGuard(self)
        self.lineEdit().textEdited.connect(self._check)
        self.lineEdit().installEventFilter(self)

    @property
    def number(self) -> float | None:
        """The number in force; `None` for an empty field that stands for no number."""
        return self._number

    @property
    def limits(self) -> NumberRange:
        """What is taken."""
        return self._limits

    @property
    def is_valid(self) -> bool:
        """Whether what stands there can be taken."""
        return self._is_taken(self.lineEdit().text())

    def show_number(self, number: float | None) -> None:
        """Show the number in force; what is being typed stays if it is the same as before."""
        is_same, self._number = number == self._number, number
        if not (is_same and self.hasFocus()):
            self._write()

    def set_placeholder(self, words: str, *, start: float | None = None) -> None:
        """Say what an empty field means; steps begin from `start`, if it is known. Without words a number is needed."""
        self.lineEdit().setPlaceholderText(words)
        self._start = start
        self.updateGeometry()

    def enter(self) -> bool:
        """Take what stands there; return whether it can be taken."""
        if self.is_valid:
            self._choose(self._read(self.lineEdit().text()))
            self._write()
            return True
        return False

    # --- private ----------------------------------------------------------------------------------------------

    def _read(self, text: str) -> float | None:
        """Return what a text stands for. Raises `ValueError` for what is not taken."""
        text = text.strip()
        number = self._number
        if number is not None and text in (number_text(number), number_text(number, is_grouped=False)):
            return number  # also where something else has put it there
        if not text and self.lineEdit().placeholderText():
            return self.empty_number
        return self._limits.read(text.removesuffix(self._unit))

    def _is_taken(self, text: str) -> bool:
        try:
            self._read(text)
        except ValueError:
            return False
        return True

    def _written(self) -> str:
        """Return how the number in force is written: as it is typed, while it can be."""
        if self._number is None or (self._number == self.empty_number and self.lineEdit().placeholderText()):
            return ""
        return number_text(self._number, is_grouped=not self.hasFocus())

    def _write(self) -> None:
        self.lineEdit().setText(self._written())
        self.setProperty("value", self._number)  # what screen readers ask for
        self.refused.emit("")

    def _check(self) -> None:
        text = self.lineEdit().text()
        is_being_typed = not text.strip()  # to be written anew
        self.refused.emit("" if is_being_typed or self._is_taken(text) else text)

    def _choose(self, number: float | None) -> None:
        is_other, self._number = number != self._number, number
        if is_other:
            self.number_chosen.emit(number)

    def _leave(self) -> None:
        if not self.enter():
            text = self.lineEdit().text()
            self._write()
            self.given_up.emit(text)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Room for the words of an empty field, and for what hangs below the line: Qt counts a pixel too few."""
        return super().sizeHint().expandedTo(self._least())

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return super().minimumSizeHint().expandedTo(self._least())

    def _least(self) -> QSize:
        words = self.lineEdit().placeholderText()
        width = self.fontMetrics().horizontalAdvance(words) + _BESIDE_WORDS_PX if words else 0
        return QSize(width, self.fontMetrics().height() + 1)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Both ways; at an end of the range nothing happens."""
        return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled

    def stepBy(self, steps: int) -> None:
        """Go on from what stands there, or from the number in force."""
        text = self.lineEdit().text()
        number = self._read(text) if self._is_taken(text) else self._number
        number = self._start if number is None else number
        if number is not None:
            self._choose(self._limits.stepped(number, steps))
        elif steps > 0:  # the way up begins at the lower end
            self._choose(self._limits.stepped(self._limits.least, 0))
        self._write()
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Keep Escape for the field while there is something to take back."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if self.lineEdit().text() != self._written():
                event.accept()
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what was typed, and goes on to the dialog only with that; Escape takes it back."""
        if event.key() == Qt.Key.Key_Escape and self.lineEdit().text() != self._written():
            self._write()
            self.selectAll()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.enter():
            self.refused.emit(self.lineEdit().text())
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click that brings the keyboard here selects the number, so that typing replaces it."""
        if event.type() is QEvent.Type.MouseButtonRelease and self._came_by_mouse:
            self._came_by_mouse = False
            if not self.lineEdit().hasSelectedText():
                self.selectAll()
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Write the number as it is typed, and select it."""
        if self.is_valid and self.lineEdit().text() != self._written():  # else what is selected stays so
            self.lineEdit().setText(self._written())
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.selectAll()
        self._came_by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed, or give it up; beside another window it may stand as it is."""
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self.enter()
        elif event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what was typed: the page or the dialog is closed."""
        super().hideEvent(event)
        if not event.spontaneous() and self.is_valid:
            self._choose(self._read(self.lineEdit().text()))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is in force, whatever was left here."""
        super().showEvent(event)
        self._write()
