"""A formula as outlines, for paper: Qt's own reader of SVG strokes there what should only be filled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from app.documents.set_formula import INK

_WORD_PX = 100
_STEP = re.compile(r"([MLQZ])([^MLQZ]*)")


@dataclass(frozen=True, slots=True)
class _Shape:
    path: QPainterPath
    fill: str
    stroke: str
    stroke_width: float


class FormulaOutline:
    """The shapes of a formula's SVG, which knows no more than paths of lines and quadratic curves, boxes and words."""

    def __init__(self, svg: str) -> None:
        root = ET.fromstring(svg)
        self._view = QRectF(*(float(part) for part in root.attrib["viewBox"].split()))
        self._shapes = list(_shapes_of(root, fill=INK))

    def paint(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """Paint so that the image fills an area; what is drawn in ink is drawn in `colour`."""
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(area.width() / self._view.width(), area.height() / self._view.height())
        painter.translate(-self._view.topLeft())
        for shape in self._shapes:
            if shape.fill != "none":
                painter.fillPath(shape.path, QBrush(colour if shape.fill == INK else QColor(shape.fill)))
            if shape.stroke != "none":
                pen = QPen(colour if shape.stroke == INK else QColor(shape.stroke), shape.stroke_width)
                painter.strokePath(shape.path, pen)
        painter.restore()


def _shapes_of(parent: ET.Element, *, fill: str) -> list[_Shape]:
    found: list[_Shape] = []
    for element in parent:
        name = element.tag.rpartition("}")[2]
        own = element.attrib.get("fill", fill)
        if name == "g":
            found += _shapes_of(element, fill=own)
            continue
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        if name == "rect":
            path.addRect(QRectF(*(float(element.attrib[key]) for key in ("x", "y", "width", "height"))))
        elif name == "path":
            _draw(path, element.attrib["d"])
        elif name == "text":
            path = _words(element)
        width = float(element.attrib.get("stroke-width", 1))
        found.append(_Shape(path, own, element.attrib.get("stroke", "none"), width))
    return found


def _words(element: ET.Element) -> QPainterPath:
    """Return the outlines of words, in the middle of their place."""
    font = QFont(element.attrib["font-family"])
    font.setPixelSize(_WORD_PX)
    drawn = QPainterPath()
    text = element.text or ""
    drawn.addText(-QFontMetricsF(font).horizontalAdvance(text) / 2, 0, font, text)
    scale = float(element.attrib["font-size"]) / _WORD_PX
    place = QTransform.fromTranslate(float(element.attrib["x"]), float(element.attrib["y"])).scale(scale, scale)
    return place.map(drawn)


def _draw(path: QPainterPath, steps: str) -> None:
    for kind, numbers in _STEP.findall(steps):
        at = [float(number) for number in numbers.replace(",", " ").split()]
        points = [QPointF(*pair) for pair in zip(at[::2], at[1::2], strict=True)]
        if kind == "M":
            path.moveTo(points[0])
        elif kind == "L":
            path.lineTo(points[0])
        elif kind == "Q":
            path.quadTo(points[0], points[1])
        else:
            path.closeSubpath()
