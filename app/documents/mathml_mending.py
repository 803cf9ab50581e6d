"""Mends the MathML between latex2mathml, which makes it, and ziamath, which sets it."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
_THICK = (
    "2AA",
    "21D2",
    "21D4",
    "27F9",
    "27FA",
    "27F8",
    "2192",
    "2190",
    "2194",
    "21A6",
    "22A5",
    "27C2",
    "2225",
    "2223",
    "2282",
    "2283",
    "223C",
    "22A7",
    "22A8",
    "007E",
)
_BINARY = ("222A", "2229", "2227", "2228", "2216", "2295", "2297", "2218", "22C5", "00D7", "00F7")
_SUBSTITUTES: tuple[tuple[str, str], ...] = (
    # Double bars stretch to the height of the whole formula.
    (r"<mo>&#x02016;", r'<mo fence="false" stretchy="false">&#x02016;'),
    # A hat over one letter is not a wide one.
    (
        r"(<mover[^>]*>)(<mrow>)?(<mi[^>]*>[^<]{1,9}</mi>)(</mrow>)?<mo>&#x00302;</mo>",
        r'\1\2\3\4<mo stretchy="false">&#710;</mo>',
    ),
    (
        r"(<mover[^>]*>)(<mrow>)?(<mi[^>]*>[^<]{1,9}</mi>)(</mrow>)?<mo>&#x00303;</mo>",
        r'\1\2\3\4<mo stretchy="false">&#732;</mo>',
    ),
    # Named operators with a lower limit touch what follows them.
    (r"<mo( movablelimits=\"true\")?>((?:[a-z]+&#x0200[69];)?[a-z]{3})</mo>", r'<mo\1 rspace="0.17em">\2</mo>'),
    (r'rowspacing="3pt"', r'rowspacing="0.55em"'),
    (r'columnspacing="0em 0\.3em"', r'columnspacing="0em 1.2em"'),
)
_COMPILED = tuple((re.compile(pattern), substitute) for pattern, substitute in _SUBSTITUTES)
_SPACED = re.compile(
    r"<m[oi]>(&#x0(?:" + "|".join((*_THICK, *_BINARY)) + r");)</m[oi]>",
)
_PLAIN_TABLE = re.compile(r"<mtable(?![^>]*columnspacing)([^>]*)>")
_CASES = re.compile(r"(&#x0007B;</mo>)<mtable columnspacing=\"0\.8em\"")


def mended(mathml: str, *, ink: str, is_display: bool) -> ET.Element:
    """Return MathML that is set as LaTeX would, in the colour `ink`."""
    for pattern, substitute in _COMPILED:
        mathml = pattern.sub(substitute, mathml)
    mathml = _SPACED.sub(_with_space, mathml)
    mathml = _PLAIN_TABLE.sub(r'<mtable columnspacing="0.8em" rowspacing="0.35em"\1>', mathml)
    mathml = _CASES.sub(r'\1<mtable columnspacing="1em"', mathml)
    root = ET.fromstring(mathml)
    root.set("mathcolor", ink)
    _mend_limits(root, is_display=is_display)
    mend_rows(root, is_display=is_display)
    return root


def _mend_limits(root: ET.Element, *, is_display: bool) -> None:
    """A large operator with a lower limit only makes brackets around it endlessly high, unless told otherwise."""
    for element in root.iter(f"{_NAMESPACE}msub"):
        operator = element[0]
        if operator.tag != f"{_NAMESPACE}mo" or operator.text not in LARGE:
            continue
        if is_display:
            element.tag = f"{_NAMESPACE}munder"
        else:
            operator.set("movablelimits", "false")


def _with_space(found: re.Match[str]) -> str:
    width = "0.2em" if found[1][4:-1] in _BINARY else "0.28em"
    return f'<mo stretchy="false" lspace="{width}" rspace="{width}">{found[1]}</mo>'


# Keeps the room between the parts of a formula as TeX does, where ziamath knows better only for some of them.

LARGE = frozenset("∑∏∐⋃⋂⨁⨂⨀⋁⋀⨆⨅")
_INTEGRALS = frozenset("∫∬∭∮")
_CLOSING = frozenset(")]}!⌋⌉⟩")
_FENCES = frozenset("⌊⌋⌈⌉")
_EITHER_SIDE = frozenset("|‖")
_SIGNS = frozenset("+-−±∓")
_OPERATOR, _SPACE, _POWER = (f"{_NAMESPACE}{name}" for name in ("mo", "mspace", "msup"))
_ROWS = tuple(f"{_NAMESPACE}{name}" for name in ("mrow", "math", "mstyle", "mtd"))
_WITH_LIMITS = tuple(f"{_NAMESPACE}{name}" for name in ("msub", "msup", "msubsup", "munder", "mover", "munderover"))
_SINGLE = (f"{_NAMESPACE}mi", f"{_NAMESPACE}mn")


def mend_rows(root: ET.Element, *, is_display: bool) -> None:
    """Keep large operators off their neighbours, exponents of brackets low, and signs at their numbers."""
    for element in list(root.iter()):
        if _text(element) in LARGE | _INTEGRALS:
            element.set("stretchy", "false")  # or it grows to the height of the whole row
        if element.tag == _SINGLE[0] and element.text in _FENCES:  # latex2mathml takes them for letters
            element.tag = _OPERATOR
            element.set("stretchy", "false")
    for element in list(root.iter()):
        if element.tag == _POWER:
            _keep_low(element)
        if element.tag in _ROWS:
            _mend_row(element, is_display=is_display)


def _mend_row(row: ET.Element, *, is_display: bool) -> None:
    parts = list(row)
    if parts and _text(parts[0]) in _SIGNS:
        parts[0].set("form", "prefix")
    for before, part in pairwise(parts):
        if _is_large(part) and _is_factor(before):
            row.insert(list(row).index(part), _thin_space())
        has_named = before.tag in _WITH_LIMITS and _operator(before)[:1].isalpha() and not is_display
        if has_named and part.tag != _SPACE:
            row.insert(list(row).index(part), _thin_space())
        if _is_large(before) and part.tag != _SPACE and (not is_display or _operator(before) in _INTEGRALS):
            if before.tag in _WITH_LIMITS:
                before[0].set("rspace", "0")  # or it stands between the operator and its limits
            row.insert(list(row).index(part), _thin_space())
        if _text(part) in _SIGNS and before.tag == _OPERATOR and not _ends_factor(before):
            part.set("form", "prefix")
            part.set("lspace", "0")
            part.set("rspace", "0")


def _keep_low(power: ET.Element) -> None:
    """ziamath lifts a single letter or number to the upper corner of a bracket, but nothing longer."""
    base, exponent = power
    if base.tag == _OPERATOR and exponent.tag in _SINGLE:
        row = ET.Element(f"{_NAMESPACE}mrow")
        row.append(exponent)
        power[1] = row


def _is_large(element: ET.Element) -> bool:
    return _operator(element) in LARGE | _INTEGRALS


def _operator(element: ET.Element) -> str:
    return _text(element[0] if element.tag in _WITH_LIMITS and len(element) else element)


def _is_factor(element: ET.Element) -> bool:
    """Whether nothing else keeps something apart from the large operator behind it."""
    while element.tag in _WITH_LIMITS and len(element):
        element = element[0]
    if element.tag == _OPERATOR:
        return _text(element) in _CLOSING or element.get("form") == "prefix"
    return element.tag != _SPACE


def _ends_factor(operator: ET.Element) -> bool:
    """Whether a sign after an operator stands between two terms."""
    return _text(operator) in _CLOSING | _EITHER_SIDE


def _text(element: ET.Element) -> str:
    return (element.text or "") if element.tag == _OPERATOR else ""


def _thin_space() -> ET.Element:
    return ET.Element(_SPACE, width="0.167em")
