"""Notices a thought or an answer that goes round in circles: the same run of tokens, over and over, without a break."""

from __future__ import annotations

import re

_CHECK_EVERY = 16
_LONGEST_PERIOD = 256
_LEAST_REPEATS = 4
LEAST_TOKENS = 96
"""A short run must repeat until it spans this many tokens: honest lists and tables repeat too, for a while."""
LEAST_ANSWER_TOKENS = 256
"""Of an answer: tables and lists that somebody has asked for repeat themselves longer than thoughts should."""
_UNITS = re.compile(r"[\u2e80-\u9fff\uac00-\ud7ff]{1,2}| ?[^\W\u2e80-\u9fff\uac00-\ud7ff]{1,6}|(\W)\1{0,15}")
"""About as long as tokens, and the same in whatever pieces a text comes."""


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


class TextLoopGuard:
    """A `LoopGuard` of a text whose tokens are not known."""

    def __init__(self, *, least_tokens: int = LEAST_TOKENS) -> None:
        self._guard = LoopGuard(least_tokens=least_tokens)
        self._rest = ""
        """What may go on with the next piece."""

    @property
    def is_looping(self) -> bool:
        """Whether its end repeats itself."""
        return self._guard.is_looping

    def add(self, text: str) -> None:
        """Take in the next piece."""
        *whole, last = ["", *(unit.group() for unit in _UNITS.finditer(self._rest + text))]
        for unit in whole[1:]:
            self._guard.add(hash(unit))
        self._rest = last
