"""What people and programs are told of how replies ended."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.cli.output import Output
from app.cli.reply_output import ReplyOutput, together
from app.inference.protocol import FinishReason, RunDelta, RunStats, ThinkingEnd
from app.messages import RunId, Text


def _stats(reason: FinishReason, thinking_ended: ThinkingEnd, *, thinking_tokens: int = 5) -> RunStats:
    return RunStats(reason, thinking_ended, 10, 0, thinking_tokens, 3)


def _printed(*ended: RunStats, is_json: bool = False) -> None:
    replies = ReplyOutput(Output(is_json=is_json), samples=len(ended))
    for number, stats in reversed(list(enumerate(ended))):
        replies.add(RunDelta(RunId(1, sample=number), "x", (Text(f"answer {number}"),), 0, 1, False))
        replies.end(number, stats)
    replies.finish()


FINE = _stats(FinishReason.STOP, ThinkingEnd.MODEL)
BUDGET = _stats(FinishReason.STOP, ThinkingEnd.BUDGET)
CUT_THOUGHT = _stats(FinishReason.LENGTH, ThinkingEnd.LENGTH)
CUT_ANSWER = _stats(FinishReason.LENGTH, ThinkingEnd.MODEL)


@pytest.mark.parametrize(
    ("stats", "words"),
    [
        (FINE, ""),
        (BUDGET, "The thought was ended: its budget, or its part of the context, is used up.\n"),
        (CUT_THOUGHT, "The thought was cut: the token limit or the context is used up.\n"),
        (CUT_ANSWER, "The reply was cut: the token limit or the context is used up.\n"),
        (_stats(FinishReason.STOP, ThinkingEnd.LOOP), "The thought was ended: it went round in circles.\n"),
        (_stats(FinishReason.STOP, ThinkingEnd.BUDGET, thinking_tokens=0), ""),
        (_stats(FinishReason.STOPPED, ThinkingEnd.STOPPED), ""),
    ],
)
def test_a_thought_that_was_cut_is_never_silent(
    stats: RunStats, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _printed(stats)

    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("answer 0\n", words)


def test_of_several_replies_each_that_was_cut_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    _printed(FINE, CUT_THOUGHT, _stats(FinishReason.LENGTH, ThinkingEnd.BUDGET), FINE)

    printed = capsys.readouterr()
    assert printed.err.splitlines() == [
        "Reply 2: The thought was cut: the token limit or the context is used up.",
        "Reply 3: The thought was ended: its budget, or its part of the context, is used up. "
        "The reply was cut: the token limit or the context is used up.",
    ]
    assert printed.out.split("\n\n") == [f"Reply {k + 1} of 4:\nanswer {k}" for k in range(3)] + [
        "Reply 4 of 4:\nanswer 3\n"
    ]


def test_programs_are_told_why_each_thought_ended(capsys: pytest.CaptureFixture[str]) -> None:
    _printed(FINE, BUDGET, CUT_THOUGHT, is_json=True)

    finished = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert [one["thinking_ended"] for one in finished["samples"]] == ["model", "budget", "length"]
    assert finished["thinking_ended"] == "length"


def test_all_replies_together_ended_as_the_one_that_was_cut_most() -> None:
    nothing = _stats(FinishReason.STOP, ThinkingEnd.NONE, thinking_tokens=0)

    assert together([FINE, FINE, BUDGET]).thinking_ended is ThinkingEnd.BUDGET
    assert together([BUDGET, CUT_THOUGHT]).thinking_ended is ThinkingEnd.LENGTH
    assert together([nothing, FINE]).thinking_ended is ThinkingEnd.MODEL
    assert together([nothing, nothing]).thinking_ended is ThinkingEnd.NONE


def test_the_speed_of_all_together_counts_from_the_first_to_the_last() -> None:
    timed = replace(FINE, thinking_tokens=60, answer_tokens=41, tokens_per_s=10.0)
    first, second = replace(timed, time_to_first_token_s=1.0), replace(timed, time_to_first_token_s=11.0)

    assert together([first, first]).tokens_per_s == pytest.approx(202 / 10)
    assert together([first, second]).tokens_per_s == pytest.approx(202 / 20), "one after the other"
    assert together([first, second]).time_to_first_token_s == 1.0
