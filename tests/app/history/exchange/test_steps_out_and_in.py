"""Replies of several steps go out and come back equal, also those of kinds that we do not know; documents show them."""

from __future__ import annotations

import contextlib
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.history.exchange.conversation_tree import ConversationTree, TreeMessage
from app.history.exchange.errors import ExchangeError
from app.history.exchange.exporting import ExportForm, export_file
from app.history.exchange.importing import import_file
from app.history.exchange.markdown import markdown_of
from app.history.exchange.traces import traces_of
from app.history.exchange.tree_reader import TreeReader
from app.history.exchange.web_page import web_page_of
from app.history.records import MessageState, ModelStep, ReplyFigures, StoredMessage, ToolStep, UnknownStep
from app.history.search_hit import FoundIn
from app.history.store import HistoryStore
from app.messages import ToolCall, ToolResult
from tests.fakes.steps import EVERY_KIND, FIRST, LAST, OPEN, REFUSED, SUM, UNKNOWN, add_reply, reply_end, some_steps


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    with contextlib.closing(HistoryStore.open(tmp_path / "history.sqlite3")) as store:
        yield store
        store.check_integrity()


@pytest.fixture
def question(store: HistoryStore) -> StoredMessage:
    return store.add_question(store.create_conversation("Trains").id, None, "When do they meet?")


def exported(store: HistoryStore, path: Path, *ids: int) -> dict[str, Any]:
    export_file(store.database, ids or store.conversation_ids(), path, ExportForm.JSON)
    return dict(json.loads(path.read_text(encoding="utf-8")))


def come_back(store: HistoryStore, path: Path) -> list[StoredMessage]:
    """Return the messages of the first conversation of a file, as they are after an import."""
    result = import_file(store.database, path)
    with store.database.reading() as connection:
        rows = connection.execute(
            "SELECT id FROM message WHERE conversation_id = ? ORDER BY id", (result.conversation_ids[0],)
        ).fetchall()
    return [store.message(row["id"]) for row in rows]


def test_steps_come_back_equal(store: HistoryStore, question: StoredMessage, tmp_path: Path) -> None:
    reply = add_reply(store, question, EVERY_KIND)
    reply = store.bookmark(reply.id, EVERY_KIND.index(FIRST), [3, 8])

    first = exported(store, tmp_path / "a.json")
    _, again = come_back(store, tmp_path / "a.json")

    assert again.steps == reply.steps
    assert (again.thinking, again.answer, again.figures) == (reply.thinking, reply.answer, reply.figures)
    assert [hit.found_in for hit in store.search("quokka")] == [FoundIn.TOOL, FoundIn.TOOL]
    assert exported(store, tmp_path / "b.json", again.conversation_id) == first


def test_a_reply_of_one_step_goes_out_as_it_always_did(
    store: HistoryStore, question: StoredMessage, tmp_path: Path
) -> None:
    add_reply(store, question, (LAST,), figures=LAST.figures)

    _, told = exported(store, tmp_path / "a.json")["conversations"][0]["messages"]

    assert told.keys() == {"role", "parent", "created_at", "model_name", "figures", "answer", "thinking", "raw"}


def test_an_older_aside_reads_what_was_thought_and_answered(
    store: HistoryStore, question: StoredMessage, tmp_path: Path
) -> None:
    reply = add_reply(store, question, (FIRST, SUM, LAST))

    _, told = exported(store, tmp_path / "a.json")["conversations"][0]["messages"]

    assert (told["thinking"], told["answer"]) == (reply.thinking, reply.answer)


def test_steps_that_a_newer_aside_wrote_come_back_with_all_they_had(store: HistoryStore, tmp_path: Path) -> None:
    steps: list[dict[str, Any]] = [
        {"kind": "model", "answer": "I ask around.", "figures": {"answer_tokens": 3}, "mood": {"is": ["calm"]}},
        {"kind": "debate", "sides": ["for", "against"], "answer": "Both.", "result": 5, "is_error": "maybe", "é": None},
        {"kind": "tool", "name": "look", "arguments": "{}", "result": "a wombat", "decision": "by-lot", "took": 1e3},
        {"kind": "", "figures": [1]},
        {"step": "of no kind"},
    ]
    message = {"role": "assistant", "parent": 0, "answer": "I ask around.", "steps": steps}
    conversation = {"title": "T", "messages": [{"role": "user", "answer": "?"}, message]}
    file = {"format": "aside-conversations", "version": 2, "conversations": [conversation]}
    (tmp_path / "newer.json").write_text(json.dumps(file), encoding="utf-8")

    _, reply = come_back(store, tmp_path / "newer.json")

    assert [type(step) for step in reply.steps] == [ModelStep, UnknownStep, ToolStep, UnknownStep, UnknownStep]
    assert reply.answer == "I ask around."
    assert [hit.found_in for hit in store.search("wombat")] == [FoundIn.TOOL]
    assert [hit.found_in for hit in store.search("against")] == [FoundIn.TOOL]
    _, told = exported(store, tmp_path / "again.json")["conversations"][0]["messages"]
    assert told["steps"] == [*steps[:4], {"kind": "", **steps[4]}]


