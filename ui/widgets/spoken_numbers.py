"""Counts and durations as people read them, in their own language and number format."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

from app.text import format_bytes, format_duration

_MEASURE = re.compile(r"\d+\.\d+ (?:s|kB|MB|GB)")
_THOUSANDS = " '’"
"""What stands between thousands in some places, whatever the language."""


def count_text(count: int) -> str:
    """Return a whole number with its thousands apart: `16,384`."""
    return _locale().toString(count)


def tokens_text(tokens: int, *, is_counted: bool) -> str:
    """Return how much of a prompt something takes, as was counted or about that: `~1,234 tokens`."""
    counted = QCoreApplication.translate("numbers", "{count} tokens")
    about = QCoreApplication.translate("numbers", "~{count} tokens")
    return (counted if is_counted else about).format(count=count_text(tokens))


def seconds_text(seconds: float) -> str:
    """Return a duration in whole seconds, as it is counted live: `7 s`, `3 min 5 s`."""
    whole = int(seconds)
    if whole < 60:
        return QCoreApplication.translate("numbers", "{seconds} s").format(seconds=whole)
    text = QCoreApplication.translate("numbers", "{minutes} min {seconds} s")
    return text.format(minutes=whole // 60, seconds=whole % 60)


def clock_text(seconds: float) -> str:
    """Return when something was, as shortly as it can be told: `0.0 s`, `47 s`, `1:49`, `1:02:07`."""
    if seconds < 60:
        exact = seconds if seconds < 9.95 else max(10, int(seconds))
        return QCoreApplication.translate("numbers", "{seconds} s").format(seconds=decimal_text(exact))
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes}:{rest:02}"


def spent_text(seconds: float) -> str:
    """Return how long something took, when it is over: `0.3 s`, `7.2 s`, `47 s`, `3 min 5 s`."""
    if seconds >= 9.95:
        return seconds_text(max(10, round(seconds)))
    text = QCoreApplication.translate("numbers", "{seconds} s")
    return text.format(seconds=decimal_text(max(0.1, seconds)))


def decimal_text(value: float) -> str:
    """Return a number with one decimal below ten, and none from there: `0.4`, `33`."""
    return _locale().toString(float(value), "f", 1 if value < 9.95 else 0)


def rate_text(tokens_per_s: float) -> str:
    """Return a speed that is only expected: `6`, and with a decimal where it is slow, `1.4`."""
    return fixed_text(tokens_per_s, decimals=0 if tokens_per_s >= 3 else 1)


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


def number_text(value: float, *, is_grouped: bool = True) -> str:
    """Return a number as shortly as it can be written, whole or not: `0.7`, `16,384`."""
    locale = _locale()
    if not is_grouped:
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value)


def ungrouped(text: str) -> str:
    """Return a number that somebody wrote without the marks between its thousands, whole numbers only."""
    marks = _THOUSANDS + _locale().groupSeparator()
    is_grouped = re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}(?:[{re.escape(marks)}]\d{{3}})+", text)
    return text.translate(dict.fromkeys(map(ord, marks))) if is_grouped else text


def in_own_numbers(value: object) -> object:
    """Return what fills a field of a template; a measure written by `app.text` gets the person's decimal point."""
    if isinstance(value, str) and _MEASURE.fullmatch(value):
        return value.replace(".", _locale().decimalPoint())
    return value


def _locale() -> QLocale:
    """Return the person's locale; where none is set, numbers are still grouped."""
    locale = QLocale()
    return QLocale(QLocale.Language.English) if locale.language() is QLocale.Language.C else locale
