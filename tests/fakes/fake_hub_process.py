"""The fake Hub in a process of its own, so that a benchmark does not share an interpreter with it."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_files import DiskFile

REPO = "org/bench-GGUF"
FILE = "bench-Q4_K_M.gguf"


class FakeHubProcess:
    """A context manager that serves one file from the disk; `endpoint` is what `HF_ENDPOINT` would be."""

    def __init__(self, path: Path) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._connection, far_end = spawn.Pipe()
        self._child = spawn.Process(target=_serve, args=(far_end, path), daemon=True)
        self.endpoint = ""

    def __enter__(self) -> FakeHubProcess:
        self._child.start()
        self.endpoint = self._connection.recv()
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.send(None)
        self._child.join()
        self._connection.close()


def _serve(connection: Connection, path: Path) -> None:
    with FakeHub() as hub:
        repository = hub.add(REPO, {FILE: DiskFile(path)})
        _ = repository.files[FILE].sha256  # now, not during the first measured answer
        connection.send(hub.endpoint)
        connection.recv()
