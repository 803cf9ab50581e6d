"""Finds in a whole reply what it answers in the end."""

from __future__ import annotations

import logging
import re

from app.voting.answer import Answer, AnswerKind
from app.voting.choices import RESULT, choice, named_choice, yes_or_no
from app.voting.normal_form import equation, normal_form, number_answer
from app.voting.plain_text import language_of, plain, without_marks
from app.voting.quantity import quantities
from app.voting.words import ANSWER_HEAD

_HEAD = re.compile(ANSWER_HEAD, re.I)
_FENCE = re.compile(r"^(`{3,9}|~{3,9})[ \t]*(\w*)[^\n]*\n(.*?)(?:^\1[ \t]*$|\Z)", re.M | re.S)
_STRONG = re.compile(r"\*\*(.+?)\*\*|__(.+?)__|`([^`]+)`")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)|(?<=[。！？])\s*(?=\S)")
_FIRST_WORD = re.compile(r"\W*([^\W\d_]+)\s*(?:[,.:;!。，、！：—–-]|$)")
_PARTING = re.compile(r"[!?！？]$|^\W*$")
_MARKED = re.compile(r"(?<![^\W_])\(?([A-H])\)(?=\s)")
_DIGIT = re.compile(r"\d")
_LONGEST_READ = 20_000  # characters
_LONGEST_SENTENCE = 1_000
_MOST_BOXES = 20
_SHORT = 300
_MOST_WORDS = 6
_log = logging.getLogger(__name__)


def answer_of(reply: str) -> Answer | None:
    """Return what a reply answers, `None` if it has no answer of a common form. Never raises."""
    try:
        return _found(reply[-_LONGEST_READ:])
    except Exception:  # whatever models write, a vote goes on
        _log.exception("A reply could not be read for its answer.")
        return None


def _found(reply: str) -> Answer | None:
    reply = reply.strip().replace("：", ":")
    if not reply:
        return None
    language = language_of(reply)
    box = _last_box(reply)
    if box is not None:
        found = normal_form(box, language, is_boxed=True)
        return found or Answer(AnswerKind.BOXED, " ".join(box.split()), box.strip())
    return (
        _json(reply, language)
        or _after_head(reply, language)
        or _yes_or_no(reply)
        or _only(reply, language)
        or _strong(reply, language)
        or _begun_with_letter(reply)
        or _in_last_sentence(reply, language)
    )


def _last_box(reply: str) -> str | None:
    """Return what is in the last whole `\\boxed{…}`."""
    for found in reversed(list(re.finditer(r"\\f?boxed\s*\{", reply))[-_MOST_BOXES:]):
        depth = 1
        for place in range(found.end(), len(reply)):
            depth += {"{": 1, "}": -1}.get(reply[place], 0) if reply[place - 1] != "\\" else 0
            if not depth:
                if place > found.end():
                    return reply[found.end() : place]
                break
    return None


def _json(reply: str, language: str) -> Answer | None:
    fences = [found[3].strip() for found in _FENCE.finditer(reply)]
    for text in (reply, *reversed(fences)):
        if text.startswith(("{", "[")):
            found = normal_form(text, language)
            if found is not None and found.kind is AnswerKind.JSON:
                return found
    return None


def _after_head(reply: str, language: str) -> Answer | None:
    """Return what stands behind the last "answer:" or its like."""
    text = without_marks(_FENCE.sub(lambda found: found[3], reply))
    for head in reversed(list(_HEAD.finditer(text))[-_MOST_BOXES:]):
        lines = [line.strip() for line in text[head.end() :].splitlines() if line.strip()]
        if not lines:
            continue
        return (
            _yes_or_no(lines[0])
            or normal_form(lines[0], language)
            or normal_form(_SENTENCE_END.split(lines[0])[0], language)
            or _in_last_sentence(lines[0], language)
        )
    return None


def _only(reply: str, language: str) -> Answer | None:
    """Return a reply that is nothing but a short answer."""
    if "\n" in reply or len(_SENTENCE_END.split(reply)) > 1:
        return None
    found = normal_form(reply, language)
    if found is None or found.kind is not AnswerKind.TEXT:
        return found
    return found if len(found.text.split()) <= _MOST_WORDS and not re.search(r"[`*]", reply) else None


def _strong(reply: str, language: str) -> Answer | None:
    """Return what is set apart in the last line, as bold or as code."""
    line = _last_line(reply)
    spans = [next(filter(None, found.groups())) for found in _STRONG.finditer(line)]
    return normal_form(spans[-1], language) if spans else None


def _yes_or_no(reply: str) -> Answer | None:
    """Return the yes or no that a short reply begins with."""
    found = _FIRST_WORD.match(reply)
    return yes_or_no(found[1]) if found is not None and len(_SENTENCE_END.split(reply)) <= 3 else None


def _begun_with_letter(reply: str) -> Answer | None:
    """Return the choice that a reply begins with, if it speaks of no other."""
    letters = _MARKED.findall(reply)
    return choice(reply) if _MARKED.match(reply) and len(set(letters)) == 1 else None


def _in_last_sentence(reply: str, language: str) -> Answer | None:
    """Return the equation or the last number of the final sentence, unless that is prose with a number in it."""
    line = plain(without_marks(_last_line(reply)[-_LONGEST_SENTENCE:]))
    sentences = _SENTENCE_END.split(line)
    while len(sentences) > 1 and _PARTING.search(sentences[-1]) and not _DIGIT.search(sentences[-1]):
        sentences.pop()  # "Let me know if you need more!"
    sentence = sentences[-1]
    letter = named_choice(sentence)
    if letter is not None:
        return letter
    found = equation(sentence, language)
    if found is not None:
        return found
    numbers = quantities(sentence, language)
    if not numbers:
        return None
    whole, result = normal_form(sentence, language), normal_form(RESULT.split(sentence)[-1], language)
    if whole is None or not (whole.kind is AnswerKind.NUMBER or whole.key.startswith(("[", "(", "{"))):
        whole = result if result is not None and len(result.text) < len(sentence) else None
    last = whole if whole is not None and _DIGIT.search(whole.key) else number_answer(numbers[-1])
    is_reckoned = "=" in sentence or len(quantities(plain(reply[-_LONGEST_SENTENCE:]), language)) > len(numbers)
    return last if is_reckoned or len(reply) <= _SHORT else None


def _last_line(reply: str) -> str:
    lines = [line for line in _FENCE.sub("", reply).splitlines() if line.strip()]
    return lines[-1] if lines else ""
