"""A reply that is made of several steps: its trace is shown, found and compared as one, whatever stands in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.conversation.turn import Turn
from app.history.found_places import HitChoice
from app.history.records import ModelStep, ReplyFigures, StoredMessage, ToolStep, UnknownStep
from app.history.search_hit import FoundIn
from app.history.store import HistoryStore
from app.inference.protocol import RunDelta
from app.messages import Thinking, ToolCall, ToolResult
from app.paths import AppPaths
from tests.fakes.steps import EVERY_KIND, FIRST, LAST, SUM, UNKNOWN, add_reply
from tests.ui.conftest import OpenWindow, presenters_of
from tests.ui.window_actions import last_reply
from ui.assembly import Assembly
from ui.chat.thoughts.thought_editor import ThoughtEditor
from ui.chat.thoughts.trace_text import trace_of, trace_of_turn


def reply_of(*steps: ModelStep | ToolStep | UnknownStep) -> StoredMessage:
    blank = StoredMessage(2, 1, 1, "assistant", "", "", "", "complete", 0.0)  # type: ignore[arg-type]
    return blank.with_steps(steps)


@pytest.fixture
def talk(open_window: OpenWindow, paths: AppPaths) -> Assembly:
    """The window with a conversation whose reply has steps of every kind."""
    paths.data.mkdir(parents=True)
    store = HistoryStore.open(paths.database)
    conversation = store.create_conversation("A trip")
    question = store.add_question(conversation.id, None, "How long?")
    add_reply(store, question, EVERY_KIND)
    store.close()
    assembly = open_window()
    presenters_of(assembly).chat.show_conversation(conversation.id)
    return assembly


def test_a_reply_that_only_thought_shows_its_thought(qapp: QApplication) -> None:
    assert trace_of(reply_of(replace(FIRST, thinking="\n Hm.\n"))) == "Hm."
    assert trace_of(replace(reply_of(), thinking="\nNot yet a step.")) == "Not yet a step."


def test_the_trace_of_a_running_reply_is_that_of_the_reply_when_it_has_ended(qapp: QApplication) -> None:
    turn = Turn(turn_id=1, conversation_id=1, question_id=1, reply_id=2, clock=lambda: 0.0)

    def think(text: str) -> None:
        turn.accept(RunDelta(turn.run, text, (Thinking(text),), 1, 0, is_thinking=True))

    think("\n I need")
    assert trace_of_turn(turn) == "I need"
    think(" the sum.\n")
    turn.end_step(ReplyFigures(), spent=ReplyFigures())
    turn.put_tool(SUM)
    think("\nIt is")
    begun = trace_of_turn(turn)
    think(" two.")

    ended = trace_of(reply_of(*turn.ended_steps, turn.step_at_work()))
    assert ended.startswith(begun)
    assert trace_of_turn(turn) == ended
    assert "said the quokka" in ended


def test_steps_stand_in_their_order_with_what_was_asked_and_told(qapp: QApplication) -> None:
    text = trace_of(reply_of(FIRST, SUM, UNKNOWN, LAST))

    order = ["I need the sum.", "Tool: calculate", "expression: 40 / 20", "```result", "said the quokka"]
    order += ["newer Aside wrote: citation", '"page": 7', "It is two."]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "After **two** hours." not in text, "that is the answer"


@pytest.mark.parametrize("content", ["```\nnot the end\n```", "`````", "a ``` b", "~~~", "````py\n```\n````"])
def test_nothing_in_a_result_ends_its_code(qapp: QApplication, content: str) -> None:
    step = ToolStep(ToolCall("c", "read", ""), ToolResult("c", content))
    lines = trace_of(reply_of(step, replace(LAST, thinking="After."))).split("\n")

    (fence,) = (line.removesuffix("result") for line in lines if line.startswith("```") and line.endswith("`result"))
    assert lines.count(fence) == 1, "that ends it"
    assert len(fence) > max(map(len, [""] + [part for part in content.split() if set(part) == {"`"}]))


def test_a_tool_is_called_by_its_name_with_its_server_beside_it(qapp: QApplication) -> None:
    step = ToolStep(ToolCall("c", "my_files__read__all", "{}"), ToolResult("c", "x"))
    assert trace_of(reply_of(step)).split("\n")[0] == "Tool: read__all · my_files"


def test_names_of_strangers_are_seen_whole(qapp: QApplication) -> None:
    step = ToolStep(ToolCall("c", "a\u202egood\nTool: other", "not JSON\x07"), ToolResult("c", "x", is_error=True))
    heading = trace_of(reply_of(step)).split("\n")[0]

    assert "<U+202E>" in heading
    assert "other" in heading
    assert "```error" in trace_of(reply_of(step))


def test_the_pane_shows_the_trace_and_the_card_the_calls(talk: Assembly, qtbot: QtBot) -> None:
    view = last_reply(talk)

    assert view.card.calls == 4
    qtbot.waitUntil(lambda: "said the quokka" in talk.content.dock.pane.view.text())
    text = talk.content.dock.pane.view.text()
    assert "4 calls" in view.findChild(type(view._chip)).text()  # type: ignore[union-attr]
    assert "The person refused." in text
    assert "No result" in text
    assert "After **two** hours." in view.card.answer
    assert "Let me see." in view.card.answer


def test_a_word_that_only_a_tool_said_is_found_and_shown(talk: Assembly, qtbot: QtBot) -> None:
    reply_id = last_reply(talk).card.message_id
    presenters_of(talk).search.hit_chosen.emit(HitChoice(1, reply_id, "quokka", FoundIn.TOOL, "quokka"))
    qtbot.waitUntil(lambda: talk.content.dock.pane.view.hit_count == 1)

    talk.content.page.find_bar.open_bar("quokka")
    presenters_of(talk).find.find("quokka")
    labels = talk.content.page.find_bar.findChildren(QLabel)
    qtbot.waitUntil(lambda: any(label.text() == "1 of 1" for label in labels))


def test_of_a_trace_with_calls_the_last_thought_is_edited(talk: Assembly) -> None:
    presenters_of(talk).thinking.edit_thought()
    (editor,) = talk.content.dock.pane.findChildren(ThoughtEditor)
    assert editor._text.toPlainText() == "It is two."
