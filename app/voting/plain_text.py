"""From Markdown, LaTeX and typographic signs to the plain text that answers are compared in."""

from __future__ import annotations

import re
import unicodedata

from app.voting.words import PHRASES, STOP_WORDS

EDGES = " \t\n.,;:!?。，、！？：；*_`\"'“”„«»‹›"
"""What may stand around an answer and says nothing."""
_SIGNS = {
    **dict.fromkeys("−–‒﹣", "-"), "×": "*", "·": "*", "⋅": "*", "÷": "/", "∞": "inf", "π": "pi", "√": "sqrt",
    "，": ", ", "、": ", ", "；": "; ", "＝": "=", "≈": "=", "∪": " U ", "⁄": "/", "^\\circ": "°",
    "\\left": "", "\\right": "", "\\cdot": "*", "\\times": "*", "\\div": "/", "\\pi": "pi", "\\infty": "inf",
    "\\cup": " U ",
    "\\leq": "≤", "\\geq": "≥", "\\le": "≤", "\\ge": "≥", "\\lt": "<", "\\gt": ">", "\\leqslant": "≤",
    "\\geqslant": "≥", "<=": "≤", ">=": "≥", "\\ne ": "≠", "\\neq": "≠", "!=": "≠",
    "\\approx": "=", "\\pm": "±", "\\%": "%", "\\$": "$", "\\degree": "°", "\\circ": "°",
    "\\{": "{", "\\}": "}", "\\,": "", "\\;": " ", "\\!": "", "\\:": " ", "\\ ": " ", "{,}": ",", "{.}": ".",
    "\\(": "", "\\)": "", "\\[": "", "\\]": "", "\\quad": " ",
}  # fmt: skip
_SIGN = re.compile("|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True)))
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = re.compile("[⁻⁰¹²³⁴-⁹]+")
_HALVES = re.compile(r"(?<=\d)(?=[¼-¾⅐-⅞])")
_WRAPPED = re.compile(r"\\(?:text|textbf|textit|mathrm|mathbf|mathit|operatorname|mbox|bm)\s*\{([^{}]*)\}")
_FRACTION = re.compile(r"\\[dtc]?frac\s*(?:\{([^{}]*)\}|(\d))\s*(?:\{([^{}]*)\}|(\d))")
_ROOT = re.compile(r"\\sqrt\s*(?:\[(\d+)\])?\s*(?:\{([^{}]*)\}|(\d|[a-z]))")
_LOGARITHM = re.compile(r"\\log_\s*(?:\{(\d+)\}|(\d))\s*(?:\{([^{}]*)\}|\(([^()]*)\)|(\d+|[a-z]))")
_RAISED = re.compile(r"\^\{([^{}]*)\}")
_COMMAND = re.compile(r"\\([a-zA-Z]+)")
_KANA, _HAN, _CYRILLIC = re.compile("[぀-ヿ]"), re.compile("[一-鿿]"), re.compile("[а-яё]", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_PHRASES = [(re.compile(phrase, re.I), sign) for phrase, sign in PHRASES]


def plain(text: str) -> str:
    """Return a short text with its signs spelled plainly; LaTeX becomes what a calculator reads."""
    text = _HALVES.sub(" ", text)
    text = _POWER.sub(lambda found: "^" + found[0].translate(_POWERS), text)
    text = _SIGN.sub(lambda found: _SIGNS[found[0]], text)
    for _ in range(8):  # from the inside out
        before = text
        text = _WRAPPED.sub(r"\1", text)
        text = _FRACTION.sub(lambda m: f"(({m[1] or m[2]})/({m[3] or m[4]}))", text)
        text = _ROOT.sub(lambda m: f"root({m[1]},{m[2] or m[3]})" if m[1] else f"sqrt({m[2] or m[3]})", text)
        text = _LOGARITHM.sub(lambda m: f"(log({m[3] or m[4] or m[5]})/log({m[1] or m[2]}))", text)
        text = _RAISED.sub(r"^(\1)", text)
        if text == before:
            break
    text = unicodedata.normalize("NFKC", _COMMAND.sub(r" \1 ", text)).replace("⁄", "/")
    text = " ".join(text.replace("$$", "").split())
    for phrase, sign in _PHRASES:
        text = phrase.sub(sign, text)
    return text


def without_marks(text: str) -> str:
    """Return a text without Markdown's emphasis and code marks, and without the signs around formulas."""
    text = re.sub(r"\*\*|__|`|^#+\s|^>\s", "", text, flags=re.M)
    return re.sub(r"\$([^$\n]*[\\^_=+*/{}()!][^$\n]*|-?\d[\d.,]*|[a-zA-Z])\$", r"\1", text)


def language_of(text: str) -> str:
    """Return which of the app's languages a text is most likely in."""
    if _KANA.search(text):
        return "ja"
    if _HAN.search(text):
        return "zh"
    if _CYRILLIC.search(text):
        return "ru"
    words = _WORD.findall(text.lower())
    counts = {language: sum(word in known for word in words) for language, known in STOP_WORDS.items()}
    return max(counts, key=lambda language: (counts[language], language == "en"))
