"""A turn whose model calls tools: kept step by step, asked on with all that came before, and gone on with when cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.conversation.conversation_overrides import ConversationOverrides, ThinkingLevels
from app.conversation.preferences import SessionPreferences
from app.conversation.prompt import chat_messages
from app.conversation.reply_keeper import ReplyKeeper
from app.conversation.turn import Turn
from app.conversation.turn_requests import TurnRequests
from app.errors import UserError
from app.history.asking import ConversationSetup, NewQuestion
from app.history.records import MessageState, ModelStep, Step, StoredMessage, UnknownStep
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from app.inference.protocol import FinishReason, RunDelta, RunStats, ThinkingEnd
from app.messages import Message, RunId, Text, Thinking, ToolCall, ToolResult
from tests.fakes.steps import DRAWN, FIRST, LAST, OPEN, REFUSED, SUM, UNKNOWN, add_reply


class _Desk:
    """A store, its writer, and a keeper of replies between them."""

    def __init__(self, path: Path) -> None:
        self.now = 100.0
        self.problems: list[UserError] = []
        self.store = HistoryStore.open(path)
        self.writer = HistoryWriter(path, on_problem=self.problems.append, interval_s=0.01)
        self.turns = iter(range(1, 100))
        self.keeper = ReplyKeeper(
            store=self.store, writer=self.writer, clock=lambda: self.now, turn_ids=lambda: next(self.turns)
        )
        self.requests = TurnRequests(
            preferences=SessionPreferences,
            thinking=ThinkingLevels(self.store, SessionPreferences),
            own=ConversationOverrides(self.store),
        )

    def ask(self, text: str = "When do they meet?") -> Turn:
        return self.keeper.begin(self.store.ask(ConversationSetup("T"), NewQuestion(text, "Qwen")).reply)

    def hear(self, turn: Turn, thinking: str, answer: str) -> None:
        """Let the model write; a second passes with each thought."""
        for part, is_thinking in ((Thinking(thinking), True), (Text(answer), False)):
            if not part.text:
                continue
            raw = part.text.upper()
            thought = len(thinking.split())
            answered = 0 if is_thinking else len(answer.split())
            turn.accept(RunDelta(turn.run, raw, (part,), thought, answered, is_thinking))
            self.keeper.append(turn, raw=raw, parts=(part,))
            self.now += 1.0

    def sent(self, turn: Turn) -> tuple[Message, ...]:
        branch = self.keeper.branch(turn.conversation_id, turn.question_id)
        return self.requests.for_turn(turn, branch, None).messages

    def saved(self, turn: Turn) -> StoredMessage:
        assert self.writer.flush(10)
        return self.store.message(turn.reply_id)


def stats(*, thinking: int = 2, answer: int = 1, reason: FinishReason = FinishReason.STOP) -> RunStats:
    return RunStats(
        reason=reason,
        thinking_ended=ThinkingEnd.MODEL,
        prompt_tokens=10,
        cached_tokens=5,
        thinking_tokens=thinking,
        answer_tokens=answer,
        thinking_s=1.0,
        tokens_per_s=4.0,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[_Desk]:
    desk = _Desk(tmp_path / "history.sqlite3")
    yield desk
    desk.writer.close()
    desk.store.check_integrity()
    desk.store.close()
    assert desk.problems == []


def test_a_turn_is_kept_step_by_step(desk: _Desk) -> None:
    turn = desk.ask()
    assert turn.run == RunId(turn.id, 0)
    desk.hear(turn, "I need the sum.", "Let me see.")
    first = desk.keeper.end_step(turn, stats(thinking=4, answer=3))
    place = desk.keeper.put_tool(turn, OPEN)
    assert turn.run == RunId(turn.id, 2)
    assert desk.saved(turn).steps == (first, OPEN)
    desk.keeper.put_tool(turn, SUM, place)
    desk.hear(turn, "It is two.", "")
    assert desk.saved(turn).steps == (first, SUM, ModelStep("IT IS TWO.", "It is two."))
    assert desk.keeper.so_far(turn).steps == desk.saved(turn).steps
    desk.hear(turn, "", "After two hours.")

    ended = desk.keeper.end(turn, stats=stats(thinking=3, answer=3), failure=None, ended_at=1.0)

    assert (turn.thinking, turn.answer) == ("I need the sum.\n\nIt is two.", "Let me see.\n\nAfter two hours.")
    assert turn.raw == "I NEED THE SUM.LET ME SEE.IT IS TWO.AFTER TWO HOURS."
    assert desk.saved(turn) == ended
    last = ended.steps[2]
    assert isinstance(last, ModelStep)
    assert (first.figures.thinking_tokens, first.figures.answer_tokens, first.figures.thinking_s) == (4, 3, 1.0)
    assert (last.figures.thinking_tokens, last.figures.answer_tokens, last.figures.thinking_s) == (0, 3, 1.0)
    assert (ended.figures.thinking_tokens, ended.figures.answer_tokens, ended.figures.thinking_s) == (4, 6, 2.0)
    assert ended.state is MessageState.COMPLETE


def test_a_turn_that_is_stopped_while_a_tool_works_ends_with_the_call(desk: _Desk) -> None:
    turn = desk.ask()
    desk.hear(turn, "I need the sum.", "")
    desk.keeper.end_step(turn, stats())
    desk.keeper.put_tool(turn, OPEN)

    ended = desk.keeper.end(turn, stats=None, failure=None, ended_at=1.0)

    assert desk.saved(turn) == ended
    assert [type(step) for step in ended.steps] == [ModelStep, type(OPEN)]
    assert ended.state is MessageState.STOPPED


def test_the_next_step_is_asked_with_the_calls_and_results_before_it(desk: _Desk) -> None:
    turn = desk.ask()
    asked = (Message.user("When do they meet?"),)
    assert desk.sent(turn) == asked
    desk.hear(turn, "I need the sum.", "Let me see.")
    desk.keeper.end_step(turn, stats())
    for tool in (SUM, REFUSED):
        desk.keeper.put_tool(turn, tool)

    assert SUM.result is not None
    assert REFUSED.result is not None
    assert desk.sent(turn) == (
        *asked,
        Message("assistant", (Thinking("I need the sum."), Text("Let me see."), SUM.call, REFUSED.call)),
        Message("tool", (SUM.result,)),
        Message("tool", (REFUSED.result,)),
    )
    desk.keeper.end(turn, stats=None, failure=None, ended_at=1.0)


@pytest.mark.parametrize("steps", [(FIRST, SUM, LAST), (FIRST, SUM)], ids=["in an answer", "after a tool"])
def test_a_cut_reply_goes_on_after_its_steps(desk: _Desk, steps: tuple[Step, ...]) -> None:
    question = desk.store.add_question(desk.store.create_conversation().id, None, "When?")
    cut = add_reply(desk.store, question, steps, state=MessageState.LENGTH)
    turn = desk.keeper.begin(desk.store.begin_reply(question.conversation_id, question.id, "Qwen", begins_with=cut))
    turn.begin_with(cut)

    assert turn.step == 2
    *_, last = desk.sent(turn)
    assert SUM.result is not None
    begun = Message.assistant(LAST.answer, LAST.thinking, raw=LAST.raw)
    assert last == (begun if steps[-1] is LAST else Message("tool", (SUM.result,)))
    desk.hear(turn, "", " So there.")
    ended = desk.keeper.end(turn, stats=stats(), failure=None, ended_at=1.0)

    assert desk.saved(turn) == ended
    assert ended.steps[:2] == (FIRST, SUM)
    assert ended.answer == (cut.answer + " So there." if steps[-1] is LAST else "Let me see.\n\n So there.")
    assert ended.figures.answer_tokens == (cut.figures.answer_tokens or 0) + 2


def given(*steps: Step, answer: str | None = None) -> StoredMessage:
    reply = StoredMessage(2, 1, 1, "assistant", "", "", "", MessageState.COMPLETE, 1.0).with_steps(steps)
    assert answer is None or reply.answer == answer
    return reply


QUESTION = StoredMessage(1, 1, None, "user", "", "", "When?", MessageState.COMPLETE, 1.0)
CALL = Message("assistant", (Thinking(FIRST.thinking), Text(FIRST.answer), SUM.call))


def sent(reply: StoredMessage) -> tuple[Message, ...]:
    asked, *messages = chat_messages([QUESTION, reply], is_over=True)
    assert asked == Message.user("When?")
    return tuple(messages)


def test_a_reply_that_called_tools_is_sent_as_what_happened() -> None:
    assert SUM.result is not None
    results = (Message("tool", (SUM.result,)),)
    end = (Message.assistant(LAST.answer, LAST.thinking),)

    assert sent(given(FIRST, SUM, LAST)) == (CALL, *results, *end)
    assert sent(given(FIRST, SUM, UNKNOWN, LAST)) == (CALL, *results, *end)
    assert sent(given(SUM, LAST)) == (Message("assistant", (SUM.call,)), *results, *end)


@pytest.mark.parametrize("sees_images", [True, False])
def test_what_tools_have_drawn_is_sent_to_a_model_that_sees_images(sees_images: bool) -> None:
    sent_messages = chat_messages([QUESTION, given(FIRST, DRAWN, LAST)], is_over=True, sees_images=sees_images)
    (result,) = sent_messages[2].parts
    assert isinstance(result, ToolResult)
    assert DRAWN.result is not None
    assert result.images == (DRAWN.result.images if sees_images else ())
    assert sent_messages[2].images == (), "it is not attached"


def test_every_call_that_is_sent_has_a_result() -> None:
    _, answer, _ = sent(given(FIRST, OPEN, LAST))

    (result,) = answer.parts
    assert isinstance(result, ToolResult)
    assert result.is_error
    assert result.call_id == OPEN.call.call_id


def test_a_reply_is_sent_up_to_its_last_answer() -> None:
    only_first = (Message("assistant", FIRST.parts),)

    assert sent(given(FIRST, SUM)) == only_first
    assert sent(given(FIRST, SUM, ModelStep("", "Only a thought", ""))) == only_first
    assert sent(given(ModelStep("", "Only a thought", ""), SUM)) == ()
    assert sent(given(SUM)) == ()
    assert sent(given()) == ()
    assert sent(given(UnknownStep("later"))) == ()


def test_a_reply_without_tools_is_one_message() -> None:
    assert sent(given(FIRST)) == (Message.assistant(FIRST.answer, FIRST.thinking),)
    assert sent(given(FIRST, UNKNOWN, LAST)) == (
        Message.assistant("Let me see.\n\nAfter **two** hours.", "I need the sum.\n\nIt is two."),
    )


def test_parts_of_a_reply_are_those_that_are_sent() -> None:
    reply = given(FIRST, SUM, LAST)

    assert [part for message in sent(reply) for part in message.parts] == list(reply.parts)
    assert [part for part in reply.parts if isinstance(part, ToolCall)] == [SUM.call]
