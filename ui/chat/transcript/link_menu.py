"""Asks before a link is opened: where it leads stands above, as the browser will read it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from ui.documents.shown_address import shown_address, shown_host, web_address
from ui.widgets.menus import passing_menu


def link_menu(text: str, parent: QWidget) -> QMenu | None:
    """Return a menu that offers to open or copy a link; `None` if it may not be opened."""
    url = web_address(text)
    if url is None:
        return None
    menu = passing_menu(parent)
    for line in (*shown_host(url), shown_address(url)):
        menu.addAction(line.replace("&", "&&")).setEnabled(False)
    menu.addSeparator()
    is_mail = url.scheme().lower() == "mailto"
    open_text = _tr("Write in the mail program") if is_mail else _tr("Open in the browser")
    menu.addAction(open_text, lambda: QDesktopServices.openUrl(url))
    address = bytes(url.toEncoded().data()).decode()
    menu.addAction(_tr("Copy the address"), lambda: QGuiApplication.clipboard().setText(address))
    return menu


def ask_about_link(text: str, parent: QWidget, at: QPoint) -> None:
    """Show the menu of a link, if it may be opened."""
    menu = link_menu(text, parent)
    if menu is not None:
        menu.popup(at)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LinkMenu", text)
