"""What the boxes of one code block or one table share: how wide they are together, and how far they are scrolled."""

from __future__ import annotations


class ScrollGroup:
    """One strip that may be wider than its view. `columns` are a table's widths; they only grow."""

    def __init__(self, *, first_box: int = 0) -> None:
        self.first_box = first_box
        """Where it begins among a document's boxes."""
        self.offset = 0.0
        self.content_width = 0.0
        self.view_width = 0.0
        self.is_wrapped = False
        self.columns: list[float] = []
        self.version = 0
        """Counts what makes all boxes of the group need laying out again."""

    @property
    def farthest(self) -> float:
        """How far it can be scrolled."""
        return max(0.0, self.content_width - self.view_width)

    def scroll_to(self, offset: float) -> bool:
        """Scroll, within bounds; return whether anything moved."""
        before, self.offset = self.offset, max(0.0, min(self.farthest, offset))
        return self.offset != before

    def take_width(self, width: float) -> None:
        """Learn the width of one of the boxes."""
        self.content_width = max(self.content_width, width)
