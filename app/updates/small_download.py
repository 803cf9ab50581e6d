"""Fetches a few kilobytes over https, saying nothing about who asks; bounded in size and time, whatever answers."""

from __future__ import annotations

import threading
from urllib.parse import urlsplit

from app.cancellation import Cancelled, StopSignal
from app.updates.errors import NewsNotReached

_MOST_BYTES = 200_000
_DEADLINE_S = 30.0
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class SmallDownload:
    """A function from address to content. `proxy` is an address, or empty for the system's. `stop` ends it at once.

    Only https is spoken, but with this machine itself, which no address of the project names.
    """

    def __init__(self, *, proxy: str = "", deadline_s: float = _DEADLINE_S) -> None:
        self._proxy = proxy
        self._deadline_s = deadline_s
        self._stop = StopSignal()

    def __call__(self, address: str) -> bytes:
        """Return what lies there. Raises `NewsNotReached` if that is refused, silent, slow, stopped or too large."""
        import httpx2

        from app.network.http_client import HttpClient

        late = threading.Timer(self._deadline_s, self._stop.set)
        late.start()
        try:
            if not _is_safe(address):
                raise ValueError(f"no safe address: {address[:80]}")
            timeout_s = min(15.0, self._deadline_s)
            with HttpClient(
                address, proxy=self._proxy, timeout_s=timeout_s, most_bytes=_MOST_BYTES, may_lead=_may_lead
            ) as client:
                return client.get(address, extensions={"stop": self._stop}).raise_for_status().content
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            raise NewsNotReached(details=str(error) or repr(error)) from error
        except Cancelled as error:
            raise NewsNotReached(details=f"stopped, or not there within {self._deadline_s:.0f} s") from error
        finally:
            late.cancel()
            late.join()

    def stop(self) -> None:
        """End what is under way, and whatever is asked afterwards; may be called from any thread."""
        self._stop.set()


def _may_lead(address: str, target: str) -> bool:
    return _is_safe(target) and not (address.startswith("https:") and not target.startswith("https:"))


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    is_ours = parts.scheme == "http" and parts.hostname in _LOOPBACK
    return (parts.scheme == "https" or is_ours) and "@" not in parts.netloc
