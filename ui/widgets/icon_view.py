"""An icon that is no button: a mark beside words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, themed_icon


class IconView(QWidget):
    """Shows an icon `side_px` wide before the person's scale; clicks go through it, and it is not read aloud."""

    def __init__(self, name: IconName, *, side_px: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = themed_icon(name)
        self._side_px = side_px
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square that goes with the text."""
        side = scaled_px(self._side_px)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
