"""Downloads one file: resumes what is there, checks every byte, tries passing problems again.

Ask the Hub at each start (fresh address, hash, size), continue the part with a Range request, hash as it arrives,
compare. What is left is a part whose hash is right; putting it in place is up to `ModelDownload`, which waits
until all shards are there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.cancellation import StopSignal
from app.errors import UserError
from app.file_facts import open_file
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import HashIsWrong, HubProblem, RangeRefused
from app.hub.connection.remote_file import RemoteFile
from app.hub.transfer.disk import disk_problem
from app.hub.transfer.download_progress import DownloadProgress, DownloadState
from app.hub.transfer.file_transfer import ConnectionCount, FileTransfer
from app.hub.transfer.part_file import PartFile, PartRecord
from app.hub.transfer.running_hash import RunningHash

_PROGRESS_S = 0.05
_CHECK_BYTES = 1024 * 1024

OnProgress = Callable[[DownloadProgress], None]
CheckRoom = Callable[[RemoteFile, int], None]
"""Raises if the file, of which so many bytes are there, does not go on the disk with what else is planned."""


@dataclass(frozen=True, slots=True)
class WantedFile:
    """A file of a repository and where it shall lie. `revision` is a branch or, better, a commit."""

    repo: str
    path: str
    revision: str
    target: Path
    sha256: str = ""
    """What the list of the repository's files publishes; empty if unknown."""


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """A file whose hash is right: in place already, or as a part beside its target."""

    remote: RemoteFile
    target: Path
    sha256: str
    is_in_place: bool


