from __future__ import annotations

from pathlib import Path

from app.inference.protocol import FinishReason, Placement, RunStats, ThinkingEnd
from app.model_choice.run_history import RunHistory
from app.model_choice.speed import record_reply
from tests.app.hub.tiny_gguf import write_gguf


def placement(path: Path) -> Placement:
    return Placement(
        path=str(path),
        architecture="llama",
        quantization="F32",
        parameters=256,
        size_bytes=1_000_000_000,
        backend="cpu",
    )


def stats(*, tokens: int, tokens_per_s: float | None) -> RunStats:
    return RunStats(
        FinishReason.STOP, ThinkingEnd.MODEL, 600, 0, tokens, 0, time_to_first_token_s=2.0, tokens_per_s=tokens_per_s
    )


def test_a_reply_teaches_how_fast_this_computer_reads(tmp_path: Path) -> None:
    history = RunHistory(tmp_path / "speeds.json")
    path = write_gguf(tmp_path / "m.gguf")

    record_reply(history, placement(path), stats(tokens=100, tokens_per_s=50.0))

    pace = history.of("cpu")
    assert pace is not None
    assert pace.runs == 1
    assert pace.read_bytes_per_s > 0
    assert pace.prompt_speedup is not None


def test_a_reply_without_a_speed_teaches_nothing(tmp_path: Path) -> None:
    history = RunHistory(tmp_path / "speeds.json")

    record_reply(history, placement(write_gguf(tmp_path / "m.gguf")), stats(tokens=1, tokens_per_s=None))

    assert history.of("cpu") is None
