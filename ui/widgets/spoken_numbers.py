"""Counts and durations as people read them, in their own language and number format."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

from app.text import format_bytes, format_duration

_MEASURE = re.compile(r"\d+\.\d+ (?:s|kB|MB|GB)")


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


def size_text(size_bytes: int) -> str:
    """Return a size in decimal units: `4.7 GB`."""
    return str(in_own_numbers(format_bytes(size_bytes)))


def duration_text(seconds: float) -> str:
    """Return a duration short enough for a label: `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`."""
    return str(in_own_numbers(format_duration(seconds)))


def fixed_text(value: float, *, decimals: int) -> str:
    """Return a number with so many decimals, without groups: `4.50`."""
    locale = _locale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", decimals)


def in_own_numbers(value: object) -> object:
    """Return what fills a field of a template; a measure written by `app.text` gets the person's decimal point."""
    if isinstance(value, str) and _MEASURE.fullmatch(value):
        return value.replace(".", _locale().decimalPoint())
    return value


def _locale() -> QLocale:
    """Return the person's locale; where none is set, numbers are still grouped."""
    locale = QLocale()
    return QLocale(QLocale.Language.English) if locale.language() is QLocale.Language.C else locale
