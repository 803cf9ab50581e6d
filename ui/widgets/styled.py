"""Labels, buttons and fields with the properties that the style sheets ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from ui.theme.fonts import scaled_px
from ui.widgets.enter_key import EnterKey
from ui.widgets.tip_lines import tip_lines

W = TypeVar("W", bound=QWidget)
BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse
BY_MOUSE_AND_KEYS = BY_MOUSE | Qt.TextInteractionFlag.TextSelectableByKeyboard


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


def label(
    text: str = "", *, wraps: bool = False, selected: Qt.TextInteractionFlag | None = None, **properties: object
) -> QLabel:
    """Return a label; `tone`, `scale` and `weight` are what style sheets know, `selected` how its text can be."""
    made = styled(QLabel(text), **properties)
    made.setWordWrap(wraps)
    if selected is not None:
        made.setTextInteractionFlags(selected)
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
    made.setToolTip(tip_lines(tip))
    if name:
        made.setAccessibleName(name)
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made


def line_field(name: str, *, hint: str = "", tip: str = "", height_px: int = 34, longest: int = 4000) -> QLineEdit:
    """Return a field for a line of text; `hint` stands in it while it is empty."""
    field = styled(QLineEdit(), kind="field")
    LevelText(field)
    EnterKey(field)
    field.setMinimumHeight(scaled_px(height_px))
    field.setMaxLength(longest)
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    field.setToolTip(tip_lines(tip))
    return field


def offer_clearing(field: QLineEdit) -> None:
    """Put a cross into a field that is not empty."""
    field.setClearButtonEnabled(True)
    words = QCoreApplication.translate("styled", "Empty this field")
    for cross in field.findChildren(QToolButton):  # Qt gives it no name
        cross.setAccessibleName(words)
        cross.setToolTip(words)


# Keeps the text of one-line fields in the middle of them, in every script.
#
# Where letters come from a fallback font that is taller than ours, as Chinese ones are, Qt puts the taller line in
# the middle, but the letters where those of our font would stand in it: too high by half of the difference (seen in
# 6.11).


class LevelText(QObject):
    """Moves the text of a field down by as much as Qt lifts it. It is the field's, and goes with it."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._levelled = ""
        field.textChanged.connect(self._level)
        field.installEventFilter(self)
        self._level()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Level the text again in another size."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._levelled = ""
            self._level()
        return False

    def _level(self) -> None:
        text = self._field.displayText()
        if text == self._levelled:
            return
        self._levelled = text
        lifted_px = lifted_by(self._field)
        margins = self._field.textMargins()
        if margins.top() != lifted_px:
            self._field.setTextMargins(margins.left(), lifted_px, margins.right(), -lifted_px)


def lifted_by(field: QLineEdit) -> int:
    """Return by how many pixels Qt lifts the text of a field; its placeholder is painted otherwise."""
    text = field.displayText()
    if text.isascii():
        return 0
    layout = QTextLayout(text, field.font())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return max(0, round((line.height() - QFontMetricsF(field.font()).height()) / 2))
