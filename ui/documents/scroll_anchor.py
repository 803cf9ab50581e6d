"""Tells by how much the line moves that a reader has at the top, when anything above it gets another height."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from ui.documents.document_layout import DocumentLayout


class ScrollAnchor:
    """A context around whatever may change heights. `take` returns what has gathered, in whole pixels."""

    def __init__(self, view: QWidget, layout: DocumentLayout) -> None:
        self._view = view
        self._layout = layout
        self._depth = 0
        self._place: tuple[int, int, float] | None = None
        """Box, position in it, and where its line stood."""
        self._seen_top = 0
        self._moved_px = 0.0

    def take(self) -> int:
        """Return how far down the line has moved since the last time; it is forgotten by that."""
        whole = round(self._moved_px)
        self._moved_px -= whole
        return whole

    def forget(self) -> None:
        """Another text is shown: there is nothing to hold on to."""
        self._place, self._moved_px = None, 0.0

    def __enter__(self) -> Self:
        self._depth += 1
        if self._depth == 1:
            self._place = self._look()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._depth -= 1
        if self._depth or self._place is None or self._place[0] >= len(self._layout.boxes):
            return
        index, position, before = self._place
        if position >= 0 and self._layout.boxes[index].width < 0:
            self._layout.lay_out_box(index)
        self._moved_px += self._line_of(index, position) - before

    # --- private ----------------------------------------------------------------------------------------------

    def _look(self) -> tuple[int, int, float] | None:
        """Return the line at the upper edge of what is seen; None where that is the document's own upper edge."""
        seen = self._view.visibleRegion().boundingRect()
        if seen.isEmpty() or seen.top() <= 0 or not self._layout.boxes:
            self._seen_top = 0
            return None
        if self._place is not None and self._seen_top == seen.top() and self._place[0] < len(self._layout.boxes):
            # Nobody has scrolled meanwhile: it is still this line, wherever it stands by now.
            return self._place[0], self._place[1], self._line_of(self._place[0], self._place[1])
        self._seen_top = seen.top()
        first = index = self._layout.index_at(float(seen.top()))
        while index < len(self._layout.boxes) and self._layout.top(index) < seen.bottom():
            box = self._layout.boxes[index]
            if box.width >= 0:
                position = box.position_at(QPointF(0.0, max(1.0, seen.top() - self._layout.top(index))))
                return index, position, self._line_of(index, position)
            index += 1
        return first, -1, self._line_of(first, -1)

    def _line_of(self, index: int, position: int) -> float:
        top = self._layout.top(index)
        box = self._layout.boxes[index]
        if position < 0 or box.width < 0:
            return top
        at = min(position, max(0, len(box.text) - 1))
        lines = box.rectangles(at, at + 1)
        return top + lines[0].top() if lines else top
