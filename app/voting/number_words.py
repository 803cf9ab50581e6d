"""Reads numbers that are written in words or in Chinese numerals, in the languages of the app."""

from __future__ import annotations

import re
from fractions import Fraction

from app.voting.words import words_of

_ONES = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
    " diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis"
    " veintisiete veintiocho veintinueve",
    "ru": "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать"
    " четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante septante huitante nonante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
_HUNDREDS = {
    "es": "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos",
    "ru": "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
}
_MORE = (
    "ein:1 eine:1 einen:1 une:1 una:1 un:1 одна:1 одно:1 две:2 zwo:2 vingts:20 dreissig:30 cien:100 a:1 an:1"
    " dozen:12 dutzend:12 douzaine:12 docena:12 veintiún:21 veintiuna:21"
)
_NUMBERS = {
    **{word: value for words in _ONES.values() for value, word in enumerate(words.split())},
    **{word: 20 + 10 * place for words in _TENS.values() for place, word in enumerate(words.split())},
    **{word: 100 + 100 * place for words in _HUNDREDS.values() for place, word in enumerate(words.split())},
    **{word: int(value) for word, _, value in (one.partition(":") for one in _MORE.split())},
}
_HUNDRED = words_of("hundred hundert cent cents")
_SCALES = {
    word: 10**power
    for power, words in {
        3: "thousand tausend mille mil тысяча тысячи тысяч",
        6: "million millions millionen millón millones миллион миллиона миллионов",
        9: "billion billions milliarde milliarden milliard milliards миллиард миллиарда миллиардов",
        12: "trillion trillions billionen",
    }.items()
    for word in words.split()
}
_PARTS = {
    word: value
    for value, words in {
        2: "half halves halb halbe hälfte demi demie moitié medio media mitad половина половины половиной вторая",
        3: "third thirds drittel tiers tercio tercios треть трети",
        4: "quarter quarters fourth fourths viertel quart quarts cuarto cuartos четверть четверти",
        5: "fifth fifths fünftel cinquième cinquièmes quinto quintos пятая пятых",
        6: "sixth sixths sechstel sixième sixièmes sexto sextos шестая шестых",
        7: "seventh sevenths siebtel septième septièmes séptimo séptimos седьмая седьмых",
        8: "eighth eighths achtel huitième huitièmes octavo octavos восьмая восьмых",
        9: "ninth ninths neuntel neuvième neuvièmes noveno novenos девятая девятых",
        10: "tenth tenths zehntel dixième dixièmes décimo décimos десятая десятых",
        100: "hundredth hundredths hundertstel centième centièmes centésimo centésimos сотая сотых",
    }.items()
    for word in words.split()
}
"""The lower halves of fractions."""
_WHOLE_AND_HALF = {"anderthalb": Fraction(3, 2), "полтора": Fraction(3, 2), "полторы": Fraction(3, 2)}
_AND = words_of("and und et y и с целых целая целые")
_POINT = words_of("point komma virgule coma punto запятая")
_MINUS = words_of("minus negative moins menos минус")
_NO_NUMBER_ALONE = words_of(
    "a an ein eine einen un une una media medio third fourth fifth sixth seventh eighth ninth tenth hundredth вторая"
    " пятая шестая седьмая восьмая девятая десятая сотая cuarto quinto sexto séptimo octavo noveno décimo"
)
"""Articles, and words for a place in an order."""
_BEFORE_HALF = words_of("the la le die der das")

_WORD = re.compile(r"[^\W\d_]+")
_GERMAN = re.compile(
    "(?:"
    + "|".join(
        sorted(
            (*_ONES["de"].split(), *_TENS["de"].split(), "dreissig", "hundert", "tausend", "und", "ein", "halb"),
            key=len,
            reverse=True,
        )
    )
    + ")"
)
_MOST_WORDS = 14

_HAN_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_SIGNS = "零〇一二三四五六七八九两兩十百千万萬亿億"
_PIECE = re.compile(rf"\d+(?:\.\d+)?|[{_SIGNS}]")
HAN = (
    rf"(?:[负負]|マイナス)?[{_SIGNS}\d]{{0,20}}(?:(?<=\d)\.\d{{1,12}})?[{_SIGNS}]{{1,20}}[{_SIGNS}\d]{{0,20}}"
    rf"(?:[点點][{_SIGNS}]{{1,20}})?"
)
"""A number with at least one Chinese numeral in it."""
_HAN_NUMBER = re.compile(HAN)
_HAN_HALF = re.compile(r"一半|半分|半")


def number_in_words(text: str) -> Fraction | None:
    """Return what a number is that is written in words or Chinese numerals, and nothing else."""
    found = leading_number(text)
    return found[0] if found is not None and found[1] == len(text.rstrip()) else None


