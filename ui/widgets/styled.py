"""Labels, buttons and fields with the properties that the style sheets ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ui.theme.fonts import scaled_px
from ui.widgets.level_text import LevelText

W = TypeVar("W", bound=QWidget)


def styled(widget: W, **properties: object) -> W:
    """Return the widget with these properties."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    return widget


def restyle(widget: QWidget, **properties: object) -> None:
    """Change properties of a widget that is shown, and its looks with them."""
    if any(widget.property(name) != value for name, value in properties.items()):
        styled(widget, **properties)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def label(text: str = "", *, wraps: bool = False, **properties: object) -> QLabel:
    """Return a label; `tone`, `scale` and `weight` are what style sheets know."""
    made = styled(QLabel(text), **properties)
    made.setWordWrap(wraps)
    return made


def show_text(widget: QLabel | QPushButton, text: str) -> None:
    """Show a text in its place; without one the place is given up."""
    widget.setText(text)
    widget.setVisible(bool(text))


def button(
    text: str,
    tip: str = "",
    *,
    kind: str = "small",
    name: str = "",
    clicked: Callable[[], object] | None = None,
    **properties: object,
) -> QPushButton:
    """Return a button; `name` is its accessible one where the text says too little, `clicked` what it does."""
    made = styled(QPushButton(text), kind=kind, **properties)
    made.setToolTip(tip)
    if name:
        made.setAccessibleName(name)
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made


def line_field(name: str, *, hint: str = "", tip: str = "", height_px: int = 34, longest: int = 4000) -> QLineEdit:
    """Return a field for a line of text; `hint` stands in it while it is empty."""
    field = styled(QLineEdit(), kind="field")
    LevelText(field)
    field.setMinimumHeight(scaled_px(height_px))
    field.setMaxLength(longest)
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    field.setToolTip(tip)
    return field
