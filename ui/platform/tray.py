"""The icon in the system tray: there when the setting asks for it, and while a message is shown from it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ui.widgets.timers import after


class Tray(QObject):
    """Made when it is first needed; desktops without a tray show nothing.

    Signals:
        window_asked(): the window should come forward.
        quit_asked(): the app should end.
        message_clicked(): the message shown last was clicked.
    """

    window_asked = Signal()
    quit_asked = Signal()
    message_clicked = Signal()

    def __init__(self, icon: QIcon) -> None:
        super().__init__()
        self._picture = icon
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self._is_wanted = False
        self._leave = after(self, 0, self._show_or_hide)

    @property
    def is_shown(self) -> bool:
        """Whether the icon is there."""
        return self._icon is not None and self._icon.isVisible()

    def fill_menu(self) -> None:
        """Say in the language spoken now what can be done."""
        if self._menu is not None:
            self._menu.clear()
            self._menu.addAction(self.tr("Show Aside")).triggered.connect(self.window_asked)
            self._menu.addAction(self.tr("Quit")).triggered.connect(self.quit_asked)

    def set_wanted(self, *, wanted: bool) -> None:
        """Show the icon, or take it away."""
        self._is_wanted = wanted
        if wanted or self._icon is not None:
            self._show_or_hide()

    def show_message(self, title: str, text: str, *, for_ms: int) -> None:
        """Show a message at the icon, where there is a tray."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._made().setVisible(True)
            self._made().showMessage(without_markup(title), without_markup(text), self._picture, for_ms)
            self._leave.start(for_ms)

    def close(self) -> None:
        """Take the icon away for good."""
        self._leave.stop()
        if self._icon is not None:
            self._icon.setVisible(False)
            self._icon.setContextMenu(QMenu())

    # --- private ----------------------------------------------------------------------------------------------

    def _show_or_hide(self) -> None:
        is_shown = self._is_wanted and QSystemTrayIcon.isSystemTrayAvailable()
        if is_shown or self._icon is not None:
            self._made().setVisible(is_shown)

    def _made(self) -> QSystemTrayIcon:
        if self._icon is None:
            self._menu = QMenu()
            self.fill_menu()
            self._icon = QSystemTrayIcon(self._picture)
            self._icon.setToolTip("Aside")
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._note_click)
            self._icon.messageClicked.connect(self.message_clicked)
        return self._icon

    def _note_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.window_asked.emit()


def without_markup(text: str) -> str:
    """Return text that no desktop takes for markup: some read the messages of programs as HTML, others do not."""
    return text.replace("<", "‹")
