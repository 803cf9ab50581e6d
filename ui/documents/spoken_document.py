"""A document for somebody who hears it: its paragraphs, code blocks, table rows and formulas as items to go through.

The items are made when they are asked for, so a text of any length costs nothing until somebody listens. Qt knows them
by numbers and frees none of them: `SpokenDocument` keeps its items, and takes them back from Qt when the view is gone.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

from app.documents.blocks import Block, CodePart
from app.documents.rich_text import Span
from ui.documents.box import Box
from ui.documents.document_layout import DocumentLayout
from ui.documents.spoken_item import SpokenItem

_VALUE_CHARACTERS = 20_000
"""How much of the text is given in one piece; all of it is in the items."""


class SpokenDocument(QAccessibleWidget):
    """The items of a document, then what stands on it as widgets: the buttons of code blocks.

    `choose` is called with the address of a link. Call `forget` when blocks are other ones.
    """

    def __init__(self, view: QWidget, layout: DocumentLayout, choose: Callable[[str], None]) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._view = view
        self._layout = layout
        self.choose = choose
        self._begins: list[int] = []
        """The box with which each item begins."""
        self._items: dict[int, SpokenItem] = {}
        self._ids: list[int] = []
        view.destroyed.connect(self._take_back)

    def forget(self, first: int) -> None:
        """From this box on there are other ones."""
        del self._begins[max(0, bisect.bisect_right(self._begins, first) - 1) :]

    def boxes_of(self, index: int) -> list[Box[Block]]:
        """Return the boxes of an item; none if it is gone."""
        if index >= self._count():
            return []
        return self._layout.boxes[self._begins[index] : _end_of_item(self._layout, self._begins[index])]

    def place_of(self, index: int, span: Span | None = None) -> QRect:
        """Return where an item is on the screen, or a span of it."""
        boxes = self.boxes_of(index)
        area = QRectF()
        for at, box in enumerate(boxes, self._begins[index] if boxes else 0):
            if span is None:
                area = area.united(self._layout.area(at))
            elif span in box.rich.spans and box.width >= 0:
                for rectangle in box.rectangles(span.start, span.end):
                    area = area.united(rectangle.translated(self._layout.origin(at)))
        place = area.toAlignedRect()
        return QRect(self._view.mapToGlobal(place.topLeft()), place.size())

    def keep(self, part: QAccessibleInterface) -> None:
        """Tell Qt of an item or a link."""
        self._ids.append(QAccessible.registerAccessibleInterface(part))

    # --- QAccessibleInterface -----------------------------------------------------------------------------------

    def isValid(self) -> bool:
        """Whether there is still something to read from."""
        return bool(Shiboken.isValid(self._view)) and super().isValid()

    def text(self, kind: QAccessible.Text) -> str:
        """Give the beginning of the text as value."""
        if kind != QAccessible.Text.Value:
            return super().text(kind)
        pieces: list[str] = []
        length = 0
        for index in range(self._count()):
            pieces.append(self._item(index).words())
            length += len(pieces[-1]) + 1
            if length > _VALUE_CHARACTERS:
                break
        return "\n".join(pieces)[:_VALUE_CHARACTERS]

    def childCount(self) -> int:
        """Items and widgets."""
        return self._count() + len(self._widgets())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return one of them."""
        count = self._count()
        if 0 <= index < count:
            return self._item(index)
        widgets = self._widgets()
        if count <= index < count + len(widgets):
            return QAccessible.queryAccessibleInterface(widgets[index - count])
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which one it is; -1 if none."""
        if isinstance(child, SpokenItem):
            return child.index if child.document is self and child.index < self._count() else -1
        found, widgets = child.object(), self._widgets()
        return self._count() + widgets.index(found) if isinstance(found, QWidget) and found in widgets else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return what stands at a place on the screen."""
        inside = self._view.mapFromGlobal(QPoint(x, y))
        for widget in self._widgets():
            if widget.geometry().contains(inside):
                return QAccessible.queryAccessibleInterface(widget)
        if not self._count() or not self._view.rect().contains(inside):
            return None
        return self._item(bisect.bisect_right(self._begins, self._layout.index_at(float(inside.y()))) - 1)

    # --- private ------------------------------------------------------------------------------------------------

    def _count(self) -> int:
        """Return how many items there are; only boxes that have come since are looked at."""
        begins, boxes = self._begins, self._layout.boxes
        at = _end_of_item(self._layout, begins[-1]) if begins else 0
        while at < len(boxes):
            begins.append(at)
            at = _end_of_item(self._layout, at)
        return len(begins)

    def _item(self, index: int) -> SpokenItem:
        item = self._items.get(index)
        if item is None:
            item = self._items[index] = SpokenItem(self, index)
            self.keep(item)
        return item

    def _widgets(self) -> list[QWidget]:
        inside = [child for child in self._view.children() if isinstance(child, QWidget) and not child.isHidden()]
        return sorted(inside, key=lambda child: child.y())

    def _take_back(self) -> None:
        for number in self._ids:
            QAccessible.deleteAccessibleInterface(number)
        self._ids.clear()
        self._items.clear()


def _end_of_item(layout: DocumentLayout, first: int) -> int:
    """Return the box after an item: a cut paragraph and a code block are one, each row of a table is one."""
    end = first + 1
    while end < len(layout.boxes):
        block = layout.boxes[end].block
        if not layout.goes_on(end) and not (isinstance(block, CodePart) and block.part):
            break
        end += 1
    return end
