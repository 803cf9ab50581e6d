"""The decode loop of one reply: draw, split, report, decode, until the model ends, the room is used up, or a stop."""

from __future__ import annotations

import codecs
import enum
import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field

from app.inference.delta_stream import DeltaStream
from app.inference.llama.drafting.speculation import DraftFigures, Speculation
from app.inference.llama.native.vocabulary import Vocabulary
from app.inference.llama.prompts.thinking import Markers
from app.inference.llama.replies.steering import ThoughtSteering
from app.inference.llama.sampling.distribution import Distributions
from app.inference.llama.sampling.sampler_chain import SamplerChain
from app.inference.llama.sequences.sequence import LlamaSequence
from app.inference.llama.sequences.token_batch import DecodeFailed
from app.inference.protocol import FinishReason, RunStats, ThinkingEnd
from app.inference.turn_ends import Piece, TurnEnds, TurnEndWatch
from app.reasoning import Delta, StreamSplitter
from app.reasoning.tool_calls import CallReader

_MOST_CALLS = 25
"""A reply that calls so often does not know how to end; what comes after is not waited for."""


class Pause(enum.Enum):
    """Where a reply stops between two steps, for whoever takes several of them together."""

    DRAW = "draw"
    """A token will be drawn: the logits are there."""
    DECODE = "decode"
    """A token was given to the sequence: it is to be decoded."""


@dataclass(frozen=True, slots=True)
class ReplyLimits:
    """Bounds of a reply, in tokens."""

    max_tokens: int
    """Sampled tokens, thinking and answer together."""
    context: int
    """Prompt and reply together."""
    is_stopped: Callable[[], bool]
    nothing_waits: Callable[[], bool]
    """Whether nobody wants to be heard between two tokens."""


@dataclass(frozen=True, slots=True)
class TextReading:
    """How tokens become text, and text becomes thoughts, answers and calls."""

    vocabulary: Vocabulary
    splitter: StreamSplitter
    calls: CallReader
    markers: Markers
    turn_ends: TurnEnds = field(default_factory=TurnEnds)


