"""What a screen reader sees of a widget."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

ROLE = QAccessible.Role
INTERACTIVE = frozenset(
    {
        ROLE.Button,
        ROLE.ButtonMenu,
        ROLE.ButtonDropDown,
        ROLE.CheckBox,
        ROLE.RadioButton,
        ROLE.ComboBox,
        ROLE.EditableText,
        ROLE.SpinBox,
        ROLE.Slider,
        ROLE.List,
        ROLE.ListItem,
        ROLE.MenuItem,
        ROLE.PageTab,
        ROLE.Link,
    }
)


def shown(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Go through what a screen reader sees."""
    if root.state().invisible:
        return
    yield root
    for n in range(root.childCount()):
        child = root.child(n)
        if child is not None and child.isValid():
            yield from shown(child)


def tree_of(widget: QWidget) -> list[QAccessibleInterface]:
    root = QAccessible.queryAccessibleInterface(widget)
    assert root is not None
    return list(shown(root))


def name_of(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def nameless(widget: QWidget) -> list[str]:
    """Return a line for everything under a widget that can be used or reached and has no name."""
    return [
        f"{one.role().name} {type(one.object()).__name__} {one.rect()}"
        for one in tree_of(widget)
        if (one.role() in INTERACTIVE or one.state().focusable) and not name_of(one).strip()
    ]
