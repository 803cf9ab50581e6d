"""One slow heartbeat for everything that pulses, so that ten dots cost one timer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

_BEAT_MS = 600


class Pulse(QObject):
    """Beats while somebody needs it.

    Signals:
        beaten(bool): whether the light is strong now.
    """

    beaten = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
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
