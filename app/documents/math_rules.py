r"""Formulas within Markdown: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and environments such as `\begin{align}`.

A dollar sign is a price until it is a formula: either both signs touch what they enclose, or neither does and a sign
of mathematics stands between; no digit follows; and it does not read like words after an amount.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

LONGEST_FORMULA = 6000
"""Characters; what is longer stays text."""

_ENVIRONMENT = re.compile(
    r"\\begin\{((?:align|equation|gather|multline|eqnarray|flalign|alignat|aligned|split|gathered|cases|array"
    r"|[pbvBV]?matrix|smallmatrix)\*?)\}"
)
_PRICE = re.compile(r"\d[\d.,]*(?:\s*[-–]\s*|\s+(?:[A-Za-z]{2,}|[a-z]\b(?!\s*[=<>+*/^_-])))")
_MATH_SIGN = re.compile(r"[\\^_={}<>]")


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
    for opening, closing in (("$$", "$$"), (r"\(", r"\)"), (r"\[", r"\]")):
        if source.startswith(opening, start):
            begin = start + len(opening)
            end = _find_end(source, closing, begin)
            if end < 0 or not source[begin:end].strip():
                return None
            return FoundFormula(source[begin:end].strip(), end + len(closing), opening in ("$$", r"\["))
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
    end = _find_end(source, closing, found.end())
    if end < 0:
        return None
    end += len(closing)
    return FoundFormula(source[start:end].strip(), end, is_display=True)


def _dollar(source: str, start: int) -> FoundFormula | None:
    begin = start + 1
    end = _find_end(source, "$", begin)
    if end <= begin or (start and source[start - 1].isdigit()):
        return None
    latex = source[begin:end]
    if latex[0].isspace() != latex[-1].isspace() or source[end + 1 : end + 2].isdigit():
        return None
    if latex[0].isspace() and ("\n" in latex or not _MATH_SIGN.search(latex)):
        return None
    if _PRICE.match(latex) and not _MATH_SIGN.search(latex):
        return None
    return FoundFormula(latex.strip(), end + 1, is_display=False)


def _find_end(source: str, closing: str, begin: int) -> int:
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
    for line in range(start_line, end_line):
        if line > start_line and state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            break
        text = first if line == start_line else state.getLines(line, line + 1, state.blkIndent, False)
        length += len(text)
        if length > LONGEST_FORMULA:
            return False
        searched = text[len(opening) :] if line == start_line else text
        at = _find_end(searched, closing, 0)
        if at >= 0:
            if searched[at + len(closing) :].strip(" \t.,;:"):
                return False
            kept = searched[: at + (0 if opening else len(closing))]
            return _push_block(
                state, silent, latex="\n".join([*lines, kept]), begin=start_line, end=line + 1, is_open=False
            )
        lines.append(searched)
    if not state.env.get("is_growing") or state.lineMax > end_line:
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
