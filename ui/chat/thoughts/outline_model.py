"""The outline of a trace, as Qt wants it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from app.reasoning import StepKind, TraceStep, cost_of, first_words
from app.text import visible_line
from ui.chat.thoughts.trace_outline import OutlineSection, kind_text
from ui.widgets.spoken_numbers import clock_text, count_text

Index = QModelIndex | QPersistentModelIndex
KIND_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The `StepKind` of a row; `None` for a call of a tool."""
COST_ROLE = KIND_ROLE + 1
"""Its tokens and seconds in words; empty where they are not known."""
BOOKMARK_ROLE = COST_ROLE + 1
"""Whether the person has marked it."""
_SEEN_LETTERS = 160
_MAY_CHANGE = 64
"""Steps at the end that may be others when more of the thought has come."""


class OutlineModel(QStringListModel):
    """Adapts sections whose last one may grow: what was known is not looked at again, but for its end.

    A row stays the same row while its step begins at the same place, wherever others come or go: so does who stands on
    it.

    Qt's own model counts the rows: a list asks for each of them how many there are, whenever there is one more.
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._sections: Sequence[OutlineSection] = ()
        self._rows: list[tuple[int, TraceStep]] = []
        """Each row's section, and its step."""

    def show_outline(self, sections: Sequence[OutlineSection], text: str) -> None:
        """Show the outline of another trace, or of one that is over."""
        self._text, self._sections = text, sections
        self._rows = [(place, step) for place, section in enumerate(sections) for step in section.steps]
        self.setStringList([""] * len(self._rows))

    def grow(self, sections: Sequence[OutlineSection], text: str) -> None:
        """Show the same outline as far as it has come: a step may have gone, or be found between others."""
        if not self._rows:
            self.show_outline(sections, text)
            return
        is_same = len(sections) == len(self._sections)
        self._text, self._sections = text, sections
        begun = len(sections) - 1 if is_same else 0
        first = sum(len(section.steps) for section in sections[:begun])
        settled = max(0, len(self._rows) - first - _MAY_CHANGE) if is_same else 0
        first += settled
        last = enumerate(sections[begun:], begun)
        now = [(place, step) for place, section in last for step in section.steps[settled:]]
        begins = {(place, step.start) for place, step in now}
        for row in range(len(self._rows) - 1, first - 1, -1):
            if self._place_of(row) not in begins:
                self.removeRows(row, 1)
                del self._rows[row]
        for row, (place, step) in enumerate(now, first):
            if row == len(self._rows):
                self._rows += now[row - first :]
                self.insertRows(row, len(self._rows) - row)
                break
            if self._place_of(row) != (place, step.start):
                self._rows.insert(row, (place, step))
                self.insertRows(row, 1)
            elif self._rows[row][1] != step:
                self._rows[row] = (place, step)
                self.dataChanged.emit(self.index(row), self.index(row))

    def is_bookmarked(self, row: int) -> bool:
        """Whether the person has marked a step."""
        place, step = self._rows[row]
        return bool(self._sections[place].bookmarks_in(step.start, self._end_in_section(row)))

    def toggle_bookmark(self, row: int) -> OutlineSection | None:
        """Mark a step of a thought, or no more, and return its section as it is since; `None` for a call of a tool."""
        place, step = self._rows[row]
        section = self._sections[place]
        if section.is_call:
            return None
        here = section.bookmarks_in(step.start, self._end_in_section(row))
        others = [one for one in section.bookmarks if one not in here]
        changed = replace(section, bookmarks=tuple(sorted([*others, *([] if here else [step.start])])))
        self._sections = [*self._sections[:place], changed, *self._sections[place + 1 :]]
        self.dataChanged.emit(self.index(row), self.index(row))
        return changed

    def bookmarked_row(self, row: int, by: int) -> int | None:
        """Return the next row that is marked, or the one before (`by` -1); `None` if there is none."""
        rows = range(row + 1, len(self._rows)) if by > 0 else range(row - 1, -1, -1)
        return next(filter(self.is_bookmarked, rows), None)

    def parts(self) -> list[tuple[int, int]]:
        """Return from where to where in the text each step stands."""
        begins = [self.begin_of(row) for row in range(len(self._rows))]
        return list(zip(begins, [*begins[1:], len(self._text)], strict=False))

    def begin_of(self, row: int) -> int:
        """Return where in the text a step begins."""
        place, step = self._rows[row]
        return max(0, step.start + self._sections[place].offset)

    def end_of(self, row: int) -> int:
        """Return where in the text a step ends."""
        return self.begin_of(row + 1) if row + 1 < len(self._rows) else len(self._text)

    def text_of(self, row: int) -> str:
        """Return what a step says."""
        return self._text[self.begin_of(row) : self.end_of(row)].strip()

    # --- Qt ---------------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the first words of a step; a screen reader hears what it does and costs, too."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        place, step = self._rows[index.row()]
        begin = self.begin_of(index.row())
        end = min(begin + _SEEN_LETTERS, self.end_of(index.row()))
        words = visible_line(first_words(self._text[begin:end]))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                marked = self.tr("Bookmark") if self.is_bookmarked(index.row()) else ""
                parts = (marked, kind_text(step.kind), words, self._cost(index.row()))
                return " · ".join(part for part in parts if part)
        if role == BOOKMARK_ROLE:
            return self.is_bookmarked(index.row())
        if role == KIND_ROLE:
            return None if self._sections[place].is_call else StepKind(step.kind)
        return self._cost(index.row()) if role == COST_ROLE else None

    def _place_of(self, row: int) -> tuple[int, int]:
        place, step = self._rows[row]
        return place, step.start

    def _end_in_section(self, row: int) -> float:
        follows = self._rows[row + 1] if row + 1 < len(self._rows) else None
        return follows[1].start if follows is not None and follows[0] == self._rows[row][0] else math.inf

    def _cost(self, row: int) -> str:
        place, step = self._rows[row]
        section = self._sections[place]
        if not section.is_timed:
            return ""
        tokens, seconds = section.tokens, section.seconds
        if row + 1 < len(self._rows) and self._rows[row + 1][0] == place:
            after = self._rows[row + 1][1]
            tokens, seconds = after.tokens, after.began_s
        cost = cost_of(step, tokens=tokens, seconds=seconds)
        if cost is None:
            return ""
        return self.tr("{tokens} tokens · {time}").format(tokens=count_text(cost[0]), time=clock_text(cost[1]))
