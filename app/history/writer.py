"""Saves running replies from a thread of its own, so that nobody waits for the disk.

Text is gathered and written at least every `interval_s`: a crash of the app loses at most that and one write. While the
disk is full or the file locked, everything stays in memory and is tried again, about every second.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app.errors import UserError
from app.history.confidence import Noted, confidence_text
from app.history.records import ReplyEnd, Step, StoredMessage
from app.history.store import HistoryStore

_RETRY_S = 1.0
_BUSY_TIMEOUT_S = 1.0
_CLOSE_TIMEOUT_S = 5.0
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Texts:
    """What has come of a step at work and is not written yet."""

    raw: list[tuple[str, Sequence[Noted]]] = field(default_factory=list)
    """With the tokens that came with each piece."""
    thinking: list[str] = field(default_factory=list)
    answer: list[str] = field(default_factory=list)

    def put_before(self, later: _Texts) -> None:
        later.raw[:0] = self.raw
        later.thinking[:0] = self.thinking
        later.answer[:0] = self.answer


@dataclass(slots=True)
class _Unsaved:
    """What is still to be written of one reply, by the ordinals of its steps."""

    steps: dict[int, Step] = field(default_factory=dict)
    texts: dict[int, _Texts] = field(default_factory=dict)
    end: ReplyEnd | None = None
    on_done: Callable[[StoredMessage], None] = lambda message: None

    def put_before(self, later: _Unsaved) -> None:
        later.steps = {**self.steps, **later.steps}
        for ordinal, texts in self.texts.items():
            if ordinal not in later.steps:  # a step that has ended holds all that came of it
                texts.put_before(later.texts.setdefault(ordinal, _Texts()))
        if self.end is not None:
            later.end, later.on_done = self.end, self.on_done


class HistoryWriter:
    """A thread that appends pieces to running replies, writes their steps and ends them, in the order given for each.

    Any thread may call. The callbacks (`on_problem`, `on_recovery`, `on_done`) run on the writer's thread. `on_problem`
    gets each kind of failure once, and again only after saving has worked in between, which `on_recovery` is told.
    """

    def __init__(
        self,
        path: Path,
        *,
        on_problem: Callable[[UserError], None],
        on_recovery: Callable[[], None] = lambda: None,
        interval_s: float = 0.25,
        retry_s: float = _RETRY_S,
    ) -> None:
        self._path = path
        self._on_problem = on_problem
        self._on_recovery = on_recovery
        self._interval_s = interval_s
        self._retry_s = retry_s
        self._changed = threading.Condition()
        self._unsaved: dict[int, _Unsaved] = {}
        self._accepted = 0
        self._written = 0
        self._urgent = False
        self._failing = False
        self._reported: set[str] = set()
        self._close_by: float | None = None
        self._store: HistoryStore | None = None
        self._thread = threading.Thread(target=self._run, name="history-writer", daemon=True)
        self._thread.start()

    def append(
        self,
        message_id: int,
        *,
        raw: str = "",
        thinking: str = "",
        answer: str = "",
        noted: Sequence[Noted] = (),
        ordinal: int = 0,
    ) -> None:
        """Take in the next text of a step of a running reply, and its tokens; cheap enough for every token."""
        with self._changed:
            is_first = not self._unsaved
            unsaved = self._unsaved_of(message_id)
            if raw or thinking or answer:
                texts = unsaved.texts.setdefault(ordinal, _Texts())
                texts.raw.append((raw, noted))
                texts.thinking.append(thinking)
                texts.answer.append(answer)
            self._accepted += 1
            if is_first:
                self._changed.notify_all()

    def put_step(self, message_id: int, ordinal: int, step: Step) -> None:
        """Write a step of a running reply, in the place of what came of it in pieces; see `HistoryStore.put_step`."""
        with self._changed:
            is_first = not self._unsaved
            unsaved = self._unsaved_of(message_id)
            unsaved.steps[ordinal] = step
            unsaved.texts.pop(ordinal, None)
            self._accepted += 1
            if is_first:
                self._changed.notify_all()

    def finish(
        self, message_id: int, end: ReplyEnd, *, on_done: Callable[[StoredMessage], None] = lambda message: None
    ) -> None:
        """Write how a reply ends, at once; `on_done` gets the message as stored. See `HistoryStore.finish_reply`."""
        with self._changed:
            unsaved = self._unsaved_of(message_id)
            unsaved.end, unsaved.on_done = end, on_done
            self._accepted += 1
            self._urgent = True
            self._changed.notify_all()

    @property
    def is_failing(self) -> bool:
        """Whether the file has refused something that is still to be written."""
        return self._failing

    def flush(self, timeout_s: float) -> bool:
        """Wait until everything taken in so far is in the file; return whether it is."""
        with self._changed:
            goal = self._accepted
            self._urgent = True
            self._changed.notify_all()
            return self._changed.wait_for(lambda: self._written >= goal, timeout_s)

    def close(self, timeout_s: float = _CLOSE_TIMEOUT_S) -> bool:
        """Write what is left, trying for `timeout_s`, and end the thread; return whether all was saved."""
        with self._changed:
            if self._close_by is None:
                self._close_by = time.monotonic() + timeout_s
            self._changed.notify_all()
        self._thread.join()
        return self._written >= self._accepted

    def _unsaved_of(self, message_id: int) -> _Unsaved:
        unsaved = self._unsaved.get(message_id)
        if unsaved is None:
            unsaved = self._unsaved[message_id] = _Unsaved()
        return unsaved

    def _run(self) -> None:
        try:
            while self._wait_for_work():
                self._save()
        finally:
            if self._store is not None:
                self._store.close()

    def _wait_for_work(self) -> bool:
        """Wait for text, and until it is time to write it; return whether the thread shall go on."""
        with self._changed:
            self._changed.wait_for(lambda: bool(self._unsaved) or self._close_by is not None)
            pause_s = self._retry_s if self._failing else self._interval_s
            due = time.monotonic() + pause_s
            while self._close_by is None and not (self._urgent and not self._failing):
                left_s = due - time.monotonic()
                if left_s <= 0:
                    break
                self._changed.wait(left_s)
            if self._close_by is not None:
                if self._failing:
                    # Closing: try faster, the time is short.
                    self._changed.wait(min(0.1, self._retry_s))
                    return bool(self._unsaved) and time.monotonic() < self._close_by
                return bool(self._unsaved)
            self._urgent = False
            return True

    def _save(self) -> None:
        with self._changed:
            batch, self._unsaved = self._unsaved, {}
            goal = self._accepted
        done: list[tuple[Callable[[StoredMessage], None], StoredMessage]] = []
        problem: UserError | None = None
        try:
            self._write(batch, done)
        except UserError as error:
            problem = error
        except Exception:
            # A bug, but the person's text matters more than this thread's end: keep it and try again.
            if not self._failing:
                _log.exception("The running reply could not be saved.")
        for on_done, message in done:  # before anybody who waits for it goes on
            self._call(partial(on_done, message))
        has_recovered = not batch and bool(self._reported)
        with self._changed:
            self._failing = bool(batch)
            if batch:
                for message_id, unsaved in batch.items():
                    if message_id in self._unsaved:
                        unsaved.put_before(self._unsaved[message_id])
                self._unsaved = {**batch, **self._unsaved}
            else:
                self._written = goal
                self._reported.clear()
            self._changed.notify_all()
        if problem is not None and problem.kind not in self._reported:
            self._reported.add(problem.kind)
            self._call(partial(self._on_problem, problem))
        if has_recovered:
            self._call(self._on_recovery)

    def _write(
        self, batch: dict[int, _Unsaved], done: list[tuple[Callable[[StoredMessage], None], StoredMessage]]
    ) -> None:
        """Write the batch, taking out of it what is in the file."""
        if self._store is None:
            self._store = HistoryStore.open(self._path, busy_timeout_s=_BUSY_TIMEOUT_S, is_expected=True)
        for message_id, unsaved in list(batch.items()):
            for ordinal in sorted(unsaved.steps):
                self._store.put_step(message_id, ordinal, unsaved.steps[ordinal])
                del unsaved.steps[ordinal]
            for ordinal in sorted(unsaved.texts):
                texts = unsaved.texts[ordinal]
                self._store.append_piece(
                    message_id,
                    raw="".join(raw for raw, _ in texts.raw),
                    thinking="".join(texts.thinking),
                    answer="".join(texts.answer),
                    confidence=confidence_text(texts.raw),
                    ordinal=ordinal,
                )
                del unsaved.texts[ordinal]
            if unsaved.end is not None:
                try:
                    done.append((unsaved.on_done, self._store.finish_reply(message_id, unsaved.end)))
                except LookupError:
                    # Nobody removes a running reply (`purge_deleted` keeps it); there is no place left for the text.
                    _log.exception("Reply %d is gone from the history.", message_id)
            del batch[message_id]

    def _call(self, callback: Callable[[], None]) -> None:
        try:
            callback()
        except Exception:
            _log.exception("A listener of the history writer failed.")
