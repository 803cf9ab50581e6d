"""From what was found as an answer to the form in which equal answers are equal."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

from app.voting.answer import Answer, AnswerKind
from app.voting.expression import key_of_term
from app.voting.plain_text import plain, without_marks
from app.voting.quantity import Quantity, number_in_words, quantities
from app.voting.words import AND, ARTICLES, COPULA, MONTHS, NO, OF_CHOICES, OR, YES

_LETTER = re.compile(
    r"(?:\(([A-Ja-jА-Еа-е])\)|([A-Ja-jА-Еа-е])\))(?=$|\W)|([A-JА-Е])(?=$|[.,:;。、](?:\s|$)|\s?[-–—]\s|[.:、が][⺀-鿿])"
)
_ALONE = re.compile(r"(?<![A-Za-z0-9_])(A(?! (?!(?:is|ist|est|es)\b)[a-z])|[B-H])(?![A-Za-z0-9_'’])")
_OF_CHOICES = re.compile(OF_CHOICES, re.I)
_NAMED = re.compile(r"^(?:option|choice|antwort|opción|вариант|选项|選択肢)\s*", re.I)
_EDGES = " \t\n.,;:!?。，、！？：；*_`\"'“”„«»‹›"
_BEFORE = _EDGES.replace(".", "")  # .5
_ABOUT = re.compile(
    r"^(?:=|~|about|around|approximately|roughly|rund|etwa|circa|environ|unos|unas|около|примерно|约|大约|約)\s*", re.I
)
_EQUATION = re.compile(
    r"(?<![a-zA-Z0-9^])([a-zA-Z](?:\([a-zA-Z]\))?)\s*=\s*([^=<>]+?)\s*(?:(?:になり|です|である|となる)[^=]*)?$"
)
_BETWEEN = re.compile(rf"\s*{OR}\s*(?=[a-zA-Z]\s*=)")
RESULT = re.compile(rf"{COPULA}|[=≈:](?!\d)", re.I)
"""What stands between a calculation and what it comes to."""
_SUBJECT = re.compile(rf"(-?\d[\d.,/]*)\s*(?:{COPULA})\s*(?=[^\W\d_])", re.I)
"""A number of which the rest of the sentence says something."""
_IN_BRACKETS = re.compile(r"[\[({][^\[\](){}]*[\])}]$")
_LISTED = re.compile(rf"[,;、]\s+|,?\s{AND}\s|、")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_HAN_DATE = re.compile(r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:\.|er|st|nd|rd|th)?\s(?:de\s|of\s)?([^\W\d_]+),?\s(?:de\s)?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})")
_COPULA = re.compile(r"(?<=.)(?:です|である|だ|になります|でした)$")
_COUNTED = re.compile(r"(?:(?:[\s-](?!pi\b|sqrt\b)[^\W\d_]{2,}){1,4}|\s?[⺀-鿿]{1,12})?")
"""What may stand behind a number that is the whole answer: what is counted."""
_LONGEST = 300  # characters
_MOST_WORDS = 8
_MOST_SIGNS = 80


def normal_form(text: str, language: str, *, is_boxed: bool = False) -> Answer | None:
    """Return an answer from the few words that tell it; `None` for what is too long to have a common form."""
    raw = text.strip()
    found = _json(raw)
    if found is not None or len(raw) > _LONGEST:
        return found
    text = plain(without_marks(raw)).lstrip(_BEFORE).rstrip(_EDGES)
    text = _COPULA.sub("", text).rstrip(_EDGES)
    if not text:
        return None
    found = choice(text) or _yes_or_no(text) or _date(text)
    if found is not None:
        return found
    number = _number(text, language)
    if number is not None:
        return number_answer(number)
    found = (
        equation(text, language)
        or _collection(text, language)
        or _list(text, language)
        or _term(text, is_boxed=is_boxed)
    )
    if found is not None:
        return _boxed(found, raw) if is_boxed else found
    if "=" in text:
        return normal_form(text.rpartition("=")[2], language, is_boxed=is_boxed)
    found = named_choice(text) or _said(text, language) if not is_boxed and len(text) <= _MOST_SIGNS else None
    if found is not None:
        return found
    if len(text.split()) > _MOST_WORDS or len(text) > _MOST_SIGNS:
        return None
    answer = Answer(AnswerKind.TEXT, _key_of_words(text), text)
    return _boxed(answer, raw) if is_boxed else answer


def _said(text: str, language: str) -> Answer | None:
    """Return the number, list or point that a short sentence says something comes to."""
    subject = _SUBJECT.match(text)
    if subject is not None:
        return number_answer(quantities(subject[1], language)[0])
    point = _IN_BRACKETS.search(text)
    if point is not None and "," in point[0] and not re.search(r"[^\W\d_]", point[0]):
        return _collection(point[0], language)
    result = RESULT.split(text)[-1].strip()
    number = _number(result, language)
    if number is not None:
        return number_answer(number)
    for part in (text, result):
        found = quantities(part, language)
        if len(found) == 1:
            return number_answer(found[0])
        listed = _list(part, language)
        if listed is not None:
            return listed
    return None


def _list(text: str, language: str) -> Answer | None:
    """Return numbers that are listed one after another."""
    parts = _LISTED.split(text)
    if len(parts) < 2 or not all(re.fullmatch(r"-?\d[\d.,/]*", part) for part in parts):
        return None
    return Answer(AnswerKind.TEXT, "[" + ",".join(_element(part, language) for part in parts) + "]", text)


def _key_of_words(text: str) -> str:
    if re.search("[<>≤≥|]", text):
        return "".join(text.casefold().split())
    words = re.findall(r"\w+", text.casefold())
    while len(words) > 1 and words[0] in ARTICLES:
        del words[0]
    return " ".join(words) or text


def number_answer(found: Quantity) -> Answer:
    """Return a number as an answer."""
    value, unit = found.base
    return Answer(AnswerKind.NUMBER, str(value), found.text, unit, str(found.value))


def choice(text: str) -> Answer | None:
    """Return the letter of several that a text begins with, if it does."""
    found = _LETTER.match(_NAMED.sub("", text))
    if found is None:
        return None
    letter = (found[1] or found[2] or found[3]).upper()
    return Answer(AnswerKind.CHOICE, "A" if letter == "А" else letter, letter)


def named_choice(sentence: str) -> Answer | None:
    """Return the letter that a sentence comes to, or the only one in a sentence that speaks of choices."""
    ended = choice(re.split(r"['’]s\s", RESULT.split(sentence)[-1])[-1].strip(_EDGES))
    letters = set(_ALONE.findall(sentence)) if _OF_CHOICES.search(sentence) else set()
    if ended is None and len(letters) == 1:
        return Answer(AnswerKind.CHOICE, *letters, *letters)
    return ended


def equation(text: str, language: str) -> Answer | None:
    """Return what stands in the equations of a text: `x = 5` is 5, several solutions are a set."""
    found = [match for part in _BETWEEN.split(text) if (match := _EQUATION.search(part)) is not None]
    sides = [(match[1], match[2].strip(_EDGES)) for match in found]
    if not sides:
        return None
    if len(sides) > 1 and len({name for name, _ in sides}) == 1:
        keys = sorted({_element(side, language) for _, side in sides}, key=_by_size)
        return Answer(AnswerKind.TEXT, "{" + ",".join(keys) + "}", "{" + ", ".join(keys) + "}")
    if len(sides) > 1:
        keys = sorted({f"{name}={_element(side, language)}" for name, side in sides})
        return Answer(AnswerKind.TEXT, ",".join(keys), ", ".join(f"{name} = {side}" for name, side in sides))
    name, side = sides[-1]
    if side.startswith("±") and (number := _number(side[1:], language)) is not None:
        size = str(number.base[0])
        return Answer(AnswerKind.TEXT, f"{{-{size},{size}}}", f"{name} = {side}")
    number = _number(side, language)
    if number is not None and len(name) == 1:
        return number_answer(number)
    term = key_of_term(side)
    return Answer(AnswerKind.TEXT, f"{name}={term}", f"{name} = {side}") if term is not None else None


def _by_size(key: str) -> tuple[float, str]:
    number = quantities(key, "en")
    return (float(number[0].value) if number else 0.0, key)


def _boxed(found: Answer, raw: str) -> Answer:
    kind = AnswerKind.BOXED if found.kind is AnswerKind.TEXT else found.kind
    return replace(found, kind=kind, text=raw if kind is AnswerKind.BOXED else found.text)


def _json(text: str) -> Answer | None:
    if not text.startswith(("{", "[")) or not text.endswith(("}", "]")):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, list) and not any(isinstance(one, (dict, list)) for one in value):
        return None
    canonical = json.dumps(_same_numbers(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return Answer(AnswerKind.JSON, canonical, text)


def _same_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _same_numbers(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_same_numbers(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _yes_or_no(text: str) -> Answer | None:
    word = text.casefold()
    if word in YES or word in NO:
        return Answer(AnswerKind.CHOICE, "yes" if word in YES else "no", word)
    return None


def _date(text: str) -> Answer | None:
    text = re.sub(r"^(?:le|el|am|on|the)\s|\s(?:года|г\.?)$", "", text, flags=re.I)
    if found := _ISO.fullmatch(text) or _HAN_DATE.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _GERMAN.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif (found := _DAY_FIRST.fullmatch(text)) and found[2].lower() in MONTHS:
        day, month, year = int(found[1]), MONTHS[found[2].lower()], int(found[3])
    elif (found := _MONTH_FIRST.fullmatch(text)) and found[1].lower() in MONTHS:
        day, month, year = int(found[2]), MONTHS[found[1].lower()], int(found[3])
    elif (found := re.fullmatch(r"([^\W\d_]+)\s(\d{1,2})|(\d{1,2})\.?\s([^\W\d_]+)", text)) and (
        month := MONTHS.get((found[1] or found[4]).lower(), 0)
    ):
        told = f"{month:02}-{int(found[2] or found[3]):02}"
        return Answer(AnswerKind.TEXT, told, text)
    else:
        return None
    try:
        told = dt.date(year, month, day).isoformat()
    except ValueError:
        return None
    return Answer(AnswerKind.TEXT, told, told)


def _number(text: str, language: str) -> Quantity | None:
    """Return the number that a text is, with its unit or what is counted behind it."""
    text = _ABOUT.sub("", text)
    words = number_in_words(text)
    if words is not None:
        return Quantity(words, 0, len(text))
    found = quantities(text, language)
    if len(found) == 1 and found[0].begin == 0 and _COUNTED.fullmatch(text[found[0].end :]):
        return found[0]
    key = key_of_term(text)
    if key is not None and re.fullmatch(r"-?\d+(?:/\d+)?", key):
        top, _, bottom = key.partition("/")
        return Quantity(Fraction(int(top), int(bottom or 1)), 0, len(text))
    return None


def _collection(text: str, language: str) -> Answer | None:
    """Return a set, a list, a pair or an interval; the elements of a set have no order."""
    parts = [_bracketed(part.strip(), language) for part in text.split(" U ")]
    keys = [part for part in parts if part is not None]
    return Answer(AnswerKind.TEXT, " U ".join(sorted(keys)), text) if len(keys) == len(parts) else None


def _bracketed(text: str, language: str) -> str | None:
    text = re.sub(r"^[a-zA-Z]\s?(?:=|∈|in)\s?", "", text)
    if len(text) < 2 or text[0] not in "{[(]" or text[-1] not in "}])[" or "," not in text.replace(";", ","):
        return None
    begin = {"]": "("}.get(text[0], text[0])
    end = {"[": ")"}.get(text[-1], text[-1])
    inner = text[1:-1]
    elements = [_element(one, language) for one in inner.split(";" if ";" in inner else ",")]
    if begin == "{":
        elements = sorted(set(elements), key=_by_size)
    return begin + ",".join(elements) + end


def _element(text: str, language: str) -> str:
    text = text.strip().strip("'\"")
    if text.lstrip("+-") in ("inf", "infinity"):
        return text.lstrip("+").replace("inity", "")
    number = _number(text, language)
    if number is not None:
        return str(number.base[0])
    return key_of_term(text) or text.casefold()


def _term(text: str, *, is_boxed: bool) -> Answer | None:
    """Return a formula; a word alone is one only in a box."""
    if not re.search(r"[\d+*/^(]|^pi$", text) and not (is_boxed and len(text) == 1):
        return None
    if re.search(r"[^\W\d_]{3,}", re.sub(r"sqrt|root|inf|sin|cos|tan|log", "", text)):
        return None
    key = key_of_term(text)
    return Answer(AnswerKind.TEXT, key, text) if key is not None else None
