"""On a model's page: whether the part that sees images comes along, and a way to get it for a model that is here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from ui.widgets.spoken_numbers import size_text


class ImagePartBox(QWidget):
    """Hidden for models that have none.

    Signals:
        asked(): it is to be downloaded for the chosen quantization, which is here without it.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = QCheckBox()
        self.check.setChecked(True)
        self._get = QPushButton(self.tr("Get it"))
        self._get.setProperty("kind", "small")
        self._get.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.check)
        row.addStretch(1)
        row.addWidget(self._get)
        self.setVisible(False)
        self.offer(can_be_added=False)

    @property
    def is_wanted(self) -> bool:
        """Whether it comes along with the next download."""
        return not self.isHidden() and self.check.isChecked()

    def show_part(self, size_bytes: int | None) -> None:
        """Offer a part of this size; `None` if there is none."""
        self.setVisible(size_bytes is not None)
        if size_bytes is None:
            return
        words = self.tr("Also the part that sees images, {size}").format(size=size_text(size_bytes))
        self.check.setText(words)
        self.check.setToolTip(self.tr("With it, pictures can be shown to the model; without it, only text"))

    def offer(self, *, can_be_added: bool) -> None:
        """The chosen quantization is on this computer without the part, or not."""
        self._get.setVisible(can_be_added)
        self._get.setToolTip(self.tr("Download the part that sees images for the model that is here already"))
