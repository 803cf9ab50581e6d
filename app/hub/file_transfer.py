"""One run of bytes from the server behind those that are there, everything about the answer checked."""

from __future__ import annotations

import contextlib
import re
import urllib.parse
from collections.abc import Callable, Iterator

from app.hub.bandwidth import BandwidthLimit
from app.hub.hub_errors import AnswerNotUnderstood, ConnectionBroke, TransferWasAltered
from app.hub.hub_failures import hub_problem, storage_problem
from app.hub.part_file import PartFile
from app.hub.ranged_client import CHUNK_BYTES, ByteStream, RangedClient
from app.hub.remote_file import RemoteFile
from app.hub.running_hash import RunningHash
from app.hub.stop_signal import StopSignal

_CONTENT_RANGE = re.compile(r"\s*bytes\s+(\d{1,18})-(\d{1,18})/(\d{1,18}|\*)\s*\Z")
_LENGTH = re.compile(r"\d{1,18}\Z")
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5


class FileTransfer:
    """Appends to a part until the file is whole. Raises `HubProblem`, `OSError` and `DownloadStopped`."""

    def __init__(
        self,
        client: RangedClient,
        part: PartFile,
        remote: RemoteFile,
        running: RunningHash,
        *,
        stop: StopSignal,
        bandwidth: BandwidthLimit,
    ) -> None:
        self._client = client
        self._part = part
        self._remote = remote
        self._running = running
        self._stop = stop
        self._bandwidth = bandwidth

    def run(self, *, on_bytes: Callable[[], None]) -> None:
        """Fetch what is missing; on return all of it is there."""
        while self._running.read_bytes < self._remote.size_bytes:
            with self._opened(self._running.read_bytes) as stream:
                self._append(stream, self._accepted_bytes(stream), on_bytes)

    def _append(self, stream: ByteStream, length: int, on_bytes: Callable[[], None]) -> None:
        left = length
        while left:
            data = stream.read(min(CHUNK_BYTES, left))
            if not data:
                raise ConnectionBroke(stream.host, details=f"{left} bytes are missing")
            self._client.check_allowed()
            self._part.append(memoryview(data))
            self._running.update(data)
            left -= len(data)
            self._bandwidth.take(len(data), self._stop)
            on_bytes()

    @contextlib.contextmanager
    def _opened(self, start: int) -> Iterator[ByteStream]:
        """Yield the answer, after redirects within the storage."""
        url = self._remote.location
        for _ in range(_MOST_REDIRECTS):
            headers = {"Range": f"bytes={start}-"}
            if start and not self._remote.sha256 and self._client.is_hub(url):
                # Where a SHA-256 is published it decides; a storage's own ETag may differ from the Hub's.
                headers["If-Range"] = f'"{self._remote.etag}"'
            with self._client.open(url, headers=headers, stop=self._stop) as stream:
                if stream.status in _REDIRECTS and stream.headers.get("location"):
                    url = urllib.parse.urljoin(url, stream.headers["location"])
                    continue
                yield stream
                return
        raise AnswerNotUnderstood(urllib.parse.urlsplit(url).hostname or "", details="too many redirects")

    def _accepted_bytes(self, stream: ByteStream) -> int:
        """Return how many bytes to read; start over if the server sends the whole file."""
        start = self._running.read_bytes
        if stream.status not in (200, 206):
            raise self._problem(stream)
        first, length = accepted_range(stream, self._remote.size_bytes)
        if stream.status == 200 and start:
            self._part.truncate()
            self._part.seek_end()
            self._running.start_over()
        elif first != start:
            raise TransferWasAltered(stream.host, details=f"bytes from {first}, not from {start}")
        return length

    def _problem(self, stream: ByteStream) -> Exception:
        if self._client.is_hub(self._remote.location):
            return hub_problem(
                stream.status,
                stream.headers,
                self._client.connection(),
                repo=self._remote.repo,
                file=self._remote.path,
            )
        return storage_problem(stream.status, stream.headers, stream.host, file=self._remote.path)


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
