"""Paints the lines of a text that touch an area, and no others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPaintEngine, QPainter, QTextLayout


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
