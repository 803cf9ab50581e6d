"""Writes what was asked for after a prompt that has just been read: one reply, or several side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from app.inference.delta_stream import DeltaStream
from app.inference.engine import Emit, Orders
from app.inference.errors import NudgeTooLong, report_of
from app.inference.llama.loaded_llama import LoadedLlama
from app.inference.llama.prompt_writer import WrittenPrompt
from app.inference.llama.reply import LlamaReply, ReplyLimits, WrittenSequence
from app.inference.llama.sample_batch import ReplySteps, SampleBatch, SampleSequence
from app.inference.llama.sampler_chain import SamplerChain
from app.inference.llama.speculation import Speculation
from app.inference.llama.steering import SteeringOrders, ThoughtLimits, ThoughtSteering, answer_reserve
from app.inference.protocol import GenerationRequest, LoopNoticed, NudgeRefused, RunStats
from app.messages import RunId, Sampling
from app.reasoning import ReasoningFormat

_UNLIMITED = 1 << 60

OnEnd = Callable[[RunId, RunStats], None]
"""Gets a run that has ended, and its figures."""


@dataclass(frozen=True, slots=True)
class ReplyTask:
    """A turn whose prompt has been read, `cached_tokens` of it from before."""

    orders: Orders
    emit: Emit
    request: GenerationRequest
    prompt: WrittenPrompt
    cached_tokens: int
    asked_at: float
    """On the monotonic clock."""

    def reply(
        self,
        loaded: LoadedLlama,
        *,
        sequence: WrittenSequence,
        sampler: SamplerChain,
        stream: DeltaStream,
        speculation: Speculation | None = None,
    ) -> LlamaReply:
        """Return a reply that is to be written, at most so far that it takes the whole context with the prompt."""
        request, run, prompt_tokens = self.request, stream.run, len(self.prompt.tokens)
        context = loaded.info.context
        told, limit = request.told_beginning, request.sampling.max_tokens
        splitter = loaded.thinking.splitter(
            self.prompt.text, written=self.prompt.beginning, told=told, tools_offered=bool(request.tools)
        )
        return LlamaReply(
            sequence=sequence,
            vocabulary=loaded.model.vocabulary,
            sampler=sampler,
            splitter=splitter,
            markers=loaded.thinking.markers,
            steering=ThoughtSteering(
                close=lambda: loaded.thinking.close_for(splitter),
                limits=ThoughtLimits(
                    room=context - prompt_tokens,
                    tokens=request.think_budget,
                    seconds=request.think_budget_s,
                    reserve_share=request.answer_reserve_share,
                    ends_loops=request.ends_loops,
                ),
                orders=SteeringOrders(
                    is_answer_wanted=lambda: self.orders.is_answer_wanted(run),
                    take_nudge=lambda: self._nudge_tokens(loaded, run, splitter.format, left=context - sequence.length),
                    on_loop=lambda: self.emit(LoopNoticed(run)),
                ),
            ),
            stream=stream,
            limits=ReplyLimits(max_tokens=limit if limit is not None else _UNLIMITED, context=context),
            is_stopped=lambda: self.orders.is_stopped(run),
            works_ahead=loaded.placement.backend != "cpu",
            speculation=speculation,
        )

    def _nudge_tokens(self, loaded: LoadedLlama, run: RunId, form: ReasoningFormat, *, left: int) -> list[int]:
        """Return the tokens of a waiting hint as a paragraph of its own; refuses one that leaves no room to go on."""
        text = self.orders.take_nudge(run).strip()
        if not text:
            return []
        tokens = loaded.model.vocabulary.tokenize_inner(f"\n\n{loaded.thinking.quoted(text, form)}\n\n")
        if len(tokens) + answer_reserve(left) > left:
            refusal = NudgeTooLong(nudge_tokens=len(tokens), left_tokens=left)
            self.emit(NudgeRefused(run, report_of(refusal)))
            return []
        return tokens


class ReplyWriter(Protocol):
    """What writes the replies of a turn: `prepare` before the prompt is read, then `write`."""

    @property
    def runs(self) -> Sequence[RunId]:
        """The runs that it writes."""

    def prepare(self, loaded: LoadedLlama, request: GenerationRequest) -> None:
        """Make what draws the tokens."""

    def write(self, loaded: LoadedLlama, task: ReplyTask, streams: Sequence[DeltaStream], *, on_end: OnEnd) -> None:
        """Write to the streams, one for each run; `on_end` is called for each. Raises `DecodeFailed`."""


class OneWriter:
    """Writes one reply with all that makes it fast: drafts, and drawing where the model computes."""

    def __init__(self, run: RunId) -> None:
        self.runs: Sequence[RunId] = (run,)
        self._sampler: SamplerChain | None = None

    def prepare(self, loaded: LoadedLlama, request: GenerationRequest) -> None:
        """See `ReplyWriter`."""
        self._sampler = loaded.sampling_place.chain(request.sampling.completed_by(loaded.info.sampling))

    def write(self, loaded: LoadedLlama, task: ReplyTask, streams: Sequence[DeltaStream], *, on_end: OnEnd) -> None:
        """See `ReplyWriter`."""
        assert self._sampler is not None, "prepared"
        reply = task.reply(
            loaded,
            sequence=loaded.sequence,
            sampler=self._sampler,
            stream=streams[0],
            speculation=loaded.speculation,
        )
        stats = reply.write(
            prompt_tokens=len(task.prompt.tokens), cached_tokens=task.cached_tokens, asked_at=task.asked_at
        )
        on_end(self.runs[0], stats)


class SampleWriter:
    """Writes several replies, as many side by side as the context has been made for."""

    def __init__(self, runs: Sequence[RunId]) -> None:
        self.runs = runs

    def prepare(self, loaded: LoadedLlama, request: GenerationRequest) -> None:
        """See `ReplyWriter`. The prompt's logits are needed here, so nothing is drawn on a device."""
        loaded.sampling_place.close()

    def write(self, loaded: LoadedLlama, task: ReplyTask, streams: Sequence[DeltaStream], *, on_end: OnEnd) -> None:
        """See `ReplyWriter`."""
        prompt_tokens, size = len(task.prompt.tokens), loaded.model.vocabulary.size
        chosen = task.request.sampling.completed_by(loaded.info.sampling)
        samplers = [SamplerChain(of_sample(chosen, run.sample), vocabulary_size=size) for run in self.runs]

        def begin(sampler: SamplerChain, stream: DeltaStream, sequence: SampleSequence) -> ReplySteps:
            reply = task.reply(loaded, sequence=sequence, sampler=sampler, stream=stream)
            return reply.steps(prompt_tokens=prompt_tokens, cached_tokens=task.cached_tokens, asked_at=task.asked_at)

        try:
            with SampleBatch(
                loaded.context,
                at_once=min(loaded.replies_at_once, len(self.runs)),
                length=prompt_tokens,
                position=loaded.sequence.position,
                vocabulary_size=size,
            ) as batch:
                replies = [partial(begin, *parts) for parts in zip(samplers, streams, strict=True)]
                batch.write(replies, on_end=lambda number, stats: on_end(self.runs[number], stats))
        finally:
            for sampler in samplers:
                sampler.close()


def of_sample(sampling: Sampling, number: int) -> Sampling:
    """Return how a sample draws: with a seed of its own, which is the same each time if one was given."""
    return sampling if sampling.seed is None else replace(sampling, seed=sampling.seed + number)
