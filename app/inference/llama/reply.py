"""The decode loop of one reply: draw, split, report, decode, until the model ends, the room is used up, or a stop."""

from __future__ import annotations

import codecs
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from app.inference.delta_stream import DeltaStream
from app.inference.llama.sampler_chain import SamplerChain
from app.inference.llama.sequence import DecodeFailed, LlamaSequence
from app.inference.llama.vocabulary import Vocabulary
from app.inference.protocol import FinishReason, ThinkingEnd, TurnStats
from app.reasoning import StreamSplitter


@dataclass(frozen=True, slots=True)
class ReplyLimits:
    """Bounds of a reply, in tokens."""

    max_tokens: int
    """Sampled tokens, thinking and answer together."""
    context: int
    """Prompt and reply together."""
    think_budget: int | None = None


@dataclass(frozen=True, slots=True)
class Markers:
    """The format's markers as tokens of this vocabulary."""

    tokens: frozenset[int]
    are_single_tokens: bool
    """Whether the vocabulary holds all of them as single tokens, so that look-alike text need not act."""
    close_thinking: tuple[int, ...]
    """What is forced into the stream to end a thought."""


class LlamaReply:
    """Writes one reply after a prompt that `sequence` has just read."""

    def __init__(
        self,
        *,
        context: object,
        sequence: LlamaSequence,
        vocabulary: Vocabulary,
        sampler: SamplerChain,
        splitter: StreamSplitter,
        markers: Markers,
        stream: DeltaStream,
        limits: ReplyLimits,
        is_stopped: Callable[[], bool],
        is_answer_wanted: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._context = context
        self._sequence = sequence
        self._vocabulary = vocabulary
        self._sampler = sampler
        self._splitter = splitter
        self._markers = markers
        self._stream = stream
        self._limits = limits
        self._is_stopped = is_stopped
        self._is_answer_wanted = is_answer_wanted
        self._clock = clock
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._forced: deque[int] = deque()
        self._forced_tokens = 0
        self._thinking_ended = ThinkingEnd.NONE
        self._began: float | None = None
        self._thought_until: float | None = None

    def write(self, *, prompt_tokens: int, cached_tokens: int, asked_at: float) -> TurnStats:
        """Run to the end and return the figures; `asked_at` is when the turn arrived, on the same clock.

        Raises `DecodeFailed` when llama.cpp cannot go on; what was written has been reported by then.
        """
        reason = self._loop()
        ended = self._clock()
        self._flush_rest()
        stream = self._stream
        if stream.thinking_tokens and self._thinking_ended is ThinkingEnd.NONE:
            cut = {FinishReason.STOPPED: ThinkingEnd.STOPPED, FinishReason.LENGTH: ThinkingEnd.LENGTH}
            still_thinking = self._splitter.is_thinking
            self._thinking_ended = cut.get(reason, ThinkingEnd.MODEL) if still_thinking else ThinkingEnd.MODEL
        began = self._began
        sampled = stream.thinking_tokens + stream.answer_tokens
        elapsed = ended - began if began is not None else 0.0
        return TurnStats(
            reason=reason,
            thinking_ended=self._thinking_ended,
            prompt_tokens=prompt_tokens,
            cached_tokens=cached_tokens,
            thinking_tokens=stream.thinking_tokens,
            answer_tokens=stream.answer_tokens,
            forced_tokens=self._forced_tokens,
            time_to_first_token_s=began - asked_at if began is not None else None,
            thinking_s=self._thought_until - began if self._thought_until is not None and began is not None else None,
            tokens_per_s=(sampled - 1) / elapsed if sampled > 1 and elapsed > 0 else None,
            context=self._limits.context,
        )

    def _loop(self) -> FinishReason:
        while True:
            if self._is_stopped():
                return FinishReason.STOPPED
            if self._forced:
                token = self._forced.popleft()
                self._sampler.accept(token)
                self._forced_tokens += 1
                self._take(token, is_forced=True)
            else:
                token = self._sampler.draw(self._context)
                if self._began is None:
                    self._began = self._clock()
                if self._vocabulary.is_end(token):
                    return FinishReason.STOP
                self._take(token, is_forced=False)
                if self._stream.thinking_tokens + self._stream.answer_tokens >= self._limits.max_tokens:
                    return FinishReason.LENGTH
                self._end_thinking_if_due()
            if self._sequence.length >= self._limits.context:
                return FinishReason.LENGTH
            try:
                self._sequence.append(token)
            except DecodeFailed as error:
                if error.is_context_full:
                    return FinishReason.LENGTH
                self._flush_rest()
                raise

    def _take(self, token: int, *, is_forced: bool) -> None:
        """Pass a token's text on to the splitter and the stream."""
        was_thinking = self._splitter.is_thinking
        text = self._decoder.decode(self._vocabulary.piece(token))
        is_marker = token in self._markers.tokens if self._markers.are_single_tokens else None
        deltas = self._splitter.feed(text, is_marker_token=is_marker) if text else []
        is_thinking = self._splitter.is_thinking
        if was_thinking or is_thinking:
            self._thought_until = self._clock()
        if not is_forced:
            if was_thinking or is_thinking:
                self._stream.thinking_tokens += 1
            else:
                self._stream.answer_tokens += 1
        if was_thinking and not is_thinking and self._thinking_ended is ThinkingEnd.NONE:
            self._thinking_ended = ThinkingEnd.MODEL
        self._stream.add(text, deltas, is_thinking=is_thinking)

    def _end_thinking_if_due(self) -> None:
        """Force the closing markers once the budget is used up or the person wants the answer."""
        if not self._splitter.is_thinking or not self._markers.close_thinking or self._forced:
            return
        if self._thinking_ended is not ThinkingEnd.NONE or self._decoder.getstate()[0]:
            return
        budget = self._limits.think_budget
        if self._is_answer_wanted():
            self._thinking_ended = ThinkingEnd.ANSWER_NOW
        elif budget is not None and self._stream.thinking_tokens >= budget:
            self._thinking_ended = ThinkingEnd.BUDGET
        else:
            return
        self._forced.extend(self._markers.close_thinking)

    def _flush_rest(self) -> None:
        is_thinking = self._splitter.is_thinking
        rest = self._decoder.decode(b"", final=True)
        deltas = self._splitter.feed(rest) if rest else []
        self._stream.add(rest, [*deltas, *self._splitter.finish()], is_thinking=is_thinking)
        self._stream.flush()
