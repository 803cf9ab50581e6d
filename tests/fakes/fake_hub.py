"""A Hub on this machine: two ports (the Hub and its storage), real HTTP, and faults on order."""

from __future__ import annotations

import contextlib
import itertools
import socket
import threading
from http.server import ThreadingHTTPServer
from typing import Any

from tests.fakes.fake_hub_faults import FaultPlan
from tests.fakes.fake_hub_files import BytesFile, FakeFile, FakeRepository
from tests.fakes.fake_hub_handlers import HubHandler, StorageHandler, _Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def __init__(self, handler: type[_Handler], hub: FakeHub) -> None:
        super().__init__(("127.0.0.1", 0), type("Handler", (handler,), {"hub": hub, "timeout": 5}))
        self._open: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        """Hang up on clients that keep their connection; each of them would be waited for."""
        for request in tuple(self._open):
            with contextlib.suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is what is being tested."""


class FakeHub:
    """Use as a context manager; `endpoint` is what `HF_ENDPOINT` would be."""

    def __init__(self) -> None:
        self.repositories: dict[str, FakeRepository] = {}
        self.faults = FaultPlan()
        self.tokens: dict[str, str] = {}
        """Known tokens and whose they are."""
        self.allowed: set[str] = set()
        """Tokens that may see gated models."""
        self.expired: set[str] = set()
        self.raw_answer: bytes | None = None
        """What every call of the interface answers, if set."""
        self.pause_s = 0.0
        """Between pieces of a body."""
        self.most_connections = 64
        """How many bodies the storage sends at once; whoever comes then gets `busy_status`."""
        self.busy_status = 503
        self.peak_connections = 0
        """The most bodies that were being sent at once."""
        self._sending = 0
        self._sending_lock = threading.Condition()
        self._signatures = itertools.count(1)
        self._servers = [_Server(HubHandler, self), _Server(StorageHandler, self)]
        self._threads = [threading.Thread(target=s.serve_forever, args=(0.02,)) for s in self._servers]
        self.endpoint = f"http://127.0.0.1:{self._servers[0].server_port}"
        self.storage_endpoint = f"http://127.0.0.1:{self._servers[1].server_port}"

    def __enter__(self) -> FakeHub:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop both servers and wait for their threads."""
        self.faults.released.set()
        for server, thread in zip(self._servers, self._threads, strict=True):
            server.shutdown()
            thread.join()
            server.server_close()

    def add(self, name: str, files: dict[str, bytes | FakeFile], **more: Any) -> FakeRepository:
        """Publish a repository."""
        contents = {path: BytesFile(f) if isinstance(f, bytes) else f for path, f in files.items()}
        repository = self.repositories[name] = FakeRepository(name, contents, **more)
        return repository

    def begin_sending(self) -> bool:
        """Count a body that begins; `False` if it is one too many, also a moment later: some were just left."""
        with self._sending_lock:
            if not self._sending_lock.wait_for(lambda: self._sending < self.most_connections, 0.3):
                return False
            self._sending += 1
            self.peak_connections = max(self.peak_connections, self._sending)
            return True

    def end_sending(self) -> None:
        """Count a body that has ended."""
        with self._sending_lock:
            self._sending -= 1
            self._sending_lock.notify_all()

    def signature(self) -> str:
        """Return a new signed address."""
        return str(next(self._signatures))
