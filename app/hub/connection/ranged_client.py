"""Fetches bytes: one request per connection, part of a file at a time, nothing decoded, no redirect followed.

`huggingface_hub` can neither resume nor verify (reference: hub.md A2), so the bytes go through here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from app.cancellation import StopSignal
from app.hub.connection.access import HubAccess
from app.hub.connection.errors import AnswerNotUnderstood
from app.hub.connection.failures import client_problem, transport_problem
from app.network.addresses import is_web_address, origin

if TYPE_CHECKING:
    import httpx2

CHUNK_BYTES = 256 * 1024
"""The most that is read at once: a stop, or a limit, takes effect after that much."""


class ByteStream:
    """The answer to one request: status, headers, and a body to be read once."""

    def __init__(self, response: httpx2.Response, host: str) -> None:
        self._pieces = response.iter_raw()
        self._rest = b""
        self.host = host
        self.status = response.status_code
        self.headers: Mapping[str, str] = response.headers

    def read(self, at_most: int = CHUNK_BYTES) -> bytes:
        """Return what has arrived, as soon as something has; empty at the end. Raises as `RangedClient.open`."""
        data = self._rest or next(self._pieces, b"")
        self._rest = data[at_most:]
        return data[:at_most]


class RangedClient:
    """Opens byte streams. Any thread may call.

    `stall_timeout_s` is how long a connection may stay silent.
    """

    def __init__(self, access: HubAccess, *, stall_timeout_s: float = 30.0) -> None:
        self._access = access
        self._stall_timeout_s = stall_timeout_s

    @contextlib.contextmanager
    def open(self, url: str, *, headers: Mapping[str, str], stop: StopSignal) -> Iterator[ByteStream]:
        """Send a GET request and yield its answer, whatever its status.

        Raises `HubProblem` (an end before the announced length is `ConnectionBroke`) and `Cancelled`, also out of the
        block that reads. The token goes with it only to the Hub's own origin.
        """
        import httpx2

        from app.network.http_client import HttpClient

        settings = self._access.require()
        stop.check()
        host = origin(url)[1]
        if not is_web_address(url):
            raise AnswerNotUnderstood(settings.host, details=f"an address beginning with {url[:20]!r}")
        if settings.endpoint.startswith("https:") and not url.startswith("https:"):
            raise AnswerNotUnderstood(settings.host, details=f"an unprotected address at {host}")
        sent = {"Accept-Encoding": "identity", **headers}
        if settings.token and settings.is_hub(url):
            sent["Authorization"] = f"Bearer {settings.token}"
        try:
            client = HttpClient(url, proxy=settings.proxy, timeout_s=self._stall_timeout_s)
        except (OSError, ValueError) as error:  # nothing connects yet: it is what was set
            raise client_problem(error, proxy=settings.proxy) from error
        try:
            with client, client.stream("GET", url, headers=sent, extensions={"stop": stop}) as response:
                yield ByteStream(response, host)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise transport_problem(error, host, timeout_s=self._stall_timeout_s) from error
