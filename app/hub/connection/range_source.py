"""The bytes of one file of one commit, asked for by range; everything about each answer is checked."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.cancellation import StopSignal
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import (
    AnswerNotUnderstood,
    ConnectionBroke,
    FileChangedOnHub,
    HubProblem,
    TransferWasAltered,
)
from app.hub.connection.failures import hub_problem, storage_problem
from app.hub.connection.ranged_client import CHUNK_BYTES, ByteStream
from app.hub.connection.remote_file import RemoteFile
from app.network.addresses import joined, origin

_CONTENT_RANGE = re.compile(r"\s*bytes\s+(\d{1,18})-(\d{1,18})/(\d{1,18}|\*)\s*\Z")
_LENGTH = re.compile(r"\d{1,18}\Z")
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
_MOST_TRIES = 3


@dataclass(frozen=True, slots=True)
class RangeAnswer:
    """A body to be read: `length` bytes from `first`; `is_whole` if the server sends the file from its beginning."""

    stream: ByteStream
    length: int
    is_whole: bool

    def pieces(self, wanted_bytes: Callable[[], int]) -> Iterator[bytes]:
        """Yield what comes, as long as any is wanted: others may take from the end meanwhile. Raises `HubProblem`."""
        left = self.length
        while left and (wanted := wanted_bytes()):
            data = self.stream.read(min(CHUNK_BYTES, left, wanted))
            if not data:
                raise ConnectionBroke(self.stream.host, details=f"{left} bytes are missing")
            left -= len(data)
            yield data


class RangeSource:
    """Opens connections to the same bytes. Any thread may call; all of them share one signed address."""

    def __init__(self, clients: HubClients, remote: RemoteFile) -> None:
        self._clients = clients
        self._remote = remote
        self._lock = threading.Lock()
        self._version = ""
        self.location = remote.location

    def check_allowed(self) -> None:
        """Raise `OfflineSwitchIsOn` if connections were switched off meanwhile."""
        self._clients.access.check_online()

    @contextlib.contextmanager
    def opened(self, start: int, end: int | None, *, stop: StopSignal) -> Iterator[RangeAnswer]:
        """Ask for the bytes from `start` to `end` (exclusive), or all that follow.

        Raises `HubProblem` and `Cancelled`.
        """
        with self._redirected(start, end, stop) as stream:
            if stream.status not in (200, 206):
                raise self._problem(stream)
            first, length = accepted_range(stream, self._remote.size_bytes)
            is_whole = stream.status == 200
            if not is_whole and first != start:
                raise TransferWasAltered(stream.host, details=f"bytes from {first}, not from {start}")
            yield RangeAnswer(stream, length, is_whole)

    def read(self, start: int, end: int, *, stop: StopSignal | None = None) -> bytes:
        """Return the bytes from `start` to `end` (exclusive), tried again from where it broke. Raises as `opened`."""
        stop = stop or StopSignal()
        body = bytearray()
        for left in reversed(range(_MOST_TRIES)):
            used = self.location
            try:
                self._append(body, start + len(body), end, stop)
                break
            except HubProblem as problem:
                if not problem.is_passing or not left:
                    raise
                stop.wait(self._clients.retries.wait_s(_MOST_TRIES - left, asked_s=None))
                self.refresh(used)
        return bytes(body)

    def note_version(self, answer: RangeAnswer) -> None:
        """Remember the ETag of the answer that the part is filled from."""
        with self._lock:
            self._version = _strong_etag(answer)

    def require_same_version(self, answer: RangeAnswer) -> None:
        """Raise `FileChangedOnHub` if a further connection is given the bytes of another version."""
        found = _strong_etag(answer)
        with self._lock:
            known = self._version
        if found and known and found != known:
            raise FileChangedOnHub(self._remote.path, details=f"ETag {found}, not {known}")

    def refresh(self, used: str) -> None:
        """Ask the Hub for a fresh address, unless somebody has since `used` was given out. Raises `HubProblem`."""
        with self._lock:
            if self.location != used:
                return
            remote = self._remote
            found = self._clients.hub.resolve(remote.repo, remote.path, revision=remote.commit)
            found = found.checked_by(remote.sha256)
            if (found.commit, found.etag, found.size_bytes) != (remote.commit, remote.etag, remote.size_bytes):
                raise FileChangedOnHub(remote.path, details=f"{found.etag}, not {remote.etag}")
            self.location = found.location

    def _append(self, body: bytearray, at: int, end: int, stop: StopSignal) -> None:
        if at >= end:
            return
        with self.opened(at, end, stop=stop) as answer:
            skipped = at if answer.is_whole else 0
            while at < end and (data := answer.stream.read()):
                wanted = data[skipped : skipped + end - at]
                skipped = max(0, skipped - len(data))
                body += wanted
                at += len(wanted)
        if at < end:
            raise TransferWasAltered(origin(self.location)[1], details="less than asked for")

    @contextlib.contextmanager
    def _redirected(self, start: int, end: int | None, stop: StopSignal) -> Iterator[ByteStream]:
        """Yield the answer, after redirects within the storage."""
        url = self.location
        for _ in range(_MOST_REDIRECTS):
            headers = {"Range": f"bytes={start}-" if end is None else f"bytes={start}-{end - 1}"}
            if start and not self._remote.sha256 and self._clients.access.connection.is_hub(url):
                # Where a SHA-256 is published it decides; a storage's own ETag may differ from the Hub's.
                headers["If-Range"] = f'"{self._remote.etag}"'
            with self._clients.bytes.open(url, headers=headers, stop=stop) as stream:
                if stream.status in _REDIRECTS and stream.headers.get("location"):
                    url = joined(url, stream.headers["location"])
                    continue
                yield stream
                return
        raise AnswerNotUnderstood(origin(url)[1], details="too many redirects")

    def _problem(self, stream: ByteStream) -> HubProblem:
        connection, remote = self._clients.access.connection, self._remote
        if connection.is_hub(self.location):
            return hub_problem(stream.status, stream.headers, connection, repo=remote.repo, file=remote.path)
        return storage_problem(stream.status, stream.headers, stream.host, file=remote.path)


def _strong_etag(answer: RangeAnswer) -> str:
    etag = answer.stream.headers.get("etag", "")
    return "" if etag.startswith("W/") else etag


def accepted_range(stream: ByteStream, size_bytes: int) -> tuple[int, int]:
    """Return where the body of a 200 or 206 begins in the file, and its length; raises `TransferWasAltered`."""
    encoding = stream.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("", "identity"):
        raise TransferWasAltered(stream.host, details=f"Content-Encoding: {encoding}")
    length = stream.headers.get("content-length", "")
    if stream.status == 200:
        if length and length != str(size_bytes):
            raise TransferWasAltered(stream.host, details=f"{length} bytes instead of {size_bytes}")
        return 0, size_bytes
    match = _CONTENT_RANGE.match(stream.headers.get("content-range", ""))
    if match is None:
        raise TransferWasAltered(stream.host, details="206 without a Content-Range")
    first, last = int(match[1]), int(match[2])
    if last < first or last >= size_bytes or match[3] not in ("*", str(size_bytes)):
        raise TransferWasAltered(stream.host, details=f"{match[0].strip()} of {size_bytes}")
    if length and (not _LENGTH.match(length) or int(length) != last - first + 1):
        raise TransferWasAltered(stream.host, details=f"{length} bytes for {match[0].strip()}")
    return first, last - first + 1
