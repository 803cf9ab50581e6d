"""A text as Qt counts and paints it: places in UTF-16 units, lines that touch an area."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintEngine, QPainter, QTextCharFormat, QTextLayout

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def to_qt(text: str, place: int) -> int:
    """Return Qt's number for the place before a character."""
    return place + len(_WIDE.findall(text, 0, place))


def qt_range(text: str, start: int, end: int) -> tuple[int, int]:
    """Return Qt's number for the first of some characters, and how many units they have."""
    first = to_qt(text, start)
    return first, to_qt(text, end) - first


def from_qt(text: str, place: int) -> int:
    """Return the character before which a place of Qt's is; in the middle of one is before it."""
    for found in _WIDE.finditer(text, 0, place):
        if found.start() >= place - 1:
            return found.start() if found.start() == place - 1 else place
        place -= 1
    return place


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters to be painted on a ground of their own: a selection, or something found."""

    start: int
    end: int
    ground: str
    ink: str


def format_range(text: str, start: int, end: int, looks: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return what tells Qt how some characters look."""
    piece = QTextLayout.FormatRange()
    piece.start, piece.length = qt_range(text, start, end)
    piece.format = looks
    return piece


def mark_ranges(text: str, marks: Sequence[Mark]) -> list[QTextLayout.FormatRange]:
    """Return what tells Qt how marked characters look."""
    ranges: list[QTextLayout.FormatRange] = []
    for mark in marks:
        looks = QTextCharFormat()
        looks.setBackground(QColor(mark.ground))
        looks.setForeground(QColor(mark.ink))
        ranges.append(format_range(text, mark.start, mark.end, looks))
    return ranges


def line_rectangles(layout: QTextLayout, text: str, start: int, end: int) -> list[QRectF]:
    """Return where characters stand, one rectangle per line; where none are, the place of a cursor."""
    found: list[QRectF] = []
    start, end = to_qt(text, start), to_qt(text, end)
    first = layout.lineForTextPosition(start).lineNumber() if layout.lineCount() else 0
    for index in range(max(0, first), layout.lineCount()):
        line = layout.lineAt(index)
        if line.textStart() > end:
            break
        line_end = line.textStart() + line.textLength()
        begin, stop = max(start, line.textStart()), min(end, line_end)
        if begin < stop or (start == end and line.textStart() <= start <= line_end):
            left, right = float(line.cursorToX(begin)[0]), float(line.cursorToX(stop)[0])  # type: ignore[index]
            left, right = min(left, right), max(left, right)
            found.append(QRectF(left, line.y(), max(1.0, right - left), line.height()))
    return found


def paint_pending(
    painter: QPainter, area: QRectF, words: str, font: QFont, colour: str, alignment: Qt.AlignmentFlag
) -> None:
    """Paint the source of a formula, as far as there is room, while its picture is to come."""
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(colour))
    text = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, alignment | Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()


def is_paper(painter: QPainter) -> bool:
    """Whether what is painted is kept as text and shapes, as on paper, rather than as points of a picture."""
    return painter.paintEngine().type() is not QPaintEngine.Type.Raster


def paint_lines(
    painter: QPainter,
    layout: QTextLayout,
    origin: QPointF,
    selections: Sequence[QTextLayout.FormatRange],
    area: QRectF,
) -> None:
    """Paint with the top left corner at `origin`; a null area is everything.

    Qt also paints the line above an area. On the screen it is cut off; in a file it would be there, unseen, to be
    found and copied.
    """
    if area.isNull() or not is_paper(painter):
        layout.draw(painter, origin, selections, area)
        return
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        top = origin.y() + line.y()
        if top < area.bottom() and top + line.height() > area.top():
            line.draw(painter, origin)
