"""Asks before a link is opened: where it leads is shown as the browser will read it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

_SCHEMES = frozenset({"http", "https", "mailto"})
_LONGEST = 90


def web_address(text: str) -> QUrl | None:
    """Return an address that may be opened; `None` for every other kind (files, scripts, data) and for nonsense."""
    url = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in _SCHEMES:
        return None
    return url if url.host() or url.scheme().lower() == "mailto" else None


def shown_address(url: QUrl) -> str:
    """Return an address in plain letters: look-alike letters of other scripts show as what they are."""
    text = bytes(url.toEncoded().data()).decode("ascii", "replace")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 24] + " … " + text[-20:]


def link_menu(text: str, parent: QWidget) -> QMenu | None:
    """Return a menu that offers to open or copy a link; `None` if it may not be opened."""
    url = web_address(text)
    if url is None:
        return None
    menu = QMenu(parent)
    where = menu.addAction(shown_address(url).replace("&", "&&"))
    where.setEnabled(False)
    menu.addSeparator()
    is_mail = url.scheme().lower() == "mailto"
    open_text = _tr("Write in the mail program") if is_mail else _tr("Open in the browser")
    menu.addAction(open_text).triggered.connect(lambda: QDesktopServices.openUrl(url))
    copy = menu.addAction(_tr("Copy the address"))
    copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(bytes(url.toEncoded().data()).decode()))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def ask_about_link(text: str, parent: QWidget, at: QPoint) -> None:
    """Show the menu of a link, if it may be opened."""
    menu = link_menu(text, parent)
    if menu is not None:
        menu.popup(at)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LinkMenu", text)
