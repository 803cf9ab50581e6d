"""How a paragraph that was cut for its length reads as one: each part begins on the line on which the one before ends.

Lines are broken greedily, so a part needs to know of the one before only where its last line ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextLayout

from ui.documents.qt_places import from_qt


@dataclass(frozen=True, slots=True)
class LineRoom:
    """How far a line reaches above and below its baseline, in pixels."""

    above: float
    below: float

    @property
    def height(self) -> float:
        """Of the whole line."""
        return self.above + self.below

    def joined(self, other: LineRoom) -> LineRoom:
        """Return the room that is enough for both."""
        return LineRoom(max(self.above, other.above), max(self.below, other.below))


@dataclass(frozen=True, slots=True)
class RunIn:
    """Where the text before ends: `end_px` from the side where lines begin, in a line with this room."""

    end_px: float
    line: LineRoom
    is_right_to_left: bool
    is_mid_word: bool
    """It was cut where there is no space."""


def breaks_between_words(layout: QTextLayout, position: int) -> bool:
    """Return whether a line may end at a position, rather than had to for want of room."""
    text = layout.text()
    at = from_qt(text, position)
    if at >= len(text) or text[at - 1 : at].isspace():
        return True
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    finder.setPosition(position)
    return finder.isAtBoundary()
