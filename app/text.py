"""Text that people read: the marker for translation, numbers in words, and strangers' text made plain."""

from __future__ import annotations

import functools
import re

_LONGEST_NAME = 28
_LONGEST_QUOTE = 80
_BLANK = (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x3164, *range(0xFE00, 0xFE10), 0xFFA0)
_BLANK_LETTERS = "".join(map(chr, _BLANK))
"""What is not seen although Unicode calls it a letter or a mark."""


def translatable(template: str) -> str:
    """Return `template` unchanged; the extraction script collects the argument of every call for translation."""
    return template


def without_blank_edges(text: str) -> str:
    """Return the text without blank lines around it; what its first line is indented by stays."""
    body = text.lstrip()
    start = len(text) - len(body)
    return (text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start] + body).rstrip()


def visible(text: str) -> str:
    """Return the text with everything that is not seen, or turns text around, spelled out: `^[` or `<U+202E>`.

    Line breaks and tabs stay, and so do joiners and the like where a script or a picture needs them.
    """
    return text if _is_plain(text) else _unseen().sub(_spelled, text)


def visible_line(text: str) -> str:
    """Return the text as one line in which everything is seen: for names, titles and what stands in a table."""
    return visible(text).replace("\t", "^I").replace("\n", "^J")


def quoted(text: str, *, longest: int = _LONGEST_QUOTE) -> str:
    """Return what a stranger's file says of itself, for a sentence: one short line in which everything is seen."""
    line = visible_line(text[: longest + 1])
    return line if len(line) <= longest else line[: longest - 1] + "…"


def natural_key(text: str) -> tuple[tuple[int, float, str], ...]:
    """Return a key by which `3B` comes before `10B`, whatever the capitals."""
    parts = re.split(r"(\d+(?:\.\d+)?)", text.casefold())
    return tuple((0, float(part), "") if at % 2 else (1, 0.0, part) for at, part in enumerate(parts) if part)


def shortened_name(name: str) -> str:
    """Return a file name cut in its middle: its beginning and its ending tell most."""
    plain = " ".join(name.split())
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[: _LONGEST_NAME - 11]}…{plain[-10:]}"


def without_unseen(text: str) -> str:
    """Return the text without what `visible` would spell out; control characters become spaces."""
    if _is_plain(text):
        return text
    return _unseen().sub(lambda match: match[0] if len(match[0]) > 1 else " " if ord(match[0]) < 0x20 else "", text)


def _is_plain(text: str) -> bool:
    """Whether all of a text is seen, without the expression where that is clear: to compile it takes a millisecond."""
    return text.isprintable() and (text.isascii() or not any(letter in text for letter in _BLANK_LETTERS))


@functools.cache
def _unseen() -> re.Pattern[str]:
    after_a_picture = "\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff"
    joined_scripts = "\u0600-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u18af\ua840-\ua87f"
    scripts_without_spaces = "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u1aaf"
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"  # control characters, and what is no character
        "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufeff\u2060-\u2065\ufff0-\ufffb"  # of no width
        "\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"  # which way text runs, and where lines end
        "\U0001d173-\U0001d17a]"
        f"|(?<![{after_a_picture}{joined_scripts}])[\u200c\u200d]"  # shape letters there, and join pictures
        f"|(?<![{scripts_without_spaces}])\u200b"  # ends words there
        "|(?<![\u1800-\u18af])[\u180b-\u180f]"
        "|(?<=[0-9A-Za-z.])[\ufe00-\ufe0e]|(?<=[A-Za-z.])\ufe0f"
        "|\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"  # a flag, which stays
        "|[\U000e0000-\U000e00ff]"
    )


def _spelled(match: re.Match[str]) -> str:
    if len(match[0]) > 1:
        return match[0]
    number = ord(match[0])
    if number < 0x80:
        return "^" + chr(number ^ 0x40)
    return f"<U+{number:04X}>"


def format_bytes(size_bytes: int) -> str:
    """Return a size in decimal units with at most one decimal, as download pages print it: `4.7 GB`."""
    size = float(size_bytes)
    for unit in ("B", "kB", "MB", "GB"):
        if size < 999.5 or unit == "GB":
            return f"{size:.0f} {unit}" if unit in ("B", "kB") or size >= 100 else f"{size:.1f} {unit}"
        size /= 1000
    raise AssertionError("unreachable: the loop ends with GB")


def format_duration(seconds: float) -> str:
    """Return a duration in words short enough for a label: `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`."""
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
