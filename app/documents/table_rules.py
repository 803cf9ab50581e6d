r"""Tables whose cells may hold code and formulas with `|`, and lose nothing.

GitHub cuts a row at every `|` without a backslash, also within code. Models write `a || b` and `$|x|$` in cells: a row
is cut between code and formulas where it then has as many cells as the table has columns. Cells beyond the last column
stay in it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from app.documents.math_rules import formula_at

_RULE_LINE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_TICKS = re.compile(r"`+")
_HAS_WHOLE = re.compile(r"[`$]|\\\(|\\\[")
_MOST_COLUMNS = 256
_ALIGNED = {(True, True): "center", (False, True): "right", (True, False): "left"}


def install_tables(parser: MarkdownIt) -> None:
    """Let a parser read tables so."""
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def _table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if start_line + 2 > end_line or state.sCount[start_line + 1] < state.blkIndent:
        return False
    if start_line + 1 in state.env.get("lazy_lines", ()):
        return False
    if state.is_code_block(start_line) or state.is_code_block(start_line + 1):
        return False
    head, rule = _text(state, start_line), _text(state, start_line + 1)
    if "|" not in head or not is_rule(rule):
        return False
    marks = [mark.strip() for mark in rule.strip("|").split("|")]
    cells = _head_cells(head, len(marks))
    if cells is None or len(marks) > _MOST_COLUMNS:
        return False
    if silent:
        return True
    aligned = [_ALIGNED.get((mark.startswith(":"), mark.endswith(":")), "") for mark in marks]
    parent, state.parentType = state.parentType, "table"
    table = state.push("table_open", "table", 1)
    _push_row(state, start_line, "th", cells, aligned)
    terminators = state.md.block.ruler.getRules("blockquote")
    line = start_line + 2
    while line < end_line and state.sCount[line] >= state.blkIndent:
        text = _text(state, line)
        if not text or state.is_code_block(line) or any(rule(state, line, end_line, True) for rule in terminators):
            break
        _push_row(state, line, "td", _row_cells(text, len(marks)), aligned)
        line += 1
    state.push("table_close", "table", -1)
    table.map = [start_line, line]
    state.parentType = parent
    state.line = line
    return True


def is_rule(line: str) -> bool:
    """Whether a line is the one between a table's head and its rows. One without `|` and `:` is a rule or underline."""
    return _RULE_LINE.match(line) is not None and not (line.startswith("- ") or line in ("-", ":"))


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip(" \t")


def _push_row(state: StateBlock, line: int, tag: str, cells: list[str], aligned: list[str]) -> None:
    place = [line, line + 1]
    state.push("tr_open", "tr", 1).map = place
    for cell, alignment in zip(cells, aligned, strict=True):
        opening = state.push(f"{tag}_open", tag, 1)
        if alignment:
            opening.attrs = {"style": f"text-align:{alignment}"}
        token = state.push("inline", "", 0)
        token.content, token.map, token.children = cell, place, []
        state.push(f"{tag}_close", tag, -1)
    state.push("tr_close", "tr", -1)


def _head_cells(line: str, columns: int) -> list[str] | None:
    """Return the cells of a head; None if it has not as many as its table has columns."""
    for cells in (_split(line, keeps_whole=True), _split(line, keeps_whole=False)):
        if len(cells) == columns:
            return cells
    return None


def _row_cells(line: str, columns: int) -> list[str]:
    """Return as many cells as a table has columns."""
    cells = _split(line, keeps_whole=True)
    if len(cells) != columns and _HAS_WHOLE.search(line):
        plain = _split(line, keeps_whole=False)
        cells = plain if len(plain) == columns or len(cells) < columns < len(plain) else cells
    if len(cells) > columns:
        cells[columns - 1 :] = [" | ".join(cell for cell in cells[columns - 1 :] if cell)]
    return cells + [""] * (columns - len(cells))


def _split(line: str, *, keeps_whole: bool) -> list[str]:
    return [line[begin:end].replace(r"\|", "|") for begin, end in cells_of(line, keeps_whole=keeps_whole)]


def cells_of(line: str, *, keeps_whole: bool = True) -> list[tuple[int, int]]:
    """Cut a row at its `|` and return where cells begin and end; `keeps_whole`: but not within code and formulas."""
    places: list[int] = []
    is_careful = keeps_whole and _HAS_WHOLE.search(line) is not None
    at = 0
    while at < len(line):
        letter = line[at]
        if is_careful and (letter in "`$" or line.startswith((r"\(", r"\["), at)):
            at = _end_of_whole(line, at)
        elif letter == "\\":
            at += 2
        else:
            if letter == "|":
                places.append(at)
            at += 1
    bounds = pairwise([-1, *places, len(line)])
    cells = [_stripped(line, before + 1, end) for before, end in bounds]
    if places and places[0] == 0:
        del cells[0]
    if places and places[-1] == len(line) - 1 and cells:
        del cells[-1]
    return cells


def _stripped(line: str, begin: int, end: int) -> tuple[int, int]:
    cell = line[begin:end]
    begin += len(cell) - len(cell.lstrip(" \t"))
    return begin, begin + len(cell.strip(" \t"))


def _end_of_whole(line: str, at: int) -> int:
    """Return where code or a formula ends that begins at a place; what does not end is its sign alone."""
    ticks = _TICKS.match(line, at)
    if ticks is not None:
        for other in _TICKS.finditer(line, ticks.end()):
            if len(other[0]) == len(ticks[0]):
                return other.end()
        return ticks.end()
    formula = formula_at(line, at)
    return formula.end if formula is not None else at + (1 if line[at] == "$" else 2)
