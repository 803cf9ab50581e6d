"""Downloads a model: all its files, or none that anybody would take for a whole."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cancellation import StopSignal
from app.errors import UserError
from app.file_facts import is_folder, open_file
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import HashIsWrong, HubProblem, RangeRefused
from app.hub.connection.remote_file import RemoteFile
from app.hub.library.library import Library
from app.hub.library.library_file import LibraryFilePart
from app.hub.library.library_model import LibraryModel, ModelSource
from app.hub.transfer.disk import DriveIsGone, RoomNeed, check_room, disk_problem
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadProgress, DownloadState
from app.hub.transfer.file_transfer import ConnectionCount, FileTransfer
from app.hub.transfer.part_file import PartFile, PartRecord, discard_part
from app.hub.transfer.running_hash import RunningHash
from app.hub.transfer.segments import arrived_bytes

OtherNeeds = Callable[[], Iterable[RoomNeed]]


def no_other_needs() -> Iterable[RoomNeed]:
    """Nothing else is going to be downloaded."""
    return ()


class ModelDownload:
    """Fetches the files of a plan one after another, puts them in place together, and registers the model.

    Until every hash is right there are only parts: a shard set is complete or not there at all. Runs on the caller's
    thread; `stop` may be set from any.
    """

    def __init__(
        self,
        clients: HubClients,
        plan: DownloadPlan,
        *,
        library: Library,
        stop: StopSignal,
        on_progress: Callable[[DownloadProgress], None],
        other_needs: OtherNeeds = no_other_needs,
    ) -> None:
        self._clients = clients
        self._plan = plan
        self._library = library
        self._folder = library.models_folder
        self._stop = stop
        self._on_progress = on_progress
        self._other_needs = other_needs
        self._done_bytes = 0

    def run(self) -> LibraryModel:
        """Return the registered model. Raises `UserError` and `Cancelled`; what arrived is kept as parts."""
        if not is_folder(self._folder) and self._library.has_models_in(self._folder):
            raise DriveIsGone(self._folder)
        with contextlib.suppress(OSError):  # told when a file is to be written there
            self._library.make_models_folder()
        whole = self._plan.whole_target(self._folder)
        known = self._known_whole(whole) if whole is not None else None
        if known is not None:
            return known
        targets = self._plan.targets(self._folder)
        try:
            fetched = [self._fetched(index, target) for index, target in enumerate(targets)]
            for file in reversed(fetched):  # the first shard last: without it there is no model
                self._put_in_place(file)
        finally:
            remove_empty_folders(targets[0].parent, self._folder)
        model_files = fetched[: len(self._plan.model_files)]
        parts = tuple(
            LibraryFilePart(path=str(file.target), size_bytes=file.remote.size_bytes, sha256=file.sha256)
            for file in model_files
        )
        if whole is not None:
            sha256 = join_pieces([Piece(file.target, file.sha256) for file in model_files], whole, stop=self._stop)
            parts = (LibraryFilePart(path=str(whole), size_bytes=sum(p.size_bytes for p in parts), sha256=sha256),)
        return self._library.register_downloaded(parts, self._source())

    def _known_whole(self, whole: Path) -> LibraryModel | None:
        """Return the model if its file was joined before."""
        source = self._source()
        joined = (one for one in self._library.list() if one.path == whole and one.source == source)
        return next((model for model in joined if model.is_usable()), None)

    def _source(self) -> ModelSource:
        return ModelSource(self._plan.repo, self._plan.commit, tuple(file.path for file in self._plan.model_files))

    def _fetched(self, index: int, target: Path) -> FetchedFile:
        file = self._plan.files[index]
        wanted = WantedFile(self._plan.repo, file.path, self._plan.commit, target, file.sha256)

        def tell(progress: DownloadProgress) -> None:
            self._on_progress(
                DownloadProgress(
                    progress.state,
                    self._done_bytes + progress.received_bytes,
                    max(self._plan.total_bytes, self._done_bytes + progress.received_bytes),
                    progress.problem,
                    progress.retry_in_s,
                )
            )

        def check(remote: RemoteFile, present_bytes: int) -> None:
            check_room([RoomNeed(target, remote.size_bytes, present_bytes), *self._later(index), *self._other_needs()])

        fetched = FileDownload(self._clients, wanted, stop=self._stop, on_progress=tell, check_room=check).run()
        self._done_bytes += fetched.remote.size_bytes
        return fetched

    def _later(self, index: int) -> Iterable[RoomNeed]:
        targets = self._plan.targets(self._folder)
        for file, target in list(zip(self._plan.files, targets, strict=True))[index + 1 :]:
            yield RoomNeed(target, file.size_bytes, present_bytes(target))
        whole = self._plan.whole_target(self._folder)
        if whole is not None:  # while it is joined its pieces are there, too
            yield RoomNeed(whole, sum(file.size_bytes for file in self._plan.model_files))

    def _put_in_place(self, file: FetchedFile) -> None:
        if file.is_in_place:
            return
        part = PartFile(file.target)
        try:
            with part.opened():
                if part.is_verified(file.remote.etag, file.remote.size_bytes):
                    part.put_in_place()
                    return
                part.discard()
        except OSError as error:
            raise disk_problem(error, file.target, size_bytes=file.remote.size_bytes) from error
        raise DriveIsGone(file.target.parent, details=f"{part.path.name} is not what was just written")


def present_bytes(target: Path) -> int:
    """Return how much of a file is there, whole or as a part."""
    with contextlib.suppress(OSError):
        return target.stat().st_size
    part = target.with_name(target.name + ".part")
    with contextlib.suppress(OSError):
        return arrived_bytes(part, part.stat().st_size)
    return 0


def discard_parts(plan: DownloadPlan, models_folder: Path) -> None:
    """Delete what a cancelled download left; raises `DiskProblem`."""
    for target in plan.targets(models_folder):
        try:
            discard_part(target)
            if plan.whole_path and target.name != Path(plan.image_part).name:
                target.unlink(missing_ok=True)  # a piece is of no use by itself
        except OSError as error:
            raise disk_problem(error, target) from error
        remove_empty_folders(target.parent, models_folder)


def remove_empty_folders(folder: Path, top: Path) -> None:
    """Remove the folder and those above it, below `top`, as far as they are empty."""
    while folder != top and folder.is_relative_to(top):
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


# Joins a file that was cut into pieces to be stored, and checks every byte on the way.

_STEP_BYTES = 4 * 2**20


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece that lies on the disk, and the hash that it must have."""

    path: Path
    sha256: str


