"""The few words around a found place, with the found ones marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.history.segmentation import folded

_BEFORE = 40  # characters shown before the first match
_LENGTH = 160  # of the excerpt
_MOST_MATCHES = 12
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a text on one line; `matches` are the (start, end) of what was found in it.

    `terms_found` says how many of the terms stand anywhere in the text.
    """

    text: str
    matches: tuple[tuple[int, int], ...]
    terms_found: int


def excerpt_of(text: str, patterns: Sequence[re.Pattern[str]]) -> Excerpt:
    """Return the part of `text` around the first match of any pattern (its beginning if there is none)."""
    plain = folded(text)
    firsts = [found for found in (pattern.search(plain) for pattern in patterns) if found is not None]
    if not firsts:
        return Excerpt(_SPACES.sub(" ", text[:_LENGTH]).strip(), (), 0)
    start = _start(text, min(found.start() for found in firsts))
    end = min(len(text), start + _LENGTH)
    spans = sorted(
        found.span()
        for pattern in patterns
        for found in pattern.finditer(plain, start, max(end, start + 1))
        if found.end() > found.start()
    )
    shown, matches = _on_one_line(text[start:end], [(a - start, min(b, end) - start) for a, b in spans[:_MOST_MATCHES]])
    lead = "…" if start else ""
    return Excerpt(
        lead + shown + ("…" if end < len(text) else ""),
        tuple((a + len(lead), b + len(lead)) for a, b in matches),
        len(firsts),
    )


def _start(text: str, match: int) -> int:
    start = max(0, match - _BEFORE)
    if start:
        space = text.find(" ", start, match)
        start = space + 1 if space >= 0 else start
    return start


def _on_one_line(text: str, spans: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Return `text` with every run of white space as one space, and the spans where they are then, merged."""
    parts: list[str] = []
    length = 0
    matches: list[tuple[int, int]] = []
    place = 0
    for start, end in _merged(spans):
        before = _SPACES.sub(" ", text[place:start])
        found = _SPACES.sub(" ", text[start:end])
        matches.append((length + len(before), length + len(before) + len(found)))
        parts += (before, found)
        length += len(before) + len(found)
        place = end
    parts.append(_SPACES.sub(" ", text[place:]))
    return "".join(parts), matches


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
