"""Runs on their way from a question to the end of a reply, and whose turn it is to be read or drafted for."""

from __future__ import annotations

import enum
import functools
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from app.errors import UserError
from app.inference.delta_stream import DeltaStream
from app.inference.engine import Emit, Interrupts
from app.inference.errors import EngineBug, NudgeTooLong, OutOfMemoryWhileComputing, report_of
from app.inference.llama.drafting.drafts_together import DraftsTogether, FollowedText
from app.inference.llama.loading.loaded_llama import LoadedLlama
from app.inference.llama.prompts.prompt_writer import WrittenPrompt
from app.inference.llama.replies.reply import LlamaReply, Pause, ReplyLimits, TextReading
from app.inference.llama.replies.steering import SteeringOrders, ThoughtLimits, ThoughtSteering, answer_reserve
from app.inference.llama.sampling.sampler_chain import SamplerChain
from app.inference.llama.sequences.sequence import LlamaSequence, PromptReading
from app.inference.llama.sequences.sequence_pool import HeldSequence, Settling
from app.inference.llama.sequences.token_batch import DecodeFailed
from app.inference.protocol import (
    FinishReason,
    GenerationRequest,
    LoopNoticed,
    NudgeRefused,
    PromptProgress,
    RunStats,
    RunWaits,
    ThinkingEnd,
)
from app.inference.turn_ends import TurnEnds
from app.messages import RunId, Sampling, Text, Thinking
from app.reasoning import ReasoningFormat

_OTHERS_TURN = 4
"""Of so many parts of prompts that are read, one is of another than the favoured prompt."""


class Phase(enum.Enum):
    """What a run does."""

    WAITING = enum.auto()
    """For its prompt to be read, for room, or for the same prompt to be read for another."""
    READING = enum.auto()
    """Again, what it had to give up for others."""
    WRITING = enum.auto()


@dataclass(eq=False, slots=True)
class Question:
    """A prompt, read once for all its samples."""

    request: GenerationRequest
    prompt: WrittenPrompt
    asked_at: float
    """On the monotonic clock."""
    runs: list[Run] = field(default_factory=list)
    """Those that have not ended."""
    is_for_several: bool = False
    held: HeldSequence | None = None
    """Where the prompt is read, and stays while samples are to begin with it."""
    reading: PromptReading | None = None
    is_read: bool = False
    cached_tokens: int = 0
    logits: npt.NDArray[np.float32] | None = None
    """Those after the prompt, for replies that begin when others have been decoded."""
    sampler: SamplerChain | None = None
    """Of the only sample: on a device the first token is drawn together with the end of the prompt."""

    @property
    def part_reader(self) -> PromptReading:
        """What reads its prompt."""
        assert self.reading is not None, "it is read"
        return self.reading

    def begin_reading(self, held: HeldSequence, *, loaded: LoadedLlama, emit: Emit, is_alone: bool) -> None:
        """Read the prompt in this sequence from now on; one that `is_alone` may be drawn for on a device."""
        place, tokens = loaded.sampling_place, self.prompt.tokens
        self.held = held
        held.sequence.is_batched = True
        at_once = 1
        if self.is_for_several:
            place.free_logits(held.sequence.number)
            at_once = min(len(self.runs), max(1, loaded.pool.free_count))
        elif self.sampler is None:
            chosen = of_sample(self.request.sampling, self.runs[0].id.sample).completed_by(loaded.info.sampling)
            is_alone = is_alone and not self.request.told_candidates
            self.sampler = place.chain(chosen, number=held.sequence.number, is_alone=is_alone)

        def on_progress(read: int, cached: int) -> None:
            if self.runs:
                emit(PromptProgress(self.runs[0].id, read, len(tokens), cached, at_once))

        stable_tokens = self.prompt.stable_tokens
        self.reading = PromptReading(held.sequence, tokens, checkpoint_at=stable_tokens, on_progress=on_progress)
        self.cached_tokens = self.reading.kept_tokens

    def ask_one_by_one(self) -> None:
        """Let each sample be a question of its own: there is no room for copies of the prompt."""
        for run in self.runs:
            run.question = Question(self.request, self.prompt, self.asked_at, runs=[run])


