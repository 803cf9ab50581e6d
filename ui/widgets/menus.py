"""Lines of menus that are ticked, and menus that are made for one choice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


def add_ticked(menu: QMenu, text: str, does: Callable[[], object], *, is_ticked: bool, tip: str = "") -> QAction:
    """Add a line with a tick, or a place for one."""
    line = menu.addAction(text, does)
    line.setCheckable(True)
    line.setChecked(is_ticked)
    line.setToolTip(tip)
    return line


def passing_menu(parent: QWidget) -> QMenu:
    """Return a menu that goes when it closes."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
