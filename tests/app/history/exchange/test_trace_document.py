"""One reply's trace as a file."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from pathlib import Path

import pytest

from app.history.confidence import ConfidenceRecorder
from app.history.exchange.errors import FileIsOutOfReach
from app.history.exchange.importing import import_file
from app.history.exchange.trace_document import TracedReply, export_trace, trace_document
from app.history.exchange.trace_form import TraceForm
from app.history.records import MessageState, ModelStep, ReplyFigures, StoredMessage
from app.history.store import HistoryStore
from tests.fakes.steps import SUM, reply_end

THOUGHT = "First, I'll add <b>2</b> and 3.\n\nWait, is it 4? It says 3.\n\nSo the answer is 5."


def reply_of(*steps: ModelStep) -> StoredMessage:
    reply = StoredMessage(2, 1, 1, "assistant", "", "", "", MessageState.COMPLETE, 1.7e9, "Qwen")
    return reply.with_steps((*steps[:-1], SUM, steps[-1]) if len(steps) > 1 else steps)


def step(*, marks: str = "0,0,0 33,12,15 28,9,10") -> ModelStep:
    recorder = ConfidenceRecorder()
    recorder.note((b"First", math.log(0.5)), [(b"First", math.log(0.5)), (b"Hmm", math.log(0.4))])
    raw = THOUGHT + "</think>**5**"
    figures = ReplyFigures(thinking_tokens=25, thinking_s=3.0)
    return ModelStep(raw, THOUGHT, "**5**", figures, recorder.encoded(raw), marks)


def document(form: TraceForm, reply: StoredMessage) -> str:
    return trace_document(TracedReply("Two & <three>", "What is 2 + 3?\nPlease.", reply), form)


def test_json_tells_steps_and_confidence() -> None:
    told = json.loads(document(TraceForm.JSON, reply_of(replace(step(), bookmarks=(40,)))))
    (thought,) = told["thoughts"]

    assert (told["format"], told["version"], told["question"]) == ("aside-trace", 1, "What is 2 + 3?\nPlease.")
    assert [one["kind"] for one in thought["steps"]] == ["plan", "doubt", "conclusion"]
    assert [one.get("tokens_before", 0) for one in thought["steps"]] == [0, 12, 21]
    assert [one.get("began_s", 0) for one in thought["steps"]] == [0.0, 1.5, 2.5]
    assert [(one.get("tokens"), one.get("seconds")) for one in thought["steps"]] == [(12, 1.5), (9, 1.0), (4, 0.5)]
    assert [one.get("is_bookmarked", False) for one in thought["steps"]] == [False, True, False]
    assert all(thought["thinking"][one["start"] : one["end"]].strip() == one["text"] for one in thought["steps"])
    assert thought["confidence"][0]["nearly_said"] == [["Hmm", 0.4]]
    assert (thought["confidence"][0]["start"], thought["confidence"][0]["end"]) == (0, 5)


def test_markdown_has_an_outline_and_each_step_with_what_it_has_cost() -> None:
    text = document(TraceForm.MARKDOWN, reply_of(replace(step(), bookmarks=(40,))))

    assert "> What is 2 + 3?\n> Please." in text
    assert "2. **★ Doubt** Wait, is it 4? It says 3. (9 tokens, 1.0 s)" in text
    assert "### 2 ★ Doubt (9 tokens, 1.0 s)\n\nWait, is it 4? It says 3.\n" in text
    assert text.endswith("## Answer\n\n**5**\n")


def test_nothing_is_said_to_have_been_thought_that_was_given() -> None:
    cut = replace(reply_of(replace(step(), marks="0,0,0 33,0,2 28,9,10")), state=MessageState.STOPPED)
    text = document(TraceForm.MARKDOWN, replace(cut, figures=ReplyFigures(thinking_s=70.0, is_thought_edited=True)))

    assert "1. **Plan** First, I'll add <b>2</b> and 3.\n" in text
    assert "1 min 10 s, thought edited, stopped*" in text


def test_a_page_leads_from_its_outline_to_its_steps_and_escapes_all() -> None:
    page = document(TraceForm.WEB_PAGE, reply_of(step()))

    links, places = re.findall(r'href="#(\w+)"', page), re.findall(r'<section class="\w+" id="(\w+)"', page)
    assert links == places == ["step1", "step2", "step3"]
    assert '<section class="doubt" id="step2">' in page
    assert "&lt;b&gt;2&lt;/b&gt;" in page
    assert "<b>2</b>" not in page
    assert "<strong>5</strong>" in page
    assert "script" not in page


@pytest.mark.parametrize("form", TraceForm)
def test_a_reply_of_several_steps_or_of_none_has_a_document(form: TraceForm) -> None:
    several = document(form, reply_of(step(), step(marks="")))
    bare = document(form, reply_of(ModelStep("Yes.", "", "Yes.")))

    assert several.count("Wait, is it 4?") >= 2
    assert "Yes." in bare
    assert "Outline" not in bare


def test_a_trace_as_json_comes_back_as_it_was(tmp_path: Path) -> None:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    reply = reply_of(replace(step(), bookmarks=(40,)), step(marks=""))
    target = tmp_path / "trace.json"
    target.write_text(document(TraceForm.JSON, reply), "utf-8")
    (conversation,) = import_file(store.database, target).conversation_ids
    question, again = store.branch(conversation)

    assert (store.conversation(conversation).title, question.answer) == ("Two & <three>", "What is 2 + 3?\nPlease.")
    assert again.steps == reply.steps
    store.close()


def test_a_trace_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    question = store.add_question(store.create_conversation("Sums").id, None, "2 + 3?")
    reply = store.begin_reply(question.conversation_id, question.id, "M")
    store.finish_reply(
        reply.id, reply_end(raw="", thinking=THOUGHT, answer="5", state=MessageState.COMPLETE, figures=ReplyFigures())
    )
    target = tmp_path / "trace.json"
    export_trace(store.database, reply.id, target, TraceForm.JSON)

    assert json.loads(target.read_text("utf-8"))["title"] == "Sums"
    with pytest.raises(FileIsOutOfReach):
        export_trace(store.database, reply.id, tmp_path / "gone" / "trace.json", TraceForm.JSON)
    with pytest.raises(LookupError):
        export_trace(store.database, 99, target, TraceForm.JSON)
    store.close()
