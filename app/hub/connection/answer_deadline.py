"""A bound on the whole of an answer's head, for the metadata client.

Its own timeouts bound each wait for the network: a server that sends a byte now and then would keep it for ever. The
client has no public place for a bound, so its network streams are wrapped; they are read on the thread that asks.
"""

from __future__ import annotations

import contextlib
import math
import ssl
import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import httpcore2

if TYPE_CHECKING:
    import httpx2

    from app.cancellation import StopSignal


_LOOK_S = 0.2
"""How often a thread that waits for the network looks whether it is still wanted."""


class AnswerDeadline(threading.local):
    """When the answer that this thread waits for must be there, on the monotonic clock, and what ends the waiting."""

    def __init__(self) -> None:
        self.at = math.inf
        self.stop: StopSignal | None = None

    def start(self, seconds: float) -> None:
        """Count from now; the next answer's deadline takes the place of this one."""
        self.at = time.monotonic() + seconds

    def left_s(self) -> float:
        """Return what is left; raises `httpcore2.ReadTimeout` if nothing is, and `Cancelled`."""
        if self.stop is not None:
            self.stop.check()
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the answer trickles")
        return left


def watch(client: httpx2.Client, deadline: AnswerDeadline) -> None:
    """Let every connection of a client keep to the deadline."""
    for transport in (client._transport, *client._mounts.values()):  # noqa: SLF001 - see the module's docstring
        pool: Any = getattr(transport, "_pool", None)
        if pool is not None:
            pool._network_backend = _Backend(pool._network_backend, deadline)  # noqa: SLF001


class _Stream(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream, deadline: AnswerDeadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        until = time.monotonic() + timeout if timeout is not None else math.inf
        while True:
            left = min(self._deadline.left_s(), until - time.monotonic())
            if self._deadline.stop is None or left <= _LOOK_S:
                return self._stream.read(max_bytes, max(0.0, left))
            with contextlib.suppress(httpcore2.ReadTimeout):
                return self._stream.read(max_bytes, _LOOK_S)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, timeout), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore2.NetworkBackend):
    def __init__(self, backend: httpcore2.NetworkBackend, deadline: AnswerDeadline) -> None:
        self._backend = backend
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        stream = self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        return _Stream(stream, self._deadline)

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)
