"""Reads the header of a model file on the Hub, a few MB of it, before anything is downloaded."""

from __future__ import annotations

import threading
from collections import OrderedDict

from app.cancellation import StopSignal
from app.gguf import GgufHeader, MoreBytesNeeded, parse_header
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import HeaderTooLong
from app.hub.connection.range_source import RangeSource
from app.hub.connection.remote_file import HubFile

_STEP_BYTES = 2 * 2**20
_MOST_BYTES = 64 * 2**20
_MOST_KEPT = 32
_MOST_KEPT_RAW = 2  # they are large


class RemoteHeaderReader:
    """Fetches headers in steps of 2 MB, at most 64 MB, and keeps the latest. Any thread may call."""

    def __init__(self, clients: HubClients) -> None:
        self._clients = clients
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, str, str], GgufHeader] = OrderedDict()
        self._raw: OrderedDict[tuple[str, str, str], bytes] = OrderedDict()

    def read(self, repo: str, file: HubFile, *, revision: str, stop: StopSignal) -> GgufHeader:
        """Return the header; of a file that was cut, from its first piece, with the size of the whole in `file`.

        Raises `HubProblem`, `Cancelled` and the errors of `app.gguf`."""
        key = (repo, file.path, revision)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        return self._fetched_and_kept(repo, file, revision, stop)[0]

    def read_bytes(self, repo: str, file: HubFile, *, revision: str, stop: StopSignal) -> bytes:
        """Return the header as it stands in the file. Raises as `read`."""
        with self._lock:
            raw = self._raw.get((repo, file.path, revision))
        return raw if raw is not None else self._fetched_and_kept(repo, file, revision, stop)[1]

    def _fetched_and_kept(self, repo: str, file: HubFile, revision: str, stop: StopSignal) -> tuple[GgufHeader, bytes]:
        header, raw = self._fetched(repo, file, revision, stop)
        key = (repo, file.path, revision)
        with self._lock:
            self._kept[key] = header
            self._raw[key] = raw
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
            while len(self._raw) > _MOST_KEPT_RAW:
                self._raw.popitem(last=False)
        return header, raw

    def _fetched(self, repo: str, file: HubFile, revision: str, stop: StopSignal) -> tuple[GgufHeader, bytes]:
        remote = self._clients.hub.resolve(repo, file.path, revision=revision)
        source = RangeSource(self._clients, remote)
        data = b""
        wanted = _STEP_BYTES
        while True:
            end = min(wanted, remote.size_bytes)
            data += source.read(len(data), end, stop=stop)
            try:
                header = parse_header(data, max(remote.size_bytes, file.size_bytes), name=file.name)
                return header, data[: header.header_bytes]
            except MoreBytesNeeded as more:
                wanted = max(more.at_least, len(data) + _STEP_BYTES)
                if wanted > _MOST_BYTES:
                    raise HeaderTooLong(file.name, read_bytes=len(data)) from None
