"""A picture of a question: small, opened by a click."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from app.attachments.picture import MOST_PIXELS
from app.attachments.picture_header import picture_header
from ui.theme.fonts import scaled_px

_CORNER_PX = 6
_LEAST = QSize(24, 24)
"""What can be hit."""


def pixmap_within(data: bytes, size: QSize, *, ratio: float = 1.0) -> QPixmap:
    """Return a picture's bytes as a pixmap of at most this size in device-independent pixels; null if it is none.

    Bytes from an import are a stranger's: their header is looked at first.
    """
    header = picture_header(data)
    if header is None or header.pixels > MOST_PIXELS:
        return QPixmap()
    image = QImage.fromData(data, header.kind.value)  # type: ignore[arg-type]  # bytes, the stubs say, but it takes none
    if image.isNull():
        return QPixmap()
    wanted = size * ratio
    if image.width() > wanted.width() or image.height() > wanted.height():
        image = image.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class PictureButton(QPushButton):
    """As large as its picture, at most `width` × `height` logical pixels; its name where the picture is none."""

    def __init__(self, name: str, preview: bytes, *, width: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "picture")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        pixmap = pixmap_within(preview, QSize(scaled_px(width), scaled_px(height)), ratio=self.devicePixelRatioF())
        if pixmap.isNull():
            self.setText(name)
        else:
            shown = pixmap.deviceIndependentSize().toSize()
            self.setIcon(QIcon(_rounded(pixmap)))
            self.setIconSize(shown)
            self.setFixedSize((shown + QSize(6, 6)).expandedTo(_LEAST))

    def sizeHint(self) -> QSize:
        """As large as it is."""
        return super().sizeHint().boundedTo(self.maximumSize()).expandedTo(self.minimumSize())


def _rounded(pixmap: QPixmap) -> QPixmap:
    """Return a picture with the corners of its frame."""
    rounded = QPixmap(pixmap.size())
    rounded.setDevicePixelRatio(pixmap.devicePixelRatio())
    rounded.fill(Qt.GlobalColor.transparent)
    size: QSizeF = pixmap.deviceIndependentSize()
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(0, 0, size.width(), size.height()), _CORNER_PX, _CORNER_PX)
    painter = QPainter(rounded)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(outline)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return rounded
