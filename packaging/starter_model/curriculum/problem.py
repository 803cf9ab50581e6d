"""The value every generator makes: one question, the thought that solves it, and an answer that can be checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_SIGNED = re.compile(r"(?<![\d\w)])-\d+(?:[.:/]\d+)*|\d+(?:[.:/]\d+)*")


class Check(Enum):
    """How an answer is compared with what was expected."""

    NUMBERS = "numbers"
    """The last numbers in the answer, in order, are the expected ones."""

    CHOICE = "choice"
    """Of the words in question (the first expected one is right, the rest wrong), the last named is the right one."""

    YES_NO = "yes_no"
    """The answer begins with the expected Yes or No."""

    MENTIONS = "mentions"
    """The answer contains every expected piece of text (letter case aside)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A question, its thought and its answer. `key` decides whether it is held out (see `split`)."""

    kind: str
    key: tuple[object, ...]
    question: str
    thoughts: str
    answer: str
    check: Check
    expected: tuple[str, ...]
    explanation: str = ""
    """One sentence that says how the answer came about, for "why?"."""
    value: int | None = None
    """The answer as a whole number, if it is one: follow-ups ("double that") build on it."""


def numbers_in(text: str) -> list[str]:
    """The numbers in a text as written, thousands separators removed; a minus counts only after a non-digit."""
    return _SIGNED.findall(re.sub(r"(?<=\d),(?=\d{3}\b)", "", text.replace("−", "-")))


def is_right(answer: str, check: Check, expected: tuple[str, ...]) -> bool:
    """Whether a reply's answer (without its thinking) is the expected one."""
    if check is Check.NUMBERS:
        return numbers_in(answer)[-len(expected) :] == list(expected)
    if check is Check.CHOICE:
        found = [(m.start(), word) for word in expected for m in re.finditer(rf"(?i)\b{re.escape(word)}\b", answer)]
        return bool(found) and max(found)[1] == expected[0]
    if check is Check.YES_NO:
        return answer.lower().startswith(expected[0].lower())
    return all(piece.lower() in answer.lower() for piece in expected)
