"""Prints the replies of `aside ask`: as they come for programs, one after another for people."""

from __future__ import annotations

from collections.abc import Sequence

from app.cli.output import Output
from app.cli.streams import write_error_line
from app.inference.control_words import saving_words
from app.inference.protocol import FinishReason, LoopNoticed, RunDelta, RunEvent, RunStats, ThinkingEnd
from app.messages import ReplyPart, Text, Thinking, ToolCall
from app.voting.answer import Outcome
from app.voting.ballot import Ballot

_THOUGHT_ENDED = {
    ThinkingEnd.LENGTH: "The thought was cut: the token limit or the context is used up.",
    ThinkingEnd.BUDGET: "The thought was ended: its budget, or its part of the context, is used up.",
    ThinkingEnd.LOOP: "The thought was ended: it went round in circles.",
}
_COUNTS = ("prompt_tokens", "cached_tokens", "thinking_tokens", "answer_tokens", "forced_tokens")
_NO_ANSWER = "The model ended its reply without an answer."
_REPLY_CUT = "The reply was cut: the token limit or the context is used up."
_ENDS_BY_WEIGHT = (
    ThinkingEnd.STOPPED,
    ThinkingEnd.LENGTH,
    ThinkingEnd.LOOP,
    ThinkingEnd.BUDGET,
    ThinkingEnd.ANSWER_NOW,
    ThinkingEnd.MODEL,
    ThinkingEnd.NONE,
)
"""Of several replies, what somebody should know first."""


class ReplyOutput:
    """Prints what the samples of one turn say, and how each ended where it did not end by itself.

    For people the first sample is shown as it comes; what others say meanwhile waits until it is their turn.
    """

    def __init__(self, output: Output, *, samples: int = 1, models: Sequence[str] = ()) -> None:
        """`models` are the names of those who write the samples, where each is another."""
        self._output = output
        self._models = models
        self._samples = samples
        self.steps = 0
        """How many the reply has had, of the model and of tools, where it could call any."""
        self._shown = 0
        """The sample on the terminal now."""
        self._is_headed = False
        self._waiting: list[list[ReplyPart]] = [[] for _ in range(samples)]
        self._ended: dict[int, RunStats] = {}

    def add(self, delta: RunDelta) -> None:
        """Print new text, or keep it for later."""
        if self._output.is_json:
            print_parts(self._output, delta, is_one_of_several=self._samples > 1)
            return
        self._waiting[delta.run.sample].extend(delta.parts)
        self._show()

    def end(self, sample: int, stats: RunStats) -> None:
        """Note that a sample has ended."""
        self._ended[sample] = stats
        if not self._output.is_json:
            self._show()

    def finish(self) -> FinishReason:
        """Print how the turn ended, all samples together; those that have not ended were stopped."""
        stopped = RunStats(FinishReason.STOPPED, ThinkingEnd.NONE, 0, 0, 0, 0)
        each = [self._ended.get(sample, stopped) for sample in range(self._samples)]
        whole = each[0] if self._samples == 1 else together(each)
        self._output.begin_last()
        if self._output.is_json:
            print_finished(self._output, whole, each, steps=self.steps, models=self._models)
            return whole.reason
        while self._shown < self._samples - 1:  # stopped before it was their turn: what they have said so far
            self._next()
            self._print_waiting()
        self._output.end_thinking()
        self._output.line("")
        self._tell_how_it_ended()
        return whole.reason

    def _show(self) -> None:
        self._print_waiting()
        while self._shown in self._ended and self._shown < self._samples - 1:
            self._next()
            self._print_waiting()

    def _next(self) -> None:
        self._output.end_thinking()
        self._output.line("")
        self._tell_how_it_ended()
        self._output.line("")
        self._shown += 1
        self._is_headed = False

    def _tell_how_it_ended(self) -> None:
        """Say on stderr what cut the thought or the reply that was just shown."""
        stats = self._ended.get(self._shown)
        if stats is None:
            return
        told = _THOUGHT_ENDED.get(stats.thinking_ended, "") if stats.thinking_tokens else ""
        if stats.reason is FinishReason.LENGTH and stats.thinking_ended is not ThinkingEnd.LENGTH:
            told = f"{told} {_REPLY_CUT}".lstrip()
        if stats.reason is FinishReason.STOP and stats.thinking_tokens and not stats.answer_tokens:
            told = f"{told} {_NO_ANSWER}".lstrip()
        told = f"{told} {saving_words(stats.saved_by_drafts)}".strip()
        if told and self._samples > 1:
            told = f"{self._name()}: {told}"
        if told:
            write_error_line(told)

    def _name(self, *, of: int = 0) -> str:
        if self._models:
            return self._models[self._shown]
        return f"Reply {self._shown + 1} of {of}" if of else f"Reply {self._shown + 1}"

    def _print_waiting(self) -> None:
        if self._samples > 1 and not self._is_headed:
            self._output.line(f"{self._name(of=self._samples)}:")
            self._is_headed = True
        parts = self._waiting[self._shown]
        for part in parts:
            if isinstance(part, Thinking):
                self._output.thinking(part.text)
            elif isinstance(part, Text):
                self._output.end_thinking()
                self._output.answer(part.text)
        parts.clear()


