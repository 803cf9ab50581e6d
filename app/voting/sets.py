"""Reads sets, lists, pairs, intervals, and inequalities as the intervals that they say."""

from __future__ import annotations

import re

from app.voting.answer import Answer, AnswerKind
from app.voting.expression import key_of_term
from app.voting.quantity import quantities, quantity_of
from app.voting.words import OR

_UNEQUAL = re.compile(r"([a-zA-Z])\s?≠\s?(.+)")
_BOUND = re.compile(
    r"(more than|greater than|less than|fewer than|at least|at most|mehr als|größer als|weniger als|kleiner als"
    r"|mindestens|höchstens|plus de|moins de|au moins|au plus|más de|menos de|al menos|como máximo|больше|меньше"
    r"|не менее|не более|大于|小于|至少|至多|最多)\s?(\d.*)",
    re.I,
)
_BOUND_SIGNS = {
    words: sign
    for sign, all_words in {
        ">": "more than|greater than|mehr als|größer als|plus de|más de|больше|大于",
        "<": "less than|fewer than|weniger als|kleiner als|moins de|menos de|меньше|小于",
        "≥": "at least|mindestens|au moins|al menos|не менее|至少",
        "≤": "at most|höchstens|au plus|como máximo|не более|至多|最多",
    }.items()
    for words in all_words.split("|")
}
_ONE_SIDE = re.compile(r"[a-zA-Z]\s?([<>≤≥])\s?([^<>≤≥=]+)")
_OTHER_SIDE = re.compile(r"([^<>≤≥=]+?)\s?([<>≤≥])\s?[a-zA-Z]")
_TWO_SIDES = re.compile(r"([^<>≤≥=]+?)\s?([<>≤≥])\s?[a-zA-Z]\s?([<>≤≥])\s?([^<>≤≥=]+)")
_TURNED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}
INFINITE = ("inf", "infinity", "unendlich", "infini", "infinito", "бесконечность", "无穷", "无穷大", "無限", "無限大")


def collection(text: str, language: str) -> Answer | None:
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
    elements = [element(one, language) for one in inner.split(";" if ";" in inner else ",")]
    if begin == "{":
        elements = sorted(set(elements), key=by_size)
    return begin + ",".join(elements) + end


def element(text: str, language: str) -> str:
    """Return a member of a set or list in the form in which equal ones are equal."""
    text = text.strip().strip("'\"")
    if text.lstrip("+-") in INFINITE:
        return text[:1].strip("+inf∞") + "inf"
    number = quantity_of(text, language)
    if number is not None:
        return str(number.base[0])
    return key_of_term(text) or text.casefold()


def bounds(text: str, language: str) -> Answer | None:
    """Return an inequality as the interval that it says, several joined by "or" as their union; `x ≠ 3` is itself."""
    parts = [part.strip() for part in re.split(rf"\s{OR}\s", text) if part.strip()]
    keys = [_interval(part, language) for part in parts]
    if not all(keys):
        return None
    return Answer(AnswerKind.TEXT, " U ".join(sorted(filter(None, keys))), text)


def _interval(text: str, language: str) -> str | None:
    if (found := _UNEQUAL.fullmatch(text)) is not None:
        return f"{found[1]}≠{element(found[2], language)}"
    if (found := _BOUND.fullmatch(text)) is not None:
        sign, limit = _BOUND_SIGNS[" ".join(found[1].lower().split())], found[2]
    elif (found := _ONE_SIDE.fullmatch(text)) is not None:
        sign, limit = found[1], found[2]
    elif (found := _OTHER_SIDE.fullmatch(text)) is not None:
        sign, limit = _TURNED[found[2]], found[1]
    elif (found := _TWO_SIDES.fullmatch(text)) is not None:
        begin, end = element(found[1], language), element(found[4], language)
        signs = found[2], found[3]
        if "<" in signs[0] + signs[1] or "≤" in signs[0] + signs[1]:
            return f"{'[' if signs[0] == '≤' else '('}{begin},{end}{']' if signs[1] == '≤' else ')'}"
        return f"{'[' if signs[1] == '≥' else '('}{end},{begin}{']' if signs[0] == '≥' else ')'}"
    else:
        return None
    key = element(limit, language)
    if quantity_of(limit, language) is None and key_of_term(limit) is None:
        return None
    return {"<": f"(-inf,{key})", "≤": f"(-inf,{key}]", ">": f"({key},inf)", "≥": f"[{key},inf)"}[sign]


def by_size(key: str) -> tuple[float, str]:
    """Return what members of a set are sorted by."""
    number = quantities(key, "en")
    return (float(number[0].value) if number else 0.0, key)
