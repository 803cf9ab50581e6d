"""How an address is shown before it is opened: as the browser will read it, and its host always whole."""

from __future__ import annotations

from PySide6.QtCore import QUrl

from app.documents.addresses import may_be_opened
from app.text import visible_line

_LONGEST_REST = 72
_LINE = 64


def web_address(text: str) -> QUrl | None:
    """Return an address that may be opened; `None` for every other kind (files, scripts, data) and for nonsense."""
    text = text.strip()
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    is_mail = url.scheme().lower() == "mailto"
    if not url.isValid() or not may_be_opened(text) or not (url.host() or is_mail):
        return None
    return url if may_be_opened(_encoded(url)) else None


def shown_host(url: QUrl) -> list[str]:
    """Return in lines who is at the other end: the host in plain letters, or the recipient of a letter.

    All of it: of a long name the end tells whose it is.
    """
    name = url.host(QUrl.ComponentFormattingOption.FullyEncoded) or visible_line(url.path())
    return [name[at : at + _LINE] for at in range(0, len(name), _LINE)]


def shown_address(url: QUrl) -> str:
    """Return an address in plain letters: look-alike letters of other scripts show as what they are.

    Only what follows the host is cut, in its middle, where it is long.
    """
    text = _encoded(url)
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    end = text.find(host) + len(host) if host else len("mailto:")
    rest = text[end:]
    if len(rest) > _LONGEST_REST:
        rest = rest[: _LONGEST_REST - 24] + " … " + rest[-20:]
    return text[:end] + rest


def told_address(text: str) -> str:
    """Return any address that a document names, for reading only."""
    url = web_address(text)
    if url is not None:
        return shown_address(url)
    line = visible_line(text)
    return line if len(line) <= 2 * _LONGEST_REST else line[: _LONGEST_REST * 2 - 1] + "…"


def _encoded(url: QUrl) -> str:
    return bytes(url.toEncoded().data()).decode("ascii", "replace")