def leading_number(text: str) -> tuple[Fraction, int] | None:
    """Return the number in words or Chinese numerals that a text begins with, and where it ends."""
    han = _HAN_HALF.match(text) or _HAN_NUMBER.match(text)
    if han is not None:
        return han_value(han[0]), han.end()
    words: list[re.Match[str]] = []
    end = 0
    for found in _WORD.finditer(text):
        if text[end : found.start()].strip("- ") or len(words) == _MOST_WORDS:
            break
        words.append(found)
        end = found.end()
    for count in range(len(words), 0, -1):
        parts = [part for word in words[:count] for part in _known(word[0].lower())]
        if parts and parts[-1] in _AND:
            continue
        value = _signed(parts)
        if value is not None:
            return value, words[count - 1].end()
    return None


def han_value(text: str) -> Fraction:
    """Return what Chinese numerals come to; digits may stand among them."""
    if _HAN_HALF.fullmatch(text):
        return Fraction(1, 2)
    unsigned = text.removeprefix("マイナス").lstrip("负負")
    head, _, tail = unsigned.replace("點", "点").partition("点")
    value = _han_whole(head)
    for place, sign in enumerate(tail, start=1):
        value += Fraction(_HAN_DIGITS.get(sign, 0), 10**place)
    return value if unsigned == text else -value


def _han_whole(text: str) -> Fraction:
    whole = section = digit = Fraction(0)
    for sign in _PIECE.findall(text):
        if sign in _HAN_DIGITS:
            digit = digit * 10 + _HAN_DIGITS[sign]
        elif sign in _HAN_TENS:
            section += (digit or 1) * _HAN_TENS[sign]
            digit = Fraction(0)
        elif sign in _HAN_SCALES:
            whole += (section + digit or 1) * _HAN_SCALES[sign]
            section = digit = Fraction(0)
        else:
            digit = Fraction(sign)
    return whole + section + digit


def _known(word: str) -> list[str]:
    if word in _NUMBERS or word in _PARTS or word in _SCALES or not _GERMAN.match(word):
        return [word]
    parts = _GERMAN.findall(word)
    return parts if "".join(parts) == word else [word]


def _signed(words: list[str]) -> Fraction | None:
    if words[0] in _MINUS:
        value = _positive(words[1:]) if len(words) > 1 else None
        return -value if value is not None else None
    return _positive(words) if len(words) > 1 or words[0] not in _NO_NUMBER_ALONE else None


def _positive(words: list[str]) -> Fraction | None:
    if words[0] in _WHOLE_AND_HALF and len(words) == 1:
        return _WHOLE_AND_HALF[words[0]]
    if words[0] in _BEFORE_HALF and len(words) == 2 and _PARTS.get(words[1]) == 2:
        return Fraction(1, 2)
    if words[-1] in _PARTS:
        return _with_part(words[:-1], _PARTS[words[-1]])
    place = next((place for place, word in enumerate(words) if word in _POINT), None)
    if place is None:
        return _whole(words)
    head = _whole(words[:place]) if place else Fraction(0)
    digits = [_NUMBERS.get(word, 100) for word in words[place + 1 :]]
    if head is None or not digits or max(digits) > (9 if len(digits) > 1 else 99):
        return None
    tail = "".join(map(str, digits))
    return head + Fraction(int(tail), 10 ** len(tail))


def _with_part(words: list[str], bottom: int) -> Fraction | None:
    """Return "three quarters", "two and a half" or "zweieinhalb"; the whole number is as long as it can be."""
    if not words:
        return Fraction(1, bottom)
    top = _whole(words)
    if top is not None and 0 < top < 1000 and (bottom > 2 or top == 1):
        return top / bottom
    for cut in range(len(words), 0, -1):
        whole = _whole([word for word in words[:cut] if word not in _AND])
        top = _whole([word for word in words[cut:] if word not in _AND] or ["one"])
        if whole is not None and top is not None and top < bottom:
            return whole + top / bottom
    return None


def _whole(words: list[str]) -> Fraction | None:
    total, section, last_scale, is_and = 0, 0, 10**15, False
    for place, word in enumerate(words):
        if word in _AND and 0 < place < len(words) - 1:
            is_and = True
            continue
        if word in _SCALES:
            scale = _SCALES[word]
            if scale >= last_scale or (place and not section):
                return None
            total, section, last_scale = total + (section or 1) * scale, 0, scale
        elif word in _HUNDRED:
            if section >= 100:
                return None
            section = (section or 1) * 100
        elif word in _NUMBERS:
            added = _added(section, _NUMBERS[word], word, is_and=is_and)
            if added is None or (place and words[place - 1] in _NUMBERS and not _NUMBERS[word]):
                return None
            section = added
        else:
            return None
        is_and = False
    return Fraction(total + section)


def _added(section: int, value: int, word: str, *, is_and: bool) -> int | None:
    """Return a number below a thousand with one more word behind it, `None` where that makes none."""
    below = section % 100
    if word in ("vingt", "vingts") and below == 4:
        return section - 4 + 80
    if word in ("dozen", "dutzend", "docena", "douzaine"):
        return section * 12 if section else 12
    if value >= 100:
        return value if not section else None
    if value >= 20:
        is_turned = is_and and 0 < below < 10  # German
        return section + value if not below or is_turned else None
    if value >= 10:
        return section + value if below in (0, 60, 80) else None
    is_free = not below % 10 and (below != 10 or word in ("sept", "huit", "neuf"))
    return section + value if is_free and (below or not section or value) else None
