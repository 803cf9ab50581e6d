"""Finds in a whole reply what it answers in the end."""

from __future__ import annotations

import json
import logging
import re
from dataclasses import replace
from typing import Any

from app.voting.answer import Answer, AnswerKind
from app.voting.choices import RESULT, choice, choices, named_choice, yes_or_no
from app.voting.dates import date_of, time_of
from app.voting.expression import key_of_term
from app.voting.number_words import leading_number
from app.voting.plain_text import EDGES, language_of, plain, without_marks
from app.voting.quantity import ABOUT, Quantity, quantities, quantity_of
from app.voting.sets import INFINITE, bounds, by_size, collection, element
from app.voting.words import AND, ANSWER_HEAD, ARTICLES, COPULA, OR

_HEAD = re.compile(ANSWER_HEAD, re.I)
_FENCE = re.compile(r"^(`{3,9}|~{3,9})[ \t]*(\w*)[^\n]*\n(.*?)(?:^\1[ \t]*$|\Z)", re.M | re.S)
_STRONG = re.compile(r"\*\*(.+?)\*\*|__(.+?)__|`([^`]+)`")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)|(?<=[。！？])\s*(?=\S)")
_FIRST_WORD = re.compile(r"\W*([^\W\d_]+)\s*(?:[,.:;!。，、！：—–-]|$)")
_PARTING = re.compile(r"[!?！？]$|^\W*$")
_MARKED = re.compile(r"(?<![^\W_])\(?([A-H])\)(?=\s)")
_DIGIT = re.compile(r"\d")
_JSON_BEGINS = re.compile(r"^[{\[](?=[\s\S]*[}\]]\s*\Z)", re.M)
_LONGEST_READ = 20_000  # characters
_LONGEST_SENTENCE = 1_000
_MOST_BOXES = 20
_SHORT = 300
_MOST_WORDS_OF_A_LINE = 6
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
    alone = _JSON_BEGINS.search(reply)
    for text in (reply, *reversed(fences), reply[alone.start() :].strip() if alone is not None else ""):
        found = _json_value(text, language)
        if found is not None:
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
    return found if len(found.text.split()) <= _MOST_WORDS_OF_A_LINE and not re.search(r"[`*]", reply) else None


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


# From what was found as an answer to the form in which equal answers are equal.

_BEFORE = EDGES.replace(".", "")  # .5
_EQUATION = re.compile(
    r"(?<![a-zA-Z0-9^])([a-zA-Z](?:\([a-zA-Z]\))?)\s*=\s*([^=<>]+?)\s*(?:(?:になり|です|である|となる)[^=]*)?$"
)
_BETWEEN = re.compile(rf"\s*{OR}\s*(?=[a-zA-Z]\s*=)")
_SUBJECT = re.compile(rf"(-?\d[\d.,/]*)\s*(?:{COPULA})\s*(?=[^\W\d_])", re.I)
"""A number of which the rest of the sentence says something."""
_IN_BRACKETS = re.compile(r"[\[({][^\[\](){}]*[\])}]$")
_LISTED = re.compile(rf"[,;、]\s+|,?\s{AND}\s|、")
_AND = re.compile(rf"\s{AND}\s", re.I)
_COPULA = re.compile(r"(?<=.)(?:です|である|だ|になります|でした)$")
_WHEN = re.compile(r"(?<![^\W_])(?:at|on|um|am|à|le|a las|el|в)\s(.+)$", re.I)
_REASON = re.compile(
    r"(?<=\S)\s+\((?:[^()]*=|(?:since|because|as|weil|da|denn|car|parce|porque|pues|так|因为|から)(?![^\W_]))[^()]*\)$",
    re.I,
)
_NAME_WITH_NUMBER = re.compile(r"(?:[A-ZÀ-ÞА-Я][\w'’]*[ -])+\d+|\d+(?: [A-ZÀ-ÞА-Я][\w'’]*)+")
"""Apollo 11, 12 Monkeys."""
_THEREFORE = re.compile(
    r"^(?:so|thus|hence|therefore|then|also|somit|folglich|daher|donc|ainsi|así|luego|entonces|итак|значит)\b[,:]?\s*",
    re.I,
)
_FEW_WORDS = re.compile(r"(?:[\s-][^\W\d_]+){1,2}|[⺀-鿿]{1,6}")
_LONGEST = 300  # characters
_MOST_WORDS = 8
_MOST_SIGNS = 80


