"""The text of a PDF's page in reading order, from where its glyphs stand.

A PDF says where each glyph goes and not in which order they are read: programs draw letter by letter, line by line
across columns, or right-to-left words from the left. So lines are put together by their baselines, columns are found by
the white between them, and what a person sees from left to right becomes the order in which it is read.
"""

from __future__ import annotations

import itertools
import math
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD_GAP = 0.16
"""Of the font's size: a gap between two words."""
_DRAWN_GAP = 0.04
"""The same where a space is drawn."""
_SEGMENT_GAP = 1.0
"""A gap that may be one between columns."""
_SAME_LINE = 0.45
"""How far baselines of one line may be apart: an exponent's, a footnote's mark."""
_PARAGRAPH = 1.7
"""Of the usual distance of lines."""
_FEWEST_ROWS = 3
"""Of a column."""
_PROSE_LETTERS = 12
"""A column's lines are longer on the average; those of a table are shorter."""
_SHARED = 0.5
"""Of the height of the lower of two columns: how much of it stands beside the other."""
_MOST_GUTTERS = 40
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


@dataclass(frozen=True, slots=True)
class Glyph:
    """What stands at a place: `left` and `right` along the line, `baseline` upwards, `size` of the font, in points.

    `angle` is the direction of the text in quarter turns, clockwise.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    angle: int = 0


@dataclass(slots=True)
class _Segment:
    """Glyphs of one line with no wide gap between them."""

    glyphs: list[Glyph]

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)


@dataclass(slots=True)
class _Row:
    """The segments of one line, from left to right."""

    baseline: float
    size: float
    segments: list[_Segment]


_GREEK_WORD = re.compile(r"\w*[\u0370-\u03ff]\w*")
_OF_GREEK = str.maketrans("\u0269\u00b5\u2126\u2206", "\u03b9\u03bc\u03a9\u0394")
"""Letters of one shape that fonts keep once: a file's table tells of the other one."""


def page_text(glyphs: Iterable[Glyph]) -> str:
    """Return the text, a line break after each line and an empty line between paragraphs."""
    by_angle: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        by_angle.setdefault(glyph.angle, []).append(glyph)
    return "\n\n".join(text for text in (_text_of(_rows(group)) for group in by_angle.values()) if text)


def _rows(glyphs: Sequence[Glyph]) -> list[_Row]:
    """Return the lines, the highest first."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: -one.baseline):
        line = lines[-1] if lines else None
        if line is not None and line[0].baseline - glyph.baseline <= _SAME_LINE * max(line[0].size, glyph.size):
            line.append(glyph)
        else:
            lines.append([glyph])
    return [row for row in (_row(line) for line in lines) if row.segments]


def _row(line: list[Glyph]) -> _Row:
    segments: list[_Segment] = []
    end = -math.inf
    for glyph in sorted(line, key=lambda one: one.left):  # what has one place keeps its order: letters of a ligature
        if segments and glyph.left - end <= _SEGMENT_GAP * glyph.size:
            segments[-1].glyphs.append(glyph)
        elif not glyph.text.isspace():
            segments.append(_Segment([glyph]))
        else:
            continue
        if not glyph.text.isspace():
            end = max(end, glyph.right)
    biggest = max(line, key=lambda one: one.size)
    return _Row(biggest.baseline, biggest.size, segments)


def _text_of(rows: list[_Row]) -> str:
    split = _columns(rows)
    if split is not None:
        return "\n\n".join(text for text in map(_text_of, split) if text)
    lines: list[str] = []
    steps = [above.baseline - below.baseline for above, below in itertools.pairwise(rows)]
    usual = statistics.median_low(steps) if steps else 0.0
    for number, row in enumerate(rows):
        if number and steps[number - 1] > usual * _PARAGRAPH and steps[number - 1] > row.size * _PARAGRAPH:
            lines.append("")
        lines.append(_line_text([glyph for segment in row.segments for glyph in segment.glyphs]))
    return _GREEK_WORD.sub(lambda word: word[0].translate(_OF_GREEK), "\n".join(lines).strip("\n"))


def _columns(rows: list[_Row]) -> tuple[list[_Row], ...] | None:
    """Return what is above columns, each of two columns, and what is below, as rows; `None` if there are none."""
    best: tuple[int, int, float] | None = None
    for gutter in _gutters(rows):
        begin = 0
        while begin < len(rows):
            end = begin
            while end < len(rows) and not any(s.left < gutter < s.right for s in rows[end].segments):
                end += 1
            span = _column_rows(rows, begin, end, gutter)
            if span is not None and (best is None or span[1] - span[0] > best[1] - best[0]):
                best = (*span, gutter)
            begin = end + 1
    if best is None:
        return None
    begin, end, gutter = best
    sides = [_side(rows[begin:end], gutter, is_left=True), _side(rows[begin:end], gutter, is_left=False)]
    if _reads_from_right([glyph for row in rows[begin:end] for s in row.segments for glyph in s.glyphs]):
        sides.reverse()
    return rows[:begin], *sides, rows[end:]


def _gutters(rows: list[_Row]) -> list[float]:
    """Return where several lines begin or end together: beside a column."""
    edges: Counter[int] = Counter()
    for row in rows:
        for segment in row.segments:
            edges[round(segment.left - 1)] += 1
            edges[round(segment.right + 1)] += 1
    return [place for place, count in edges.most_common(_MOST_GUTTERS) if count >= _FEWEST_ROWS]


def _column_rows(rows: list[_Row], begin: int, end: int, gutter: float) -> tuple[int, int] | None:
    """Return the rows of a run that are two columns of running text, side by side."""
    sides = [_side(rows[begin:end], gutter, is_left=is_left) for is_left in (True, False)]
    for side in sides:
        letters = [sum(len(glyph.text) for segment in row.segments for glyph in segment.glyphs) for row in side]
        if len(side) < _FEWEST_ROWS or statistics.mean(letters) < _PROSE_LETTERS:
            return None
    shared = min(side[0].baseline for side in sides) - max(side[-1].baseline for side in sides)
    if shared < _SHARED * min(side[0].baseline - side[-1].baseline for side in sides):
        return None
    bottom = max(side[-1].baseline for side in sides)
    steps = [above.baseline - below.baseline for above, below in itertools.pairwise(sides[0])]
    for number in range(begin + 1, end):  # what stands apart below the shorter column is no part of the other
        step = rows[number - 1].baseline - rows[number].baseline
        if rows[number].baseline < bottom and step > statistics.median_low(steps) * _PARAGRAPH:
            return begin, number
    return begin, end


def _side(rows: list[_Row], gutter: float, *, is_left: bool) -> list[_Row]:
    sides = (
        _Row(row.baseline, row.size, [one for one in row.segments if (one.left < gutter) is is_left]) for row in rows
    )
    return [row for row in sides if row.segments]


def _line_text(glyphs: list[Glyph]) -> str:
    """Return a line's text: a space where one is drawn, or where there is room for one."""
    seen: list[str] = []
    has_space = False
    end = glyphs[0].left
    last = glyphs[0]
    for glyph in glyphs:
        is_mark = unicodedata.category(glyph.text[0])[0] == "M"
        if glyph.text.isspace():
            has_space = True
            continue
        widest = (_DRAWN_GAP if has_space else _WORD_GAP) * min(glyph.size, last.size)
        has_space = False
        if glyph.left - end > widest and not is_mark:
            seen.append(" ")
        elif (seen and glyph.left == last.left and glyph.right == last.right) or (is_mark and seen):
            seen[-1] += glyph.text  # a ligature's second letter, and what stands above or below a letter
            continue
        seen.append(glyph.text)
        end, last = max(end, glyph.right), glyph
    return _as_read(seen)


