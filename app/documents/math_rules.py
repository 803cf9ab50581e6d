r"""Formulas within Markdown: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and environments such as `\begin{align}`.

Whether single dollar signs enclose a formula is decided in `dollar_signs`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

LONGEST_FORMULA = 6000
"""Characters; what is longer stays text."""
MOST_LINES = 80

ENVIRONMENT = (
    r"\\begin\{((?:align|equation|gather|multline|eqnarray|flalign|alignat|aligned|split|gathered|cases|array"
    r"|[pbvBV]?matrix|smallmatrix)\*?)\}"
)
"""What begins an environment that is a formula by itself; its group is the name."""
_ENVIRONMENT = re.compile(ENVIRONMENT)
_NEVER_INSIDE = re.compile(r" {0,3}(?:#{1,6}[ \t]|`{3}|~{3})")
"""Begins a heading or code: a sign that is left open does not take the next section."""


def install_math(parser: MarkdownIt) -> None:
    """Add the rules to a parser; `env["is_growing"]` lets a formula without an end stand open at the text's end."""
    parser.inline.ruler.before("escape", "formula", _inline_formula)
    parser.inline.add_terminator_char("$")
    parser.block.ruler.before(
        "fence", "formula_block", _block_formula, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


@dataclass(frozen=True, slots=True)
class FoundFormula:
    """A formula within a text: `latex` without delimiters; `end` is the first character after it."""

    latex: str
    end: int
    is_display: bool


def formula_at(source: str, start: int) -> FoundFormula | None:
    """Return the formula that begins at a character, if there is one and it ends."""
    if source[start] not in "$\\":
        return None
    for opening, closing in (("$$", "$$"), (r"\(", r"\)"), (r"\[", r"\]")):
        if source.startswith(opening, start):
            begin = start + len(opening)
            end = find_end(source, closing, begin)
            latex = source[begin:end]
            if end < 0 or not latex.strip() or (opening == "$$" and not reads_as_formula(latex)):
                return None
            return FoundFormula(latex.strip(), end + len(closing), opening in ("$$", r"\["))
    if source.startswith("$", start):
        return _dollar(source, start)
    if source.startswith(r"\begin{", start):
        return _environment(source, start)
    return None


def _inline_formula(state: StateInline, silent: bool) -> bool:
    found = formula_at(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("formula", "math", 0)
        token.content = found.latex
        token.markup = state.src[state.pos : found.end]
        token.meta = {"is_display": found.is_display}
    state.pos = found.end
    return True


def _environment(source: str, start: int) -> FoundFormula | None:
    found = _ENVIRONMENT.match(source, start)
    if found is None:
        return None
    closing = f"\\end{{{found[1]}}}"
    end = find_end(source, closing, found.end())
    if end < 0:
        return None
    end += len(closing)
    return FoundFormula(source[start:end].strip(), end, is_display=True)


def _dollar(source: str, start: int) -> FoundFormula | None:
    begin = start + 1
    end = find_end(source, "$", begin)
    if end <= begin or not is_formula(source, begin, end):
        return None
    return FoundFormula(source[begin:end].strip(), end + 1, is_display=False)


def find_end(source: str, closing: str, begin: int) -> int:
    """Return where a formula ends, -1 if nowhere near; a backslash before the end takes it away."""
    limit = min(len(source), begin + LONGEST_FORMULA)
    at = begin
    while True:
        at = source.find(closing, at, limit)
        if at < 0:
            return -1
        backslashes = 0
        while at - backslashes > begin and source[at - backslashes - 1] == "\\":
            backslashes += 1
        if backslashes % 2 == 0:
            return at
        at += 1


def _block_formula(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line):
        return False
    begin = state.bMarks[start_line] + state.tShift[start_line]
    first = state.src[begin : state.eMarks[start_line]]
    if first.startswith("$$"):
        opening, closing = "$$", "$$"
    elif first.startswith(r"\["):
        opening, closing = r"\[", r"\]"
    else:
        found = _ENVIRONMENT.match(first)
        if found is None:
            return False
        opening, closing = "", f"\\end{{{found[1]}}}"
    lines: list[str] = []
    length = 0
    may_have_gaps = not opening or not first[len(opening) :].strip()
    for line in range(start_line, end_line):
        is_empty = state.isEmpty(line)
        if line > start_line and (not may_have_gaps if is_empty else state.sCount[line] < state.blkIndent):
            return False
        text = first if line == start_line else state.getLines(line, line + 1, state.blkIndent, False)
        if line > start_line and _NEVER_INSIDE.match(text):
            return False
        length += len(text)
        if length > LONGEST_FORMULA or line - start_line > MOST_LINES:
            return False
        searched = text[len(opening) :] if line == start_line else text
        at = find_end(searched, closing, 0)
        if at >= 0:
            if searched[at + len(closing) :].strip(" \t.,;:"):
                return False
            latex = "\n".join([*lines, searched[:at]])
            if opening == "$$" and not reads_as_formula(latex):
                return False
            kept = searched[: at + (0 if opening else len(closing))]
            return _push_block(
                state, silent, latex="\n".join([*lines, kept]), begin=start_line, end=line + 1, is_open=False
            )
        lines.append(searched)
    is_lazy = state.sCount[start_line] < state.blkIndent
    if not state.env.get("is_growing") or end_line < len(state.bMarks) - 1 or is_lazy:
        return False
    return _push_block(state, silent, latex="\n".join(lines), begin=start_line, end=end_line, is_open=True)


def _push_block(state: StateBlock, silent: bool, *, latex: str, begin: int, end: int, is_open: bool) -> bool:
    if not latex.strip() and not is_open:
        return False
    if silent:
        return True
    token = state.push("formula_block", "math", 0)
    token.block = True
    token.content = latex.strip()
    token.markup = state.getLines(begin, end, state.blkIndent, False).rstrip()
    token.map = [begin, end]
    token.meta = {"is_open": is_open}
    state.line = end
    return True


# Whether what stands between two dollar signs is a formula. Prices, shells and programs have dollar signs, too.
#
# Both sides decide. A sign that touches a letter or a digit outside may still belong to a formula (`$n$th`,
# `H$_2$O`, `10$\times$3`), but then what stands inside must be one beyond doubt: whole, without words, and no half
# of `$HOME/bin:$PATH`, `US$/EUR` or `$5-$10`.

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
