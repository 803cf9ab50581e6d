"""The picture that a code block draws, if it is SVG: made once the block is whole, no larger than can be looked at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from app.documents.checked_svg import CheckedSvg, svg_in_code
from ui.documents.svg_painter import SvgPainter
from ui.theme.rounded import paint_rounded

_TALLEST_PX = 420.0


class SvgPicture:
    """White until it is drawn: models draw for paper."""

    def __init__(self, checked: CheckedSvg, painter: SvgPainter) -> None:
        self.checked = checked
        self._painter = painter

    @classmethod
    def of(cls, code: str, language: str, painter: SvgPainter) -> SvgPicture | None:
        """Return the picture of a whole code block; `None` where it is no SVG, or none that may be drawn."""
        checked = svg_in_code(code, language)
        return cls(checked, painter) if checked is not None else None

    @property
    def is_drawn(self) -> bool:
        """Whether its image is there, or it is known that there is none; asking for it lets it be drawn."""
        return self._painter.image(self.checked) is not None

    @property
    def has_failed(self) -> bool:
        """Whether it is known that it cannot be drawn; asking for it lets it be drawn."""
        image = self._painter.image(self.checked)
        return image is not None and image.isNull()

    def size(self, width_px: float, scale: float) -> QSizeF:
        """Return how large it is in a column of this width, beside text so many times the usual size."""
        most = QSizeF(max(40.0, width_px), _TALLEST_PX * scale)
        return QSizeF(self.checked.width, self.checked.height).scaled(most, Qt.AspectRatioMode.KeepAspectRatio)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint what there is of it."""
        paint_rounded(painter, area.adjusted(-6, -6, 6, 6), 6, ground="#ffffff")
        image = self._painter.image(self.checked)
        if image is not None and not image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, image)
