"""Where tokens are drawn: on the device that computes them, where it can, else on the CPU.

Logits of a large vocabulary are some 600 kB a token; bringing them to the CPU and sorting them there costs a fast GPU
a seventh of its speed. llama.cpp can make a sampler chain part of the graph instead, so that only the token comes back.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from app.inference.llama.native.binding import lib
from app.inference.llama.sampling.sampler_chain import SamplerChain
from app.messages import Sampling

MOST_OUTPUTS = 16
"""Positions of one sequence that a device can draw for in one decode. More than one also makes its random numbers
advance with the tokens taken, not with the decodes: the same seed gives the same reply, whatever was in the cache."""


class SamplingPlace:
    """Hands out the chain of each reply of one context, and takes it back when the reply ends.

    With `on_device` one chain without penalties is attached to the context and stays there: attaching means planning
    the graph anew, so the next reply with the same settings only takes over its random numbers. What a device cannot
    do is done on the CPU by llama.cpp itself, from the first sampler that the device lacks. `close` before the context
    goes.
    """

    def __init__(self, context: Any, *, vocabulary_size: int, on_device: bool) -> None:
        self._context = context
        self._vocabulary_size = vocabulary_size
        self._on_device = on_device
        self._attached: SamplerChain | None = None
        self._attached_for: tuple[Sampling, int] | None = None
        self._is_lent = False

    @property
    def is_on_device(self) -> bool:
        """Whether a chain is part of the context's graph."""
        return self._attached is not None

    def chain(self, sampling: Sampling, *, number: int, is_alone: bool = True) -> SamplerChain:
        """Return the chain for a reply that begins in sequence `number`; one that is not alone is drawn on the CPU."""
        fresh = SamplerChain(sampling, vocabulary_size=self._vocabulary_size)
        key = (replace(sampling, seed=None, max_tokens=None), number)
        if is_alone and not self._is_lent and self._attached is not None and self._attached_for == key:
            lib.llama_sampler_copy(fresh.pointer, self._attached.pointer)
            fresh.close()
            self._is_lent = True
            return self._attached
        if not self._is_lent and (is_alone or (self._attached_for is not None and self._attached_for[1] == number)):
            self.close()
        if (
            self._on_device
            and is_alone
            and not self._is_lent
            and not fresh.has_penalties
            and lib.llama_set_sampler(self._context, number, fresh.pointer)
        ):
            self._attached, self._attached_for, self._is_lent = fresh, key, True
            fresh.is_on_device = True
        return fresh

    def free_logits(self, number: int) -> None:
        """Let the logits of this sequence, in which no reply is written, come to the CPU."""
        if self._attached_for is not None and self._attached_for[1] == number and not self._is_lent:
            self.close()

    def take_back(self, chain: SamplerChain) -> None:
        """The reply has ended that this chain drew for."""
        if chain is self._attached:
            self._is_lent = False
        else:
            chain.close()

    def close(self) -> None:
        """Take the chain back from the context and free it."""
        attached = self._attached
        if attached is not None and self._attached_for is not None:
            lib.llama_set_sampler(self._context, self._attached_for[1], None)
            attached.close()
        self._attached = self._attached_for = None
        self._is_lent = False
