"""Which numbers a field takes, and how they are read as people type them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.settings import SettingDeclaration, SettingKind
from ui.widgets.spoken_numbers import number_text, ungrouped

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
