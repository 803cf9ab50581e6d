"""Finding words, whatever people type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from app.history.found_places import count_of, whole_word_hit
from app.history.records import MessageState, ReplyFigures
from app.history.search_hit import FoundIn
from app.history.search_upkeep import merge_search_index
from app.history.store import HistoryStore
from tests.fakes.steps import reply_end


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    conversation = store.create_conversation("Two trains at noon")
    question = store.add_question(conversation.id, None, "When do the locomotives meet? C++ or naïve arithmetic?")
    reply = store.begin_reply(conversation.id, question.id, "Qwen")
    store.finish_reply(
        reply.id,
        reply_end(
            raw="",
            thinking="The distance is shared. " * 50 + "Relative velocity matters.",
            answer='They meet at 13:24, "halfway".',
            state=MessageState.COMPLETE,
            figures=ReplyFigures(),
        ),
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


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=60))
def test_no_query_is_an_error(store: HistoryStore, query: str) -> None:
    store.search(query)


def test_a_very_long_query_is_cut_not_refused(store: HistoryStore) -> None:
    assert store.search("meet " * 5000)


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("两列火车在中午相遇", "火车", ["火车"]),
        ("两列火车在中午相遇", "车在中", ["车在中"]),
        ("我用Python写程序", "python", ["Python"]),
        ("我用Python写程序", "写程 pyth", ["Python", "写程"]),
        ("東京タワーの高さは333メートル", "タワー", ["タワー"]),
        ("東京タワーの高さは333メートル", "333", ["333"]),
        ("한국어대학교에서", "대학교", ["대학교"]),
        ("สวัสดีครับ", "สวัสดี", ["สวัสดี"]),
        ("𠮷野家で", "野家", ["野家"]),
        ("Café Zürich, Łódź and Ελλάδα", "cafe zur ελλαδα", ["Café", "Zürich", "Ελλάδα"]),
        ("un cafe\u0301 noir", "café", ["cafe\u0301"]),
        ("set x_value = 3", "value", ["value"]),
        ("Привет, мир", "прив", ["Привет"]),
    ],
)
def test_every_script_is_searched_and_marked(store: HistoryStore, text: str, query: str, marked: list[str]) -> None:
    conversation = store.create_conversation()
    store.add_question(conversation.id, None, text)

    [hit] = [hit for hit in store.search(query) if hit.conversation_id == conversation.id]

    assert [hit.excerpt[start:end] for start, end in hit.matches] == marked


def test_characters_that_do_not_stand_together_are_not_a_hit(store: HistoryStore) -> None:
    store.add_question(store.create_conversation("车火").id, None, "火星上没有汽车")

    assert store.search("火车") == []


def test_words_in_quotes_stand_together(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    store.add_question(conversation.id, None, "the red and the blue train")
    store.add_question(conversation.id, None, "the red train")

    assert [hit.excerpt for hit in store.search('"red train"')] == ["the red train"]
    assert len(store.search("red train")) == 2


def test_one_letter_finds_that_word_only(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    store.add_question(conversation.id, None, "solve for x")
    store.add_question(conversation.id, None, "a xylophone")

    assert [hit.excerpt for hit in store.search("x")] == ["solve for x"]


def test_pages_follow_each_other_newest_first(store: HistoryStore) -> None:
    conversation = store.create_conversation("Thinking")
    ids = [store.add_question(conversation.id, None, f"thinking number {number}").id for number in range(25)]

    first = store.search("think", limit=11)
    second = store.search("think", limit=10, before_message_id=first[-1].message_id)
    third = store.search("think", limit=10, before_message_id=second[-1].message_id)

    assert first[0].message_id is None
    assert [hit.message_id for hit in (*first[1:], *second, *third)] == ids[::-1]


@pytest.mark.parametrize("count", [3, 64, 65, 300])
def test_all_words_with_a_common_beginning_are_found(store: HistoryStore, count: int) -> None:
    conversation = store.create_conversation()
    for number in range(count):
        store.add_question(conversation.id, None, f"zeta{number}")

    assert len(store.search("zeta", limit=1000)) == count


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("claim", "… Some bold claim costs $5 or $6."),
        ("frac", r"The sum is $\sum_k k = \frac{n}{2}$, and … is round."),
        ("round", "…and … is round. …"),
    ],
)
def test_a_formula_is_a_sign_in_an_excerpt_unless_it_holds_the_words(
    store: HistoryStore, word: str, shown: str
) -> None:
    matrix = r"$$\begin{pmatrix} a & b \\ c & d \end{pmatrix} = \left(\frac{1}{ad-bc}\right) A$$"
    question = r"The sum is $\sum_k k = \frac{n}{2}$, and $\lfloor x \rfloor$ is round." + f"\n\n{matrix}\n\n"
    store.add_question(store.create_conversation().id, None, question + "Some **bold** claim costs $5 or $6.")

    (hit,) = store.search(word)

    assert hit.excerpt.startswith(shown)


def test_the_excerpt_of_a_long_thought_is_short_and_around_the_words(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    question = store.add_question(conversation.id, None, "why?")
    reply = store.begin_reply(conversation.id, question.id, "m")
    thinking = (
        ("step by\nstep " + "step by step " * 99) * 200
        + "the ȷewel is hidden here\n\n\nbehind"
        + " more steps" * 20_000
    )
    store.finish_reply(
        reply.id, reply_end(raw="", thinking=thinking, answer="ok", state=MessageState.COMPLETE, figures=ReplyFigures())
    )

    [hit] = store.search("hidden")

    assert hit.found_in is FoundIn.THINKING
    assert [hit.excerpt[a:b] for a, b in hit.matches] == ["hidden"]
    assert len(hit.excerpt) < 200
    assert "here behind" in hit.excerpt


def test_an_excerpt_reads_as_words_without_the_marks_of_tables_and_code(store: HistoryStore) -> None:
    text = "Two trains:\n\n| to | at |\n|---|---|\n| Bonn | 9 |\n\n```python\nx = 1\n```\n"
    store.add_question(store.create_conversation().id, None, text)

    hit = store.search("bonn")[-1]

    assert hit.excerpt.strip() == "Two trains: to at Bonn 9 x = 1"


def test_the_excerpt_is_from_where_the_words_stand_together(store: HistoryStore) -> None:
    text = "".join(
        f"## Part {number}\n\nSome more of it, at length, so that the next is far from here. {'x ' * 80}"
        for number in range(50)
    )
    store.add_question(store.create_conversation().id, None, text)

    [hit] = store.search("part 38")

    assert [hit.excerpt[a:b] for a, b in hit.matches] == ["Part", "38"]
    assert count_of("Part", text[: text.index("Part 38")]) == whole_word_hit("Part", text, around="Part 38") == 38


def test_upkeep_merges_the_index_and_finds_the_same(store: HistoryStore) -> None:
    conversation = store.create_conversation("Trains at noon")
    for number in range(60):
        store.add_question(conversation.id, None, f"Where do train {number} and its {number * number} cars meet?")
    before = store.search("train meet", limit=100)
    pieces = _index_pieces(store)

    assert merge_search_index(store.database, is_stopped=lambda: True) == 0
    assert _index_pieces(store) == pieces
    assert merge_search_index(store.database) > 0

    assert _index_pieces(store) < pieces
    assert store.search("train meet", limit=100) == before
    assert len(before) == 60
    assert merge_search_index(store.database) == 0  # what is merged is left alone


def _index_pieces(store: HistoryStore) -> int:
    with store.database.reading() as connection:
        return int(connection.execute("SELECT count(DISTINCT segid) FROM message_search_idx").fetchone()[0])
