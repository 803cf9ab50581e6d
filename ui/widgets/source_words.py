"""Words of the window that are found in English, too: whose window is in another language still types the field's."""

from __future__ import annotations

from PySide6.QtCore import QObject


class SourceWords(QObject):
    """Knows in English what it has said in the language of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: dict[str, str] = {}

    def tr(self, text: str, /, disambiguation: str | None = None, n: int = -1) -> str:
        """Return a text in the language of the window."""
        translate = super().tr
        words = translate(text, disambiguation, n)
        self._sources[words] = text
        return words

    def with_english(self, words: str, *others: str) -> str:
        """Return words that a search finds something by, with what they and others are in English, if it is another."""
        english = [self._sources.get(one, "") for one in (words, *others)]
        return " ".join((words, *(one for one in english if one and one not in (words, *others))))
