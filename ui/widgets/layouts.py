"""Rows, columns and scrolled areas, each said in one place instead of line by line."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.focus_frame import FocusFrame

Part = QWidget | QLayout | int | tuple[QWidget | QLayout, int | Qt.AlignmentFlag]
"""A number is room that stretches; with a part it is the share of the room left that the part gets."""
Margins = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""
L = TypeVar("L", bound=QBoxLayout)


def row(
    *parts: Part, of: QWidget | None = None, margins: Margins = (0, 0, 0, 0), spacing: int | None = None
) -> QHBoxLayout:
    """Return a layout with the parts beside each other; that `of` a widget arranges what is in it."""
    return _filled(QHBoxLayout() if of is None else QHBoxLayout(of), parts, margins, spacing)


def column(
    *parts: Part, of: QWidget | None = None, margins: Margins = (0, 0, 0, 0), spacing: int | None = None
) -> QVBoxLayout:
    """Return a layout with the parts below each other; that `of` a widget arranges what is in it."""
    return _filled(QVBoxLayout() if of is None else QVBoxLayout(of), parts, margins, spacing)


def grid(*, of: QWidget | None = None, margins: Margins = (0, 0, 0, 0), across_px: int, down_px: int) -> QGridLayout:
    """Return a layout of rows and columns with so much room between two of them."""
    made = QGridLayout() if of is None else QGridLayout(of)
    made.setContentsMargins(*margins)
    made.setHorizontalSpacing(across_px)
    made.setVerticalSpacing(down_px)
    return made


def scrolls_down(area: QScrollArea) -> None:
    """Let an area scroll up and down only, without a frame; the keyboard goes to what is in it."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def scrolled(inside: QWidget, *, name: str = "") -> QScrollArea:
    """Return an area in which a widget is scrolled up and down; one with a name can have the keyboard."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    if name:
        area.setAccessibleName(name)
        area.setProperty("spokenRole", "group")
        FocusFrame(area, watched=area)
    else:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def take_out(widget: QWidget) -> None:
    """Take a widget out of where it is, its layout too; it is deleted soon."""
    widget.setParent(None)
    widget.deleteLater()


def clear(layout: QLayout) -> None:
    """Take all widgets out of a layout that holds nothing else."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            take_out(widget)


def _filled(layout: L, parts: tuple[Part, ...], margins: Margins, spacing: int | None) -> L:
    layout.setContentsMargins(*margins)
    if spacing is not None:
        layout.setSpacing(spacing)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
            continue
        what, how = part if isinstance(part, tuple) else (part, 0)
        if isinstance(what, QLayout):
            layout.addLayout(what, int(how))
        elif isinstance(how, Qt.AlignmentFlag):  # a number as well
            layout.addWidget(what, 0, how)
        else:
            layout.addWidget(what, how)
    return layout


# A page of few words in the middle of the window, scrolled where there is less room.


class CentredArea(QScrollArea):
    """Shows one widget somewhat above the middle, on the transcript's ground."""

    def set_inside(self, inside: QWidget) -> None:
        """Show this widget."""
        ground = QWidget()
        ground.setObjectName("transcriptColumn")
        self.setWidget(ground)
        scrolls_down(self)
        # Between two that stretch, its height is asked for at its own width, not at the ground's.
        column(2, row(1, inside, 1), 3, of=ground, margins=(9, 9, 9, 9))
