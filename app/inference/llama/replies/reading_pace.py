"""How much of a prompt is read beside replies that are being written, so that none of them stalls."""

from __future__ import annotations

_LONGEST_S = 0.1
"""What a step may take: longer pauses are seen."""
_FIRST = 32
_LEAST = 8
_MOST = 512
_STEP = 4
_LEARNING = 0.3


class ReadingPace:
    """Learns from the time that steps take, how many tokens of a prompt may be part of the next."""

    def __init__(self) -> None:
        self._token_s: float | None = None

    @property
    def tokens(self) -> int:
        """How many tokens of a prompt the next step should read."""
        if self._token_s is None:
            return _FIRST
        fitting = int(_LONGEST_S / self._token_s) // _STEP * _STEP
        return min(max(_LEAST, fitting), _MOST)

    def note(self, tokens: int, seconds: float) -> None:
        """Take note of a step that read so many tokens; the short rest of a prompt tells little."""
        if tokens < self.tokens // 2:
            return
        token_s = max(1e-7, seconds / tokens)
        before = self._token_s
        self._token_s = token_s if before is None else before + _LEARNING * (token_s - before)
