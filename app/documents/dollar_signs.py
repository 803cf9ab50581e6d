"""Whether what stands between two dollar signs is a formula. Prices, shells and programs have dollar signs, too.

Both sides decide. A sign that touches a letter or a digit outside may still belong to a formula (`$n$th`, `H$_2$O`,
`10$\\times$3`), but then what stands inside must be one beyond doubt: whole, without words, and no half of
`$HOME/bin:$PATH`, `US$/EUR` or `$5-$10`.
"""

from __future__ import annotations

import re

_PRICE = re.compile(r"\d[\d.,]*(?:\s*[-–]\s*|\s+(?:[A-Za-z]{2,}|[a-z]\b(?!\s*[=<>+*/^_-])))")
_SIGN = re.compile(r"[\\^_={}<>]")
_COMMAND = re.compile(r"\\[A-Za-z]+")
_SCRIPT_ONLY = re.compile(r"(?:[_^](?:\{[^{}]*\}|\\[A-Za-z]+|[A-Za-z0-9*+−-]))+")
_TEXT = re.compile(r"\\(?:text\w*|mathrm|mathbf|operatorname\*?|mbox|begin|end)\s*\{[^{}]*\}|\\[A-Za-z]+")
_WORDS = re.compile(r"[A-Za-z]{3,}[,;:]?\s+[A-Za-z]{2,}|[A-Za-z]{2,}[,;:]?\s+[A-Za-z]{3,}")
_NAME = re.compile(r"\{?[A-Za-z_]\w{2,}\}?")
_NAME_AND_JOINT = re.compile(r"[({]?[A-Za-z_]\w+[)}]?(?:[-/:.,;=&|+]+|->)")
_BEGINS = re.compile(r"[A-Za-z0-9\\({\[|+−-]")
_ENDS = re.compile(r"[A-Za-z0-9)}\]|'!*]")
_PROGRAM = re.compile(r"[\"`;#@&]|'\w+'|//|::|->|==|\$")
_SUFFIX = re.compile(r"(?:[a-z]{2,}|s|[A-Z]{2,})\b")
_CURRENCY = re.compile(r"(?:^|[^A-Za-z])(?:[A-Z]{1,3})$")
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))


def is_formula(source: str, begin: int, end: int) -> bool:
    """Return whether `source[begin:end]`, which stands between two single dollar signs, is a formula."""
    latex = source[begin:end]
    before, after = source[begin - 2 : begin - 1] if begin > 1 else "", source[end + 1 : end + 2]
    if not latex or latex[0].isspace() != latex[-1].isspace():
        return False
    if latex[0].isspace():
        return "\n" not in latex and bool(_SIGN.search(latex)) and not (_is_word(before) or _is_word(after))
    if _PRICE.match(latex) and not _SIGN.search(latex):
        return False
    if _is_word(before) or _is_word(after) or after in ("{", "("):
        return _is_beyond_doubt(latex, source[max(0, begin - 5) : begin - 1], source[end + 1 : end + 12])
    return _NAME_AND_JOINT.fullmatch(latex) is None and (bool(_SIGN.search(latex)) or not _reads_as_words(latex))


def reads_as_formula(latex: str) -> bool:
    """Return whether what stands between doubled dollar signs in a line can be one: `kill $$ or wait $$` holds none."""
    return not _reads_as_words(latex) or _SIGN.search(_TEXT.sub("", latex)) is not None


def _is_beyond_doubt(latex: str, before: str, after: str) -> bool:
    if _SCRIPT_ONLY.fullmatch(latex):
        return before[-1:].isascii() and before[-1:].isalnum()
    has_command = _COMMAND.search(latex) is not None
    if not _BEGINS.match(latex) or not _ENDS.match(latex[-1]) or _PROGRAM.search(latex):
        return has_command and _PROGRAM.search(latex) is None and latex[0] in "^_\\" and latex[-1] not in "/:.,;=<&"
    if any(latex.count(left) != latex.count(right) for left, right in _PAIRS) or latex.count("|") % 2:
        return False
    if _reads_as_words(latex) or not latex.isascii():
        return has_command and not _reads_as_words(latex)
    if has_command:
        return True
    if _CURRENCY.search(before) and before[-1:].isupper() and not _SIGN.search(latex):
        return False
    if after[:1].isdigit() and "^" not in latex:
        return False
    if _NAME.fullmatch(latex) or (latex[0] == "(" and latex[-1] == ")" and latex[1:-1].isalpha()):
        return False
    if after[:1].isalpha() or after[:1] in ("_", "{", "("):
        is_short = len(latex) == 1 and latex.isalpha()
        return (is_short and _SUFFIX.match(after) is not None) or any(sign in latex for sign in "^_=<>")
    return any(letter.isalpha() for letter in latex)


def _is_word(neighbour: str) -> bool:
    return neighbour.isascii() and (neighbour.isalnum() or neighbour == "_")


def _reads_as_words(latex: str) -> bool:
    return _WORDS.search(_TEXT.sub(" ", latex)) is not None
