"""Names at the left, what there is to say at the right, below each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.spacing import keep_spaced
from ui.widgets.styled import label


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
        grid = QGridLayout(self)
        grid.setContentsMargins(17, 8, 0, 8)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        keep_spaced(grid)
        grid.setColumnStretch(1, 1)
        looks: dict[str, Any] = {"keys": True} if are_keys else {"tone": "soft"}
        if title:
            grid.addWidget(label(title, weight="strong"), 0, 0, 1, 2)
        for row, (name, words) in enumerate(facts, start=1):
            left, right = label(name, **looks), label(words, wraps=True)
            right.setAccessibleName(f"{name}: {words}")
            right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(left, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(right, row, 1)
