"""What the boxes of one code block or one table share: how wide they are together, and how far they are scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.theme.rounded import paint_rounded

if TYPE_CHECKING:
    from ui.documents.svg_picture import SvgPicture

_INSET_PX = 8.0
_BAR_OPACITY = 0.45
_THICK_PX = 4.0
_SHORTEST_PX = 24.0
GRIP_PX = 12.0
"""How far from the lower edge the bar can be taken."""


class ScrollGroup:
    """One strip that may be wider than its view. `columns` are a table's widths; they only grow."""

    def __init__(self, *, first_box: int = 0) -> None:
        self.first_box = first_box
        """Where it begins among a document's boxes."""
        self.offset = 0.0
        self.content_width = 0.0
        self.view_width = 0.0
        self.is_wrapped = False
        self.is_folded: bool | None = None
        """Whether only its first lines are shown; `None` until its first box has said so."""
        self.folded_lines = 8
        """How many of a code block are shown while it is folded."""
        self.picture: SvgPicture | None = None
        """What a code block draws, below it."""
        self.columns: list[float] = []
        self.words: list[float] = []
        """How wide the longest word of each column is."""
        self.is_right_to_left = False
        """Whether it is read from its right end, and shows that first."""
        self._is_scrolled = False
        self._size_px = 0.0
        self.version = 0
        """Counts what makes all boxes of the group need laying out again."""

    @property
    def farthest(self) -> float:
        """How far it can be scrolled."""
        return max(0.0, self.content_width - self.view_width)

    def scroll_to(self, offset: float) -> bool:
        """Scroll, within bounds; return whether anything moved."""
        self._is_scrolled = True
        before, self.offset = self.offset, max(0.0, min(self.farthest, offset))
        return self.offset != before

    def restyle(self, size_px: float) -> None:
        """Learn the size of text; where it is another one, everything is as much wider."""
        if self._size_px and size_px != self._size_px:
            factor = size_px / self._size_px
            self.columns = [width * factor for width in self.columns]
            self.words = [width * factor for width in self.words]
            self.content_width *= factor
            self.offset *= factor
            self.version += 1
        self._size_px = size_px

    def take_width(self, width: float) -> None:
        """Learn the width of one of the boxes."""
        self.content_width = max(self.content_width, width)

    def take_widths(self, *, view: float, content: float) -> None:
        """Learn the width of the whole; until somebody scrolls, its beginning is shown."""
        self.view_width, self.content_width = view, content
        if self.is_right_to_left and not self._is_scrolled:
            self.offset = self.farthest

    def bar(self, area: QRectF) -> QRectF:
        """Return where the bar stands that shows how far it is scrolled; `area` is that of the last box."""
        track = area.width() - 2 * _INSET_PX
        length = max(_SHORTEST_PX, track * self.view_width / max(1.0, self.content_width))
        left = (track - length) * self.offset / (self.farthest or 1.0)
        return QRectF(area.left() + _INSET_PX + left, area.bottom() - _THICK_PX - 2, length, _THICK_PX)

    def pixels_for(self, dragged_px: float, area: QRectF) -> float:
        """Return how far the bar's being dragged scrolls."""
        room = area.width() - 2 * _INSET_PX - self.bar(area).width()
        return dragged_px * self.farthest / max(1.0, room)

    def paint_bar(self, painter: QPainter, area: QRectF, colour: str) -> None:
        """Show that there is more at the side, and where the view stands."""
        if self.farthest:
            painter.save()
            painter.setOpacity(_BAR_OPACITY)
            paint_rounded(painter, self.bar(area), _THICK_PX / 2, ground=colour)
            painter.restore()