def _as_read(seen: list[str]) -> str:
    """Return what is seen from left to right in the order in which it is read: the reverse of Unicode's UAX #9."""
    kinds = [_kind(text) for text in seen]
    if "R" not in kinds:
        return "".join(seen)
    from_right = kinds.count("R") > kinds.count("L")
    runs: list[tuple[bool, list[str]]] = []
    for text, is_reversed in zip(seen, _reversed_places(kinds, from_right=from_right), strict=True):
        if runs and runs[-1][0] is is_reversed:
            runs[-1][1].append(text)
        else:
            runs.append((is_reversed, [text]))
    parts = ["".join(reversed(run)) if is_reversed else "".join(run) for is_reversed, run in runs]
    mirrored = [
        part.translate(_MIRRORED) if is_reversed else part for part, (is_reversed, _) in zip(parts, runs, strict=True)
    ]
    read, turned = ("".join(reversed(one) if from_right else one) for one in (parts, mirrored))
    # Some programs write which bracket is seen, others which is meant.
    return turned if _misplaced_brackets(turned) < _misplaced_brackets(read) else read


def _misplaced_brackets(text: str) -> int:
    """Return how many brackets close what nothing has opened, or stay open."""
    depth = unopened = 0
    for letter in text:
        if letter in "([{":
            depth += 1
        elif letter in ")]}" and depth:
            depth -= 1
        elif letter in ")]}":
            unopened += 1
    return depth + unopened


def _reversed_places(kinds: list[str], *, from_right: bool) -> list[bool]:
    """Return for each place whether it is part of a run that is read from the right.

    Numbers are read from the left everywhere. What has no direction goes with its neighbours where they agree, else
    with the line.
    """
    places: list[bool] = []
    for number, kind in enumerate(kinds):
        if kind in "LN":
            places.append(False)
        elif kind == "R":
            places.append(True)
        else:
            before = next((k for k in reversed(kinds[:number]) if k != "-"), "")
            after = next((k for k in kinds[number + 1 :] if k != "-"), "")
            if before == after == "R":
                places.append(True)
            elif before in ("L", "N") and after in ("L", "N") and (before, after) != ("", ""):
                places.append(False)
            else:
                places.append(from_right)
    return places


def _kind(text: str) -> str:
    match unicodedata.bidirectional(text[0]):
        case "R" | "AL":
            return "R"
        case "L":
            return "L"
        case "EN" | "AN":
            return "N"
        case _:
            return "-"


def _reads_from_right(glyphs: list[Glyph]) -> bool:
    kinds = [_kind(glyph.text) for glyph in glyphs]
    return kinds.count("R") > kinds.count("L")
