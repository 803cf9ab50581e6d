"""A line about work that takes a while: what, how far, and a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.widgets.elided_label import ElidedLabel
from ui.widgets.layouts import column, row
from ui.widgets.styled import button, styled

_STEPS = 1000


class WorkRow(QWidget):
    """Hidden while there is nothing to tell; what `stop` does is for whoever does the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = styled(ElidedLabel(), tone="soft", scale="body")
        self._bar = thin_bar()
        self.stop = button(self.tr("Stop"), self.tr("End this; nothing is changed"))
        told = column(self._text, self._bar, spacing=6)
        row((told, 1), self.stop, of=self, margins=(0, 4, 0, 4), spacing=12)
        self.setVisible(False)

    def show_work(self, text: str, fraction: float) -> None:
        """Say what is done and how far it is (0…1)."""
        self._text.setText(text)
        self._bar.setValue(round(fraction * _STEPS))
        self._bar.setAccessibleName(text)
        self.setVisible(True)


def thin_bar() -> QProgressBar:
    """Return a thin progress bar of a thousand steps."""
    bar = QProgressBar()
    bar.setRange(0, _STEPS)
    bar.setTextVisible(False)
    bar.setFixedHeight(6)
    return bar
