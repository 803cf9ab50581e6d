"""Fetches a few kilobytes over https, saying nothing about who asks."""

from __future__ import annotations

import urllib.request

from app.updates.errors import NewsNotReached

_MOST_BYTES = 200_000
_TIMEOUT_S = 15.0


class SmallDownload:
    """A function from address to content. `proxy` is an address, or empty for the system's."""

    def __init__(self, *, proxy: str = "") -> None:
        proxies = {"https": proxy, "http": proxy} if proxy else None
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler(proxies))
        self._opener.addheaders = [("User-Agent", "Aside")]

    def __call__(self, address: str) -> bytes:
        """Return what lies there. Raises `NewsNotReached`, also if it is larger than news can be."""
        try:
            with self._opener.open(address, timeout=_TIMEOUT_S) as answer:
                content: bytes = answer.read(_MOST_BYTES + 1)
        except (OSError, ValueError) as error:  # urllib's own errors are OSErrors
            raise NewsNotReached(details=str(error)) from error
        if len(content) > _MOST_BYTES:
            raise NewsNotReached(details=f"more than {_MOST_BYTES} bytes")
        return content