def print_parts(output: Output, delta: RunDelta, *, is_one_of_several: bool) -> None:
    """Print new text for programs."""
    more = {"sample": delta.run.sample} if is_one_of_several else {}
    for part in delta.parts:
        if not isinstance(part, ToolCall):
            output.event(event="thinking" if isinstance(part, Thinking) else "answer", text=part.text, **more)


def print_finished(
    output: Output, whole: RunStats, each: list[RunStats], *, steps: int = 0, models: Sequence[str] = ()
) -> None:
    """Print for programs how the turn ended, and each of its samples if there are several."""
    named: list[dict[str, object]] = [{"model": name} for name in models] or [{} for _ in each]
    figures = [name | _figures(stats) for name, stats in zip(named, each, strict=True)]
    more: dict[str, object] = {"samples": figures} if len(each) > 1 else {}
    if steps:
        more["steps"] = steps
    output.event(event="finished", **_figures(whole), **more)


def together(each: list[RunStats]) -> RunStats:
    """Return the figures of the samples of one turn: counts added up, times from the first to the last of them."""
    reasons = {stats.reason for stats in each}
    order = (
        FinishReason.STOPPED,
        FinishReason.LENGTH,
        FinishReason.TOOL_CALLS,
        FinishReason.STOP,
        FinishReason.CUT,
    )
    ends = {stats.thinking_ended for stats in each}
    sampled = [stats.thinking_tokens + stats.answer_tokens for stats in each]
    begun_s = [stats.time_to_first_token_s for stats in each if stats.time_to_first_token_s is not None]
    ended_s = [
        (stats.time_to_first_token_s or 0.0) + (count - 1) / stats.tokens_per_s
        for count, stats in zip(sampled, each, strict=True)
        if stats.tokens_per_s
    ]
    saved = sum(stats.saved_by_drafts * count for stats, count in zip(each, sampled, strict=True))
    lasted_s = max(ended_s) - min(begun_s) if begun_s and ended_s else 0.0
    return RunStats(
        reason=next(reason for reason in order if reason in reasons),
        thinking_ended=next(end for end in _ENDS_BY_WEIGHT if end in ends),
        prompt_tokens=max(stats.prompt_tokens for stats in each),
        cached_tokens=min(stats.cached_tokens for stats in each),
        thinking_tokens=sum(stats.thinking_tokens for stats in each),
        answer_tokens=sum(stats.answer_tokens for stats in each),
        forced_tokens=sum(stats.forced_tokens for stats in each),
        time_to_first_token_s=min(begun_s, default=None),
        thinking_s=max((stats.thinking_s for stats in each if stats.thinking_s is not None), default=None),
        tokens_per_s=sum(sampled) / lasted_s if lasted_s > 0 else None,
        drafted_tokens=sum(stats.drafted_tokens for stats in each),
        accepted_tokens=sum(stats.accepted_tokens for stats in each),
        saved_by_drafts=saved / sum(sampled) if sum(sampled) else 0.0,
        uncounted=tuple(name for name in _COUNTS if any(name in stats.uncounted for stats in each)),
    )


def _figures(stats: RunStats) -> dict[str, object]:
    return {
        "reason": stats.reason.value,
        "thinking_ended": stats.thinking_ended.value,
        **{name: None if name in stats.uncounted else getattr(stats, name) for name in _COUNTS},
        "time_to_first_token_s": _rounded(stats.time_to_first_token_s),
        "thinking_s": _rounded(stats.thinking_s),
        "tokens_per_s": _rounded(stats.tokens_per_s),
    }


def _rounded(value: float | None) -> float | None:
    return round(value, 4) if value is not None else None


class CirclesOutput:
    """Says on stderr whose thought or answer goes round in circles: a script may wait for it in vain."""

    def __init__(self, output: Output, *, samples: int = 1, models: Sequence[str] = ()) -> None:
        self._output = output
        self._names = models or ([f"Reply {number + 1}" for number in range(samples)] if samples > 1 else [])

    def hear(self, event: RunEvent) -> bool:
        """Take in what comes; return whether an answer goes round in circles."""
        if not isinstance(event, LoopNoticed):
            return False
        name = f"{self._names[event.run.sample]}: " if self._names else ""
        self._output.end_thinking()
        write_error_line(f"{name}The {'answer' if event.is_answer else 'thought'} goes round in circles.")
        return event.is_answer


# Prints a vote of `aside ask`: for programs all that comes, for people the winner's answer and how it stood.

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
        self.steps = 0
        """As of `ReplyOutput`."""
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
            print_finished(self._output, whole, each, steps=self.steps, models=self._models)
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
