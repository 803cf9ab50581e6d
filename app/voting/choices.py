"""Reads letters of several choices, and yes and no."""

from __future__ import annotations

import re

from app.voting.answer import Answer, AnswerKind
from app.voting.plain_text import EDGES
from app.voting.words import COPULA, NO, OF_CHOICES, YES

_LETTER = re.compile(
    r"(?:\(([A-Ja-jА-Еа-е])\)|([A-Ja-jА-Еа-е])\))(?=$|\W)|([A-JА-Е])(?=$|[.,:;。、](?:\s|$)|\s?[-–—]\s|[.:、が][⺀-鿿])"
)
_ALONE = re.compile(r"(?<![A-Za-z0-9_])(A(?! (?!(?:is|ist|est|es)\b)[a-z])|[B-H])(?![A-Za-z0-9_'’])")
_OF_CHOICES = re.compile(OF_CHOICES, re.I)
_NAMED = re.compile(r"^(?:option|choice|antwort|opción|вариант|选项|選択肢)\s*", re.I)
RESULT = re.compile(rf"{COPULA}|[=≈:](?!\d)", re.I)
"""What stands between a calculation and what it comes to."""


def choice(text: str) -> Answer | None:
    """Return the letter of several that a text begins with, if it does."""
    found = _LETTER.match(_NAMED.sub("", text))
    if found is None:
        return None
    letter = (found[1] or found[2] or found[3]).upper()
    return Answer(AnswerKind.CHOICE, "A" if letter == "А" else letter, letter)


def named_choice(sentence: str) -> Answer | None:
    """Return the letter that a sentence comes to, or the only one in a sentence that speaks of choices."""
    ended = choice(re.split(r"['’]s\s", RESULT.split(sentence)[-1])[-1].strip(EDGES))
    letters = set(_ALONE.findall(sentence)) if _OF_CHOICES.search(sentence) else set()
    if ended is None and len(letters) == 1:
        return Answer(AnswerKind.CHOICE, *letters, *letters)
    return ended


def yes_or_no(text: str) -> Answer | None:
    """Return what a word alone says."""
    word = text.casefold()
    if word in YES or word in NO:
        return Answer(AnswerKind.CHOICE, "yes" if word in YES else "no", word)
    return None
