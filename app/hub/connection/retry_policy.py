"""How often and how soon a passing problem is tried again."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Waits double from `first_s` to `longest_s`, each a little by chance; `attempts` failures in a row are the end.

    Bytes that arrive in between begin a new row.
    """

    attempts: int = 8
    first_s: float = 1.0
    longest_s: float = 60.0

    def wait_s(self, failures: int, *, asked_s: float | None) -> float:
        """Return the wait after this many failures in a row, at least what the server asked for."""
        wait_s = min(self.longest_s, self.first_s * 2.0 ** min(failures - 1, 16)) * random.uniform(0.75, 1.25)
        return max(wait_s, asked_s or 0.0)