class FileDownload:
    """Fetches one file, once. Runs on the caller's thread; `stop` may be set from any."""

    def __init__(
        self,
        clients: HubClients,
        wanted: WantedFile,
        *,
        stop: StopSignal,
        on_progress: OnProgress,
        check_room: CheckRoom,
    ) -> None:
        self._clients = clients
        self._wanted = wanted
        self._stop = stop
        self._on_progress = on_progress
        self._check_room = check_room
        self._revision = wanted.revision
        self._part = PartFile(wanted.target)
        self._hash: RunningHash | None = None
        self._count = ConnectionCount(clients.ranges)
        self._failures = 0
        self._wrong_hashes = 0
        self._was_refused = False
        self._size_bytes = 0
        self._told_at = 0.0

    def run(self) -> FetchedFile:
        """Return the file once its hash is right. Raises `UserError` and `Cancelled`; what arrived is kept."""
        try:
            with self._part.opened():
                try:
                    return self._try_until_done()
                except BaseException:
                    if not self._part.arrived_bytes():
                        self._part.discard()
                    raise
        except OSError as error:
            raise disk_problem(error, self._wanted.target, size_bytes=self._size_bytes) from error

    def _try_until_done(self) -> FetchedFile:
        while True:
            before = self._part.arrived_bytes()
            try:
                fetched = self._attempt()
                if fetched is not None:
                    return fetched
            except HubProblem as problem:
                self._failures = 1 if self._part.arrived_bytes() > before else self._failures + 1
                self._decide(problem)
            self._stop.check()

    def _attempt(self) -> FetchedFile | None:
        """Return the file, or `None` if its hash was wrong for the first time."""
        self._tell(DownloadState.RESOLVING)
        wanted = self._wanted
        remote = self._clients.hub.resolve(wanted.repo, wanted.path, revision=self._revision, stop=self._stop)
        remote = remote.checked_by(self._wanted.sha256)  # a mirror's answer may lack the hash
        self._revision = remote.commit  # from now on this very commit
        self._size_bytes = remote.size_bytes
        in_place = self._found_in_place(remote)
        if in_place is not None:
            self._part.discard()
            return in_place
        record = self._prepare_part(remote)
        if self._part.is_verified(remote.etag, remote.size_bytes):
            self._tell(DownloadState.CHECKING)
            return FetchedFile(remote, self._wanted.target, remote.sha256, is_in_place=False)
        self._check_room(remote, self._part.arrived_bytes())
        running = self._hash_so_far(remote)
        self._part.seek_end()
        transfer = FileTransfer(self._clients, self._part, remote, running, count=self._count, stop=self._stop)
        self._tell(DownloadState.DOWNLOADING)
        transfer.run(on_bytes=lambda arrived: self._tell(DownloadState.DOWNLOADING, arrived, always=False))
        return self._verified(remote, record, running)

    def _verified(self, remote: RemoteFile, record: PartRecord, running: RunningHash) -> FetchedFile | None:
        self._tell(DownloadState.CHECKING)
        if running.is_right():
            self._part.mark_verified(record)
            return FetchedFile(remote, self._wanted.target, running.sha256(), is_in_place=False)
        self._hash = None
        self._wrong_hashes += 1
        if self._wrong_hashes > 1:
            self._part.discard()
            raise HashIsWrong(self._wanted.path, expected=remote.etag, received=running.sha256())
        self._part.truncate()
        return None

    def _decide(self, problem: HubProblem) -> None:
        """Wait and return if the problem may pass; otherwise raise it."""
        if isinstance(problem, RangeRefused) and not self._was_refused:
            # What is here may be longer than what the server has: once from the start.
            self._was_refused = True
            self._hash = None
            self._part.truncate()
            return
        if not problem.is_passing or self._failures >= self._clients.retries.attempts:
            raise problem
        wait_s = self._clients.retries.wait_s(self._failures, asked_s=problem.retry_after_s)
        self._tell(DownloadState.WAITING, problem=problem, retry_in_s=wait_s)
        self._stop.wait(wait_s)

    def _found_in_place(self, remote: RemoteFile) -> FetchedFile | None:
        """Return the file if it is there and already is what the Hub has."""
        try:
            if self._wanted.target.stat().st_size != remote.size_bytes:
                return None
        except OSError:
            return None
        running = RunningHash(remote)
        with open_file(self._wanted.target) as file:
            while chunk := file.read(_CHECK_BYTES):
                self._stop.check()
                running.update(chunk)
                self._tell(DownloadState.CHECKING, running.read_bytes, always=False)
        if not running.is_right():
            return None
        return FetchedFile(remote, self._wanted.target, running.sha256(), is_in_place=True)

    def _prepare_part(self, remote: RemoteFile) -> PartRecord:
        """Keep what is there if it is the beginning of this very file."""
        known = self._part.record()
        is_ours = known is not None and (known.etag, known.size_bytes) == (remote.etag, remote.size_bytes)
        if not is_ours or self._part.size_bytes() > remote.size_bytes:
            self._part.truncate()
            self._hash = None
        record = PartRecord(
            repo=remote.repo,
            file=remote.path,
            commit=remote.commit,
            etag=remote.etag,
            size_bytes=remote.size_bytes,
            pid=os.getpid(),
            verified_mtime_ns=known.verified_mtime_ns if known is not None and is_ours else 0,
        )
        if record != known:
            self._part.write_record(record)
        return record

    def _hash_so_far(self, remote: RemoteFile) -> RunningHash:
        if self._hash is None or not self._hash.is_at(remote, self._part.size_bytes()):
            self._hash = RunningHash(remote)
            if self._part.size_bytes():
                for chunk in self._part.chunks(self._stop):
                    self._hash.update(chunk)
                    self._tell(DownloadState.CHECKING, self._hash.read_bytes, always=False)
        return self._hash

    def _tell(
        self,
        state: DownloadState,
        received_bytes: int | None = None,
        *,
        problem: UserError | None = None,
        retry_in_s: float = 0.0,
        always: bool = True,
    ) -> None:
        now = time.monotonic()
        if always or now - self._told_at >= _PROGRESS_S:
            self._told_at = now
            received = self._part.arrived_bytes() if received_bytes is None else received_bytes
            self._on_progress(DownloadProgress(state, received, self._size_bytes, problem, retry_in_s))
