"""How far lines are indented, in columns: a tab reaches to the next fourth one."""

from __future__ import annotations

_TAB = 4


def indent_of(line: str) -> int:
    """Return by how many columns a line is indented."""
    column = 0
    for letter in line:
        if letter == "\t":
            column += _TAB - column % _TAB
        elif letter == " ":
            column += 1
        else:
            break
    return column


def without_indent(line: str, columns: int) -> str:
    """Return a line without its first columns of space; what a tab reaches beyond them stays as spaces."""
    column = at = 0
    while column < columns and at < len(line) and line[at] in " \t":
        column += _TAB - column % _TAB if line[at] == "\t" else 1
        at += 1
    return " " * (column - columns) + line[at:]
