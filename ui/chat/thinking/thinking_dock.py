"""The place of the thinking pane at the right edge: open, folded to a rail, or given up in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from ui.chat.thinking.thinking_pane import ThinkingPane
from ui.chat.thoughts.thought_card import ThoughtProgress
from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, Icons
from ui.theme.theme import Theme
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import column, row
from ui.widgets.pulse import Pulse, PulseDot
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.styled import label

_WIDEST_PX = 16777215


class ThinkingDock(QWidget):
    """Shows either the pane or its rail.

    Signals:
        collapsed_changed(bool): the person has folded it, or brought it back.
        shown_changed(): the pane or the rail has taken the other's place.
    """

    collapsed_changed = Signal(bool)
    shown_changed = Signal()

    def __init__(self, theme: Theme, icons: Icons, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = ThinkingPane(theme, icons, pulse)
        self._rail = ThinkingRail(theme, icons, pulse)
        self._is_collapsed = False
        self._is_resting = False
        row(self.pane, self._rail, of=self, spacing=0)
        self.pane.collapse.clicked.connect(self.toggle)
        self._rail.expand.clicked.connect(self.toggle)
        ScaledLength(self, lambda _px: self._show_parts(), 0)

    @property
    def is_collapsed(self) -> bool:
        """Whether only the rail is there."""
        return self._is_collapsed or self._is_resting

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Fold it, or bring it back, as the person wants it."""
        self._is_collapsed = collapsed
        self._is_resting = False
        self._show_parts()

    def set_resting(self, *, resting: bool) -> None:
        """Fold it while no thought can come, whatever the person wants then; it comes back by itself."""
        if resting != self._is_resting:
            self._is_resting = resting
            self._show_parts()

    def toggle(self) -> None:
        """Fold it if it is open, else bring it back."""
        self.set_collapsed(collapsed=not self.is_collapsed)
        self.collapsed_changed.emit(self._is_collapsed)

    def _show_parts(self) -> None:
        folded = self.is_collapsed
        self.pane.setVisible(not folded)
        self._rail.setVisible(folded)
        self.setMinimumWidth(rail_px() if folded else self.pane.minimumWidth())
        self.setMaximumWidth(rail_px() if folded else _WIDEST_PX)
        self.shown_changed.emit()

    def show_progress(self, progress: ThoughtProgress) -> None:
        """Show the running thought's seconds on the rail."""
        self._rail.show_progress(progress)


def rail_px() -> int:
    """Return how wide the rail is: room for its button, which grows with the text."""
    return scaled_px(16) + 29


class ThinkingRail(QFrame):
    """A button that brings the pane back, and how long the model has been thinking."""

    def __init__(self, theme: Theme, icons: Icons, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        ScaledLength(self, lambda _px: self.setFixedWidth(rail_px()), 0)
        self.expand = expand = QToolButton()
        KeyTip(expand, self.tr("Show the thinking pane"), action="thinking_pane")
        expand.setAccessibleName(self.tr("Show the thinking pane"))
        icons.give(expand, IconName.SHOW_PANE)
        self._dot = PulseDot(theme, pulse)
        self._seconds = label(tone="faint", scale="tiny")
        self._seconds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._seconds.setWordWrap(True)
        below = column(of=self, margins=(4, 12, 4, 12), spacing=10)
        for widget in (expand, self._dot):
            below.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        below.addWidget(self._seconds)
        below.addStretch()
        self.show_progress(ThoughtProgress())

    def show_progress(self, progress: ThoughtProgress) -> None:
        """Show whether and how long the model has been thinking."""
        self._dot.setVisible(progress.is_live)
        seconds = progress.seconds
        self._seconds.setText("" if seconds is None else self.tr("{seconds} s").format(seconds=int(seconds)))
