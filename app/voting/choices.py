"""Reads the letters of several choices, and yes and no."""

from __future__ import annotations

import re

from app.voting.answer import Answer, AnswerKind
from app.voting.plain_text import EDGES
from app.voting.words import AND, COPULA, FALSE, NO, OF_CHOICES, TRUE, YES

_LETTER = re.compile(
    r"(?:\(([A-Ja-jА-Еа-е])\)|([A-Ja-jА-Еа-е])\))(?=$|\W)|([A-JА-Е])(?=$|[.,:;。、](?:\s|$)|\s?[-–—]\s|[.:、が][⺀-鿿])"
)
_ALONE = re.compile(r"(?<![A-Za-z0-9_])(A(?! (?!(?:is|ist|est|es)\b)[a-z])|[B-H])(?![A-Za-z0-9_'’])")
_OF_CHOICES = re.compile(OF_CHOICES, re.I)
_OPTION = "(?:option|choice|antwort|réponse|opción|respuesta|вариант|选项|選択肢)"
_NAMED = re.compile(rf"^(?:(?:the|die|la) |l')?{_OPTION}\s*", re.I)
_NAMED_SMALL = re.compile(rf"(?<![^\W_]){_OPTION}\s\(?([a-hа-д])\)?(?![^\W_])", re.I)
_LETTERS = re.compile(rf"\(?([A-JА-Е])\)?(?:(?:,|;|\s?&|\s?{AND})?(?:\s{AND})?\s?\(?([A-JА-Е])\)?)+")
RESULT = re.compile(rf"{COPULA}|[=≈:](?!\d)", re.I)
"""What stands between a calculation and what it comes to."""


def choices(text: str) -> Answer | None:
    """Return several letters, and nothing else; they have no order."""
    if _LETTERS.fullmatch(_NAMED.sub("", text)) is None:
        return None
    letters = sorted(set(re.findall(r"[A-JА-Е]", _NAMED.sub("", text))))
    is_word = re.fullmatch(r"[A-JА-Е]+", text) and "".join(letters) != text
    if is_word or len(letters) < 2:
        return None
    return Answer(AnswerKind.CHOICE, ",".join(letters), text)


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
    small = _NAMED_SMALL.findall(sentence)
    if ended is None and len(small) == 1:
        return choice(small[0].upper())
    letters = set(_ALONE.findall(sentence)) if _OF_CHOICES.search(sentence) else set()
    if ended is None and len(letters) == 1:
        return Answer(AnswerKind.CHOICE, *letters, *letters)
    return ended


def yes_or_no(text: str) -> Answer | None:
    """Return what a word alone says."""
    word = text.casefold()
    for key, words in (("yes", YES), ("no", NO), ("true", TRUE), ("false", FALSE)):
        if word in words:
            return Answer(AnswerKind.CHOICE if key in ("yes", "no") else AnswerKind.TEXT, key, word)
    return None