def normal_form(text: str, language: str, *, is_boxed: bool = False) -> Answer | None:
    """Return an answer from the few words that tell it; `None` for what is too long to have a common form."""
    raw = text.strip()
    found = _json_value(raw, language)
    if found is not None or len(raw) > _LONGEST:
        return found
    is_factorial = (is_boxed or raw.startswith("$")) and re.search(r"[\w)]!\$*$", raw)
    text = plain(without_marks(raw)).lstrip(_BEFORE).rstrip(EDGES.replace("!", "") if is_factorial else EDGES)
    text = _REASON.sub("", _COPULA.sub("", text).rstrip(EDGES.replace("!", "")))
    if not text:
        return None
    found = choices(text) or choice(text) or yes_or_no(text) or _dated(text, language) or bounds(text, language)
    if found is not None:
        return found
    number = quantity_of(text, language)
    named = _THEREFORE.sub("", ABOUT.sub("", text))
    is_name = language != "de" and _NAME_WITH_NUMBER.fullmatch(named) is not None
    if number is not None and (number.shown or not is_name):
        return number_answer(number)
    found = (
        equation(text, language)
        or collection(text, language)
        or _list(text, language)
        or _term(text, is_boxed=is_boxed)
    )
    if found is not None:
        return _boxed(found, raw) if is_boxed else found
    if "=" in text:
        return normal_form(text.rpartition("=")[2], language, is_boxed=is_boxed)
    found = (
        named_choice(text) or _said(text, language) if not (is_boxed or is_name) and len(text) <= _MOST_SIGNS else None
    )
    if found is not None:
        return found
    if len(text.split()) > _MOST_WORDS or len(text) > _MOST_SIGNS:
        return None
    if language == "ru":
        text = text.rpartition(" — ")[2]
    begun = leading_number(text)
    counted = str(begun[0]) if begun is not None and _FEW_WORDS.fullmatch(text[begun[1] :]) else ""
    answer = Answer(AnswerKind.TEXT, _key_of_words(text), text, written=counted)
    return _boxed(answer, raw) if is_boxed else answer


def _dated(text: str, language: str) -> Answer | None:
    date = date_of(text, language) or time_of(text)
    return Answer(AnswerKind.TEXT, date, text) if date is not None else None


def _said(text: str, language: str) -> Answer | None:
    """Return the number, list or point that a short sentence says something comes to."""
    subject = _SUBJECT.match(text)
    if subject is not None:
        return number_answer(quantities(subject[1], language)[0])
    point = _IN_BRACKETS.search(text)
    if point is not None and "," in point[0] and not re.search(r"[^\W\d_]", point[0]):
        return collection(point[0], language)
    result = RESULT.split(text)[-1].strip()
    told = yes_or_no(result) or _dated(result, language)
    if told is not None and result != text:
        return told
    when = _WHEN.search(text)
    if when is not None and (told := _dated(when[1], language)) is not None:
        return told
    number = quantity_of(result, language)
    if number is not None:
        return number_answer(number)
    term = _term(result, is_boxed=False) if result != text else None
    if term is not None:
        return term
    for part in (text, result):
        found = quantities(part, language)
        whole = quantity_of(part[found[0].begin : found[-1].end], language) if found else None
        if whole is not None and whole.shown:  # 2 hours and 30 minutes
            return number_answer(whole)
        if len(found) == 1:
            return number_answer(found[0])
        listed = _list(part, language)
        if listed is not None:
            return listed
    return None


