"""What one prompt has that another has not: found by comparing them, line by line and then word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from app.inference.protocol.prompt_account import EditPlace, PromptEdit, PromptSource
from app.inference.sourced_text import SourcedText

_WORD = re.compile(r"<[^<>\s]+>|\[[^\[\]\s]+\]|\w+|\s+|.", re.DOTALL)
_MOST_COMPARED = 2000
"""Words on one side; of what is longer only both ends are compared."""
_MOST_IN_A_PLACE = 2
_NEAR = 24
"""Characters."""
_LONGEST_LINE = 80
_TALK = (PromptSource.QUESTION, PromptSource.HISTORY, PromptSource.FILE)

Span = tuple[int, int, int, int]
"""Where it begins and ends in the old text, and in the new one."""


def spans_between(old: str, new: str) -> list[Span]:
    """Return where the new text differs from the old one."""
    found: list[Span] = []
    for span in _differences(old.splitlines(keepends=True), new.splitlines(keepends=True)):
        old_start, old_end, new_start, new_end = span
        gone, come = old[old_start:old_end], new[new_start:new_end]
        for a, b, c, d in _joined(list(_differences(_WORD.findall(gone), _WORD.findall(come))), gone, come):
            found.append((old_start + a, old_start + b, new_start + c, new_start + d))
    return found


def _joined(spans: list[Span], old: str, new: str) -> list[Span]:
    """Return the spans between two texts; of a sentence that is another altogether not each word by itself."""
    if len(spans) > 1 and len(old) < 2 * sum(span[1] - span[0] for span in spans):
        return [(spans[0][0], spans[-1][1], spans[0][2], spans[-1][3])]
    most = _NEAR if len(spans) > _MOST_IN_A_PLACE else 0
    near: list[Span] = []
    for span in spans:
        if near and (span[2] - near[-1][3] <= most or not new[near[-1][3] : span[2]].strip()):
            near[-1] = (near[-1][0], span[1], near[-1][2], span[3])
        else:
            near.append(span)
    return near


def edits_between(old: SourcedText, new: SourcedText) -> tuple[PromptEdit, ...]:
    """Return what the new prompt has instead of what the old one had."""
    edits = []
    for span in spans_between(old.plain, new.plain):
        a, b, c, d = _whole_line(old, new, span)
        edit = PromptEdit(_place(new if d > c else old, c if d > c else a), old.plain[a:b], new.plain[c:d])
        if edit not in edits:
            edits.append(edit)
    return tuple(edits)


def _differences(old: Sequence[str], new: Sequence[str]) -> Iterator[Span]:
    """Yield where sequences of pieces differ, in characters."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    inner_old, inner_new = old[start : len(old) - end], new[start : len(new) - end]
    at_old = at_new = sum(map(len, old[:start]))
    if max(len(inner_old), len(inner_new)) > _MOST_COMPARED:
        yield at_old, at_old + sum(map(len, inner_old)), at_new, at_new + sum(map(len, inner_new))
        return
    for kind, a, b, c, d in SequenceMatcher(None, inner_old, inner_new, autojunk=False).get_opcodes():
        old_end, new_end = at_old + sum(map(len, inner_old[a:b])), at_new + sum(map(len, inner_new[c:d]))
        if kind != "equal":
            yield at_old, old_end, at_new, new_end
        at_old, at_new = old_end, new_end


def _whole_line(old: SourcedText, new: SourcedText, span: Span) -> Span:
    """Return the whole lines where a word in a short line of the template has changed: `Reasoning: high`."""
    a, b, c, d = span
    if a == b or c == d or "\n" in old.plain[a:b] + new.plain[c:d]:
        return span
    lines = [_line(text.plain, start, end) for text, start, end in ((old, a, b), (new, c, d))]
    for text, (start, end) in zip((old, new), lines, strict=True):
        if end - start > _LONGEST_LINE or not text.is_template(start, end):
            return span
    return (*lines[0], *lines[1])


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    line_end = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if line_end < 0 else line_end


def _place(text: SourcedText, at: int) -> EditPlace:
    start, end = text.bounds(_TALK)
    return EditPlace.BEGINNING if at <= start < end else EditPlace.END if at >= end else EditPlace.MIDDLE
