"""How much of a prompt is read beside replies that are being written, so that none of them stalls."""

from __future__ import annotations

_LONGEST_S = 0.1
"""What a step may take: longer pauses are seen."""
_WHOLE = 64
"""From so many tokens on llama.cpp computes attention on the CPU in tiles: several times as fast for each."""
_WHOLE_LONGEST_S = 0.14
"""What a step of so many may take: fewer would read far less in hardly less time."""
_STRETCHED = 1.5
"""So many times a step the last one may be: a short rest would cost as much as a whole one."""
_LEAST = 8
_MOST = 512
_FIRST = 96
"""The most that is read at first, when what it takes is only guessed."""
_STEP = 4
_LEARNING = 0.3
_READ_COST = 0.2
"""What reading a token costs, about, in those that are written."""


class ReadingPace:
    """Learns from the time that steps take, how many tokens of a prompt may be part of the next."""

    def __init__(self) -> None:
        self._token_s: dict[bool, float] = {}
        """What a token takes, in steps of at least `_WHOLE`, and in smaller ones: there hardly less."""

    def tokens(self, written_s: float | None, *, left: int) -> int:
        """Return how many tokens of a prompt the next step should read, of so many that are `left`.

        One that is written takes `written_s`.
        """
        whole_s = self._token_s.get(True, _READ_COST * (written_s or 0.0))
        small_s = self._token_s.get(False)
        if _WHOLE * min(whole_s, small_s or whole_s) <= _WHOLE_LONGEST_S:
            size = min(max(_WHOLE, _fitting(whole_s)), _MOST if True in self._token_s else _FIRST)
            if left <= _STRETCHED * size:
                return left
            return left - _WHOLE if size + _WHOLE > left >= 2 * _WHOLE else size
        return min(max(_LEAST, _fitting(small_s or whole_s)), _WHOLE - _STEP)

    def note(self, tokens: int, seconds: float) -> None:
        """Take note of a step that read so many tokens; the short rest of a prompt tells little."""
        if tokens < _LEAST:
            return
        token_s, is_whole = max(1e-7, seconds / tokens), tokens >= _WHOLE
        before = self._token_s.get(is_whole, token_s)
        self._token_s[is_whole] = before + _LEARNING * (token_s - before)


def _fitting(token_s: float) -> int:
    return int(_LONGEST_S / token_s) // _STEP * _STEP if token_s > 0 else _WHOLE
