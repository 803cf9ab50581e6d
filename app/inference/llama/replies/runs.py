"""Runs on their way from a question to the end of a reply."""

from __future__ import annotations

import enum
from collections.abc import Generator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from app.inference.delta_stream import DeltaStream
from app.inference.llama.drafting.drafts_together import FollowedText
from app.inference.llama.prompts.prompt_writer import WrittenPrompt
from app.inference.llama.replies.reply import LlamaReply, Pause
from app.inference.llama.sampling.sampler_chain import SamplerChain
from app.inference.llama.sequences.sequence import LlamaSequence, PromptReading
from app.inference.llama.sequences.sequence_pool import HeldSequence, Settling
from app.inference.protocol import GenerationRequest, RunStats
from app.messages import RunId, Text, Thinking


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


Reader = Question | Run
"""Whose tokens are being read."""
