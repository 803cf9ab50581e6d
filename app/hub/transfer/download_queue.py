"""Downloads one after another or a few at once: paused, resumed, cancelled, moved; there again after a restart."""

from __future__ import annotations

import contextlib
import itertools
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.cancellation import Cancelled, StopSignal
from app.errors import UserError
from app.file_facts import read_file
from app.hub.connection.clients import HubClients
from app.hub.connection.server_paths import is_repository_name, is_safe_path
from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel
from app.hub.transfer.disk import RoomNeed
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadProgress, DownloadState, QueuedDownload, TransferRate
from app.hub.transfer.model_download import ModelDownload, discard_parts, present_bytes
from app.private_files import make_private_folder
from app.text import translatable


class _Contents(msgspec.Struct):
    downloads: list[DownloadPlan] = []


class QueueFile:
    """Keeps the plans that are not done, in order. A file that cannot be read or written is no error: parts remain."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[DownloadPlan, ...]:
        """Return the plans; what makes no sense is dropped."""
        try:
            contents = msgspec.json.decode(read_file(self._path), type=_Contents)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return ()
        return tuple(plan for plan in contents.downloads if _is_sound(plan))

    def save(self, plans: Iterable[DownloadPlan]) -> None:
        with contextlib.suppress(OSError):
            make_private_folder(self._path.parent)
            write_atomically(self._path, msgspec.json.encode(_Contents(list(plans))))


def _is_sound(plan: DownloadPlan) -> bool:
    return bool(plan.files) and is_repository_name(plan.repo) and all(is_safe_path(file.path) for file in plan.files)


MOST_AT_ONCE = 4
_TELL_S = 0.25
_ENDED = (DownloadState.PAUSED, DownloadState.FAILED, DownloadState.DONE)

OnChange = Callable[[tuple[QueuedDownload, ...]], None]
OnBug = Callable[[BaseException], None]
Attempt = Callable[[Callable[[], LibraryModel]], LibraryModel]
"""Runs a download, perhaps once more with a saved token."""


class DownloadQueue:
    """Owns a thread per active download. Any thread may call.

    `on_change` gets the whole list, in order, at most four times a second while bytes arrive and at once when a state
    changes; it is called from the threads. What was in the queue at the last exit is there again, paused. `on_bug` gets
    what no download should raise. Call `close` at the end.
    """

    def __init__(
        self,
        clients: HubClients,
        library: Library,
        path: Path,
        *,
        on_change: OnChange,
        on_bug: OnBug,
        at_once: int = 2,
        attempt: Attempt = lambda download: download(),
    ) -> None:
        self._clients = clients
        self._library = library
        self._file = QueueFile(path)
        self._on_change = on_change
        self._on_bug = on_bug
        self._attempt = attempt
        self._at_once = _bounded(at_once)
        self._lock = threading.Lock()
        self._telling = threading.RLock()
        self._told_at = 0.0
        self._is_closed = False
        self._ids = itertools.count(1)
        self._threads: list[threading.Thread] = []
        self._leaving: list[_Item] = []
        """What was cancelled while its thread asked or wrote: it still counts, and nobody else touches its files."""
        self._items = [self._item(plan, DownloadState.PAUSED) for plan in self._file.load()]

    def items(self) -> tuple[QueuedDownload, ...]:
        """Return the downloads in their order, those that are done included."""
        with self._lock:
            return tuple(item.seen() for item in self._items)

    def add(self, plan: DownloadPlan) -> int:
        """Queue a download and return its id; the same one twice is one."""
        with self._lock:
            known = next((i for i in self._items if _same(i.plan, plan) and i.state is not DownloadState.DONE), None)
            if known is None:
                known = self._item(plan, DownloadState.QUEUED)
                self._items.append(known)
            elif known.state in _ENDED:
                known.state, known.problem = DownloadState.QUEUED, None
        self._changed()
        return known.id

    def pause(self, download_id: int) -> None:
        """Stop a download and keep what has arrived."""
        with self._lock:
            item = self._found(download_id)
            if item is not None and item.state not in _ENDED:
                item.state, item.problem = DownloadState.PAUSED, None
                item.stop.set()
        self._changed()

    def resume(self, download_id: int) -> None:
        """Go on with one that is paused or failed, when its turn comes."""
        with self._lock:
            item = self._found(download_id)
            if item is not None and item.state in (DownloadState.PAUSED, DownloadState.FAILED):
                item.state, item.problem = DownloadState.QUEUED, None
        self._changed()

    def cancel(self, download_id: int) -> None:
        """Take a download out of the queue and delete what has arrived; one that is done is only taken out."""
        with self._lock:
            item = self._found(download_id)
            if item is None:
                return
            self._items.remove(item)
            item.is_cancelled = item.state is not DownloadState.DONE
            item.stop.set()
            if item.thread is not None:
                self._leaving.append(item)
            elif item.is_cancelled:
                self._discard(item)
        self._changed()

    def move(self, download_id: int, position: int) -> None:
        """Put a download at another place in the order."""
        with self._lock:
            item = self._found(download_id)
            if item is not None:
                self._items.remove(item)
                self._items.insert(max(0, position), item)
        self._changed()

    def change_limits(self, *, at_once: int, bytes_per_s: int) -> None:
        """Use other limits from now on; 0 bytes per second is no limit."""
        self._clients.bandwidth.change(bytes_per_s)
        with self._lock:
            self._at_once = _bounded(at_once)
        self._changed()

    def use_library(self, library: Library) -> None:
        """Keep what is downloaded from now on in this library; running downloads end where they began."""
        with self._lock:
            self._library = library

    def close(self) -> None:
        """Stop all downloads, keep what has arrived, and wait for their threads."""
        with self._lock:
            self._is_closed = True
            threads = list(self._threads)
            for item in self._items:
                item.stop.set()
            self._save()
        for thread in threads:
            thread.join()

    # --- private ---------------------------------------------------------------------------------------------

    def _item(self, plan: DownloadPlan, state: DownloadState) -> _Item:
        item = _Item(next(self._ids), plan, state)
        item.received_bytes = self._present(plan)
        return item

    def _present(self, plan: DownloadPlan) -> int:
        try:
            targets = plan.targets(self._library.models_folder)
        except UserError:
            return 0
        return sum(
            min(present_bytes(target), file.size_bytes) for target, file in zip(targets, plan.files, strict=True)
        )

    def _found(self, download_id: int) -> _Item | None:
        return next((item for item in self._items if item.id == download_id), None)

    def _changed(self) -> None:
        with self._lock:
            if self._is_closed:
                return
            self._save()
            self._start_waiting()
        self._tell()

    def _save(self) -> None:
        self._file.save(item.plan for item in self._items if item.state is not DownloadState.DONE)

    def _start_waiting(self) -> None:
        running = sum(item.thread is not None for item in self._items) + len(self._leaving)
        for item in self._items:
            if running >= self._at_once:
                return
            if any(_share_files(item.plan, other.plan) for other in self._leaving):
                continue
            if item.state is DownloadState.QUEUED and item.thread is None:
                item.stop = StopSignal()
                item.state = DownloadState.RESOLVING
                item.thread = threading.Thread(target=self._work, args=(item,), name=f"download-{item.id}")
                item.thread.start()
                self._threads = [*(thread for thread in self._threads if thread.is_alive()), item.thread]
                running += 1

    def _work(self, item: _Item) -> None:
        stop = item.stop
        model: LibraryModel | None = None
        problem: UserError | None = None
        try:
            download = ModelDownload(
                self._clients,
                item.plan,
                library=self._library,
                stop=stop,
                on_progress=lambda progress: self._note(item, stop, progress),
                other_needs=lambda: self._needs_of_others(item),
            )
            model = self._attempt(download.run)
        except Cancelled:
            pass
        except UserError as error:
            problem = error
        except BaseException as error:  # a bug: told, and the queue goes on
            self._on_bug(error)
            message = translatable("The download failed for an unknown reason.")
            problem = UserError(message, translatable("Try again."), details=repr(error))
        with self._lock:
            item.thread = None
            item.rate.restart()
            if model is not None:
                item.state, item.model, item.problem = DownloadState.DONE, model, None
                item.received_bytes = item.total_bytes
            elif problem is not None and not stop.is_set():
                item.state, item.problem = DownloadState.FAILED, problem
            if item.is_cancelled and model is None:
                self._discard(item)
            self._leaving = [other for other in self._leaving if other is not item]
        self._changed()

    def _note(self, item: _Item, stop: StopSignal, progress: DownloadProgress) -> None:
        with self._lock:
            if stop.is_set():
                return
            has_new_state = item.state is not progress.state
            item.take(progress)
        if has_new_state or time.monotonic() - self._told_at >= _TELL_S:
            self._tell()

    def _needs_of_others(self, own: _Item) -> Iterable[RoomNeed]:
        with self._lock:
            plans = [item.plan for item in self._items if item is not own and item.state not in _ENDED]
        for plan in plans:
            targets = plan.targets(self._library.models_folder)
            for file, target in zip(plan.files, targets, strict=True):
                yield RoomNeed(target, file.size_bytes, present_bytes(target))

    def _discard(self, item: _Item) -> None:
        try:
            discard_parts(item.plan, self._library.models_folder)
        except UserError as error:
            item.problem = error  # what is left is taken up again by a later download of the same file

    def _tell(self) -> None:
        with self._telling:
            self._told_at = time.monotonic()
            self._on_change(self.items())


class _Item:
    """A download with its thread; changed only under the queue's lock."""

    def __init__(self, item_id: int, plan: DownloadPlan, state: DownloadState) -> None:
        self.id = item_id
        self.plan = plan
        self.state = state
        self.stop = StopSignal()
        self.thread: threading.Thread | None = None
        self.rate = TransferRate()
        self.received_bytes = 0
        self.total_bytes = plan.total_bytes
        self.problem: UserError | None = None
        self.retry_in_s = 0.0
        self.model: LibraryModel | None = None
        self.is_cancelled = False

    def take(self, progress: DownloadProgress) -> None:
        """Take over what the thread tells."""
        self.state = progress.state
        self.problem, self.retry_in_s = progress.problem, progress.retry_in_s
        self.received_bytes = progress.received_bytes
        self.total_bytes = progress.total_bytes or self.total_bytes
        if progress.state is DownloadState.DOWNLOADING:
            self.rate.note(progress.received_bytes)
        else:
            self.rate.restart()

    def seen(self) -> QueuedDownload:
        """Return it as a value."""
        return QueuedDownload(
            id=self.id,
            plan=self.plan,
            state=self.state,
            received_bytes=self.received_bytes,
            total_bytes=self.total_bytes,
            bytes_per_s=self.rate.bytes_per_s,
            seconds_left=self.rate.seconds_left(self.total_bytes - self.received_bytes),
            problem=self.problem,
            retry_in_s=self.retry_in_s,
            model=self.model,
        )


def _same(one: DownloadPlan, other: DownloadPlan) -> bool:
    """Whether both write the same model: with the part that sees images and without, they would do so twice."""
    return one.repo == other.repo and one.files[0].path == other.files[0].path


def _share_files(one: DownloadPlan, other: DownloadPlan) -> bool:
    return one.repo == other.repo and not {f.path for f in one.files}.isdisjoint(f.path for f in other.files)


def _bounded(at_once: int) -> int:
    return max(1, min(at_once, MOST_AT_ONCE))
