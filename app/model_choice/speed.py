"""How fast a model will answer: a reply reads all active weights once per token, so memory or cores set the pace."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.gguf import GgufHeader, read_header
from app.inference.protocol import Placement, RunStats
from app.model_choice.run_history import RunHistory, RunRecord

USUAL_PROMPT_TOKENS = 200
USUAL_THOUGHT_TOKENS = 800
_USUAL_SHARE_OF_BANDWIDTH = 0.55
"""What of a copy's bandwidth llama.cpp reaches on a processor, before this machine has shown its own."""
_CORE_BYTES_PER_S = 8e9
"""What a core multiplies of four-bit weights, about: with few of them that sets the pace, not the memory."""
_PROMPT_SPEEDUP = 4.0
"""How much faster a prompt is read than a reply written, before this machine has shown its own."""
_PROCESSOR = "cpu"


@dataclass(frozen=True, slots=True)
class SpeedEstimate:
    """Tokens per second of a reply, and seconds until the answer's first word, a usual thought included."""

    tokens_per_s: float
    first_answer_s: float
    is_from_runs: bool
    """Whether earlier runs on this machine corrected it."""


class SpeedEstimator:
    """Joins the measured bandwidth with what earlier runs showed. `backend` is that of the engine: `cpu`, `cuda`, …"""

    def __init__(self, *, bandwidth_bytes_per_s: float, cores: int, history: RunHistory) -> None:
        self._pace = min(bandwidth_bytes_per_s * _USUAL_SHARE_OF_BANDWIDTH, cores * _CORE_BYTES_PER_S)
        self._history = history

    def estimate(
        self, header: GgufHeader, *, weights_bytes: int, kv_bytes: int, thinks: bool, backend: str = _PROCESSOR
    ) -> SpeedEstimate | None:
        """Return what to expect; `None` for a device that nothing is known of yet."""
        read_bytes = active_bytes(header, weights_bytes) + kv_bytes // 8  # a conversation is rarely long
        tokens_per_s = self.rough(read_bytes, backend=backend)
        if tokens_per_s is None:
            return None
        runs = self._history.of(backend)
        prompt_speedup = (runs.prompt_speedup if runs is not None else None) or _PROMPT_SPEEDUP
        thought = USUAL_THOUGHT_TOKENS if thinks else 0
        first_answer_s = USUAL_PROMPT_TOKENS / (tokens_per_s * prompt_speedup) + (thought + 1) / tokens_per_s
        return SpeedEstimate(tokens_per_s, first_answer_s, runs is not None)

    def rough(self, read_bytes: float, *, backend: str = _PROCESSOR) -> float | None:
        """Return tokens per second where each reads so many bytes; `None` for a device that nothing is known of yet."""
        runs = self._history.of(backend)
        if read_bytes <= 0 or (runs is None and backend != _PROCESSOR):
            return None
        pace = runs.read_bytes_per_s if runs is not None else self._pace
        return pace / read_bytes


def active_bytes(header: GgufHeader, weights_bytes: int) -> int:
    """Return what of the weights is read for one token: of experts only those chosen, of the vocabulary one row.

    Of a shard set the first shard's tensors stand for all.
    """
    total = sum(tensor.size_bytes for tensor in header.tensors)
    if not total:
        return weights_bytes
    used = header.get_int(header.architecture_key("expert_used_count")) or 0
    share_of_experts = used / header.expert_count if header.expert_count and used else 1.0
    has_output = any(tensor.name == "output.weight" for tensor in header.tensors) or header.split_count > 1
    active = 0.0
    for tensor in header.tensors:
        if "_exps." in tensor.name:
            active += tensor.size_bytes * share_of_experts
        elif tensor.name != "token_embd.weight" or not has_output:
            active += tensor.size_bytes
    return int(weights_bytes * active / total)


# From a reply that a model has just written to a record of how fast this computer is.

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
