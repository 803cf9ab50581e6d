"""Prints a vote of `aside ask`: for programs all that comes, for people the winner's answer and how it stood."""

from __future__ import annotations

from collections.abc import Sequence

from app.cli.output import Output
from app.cli.reply_output import print_finished, print_parts, together
from app.cli.streams import write_error_line
from app.inference.protocol import FinishReason, RunDelta, RunStats, ThinkingEnd
from app.messages import Text
from app.voting.answer import Outcome
from app.voting.ballot import Ballot

_LONGEST_SHOWN = 60


class VoteOutput:
    """Takes in what the samples say and how they end, and prints what the ballot makes of it."""

    def __init__(self, output: Output, ballot: Ballot, *, models: Sequence[str] = ()) -> None:
        """`models` are the names of those who vote, where each sample is another's."""
        self.ballot = ballot
        self._models = models
        self._output = output
        self._samples = ballot.samples
        self._answers = [""] * ballot.samples
        self._ended: dict[int, RunStats] = {}

    def add(self, delta: RunDelta) -> None:
        """Print new text for programs; people see an answer once the vote is over."""
        if self._output.is_json:
            print_parts(self._output, delta, is_one_of_several=True)
        else:
            said = "".join(part.text for part in delta.parts if isinstance(part, Text))
            self._answers[delta.run.sample] += said

    def end(self, sample: int, stats: RunStats) -> None:
        """Note that a sample has ended."""
        self._ended[sample] = stats
        if self._output.is_json:
            return
        if stats.reason is FinishReason.STOP:
            told = _shortened(self.ballot.answer(sample) or "no answer that can be compared")
        else:
            told = {FinishReason.CUT: "not needed any more", FinishReason.STOPPED: "stopped"}.get(
                stats.reason, "cut by the token limit or the context: no vote"
            )
        write_error_line(f"{self._name(sample)}: {told}")

    def finish(self) -> FinishReason:
        """Print the outcome, and then how the turn ended; samples that were never begun were stopped, or not needed."""
        reason = FinishReason.CUT if self.ballot.outcome().cut else FinishReason.STOPPED
        never = RunStats(reason, ThinkingEnd.NONE, 0, 0, 0, 0)
        each = [self._ended.get(sample, never) for sample in range(self._samples)]
        whole = together(each)
        self.print_outcome()
        self._output.begin_last()
        if self._output.is_json:
            print_finished(self._output, whole, each, models=self._models)
        return whole.reason

    def _name(self, sample: int) -> str:
        return self._models[sample] if self._models else f"Reply {sample + 1} of {self._samples}"

    def print_outcome(self) -> None:
        """Print what the vote has come to."""
        outcome = self.ballot.outcome()
        if self._output.is_json:
            self._output.event(
                event="vote",
                winner=outcome.winner,
                kind=outcome.kind.value,
                groups=[{"answer": group.answer, "samples": group.samples} for group in outcome.groups],
                finished=outcome.finished,
                cut=outcome.cut,
                **({"models": self._models} if self._models else {}),
            )
            return
        grouped = sorted(sample for group in outcome.groups for sample in group.samples)
        written = [sample for sample, answer in enumerate(self._answers) if answer.strip()]
        shown = outcome.agreeing[:1] or grouped or written  # where all were cut, what there is of them
        for sample in shown:
            if len(shown) > 1:
                self._output.line(f"{self._name(sample)}:")
            self._output.answer(self._answers[sample].strip() + "\n")
        write_error_line(_told(outcome, "models " if self._models else ""))


def _told(outcome: Outcome, whose: str) -> str:
    if not outcome.finished:
        return "No reply was finished: there is nothing to vote on."
    if whose and outcome.finished == 1:
        return "Only one model has answered: there is nothing to compare."
    votes = [(len(group.samples), group.answer) for group in outcome.groups if group.answer is not None]
    if outcome.winner is not None:
        told = f"{votes[0][0]} of {outcome.finished} {whose}agree"
    elif outcome.is_by_likeness:
        alike = len(outcome.groups[0].samples)
        told = (
            f"No vote: the {outcome.finished} replies have no form that could be compared; {alike} say nearly the same"
        )
    elif not votes:
        told = f"No vote: the {outcome.finished} replies have no form that could be compared"
    else:
        told = f"No answer has most votes of {outcome.finished}"
    if len(votes) > 1 and not outcome.is_by_likeness:
        told += ": " + ", ".join(f"{count} × {_shortened(answer)}" for count, answer in votes if answer is not None)
    return f"{told}. {outcome.cut} more were not needed." if outcome.cut else f"{told}."


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"
