"""The search index outlives another version of what feeds it: nothing breaks meanwhile, and then all is found."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history import segmentation
from app.history.backups import BackupKind, Backups
from app.history.records import MessageState, ReplyFigures, StoredMessage
from app.history.search_upkeep import index_anew, merge_search_index
from app.history.store import HistoryStore
from tests.fakes.steps import reply_end

_WORDS = ("train", "granite", "火车问题", "Straße", "velocity", "éclair", "zebra", "tomorrow")


class Python:
    """The one that runs: what it makes of a text is its own."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self._now = segmentation.segmented

    def become(self, version: str, *, joined: str) -> None:
        """Let the next database that is opened find another one: it takes all words apart at these letters."""
        usual = self._now
        self._patch.setattr(segmentation, "VERSION", version)
        self._patch.setattr(
            segmentation,
            "segmented",
            lambda text: usual(text).replace(joined, f"{joined[0]}{segmentation.SEPARATOR}{joined[1:]}"),
        )


@pytest.fixture
def python(monkeypatch: pytest.MonkeyPatch) -> Python:
    return Python(monkeypatch)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[HistoryStore]:
    with contextlib.closing(HistoryStore.open(path)) as store:
        yield store


def _add(store: HistoryStore, conversation_id: int, answer: str) -> StoredMessage:
    question = store.add_question(conversation_id, store.conversation(conversation_id).leaf_id, "Well?")
    reply = store.begin_reply(conversation_id, question.id, "M")
    return _end(store, reply.id, answer)


def _end(store: HistoryStore, reply_id: int, answer: str) -> StoredMessage:
    return store.finish_reply(
        reply_id, reply_end(raw="", thinking="Hm.", answer=answer, state=MessageState.COMPLETE, figures=ReplyFigures())
    )


def _found(store: HistoryStore, word: str) -> list[int | None]:
    return [hit.message_id for hit in store.search(word, limit=1000)]


def test_a_new_history_is_whole_at_once(tmp_path: Path) -> None:
    with _opened(tmp_path / "h.sqlite3") as store:
        assert store.is_search_index_whole()
        reply = _add(store, store.create_conversation("Trains").id, "They meet.")

        assert _found(store, "meet") == [reply.id]


def test_changes_under_another_version_leave_a_sound_index_that_finds_all(tmp_path: Path, python: Python) -> None:
    path = tmp_path / "h.sqlite3"
    with _opened(path) as store:
        talk, other = store.create_conversation("Trains"), store.create_conversation("Trams")
        edited, kept = (_add(store, talk.id, f"{word} trains") for word in ("edited", "kept"))
        cut = store.begin_reply(talk.id, kept.parent_id or 0, "M")
        _add(store, other.id, "deleted trams")
    python.become("2", joined="tr")

    with _opened(path) as store:
        assert not store.is_search_index_whole()
        _end(store, edited.id, "changed trains")
        store.rename(talk.id, "of trains and trams")
        _end(store, cut.id, "ended trains")
        new = _add(store, talk.id, "new trains")
        store.delete(other.id)
        store.purge_deleted(before=float("inf"))
        store.check_integrity()

        assert index_anew(store.database)

        assert store.is_search_index_whole()
        store.check_integrity()
        # As only the new version takes it apart; the title comes first.
        assert _found(store, "rains") == [None, new.id, cut.id, kept.id, edited.id]
        assert _found(store, "edited") == _found(store, "deleted") == []


def test_it_goes_on_where_it_was_stopped_and_the_newest_are_found_first(
    tmp_path: Path, python: Python, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "h.sqlite3"
    monkeypatch.setattr("app.history.search_upkeep._MESSAGES_PER_STEP", 8)
    with _opened(path) as store:
        talk = store.create_conversation("Trains")
        replies = [_add(store, talk.id, "trains") for _ in range(30)]
    python.become("2", joined="tr")

    steps = iter(range(1000))
    with _opened(path) as store:
        assert not index_anew(store.database, is_stopped=lambda: next(steps) >= 2)
        found = _found(store, "rains")
        assert found
        assert found == [reply.id for reply in reversed(replies)][: len(found)]
        assert len(found) < len(replies)
        newest = _add(store, talk.id, "more trains")
        assert _found(store, "rains") == [newest.id, *found]
        store.check_integrity()

    with _opened(path) as store:
        assert index_anew(store.database)
        assert len(_found(store, "rains")) == len(replies) + 1
        merge_search_index(store.database)
        store.check_integrity()


def test_a_version_that_changes_while_it_is_fed_begins_again(tmp_path: Path, python: Python) -> None:
    path = tmp_path / "h.sqlite3"
    with _opened(path) as store:
        reply = _add(store, store.create_conversation("Trains").id, "trains")
    python.become("2", joined="tr")
    with _opened(path) as store:
        index_anew(store.database, is_stopped=lambda: True)
    python.become("3", joined="ra")

    with _opened(path) as store:
        assert index_anew(store.database)
        assert _found(store, "ains") == [None, reply.id]
        store.check_integrity()


def test_a_backup_fed_by_another_version_is_no_damaged_one(tmp_path: Path, python: Python) -> None:
    path = tmp_path / "h.sqlite3"
    with _opened(path) as store:
        reply = _add(store, store.create_conversation("Trains").id, "trains")
        backup = Backups(path).make(BackupKind.BY_HAND)
    python.become("2", joined="tr")

    with _opened(path) as store:
        assert index_anew(store.database)
        store.restore(backup)
        assert not store.is_search_index_whole()
        assert index_anew(store.database)
        assert _found(store, "rains") == [reply.id]
        store.check_integrity()


@pytest.mark.parametrize("seed", range(6))
def test_any_changes_in_any_order_leave_what_a_fresh_index_would_be(
    tmp_path: Path, python: Python, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr("app.history.search_upkeep._MESSAGES_PER_STEP", 5)
    chance, path, version = random.Random(seed), tmp_path / "h.sqlite3", 1
    store = HistoryStore.open(path)
    talks = [store.create_conversation(f"{word} talk").id for word in _WORDS[:3]]
    replies: list[int] = []
    running: list[int] = []

    def words() -> str:
        return " ".join(chance.choices(_WORDS, k=chance.randrange(1, 6)))

    for _ in range(120):
        match chance.randrange(8):
            case 0 | 1:
                replies.append(_add(store, chance.choice(talks), words()).id)
            case 2:
                running.append(store.begin_reply(talks[0], store.add_question(talks[0], None, words()).id, "M").id)
            case 3 if running:
                replies.append(_end(store, running.pop(chance.randrange(len(running))), words()).id)
            case 4 if replies:
                _end(store, chance.choice(replies), words())
            case 5:
                store.rename(chance.choice(talks), words())
            case 6 if len(talks) > 1:
                store.delete(talks.pop())
                store.purge_deleted(before=float("inf"))
                with store.database.reading() as connection:
                    left = {row[0] for row in connection.execute("SELECT id FROM message")}
                replies, running = ([one for one in some if one in left] for some in (replies, running))
                talks.append(store.create_conversation(words()).id)
            case 7 if chance.random() < 0.4:
                version += 1
                store.close()
                python.become(str(version), joined=chance.choice(("tr", "gr", "eb", "oc")))
                store = HistoryStore.open(path)
            case _:
                steps = iter(range(1000))
                index_anew(store.database, is_stopped=lambda: next(steps) >= 1)  # noqa: B023 - called at once
        store.check_integrity()

    assert index_anew(store.database)
    store.check_integrity()
    store.close()