@dataclass(eq=False, slots=True)
class Run:
    """One reply of a question."""

    id: RunId
    question: Question
    stream: DeltaStream
    phase: Phase = Phase.WAITING
    held: HeldSequence | None = None
    sampler: SamplerChain | None = None
    reply: LlamaReply | None = None
    steps: Generator[Pause, None, RunStats] | None = None
    again: list[int] | None = None
    """What it held when it had to make way, to be read again before it goes on."""
    reading: PromptReading | None = None
    text: FollowedText | None = None
    """What it has written, as far as drafts are made from it beside other runs."""
    is_wait_told: bool = False
    is_beginning_told: bool = False

    @property
    def request(self) -> GenerationRequest:
        return self.question.request

    @property
    def sequence(self) -> LlamaSequence:
        """What it is written in."""
        assert self.held is not None, "it has begun"
        return self.held.sequence

    @property
    def part_reader(self) -> PromptReading:
        """What reads again what it had to give up."""
        assert self.reading is not None, "it reads"
        return self.reading

    @property
    def everything(self) -> list[int]:
        """What it holds with its prompt, the token included that waits to be decoded."""
        return [*self.sequence.tokens, *self.sequence.waiting]

    @property
    def settling(self) -> Settling | None:
        """What of it is to be read as history when nobody waits."""
        told = self.request.told_beginning
        answer = (told.text if told is not None else "") + self.stream.answer
        thinking = (told.thinking if told is not None else "") + self.stream.thinking
        return Settling(self.request, thinking.strip(), answer) if answer.strip() else None

    @property
    def takes_cells(self) -> bool:
        """Whether it holds memory that others could have, by itself or through its prompt."""
        return self.phase is not Phase.WAITING or (self.held is None and self.question.held is not None)

    def begin_writing(self, sampler: SamplerChain, *, loaded: LoadedLlama, interrupts: Interrupts, emit: Emit) -> None:
        """Write the reply to a prompt that its sequence has just read."""
        question = self.question
        self.tell_beginning()
        self.sequence.is_batched = True
        self.sampler = sampler
        task = ReplyTask(interrupts, emit, question.request, question.prompt)
        self.reply = task.reply(loaded, sequence=self.sequence, sampler=sampler, stream=self.stream)
        self.steps = self.reply.steps(
            prompt_tokens=len(question.prompt.tokens),
            cached_tokens=question.cached_tokens,
            asked_at=question.asked_at,
        )
        self.phase = Phase.WRITING

    def tell_waits(self, emit: Emit) -> None:
        """Report once that it waits for room."""
        if not self.is_wait_told:
            self.is_wait_told = True
            (self.reply or self.stream).flush()
            emit(RunWaits(self.id))

    def tell_beginning(self) -> None:
        """Report what the request begins the reply with, once, unless the asker has it from an earlier one."""
        beginning = self.question.request.beginning
        if self.is_beginning_told or beginning is None or beginning.raw:
            return
        self.is_beginning_told = True
        parts = (Thinking(beginning.thinking.strip()), Text(beginning.text.strip()))
        given = [part for part in parts if part.text]
        is_thinking = not beginning.is_past_thought
        self.stream.add(self.question.prompt.beginning_as_written, given, is_thinking=is_thinking)
        self.stream.flush()


def draw_on_cpu(runs: Sequence[Run], loaded: LoadedLlama) -> None:
    """Let what a device draws with be drawn with on the CPU from now on."""

    def chain_of(question: Question, *, sample: int) -> SamplerChain:
        chosen = question.request.sampling.completed_by(loaded.info.sampling)
        return SamplerChain(of_sample(chosen, sample), vocabulary_size=loaded.model.vocabulary.size)

    for run in runs:
        if run.sampler is not None and run.reply is not None and run.sampler.is_on_device:
            run.sampler = chain_of(run.question, sample=run.id.sample)
            run.reply.draw_with(run.sampler)
    for question in {run.question for run in runs}:
        if question.sampler is not None and question.sampler.is_on_device:
            question.sampler = chain_of(question, sample=0)


Reader = Question | Run
"""Whose tokens are being read."""


_OneOf = TypeVar("_OneOf", Run, Reader)


def favoured_first(runs: Sequence[_OneOf], favoured: str) -> list[_OneOf]:
    """Return these with those of a conversation in front."""
    return sorted(runs, key=lambda run: run.request.conversation != favoured)