def join_pieces(pieces: Sequence[Piece], target: Path, *, stop: StopSignal) -> str:
    """Write the pieces, in their order, as one file; delete them then. Return the SHA-256 of the whole.

    Until all of it is written and every piece was what it should be there is no file called `target`. Raises
    `Cancelled`, `HashIsWrong` and `DiskProblem`; the pieces are kept.
    """
    import hashlib  # brings OpenSSL, 4 MB: not before something is downloaded

    unfinished = target.with_name(target.name + ".joining")
    whole = hashlib.sha256()
    size_bytes = 0
    try:
        with unfinished.open("wb") as out:
            for piece in pieces:
                found = hashlib.sha256()
                with open_file(piece.path) as source:
                    while data := source.read(_STEP_BYTES):
                        stop.check()
                        out.write(data)
                        found.update(data)
                        whole.update(data)
                        size_bytes += len(data)
                if found.hexdigest() != piece.sha256:
                    raise HashIsWrong(piece.path.name, expected=piece.sha256, received=found.hexdigest())
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise disk_problem(error, target, size_bytes=size_bytes) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink()
    for piece in pieces:
        with contextlib.suppress(OSError):  # it is only in the way then
            piece.path.unlink()
    return whole.hexdigest()


# Downloads one file: resumes what is there, checks every byte, tries passing problems again.
#
# Ask the Hub at each start (fresh address, hash, size), continue the part with a Range request, hash as it arrives,
# compare. What is left is a part whose hash is right; putting it in place is up to `ModelDownload`, which waits
# until all shards are there.

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
