"""Reads dates and times of the day as each language writes them."""

from __future__ import annotations

import datetime as dt
import re

from app.voting.words import MONTHS

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})")
_HAN_DATE = re.compile(r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:\.|er|º|st|nd|rd|th)?\s(?:de\s|of\s)?([^\W\d_]+)\.?,?\s(?:del?\s)?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})")
_NO_YEAR = re.compile(
    r"([^\W\d_]+)\.?\s(\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:\.|er|st|nd|rd|th)?\s(?:de\s|of\s)?([^\W\d_]+)"
)
_TIME = re.compile(
    r"(下午|上午|晚上|午後|午前)?\s?(\d{1,2})(?:(?::|\s?[h点點时時]\s?)(\d{2})?分?(?=$|\D))?\s?([ap]\.?\s?m\.?)?"
    r"\s?(uhr|h|heures|o'clock)?",
    re.I,
)
_HALF_OF_DAY = {"上午": "a", "午前": "a", "下午": "p", "午後": "p", "晚上": "p"}
_NOON = {"noon": "12:00", "midday": "12:00", "midnight": "0:00", "mittag": "12:00", "mitternacht": "0:00",
         "midi": "12:00", "minuit": "0:00", "mediodía": "12:00", "medianoche": "0:00",
         "полдень": "12:00", "полночь": "0:00"}  # fmt: skip
_AROUND = re.compile(r"^(?:le|el|am|on|the)\s|\s(?:года|г\.?)$", re.I)


def date_of(text: str, language: str) -> str | None:
    """Return a plain text that is a date as `2024-03-05`, or `03-05` without a year; `None` for what is none.

    Where the day and the month could be either, the month comes first in English alone.
    """
    text = _AROUND.sub("", text)
    if found := _ISO.fullmatch(text):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _HAN_DATE.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DAY_MONTH.fullmatch(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if month > 12 or (language == "en" and found[2] == "/" and day <= 12):
            day, month = month, day
    elif (found := _DAY_FIRST.fullmatch(text)) and _month(found[2]):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif (found := _MONTH_FIRST.fullmatch(text)) and _month(found[1]):
        day, month, year = int(found[2]), _month(found[1]), int(found[3])
    elif (found := _NO_YEAR.fullmatch(text)) and _month(found[1] or found[4]):
        return f"{_month(found[1] or found[4]):02}-{int(found[2] or found[3]):02}"
    else:
        return None
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(word: str) -> int:
    """Return which month a word names, in short also; 0 for none."""
    word = word.lower()
    return MONTHS.get(word) or next(
        (number for name, number in MONTHS.items() if 3 <= len(word) <= 4 and name.startswith(word)), 0
    )


def time_of(text: str) -> str | None:
    """Return a plain text that is a time of the day as `15:30`; `None` for what is none."""
    text = _AROUND.sub("", text)
    if text.lower() in _NOON:
        return _NOON[text.lower()]
    found = _TIME.fullmatch(text)
    if found is None or not (found[1] or found[4] or found[5] or (found[3] and ":" in text) or text[-1] in "时時"):
        return None
    if found[5] and found[5].lower() in ("h", "heures") and not found[3]:
        return None  # how long something takes
    hour, minute = int(found[2]), int(found[3] or 0)
    half = _HALF_OF_DAY[found[1]] if found[1] else (found[4] or "")[:1].lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour}:{minute:02}" if hour <= 24 and minute < 60 else None
