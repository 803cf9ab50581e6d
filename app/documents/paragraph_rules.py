r"""Paragraphs and underlined headings that keep a displayed formula whole, wherever in a line it begins.

Within `$$…$$`, `\[…\]` and `\begin{align}…\end{align}` a line is no item, heading, rule or quote, whatever it is like.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from app.documents.math_rules import ENVIRONMENT, LONGEST_FORMULA, MOST_LINES, find_end

_OPENING = re.compile(rf"\\\\|\\\$|(`+)[^`]+\1(?!`)|\$\$|\\\[|{ENVIRONMENT}")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")


def install_paragraphs(parser: MarkdownIt) -> None:
    """Let a parser read paragraphs and the headings that are paragraphs with a line under them."""
    parser.block.ruler.disable("lheading")
    parser.block.ruler.at("paragraph", _paragraph)


def _paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Take all lines up to an empty one, or one that begins something else."""
    terminators = state.md.block.ruler.getRules("paragraph")
    parent, state.parentType = state.parentType, "paragraph"
    level = 0
    line = _end_of_formulas(state, start_line, end_line) + 1
    while line < end_line and not state.isEmpty(line):
        if state.sCount[line] - state.blkIndent <= 3 and state.sCount[line] >= 0:
            if _is_empty_item(state, line, end_line):
                break
            level = _underlines(state, line)
            if level or any(rule(state, line, end_line, True) for rule in terminators):
                break
        line = _end_of_formulas(state, line, end_line) + 1
    state.parentType = parent
    content = state.getLines(start_line, line, state.blkIndent, False).strip(" \t\n\r\f\v")
    state.line = line + bool(level)
    kind, tag = ("heading", f"h{level}") if level else ("paragraph", "p")
    state.push(f"{kind}_open", tag, 1).map = [start_line, state.line]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = content, [start_line, line], []
    state.push(f"{kind}_close", tag, -1)
    return True


def _is_empty_item(state: StateBlock, line: int, end_line: int) -> bool:
    """Whether a line is an item without text: a dash within an item, or any sign before an item with text."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
    if text not in ("-", "*", "+"):
        return False
    if text == "-" and state.blkIndent and state.sCount[line] >= state.blkIndent:
        return True
    if line + 1 >= end_line or state.sCount[line] != state.sCount[line + 1]:
        return False
    return state.src.startswith(f"{text} ", state.bMarks[line + 1] + state.tShift[line + 1], state.eMarks[line + 1])


def _underlines(state: StateBlock, line: int) -> int:
    """Return the level of the heading that a line makes of those above it, 0 if it makes none."""
    if state.sCount[line] < state.blkIndent or line in state.env.get("lazy_lines", ()):
        return 0
    found = _UNDERLINE.match(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
    return 0 if found is None else 1 if found[1][0] == "=" else 2


def _end_of_formulas(state: StateBlock, line: int, end_line: int) -> int:
    """Return the line in which the last of the displayed formulas ends that begin in a line, or go on in its end's."""
    at = state.bMarks[line] + state.tShift[line]
    while (found := _OPENING.search(state.src, at, state.eMarks[line])) is not None:
        at = found.end()
        if found[0] not in ("$$", r"\[") and not found[0].startswith(r"\begin"):
            continue
        closing = found[0] if found[0] == "$$" else r"\]" if found[0] == r"\[" else found[0].replace("begin", "end", 1)
        end = find_end(state.src, closing, at)
        last = line
        limit = min(end_line, line + MOST_LINES)
        while end >= 0 and state.eMarks[last] < end and last + 1 < limit and _goes_on(state, last + 1):
            last += 1
        is_open = end < 0 or state.eMarks[last] < end
        if not is_open:
            line, at = last, end + len(closing)
        elif state.env.get("is_growing") and end < 0 and _reaches_end(state, line, end_line):
            return end_line - 1
    return line


def _reaches_end(state: StateBlock, line: int, end_line: int) -> bool:
    """Whether a formula that begins in a line may still end in text that has not come."""
    if state.bMarks[end_line - 1] - state.bMarks[line] > LONGEST_FORMULA or end_line - line > MOST_LINES:
        return False
    return all(_goes_on(state, inner) for inner in range(line + 1, end_line)) and end_line == len(state.bMarks) - 1


def _goes_on(state: StateBlock, line: int) -> bool:
    return not state.isEmpty(line) and state.sCount[line] >= state.blkIndent
