"""One item of a document as a screen reader meets it, its text to be gone through letter by letter, and its links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleTextInterface,
    QWindow,
)
from shiboken6 import Shiboken, VoidPtr

from app.documents.blocks import Block, CodePart, FormulaBlock, Paragraph, Rule, TableRow
from app.documents.rich_text import Span, SpanStyle
from ui.documents.box import Box
from ui.documents.document_selection import plain_text_of

if TYPE_CHECKING:
    from ui.documents.spoken_document import SpokenDocument

_MOST_LINKS = 200
"""Of one item."""


class SpokenPart(QAccessibleInterface):
    """What items and links have alike; Qt asks for all of this, whatever there is to say."""

    def __init__(self, document: SpokenDocument) -> None:
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


class SpokenItem(SpokenPart):
    """A paragraph, a heading, a code block, a row of a table, or a formula as its source."""

    def __init__(self, document: SpokenDocument, index: int) -> None:
        super().__init__(document)
        self.index = index
        self._letters = _Letters(self)
        self._links: dict[Span, SpokenLink] = {}

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
            self._links[spans[index]] = SpokenLink(self, spans[index])
            self.document.keep(self._links[spans[index]])
        return self._links[spans[index]]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which of the links it is."""
        spans = self._spans()
        return spans.index(child.span) if isinstance(child, SpokenLink) and child.span in spans else -1

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


class SpokenLink(SpokenPart):
    """A link in an item; pressing it is choosing it."""

    def __init__(self, item: SpokenItem, span: Span) -> None:
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
    def __init__(self, link: SpokenLink) -> None:
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
    def __init__(self, item: SpokenItem) -> None:
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


def _tr(text: str) -> str:
    return QCoreApplication.translate("SpokenItem", text)
