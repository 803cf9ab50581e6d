"""Notices a thought or an answer that goes round in circles: the same run of tokens, over and over, without a break."""

from __future__ import annotations

_CHECK_EVERY = 16
_LONGEST_PERIOD = 256
_LEAST_REPEATS = 4
LEAST_TOKENS = 96
"""A short run must repeat until it spans this many tokens: honest lists and tables repeat too, for a while."""


class LoopGuard:
    """Fed with the tokens of a text; `is_looping` once their end repeats one period.

    Cost: every `_CHECK_EVERY` tokens, each period up to `_LONGEST_PERIOD` is compared at its end first, so that an
    ordinary text costs a few hundred comparisons a check.
    """

    def __init__(self, *, least_tokens: int = LEAST_TOKENS) -> None:
        self._least_tokens = least_tokens
        self._tokens: list[int] = []
        self.is_looping = False

    def add(self, token: int) -> None:
        """Take in the next token."""
        self._tokens.append(token)
        if not self.is_looping and len(self._tokens) % _CHECK_EVERY == 0:
            self.is_looping = self._has_loop()

    def reset(self) -> None:
        """Start anew, for the next thought or after a nudge."""
        self._tokens.clear()
        self.is_looping = False

    def _has_loop(self) -> bool:
        tokens = self._tokens
        count = len(tokens)
        longest = min(_LONGEST_PERIOD, count // _LEAST_REPEATS)
        last, before = tokens[-1], tokens[-2]
        for period, token in enumerate(reversed(tokens[count - 1 - longest : -1]), 1):
            if token != last or tokens[-2 - period] != before:
                continue
            span = max(period * _LEAST_REPEATS, self._least_tokens)
            # Equal to itself shifted by one period: the same as `span / period` repeats of the same run.
            if span <= count and tokens[period - span :] == tokens[count - span : -period]:
                return True
        return False
