"""Reads numbers in all their spellings, with the unit behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from app.voting.expression import key_of_term, value_of
from app.voting.words import ARTICLES, DECIMAL_COMMA, NUMBER_WORDS, PARTS, SCALES, THOUSANDS_POINT, UNITS

_NUMERAL = r"(?:(?:\d{1,3}(?:[,.'’ _]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?|(?<!\d)\.\d+)"
_SIZE = re.compile(
    rf"(?P<currency>[$€£¥]?)(?P<sign>(?<![\w)\]])-\s?|)(?P<more>[$€£¥]?)\s?"
    rf"(?:(?P<whole>\d+) (?=\d+\s?/\s?\d))?(?P<top>{_NUMERAL})(?:\s?/\s?(?P<bottom>{_NUMERAL}))?"
    r"(?:\s?(?:[*x]\s?10\s?\^\s?|[eE])\(?(?P<power>[+-]?\d{1,3})\)?(?!\d))?"
)
_UNIT = re.compile(r"\s?-?([$€£¥₽%]|°(?:\s?[CF]\b)?|[^\W\d_]+(?:\s?[/]\s?[^\W\d_]+|\^\d)?)")
_HAN_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HAN = "[零〇一二三四五六七八九两兩十百千万萬亿億]{1,20}"
_HAN_PART = re.compile(rf"({_HAN}|\d+)分[之の]({_HAN}|\d+)")
_IS_HAN = re.compile(_HAN)
_ABOUT = re.compile(
    r"^(?:=|~|about|around|approximately|roughly|rund|etwa|circa|environ|unos|unas|около|примерно|约|大约|約)\s*", re.I
)
_COUNTED = re.compile(r"(?:(?:[\s-](?!pi\b|sqrt\b)[^\W\d_]{2,}){1,4}|\s?[⺀-鿿]{1,12})?")
"""What may stand behind a number that is the whole answer: what is counted."""
_LONGEST = 60  # digits
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it stands in a text: `value` in the unit that it was written with, `shown` is that unit.

    `begin` and `end` are where it stands.
    """

    value: Fraction
    begin: int
    end: int
    shown: str = ""

    @property
    def base(self) -> tuple[Fraction, str]:
        """The value in the base unit, and that."""
        unit, factor = UNITS.get(self.shown) or UNITS.get(self.shown.lower(), ("", Fraction(1)))
        return self.value * factor, unit

    @property
    def text(self) -> str:
        """It as people write it."""
        number = shown_number(self.value)
        if not self.shown:
            return number
        return f"{self.shown}{number}" if self.shown in "$£¥" else f"{number} {self.shown}"


def quantities(text: str, language: str) -> list[Quantity]:
    """Return the numbers that stand in a plain text of moderate length, digits and Chinese numerals."""
    found = [one for match in _SIZE.finditer(text) if (one := _quantity(text, match, language)) is not None]
    taken = [(one.begin, one.end) for one in found]
    for match in _HAN_PART.finditer(text):
        parts = [int(part) if part.isdigit() else _han_value(part) for part in match.groups()]
        if parts[0]:
            is_percent = match[1] == "百"
            value = Fraction(parts[1]) if is_percent else Fraction(parts[1], parts[0])
            found = [one for one in found if not match.start() <= one.begin < match.end()]
            taken.append(match.span())
            found.append(Quantity(value, *match.span(), "%" if is_percent else ""))
    return sorted(found, key=lambda one: one.begin)


def quantity_of(text: str, language: str) -> Quantity | None:
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


def number_in_words(text: str) -> Fraction | None:
    """Return what a number is that is written in words or Chinese numerals, and nothing else."""
    if _IS_HAN.fullmatch(text):
        return Fraction(_han_value(text))
    words = [part for word in _WORDS.findall(text.lower()) for part in _known(word)]
    if " ".join(words) not in (" ".join(text.lower().split()), " ".join(text.lower().replace("-", " ").split())):
        return None
    if len(words) == 1 and words[0] in PARTS:
        return Fraction(1, PARTS[words[0]])
    if len(words) == 2 and words[0] in NUMBER_WORDS and words[1] in PARTS:
        return Fraction(NUMBER_WORDS[words[0]], PARTS[words[1]])
    values = [NUMBER_WORDS[word] for word in words if word in NUMBER_WORDS]
    if len(values) < len(words):
        return None
    match values:
        case [value] if words[0] not in ARTICLES:
            return Fraction(value)
        case [tens, ones] if 20 <= tens <= 90 and 1 <= ones <= 19:
            return Fraction(tens + ones)
        case [count, size] if 1 <= count <= 9 and size in (100, 1000):
            return Fraction(count * size)
    return None


