"""Hands what was copied over to Qt before Python ends.

Text copied from one of our views lies on the clipboard as an object that Python made. Qt destroys it after the
interpreter has gone, which crashes the process at its very end (PySide6 6.11).
"""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication

_WITHOUT_OWNERS = "offscreen"
"""A platform that does not say whose the clipboard is: it is always ours."""


def release_clipboard() -> None:
    """Put the same text there again as an object of Qt's own, wherever what lies there is ours."""
    clipboard = QGuiApplication.clipboard()
    is_ours = QGuiApplication.platformName() == _WITHOUT_OWNERS
    if is_ours or clipboard.ownsClipboard():
        clipboard.setText(clipboard.text(QClipboard.Mode.Clipboard), QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and (is_ours or clipboard.ownsSelection()):
        clipboard.setText(clipboard.text(QClipboard.Mode.Selection), QClipboard.Mode.Selection)
