"""Grounds and frames with round corners."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def paint_rounded(
    painter: QPainter,
    area: QRectF,
    radius: float,
    *,
    ground: QColor | str | None = None,
    edge: QPen | QColor | str | None = None,
) -> None:
    """Fill an area and draw its edge, each if it has a colour; the painter keeps them, and smooth edges."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else QColor(ground))
    painter.setPen(Qt.PenStyle.NoPen if edge is None else edge if isinstance(edge, QPen) else QColor(edge))
    painter.drawRoundedRect(area, radius, radius)
