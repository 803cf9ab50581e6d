"""The built-in model under every kind of steering: each ends in a well-formed answer."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.conversation.reply_prompt import ReplyPrompt, ask_for_prompt
from app.history.records import MessageState
from app.inference.protocol import Event, FinishReason, GenerationRequest, RunDelta, ThinkingEnd
from app.messages import Message, Text, Thinking
from tests.fakes.session_at_work import SessionAtWork
from tests.fakes.tiny_models.running_engine import GREEDY, Reply, RunningEngine

ROOT = Path(__file__).resolve().parents[2]
Aside = Callable[..., subprocess.CompletedProcess[str]]
SUM = "What is 347 + 588?"
MARKERS = ("<think>", "</think>", "<|im_")
FORCED_CLOSE_MOST = 8
"""The most tokens that closing a thought takes in any format known."""


def request(*beginning: Message, max_tokens: int | None = None, **options: object) -> GenerationRequest:
    sampling = replace(replace(GREEDY, max_tokens=max_tokens))
    return GenerationRequest((Message.user(SUM), *beginning), sampling, **options)  # type: ignore[arg-type]


def is_well_formed(reply: Reply) -> bool:
    texts = (reply.thinking, reply.answer)
    has_marker = any(marker in text for marker in MARKERS for text in texts)
    return bool(reply.answer.strip()) and not has_marker and reply.stats.reason is FinishReason.STOP


@pytest.mark.parametrize(
    ("arguments", "most_thinking", "ended"),
    [
        (("--thinking", "off"), 0, "none"),
        (("--thinking", "on"), 1000, "model"),
        (("--think-budget", "20"), 20, "budget"),
        (("--think-budget", "1"), 1, "budget"),
        (("--think-budget", "0"), 0, "none"),
        (("--think-seconds", "0"), 1, "budget"),
    ],
)
def test_every_bound_of_the_command_line_ends_in_an_answer(
    aside: Aside, arguments: tuple[str, ...], most_thinking: int, ended: str
) -> None:
    result = aside("ask", "--json", "--temperature", "0", *arguments, SUM)

    *events, finished = [json.loads(line) for line in result.stdout.splitlines()]
    answer = "".join(event["text"] for event in events if event["event"] == "answer")
    assert result.returncode == 0, result.stderr
    assert answer.strip()
    assert not any(marker in answer for marker in MARKERS)
    assert finished["thinking_tokens"] <= most_thinking
    assert finished["forced_tokens"] <= FORCED_CLOSE_MOST
    assert (finished["reason"], finished["thinking_ended"]) == ("stop", ended)


_BEGUN = "I need 347+588.\nOnes: 7+8=15,"


def test_a_thought_begun_on_the_command_line_is_gone_on_from(aside: Aside) -> None:
    result = aside("ask", "--json", "--temperature", "0", "--prefill-thinking", _BEGUN, SUM)

    *events, _finished = [json.loads(line) for line in result.stdout.splitlines()]
    thinking = "".join(event["text"] for event in events if event["event"] == "thinking")
    assert thinking.startswith(_BEGUN)
    assert len(thinking) > len(_BEGUN)
    assert "935" in "".join(event["text"] for event in events if event["event"] == "answer")


def test_answer_now_in_mid_thought_is_answered(starter: Path) -> None:
    with RunningEngine(starter) as engine:

        def want_answer(event: Event) -> None:
            if isinstance(event, RunDelta) and event.thinking_tokens > 12:
                engine.interrupts.end_thinking(event.run)

        engine.on_event = want_answer
        reply = engine.answer_to(request())

    assert is_well_formed(reply)
    assert reply.stats.thinking_ended is ThinkingEnd.ANSWER_NOW


def test_a_nudged_thought_goes_on_to_an_answer(starter: Path) -> None:
    with RunningEngine(starter) as engine:
        nudged: list[int] = []

        def nudge(event: Event) -> None:
            if isinstance(event, RunDelta) and event.thinking_tokens > 12 and not nudged:
                nudged.append(event.run.turn)
                engine.interrupts.nudge(event.run, "Check the tens again.")

        engine.on_event = nudge
        reply = engine.answer_to(request(max_tokens=400))

    assert is_well_formed(reply)
    assert "Check the tens again." in reply.thinking


@pytest.mark.parametrize("answers_now", [False, True])
@pytest.mark.parametrize("thought", ["347 + 588. Ones: 7+8=15, write 5, carry 1.", "It is 935.", ""])
def test_an_edited_thought_is_gone_on_from_or_answered_from(starter: Path, thought: str, answers_now: bool) -> None:
    parts = (Thinking(thought), Text("")) if answers_now else (Thinking(thought),)
    with RunningEngine(starter) as engine:
        reply = engine.answer_to(request(Message("assistant", parts), think_budget=200, max_tokens=400))

    assert is_well_formed(reply)
    assert reply.thinking.startswith(thought)
    assert (reply.stats.thinking_tokens == 0) is answers_now


_WRITE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from tests.fakes.session_at_work import SessionAtWork
database, model, question, kind, length = sys.argv[1:]
with SessionAtWork(Path(database), Path(model)) as work:
    turn = work.session.send(None, question)
    work.until(lambda: len(getattr(turn, kind)) >= int(length))
    work.writer.flush(5.0)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(("kind", "length"), [("thinking", 30), ("thinking", 90), ("answer", 3)])
def test_a_reply_cut_by_the_death_of_the_app_goes_on_to_the_same_end(
    tmp_path: Path, starter: Path, kind: str, length: int
) -> None:
    database = tmp_path / "history.sqlite3"
    died = subprocess.run(
        [sys.executable, "-c", _WRITE_AND_DIE, str(database), str(starter), SUM, kind, str(length)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr
    with RunningEngine(starter) as engine:
        whole = engine.answer_to(request())

    with SessionAtWork(database, starter) as work:
        (cut,) = work.store.recover_interrupted()
        resumed = work.session.resume(cut.id)
        work.until(lambda: resumed.has_ended)

    assert len(getattr(cut, kind)) >= length
    assert cut.state is MessageState.FAILED
    assert resumed.raw == whole.raw
    assert resumed.thinking.split() == whole.thinking.split()
    assert "935" in resumed.answer


def test_a_thought_edited_in_a_session_is_answered_as_another_version(tmp_path: Path, starter: Path) -> None:
    with SessionAtWork(tmp_path / "history.sqlite3", starter) as work:
        first = work.session.send(None, SUM)
        work.until(lambda: first.has_ended)
        second = work.session.continue_thought(first.reply_id, "It is 935.", answers_now=True)
        work.until(lambda: second.has_ended)
        work.writer.flush(5.0)
        old, new = work.store.siblings(first.reply_id)
        prompts: list[object] = []
        ask_for_prompt(work.session, work.broker.counting, new.id, prompts.append)
        work.until(lambda: bool(prompts))

    assert isinstance(prompts[0], ReplyPrompt)
    assert prompts[0].is_as_it_was
    assert "It is 935." in prompts[0].account.pieces[-1].text
    assert "935" in old.answer
    assert (new.thinking, new.state) == ("It is 935.", MessageState.COMPLETE)
    assert new.answer.strip()
