"""A document for somebody who hears it: its paragraphs, code blocks, table rows and formulas as items to go through.

The items are made when they are asked for, so a text of any length costs nothing until somebody listens. Qt knows them
by numbers and frees none of them: the document keeps its items, and takes them back from Qt when the view is gone.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleTextInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken, VoidPtr

from app.documents.blocks import Block, CodePart, FormulaBlock, Paragraph, Rule, TableRow
from app.documents.rich_text import Span, SpanStyle
from ui.documents.box import Box
from ui.documents.document_layout import DocumentLayout
from ui.documents.document_selection import plain_text_of

_VALUE_CHARACTERS = 20_000
"""How much of the text is given in one piece; all of it is in the items."""
_MOST_LINKS = 200
"""Of one item."""


class AccessiblePart(QAccessibleInterface):
    """What items and links have alike; Qt asks for all of this, whatever there is to say."""

    def __init__(self, document: AccessibleDocument) -> None:
        super().__init__()
        self.document = document

    def isValid(self) -> bool:
        """Whether the document still has it."""
        return self.document.isValid()

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt's own says None where there is no object
        """It is no widget."""
        return None

    def window(self) -> QWindow:
        """The window of the document."""
        return self.document.window()

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """It is read only."""

    def state(self) -> QAccessible.State:
        """Read only, and out of sight when the document is."""
        state = QAccessible.State()
        state.readOnly = 1
        state.invisible = self.document.state().invisible
        return state

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return what is inside it at a place."""
        inside = (self.child(index) for index in range(self.childCount()))
        return next((child for child in inside if child is not None and child.rect().contains(x, y)), None)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """There is none."""
        return None

    def childCount(self) -> int:
        """None."""
        return 0

    def interface_cast(self, _kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """It can do nothing else; a null pointer must be one, None ends the process."""
        return VoidPtr(0)

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """There is none."""
        return -1


class AccessibleBlock(AccessiblePart):
    """A paragraph, a heading, a code block, a row of a table, or a formula as its source."""

    def __init__(self, document: AccessibleDocument, index: int) -> None:
        super().__init__(document)
        self.index = index
        self._letters = _Letters(self)
        self._links: dict[Span, AccessibleLink] = {}

    @property
    def boxes(self) -> list[Box[Block]]:
        """What shows it."""
        return self.document.boxes_of(self.index)

    def isValid(self) -> bool:
        """Whether the document still has it."""
        return super().isValid() and bool(self.boxes)

    def parent(self) -> QAccessibleInterface:
        """The document."""
        return self.document

    def role(self) -> QAccessible.Role:
        """What it is."""
        block = self._block()
        match block:
            case Paragraph(heading=heading) if heading:
                return QAccessible.Role.Heading
            case TableRow():
                return QAccessible.Role.Row
            case FormulaBlock():
                return QAccessible.Role.Equation
            case Rule():
                return QAccessible.Role.Separator
            case CodePart():
                return QAccessible.Role.StaticText
        return QAccessible.Role.Paragraph

    def text(self, kind: QAccessible.Text) -> str:
        """Its text is its name."""
        if kind == QAccessible.Text.Name:
            return self.words()
        return self._description() if kind == QAccessible.Text.Description else ""

    def words(self) -> str:
        """Return what it says, formulas as LaTeX, without marks."""
        text = plain_text_of(self.boxes)
        return text.replace("\t", ", ") if isinstance(self._block(), TableRow) else text

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self.document.place_of(self.index)

    def childCount(self) -> int:
        """Its links."""
        return len(self._spans())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return one of its links."""
        spans = self._spans()
        if not 0 <= index < len(spans):
            return None
        if spans[index] not in self._links:
            self._links[spans[index]] = AccessibleLink(self, spans[index])
            self.document.keep(self._links[spans[index]])
        return self._links[spans[index]]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which of the links it is."""
        spans = self._spans()
        return spans.index(child.span) if isinstance(child, AccessibleLink) and child.span in spans else -1

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """Qt asks for what else it can do by pointer."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return VoidPtr(Shiboken.getCppPointer(self._letters)[0])
        return VoidPtr(0)

    def _block(self) -> Block | None:
        boxes = self.boxes
        return boxes[0].block if boxes else None

    def _spans(self) -> list[Span]:
        spans = [span for box in self.boxes for span in box.rich.spans if span.style & SpanStyle.LINK and span.target]
        return spans[:_MOST_LINKS]

    def _description(self) -> str:
        block = self._block()
        match block:
            case Paragraph(heading=heading) if heading:
                return _tr("Heading of level {level}").format(level=heading)
            case CodePart(language=language) if language:
                return _tr("Code, {language}").format(language=language)
            case CodePart():
                return _tr("Code")
            case FormulaBlock():
                return _tr("Formula")
            case TableRow(row=0):
                return _tr("Head of a table")
            case TableRow(row=row):
                return _tr("Row {number} of a table").format(number=row)
        return ""


class AccessibleLink(AccessiblePart):
    """A link in an item; pressing it is choosing it."""

    def __init__(self, item: AccessibleBlock, span: Span) -> None:
        super().__init__(item.document)
        self.span = span
        self._item = item
        self._press = _Press(self)

    def isValid(self) -> bool:
        """Whether the item still has it."""
        return self._item.isValid() and self._item.indexOfChild(self) >= 0

    def parent(self) -> QAccessibleInterface:
        """The item."""
        return self._item

    def role(self) -> QAccessible.Role:
        """A link."""
        return QAccessible.Role.Link

    def text(self, kind: QAccessible.Text) -> str:
        """What it says, and where it leads."""
        if kind == QAccessible.Text.Name:
            box = next((box for box in self._item.boxes if self.span in box.rich.spans), None)
            return box.text[self.span.start : self.span.end] if box is not None else ""
        return self.span.target if kind in (QAccessible.Text.Value, QAccessible.Text.Description) else ""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self.document.place_of(self._item.index, self.span)

    def state(self) -> QAccessible.State:
        """It can be chosen."""
        state = super().state()
        state.linked = 1
        return state

    def choose(self) -> None:
        """Ask about the address, as a click does."""
        self.document.choose(self.span.target)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """Qt asks for what else it can do by pointer."""
        if kind == QAccessible.InterfaceType.ActionInterface:
            return VoidPtr(Shiboken.getCppPointer(self._press)[0])
        return VoidPtr(0)


class _Press(QAccessibleActionInterface):
    def __init__(self, link: AccessibleLink) -> None:
        super().__init__()
        self._link = link

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, action: str) -> None:
        if action == QAccessibleActionInterface.pressAction() and self._link.isValid():
            self._link.choose()

    def keyBindingsForAction(self, _action: str) -> list[str]:
        return ["Return"]


class _Letters(QAccessibleTextInterface):
    def __init__(self, item: AccessibleBlock) -> None:
        super().__init__()
        self._item = item

    def text(self, start: int, end: int) -> str:
        return self._item.words()[max(0, start) : None if end < 0 else end]

    def characterCount(self) -> int:
        return len(self._item.words())

    def characterRect(self, _offset: int) -> QRect:
        return self._item.rect()

    def offsetAtPoint(self, _point: QPoint) -> int:
        return 0

    def cursorPosition(self) -> int:
        return 0

    def setCursorPosition(self, _position: int) -> None:
        """It has no cursor."""

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, _start: int, _end: int) -> None:
        """It is selected in the document, not here."""

    def removeSelection(self, _index: int) -> None:
        """It is selected in the document, not here."""

    def setSelection(self, _index: int, _start: int, _end: int) -> None:
        """It is selected in the document, not here."""

    def scrollToSubstring(self, _start: int, _end: int) -> None:
        """Whoever goes through the text sees it by the keyboard's own place."""


class AccessibleDocument(QAccessibleWidget):
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
        self._items: dict[int, AccessibleBlock] = {}
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
        if isinstance(child, AccessibleBlock):
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

    def _item(self, index: int) -> AccessibleBlock:
        item = self._items.get(index)
        if item is None:
            item = self._items[index] = AccessibleBlock(self, index)
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


def _tr(text: str) -> str:
    return QCoreApplication.translate("AccessibleBlock", text)
