"""Counts and durations as people read them, in their own language and number format."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def count_text(count: int) -> str:
    """Return a whole number with its thousands apart: `16,384`."""
    return _locale().toString(count)


def seconds_text(seconds: float) -> str:
    """Return a duration in whole seconds, as it is counted live: `7 s`, `3 min 5 s`."""
    whole = int(seconds)
    if whole < 60:
        return QCoreApplication.translate("numbers", "{seconds} s").format(seconds=whole)
    text = QCoreApplication.translate("numbers", "{minutes} min {seconds} s")
    return text.format(minutes=whole // 60, seconds=whole % 60)


def spent_text(seconds: float) -> str:
    """Return how long something took, when it is over: `0.3 s`, `7 s`, `3 min 5 s`."""
    if seconds >= 1:
        return seconds_text(seconds)
    text = QCoreApplication.translate("numbers", "{seconds} s")
    return text.format(seconds=decimal_text(max(0.1, seconds)))


def decimal_text(value: float) -> str:
    """Return a number with one decimal below ten, and none from there: `0.4`, `33`."""
    return _locale().toString(float(value), "f", 1 if value < 9.95 else 0)


def _locale() -> QLocale:
    """Return the person's locale; where none is set, numbers are still grouped."""
    locale = QLocale()
    return QLocale(QLocale.Language.English) if locale.language() is QLocale.Language.C else locale
