r"""Formulas within Markdown: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and environments such as `\begin{align}`.

A dollar sign is a price until it is a formula: either both signs touch what they enclose, or neither does and a sign
of mathematics stands between; no digit follows; and it does not read like words after an amount.
"""

from __future__ import annotations

import re

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


def _inline_formula(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    if source.startswith("$$", start):
        return _take(state, silent, opening="$$", closing="$$")
    if source.startswith("$", start):
        return _dollar(state, silent)
    if source.startswith(r"\(", start):
        return _take(state, silent, opening=r"\(", closing=r"\)")
    if source.startswith(r"\[", start):
        return _take(state, silent, opening=r"\[", closing=r"\]")
    if source.startswith(r"\begin{", start):
        return _environment(state, silent)
    return False


def _take(state: StateInline, silent: bool, *, opening: str, closing: str) -> bool:
    begin = state.pos + len(opening)
    end = _find_end(state.src, closing, begin)
    if end < 0 or not state.src[begin:end].strip():
        return False
    is_display = opening in ("$$", r"\[")
    _push(state, silent, latex=state.src[begin:end], end=end + len(closing), is_display=is_display)
    return True


def _environment(state: StateInline, silent: bool) -> bool:
    found = _ENVIRONMENT.match(state.src, state.pos)
    if found is None:
        return False
    closing = f"\\end{{{found[1]}}}"
    end = _find_end(state.src, closing, found.end())
    if end < 0:
        return False
    end += len(closing)
    _push(state, silent, latex=state.src[state.pos : end], end=end, is_display=True)
    return True


def _dollar(state: StateInline, silent: bool) -> bool:
    source, begin = state.src, state.pos + 1
    end = _find_end(source, "$", begin)
    if end <= begin or (state.pos and source[state.pos - 1].isdigit()):
        return False
    latex = source[begin:end]
    if latex[0].isspace() != latex[-1].isspace() or source[end + 1 : end + 2].isdigit():
        return False
    if latex[0].isspace() and ("\n" in latex or not _MATH_SIGN.search(latex)):
        return False
    if _PRICE.match(latex) and not _MATH_SIGN.search(latex):
        return False
    _push(state, silent, latex=latex, end=end + 1, is_display=False)
    return True


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


def _push(state: StateInline, silent: bool, *, latex: str, end: int, is_display: bool) -> None:
    if not silent:
        token = state.push("formula", "math", 0)
        token.content = latex.strip()
        token.markup = state.src[state.pos : end]
        token.meta = {"is_display": is_display}
    state.pos = end


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
