"""How an image stands in a list of tokens: as a run of negative numbers that are made from its hash.

So a prompt stays one list of integers, and its known beginning is found and kept over images as over words. Two runs
are equal only if their images are, and a run tells all that is needed to go back to a place after or before it::

    start, positions, hash, hash, …     one number for each place that the image takes in the cache

The first number alone is below `_START`, so that two images side by side are told apart, and differ from there on.
Most models count as many positions as places; with M-RoPE an image of 8 × 8 places takes 8 positions.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence

_BITS = 30
_MASK = (1 << _BITS) - 1
_START = -(1 << _BITS)


def image_run(identity: bytes, *, tokens: int, positions: int) -> list[int]:
    """Return the run of an image (or a part of one) that `identity` names, with so many places and positions."""
    if not 1 <= positions <= _MASK or tokens < 1:
        raise ValueError(f"{tokens} tokens, {positions} positions")
    digest = hashlib.sha256(b"%d\0%d\0%s" % (tokens, positions, identity)).digest()
    words = [int.from_bytes(digest[at : at + 4], "big") & _MASK for at in range(0, len(digest), 4)]
    run = [_START - 1 - words[0], -1 - positions]
    run += [-1 - word for word in itertools.islice(itertools.cycle(words[1:]), max(0, tokens - 2))]
    return run[:tokens]


def begins_image(token: int) -> bool:
    """Whether an image's run begins with this number."""
    return token < _START


def run_at(tokens: Sequence[int], start: int) -> Sequence[int]:
    """Return the run that begins at `start`."""
    end = start + 1
    while end < len(tokens) and _START <= tokens[end] < 0:
        end += 1
    return tokens[start:end]


def run_positions(run: Sequence[int]) -> int:
    """Return how many positions a run takes."""
    return -1 - run[1] if len(run) > 1 else 1


def missing_positions(tokens: Sequence[int]) -> int:
    """Return how many positions fewer than numbers there are in `tokens`, which cut no run apart."""
    if not tokens or min(tokens) >= 0:
        return 0
    starts = (index for index, token in enumerate(tokens) if begins_image(token))
    runs = (run_at(tokens, start) for start in starts)
    return sum(len(run) - run_positions(run) for run in runs)


def before_cut_image(tokens: Sequence[int], length: int) -> int:
    """Return where to cut so that no run is cut apart: at `length`, or before the run that it lies in."""
    while 0 < length < len(tokens) and _START <= tokens[length] < 0:
        length -= 1
    return length


def next_image(tokens: Sequence[int], start: int, end: int) -> int:
    """Return where the first image between `start` and `end` begins, `end` if there is none."""
    return next((index for index in range(start, end) if tokens[index] < 0), end)


def words_of(tokens: Sequence[int]) -> Sequence[int]:
    """Return the tokens that are words: what drafts can be made from."""
    return [token for token in tokens if token >= 0] if tokens and min(tokens) < 0 else tokens
