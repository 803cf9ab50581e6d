"""Where tokens are drawn: on the device that computes them, where it can, else on the CPU.

Logits of a large vocabulary are some 600 kB a token; bringing them to the CPU and sorting them there costs a fast GPU
a seventh of its speed. llama.cpp can make a sampler chain part of the graph instead, so that only the token comes back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.inference.llama.binding import lib
from app.inference.llama.sampler_chain import SamplerChain
from app.messages import Sampling

MOST_OUTPUTS = 16
"""Positions of one sequence that a device can draw for in one decode. More than one also makes its random numbers
advance with the tokens taken, not with the decodes: the same seed gives the same reply, whatever was in the cache."""

_SEQUENCE = 0


class SamplingPlace:
    """Hands out the chain for each reply of one context, one at a time.

    With `on_device` a chain without penalties is attached to the context and stays there: attaching means planning the
    graph anew, so the next reply with the same settings only takes over its random numbers. What a device cannot do is
    done on the CPU by llama.cpp itself, from the first sampler that the device lacks. `close` before the context goes.
    """

    def __init__(self, context: Any, *, vocabulary_size: int, on_device: bool) -> None:
        self._context = context
        self._vocabulary_size = vocabulary_size
        self._on_device = on_device
        self._chain: SamplerChain | None = None
        self._attached_for: Sampling | None = None

    @property
    def is_on_device(self) -> bool:
        """Whether the chain that was handed out last is part of the context's graph."""
        return self._attached_for is not None

    def chain(self, sampling: Sampling) -> SamplerChain:
        """Return the chain for a reply that begins now; the one before must not be used any more."""
        fresh = SamplerChain(sampling, vocabulary_size=self._vocabulary_size)
        settings = replace(sampling, seed=None, max_tokens=None)
        if self._chain is not None and self._attached_for == settings:
            lib.llama_sampler_copy(fresh.pointer, self._chain.pointer)
            fresh.close()
            return self._chain
        self.close()
        if (
            self._on_device
            and not fresh.has_penalties
            and lib.llama_set_sampler(self._context, _SEQUENCE, fresh.pointer)
        ):
            self._attached_for = settings
        self._chain = fresh
        return fresh

    def close(self) -> None:
        """Take the chain back from the context and free it."""
        if self._attached_for is not None:
            lib.llama_set_sampler(self._context, _SEQUENCE, None)
            self._attached_for = None
        if self._chain is not None:
            self._chain.close()
            self._chain = None
