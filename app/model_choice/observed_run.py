"""From a reply that a model has just written to a record of how fast this computer is."""

from __future__ import annotations

from pathlib import Path

from app.gguf import read_header
from app.inference.protocol import Placement, RunStats
from app.model_choice.run_history import RunHistory, RunRecord
from app.model_choice.speed import active_bytes

_FEWEST_READ = 256
"""Shorter prompts are over before the speed shows."""


def record_reply(history: RunHistory, placement: Placement, stats: RunStats) -> None:
    """Remember the speed of a reply; reads the model's header, so it belongs on a thread. Raises what that raises."""
    if stats.tokens_per_s is None:
        return
    header = read_header(Path(placement.path))
    read_tokens = stats.prompt_tokens - stats.cached_tokens
    to_first_s = stats.time_to_first_token_s
    history.record_run(
        RunRecord(
            backend=placement.backend,
            active_bytes=active_bytes(header, placement.size_bytes),
            tokens=stats.thinking_tokens + stats.answer_tokens,
            tokens_per_s=stats.tokens_per_s,
            prompt_tokens_per_s=read_tokens / to_first_s if to_first_s and read_tokens >= _FEWEST_READ else None,
        )
    )
