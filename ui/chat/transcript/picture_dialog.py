"""Shows a picture of a question as large as the window allows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QSizePolicy, QWidget

from ui.chat.transcript.picture_button import pixmap_within
from ui.theme.fonts import scaled_px
from ui.widgets.layouts import column, row
from ui.widgets.spoken_numbers import count_text, size_text
from ui.widgets.styled import button, label
from ui.widgets.window_size import open_at

_LARGEST = QSize(2048, 2048)


class PictureDialog(QDialog):
    """The picture as it is kept; one of a question is as the model is given it."""

    def __init__(
        self, name: str, content: bytes, parent: QWidget | None = None, *, is_of_question: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        open_at(self, scaled_px(760), scaled_px(600))
        self._whole = pixmap_within(content, _LARGEST)
        if self._whole.isNull():
            words = self.tr("{name} cannot be shown: it is no picture that can be read.").format(name=name)
        else:
            told = self.tr("{size} · {width} × {height} pixels")
            if is_of_question:
                told = self.tr("{size} · {width} × {height} pixels, as the model is given it")
            words = told.format(
                size=size_text(len(content)),
                width=count_text(self._whole.width()),
                height=count_text(self._whole.height()),
            )
        head = label(words, tone="soft", wraps=True)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.picture.setMinimumSize(80, 80)
        self.picture.setAccessibleName(self.tr("Picture {name}").format(name=name))
        close = button(self.tr("Close"), self.tr("Close (Esc)"), clicked=self.accept)
        close.setDefault(True)
        column(head, (self.picture, 1), row(1, close), of=self, margins=(20, 16, 20, 16), spacing=10)

    def _fit(self) -> None:
        if self._whole.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.picture.size() * ratio
        shown = self._whole
        if shown.width() > room.width() or shown.height() > room.height():
            shown = self._whole.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        shown = QPixmap(shown)
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture into what there is."""
        super().resizeEvent(event)
        self._fit()
