"""Finding words, whatever people type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.history.records import MessageState, ReplyFigures
from app.history.search import FoundIn
from app.history.store import HistoryStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    conversation = store.create_conversation("Two trains at noon")
    question = store.add_question(conversation.id, None, "When do the locomotives meet? C++ or naïve arithmetic?")
    reply = store.begin_reply(conversation.id, question.id, "Qwen")
    store.finish_reply(
        reply.id,
        raw="",
        thinking="The distance is shared. " * 50 + "Relative velocity matters.",
        answer='They meet at 13:24, "halfway".',
        state=MessageState.COMPLETE,
        figures=ReplyFigures(),
    )
    store.create_conversation("Bread")
    yield store
    store.check_integrity()
    store.close()


@pytest.mark.parametrize(
    ("query", "found_in"),
    [
        ("trains", FoundIn.TITLE),
        ("locomot", FoundIn.QUESTION),
        ("VELOCITY", FoundIn.THINKING),
        ("halfway", FoundIn.ANSWER),
        ('"halfway"', FoundIn.ANSWER),
        ("13:24", FoundIn.ANSWER),
        ("naive", FoundIn.QUESTION),
        ("C++", FoundIn.QUESTION),
        ("meet locomotives", FoundIn.QUESTION),
    ],
)
def test_words_are_found_where_they_stand(store: HistoryStore, query: str, found_in: FoundIn) -> None:
    [hit] = store.search(query)

    assert hit.found_in is found_in
    assert hit.title == "Two trains at noon"
    assert (hit.message_id is None) == (found_in is FoundIn.TITLE)
    assert hit.matches
    assert all(start < end <= len(hit.excerpt) for start, end in hit.matches)


def test_the_excerpt_marks_the_words_found(store: HistoryStore) -> None:
    [hit] = store.search("relat veloc")

    assert [hit.excerpt[start:end] for start, end in hit.matches] == ["Relative velocity"] or [
        hit.excerpt[start:end] for start, end in hit.matches
    ] == ["Relative", "velocity"]
    assert len(hit.excerpt) < 200


def test_titles_come_first_and_the_limit_holds(store: HistoryStore) -> None:
    for number in range(5):
        conversation = store.create_conversation(f"Bread {number}")
        store.add_question(conversation.id, None, "How long does bread rise?")

    hits = store.search("bread", limit=8)

    assert [hit.found_in for hit in hits] == [FoundIn.TITLE] * 6 + [FoundIn.QUESTION] * 2
    assert store.search("bread", limit=0) == []


def test_deleted_conversations_are_not_found(store: HistoryStore) -> None:
    [hit] = store.search("velocity")

    store.delete(hit.conversation_id)
    assert store.search("velocity") == []
    assert store.search("trains") == []

    store.undelete(hit.conversation_id)
    assert len(store.search("velocity")) == 1


def test_an_old_title_is_not_found_after_renaming(store: HistoryStore) -> None:
    [hit] = store.search("bread")

    store.rename(hit.conversation_id, "Sourdough")

    assert store.search("bread") == []
    assert len(store.search("sourdough")) == 1


def test_a_purged_conversation_leaves_nothing_in_the_index(store: HistoryStore) -> None:
    [hit] = store.search("velocity")
    store.delete(hit.conversation_id)

    store.purge_deleted(before=1e12)

    store.check_integrity()
    assert store.search("velocity") == []


@pytest.mark.parametrize(
    "query", ["", " ", '"', "*", "AND", "NEAR(", "a OR", "title:x", "-x", "^", "()", "\0", "'", "NOT", "{a b}:c", "+"]
)
def test_search_operators_are_only_text(store: HistoryStore, query: str) -> None:
    store.search(query)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=60))
def test_no_query_is_an_error(store: HistoryStore, query: str) -> None:
    store.search(query)


def test_a_very_long_query_is_cut_not_refused(store: HistoryStore) -> None:
    assert store.search("meet " * 5000)
