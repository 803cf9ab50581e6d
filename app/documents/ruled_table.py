"""Teaches ziamath the lines between columns and rows of an array, which it reads and does not draw."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

_THICKNESS_EM = 0.05


def install_ruled_tables(ink: str) -> None:
    """Let every table of ziamath from now on draw its lines, in the colour `ink`."""
    from ziamath.nodes.mtable import Mtable

    class RuledTable(Mtable, tag="mtable"):  # type: ignore[misc, call-arg]  # ziamath has no types
        """A table with its lines. Defining the class is what makes ziamath use it."""

        def draw(self, x: float, y: float, svg: ET.Element) -> Any:
            """Draw the cells, then the lines."""
            end = super().draw(x, y, svg)
            _draw_lines(self, x, y, svg, ink)
            return end


def _draw_lines(table: Any, x: float, y: float, svg: ET.Element, ink: str) -> None:
    columns = max((len(row) for row in table.element), default=0)
    cells = list(zip(table.nodes, table.nodexy, strict=False))
    if not columns or len(cells) % columns:
        return
    rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    thickness = table.glyphsize * _THICKNESS_EM if hasattr(table, "glyphsize") else 0.8
    top, bottom = y - table.bbox.ymax - 1.5, y - table.bbox.ymin + 1.5
    for index, kind in enumerate(table.element.get("columnlines", "").split()[: columns - 1]):
        if kind == "none":
            continue
        left = max(place[0] + node.bbox.xmax for node, place in (row[index] for row in rows))
        right = min(place[0] + node.bbox.xmin for node, place in (row[index + 1] for row in rows))
        _rectangle(svg, x + (left + right) / 2 - thickness / 2, top, thickness, bottom - top, ink)
    for index, kind in enumerate(table.element.get("rowlines", "").split()[: len(rows) - 1]):
        if kind == "none":
            continue
        above = max(place[1] - node.bbox.ymin for node, place in rows[index])
        below = min(place[1] - node.bbox.ymax for node, place in rows[index + 1])
        width = table.bbox.xmax - table.bbox.xmin
        _rectangle(svg, x, y + (above + below) / 2 - thickness / 2, width, thickness, ink)


def _rectangle(svg: ET.Element, x: float, y: float, width: float, height: float, ink: str) -> None:
    ET.SubElement(
        svg, "rect", {"x": f"{x:.3f}", "y": f"{y:.3f}", "width": f"{width:.3f}", "height": f"{height:.3f}", "fill": ink}
    )
