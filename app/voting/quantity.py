"""Reads numbers in all their spellings, with the unit behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from app.voting.expression import key_of_term, value_of
from app.voting.number_words import HAN, han_value, leading_number
from app.voting.words import DECIMAL_COMMA, SCALES, THOUSANDS_POINT, UNITS

_NUMERAL = r"(?:(?:\d{1,3}(?:[,.'’ _]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?|(?<!\d)\.\d+)"
_SIZE = re.compile(
    rf"(?P<currency>[$€£¥]?)(?P<sign>(?<![\w)\]])-\s?|)(?P<more>[$€£¥]?)\s?"
    rf"(?:(?P<whole>\d+) (?=\d+\s?/\s?\d))?(?P<top>{_NUMERAL})(?:\s?/\s?(?P<bottom>{_NUMERAL}))?"
    r"(?:\s?(?:[*x]\s?10\s?\^\s?|[eE])\(?(?P<power>[+-]?\d{1,3})\)?(?!\d))?"
)
_UNIT = re.compile(
    r"\s?-?([$€£¥₽%]|°(?:\s?(?i:[CF]|celsius|fahrenheit|цельсия)\b)?|[^\W\d_]+(?:\^\d)?(?:\s?/\s?[^\W\d_]+(?:\^\d)?)?)"
)
_HAN_PART = re.compile(rf"({HAN}|\d+)分[之の]({HAN}|\d+(?:\.\d+)?)")
_HAN_SCALED = re.compile(r"\d[\d.]*[十百千万萬亿億]+\d")
_OTHER_BASES = re.compile(r"0x[0-9a-f]{1,16}|0b[01]{1,64}|0o[0-7]{1,24}", re.I)
_ROMAN = re.compile(r"(?=[IVXLCDM]{2,15}$)(?=.*[IVX])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
ABOUT = re.compile(
    r"^(?:=|~|(?:about|around|approximately|roughly|rund|etwa|ungefähr|circa|ca\.|environ|unos|unas|aproximadamente"
    r"|около|примерно)(?![^\W_])|约|大约|約)\s*",
    re.I,
)
_COUNTED = re.compile(
    r"(?:(?:[\s-](?!pi\b|sqrt\b)[^\W\d_]{2,}){1,4}|\s?[⺀-鿿]{1,12}|st|nd|rd|th|er|re|e|ème|º|ª|-?[йя])?"
)
"""What may stand behind a number that is the whole answer: what is counted."""
_MEASURED = re.compile(r"[个個只本人条张枚つ名匹台棵块颗][⺀-鿿]{0,6}")
_BETWEEN = re.compile(r"\s*(?:,|and|und|et|y|и|と|零)?\s*")
_LONGEST = 60  # digits


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
        unit, factor = _unit_of(self.shown) or ("", Fraction(1))
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
    for match in _HAN_PART.finditer(text):
        parts = [Fraction(part) if part.isascii() else han_value(part) for part in match.groups()]
        if parts[0]:
            is_percent = match[1] == "百"
            value = parts[1] if is_percent else parts[1] / parts[0]
            found = [one for one in found if not match.start() <= one.begin < match.end()]
            found.append(Quantity(value, *match.span(), "%" if is_percent else ""))
    return sorted(found, key=lambda one: one.begin)


def quantity_of(text: str, language: str) -> Quantity | None:
    """Return the number that a text is, with its unit or what is counted behind it."""
    text = ABOUT.sub("", text)
    if _OTHER_BASES.fullmatch(text):
        return Quantity(Fraction(int(text, 0)), 0, len(text))
    if _ROMAN.fullmatch(text):
        return Quantity(Fraction(_roman_value(text)), 0, len(text))
    found = quantities(text, language)
    is_han = _HAN_SCALED.match(text) is not None
    if found and found[0].begin == 0 and not is_han:
        if len(found) == 1 and _COUNTED.fullmatch(text[found[0].end :]):
            return found[0]
        return _joined(found, text) or _worked_out(text)
    words = leading_number(text)
    if words is None:
        return _worked_out(text)
    value, end = words
    unit = _UNIT.match(text, end)
    shown, end_of_unit = _unit(text, unit) if unit is not None else ("", end)
    rest = text[end_of_unit if shown else end :]
    return Quantity(value, 0, len(text), shown) if not rest or (not shown and _MEASURED.fullmatch(rest)) else None


def _joined(found: list[Quantity], text: str) -> Quantity | None:
    """Return what several numbers come to whose units are parts of one: 1 h 30 min."""
    first = found[0]
    bases = [_unit_of(one.shown) for one in found]
    for one, other, base, following in zip(found, found[1:], bases, bases[1:], strict=False):
        if base is None or following is None or base[0] != following[0] or base[1] <= following[1]:
            return None
        if not _BETWEEN.fullmatch(text[one.end : other.begin]):
            return None
    if len(found) < 2 or bases[0] is None or text[found[-1].end :].strip():
        return None
    return Quantity(sum((one.base[0] for one in found), Fraction(0)) / bases[0][1], 0, len(text), first.shown)


def _worked_out(text: str) -> Quantity | None:
    key = key_of_term(text)
    if key is not None and re.fullmatch(r"-?\d+(?:/\d+)?", key):
        return Quantity(Fraction(key), 0, len(text))
    return None


def _roman_value(text: str) -> int:
    values = [_ROMAN_DIGITS[sign] for sign in text]
    return sum(-one if one < following else one for one, following in zip(values, (*values[1:], 0), strict=True))


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


def _quantity(text: str, match: re.Match[str], language: str) -> Quantity | None:
    before = text[match.start() - 1 : match.start()]
    if sum(map(str.isdigit, match[0])) > _LONGEST or (match[0][0].isdigit() and before.isalpha() and before < "⺀"):
        return None  # H2O
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
        if is_whole and _unit_of(name[:length]) and (length == len(name) or name[0] >= "⺀"):
            return name[:length], found.end() - len(name) + length
    return "", found.start()


def _unit_of(name: str) -> tuple[str, Fraction] | None:
    """Return the base unit of a unit, and how many of it that is; powers and quotients of units are units."""
    found = UNITS.get(name) or UNITS.get(name.lower())
    if found is not None or not name:
        return found
    above, slash, below = name.partition("/")
    if slash:
        tops, bottoms = _unit_of(above.strip()), _unit_of(below.strip())
        return (f"{tops[0]}/{bottoms[0]}", tops[1] / bottoms[1]) if tops and bottoms else None
    bare, caret, power = name.partition("^")
    found = _unit_of(bare) if caret else None
    return (f"{found[0]}^{power}", found[1] ** int(power)) if found is not None else None


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
