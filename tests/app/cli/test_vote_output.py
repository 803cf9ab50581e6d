"""What people and programs are told of a vote."""

from __future__ import annotations

import json

import pytest

from app.cli.output import Output
from app.cli.reply_output import VoteOutput
from app.inference.protocol import FinishReason, RunDelta, RunStats, ThinkingEnd
from app.messages import RunId, Text, Thinking
from app.voting.ballot import Ballot


def printed(
    *replies: str | FinishReason, samples: int = 0, is_json: bool = False, until_sure: bool = False
) -> FinishReason:
    """Print replies by what they answer, or by how they ended without that."""
    ballot = Ballot(samples or len(replies), until_sure=until_sure)
    votes = VoteOutput(Output(is_json=is_json), ballot)
    for sample, reply in enumerate(replies):
        reason = reply if isinstance(reply, FinishReason) else FinishReason.STOP
        parts = (Thinking("Hm."), Text(reply if not isinstance(reply, FinishReason) else "It is"))
        votes.add(RunDelta(RunId(1, sample=sample), "x", parts, 1, 2, False))
        if reason is FinishReason.STOP:
            ballot.count(sample, str(reply))
        elif reason is FinishReason.LENGTH:
            ballot.leave_out()
        votes.end(sample, RunStats(reason, ThinkingEnd.MODEL, 10, 0, 1, 2))
    return votes.finish()


def test_people_get_the_winner_s_answer_and_how_many_agree(capsys: pytest.CaptureFixture[str]) -> None:
    printed("So it is 41.", "So it is **42**.", "42", r"\boxed{42}")

    out, err = capsys.readouterr()
    assert out == "So it is **42**.\n"
    assert err.splitlines()[-1] == "3 of 4 agree: 3 × 42, 1 × 41."
    assert err.splitlines()[0] == "Reply 1 of 4: 41"


def test_without_a_winner_all_answers_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    reason = printed("It is 41.", "It is 42.")

    out, err = capsys.readouterr()
    assert reason is FinishReason.STOP
    assert out == "Reply 1 of 2:\nIt is 41.\nReply 2 of 2:\nIt is 42.\n"
    assert err.splitlines()[-1] == "No answer has most votes of 2: 1 × 41, 1 × 42."


def test_an_essay_is_not_voted_on(capsys: pytest.CaptureFixture[str]) -> None:
    printed("The sea is wide.\nThe sea is deep.", "Waves come and go,\nand nobody counts them.")

    out, err = capsys.readouterr()
    assert "The sea is deep." in out
    assert "Waves come and go," in out
    assert err.splitlines()[-1] == "No vote: the 2 replies have no form that could be compared."


def test_a_tie_of_words_is_no_lack_of_a_form(capsys: pytest.CaptureFixture[str]) -> None:
    printed("The answer is **Paris**.", "The answer is **Lyon**.")

    assert capsys.readouterr().err.splitlines()[-1] == "No answer has most votes of 2: 1 × Paris, 1 × Lyon."


def test_who_has_no_vote_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    printed("It is 42.", FinishReason.LENGTH, "It is 42.", "It is 42.", samples=8, until_sure=True)

    err = capsys.readouterr().err.splitlines()
    assert err[1] == "Reply 2 of 8: cut by the token limit or the context: no vote"
    assert err[-1] == "3 of 3 agree. 4 more were not needed."


def test_a_vote_of_nothing_says_so_and_shows_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(FinishReason.STOPPED, samples=3) is FinishReason.STOPPED

    out, err = capsys.readouterr()
    assert (out, err.splitlines()[-1]) == ("It is\n", "No reply was finished: there is nothing to vote on.")


def test_programs_get_the_vote_and_then_how_all_samples_ended(capsys: pytest.CaptureFixture[str]) -> None:
    printed("It is 42.", "", "It is 42.", FinishReason.CUT, "It is 42.", samples=8, until_sure=True, is_json=True)

    *texts, vote, finished = map(json.loads, capsys.readouterr().out.splitlines())
    assert {"event": "answer", "text": "It is 42.", "sample": 2} in texts
    assert vote == {
        "event": "vote",
        "winner": "42",
        "kind": "number",
        "groups": [{"answer": "42", "samples": [0, 2, 4]}, {"answer": None, "samples": [1]}],
        "finished": 4,
        "cut": 4,
    }
    assert finished["reason"] == "stop"
    assert [sample["reason"] for sample in finished["samples"]] == ["stop"] * 3 + ["cut"] + ["stop"] + ["cut"] * 3
    assert finished["answer_tokens"] == 10
