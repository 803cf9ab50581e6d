"""Mends the MathML between latex2mathml, which makes it, and ziamath, which sets it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from app.documents.mathml_rows import LARGE, mend_rows

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
