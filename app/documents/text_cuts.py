"""Where text may be cut, and what is too much to be Markdown."""

from __future__ import annotations

import re
from collections import Counter

LONGEST_LINE = 8000
"""Characters; a longer line is shown as plain text."""

MANY_MARKS = 700
"""Signs of emphasis, links and the like in one block; with more, they are shown as they are."""

_MOST_BRACKET_STEPS = 160_000
"""For each bracket the rest of the text may be looked through."""

_MARKS = re.compile(r"[*_`\[\]<$~!&\\]")
_CONTAINERS = re.compile(r"(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t>]|$))")
_PAIRED = re.compile(r"\*\*|~~|\\[()]|[`*$\[\]]")
_SENTENCE_END = re.compile(r"[.!?;:,)]\s+|[。！？；，]\n?|\s+")


def too_deep(line: str, deepest: int) -> bool:
    """Return whether a line opens more quotes and lists within each other than are read."""
    at = 0
    for _ in range(deepest + 1):
        found = _CONTAINERS.match(line, at)
        if found is None:
            return len(line) - len(line.lstrip(" \t")) > deepest * 6
        at = found.end()
    return True


def is_beyond_reading(text: str) -> bool:
    """Return whether a text has so many marks that pairing them, which costs more with each, would take long."""
    if text.count("[") * len(text) > _MOST_BRACKET_STEPS:
        return True
    return len(text) > MANY_MARKS and len(_MARKS.findall(text)) > MANY_MARKS


def paragraph_cut(text: str, begin: int) -> int | None:
    """Return where a long paragraph may be cut: after `begin`, where no emphasis, code, formula or link is open."""
    best: int | None = None
    marks: Counter[str] = Counter()
    counted = 0
    for found in _SENTENCE_END.finditer(text, begin):
        marks.update(_PAIRED.findall(text, counted, found.end()))
        counted = found.end()
        if not _is_balanced(marks) or not text[counted : counted + 1].isalpha():
            continue  # what begins with a sign or a number may be read as something else
        if found[0][0] in ".!?。！？" or found[0] == "\n":
            return found.end()
        best = best or found.end()
        if found.end() > begin * 2:
            break
    if best is None and len(text) > begin * 4:
        space = text.find(" ", begin * 2)
        return space + 1 if space >= 0 else begin * 2
    return best


def _is_balanced(marks: Counter[str]) -> bool:
    return (
        all(marks[mark] % 2 == 0 for mark in ("`", "**", "*", "$", "~~"))
        and marks["["] == marks["]"]
        and marks[r"\("] == marks[r"\)"]
    )
