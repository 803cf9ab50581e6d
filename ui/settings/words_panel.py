"""A paragraph on a page of the settings."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


class WordsPanel(QLabel):
    """Wraps, and stands where the settings' names begin."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setProperty("tone", "soft")
        self.setContentsMargins(17, 8, 0, 8)
