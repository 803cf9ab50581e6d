"""The few words around a found place, with the found ones marked."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from app.history.segmentation import FoldedText

_BEFORE = 40  # characters shown before the first match
_LENGTH = 160  # of the excerpt
_MOST_MATCHES = 12
_MOST_PLACES = 5_000  # of each term that are looked at
_SPACES = re.compile(r"\s+")
_FORMULA = r"(?s:\$\$[^$]*?\\[^$]*\$\$|\$[^$\n]*?\\[^$\n]*\$|\\\[.*?\\\]|\\\(.*?\\\))"
_FORMULAS = re.compile(_FORMULA)
"""In TeX that nobody reads as it stands."""
_LONGEST_FORMULA = 500
_MARKS = re.compile(
    rf"({_FORMULA})|\*\*|__|`{{3,}}[^\n`]*|`+|(?<!\S)\|(?!\S)|^[ \t]*(?:#{{1,6}}|>|[-*+])(?=\s)"
    r"|^\s*\|?[ :|-]*-{3}[ :|-]*$",
    re.MULTILINE,
)
"""Of Markdown, where they stand around words or begin a line; and formulas, of which a sign stands."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a text on one line; `matches` are the (start, end) of what was found in it.

    `terms_found` says how many of the terms stand anywhere in the text: as words, and at all.
    """

    text: str
    matches: tuple[tuple[int, int], ...]
    terms_found: tuple[int, int]


def excerpt_of(text: str, patterns: Sequence[Sequence[re.Pattern[str]]]) -> Excerpt:
    """Return the part of `text` where most terms stand closest together (its beginning if there is none).

    `patterns` holds those of each term, the stricter first: the first that is found anywhere counts.
    """
    plain = FoldedText(text)
    found = [(one, match) for one, match in (_first(plain.text, term) for term in patterns) if match is not None]
    if not found:
        return Excerpt(_plain(text, 0, _LENGTH).strip(), (), (0, 0))
    strictest = {term[0] for term in patterns}
    first = _closest(plain.text, [pattern for pattern, _ in found])
    start, end = _bounds(text, plain.place_of(first))
    spans: list[tuple[int, int]] = []
    for pattern, _ in found:
        for other in pattern.finditer(plain.text, first):
            begins = plain.place_of(other.start())
            if begins >= max(end, start + 1):
                break
            if other.end() > other.start():
                spans.append((begins, plain.place_of(other.end())))
    spans.sort()
    shown, matches = _on_one_line(text[start:end], [(a - start, min(b, end) - start) for a, b in spans[:_MOST_MATCHES]])
    lead = "…" if start else ""
    return Excerpt(
        lead + shown + ("…" if end < len(text) else ""),
        tuple((a + len(lead), b + len(lead)) for a, b in matches),
        (sum(pattern in strictest for pattern, _ in found), len(found)),
    )


def _first(plain: str, patterns: Sequence[re.Pattern[str]]) -> tuple[re.Pattern[str], re.Match[str] | None]:
    for pattern in patterns:
        match = pattern.search(plain)
        if match is not None:
            return pattern, match
    return patterns[-1], None


def _closest(plain: str, patterns: Sequence[re.Pattern[str]]) -> int:
    """Return where the shortest part begins in which most of these stand, as far as a part is shown."""
    places = sorted(
        (match.start(), at)
        for at, pattern in enumerate(patterns)
        for match in islice(pattern.finditer(plain), _MOST_PLACES)
    )
    inside: deque[tuple[int, int]] = deque()
    counts = [0] * len(patterns)
    best = (0, 0, 0)
    for place, at in places:
        inside.append((place, at))
        counts[at] += 1
        while counts[inside[0][1]] > 1 or place - inside[0][0] > _LENGTH - _BEFORE:
            counts[inside.popleft()[1]] -= 1
        begins = inside[0][0]
        best = max(best, (sum(map(bool, counts)), begins - place, -begins))
    return -best[2]


def _bounds(text: str, match: int) -> tuple[int, int]:
    """Return the part of a text around a match: between words, and in no formula but that of the match."""
    start = max(0, match - _BEFORE)
    if start:
        space = text.find(" ", start, match)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + _LENGTH)
    for formula in _FORMULAS.finditer(text, max(0, start - _LONGEST_FORMULA), min(len(text), end + _LONGEST_FORMULA)):
        begins, ends = formula.span()
        if begins < start < ends <= match:
            start = ends
        elif match < begins < end < ends:
            end = begins
    return start, end


def _plain(text: str, start: int, end: int) -> str:
    """Return a part of a text as it reads: without marks of Markdown, every run of white space as one space."""
    parts: list[str] = []
    for mark in _MARKS.finditer(text, start, end):
        parts += (text[start : mark.start()], "…" if mark[1] else "")
        start = mark.end()
    return _SPACES.sub(" ", "".join([*parts, text[start:end]]))


def _on_one_line(text: str, spans: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Return `text` with every run of white space as one space, and the spans where they are then, merged."""
    parts: list[str] = []
    length = 0
    matches: list[tuple[int, int]] = []
    place = 0
    for start, end in _merged(spans):
        before = _plain(text, place, start)
        found = _SPACES.sub(" ", text[start:end])
        matches.append((length + len(before), length + len(before) + len(found)))
        parts += (before, found)
        length += len(before) + len(found)
        place = end
    parts.append(_plain(text, place, len(text)))
    return "".join(parts), matches


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
