"""What widgets of ours are for a screen reader, where Qt cannot know it: lists of messages, messages, paragraphs.

A widget says it by its dynamic property `spokenRole`. Qt asks only while somebody listens, so nobody else pays for it.
"""

from __future__ import annotations

import enum
import functools
import sys
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QComboBox, QWidget


class SpokenRole(enum.StrEnum):
    """The values of the property."""

    LIST = "list"
    """Its children are read from above to below."""
    ITEM = "item"
    """One message."""
    TEXT = "text"
    """It has `plain_text()`."""
    DOCUMENT = "document"
    """It has `spoken()`: it knows best how it is read."""
    MENU = "menu"
    """A button that opens a menu, whatever else it can be for its looks."""
    TAB = "tab"
    """A button that leads to one of several pages, and shows which is there."""
    GROUP = "group"
    """What is in it belongs together, under its name."""


@runtime_checkable
class HasPlainText(Protocol):
    """A view of a text."""

    def plain_text(self) -> str:
        """Return all of the text."""


@runtime_checkable
class HasSpoken(Protocol):
    """A view that is read piece by piece."""

    def spoken(self) -> QAccessibleInterface:
        """Return how it is read."""


class _List(QAccessibleWidget):
    """The widgets in it as they stand, whenever they were made."""

    def childCount(self) -> int:
        return len(_standing(self.widget()))

    def child(self, index: int) -> QAccessibleInterface:
        widgets = _standing(self.widget())
        if 0 <= index < len(widgets):
            return QAccessible.queryAccessibleInterface(widgets[index])
        return super().child(index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        widgets: list[QObject] = [*_standing(self.widget())]
        found = child.object()
        return widgets.index(found) if found in widgets else -1


class _Choice(QAccessibleWidget):
    """One of several, told with what is chosen of what: Qt's own says on Linux no more than the choice."""

    def text(self, kind: QAccessible.Text) -> str:
        words, widget = super().text(kind), self.widget()
        if kind == QAccessible.Text.Name and words and isinstance(widget, QComboBox):
            return f"{words}: {widget.currentText()}"
        return words

    def state(self) -> QAccessible.State:
        state, widget = super().state(), self.widget()
        state.expandable = True
        state.expanded = isinstance(widget, QComboBox) and widget.view().isVisible()
        return state

    def actionNames(self) -> list[str]:
        return [self.showMenuAction()]

    def doAction(self, name: str) -> None:
        widget = self.widget()
        if name == self.showMenuAction() and isinstance(widget, QComboBox):
            widget.showPopup()


class _Pressed(QAccessibleWidget):
    """A button: Qt's own is told as a box to tick where it can look chosen."""

    def text(self, kind: QAccessible.Text) -> str:
        words, widget = super().text(kind), self.widget()
        if kind == QAccessible.Text.Name and not words and isinstance(widget, QAbstractButton):
            return widget.text()
        return words

    def actionNames(self) -> list[str]:
        return [self.pressAction()]

    def doAction(self, name: str) -> None:
        widget = self.widget()
        if name == self.pressAction() and isinstance(widget, QAbstractButton):
            widget.click()


class _MenuButton(_Pressed):
    def state(self) -> QAccessible.State:
        state = super().state()
        state.hasPopup = True
        return state


class _Tab(_Pressed):
    def state(self) -> QAccessible.State:
        state, widget = super().state(), self.widget()
        state.selectable = True
        state.selected = isinstance(widget, QAbstractButton) and widget.isChecked()
        return state


class _Text(QAccessibleWidget):
    """A text that is painted, not held by one of Qt's own views."""

    def text(self, kind: QAccessible.Text) -> str:
        widget = self.widget()
        if kind == QAccessible.Text.Value and isinstance(widget, HasPlainText):
            return widget.plain_text()
        return super().text(kind)


@functools.cache
def tell_roles() -> None:
    """Let Qt know of the roles; once for all windows."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    match thing.property("spokenRole"):
        case SpokenRole.LIST.value:
            return _List(thing, QAccessible.Role.List)
        case SpokenRole.ITEM.value:
            return QAccessibleWidget(thing, QAccessible.Role.ListItem)
        case SpokenRole.MENU.value:
            return _MenuButton(thing, QAccessible.Role.ButtonMenu)
        case SpokenRole.TAB.value:
            return _Tab(thing, QAccessible.Role.PageTab)
        case SpokenRole.GROUP.value:
            return QAccessibleWidget(thing, QAccessible.Role.Grouping)
        case SpokenRole.TEXT.value:
            return _Text(thing, QAccessible.Role.Paragraph)
        case SpokenRole.DOCUMENT.value if isinstance(thing, HasSpoken):
            return thing.spoken()
    if isinstance(thing, QComboBox) and sys.platform.startswith("linux"):
        return _Choice(thing, QAccessible.Role.ComboBox)
    return None


def _standing(widget: QWidget) -> list[QWidget]:
    inside = [child for child in widget.children() if isinstance(child, QWidget) and child.isVisibleTo(widget)]
    return sorted(inside, key=lambda child: (child.y(), child.x()))
