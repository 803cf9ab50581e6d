"""Lines of menus that are ticked, menus that are made for one choice, and where menus open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QCursor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.tip_lines import tip_lines


def add_ticked(menu: QMenu, text: str, does: Callable[[], object], *, is_ticked: bool, tip: str = "") -> QAction:
    """Add a line with a tick, or a place for one."""
    line = menu.addAction(text, does)
    line.setCheckable(True)
    line.setChecked(is_ticked)
    line.setToolTip(tip_lines(tip))
    return line


class _PassingMenu(QMenu):
    """Obeys the letters that stand behind its lines, which are those of what it belongs to."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what has this letter; else go through the menu."""
        pressed = QKeySequence(event.keyCombination()) if event.text().isalpha() else QKeySequence()
        able = (line for line in self.actions() if line.isEnabled() and not pressed.isEmpty())
        named = next((line for line in able if _keys_of(line) == pressed), None)
        if named is None:
            super().keyPressEvent(event)
            return
        self.close()
        named.trigger()


def _keys_of(line: QAction) -> QKeySequence:
    told = line.text().rpartition("\t")[2]
    return QKeySequence(told) if len(told) == 1 else line.shortcut()


def passing_menu(parent: QWidget) -> QMenu:
    """Return a menu that goes when it closes."""
    menu = _PassingMenu(parent)
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def open_at(menu: QMenu, button: QWidget, *, above: bool = False) -> None:
    """Open a menu below a button, or above it."""
    menu.aboutToHide.connect(lambda: look_for_mouse(button), Qt.ConnectionType.SingleShotConnection)
    area = button.rect()
    corner = area.topLeft() - QPoint(0, menu.sizeHint().height()) if above else area.bottomLeft()
    menu.popup(button.mapToGlobal(corner))


def look_for_mouse(area: QWidget) -> None:
    """See whether the mouse is over a button, or a list, whose menu closes: Qt does not say that it has gone."""
    is_over = area.rect().contains(area.mapFromGlobal(QCursor.pos()))
    area.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, is_over)
    if not is_over:
        QCoreApplication.sendEvent(area, QEvent(QEvent.Type.Leave))
    area.update()