def shown_number(value: Fraction) -> str:
    """Return a number as a decimal where that is short and exact, else as a fraction."""
    if value.denominator == 1:
        return str(value.numerator)
    for places in range(1, 13):
        scaled = value * 10**places
        if scaled.denominator == 1:
            digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
            return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"
    in_short = f"{float(value):.12g}"
    return in_short if Fraction(in_short) == value else f"{value.numerator}/{value.denominator}"


def _known(word: str) -> list[str]:
    return [word] if word in NUMBER_WORDS or word in PARTS else word.split("-")


def _quantity(text: str, match: re.Match[str], language: str) -> Quantity | None:
    if sum(map(str.isdigit, match[0])) > _LONGEST:
        return None
    value = _numeral(match["top"], language)
    if match["bottom"]:
        below = _numeral(match["bottom"], language)
        if not below:
            return None
        value = value / below
    if match["whole"]:
        value += int(match["whole"])
    if match["power"]:
        value *= Fraction(10) ** int(match["power"])
    end = match.end()
    scale, end = _scale(text, end)
    value *= scale
    if match["sign"]:
        value = -value
    shown = match["currency"] or match["more"]
    if not shown:
        unit = _UNIT.match(text, end)
        if unit is not None:
            shown, end = _unit(text, unit)
    return Quantity(value, match.start(), end, shown)


def _unit(text: str, found: re.Match[str]) -> tuple[str, int]:
    """Return the unit that stands here and where it ends; East Asian ones go over into the words behind them."""
    name = "".join(found[1].split())
    for length in range(len(name), 0, -1):
        is_whole = length == len(name) or not name[length - 1 : length + 1].isascii()
        if (
            (name[:length] in UNITS or name[:length].lower() in UNITS)
            and is_whole
            and (length == len(name) or name[0] >= "⺀")
        ):
            return name[:length], found.end() - len(name) + length
    return "", found.start()


def _scale(text: str, place: int) -> tuple[int, int]:
    for word, factor in sorted(SCALES.items(), key=lambda pair: -len(pair[0])):
        found = re.compile(rf"\s?{word}" + (r"(?![^\W\d_])\.?" if word[0] < "⺀" else ""), re.I).match(text, place)
        if found is not None:
            return factor, found.end()
    return 1, place


def _numeral(text: str, language: str) -> Fraction:
    """Return what digits with separators mean; where a point or comma could be either, the language decides."""
    text = re.sub(r"[ _'’]", "", text)
    points, commas = text.count("."), text.count(",")
    if points and commas:
        decimal = max(".,", key=text.rfind)
        text = text.replace("," if decimal == "." else ".", "")
        text = text.replace(decimal, ".") if text.count(decimal) == 1 else text.replace(decimal, "")
    elif points + commas > 1:
        text = text.replace(".", "").replace(",", "")
    elif points + commas == 1:
        sign = "." if points else ","
        head, _, tail = text.partition(sign)
        groups = language in THOUSANDS_POINT if points else language not in DECIMAL_COMMA
        is_grouped = groups and len(tail) == 3 and 1 <= len(head) <= 3 and not head.startswith("0")
        text = (head or "0") + ("" if is_grouped else ".") + tail
    value = value_of(text)
    return value if isinstance(value, Fraction) else Fraction(0)


def _han_value(text: str) -> int:
    whole = section = digit = 0
    for sign in text:
        if sign in _HAN_DIGITS:
            digit = digit * 10 + _HAN_DIGITS[sign]
        elif sign in _HAN_TENS:
            section += max(1, digit) * _HAN_TENS[sign]
            digit = 0
        else:
            whole += max(1, section + digit) * _HAN_SCALES[sign]
            section = digit = 0
    return whole + section + digit
