"""Paints lines that may be longer than their place, in scripts that run either way."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def paint_cut(painter: QPainter, place: QRect, text: str, alignment: Qt.AlignmentFlag = _AT_LEFT) -> None:
    """Paint a line, cut where its place ends; its words run as those of its first letter do, whoever's they are."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(place, alignment | Qt.AlignmentFlag.AlignAbsolute, shown)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
