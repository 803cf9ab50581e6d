"""A thread that asks a server for some replies, or looks what is there, and can be told to leave any of them."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence

from app.engines.endpoint_call import EndpointAccess, EndpointCall, Patience

_PATIENCE_S = 2.0


class EndpointJob:
    """Runs `work` for what has these keys. Any thread may `stop` a key; a call that nobody wants is hung up."""

    def __init__(
        self,
        keys: Sequence[Hashable],
        work: Callable[[EndpointJob], None],
        *,
        access: EndpointAccess,
        patience: Patience,
        on_end: Callable[[], None],
    ) -> None:
        self._keys = tuple(keys)
        self._work = work
        self._access = access
        self._patience = patience
        self._on_end = on_end
        self._lock = threading.Lock()
        self._stopped: set[Hashable] = set()
        self._call: EndpointCall | None = None
        self._called_for: frozenset[Hashable] = frozenset()
        self._thread = threading.Thread(target=self._run, name="endpoint", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def join(self) -> None:
        """Wait for the thread's end, but not for the system that looks up a name or knocks where nobody is."""
        if self._thread is not threading.current_thread():
            self._thread.join(_PATIENCE_S)

    def is_stopped(self, key: Hashable) -> bool:
        """Whether nobody wants this any more."""
        return key in self._stopped

    def leave(self, key: Hashable) -> bool:
        """Return whether the end of this is the caller's to tell: it is told once, by the work or by who stops it."""
        with self._lock:
            is_first = key not in self._stopped
            self._stopped.add(key)
        return is_first

    def stop(self, *keys: Hashable) -> None:
        """Leave these; without any, all."""
        with self._lock:
            self._stopped.update(keys or self._keys)
            call = self._call if self._called_for <= self._stopped else None
        if call is not None:
            call.stop()

    @contextlib.contextmanager
    def call(self, address: str, keys: Sequence[Hashable]) -> Iterator[EndpointCall]:
        """Give a connection to an address, for these."""
        with EndpointCall(address, self._access, self._patience) as call:
            with self._lock:
                self._call, self._called_for = call, frozenset(keys)
                is_unwanted = self._called_for <= self._stopped
            if is_unwanted:
                call.stop()
            try:
                yield call
            finally:
                with self._lock:
                    self._call = None

    def _run(self) -> None:
        try:
            self._work(self)
        finally:
            self._on_end()
