"""What it costs to ask a question several times, as far as it can be known before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.history.records import ReplyFigures
from app.history.vote_figures import VoteFigures
from app.inference.protocol import ModelInfo

_SLOWER_EACH = 0.2
"""A processor that writes one reply more side by side writes each by so much slower, …"""
_SLOWER_EACH_ON_DEVICE = 0.05
"""… a graphics device by so much."""
_AT_ONCE_ELSEWHERE = 4


@dataclass(frozen=True, slots=True)
class VoteCost:
    """Of `samples` replies `at_once` are written side by side; the others follow.

    `seconds` is what all of them take about, `None` where the model has answered nothing yet; `memory_bytes` and
    `gpu_bytes` what the contexts of those at once take of the computer's memory and of its graphics devices', 0 where
    nobody can say.
    """

    samples: int
    at_once: int
    seconds: float | None
    memory_bytes: int
    gpu_bytes: int = 0


def vote_cost(
    samples: int,
    *,
    info: ModelInfo,
    votes: Sequence[VoteFigures],
    replies: Sequence[ReplyFigures],
    free_bytes: int,
) -> VoteCost:
    """Return what asking so often costs: by the model's `votes` so far, else by its last `replies`, one at a time.

    `free_bytes` of the computer's memory may be taken; for what is on a device there was room when it was loaded.
    """
    gpu_cache_bytes = 0
    placement = info.placement
    if placement is None:
        at_once, cache_bytes, slower = min(samples, _AT_ONCE_ELSEWHERE), 0, 0.0
    else:
        at_once, cache_bytes = samples, placement.cache_bytes
        slower = _SLOWER_EACH_ON_DEVICE if placement.gpu_layers else _SLOWER_EACH
        if placement.gpu_layers and placement.total_layers:
            gpu_cache_bytes = cache_bytes * min(placement.gpu_layers, placement.total_layers) // placement.total_layers
        if placement.gpu_layers and placement.replies_at_once:
            at_once = min(samples, placement.replies_at_once)
        elif cache_bytes and not placement.gpu_layers:
            at_once = min(samples, 1 + max(0, free_bytes) // cache_bytes)
    waves = -(-samples // at_once)
    each_s = _seconds_of_votes(votes)
    if each_s is None:
        alone_s = _seconds_of_replies(replies)
        each_s = alone_s * (1 + slower * (at_once - 1)) if alone_s is not None else None
    seconds = each_s * waves if each_s is not None else None
    in_memory, on_devices = cache_bytes - gpu_cache_bytes, gpu_cache_bytes
    return VoteCost(samples, at_once, seconds, at_once * in_memory, at_once * on_devices)


def _seconds_of_votes(votes: Sequence[VoteFigures]) -> float | None:
    finished, seconds = sum(vote.finished for vote in votes), sum(vote.seconds for vote in votes)
    return seconds / finished if finished and seconds else None


def _seconds_of_replies(replies: Sequence[ReplyFigures]) -> float | None:
    timed = [
        ((one.thinking_tokens or 0) + (one.answer_tokens or 0)) / one.tokens_per_s
        for one in replies
        if one.tokens_per_s
    ]
    return sum(timed) / len(timed) if timed else None
