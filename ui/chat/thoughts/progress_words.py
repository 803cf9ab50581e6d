"""How long a thought has taken and how much it is, in words: against its budget and with its speed while it runs."""

from __future__ import annotations

from msgspec import structs
from PySide6.QtCore import QCoreApplication

from ui.chat.thoughts.thought_card import ThoughtProgress
from ui.widgets.spoken_numbers import count_text, decimal_text, seconds_text, spent_text

_LEAST_SPEED = 0.05
"""Less would be told as 0.0."""


def figures_text(progress: ThoughtProgress) -> str:
    """Return what is known: `7 s of 30 s · 98 of 500 tokens · 14 tokens/s`, or `7.2 s · 98 tokens` when it is over."""
    return " · ".join(part for part in (time_text(progress), amount_text(progress)) if part)


def live_text(progress: ThoughtProgress) -> str:
    """Return the same where the seconds stand already: without them, unless they are bounded."""
    return amount_text(progress) if progress.budget_s is None else figures_text(progress)


def time_text(progress: ThoughtProgress) -> str:
    """Return how long it has taken; empty if nobody knows."""
    if progress.seconds is None:
        return ""
    time = seconds_text(progress.seconds) if progress.is_live else spent_text(progress.seconds)
    if progress.budget_s is None:
        return time
    return _tr("{time} of {limit}").format(time=time, limit=seconds_text(progress.budget_s))


def amount_text(progress: ThoughtProgress) -> str:
    """Return how much it is and how fast it grows; empty before it begins."""
    parts = []
    if progress.tokens:
        tokens = count_text(progress.tokens)
        if progress.budget is None:
            parts.append(_tr("{tokens} tokens").format(tokens=tokens))
        else:
            budget = count_text(progress.budget)
            parts.append(_tr("{tokens} of {budget} tokens").format(tokens=tokens, budget=budget))
    if progress.tokens_per_s is not None and progress.tokens_per_s >= _LEAST_SPEED:
        parts.append(_tr("{speed} tokens/s").format(speed=decimal_text(progress.tokens_per_s)))
    return " · ".join(parts)


def widest_text(progress: ThoughtProgress) -> str:
    """Return the figures of a long running thought with the same budget."""
    budget, budget_s = progress.budget and 10_000, progress.budget_s and 100
    long = ThoughtProgress(is_live=True, seconds=100, tokens=10_000, tokens_per_s=100.5)
    return figures_text(structs.replace(long, budget=budget, budget_s=budget_s))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProgressWords", text)
