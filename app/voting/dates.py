"""Reads dates as each language writes them."""

from __future__ import annotations

import datetime as dt
import re

from app.voting.words import MONTHS

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_HAN_DATE = re.compile(r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:\.|er|st|nd|rd|th)?\s(?:de\s|of\s)?([^\W\d_]+),?\s(?:de\s)?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})")
_NO_YEAR = re.compile(r"([^\W\d_]+)\s(\d{1,2})|(\d{1,2})\.?\s([^\W\d_]+)")
_AROUND = re.compile(r"^(?:le|el|am|on|the)\s|\s(?:года|г\.?)$", re.I)


def date_of(text: str) -> str | None:
    """Return a plain text that is a date as `2024-03-05`, or `03-05` without a year; `None` for what is none."""
    text = _AROUND.sub("", text)
    if found := _ISO.fullmatch(text) or _HAN_DATE.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _GERMAN.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif (found := _DAY_FIRST.fullmatch(text)) and found[2].lower() in MONTHS:
        day, month, year = int(found[1]), MONTHS[found[2].lower()], int(found[3])
    elif (found := _MONTH_FIRST.fullmatch(text)) and found[1].lower() in MONTHS:
        day, month, year = int(found[2]), MONTHS[found[1].lower()], int(found[3])
    elif (found := _NO_YEAR.fullmatch(text)) and (found[1] or found[4]).lower() in MONTHS:
        return f"{MONTHS[(found[1] or found[4]).lower()]:02}-{int(found[2] or found[3]):02}"
    else:
        return None
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
