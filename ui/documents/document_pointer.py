"""Mouse and keyboard in a document: where a point is, what is selected."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QWidget

from ui.documents.document_layout import DocumentLayout
from ui.documents.document_selection import DocumentPosition, DocumentSelection

_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]|\s+")
_STEPS = {
    QKeySequence.StandardKey.SelectNextChar: ("character", 1),
    QKeySequence.StandardKey.SelectPreviousChar: ("character", -1),
    QKeySequence.StandardKey.SelectNextWord: ("word", 1),
    QKeySequence.StandardKey.SelectPreviousWord: ("word", -1),
    QKeySequence.StandardKey.SelectNextLine: ("line", 1),
    QKeySequence.StandardKey.SelectPreviousLine: ("line", -1),
    QKeySequence.StandardKey.SelectStartOfLine: ("edge", -1),
    QKeySequence.StandardKey.SelectEndOfLine: ("edge", 1),
    QKeySequence.StandardKey.SelectStartOfDocument: ("document", -1),
    QKeySequence.StandardKey.SelectEndOfDocument: ("document", 1),
}


class DocumentPointer:
    """Turns what a person does into a selection."""

    beginning = DocumentPosition(0, 0)

    def __init__(self, layout: DocumentLayout, selection: DocumentSelection) -> None:
        self._layout = layout
        self._selection = selection
        self._pressed_at = QPointF()
        self._double_clicked_at = 0.0
        self._word: tuple[DocumentPosition, DocumentPosition] | None = None

    def position_at(self, point: QPointF) -> DocumentPosition:
        """Return the position nearest to a point."""
        if not self._layout.boxes:
            return self.beginning
        index = self._layout.index_under(point)
        area = self._layout.area(index)
        if point.y() > area.bottom():
            return DocumentPosition(index, len(self._layout.boxes[index].text))
        if point.y() < area.top():
            return DocumentPosition(index, 0)
        return DocumentPosition(index, self._layout.boxes[index].position_at(point - area.topLeft()))

    def press(self, point: QPointF, *, extends: bool) -> None:
        """Begin to select; a third click takes the whole paragraph."""
        self._pressed_at = point
        position = self.position_at(point)
        self._word = None
        limit = QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        if time.monotonic() - self._double_clicked_at < limit and self._layout.boxes:
            run = self._layout.run_of(position.box)
            end = DocumentPosition(run[-1], len(self._layout.boxes[run[-1]].text))
            self._word = (DocumentPosition(run[0], 0), end)
            self._selection.set(*self._word)
        elif extends:
            self._selection.set(self._selection.anchor, position)
        else:
            self._selection.set(position, position)

    def double_click(self, point: QPointF) -> None:
        """Select a word."""
        self._double_clicked_at = time.monotonic()
        position = self.position_at(point)
        if not self._layout.boxes:
            return
        text = self._layout.boxes[position.box].text
        for found in _WORD.finditer(text):
            if found.start() <= position.offset < found.end():
                self._word = (
                    DocumentPosition(position.box, found.start()),
                    DocumentPosition(position.box, found.end()),
                )
                self._selection.set(*self._word)
                return

    def drag(self, point: QPointF) -> None:
        """Select as far as a point; after a double click by whole words."""
        position = self.position_at(point)
        if self._word is None:
            self._selection.set(self._selection.anchor, position)
            return
        start, end = self._word
        if position < start:
            self._selection.set(end, position)
        else:
            self._selection.set(start, max(end, position))

    def release(self, point: QPointF) -> bool:
        """Return whether it was a click and nothing is selected."""
        return self._selection.is_empty and (point - self._pressed_at).manhattanLength() < 6

    def press_key(self, event: QKeyEvent, *, copy: Callable[[], None], select_all: Callable[[], None]) -> bool:
        """Return whether a key was for the document."""
        if event.matches(QKeySequence.StandardKey.Copy):
            if self._selection.is_empty:
                return False
            copy()
            return True
        if event.matches(QKeySequence.StandardKey.SelectAll):
            select_all()
            return True
        if event.key() == Qt.Key.Key_Escape and not self._selection.is_empty:
            self._selection.clear()
            return True
        for key, (unit, step) in _STEPS.items():
            if event.matches(key) and self._layout.boxes:
                self._selection.set(self._selection.anchor, self._moved(self._selection.cursor, unit, step))
                return True
        return False

    def paint(self, painter: QPainter, view: QWidget) -> None:
        """Paint the cursor's place while keys select."""
        if not view.hasFocus() or self._selection.is_empty:
            return
        cursor = self._selection.cursor
        if cursor.box >= len(self._layout.boxes):
            return
        for rectangle in self._layout.boxes[cursor.box].rectangles(cursor.offset, cursor.offset)[:1]:
            moved = rectangle.translated(self._layout.origin(cursor.box))
            moved.setWidth(1.5)
            painter.fillRect(moved, QColor(self._layout.style.colours.text))

    # --- private ----------------------------------------------------------------------------------------------

    def _moved(self, position: DocumentPosition, unit: str, step: int) -> DocumentPosition:
        boxes = self._layout.boxes
        last = DocumentPosition(len(boxes) - 1, len(boxes[-1].text))
        if unit == "document":
            return last if step > 0 else self.beginning
        position = min(position, last)
        index = position.box
        text = boxes[index].text
        offset = min(position.offset, len(text))
        if unit == "line":
            return self._next_line(index, offset, step)
        if unit == "edge":
            run = self._layout.run_of(index)
            return DocumentPosition(run[-1], len(boxes[run[-1]].text)) if step > 0 else DocumentPosition(run[0], 0)
        if (offset == len(text)) if step > 0 else (offset == 0):
            neighbour = index + step
            if not 0 <= neighbour < len(boxes):
                return position
            return DocumentPosition(neighbour, 0 if step > 0 else len(boxes[neighbour].text))
        if unit == "character":
            return DocumentPosition(index, offset + step)
        bounds = sorted({0, len(text), *(found.start() for found in _WORD.finditer(text) if not found[0].isspace())})
        beyond = [bound for bound in bounds if (bound > offset if step > 0 else bound < offset)]
        return DocumentPosition(index, beyond[0] if step > 0 else beyond[-1])

    def _next_line(self, index: int, offset: int, step: int) -> DocumentPosition:
        layout, boxes = self._layout, self._layout.boxes
        top = layout.top(index)
        layout.lay_out_between(top, top + 1)
        places = boxes[index].rectangles(offset, offset)
        x = places[0].left() if places else 0.0
        inside = boxes[index].line_position(offset, step, x)
        neighbour = index + step
        if inside is not None and not (step < 0 and self._is_in_shared_line(index, inside, x)):
            return DocumentPosition(index, inside)
        if not 0 <= neighbour < len(boxes):
            return DocumentPosition(index, len(boxes[index].text) if step > 0 else 0)
        top = layout.top(neighbour)
        layout.lay_out_between(top, top + 1)
        x += layout.left(index) - layout.left(neighbour)
        if step > 0:
            return DocumentPosition(neighbour, boxes[neighbour].position_at(QPointF(x, layout.overlap(neighbour) + 1)))
        above = boxes[neighbour].height - 1 - (layout.overlap(index) if inside is None else 0)
        return DocumentPosition(neighbour, boxes[neighbour].position_at(QPointF(x, above)))

    def _is_in_shared_line(self, index: int, offset: int, x: float) -> bool:
        """Whether a place belongs to the part before, which ends in the first line of this one."""
        places = self._layout.boxes[index].rectangles(offset, offset)
        in_first = bool(places) and places[0].top() < self._layout.overlap(index)
        return in_first and self._layout.index_under(self._layout.origin(index) + QPointF(x, 1)) != index
