"""How much of the context the next prompt takes."""

from __future__ import annotations

from dataclasses import dataclass

_SUMMARY_QUESTION_TOKENS = 120
"""About what asking for a summary takes."""


@dataclass(frozen=True, slots=True)
class PromptCount:
    """Tokens of the next prompt, of the question with its files in it, and of the context.

    Of a branch that is far too long only the newest part is counted: `prompt` is of that, and `older_tokens` an
    estimate of what the questions `older` and their answers would take.
    """

    prompt: int
    question: int
    context: int
    older: tuple[int, ...] = ()
    older_tokens: int = 0

    @property
    def reserve(self) -> int:
        """What a reply needs at least."""
        return min(256, self.context // 8)

    @property
    def needed(self) -> int:
        """What all of it takes, with a short reply."""
        return self.prompt + self.older_tokens + self.reserve

    @property
    def needed_about(self) -> int:
        """What is needed; an estimate to two digits."""
        step = 10 ** max(0, len(str(self.needed)) - 2) if self.older else 1
        return round(self.needed / step) * step

    @property
    def excess(self) -> int:
        """How many of the tokens counted are too many, beside a short reply; 0 or less if it fits."""
        return self.prompt + self.reserve - self.context

    @property
    def excess_of_summary(self) -> int:
        """How many are too many when a summary is asked for instead of the question, with room to write it."""
        return self.prompt - self.question + _SUMMARY_QUESTION_TOKENS + self.context // 4 - self.context

    @property
    def free(self) -> int:
        """What is left beside the question and a short reply."""
        return self.context - self.needed + self.question
