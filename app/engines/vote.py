"""One question asked several times in waves, until the vote over the answers is decided, or of several models."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TypeVar

from msgspec import structs

from app.engines.broker import Broker, BrokerEvent, Client, RunGivenUp
from app.engines.model_ref import NamedModel
from app.inference.protocol import FinishReason, GenerationRequest, RunDelta, RunFailed, RunFinished
from app.messages import RunId, Text
from app.voting.ballot import Ballot

_Event = TypeVar("_Event", bound=BrokerEvent)


class Vote:
    """Starts as many samples as the ballot needs, and cuts those that it does not need any more.

    The client that asks lends its hands: it returns `asked(…)` from `request_for`, and passes what it hears on to
    `hear`. A wave is one run of the broker; its samples have the numbers that follow those before it, from `first` on.
    A sample that fails has no vote, and none is started after it; what is there counts.

    A sample whose step calls tools goes on: the client has them carried out and lets it `ask_on`, or gives it up.

    With `models` each of them is asked once, by a run of its own: a wave has one sample then, and all begin at once.
    """

    def __init__(
        self,
        broker: Broker,
        client: Client,
        ballot: Ballot,
        *,
        lane: Hashable | None = None,
        first: int = 0,
        models: Sequence[NamedModel] = (),
    ) -> None:
        self.ballot = ballot
        self._models = tuple(models)
        self.turn = broker.next_turn()
        self._broker = broker
        self._client = client
        self._lane = lane
        self._waves: dict[RunId, int] = {}
        """The first run of each wave, and how many samples it has."""
        self._next = first
        self._going: set[int] = set()
        self._answers: dict[int, list[str]] = {}
        self._wanted: dict[int, NamedModel] = {}
        """The model of each sample, where that is not the chosen one."""
        self._is_cutting = False
        self._is_ending = False
        self._is_stopped = False

    @property
    def is_over(self) -> bool:
        """Whether nothing runs any more and nothing will."""
        return not self._going

    def wave(self, run: RunId) -> tuple[RunId, ...]:
        """Return the runs of the wave that this one is the first of, else itself."""
        count = self._waves.get(run, 1)
        return tuple(structs.replace(run, sample=number) for number in range(run.sample, run.sample + count))

    def begin(self) -> None:
        """Ask for the first wave; do so once."""
        if self._models:
            self._ask_models()
        else:
            self._ask(self.ballot.needed)

    def asked(self, run: RunId, request: GenerationRequest) -> GenerationRequest:
        """Return what a wave asks: the request, for as many samples."""
        return replace(request, samples=self._waves[run])

    def told(self, event: _Event) -> _Event:
        """Return an event as the client tells it on: a sample that the vote has stopped was cut."""
        if isinstance(event, RunFinished) and event.stats.reason is FinishReason.STOPPED and self._is_cutting:
            return replace(event, stats=replace(event.stats, reason=FinishReason.CUT))
        return event

    @property
    def is_ending(self) -> bool:
        """Whether samples that have not ended are to be cut."""
        return self._is_cutting or self._is_stopped or (self._is_ending and not self._models)

    def ask_on(self, run: RunId) -> None:
        """Let a sample go on with its next step."""
        self._waves[run] = 1
        self._broker.ask(self._client, run, lane=self._lane, model=self._wanted.get(run.sample))

    def give_up(self, sample: int, reason: FinishReason = FinishReason.CUT) -> None:
        """A sample is over whose calls were given up."""
        if sample in self._going:
            self._end(sample, reason)

    def hear(self, event: BrokerEvent) -> None:
        """Count, start and cut."""
        match event:
            case RunFinished(run, stats) if stats.reason is FinishReason.TOOL_CALLS:
                if run.sample in self._answers:
                    self._answers[run.sample].append("\n\n")
            case RunDelta(run, parts=parts):
                said = self._answers.setdefault(run.sample, [])
                said.extend(part.text for part in parts if isinstance(part, Text))
            case RunFinished(run, stats):
                self._end(run.sample, stats.reason)
            case RunFailed(run):
                self._is_ending = True
                self._end(run.sample, None)
            case RunGivenUp(run):
                self._is_ending = True
                for sample in self.wave(run):
                    self._end(sample.sample, None)
            case _:
                pass

    def stop(self) -> None:
        """End it where it is: what has been answered is counted."""
        self._is_ending = self._is_stopped = True
        self._stop_waves()

    def _end(self, sample: int, reason: FinishReason | None) -> None:
        self._going.discard(sample)
        if reason is FinishReason.STOP:
            self.ballot.count(sample, "".join(self._answers.pop(sample, ())))
        elif reason in (FinishReason.STOPPED, FinishReason.CUT):
            self._is_ending = True
        elif reason is not None:
            self.ballot.leave_out()
        needed = self.ballot.needed
        if not self._going and not self._is_ending:
            self._ask(needed)
        elif self._going and not needed and not self._is_cutting:
            self._is_cutting = True
            self._stop_waves()

    def _ask(self, samples: int) -> None:
        if not samples:
            return
        run = RunId(self.turn, sample=self._next)
        self._waves[run] = samples
        self._going.update(range(self._next, self._next + samples))
        self._next += samples
        self._broker.ask(self._client, run, lane=self._lane)

    def _ask_models(self) -> None:
        runs = [RunId(self.turn, sample=self._next + place) for place in range(len(self._models))]
        self._next += len(runs)
        self._waves.update(dict.fromkeys(runs, 1))
        self._going.update(run.sample for run in runs)
        self._wanted = {run.sample: model for run, model in zip(runs, self._models, strict=True)}
        for run, model in zip(runs, self._models, strict=True):
            if run.sample in self._going:  # else it was stopped as soon as one was asked
                self._broker.ask(self._client, run, lane=self._lane, model=model)

    def _stop_waves(self) -> None:
        for run in reversed(tuple(self._waves)):  # what waits would begin where one before it ends
            self._broker.stop(run)