class ReadingOrder:
    """Whose prompt is read on: the one in front, now and then another, so that none starves."""

    def __init__(self) -> None:
        self._parts_read = 0

    def next_of(self, readers: Sequence[Reader], *, favoured: str) -> Reader | None:
        """Return whose part is next; those of the favoured conversation stand in front."""
        if not readers:
            return None
        self._parts_read += 1
        in_order = favoured_first(readers, favoured)
        if len(readers) > 1 and self._parts_read % _OTHERS_TURN == 0:
            return in_order[1 + self._parts_read // _OTHERS_TURN % (len(in_order) - 1)]
        return in_order[0]


def draft_for(writing: Sequence[Run], together: DraftsTogether) -> float:
    """Let drafted tokens be decoded with those that wait, where that pays; returns how many times it then costs."""
    texts: list[tuple[FollowedText, int]] = []
    begins = False
    for run in writing:
        assert run.reply is not None
        assert run.sampler is not None
        text, room = run.text, 0
        if text is None and not begins:
            text, begins = FollowedText(), True  # not all in one step: a long prompt takes a while
            run.text = text
        if text is not None:
            text.follow(run.sequence.tokens, run.sequence.waiting)
            # A device counts its random numbers by outputs.
            room = run.reply.room if not run.sampler.is_on_device else 0
        texts.append((text or FollowedText(), room))
    drafts, cost = together.drafts(texts)
    for run, draft in zip(writing, drafts, strict=True):
        run.sequence.try_with(draft)
    return cost


# What is told of a run that breaks off, or that was stopped before its first token.


def failure_of(error: Exception, *, trace: str, log: str) -> UserError:
    """Return an error as a person is told of it; `log` is what llama.cpp has said."""
    if isinstance(error, UserError):
        return error
    if isinstance(error, DecodeFailed):
        details = f"{error}\n{log}"
        if error.is_out_of_memory:
            return OutOfMemoryWhileComputing(details=details)
        return EngineBug(what="llama.cpp could not compute", details=details)
    what = "out of memory" if isinstance(error, MemoryError) else type(error).__name__
    return EngineBug(what=what, details=trace)


def stopped_stats(prompt_tokens: int, *, context: int) -> RunStats:
    """Return the figures of a run that ended before its first token."""
    return RunStats(FinishReason.STOPPED, ThinkingEnd.NONE, prompt_tokens, 0, 0, 0, context=context)


# What a reply is written with: its limits, its steering and the orders for it.

_UNLIMITED = 1 << 60


@dataclass(frozen=True, slots=True)
class ReplyTask:
    """A turn whose prompt has been read."""

    interrupts: Interrupts
    emit: Emit
    request: GenerationRequest
    prompt: WrittenPrompt

    def reply(
        self,
        loaded: LoadedLlama,
        *,
        sequence: LlamaSequence,
        sampler: SamplerChain,
        stream: DeltaStream,
    ) -> LlamaReply:
        """Return a reply that is to be written, at most so far that it takes the whole context with the prompt."""
        request, run, prompt_tokens = self.request, stream.run, len(self.prompt.tokens)
        context = loaded.info.context
        limit = request.sampling.max_tokens
        splitter = loaded.thinking.reply_splitter(self.prompt, request)
        return LlamaReply(
            sequence=sequence,
            sampler=sampler,
            reading=TextReading(
                loaded.model.vocabulary,
                splitter,
                loaded.thinking.call_reader(splitter, request),
                loaded.thinking.markers,
                loaded.thinking.turn_ends if not request.as_text else TurnEnds(),
            ),
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
                    is_answer_wanted=lambda: self.interrupts.is_answer_wanted(run),
                    take_nudge=lambda: self._nudge_tokens(loaded, run, splitter.format, left=context - sequence.length),
                    on_thought_loop=lambda: self.emit(LoopNoticed(run, is_answer=False)),
                    on_answer_loop=lambda: self.emit(LoopNoticed(run, is_answer=True)),
                ),
            ),
            stream=stream,
            limits=ReplyLimits(
                max_tokens=limit if limit is not None else _UNLIMITED,
                context=context,
                is_stopped=functools.partial(self.interrupts.is_stopped, run),
                nothing_waits=self.interrupts.nothing_waits,
            ),
            works_ahead=loaded.placement.backend != "cpu",
            told_candidates=request.told_candidates,
        )

    def _nudge_tokens(self, loaded: LoadedLlama, run: RunId, form: ReasoningFormat, *, left: int) -> list[int]:
        """Return the tokens of a waiting hint as a paragraph of its own; refuses one that leaves no room to go on."""
        text = self.interrupts.take_nudge(run).strip()
        if not text:
            return []
        tokens = loaded.model.vocabulary.tokenize_inner(f"\n\n{loaded.thinking.quoted(text, form)}\n\n")
        if len(tokens) + answer_reserve(left) > left:
            refusal = NudgeTooLong(nudge_tokens=len(tokens), left_tokens=left)
            self.emit(NudgeRefused(run, report_of(refusal)))
            return []
        return tokens


def of_sample(sampling: Sampling, number: int) -> Sampling:
    """Return how a sample draws: with a seed of its own, which is the same each time if one was given."""
    return sampling if sampling.seed is None else replace(sampling, seed=sampling.seed + number)
