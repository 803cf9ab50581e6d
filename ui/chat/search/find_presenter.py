"""Finds words in all questions, thoughts and answers of the conversation shown, and goes from one hit to the next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from app.cancellation import StopSignal
from app.history.found_places import FoundPlace, FoundPlaces, HitChoice, count_of, first_word, whole_word_hit
from app.history.records import StoredMessage
from app.history.search_hit import FoundIn
from app.history.store import HistoryStore
from ui.bridges.background import Task
from ui.bridges.window_events import WindowEvents
from ui.chat.search.find_bar import FindBar
from ui.chat.thinking.thinking_presenter import ThinkingPresenter
from ui.chat.thoughts.trace_text import trace_of
from ui.chat.transcript.card_place import CardKey
from ui.chat.transcript.transcript_presenter import TranscriptPresenter
from ui.widgets.timers import after

_RECOUNT_MS = 120

Counts = list[tuple[FoundPlace, int]]


class FindPresenter(QObject):
    """Texts are searched by the history thread; what is in view tells exactly where its hits stand, and how many."""

    def __init__(
        self, bar: FindBar, *, transcript: TranscriptPresenter, thoughts: ThinkingPresenter, events: WindowEvents
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._transcript = transcript.view
        self._branch = transcript.branch
        self._cards = transcript.cards
        self._reader = transcript.reader
        self._thoughts = thoughts
        self._events = events
        self._task: Task[Counts] | None = None
        self._found = FoundPlaces()
        self._wanted: HitChoice | None = None
        self._recounted: set[int] = set()
        self._recount = after(self, _RECOUNT_MS, self._count_again)
        bar.text_changed.connect(self.find)
        bar.step_asked.connect(self.go)
        bar.closed.connect(self._end)
        transcript.view.asks.hits_changed.connect(self._note_changed)
        thoughts.hits_changed.connect(self._note_changed)
        transcript.branch_changing.connect(self._forget_branch)
        transcript.branch_filled.connect(self._find_in_whole)

    def find(self, text: str) -> None:
        """Find words in the whole branch, and go to the first place at or below the reader's."""
        self._forget()
        self._mark_everywhere(text)
        self._bar.show_count(0, 0)
        if not text:
            return
        ids = [entry.message_id for entry in self._branch.outline]
        unsaved = self._branch.unsaved_replies

        def search(store: HistoryStore, stop: StopSignal) -> Counts:
            return found_places(store, unsaved, ids, text, stop)

        def take(counts: Counts) -> None:
            self._found = FoundPlaces(ids, counts)
            self._found.begin_at(self._transcript.message_read())
            self._show()

        self._task = self._reader.run(search, take, self._events.report)

    def go(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) hit, around the ends."""
        if self._found.total:
            self._found.step(step)
            self._show()
        elif not self._bar.isVisible():
            self._bar.open_bar()

    def show_choice(self, choice: HitChoice) -> None:
        """Go to what was chosen in the list of a search, and mark the words; a title is no place."""
        if choice.message_id is None:
            return
        if self._cards.key_of(choice.message_id) is None:  # its place is still being read
            self._wanted = choice
            return
        self._forget()
        place = FoundPlace(choice.message_id, choice.found_in in (FoundIn.THINKING, FoundIn.TOOL))
        words = choice.words or first_word(choice.query)
        self._mark_everywhere(words)
        message = self._branch.message(choice.message_id)
        text = trace_of(message) if place.in_thought else message.answer
        self._found = FoundPlaces((choice.message_id,), ((place, max(1, count_of(words, text))),))
        self._found.current, self._found.hit = place, whole_word_hit(words, text, around=choice.around)
        self._show()

    def _forget_branch(self) -> None:
        """Another branch is shown: what was found is not there."""
        self._forget()
        self._mark_everywhere("")
        if self._bar.isVisible():
            self._bar.close_bar()

    def _find_in_whole(self) -> None:
        """The whole branch is known now."""
        if self._wanted is not None:
            self.show_choice(self._wanted)
        elif self._bar.isVisible() and self._bar.text:
            self.find(self._bar.text)

    # --- private ----------------------------------------------------------------------------------------------

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._recount.stop()
        self._recounted.clear()
        self._found, self._wanted = FoundPlaces(), None

    def _mark_everywhere(self, text: str) -> None:
        self._transcript.find_everywhere(text)
        self._thoughts.find_everywhere(text)

    def _show(self) -> None:
        place = self._found.current
        key = self._cards.key_of(place.message_id) if place is not None else None
        if place is not None and key is not None:
            if place.in_thought:
                self._transcript.show_no_hit()
                self._thoughts.show_hit(key.message_id, self._found.hit)
                self._take_count(place, key)
            else:
                self._thoughts.show_no_hit()
                self._show_in_card(place, key)
        self._show_count()

    def _show_in_card(self, place: FoundPlace, key: CardKey) -> None:
        view = self._transcript.show_card(key)
        if view is None:
            return
        self._take_count(place, key)
        if view.hit_count != 0:  # else the words are in a mark that is not shown, such as the address of a link
            self._transcript.show_one_hit(view, self._found.hit)
            self._transcript.show_card(key, inside_px=view.hit_top(self._found.hit))

    def _show_count(self) -> None:
        self._bar.show_count(self._found.number, self._found.total)

    # --- private: what changes meanwhile -------------------------------------------------------------------------

    def _note_changed(self, reply_id: int) -> None:
        """A text has grown, or more of it has been read."""
        if self._transcript.found_text and self._bar.isVisible():
            self._recounted.add(reply_id)
            if not self._recount.isActive():
                self._recount.start()

    def _count_again(self) -> None:
        """Take in how many hits there are now in replies that have changed."""
        changed, self._recounted = self._recounted, set()
        for entry in self._branch.outline:
            if entry.message_id in changed:
                key = self._cards.key_of(entry.message_id)
                if key is not None:
                    self._take_count(FoundPlace(entry.message_id), key)
                    if key.is_reply:
                        self._take_count(FoundPlace(entry.message_id, True), key)
        self._show_count()

    def _take_count(self, place: FoundPlace, key: CardKey) -> None:
        """Take in how many hits a view has; what is not in view, or not read yet, has as many as its text."""
        if place.in_thought:
            # What is found in marks only, such as a formula's, counts though it cannot be shown.
            count = self._thoughts.hit_count(key.message_id)
            self._found.put(place, count or count_of(self._transcript.found_text, self._thoughts.text(key.message_id)))
            return
        view = self._transcript.card(key)
        count = view.hit_count if view is not None else None
        if count or (count == 0 and place != self._found.current):
            self._found.put(place, count)

    def _end(self) -> None:
        self._forget()
        self._mark_everywhere("")
        self._transcript.setFocus()


def found_places(
    store: HistoryStore, unsaved: Mapping[int, StoredMessage], ids: list[int], text: str, stop: StopSignal
) -> Counts:
    """Return where in the messages the words stand, and how often, whatever the case. Stops when told to."""
    found: Counts = []
    for message_id in ids:
        if stop.is_set():
            break
        message = unsaved.get(message_id) or store.message(message_id)
        found.append((FoundPlace(message_id, True), count_of(text, trace_of(message))))
        found.append((FoundPlace(message_id), count_of(text, message.answer)))
    return found
