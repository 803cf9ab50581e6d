"""One slow heartbeat for everything that pulses, so that ten dots cost one timer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.timers import every

_BEAT_MS = 600
_SIDE_PX = 16


class Pulse(QObject):
    """Beats while somebody needs it.

    Signals:
        beaten(bool): whether the light is strong now.
    """

    beaten = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = every(self, _BEAT_MS, self._beat)
        self.is_strong = True
        self._is_running = False
        self._is_calm = False

    def set_calm(self, *, calm: bool) -> None:
        """Rest even while something is written: the person wants no motion."""
        self._is_calm = calm
        self._beat_or_rest()

    def set_running(self, *, running: bool) -> None:
        """Beat, or rest in the strong state."""
        if running != self._is_running:
            self._is_running = running
            self._beat_or_rest()

    def _beat_or_rest(self) -> None:
        self.is_strong = True
        if self._is_running and not self._is_calm and not _wants_calm():
            self._timer.start()
        else:
            self._timer.stop()
        self.beaten.emit(self.is_strong)

    def _beat(self) -> None:
        self.is_strong = not self.is_strong
        self.beaten.emit(self.is_strong)


def _wants_calm() -> bool:
    """Return whether the system asks for reduced motion (known to Qt since 6.12; read if it is there)."""
    hints = QGuiApplication.styleHints().accessibility()
    preference = getattr(hints, "motionPreference", None)
    return preference is not None and getattr(preference(), "name", "") == "ReducedMotion"


class PulseDot(QWidget):
    """Shown by its owner while work goes on."""

    def __init__(self, theme: Theme, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pulse = pulse
        pulse.beaten.connect(self._repaint)
        self.setFixedSize(QSize(_SIDE_PX, _SIDE_PX))

    def _repaint(self, _strong: bool) -> None:
        if self.isVisible():
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dot and halo."""
        painter = QPainter(self)
        paint_dot(
            painter, QPointF(_SIDE_PX / 2, _SIDE_PX / 2), self._theme.colours.accent, strong=self._pulse.is_strong
        )
        painter.end()


def paint_dot(painter: QPainter, centre: QPointF, colour: str, *, strong: bool) -> None:
    """Paint the dot of something at work."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    halo = QColor(colour)
    halo.setAlpha(60 if strong else 20)
    painter.setBrush(halo)
    painter.drawEllipse(centre, 7, 7)
    dot = QColor(colour)
    dot.setAlpha(255 if strong else 150)
    painter.setBrush(dot)
    painter.drawEllipse(centre, 4, 4)
    painter.restore()
