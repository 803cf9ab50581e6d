"""Reads the header of a model file on the Hub, a few MB of it, before anything is downloaded."""

from __future__ import annotations

import threading
from collections import OrderedDict

from app.cancellation import StopSignal
from app.gguf import GgufHeader, MoreBytesNeeded, parse_header
from app.hub.connection.access import origin
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import HeaderTooLong, TransferWasAltered
from app.hub.connection.failures import hub_problem, storage_problem
from app.hub.connection.hub_file import HubFile
from app.hub.connection.range_source import accepted_range
from app.hub.connection.remote_file import RemoteFile

_STEP_BYTES = 2 * 2**20
_MOST_BYTES = 64 * 2**20
_MOST_KEPT = 32
_MOST_KEPT_RAW = 2  # they are large
_MOST_TRIES = 3


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
        data = b""
        wanted = _STEP_BYTES
        while True:
            end = min(wanted, remote.size_bytes)
            data += self._range(remote, len(data), end, stop)
            try:
                header = parse_header(data, max(remote.size_bytes, file.size_bytes), name=file.name)
                return header, data[: header.header_bytes]
            except MoreBytesNeeded as more:
                wanted = max(more.at_least, len(data) + _STEP_BYTES)
                if wanted > _MOST_BYTES:
                    raise HeaderTooLong(file.name, read_bytes=len(data)) from None

    def _range(self, remote: RemoteFile, start: int, end: int, stop: StopSignal) -> bytes:
        """Return the bytes from start to end, tried again from where it broke."""
        body = bytearray()
        url = remote.location
        for attempt in range(_MOST_TRIES):
            try:
                self._append(url, remote, body, start, end, stop)
            except Exception as error:
                is_passing = getattr(error, "is_passing", False)
                if not is_passing or attempt == _MOST_TRIES - 1:
                    raise
                stop.wait(self._clients.retries.wait_s(attempt + 1, asked_s=None))
                url = self._clients.hub.resolve(remote.repo, remote.path, revision=remote.commit).location
                continue
            return bytes(body)
        raise AssertionError("unreachable: the last try returns or raises")

    def _append(self, url: str, remote: RemoteFile, body: bytearray, start: int, end: int, stop: StopSignal) -> None:
        headers = {"Range": f"bytes={start + len(body)}-{end - 1}"}
        with self._clients.bytes.open(url, headers=headers, stop=stop) as stream:
            if stream.status not in (200, 206):
                if self._clients.bytes.is_hub(url):
                    connection = self._clients.access.connection
                    raise hub_problem(stream.status, stream.headers, connection, repo=remote.repo, file=remote.path)
                raise storage_problem(stream.status, stream.headers, stream.host, file=remote.path)
            first, length = accepted_range(stream, remote.size_bytes)
            skipped = start + len(body) - first
            if skipped < 0 or (stream.status == 206 and skipped):
                raise TransferWasAltered(stream.host, details=f"bytes from {first}, not {start + len(body)}")
            left = min(length, skipped + end - start - len(body))
            while left > 0 and (data := stream.read(min(left, _STEP_BYTES))):
                left -= len(data)
                body += data[skipped:]
                skipped = max(0, skipped - len(data))
        if len(body) < end - start:
            raise TransferWasAltered(origin(url)[1], details="less than asked for")
