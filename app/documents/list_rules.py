"""Lists whose inside is indented by less than CommonMark asks for.

It wants what belongs to `10. ` indented by four columns. Models indent by two or three, under all numbers: an item's
inside begins where the line after the marker's does, if that is two columns at least from where the marker stands.
Where lines of one item are indented by both two and three, all of them are inside.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block

from app.documents.line_indents import indent_of

LEAST_INDENT = 2

_MARKER = re.compile(r"([-+*]|(\d{1,9})([.)]))(?:([ \t]+)(?=\S)|[ \t]*$)")
_WIDEST_GAP = 4


def install_lists(parser: MarkdownIt) -> None:
    """Let a parser read lists so."""
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    # Asked before each further item of a list, after all that might end the list there.
    parser.block.ruler.push("next_item", _next_item, {"alt": ["list"]})


def inside_indent(text: str, following: str | None) -> int | None:
    """Return how far the inside of an item is indented from where its marker stands; None where there is no item.

    `text` is the item's first line from the marker on, `following` the next line that is not empty, from the column
    of the marker on; None if there is none, or if it begins further to the left.
    """
    marker = _MARKER.match(text)
    if marker is None or "\t" in (marker[4] or ""):
        return None
    gap = len(marker[4] or " ")
    wanted = len(marker[1]) + (gap if gap <= _WIDEST_GAP else 1)
    if following is None:
        return wanted
    found = indent_of(following)
    if not LEAST_INDENT <= found < wanted or is_next_item(text, following.lstrip(" \t")):
        return wanted
    return found


def is_next_item(text: str, other: str) -> bool:
    """Whether a line is the next item of the list that an item's first line belongs to, and no list within."""
    this, following = _MARKER.match(text), _MARKER.match(other)
    if this is None or following is None or this[2] is None or following[3] != this[3]:
        return False
    return int(following[2]) == int(this[2]) + 1


def _list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    read: Callable[[StateBlock, int, int, bool], bool] = list_block
    if not silent and read(state, start_line, end_line, True):
        _move_inside(state, start_line, end_line)
    return read(state, start_line, end_line, silent)


def _next_item(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if silent:
        _move_inside(state, start_line, end_line)
    return False


def _move_inside(state: StateBlock, start_line: int, end_line: int) -> None:
    """Indent what belongs to an item as far as CommonMark asks for."""
    text, following = _text(state, start_line), _following(state, start_line, end_line)
    wanted, found = inside_indent(text, None), inside_indent(text, following)
    if wanted is None or found is None or following is None:
        return
    for line in range(start_line + 1, end_line):
        if state.isEmpty(line):
            continue
        indent = state.sCount[line] - state.sCount[start_line]
        if indent < LEAST_INDENT or (indent < found and is_next_item(text, _text(state, line))):
            break
        _move(state, line, max(wanted - found, wanted - indent))


def _move(state: StateBlock, line: int, columns: int) -> None:
    """Let a line begin further to the right: so many characters before it pass for spaces."""
    state.bMarks[line] -= columns
    state.tShift[line] += columns
    state.sCount[line] += columns
    state.bsCount[line] -= columns


def _following(state: StateBlock, line: int, end_line: int) -> str | None:
    """Return the line after an item's first that may tell how far its inside is indented."""
    inner = line + 1
    while inner < end_line and state.isEmpty(inner):
        inner += 1
    distance = state.sCount[inner] - state.sCount[line] if inner < end_line else 0
    # An item without a first line ends at an empty one.
    is_over = inner > line + 1 and _MARKER.fullmatch(_text(state, line).rstrip()) is not None
    return None if distance <= 0 or is_over else " " * distance + _text(state, inner)


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
