"""Reads the skeleton of a long branch after its end has been painted, and puts it above."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.cancellation import StopSignal
from app.history.branch_outline import BranchEntry
from app.history.store import HistoryStore
from ui.bridges.history_thread import HistoryThread
from ui.chat.transcript.shown_branch import ShownBranch
from ui.chat.transcript.transcript import Transcript

_AFTER_PAINT_MS = 40


class BranchFiller(QObject):
    """Completes what is shown, unless something else is shown by then.

    Signals:
        filled(): the branch reaches up to its first message.
        problem_occurred(UserError): it could not be read.
    """

    filled = Signal()
    problem_occurred = Signal(object)

    def __init__(
        self,
        *,
        transcript: Transcript,
        reader: HistoryThread,
        branch: ShownBranch,
        shown: Callable[[], int | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._transcript = transcript
        self._reader = reader
        self._branch = branch
        self._shown = shown
        self._after_paint = QTimer(self)
        self._after_paint.setSingleShot(True)
        self._after_paint.setInterval(_AFTER_PAINT_MS)
        self._after_paint.timeout.connect(self._read)

    def begin(self) -> None:
        """Read what is above the messages shown, if there is anything, when they have been painted."""
        if self._branch.is_whole:
            self._after_paint.stop()
            self.filled.emit()
        else:
            self._after_paint.start()

    def _read(self) -> None:
        conversation_id = self._shown()
        if conversation_id is None:
            return

        def read(store: HistoryStore, _stop: StopSignal) -> list[BranchEntry]:
            try:
                return store.outline(conversation_id)
            except LookupError:  # forgotten since it was shown
                return []

        def show(whole: list[BranchEntry]) -> None:
            if conversation_id == self._shown() and not self._branch.is_whole:
                self._transcript.add_earlier(self._branch.take_in_earlier(whole))
                self.filled.emit()

        self._reader.run(read, show, self.problem_occurred.emit)