def _list(text: str, language: str) -> Answer | None:
    """Return numbers that are listed one after another; what is listed with "and" has no order."""
    parts = _LISTED.split(text)
    if len(parts) < 2 or not all(re.fullmatch(r"-?\d[\d.,/]*", part) for part in parts):
        return None
    elements = [element(part, language) for part in parts]
    if _AND.search(text):
        elements.sort(key=by_size)
    return Answer(AnswerKind.TEXT, f"[{','.join(elements)}]", text)


def _key_of_words(text: str) -> str:
    if re.search("^-|[<>≤≥≠|±]", text):
        return "".join(text.casefold().split())
    words = re.findall(r"\w+", text.casefold())
    while len(words) > 1 and words[0] in ARTICLES:
        del words[0]
    return " ".join(words) or text


def number_answer(found: Quantity) -> Answer:
    """Return a number as an answer."""
    value, unit = found.base
    return Answer(AnswerKind.NUMBER, str(value), found.text, unit, str(found.value))


def equation(text: str, language: str) -> Answer | None:
    """Return what stands in the equations of a text: `x = 5` is 5, several solutions are a set."""
    found = [match for part in _BETWEEN.split(text) if (match := _EQUATION.search(part)) is not None]
    sides = [(match[1], match[2].strip(EDGES)) for match in found]
    if not sides:
        return None
    if len(sides) > 1 and len({name for name, _ in sides}) == 1:
        keys = sorted({element(side, language) for _, side in sides}, key=by_size)
        return Answer(AnswerKind.TEXT, "{" + ",".join(keys) + "}", "{" + ", ".join(keys) + "}")
    if len(sides) > 1:
        keys = sorted({f"{name}={element(side, language)}" for name, side in sides})
        return Answer(AnswerKind.TEXT, ",".join(keys), ", ".join(f"{name} = {side}" for name, side in sides))
    name, side = sides[-1]
    if side.startswith("±") and (number := quantity_of(side[1:], language)) is not None:
        size = str(number.base[0])
        return Answer(AnswerKind.TEXT, f"{{-{size},{size}}}", f"{name} = {side}")
    number = quantity_of(side, language)
    if number is not None and len(name) == 1:
        return number_answer(number)
    term = key_of_term(side)
    return Answer(AnswerKind.TEXT, f"{name}={term}", f"{name} = {side}") if term is not None else None


def _boxed(found: Answer, raw: str) -> Answer:
    kind = AnswerKind.BOXED if found.kind is AnswerKind.TEXT else found.kind
    return replace(found, kind=kind, text=raw if kind is AnswerKind.BOXED else found.text)


def _json_value(text: str, language: str) -> Answer | None:
    if not text.startswith(("{", "[")) or not text.endswith(("}", "]")):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, list) and not any(isinstance(one, (dict, list)) for one in value):
        return None
    if isinstance(value, dict) and len(value) == 1 and _HEAD.match(f"{next(iter(value))}:".replace("_", " ")):
        only = next(iter(value.values()))
        found = normal_form(str(only), language) if isinstance(only, (str, int, float)) else None
        if found is not None:
            return found
    canonical = json.dumps(_same_numbers(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return Answer(AnswerKind.JSON, canonical, text)


def _same_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _same_numbers(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_same_numbers(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _term(text: str, *, is_boxed: bool) -> Answer | None:
    """Return a formula; a word alone is one only in a box."""
    if text.lstrip("+-").lower() in INFINITE:
        return Answer(AnswerKind.TEXT, "-inf" if text[0] == "-" else "inf", text)
    if not re.search(r"[\d+*/^(]|^pi$", text) and not (is_boxed and len(text) == 1):
        return None
    if re.search(r"[^\W\d_]{3,}", re.sub(r"sqrt|root|inf|sin|cos|tan|log", "", text)):
        return None
    key = key_of_term(text)
    return Answer(AnswerKind.TEXT, key, text) if key is not None else None
