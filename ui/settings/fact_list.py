"""Names at the left, what there is to say at the right, below each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme.spacing import keep_spaced
from ui.widgets.layouts import grid
from ui.widgets.styled import BY_MOUSE, label


class FactList(QWidget):
    """Rows of (name, words), below a title; the words can be selected. With `are_keys` the names are drawn as keys."""

    def __init__(
        self,
        facts: Sequence[tuple[str, str]],
        *,
        title: str = "",
        are_keys: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        lines = grid(of=self, margins=(17, 8, 0, 8), across_px=20, down_px=8)
        keep_spaced(lines)
        lines.setColumnStretch(1, 1)
        looks: dict[str, Any] = {"keys": True} if are_keys else {"tone": "soft"}
        if title:
            lines.addWidget(label(title, weight="strong"), 0, 0, 1, 2)
        for row, (name, words) in enumerate(facts, start=1):
            left, right = label(name, **looks), label(words, wraps=True, selected=BY_MOUSE)
            right.setAccessibleName(f"{name}: {words}")
            lines.addWidget(left, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            lines.addWidget(right, row, 1)