def test_texts_that_only_unknown_steps_make_up_are_kept(store: HistoryStore, tmp_path: Path) -> None:
    message = TreeMessage(role="assistant", parent=0, answer="All agreed.", steps=({"kind": "vote"},))
    tree = ConversationTree(messages=(TreeMessage(role="user", answer="?"), message))
    file = b'{"format":"aside-conversations","conversations":[' + msgspec.json.encode(tree) + b"]}"
    (tmp_path / "newer.json").write_bytes(file)

    _, reply = come_back(store, tmp_path / "newer.json")

    assert reply.answer == "All agreed."
    assert reply.steps == (UnknownStep("vote"),)
    assert "All agreed." in markdown_of(TreeReader(store.database).read(reply.conversation_id), with_thoughts=True)
    copy = store.copies.branch_off(reply.conversation_id, [reply.parent_id or 0, reply.id], "Copy")
    assert store.branch(copy)[-1].answer == "All agreed."
    assert [hit.found_in for hit in store.search("agreed")] == [FoundIn.ANSWER, FoundIn.ANSWER]


def test_candidates_stay_bound(store: HistoryStore, question: StoredMessage, tmp_path: Path) -> None:
    alone = add_reply(store, question, (LAST,))
    for one in store.begin_candidates(question.conversation_id, question.id, ["M"] * 3):
        store.finish_reply(
            one.id,
            reply_end(raw="", thinking="", answer=f"{one.id}", state=MessageState.COMPLETE, figures=ReplyFigures()),
        )
    exported(store, tmp_path / "a.json")

    _, again, *candidates = come_back(store, tmp_path / "a.json")

    assert (alone.group_id, again.group_id) == (None, None)
    assert {one.group_id for one in candidates} == {candidates[0].id}
    assert store.candidate_ids(candidates[2].id) == [one.id for one in candidates]


def test_a_role_that_nobody_knows_comes_back(store: HistoryStore, question: StoredMessage, tmp_path: Path) -> None:
    reply = add_reply(store, question, (LAST,))
    with store.database.writing() as connection:
        connection.execute("UPDATE message SET role = 'panel' WHERE id = ?", (reply.id,))
    exported(store, tmp_path / "a.json")

    _, again = come_back(store, tmp_path / "a.json")

    assert again.answer == LAST.answer
    with store.database.reading() as connection:
        assert connection.execute("SELECT role FROM message WHERE id = ?", (again.id,)).fetchone()[0] == "panel"


def test_a_running_reply_goes_out_with_the_step_at_work(
    store: HistoryStore, question: StoredMessage, tmp_path: Path
) -> None:
    reply = store.begin_reply(question.conversation_id, question.id, "M")
    store.put_step(reply.id, 0, FIRST)
    store.put_step(reply.id, 1, SUM)
    store.append_piece(reply.id, raw="ha", thinking="ha", answer="", ordinal=2)
    exported(store, tmp_path / "a.json")

    _, again = come_back(store, tmp_path / "a.json")

    assert again.state is MessageState.STOPPED
    assert again.steps == (FIRST, SUM, ModelStep("ha", "ha"))


