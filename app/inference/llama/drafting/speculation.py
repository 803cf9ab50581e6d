"""Decodes drafted tokens together with the one at hand, and keeps those that are drawn indeed.

Every token is drawn from the model's own distribution for its place, exactly as without drafts; a draft that turns out
equal has only been decoded already. So what is written stays the same, and it is faster where several tokens at once
cost little more than one. Whether they do is measured, and how often drafts are right is learnt, for each decode anew.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from app.inference.llama.native.binding import lib
from app.inference.llama.sampling.sampler_chain import SamplerChain
from app.inference.llama.sampling.sampling_place import MOST_OUTPUTS
from app.inference.llama.sequences.decode_costs import DecodeCosts
from app.inference.llama.sequences.sequence import LlamaSequence

_COUNTS = (1, 2, 3, 5, 7, 11, MOST_OUTPUTS - 1)
"""How many tokens may be drafted at once; few different ones, so that each is measured often."""
_LEAST_GAIN = 1.08
"""Expected tokens for each single decode's time; less is not worth the risk of being wrong about it."""
_LEARNING = 0.05


class Speculation:
    """Stands between a reply, its sequence and its sampler: `begin`, then `draw` and `append` in turn, then `end`.

    Kept as long as the model, since what it learns holds for the machine and the conversation. For replies that are
    decoded together `DraftsTogether` chooses.
    """

    def __init__(
        self,
        *,
        sources: Sequence[DraftSource],
        rounding: BatchRounding,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._sequence: LlamaSequence | None = None
        self._sources = tuple(sources)
        self._rounding = rounding
        self._costs = DecodeCosts()
        self._clock = clock
        self._sampler: SamplerChain | None = None
        self._decoding: tuple[int, float] | None = None
        self._certainty = 1.0
        self._is_off = False
        self._figures = DraftFigures()

    def begin(
        self, sequence: LlamaSequence, sampler: SamplerChain, figures: DraftFigures, *, is_stopped: Callable[[], bool]
    ) -> None:
        """Draft from now on for the reply that is written in this sequence; its `figures` are kept up."""
        self._sequence = sequence
        self._sampler = sampler
        self._decoding = None
        self._figures = figures
        self._is_off = sampler.is_greedy and sampler.has_penalties and not self._rounding.is_exact
        for source in self._sources:
            source.begin(sequence.words, is_stopped=is_stopped)

    def draw(self) -> int:
        sampler, sequence = self._sampler, self._sequence
        assert sampler is not None, "begin comes first"
        assert sequence is not None, "begin comes first"
        if sequence.output >= 0 and sampler.is_greedy:
            is_certain = self._rounding.is_certain(sequence.output)
            self._certainty += _LEARNING * (is_certain - self._certainty)
            if not is_certain:
                sequence.decode_last_again()
                self._figures.note_again()
        token = sequence.draw(sampler)
        if self._decoding is not None:
            size, began = self._decoding
            self._costs.record(size, self._clock() - began)
            self._decoding = None
        return token

    def append(self, token: int, *, room: int, is_forced: bool) -> None:
        """Let the sequence hold the token, and `room` more at most. Raises `DecodeFailed`."""
        sequence = self._sequence
        assert sequence is not None, "begin comes first"
        for source in self._sources:
            source.add(token)
        if is_forced:
            # Drawn tokens and forced ones must not mix in a batch: a device counts its random numbers by outputs.
            sequence.drop_draft()
        elif sequence.holds_next(token):
            self._figures.note_accepted()
            sequence.append(token)
            return
        draft = () if is_forced or self._is_off else self._draft(room)
        size = 1 + len(draft)
        if draft:
            self._figures.note_draft(len(draft), self._costs.ratio(size))
        if draft and self._is_to_be_compared(size):
            self._compare(token, draft)
            return
        began = self._clock()
        sequence.append(token, draft)
        self._decoding = (size, began)

    def end(self) -> None:
        """Leave the sequence with what was written and nothing else."""
        if self._sequence is not None:
            self._sequence.drop_draft()
            self._sequence = None

    def move_to(self, rounding: BatchRounding) -> None:
        """The context has been made anew."""
        self._rounding = rounding

    def forget(self) -> None:
        """Hold nothing of what was followed; what was learnt of chances and costs stays."""
        for source in self._sources:
            source.forget()

    def _draft(self, room: int) -> Sequence[int]:
        """Return the draft that promises the most tokens for its time; empty if none promises enough."""
        most = min(room, _COUNTS[-1])
        best_gain, best_count, best_source = _LEAST_GAIN, 0, None
        single_s = self._costs.single_s
        if single_s is None or most < 1:
            return ()
        for source in self._sources:
            chances = source.chances(most)
            expected, chance = 1.0, 1.0
            for count, one in enumerate(chances, start=1):
                chance *= one * self._certainty
                expected += chance
                if count in _COUNTS or count == len(chances):
                    cost = self._costs.ratio(1 + count) + count * source.drafting_s / single_s
                    if expected > best_gain * cost:
                        best_gain, best_count, best_source = expected / cost, count, source
        return best_source.draft(best_count) if best_source is not None else ()

    def _is_to_be_compared(self, size: int) -> bool:
        assert self._sampler is not None
        return self._sampler.is_greedy and not self._rounding.knows(size)

    def _compare(self, token: int, draft: Sequence[int]) -> None:
        """Decode the token among others, then alone, and take note of what rounding makes of it."""
        sequence, rounding = self._sequence, self._rounding
        assert sequence is not None, "begin comes first"
        began = self._clock()
        sequence.append(token, draft)
        if sequence.output < 0:
            return  # there was no room for the batch
        in_batch = rounding.logits(sequence.output)
        self._costs.record(1 + len(draft), self._clock() - began)
        sequence.decode_last_again()
        rounding.compare(1 + len(draft), in_batch, rounding.logits(sequence.output))
        assert self._sampler is not None
        self._is_off = self._sampler.has_penalties and rounding.margin > 0.0


# What drafts have brought one reply.


@dataclass(slots=True)
class DraftFigures:
    """Counts tokens, and in `saved` the decodes that were spared less what drafts made others cost."""

    drafted: int = 0
    accepted: int = 0
    saved: float = 0.0

    def note_draft(self, tokens: int, cost: float) -> None:
        """Take note of a decode with so many drafted tokens, which cost so many times one without."""
        self.drafted += tokens
        self.saved -= cost - 1.0

    def note_accepted(self) -> None:
        """Take note of a token that was there already when it was drawn."""
        self.accepted += 1
        self.saved += 1.0

    def note_again(self) -> None:
        """Take note of a token that was decoded a second time."""
        self.saved -= 1.0


# What a source of drafts promises: tokens that a reply may go on with, and how likely they are to be right.


class DraftSource(Protocol):
    """Follows one reply at a time: `begin`, then `add` for each token of it, and drafts on request."""

    @property
    def drafting_s(self) -> float:
        """What drafting one token takes, in seconds."""

    def begin(self, tokens: Sequence[int], *, is_stopped: Callable[[], bool]) -> None:
        """Start anew after these tokens; gives up when `is_stopped`."""

    def add(self, token: int) -> None:
        """Take note of the reply's next token, drawn or forced."""

    def forget(self) -> None:
        """Hold nothing of any reply."""

    def chances(self, most: int) -> Sequence[float]:
        """Return how likely each of at most `most` drafted tokens is to be right, if those before it are."""

    def draft(self, count: int) -> Sequence[int]:
        """Return at most `count` tokens that may come next."""


# How far a token's logits differ when it is decoded among others instead of alone.
#
# Sums are rounded differently in other kernels, so two words that are almost equally likely may change places. Where
# batches are computed bit for bit alike (llama.cpp on the CPU with flash attention and most quantizations), nothing
# has to be done; elsewhere a greedy choice that is closer than rounding can explain is made anew from a single
# decode.

_LIKELY = 64
"""Differences are looked at among the most likely tokens only: no other can be chosen."""
_SAFETY = 4.0
"""Rounding differs from token to token, and what is rounded stays in the cache for the tokens after it."""


class BatchRounding:
    """What is known of one context: differences by the size of the batch, in logits."""

    def __init__(self, context: Any, *, vocabulary_size: int) -> None:
        self._context = context
        self._size = vocabulary_size
        self._differences: dict[int, float] = {}

    @property
    def margin(self) -> float:
        """The lead that the best token needs over the next; 0 where batches change nothing."""
        return _SAFETY * max(self._differences.values(), default=0.0)

    @property
    def is_exact(self) -> bool:
        """Whether batches were compared and changed nothing."""
        return bool(self._differences) and self.margin == 0.0

    def knows(self, batch_size: int) -> bool:
        """Whether batches of this size have been compared."""
        return batch_size in self._differences

    def compare(self, batch_size: int, in_batch: npt.NDArray[np.float32], alone: npt.NDArray[np.float32]) -> None:
        """Take note of the logits that one token got among others and alone."""
        count = min(_LIKELY, self._size)
        likely = np.argpartition(alone, -count)[-count:]
        difference = float(np.abs(in_batch[likely] - alone[likely]).max())
        self._differences[batch_size] = difference if math.isfinite(difference) else math.inf

    def is_certain(self, output: int) -> bool:
        """Whether the best token of this output leads by more than rounding can make."""
        margin = self.margin
        if margin == 0.0:
            return True
        second, first = np.partition(self.logits(output), -2)[-2:]
        return bool(first - second > margin)

    def logits(self, output: int) -> npt.NDArray[np.float32]:
        """Return a copy of the logits of an output of the last decode, wherever its token was drawn."""
        sampled = lib.llama_get_sampled_logits_ith(self._context, output)
        pointer = sampled or lib.llama_get_logits_ith(self._context, output)
        return np.array(np.ctypeslib.as_array(pointer, (self._size,)))
