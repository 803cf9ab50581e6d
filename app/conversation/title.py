"""A conversation's title from its first question, without asking the model."""

from __future__ import annotations

import re
import unicodedata

from app.terminal_codes import as_shown
from app.text import without_unseen

MAX_LENGTH = 60
"""Characters, as Python counts them."""

_LOOKED_AT = 20_000
"""Characters of a question: behind so many no title begins."""
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(?P<info>.*)")
_QUOTED = re.compile(r" {0,3}>(?!=)")
_LINE_MARKS = re.compile(r"(?:\s*(?:[-*+•](?:\s+\[[ xX]\])?|#{1,6}|>)(?=\s))+")
_HEADING = re.compile(r"\s*#{1,6}\s")
_WRAPPED = re.compile(r"(?P<mark>\*{1,3}|_{1,3}|`+)(?P<words>(?:(?!(?P=mark)).)+)(?P=mark)")


def title_from_question(question: str) -> str:
    """Return the first line of a person's own words, in one piece and cut between words; empty for an empty question.

    What is quoted or stands in a fence is a title only where there is nothing else. Marks of a heading, a list or a
    quotation before a line are left out, and what is not seen (overrides of direction among it): a title stands in a
    list. Signs that belong to the words stay.
    """
    own, quoted, ruled = _sorted_lines(without_unseen(as_shown(question[:_LOOKED_AT])))
    for line in own + quoted + ruled:
        title = _without_marks(line)
        if title:
            return _cut(title)
    return ""


def _sorted_lines(text: str) -> tuple[list[str], list[str], list[str]]:
    """Return a person's own lines, those that are quoted or code, and those without a letter or a digit."""
    own: list[str] = []
    quoted: list[str] = []
    ruled: list[str] = []
    fence = ""
    for line in text.splitlines():
        match = _FENCE.match(line)
        if fence:
            if match is not None and match[1].startswith(fence) and not match["info"].strip():
                fence = ""
            else:
                quoted.append(line)
        elif match is not None and "`" not in match["info"]:
            fence = match[1]
        elif not any(c.isalnum() or ord(c) > 0x2000 for c in line):
            ruled.append(line)
        else:
            (quoted if _QUOTED.match(line) else own).append(line)
    return own, quoted, ruled


def _without_marks(line: str) -> str:
    marks = _LINE_MARKS.match(line)
    words = line[marks.end() :] if marks is not None and marks.end() < len(line.rstrip()) else line
    if _HEADING.match(line):
        words = re.sub(r"\s#+\s*$", "", words)
    words = " ".join("".join(c if c.isprintable() or _joins(c) else " " for c in words).split())
    wrapped = _WRAPPED.fullmatch(words)
    return wrapped["words"].strip() if wrapped is not None else words


def _joins(character: str) -> bool:
    """Whether a character is part of a grapheme though Python does not call it printable."""
    return unicodedata.category(character) == "Cf"


def _cut(title: str) -> str:
    if len(title) <= MAX_LENGTH:
        return title
    end = _whole_graphemes(title, MAX_LENGTH - 1)
    cut = title[:end]
    at_space = cut.rfind(" ")
    if at_space >= MAX_LENGTH // 2:
        cut = cut[:at_space]
    return cut.rstrip(" ,.;:–—-") + "…"


def _whole_graphemes(text: str, limit: int) -> int:
    """Return where to cut at or before `limit`, so that no grapheme is divided; `limit` if one is longer than that."""
    end = limit
    while end > 0 and not _may_cut(text, end):
        end -= 1
    return end or limit


def _may_cut(text: str, place: int) -> bool:
    """Whether a grapheme ends before `place`; near enough to UAX #29 for every cluster in use."""
    before, after = text[place - 1], text[place]
    if before == "\u200d" or unicodedata.combining(before) == 9:  # a joiner; a virama joins two consonants
        return False
    if unicodedata.category(after)[0] == "M" or after in "\u200c\u200d\u0e33\u0eb3" or _extends(ord(after)):
        return False
    if 0x1160 <= ord(after) <= 0x11FF:  # a vowel or a final of a Korean syllable
        return False
    if _is_flag_letter(before) and _is_flag_letter(after):
        begin = place
        while begin > 0 and _is_flag_letter(text[begin - 1]):
            begin -= 1
        return (place - begin) % 2 == 0
    return True


def _extends(code: int) -> bool:
    return 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F  # tones of skin, and the letters of a flag


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
