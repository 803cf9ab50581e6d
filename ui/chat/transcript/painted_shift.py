"""Moves what is painted already, so that scrolling paints only what comes into view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget


def shift_painted(ground: QWidget, places: Mapping[QWidget, QRect]) -> None:
    """Scroll `ground` with everything on it by what most of its visible children will move to their new places."""
    area = ground.rect()
    steps = Counter(place.y() - child.y() for child, place in places.items() if child.geometry().intersects(area))
    step = steps.most_common(1)[0][0] if steps else 0
    if 0 < abs(step) < area.height():
        ground.scroll(0, step)