@pytest.mark.parametrize("seed", range(5))
def test_random_trees_come_back_equal(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with (
        contextlib.closing(HistoryStore.open(tmp_path / "a.sqlite3")) as store,
        contextlib.closing(HistoryStore.open(tmp_path / "b.sqlite3")) as other,
    ):
        conversation = store.create_conversation("T")
        replies: list[int | None] = [None]
        for _ in range(30):
            question = store.add_question(conversation.id, chance.choice(replies), "?")
            for _ in range(chance.randrange(3)):
                replies.append(add_reply(store, question, some_steps(chance)).id)
        first = exported(store, tmp_path / "a.json")
        import_file(other.database, tmp_path / "a.json")

        assert exported(other, tmp_path / "b.json") == first
        other.check_integrity()


@pytest.mark.parametrize(
    "steps",
    [
        "[1]",
        '"text"',
        '{"kind": "model"}',
        '[{"kind": "x", "deep": ' + "[" * 100_000 + "]" * 100_000 + "}]",
        '[{"kind": "x", "n": 1e999}]',
        '[{"kind": "x", "n": ' + "9" * 5000 + "}]",
    ],
)
def test_steps_that_are_none_are_told_or_kept_harmless(store: HistoryStore, tmp_path: Path, steps: str) -> None:
    file = (
        '{"format":"aside-conversations","conversations":[{"messages":[{"role":"user","answer":"?"},'
        f'{{"role":"assistant","parent":0,"answer":"!","steps":{steps}}}]}}]}}'
    )
    (tmp_path / "odd.json").write_text(file, encoding="utf-8")
    try:
        _, reply = come_back(store, tmp_path / "odd.json")
    except ExchangeError:
        assert store.conversations() == []
    else:
        assert reply.answer == "!"
        exported(store, tmp_path / "again.json")


# --- documents -------------------------------------------------------------------------------------------------------

HOSTILE = ToolStep(
    ToolCall("c", "look`</div>\n# x", '{"a": "```\n</pre><script>alert(1)</script>"}'),
    ToolResult("c", "````\n</details></pre><b>bold</b>"),
)


def tree_of(store: HistoryStore, reply: StoredMessage) -> ConversationTree:
    return TreeReader(store.database).read(reply.conversation_id)


def test_markdown_shows_calls_with_arguments_and_results_in_their_place(
    store: HistoryStore, question: StoredMessage
) -> None:
    text = markdown_of(
        tree_of(store, add_reply(store, question, (FIRST, SUM, REFUSED, OPEN, UNKNOWN, LAST))), with_thoughts=True
    )

    places = [
        text.index(part)
        for part in (
            "I need the sum.",
            "Let me see.",
            "**`Tool: calculate`**\n\nArguments:\n\n```\n" + SUM.call.arguments + "\n```\n\nResult:\n\n```\n2 hours",
            "**`Tool: fetch (refused)`**",
            "Error:\n\n```\nThe person refused.\n```",
            "**`Tool: python`**\n\nArguments:\n\n```\nnot even JSON\n```\n\nNo result.",
            "**`Step of an unknown kind: citation`**",
            '"page":7',
            "It is two.",
            "After **two** hours.",
        )
    ]
    assert places == sorted(places)
    without = markdown_of(tree_of(store, store.branch(question.conversation_id)[-1]), with_thoughts=False)
    assert "I need the sum." not in without
    assert "**`Tool: calculate`**" in without


def test_what_tools_say_is_never_markup(store: HistoryStore, question: StoredMessage) -> None:
    tree = tree_of(store, add_reply(store, question, (FIRST, HOSTILE, UnknownStep("<i>`", '{"a":"```<b>"}'), LAST)))

    page, text = web_page_of(tree, with_thoughts=True), markdown_of(tree, with_thoughts=True)

    assert "<script>" not in page
    assert "<b>" not in page
    assert "<i>" not in page
    assert page.count('<div class="tool">') == 2
    assert "\n`````\n````\n</details></pre><b>bold</b>\n`````\n" in text
    assert "**`Tool: look'</div> # x`**" in text


def test_a_web_page_shows_calls_with_arguments_and_results(store: HistoryStore, question: StoredMessage) -> None:
    page = web_page_of(tree_of(store, add_reply(store, question, (FIRST, SUM, OPEN, LAST))), with_thoughts=True)

    assert (
        '<div class="tool"><p dir="auto">Tool: calculate</p><p>Arguments</p><pre dir="auto">'
        "{&quot;expression&quot;: &quot;40 / 20&quot;}</pre><p>Result</p>"
        '<pre dir="auto">2 hours, said the quokka</pre></div>'
    ) in page
    assert "<p>No result</p></div>" in page


def test_traces_have_calls_and_results_as_messages(store: HistoryStore, question: StoredMessage) -> None:
    [trace] = traces_of(tree_of(store, add_reply(store, question, (FIRST, SUM, UNKNOWN, LAST))))

    assert msgspec.to_builtins(trace.messages) == [
        {"role": "user", "content": "When do they meet?"},
        {
            "role": "assistant",
            "content": "Let me see.",
            "reasoning_content": "I need the sum.",
            "tool_calls": [
                {
                    "id": "c1",
                    "function": {"name": "calculate", "arguments": SUM.call.arguments},
                    "type": "function",
                }
            ],
        },
        {"role": "tool", "content": "2 hours, said the quokka", "tool_call_id": "c1"},
        {"role": "assistant", "content": "After **two** hours.", "reasoning_content": "It is two."},
    ]
