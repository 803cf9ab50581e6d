"""The window itself: a frame around its content, which is made anew when another language is spoken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QWidget

from ui.theme.brand_mark import mark_icon
from ui.widgets.composed_word import typed_text
from ui.widgets.tab_order import move_keyboard


class ChatWindow(QMainWindow):
    """Stays where it is on the screen, whatever it shows.

    Signals:
        first_painted(): something is on the screen; heavier work may begin.
        key_left(QKeyEvent): a key that writes, or pastes, was pressed where nothing takes it.
        closed(): the window is gone.
    """

    first_painted = Signal()
    key_left = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Aside")
        self.setWindowIcon(mark_icon())
        self.setMinimumSize(480, 420)
        self._is_painted = False
        self.is_held_open: Callable[[], bool] = lambda: False
        """Asked before it closes; whoever says so tells the person why."""
        self.resize(1240, 800)

    def hold(self, content: QWidget) -> None:
        """Show this in the place of what was shown before."""
        self.setCentralWidget(content)
        content.show()

    def bring_forward(self) -> None:
        """Raise the window above the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # --- Qt ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on as things stand, whenever they were made."""
        return move_keyboard(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard with Enter, too; Qt does so with the space bar only."""
        focused = QApplication.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if is_enter and isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
            focused.click()
        elif typed_text(event) or event.matches(QKeySequence.StandardKey.Paste):
            self.key_left.emit(event)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes, if nothing holds it open."""
        if self.is_held_open():
            event.ignore()
            self.bring_forward()
            return
        super().closeEvent(event)
        self.closed.emit()