class LlamaReply:
    """Writes one reply after a prompt that `sequence` has just read.

    `steps` stops before each draw and after each token, so that several replies draw side by side and are decoded
    together; alone it stops where somebody waits to be heard. With `works_ahead` decoding returns before it is done,
    and a token's text is dealt with meanwhile.
    """

    def __init__(
        self,
        *,
        sequence: LlamaSequence,
        sampler: SamplerChain,
        reading: TextReading,
        steering: ThoughtSteering,
        stream: DeltaStream,
        limits: ReplyLimits,
        works_ahead: bool = False,
        told_candidates: int = 0,
    ) -> None:
        self._turn_end = TurnEndWatch(reading.turn_ends)
        self._sequence = sequence
        self._vocabulary = reading.vocabulary
        self._sampler = sampler
        self._splitter = reading.splitter
        self._calls = reading.calls
        self._markers = reading.markers
        self._stream = stream
        self._limits = limits
        self._works_ahead = works_ahead
        self._distributions: Distributions | None = None
        if told_candidates:
            self._distributions = Distributions(reading.vocabulary, count=told_candidates)
            stream.tell_drawn(self._distributions.take)
        self._speculation: Speculation | None = None
        self.drafts = DraftFigures()
        self._steering = steering
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._is_thinking = reading.splitter.is_thinking
        self._words_wait = False
        """Whether a word that comes now can decide nothing."""
        self._words: list[str] = []
        self.is_alone = False
        """Whether there is no other reply, so that it need not stop for that."""
        self._drawn: int | None = None
        self._forced: deque[int] = deque()
        self._forced_tokens = 0
        self._vain_openings = 0
        self._thinking_ended = ThinkingEnd.NONE
        self._began: float | None = None
        self._thought_until: float | None = None

    def draw_with(self, sampler: SamplerChain) -> None:
        """Go on with another chain; between two steps, and without drafts."""
        self._sampler = sampler

    def speculate(self, speculation: Speculation | None) -> None:
        """Go on with drafts, or without; between two steps."""
        if self._speculation is not None:
            self._speculation.end()
        self._speculation = speculation
        if speculation is not None:
            speculation.begin(self._sequence, self._sampler, self.drafts, is_stopped=self._limits.is_stopped)

    def steps(self, *, prompt_tokens: int, cached_tokens: int, asked_at: float) -> Generator[Pause, None, RunStats]:
        """Write to the end and return the figures; `asked_at` is when the turn arrived, on the same clock.

        After a token was given to the sequence its logits must be there to go on. Raises `DecodeFailed` when llama.cpp
        cannot go on, also one that is thrown in; what was written has been reported by then.
        """
        try:
            reason = yield from self._loop()
        finally:
            self.speculate(None)
            self._sequence.drop_draft()
        ended = time.monotonic()
        self._flush_rest(is_cut=reason is not FinishReason.STOP)
        stream = self._stream
        if reason is FinishReason.STOP and stream.calls:
            reason = FinishReason.TOOL_CALLS
        if self._is_thinking and stream.thinking_tokens:
            cut = {FinishReason.STOPPED: ThinkingEnd.STOPPED, FinishReason.LENGTH: ThinkingEnd.LENGTH}
            self._thinking_ended = cut.get(reason, ThinkingEnd.MODEL)
        began = self._began
        sampled = stream.thinking_tokens + stream.answer_tokens
        elapsed = ended - began if began is not None else 0.0
        return RunStats(
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
            drafted_tokens=self.drafts.drafted,
            accepted_tokens=self.drafts.accepted,
            saved_by_drafts=self.drafts.saved / sampled if sampled else 0.0,
        )

    def _loop(self) -> Generator[Pause, None, FinishReason]:
        self._steer()  # a budget of 0 ends a thought that the prompt has opened before its first token
        while True:
            if self._limits.is_stopped():
                return FinishReason.STOPPED
            is_forced = bool(self._forced)
            if is_forced:
                token = self._forced.popleft()
                self._sampler.accept(token)
                self._forced_tokens += 1
            else:
                if not self.is_alone:
                    yield Pause.DRAW
                token = self._draw()
                if self._began is None:
                    self._began = time.monotonic()
                if self._vocabulary.is_end(token) or token in self._turn_end.tokens:
                    if self._asks_for_answer():
                        continue
                    return FinishReason.STOP
                if self._distributions is not None:
                    self._note_logits(self._distributions, token)
            if self._is_last(is_forced=is_forced):
                self._take(token, is_forced=is_forced)
                return FinishReason.LENGTH
            try:  # while a device computes there is time for the text; a CPU is asked after it
                if not self._works_ahead:
                    self._take(token, is_forced=is_forced)
                self._append(token, is_forced=is_forced)
                if not (self.is_alone and self._limits.nothing_waits()):
                    yield Pause.DECODE
            except DecodeFailed as error:
                if self._works_ahead:
                    self._take(token, is_forced=is_forced)
                if error.is_context_full:
                    return FinishReason.LENGTH
                self._flush_rest(is_cut=True)
                raise
            if self._works_ahead:
                self._take(token, is_forced=is_forced)
            if self._turn_end.has_ended and not self._asks_for_answer():
                return FinishReason.STOP
            if self._stream.calls >= _MOST_CALLS:
                return FinishReason.STOP
            if not is_forced:
                self._steer()

    def _note_logits(self, distributions: Distributions, token: int) -> None:
        if distributions.is_full:
            self.flush()
        self._sequence.copy_logits(distributions.note(token), self._vocabulary.size)

    def _asks_for_answer(self) -> bool:
        """Go on where the model has ended its turn in mid-thought, if the thought can be closed."""
        if not self._is_thinking or self._forced:
            return False
        self._forced.extend(self._steering.answer_instead())
        self._turn_end.go_on()
        return bool(self._forced)

    def _is_last(self, *, is_forced: bool) -> bool:
        """Whether nothing may follow the token at hand, whatever it is."""
        stream = self._stream
        sampled = stream.thinking_tokens + stream.answer_tokens + self._vain_openings + (not is_forced)
        return (not is_forced and sampled >= self._limits.max_tokens) or self._sequence.length >= self._limits.context

    @property
    def room(self) -> int:
        """How many tokens may be drafted after what the sequence holds: what is drawn last is not decoded."""
        limits, stream = self._limits, self._stream
        return min(
            limits.context - self._sequence.length - 1,
            limits.max_tokens - stream.thinking_tokens - stream.answer_tokens - 1,
        )

    def flush(self) -> None:
        """Send what has come so far, but what may still become something else."""
        self._pass_words_on()
        self._stream.flush()

    def go_on_with(self, drawn: int | None) -> None:
        """Take this for the next token, in a pause for drawing it: it has been drawn with the reply's sampler."""
        self._drawn = drawn

    def _draw(self) -> int:
        drawn, self._drawn = self._drawn, None
        if drawn is not None:
            return drawn
        if self._speculation is not None:
            return self._speculation.draw()
        return self._sequence.draw(self._sampler)

    def _append(self, token: int, *, is_forced: bool) -> None:
        if self._speculation is not None:
            self._speculation.append(token, room=max(0, self.room - 1), is_forced=is_forced)
            return
        if self._sequence.holds_next(token):
            self.drafts.note_accepted()
        self._sequence.append(token)

    def _take(self, token: int, *, is_forced: bool) -> None:
        """Take in a token. Words wait until text is to be sent, or something else comes: they end nothing.

        Between two decodes no cache holds what dealing with text needs: together it is done in a fraction of the time.
        """
        word = self._vocabulary.word(token) if self._words_wait and not is_forced else ""
        if not word:
            self._take_mark(token, is_forced=is_forced)
            return
        self._words.append(word)
        if self._is_thinking:
            self._thought_until = time.monotonic()
            self._stream.thinking_tokens += 1
            self._steering.note(token)
        else:
            self._stream.answer_tokens += 1
            self._steering.note_answer(token)
        if self._stream.is_due:
            self._pass_words_on()

    def _pass_words_on(self) -> None:
        pieces = self._waiting_words()
        self._pass_on(pieces, self._split(pieces))

    def _waiting_words(self) -> list[Piece]:
        text = "".join(self._words)
        self._words.clear()
        return self._turn_end.feed(text, False if self._markers.are_single_tokens else None)

    def _take_mark(self, token: int, *, is_forced: bool) -> None:
        """Take in a token that may begin or end something."""
        pieces = self._waiting_words()
        was_thinking = self._is_thinking
        text = self._decoder.decode(self._vocabulary.piece(token))
        is_marker = token in self._markers.tokens if self._markers.are_single_tokens else None
        if is_forced and not self._steering.is_closing:
            is_marker = False  # a nudge: a marker that a person quotes in it is text, whatever it is made of
        if is_forced:
            pieces += [*self._turn_end.finish(drops_end=False), (text, is_marker)]
        else:
            pieces += self._turn_end.feed(text, is_marker)
        deltas = self._split(pieces)
        self._is_thinking = is_thinking = self._splitter.is_thinking
        self._words_wait = (
            self._turn_end.passes_words and self._splitter.passes_words and not self._decoder.getstate()[0]
        )
        if was_thinking or is_thinking:
            self._thought_until = time.monotonic()
        begins_thought = is_thinking and not was_thinking
        if begins_thought:
            self._steering.begin_thought()
        if not is_forced:
            if begins_thought and self._steering.allows_none_after(self._stream.thinking_tokens):
                # The opening of a thought that is closed at once: no thinking is spent on it.
                self._forced_tokens += 1
                self._vain_openings += 1
            elif was_thinking or is_thinking:
                self._stream.thinking_tokens += 1
                self._steering.note(token)
            else:
                self._stream.answer_tokens += 1
                self._steering.note_answer(token)
                if not self._stream.answer and deltas and deltas[0].kind == "thinking":
                    # It was a thought all along: nothing had opened it, and now it has been closed.
                    self._stream.thinking_tokens, self._stream.answer_tokens = self._stream.answer_tokens, 0
                    self._thought_until = time.monotonic()
                    self._thinking_ended = ThinkingEnd.MODEL
        if was_thinking and not is_thinking and self._thinking_ended is ThinkingEnd.NONE:
            self._thinking_ended = self._steering.ended or ThinkingEnd.MODEL
        self._pass_on(pieces, deltas)

    def _split(self, pieces: Sequence[Piece]) -> list[Delta]:
        return [delta for piece, is_one in pieces for delta in self._splitter.feed(piece, is_marker_token=is_one)]

    def _pass_on(self, pieces: Sequence[Piece], deltas: Sequence[Delta]) -> None:
        text = "".join([piece for piece, _ in pieces])
        self._stream.add(text, self._calls.feed(deltas), is_thinking=self._is_thinking)

    def _steer(self) -> None:
        """Let the steering force tokens, at a moment when no character is cut."""
        if self._is_thinking and not self._forced and not self._decoder.getstate()[0]:
            self._forced.extend(self._steering.tokens_to_force(self._stream.thinking_tokens))

    def _flush_rest(self, *, is_cut: bool) -> None:
        """Report what was held back; of a reply that may go on, not the bytes of a character that was not finished."""
        rest = "" if is_cut else self._decoder.decode(b"", final=True)
        pieces = [*self._waiting_words(), *self._turn_end.finish(drops_end=True), (rest, None)]
        deltas = [*self._split(pieces), *self._splitter.finish()]
        parts = [*self._calls.feed(deltas), *self._calls.finish(is_cut=is_cut)]
        self._stream.add("".join(piece for piece, _ in pieces), parts, is_thinking=self._is_thinking)
        self._stream.flush()
