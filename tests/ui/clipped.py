"""Finds what does not show whole: widgets smaller than their words need, or cut by what they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from ui.widgets.elided_label import ElidedLabel

_TOLERANCE_PX = 1
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def clipped(root: QWidget) -> list[str]:
    """Return a line for each visible label, button and field under a page or dialog that is not seen whole."""
    found = []
    for widget in root.findChildren(QWidget):
        if isinstance(widget.parentWidget(), QLineEdit):  # Qt's own, such as the cross that empties it
            continue
        if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
            needed = _needed(widget)
            given = widget.size()
            if needed.width() > given.width() + _TOLERANCE_PX or needed.height() > given.height() + _TOLERANCE_PX:
                found.append(f"{_called(widget)}: needs {_of(needed)}, has {_of(given)}")
            found += [f"{_called(widget)}: {side}" for side in _cut_by(widget)]
    return found


def _needed(widget: QWidget) -> QSize:
    """Return the least size that shows all words of a widget; what elides its text needs its height alone."""
    if isinstance(widget, QLabel):
        if not widget.text() or isinstance(widget, ElidedLabel):
            return QSize(0, widget.fontMetrics().height() if widget.text() else 0)
        if widget.wordWrap():
            return QSize(0, widget.heightForWidth(widget.width()))
        return widget.sizeHint()
    if isinstance(widget, QAbstractButton) and (widget.text() or not widget.icon().isNull()):
        return widget.minimumSizeHint().expandedTo(widget.sizeHint())
    if isinstance(widget, QLineEdit | QComboBox):
        is_number = isinstance(widget.parentWidget(), QAbstractSpinBox)  # what says what an empty one means is a value
        words = widget.placeholderText() if is_number and isinstance(widget, QLineEdit) else ""
        return QSize(
            widget.fontMetrics().horizontalAdvance(words), widget.fontMetrics().height() + _TOLERANCE_PX
        )  # what hangs below the line is cut at once
    return QSize(0, 0)


def _cut_by(widget: QWidget) -> Iterator[str]:
    """Tell which sides stand outside of an ancestor that does not scroll there."""
    place = QRect(QPoint(0, 0), widget.size())
    inside: QWidget = widget
    is_across, is_down = True, True
    while not inside.isWindow() and (parent := inside.parentWidget()) is not None:
        place = QRect(inside.mapTo(parent, place.topLeft()), place.size())
        scroller = parent.parentWidget()
        if isinstance(scroller, QAbstractScrollArea) and parent is scroller.viewport():
            is_across = is_across and scroller.horizontalScrollBarPolicy() is _NEVER
            is_down = False
        room = parent.rect().adjusted(-_TOLERANCE_PX, -_TOLERANCE_PX, _TOLERANCE_PX, _TOLERANCE_PX)
        if is_across and (place.left() < room.left() or place.right() > room.right()):
            yield f"cut at the side by {type(parent).__name__}, {place.left()}…{place.right()} of {parent.width()}"
            return
        if is_down and (place.top() < room.top() or place.bottom() > room.bottom()):
            yield f"cut above or below by {type(parent).__name__}, {place.top()}…{place.bottom()} of {parent.height()}"
            return
        inside = parent


def _called(widget: QWidget) -> str:
    words = str(widget.property("text") or widget.accessibleName() or widget.objectName())
    parents: list[str] = []
    up = widget.parentWidget()
    while up is not None and len(parents) < 3:
        if type(up).__module__.startswith("ui."):
            parents.append(type(up).__name__)
        up = up.parentWidget()
    return f"{'/'.join(reversed(parents))}/{type(widget).__name__} {words[:50]!r}"


def _of(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


def poor_tips(place: QWidget) -> list[str]:
    """Return the tooltips that have a line too long to be read, or say again what stands there."""
    found = []
    for one in (place, *place.findChildren(QWidget)):
        tip = one.toolTip()
        if tip and one.isVisible():
            widest = max(sum(1 + (letter >= "\u2e80") for letter in line) for line in tip.split("\n"))
            if widest > 60 and " " in tip:
                found.append(f"{tip!r} is {widest} columns wide")
            if isinstance(one, QAbstractButton) and tip.strip("…") == one.text().strip("…"):
                found.append(f"{tip!r} says what stands there")
    return found
