"""A thought some of whose steps are folded: a line stands for each, and every character knows its place in both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

FOLDED_MARK = "▸ "
_HEAD = 64
_FENCE = "```"
_LEAST = 96
"""Shorter steps of one line are not worth folding."""


@dataclass(frozen=True, slots=True)
class _Fold:
    start: int
    end: int
    shown: int
    """Where its line begins in what is shown."""
    piece: str
    line: int
    """How many lines with text are shown before that line."""
    lost: int
    """How many lines with text are not shown, up to its end."""

    @property
    def shown_end(self) -> int:
        return self.shown + len(self.piece)


class FoldedText:
    """`shown` is what is seen of a `text`; folds are (start, end) of it that do not overlap."""

    def __init__(self, text: str, folds: Iterable[tuple[int, int]] = ()) -> None:
        self._folds: list[_Fold] = []
        parts: list[str] = []
        at = length = line = lost = 0
        for start, end in sorted(folds):
            inner = text[start:end].rstrip()
            is_short = len(inner) < _LEAST and "\n" not in inner
            if start < at or is_short or inner.count(_FENCE) % 2:  # code would begin or end in mid-fold
                continue
            end = start + len(inner)
            piece = FOLDED_MARK + _head(inner) + " …"
            parts += [text[at:start], piece]
            length += start - at
            line += _lines(text[at:start])
            lost += _lines(inner) - 1
            is_inside = bool(text[text.rfind("\n", 0, start) + 1 : start].strip())
            self._folds.append(_Fold(start, end, length, piece, line - is_inside, lost))
            line += not is_inside
            length += len(piece)
            at = end
        parts.append(text[at:])
        self.shown = "".join(parts) if self._folds else text

    @property
    def is_folded(self) -> bool:
        """Whether anything is."""
        return bool(self._folds)

    def fold_at(self, source: int) -> tuple[int, int] | None:
        """Return the fold that a character of the text is in."""
        fold = self._before(source, key=lambda one: one.start)
        return (fold.start, fold.end) if fold is not None and source < fold.end else None

    def shown_of(self, source: int) -> int:
        """Return where a character is shown; the line that stands for it where it is folded."""
        fold = self._before(source, key=lambda one: one.start)
        if fold is None:
            return source
        return fold.shown if source < fold.end else source - fold.end + fold.shown_end

    def source_of(self, shown: int) -> int:
        """Return which character of the text is shown there; the first of those that a line stands for."""
        fold = self._before(shown, key=lambda one: one.shown)
        if fold is None:
            return shown
        return fold.start if shown < fold.shown_end else shown - fold.shown_end + fold.end

    def line_of(self, shown_line: int) -> int:
        """Return the number of the text's line that is shown as this one."""
        at = bisect_right(self._folds, shown_line, key=lambda one: one.line + 1) - 1
        return shown_line + (self._folds[at].lost if at >= 0 else 0)

    def spans(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return where (start, end) ranges are shown, without what is folded."""
        if not self._folds:
            return list(spans)
        return [
            (self.shown_of(a), self.shown_of(b)) for a, b in spans if not self.fold_at(a) and not self.fold_at(b - 1)
        ]

    def _before(self, place: int, *, key: Callable[[_Fold], int]) -> _Fold | None:
        at = bisect_right(self._folds, place, key=key) - 1
        return self._folds[at] if at >= 0 else None


def _lines(text: str) -> int:
    return sum(1 for line in text.split("\n") if line.strip())


def _head(text: str) -> str:
    """Return the first words of a step, of which nothing begins code or a formula."""
    words = text.lstrip("`~# ").split("\n", 1)[0].replace("`", "").replace("$", "").replace("\\", "")
    return words if len(words) <= _HEAD else words[:_HEAD].rsplit(" ", 1)[0]
