"""Finds words in all messages of the conversation shown, built or not, and goes from one hit to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.history.store import HistoryStore
from app.hub.stop_signal import StopSignal
from ui.bridges.background import Job
from ui.bridges.history_desk import HistoryDesk
from ui.chat.find_bar import FindBar
from ui.chat.hit_choice import HitChoice
from ui.chat.shown_branch import ShownBranch
from ui.chat.transcript import Transcript

FoundMessages = list[tuple[int, int]]
"""The id of each message that has the words, and how often it has them, from above."""


class FindController(QObject):
    """Texts are searched by the history thread; a message in view tells exactly where its hits stand.

    Signals:
        problem_occurred(UserError): history could not be read.
    """

    problem_occurred = Signal(object)

    def __init__(
        self, *, bar: FindBar, transcript: Transcript, reader: HistoryDesk, branch: ShownBranch, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._transcript = transcript
        self._reader = reader
        self._branch = branch
        self._job: Job[FoundMessages] | None = None
        self._found: FoundMessages = []
        self._at = -1
        self._hit = 0
        self._wanted: tuple[int, str] | None = None
        bar.text_changed.connect(self.find)
        bar.next_asked.connect(lambda: self.go(1))
        bar.previous_asked.connect(lambda: self.go(-1))
        bar.closed.connect(self._end)

    def find(self, text: str) -> None:
        """Find words in the whole branch, and go to the first place at or below the reader's."""
        if self._job is not None:
            self._job.cancel()
        self._found, self._at, self._hit = [], -1, 0
        self._transcript.find_everywhere(text)
        self._bar.show_count(0, 0)
        if not text:
            return
        ids = [entry.message_id for entry in self._branch.outline]
        conversation_id = self._branch.conversation_id

        def search(store: HistoryStore, stop: StopSignal) -> FoundMessages:
            return found_messages(store, conversation_id, ids, text, stop)

        self._job = self._reader.run(search, self._take, self.problem_occurred.emit)

    def go(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) hit, around the ends."""
        if not self._found:
            if not self._bar.isVisible():
                self._bar.open_bar()
            return
        self._hit += step
        if not 0 <= self._hit < self._found[self._at][1]:
            self._at = (self._at + step) % len(self._found)
            self._hit = 0 if step > 0 else self._found[self._at][1] - 1
        self._show()

    def show_choice(self, choice: HitChoice) -> None:
        """Go to what was chosen in the list of a search; a title is no place."""
        if choice.message_id is not None:
            self.show_hit(choice.message_id, choice.query)

    def show_hit(self, message_id: int, text: str) -> None:
        """Go to a message that a search has found, and mark the words in it."""
        key = self._branch.key_of(message_id)
        if key is None:  # its place is still being read
            self._wanted = (message_id, text)
            return
        self._wanted = None
        self._found, self._at, self._hit = [(message_id, 1)], 0, 0
        self._transcript.find_everywhere(first_word(text))
        self._transcript.show_card(key)
        self._show()

    def branch_changed(self) -> None:
        """Another branch is shown: what was found is not there."""
        if self._job is not None:
            self._job.cancel()
        self._found, self._at, self._hit, self._wanted = [], -1, 0, None
        if self._bar.isVisible():
            self._bar.close_bar()

    def branch_filled(self) -> None:
        """The whole branch is known now."""
        if self._wanted is not None:
            self.show_hit(*self._wanted)
        elif self._bar.isVisible() and self._bar.text:
            self.find(self._bar.text)

    # --- private ----------------------------------------------------------------------------------------------

    def _take(self, found: FoundMessages) -> None:
        self._found = found
        self._bar.show_count(0, _total(found))
        if not found:
            return
        read = self._transcript.message_read()
        ids = [entry.message_id for entry in self._branch.outline]
        at = ids.index(read) if read in ids else 0
        below = set(ids[at:])
        self._at = next((index for index, (message_id, _) in enumerate(found) if message_id in below), 0)
        self._hit = 0
        self._show()

    def _show(self) -> None:
        message_id, _ = self._found[self._at]
        key = self._branch.key_of(message_id)
        view = self._transcript.show_card(key) if key is not None else None
        if key is None or view is None:
            return
        count = view.find_text(self._transcript.found_text)
        if count == 0:  # the words are in a mark that is not shown, such as the address of a link
            self._bar.show_count(self._number(), _total(self._found))
            return
        self._found[self._at] = (message_id, count)
        self._hit = max(0, min(self._hit, count - 1))
        self._transcript.show_one_hit(view, self._hit)
        self._transcript.show_card(key, inside_px=view.hit_top(self._hit))
        self._bar.show_count(self._number(), _total(self._found))

    def _number(self) -> int:
        return sum(count for _, count in self._found[: self._at]) + self._hit + 1

    def _end(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._found = []
        self._transcript.find_everywhere("")
        self._transcript.setFocus()


def found_messages(
    store: HistoryStore, conversation_id: int | None, ids: list[int], text: str, stop: StopSignal
) -> FoundMessages:
    """Return which of the messages have the words, and how often, whatever the case. Stops when told to."""
    if conversation_id is None:
        return []
    wanted = text.casefold()
    found = []
    for message_id in ids:
        if stop.is_set():
            break
        count = store.message(message_id).answer.casefold().count(wanted)
        if count:
            found.append((message_id, count))
    return found


def first_word(query: str) -> str:
    """Return what to mark of a search's query: the words in quotes, or the first word."""
    if query.count('"') >= 2:
        return query.split('"')[1]
    return next(iter(query.split()), "")


def _total(found: FoundMessages) -> int:
    return sum(count for _, count in found)
