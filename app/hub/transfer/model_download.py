"""Downloads a model: all its files, or none that anybody would take for a whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cancellation import StopSignal
from app.file_facts import is_folder, open_file
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import HashIsWrong
from app.hub.connection.remote_file import RemoteFile
from app.hub.library.library import Library
from app.hub.library.library_file import LibraryFilePart
from app.hub.library.library_model import LibraryModel, ModelSource
from app.hub.transfer.disk import DriveIsGone, RoomNeed, check_room, disk_problem
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadProgress
from app.hub.transfer.file_download import FetchedFile, FileDownload, WantedFile
from app.hub.transfer.part_file import PartFile, discard_part
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
