"""Searching thoughts by what they do: where did it doubt, which checks failed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history import thought_steps
from app.history.records import MessageState, ReplyFigures, StoredMessage
from app.history.search_upkeep import index_anew
from app.history.store import HistoryStore
from app.reasoning import StepKind
from tests.fakes.steps import reply_end

TRAINS = "Two trains.\n\nWait, is it one hour? It says two.\n\nLet me check: 2 · 3 is 6. That doesn't match.\n\nSo 5."
BREAD = "Bread needs salt.\n\nWait, was it two spoons of salt?\n\nLet me verify: one is enough. Good."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    add(store, "Trains", TRAINS)
    add(store, "Bread", BREAD)
    yield store
    store.check_integrity()
    store.close()


def add(store: HistoryStore, title: str, thinking: str) -> StoredMessage:
    conversation = store.create_conversation(title)
    question = store.add_question(conversation.id, None, "Well?")
    reply = store.begin_reply(conversation.id, question.id, "M")
    return store.finish_reply(
        reply.id,
        reply_end(raw="", thinking=thinking, answer="So.", state=MessageState.COMPLETE, figures=ReplyFigures()),
    )


def titles(store: HistoryStore, kind: StepKind, words: str = "", **page: int) -> list[str]:
    return [hit.title for hit in store.search(words, kind=kind, **page)]


def test_a_kind_is_found_in_all_conversations_newest_first(store: HistoryStore) -> None:
    assert titles(store, StepKind.DOUBT) == ["Bread", "Trains"]
    assert titles(store, StepKind.FAILED_CHECK) == ["Trains"]
    assert titles(store, StepKind.CHECK) == ["Bread"]
    assert titles(store, StepKind.RETURN) == []


def test_words_must_stand_in_a_step_of_that_kind(store: HistoryStore) -> None:
    assert titles(store, StepKind.DOUBT, "salt") == ["Bread"]
    assert titles(store, StepKind.CHECK, "salt") == []
    assert titles(store, StepKind.DOUBT, "hour") == ["Trains"]
    (hit,) = store.search("spoo", kind=StepKind.DOUBT)
    assert hit.excerpt[slice(*hit.matches[0])] == "spoons"
    assert [BREAD[start:][:4] for start in hit.step_starts] == ["Wait"]


def test_pages_follow_each_other(store: HistoryStore) -> None:
    (first,) = store.search("", kind=StepKind.DOUBT, limit=1)
    assert first.message_id is not None

    assert titles(store, StepKind.DOUBT, limit=1, before_message_id=first.message_id) == ["Trains"]


def test_what_is_deleted_copied_or_edited_is_found_as_it_is(store: HistoryStore) -> None:
    hit = store.search("", kind=StepKind.FAILED_CHECK)[0]
    store.delete(hit.conversation_id)
    assert titles(store, StepKind.DOUBT) == ["Bread"]
    store.undelete(hit.conversation_id)
    assert titles(store, StepKind.DOUBT) == ["Bread", "Trains"]
    store.delete(hit.conversation_id)
    store.purge_deleted(1e12)
    with store.database.reading() as connection:
        assert connection.execute("SELECT count(DISTINCT message_id) FROM thought_step").fetchone()[0] == 1


def test_what_other_cues_have_found_is_found_anew(store: HistoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thought_steps, "VERSION", "steps, of later")
    monkeypatch.setattr(thought_steps, "thought_kinds", lambda text: '{"return": [[0, 3]]}')

    with contextlib.closing(HistoryStore.open(store.path)) as later:
        assert not later.is_search_index_whole()
        assert index_anew(later.database)
        assert titles(later, StepKind.RETURN) == ["Bread", "Trains"]
        assert titles(later, StepKind.DOUBT) == []


def test_a_running_reply_enters_when_it_ends(store: HistoryStore) -> None:
    conversation = store.create_conversation("New")
    question = store.add_question(conversation.id, None, "Well?")
    reply = store.begin_reply(conversation.id, question.id, "M")
    store.append_piece(reply.id, raw="", thinking="Three.\n\nWait, is it four?", answer="")
    assert "New" not in titles(store, StepKind.DOUBT)
    store.recover_interrupted()

    assert titles(store, StepKind.DOUBT)[0] == "New"
