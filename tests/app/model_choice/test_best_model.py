"""Which model is best for a computer: what changes it is memory, the graphics card, free disk and the language."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from app.hardware.machine import Gpu, Machine
from app.hub.catalogue.recommended_models import recommended_models
from app.model_choice.best_model import RankedModel, ranked_models
from app.model_choice.computer import Computer
from app.model_choice.run_history import RunHistory, RunRecord
from app.model_choice.speed import SpeedEstimator

GB = 1_000_000_000
CARD = Gpu("Card", "cuda", free_bytes=23 * GB, total_bytes=24 * GB)


def machine(memory_gb: float, *gpus: Gpu) -> Computer:
    now = dataclasses.replace(
        Machine.now(), total_memory_bytes=int(memory_gb * GB), available_memory_bytes=int(memory_gb * GB)
    )
    return Computer(now, gpus)


LAPTOP, WORKSTATION, SERVER = machine(6), machine(28, CARD), machine(60)
"""Three machines: free memory, and a graphics card in the second."""


def ranked(
    computer: Computer, tmp_path: Path, *, disk_gb: float = 500, language: str = "en", bandwidth_gb: float = 60
) -> tuple[RankedModel, ...]:
    history = RunHistory(tmp_path / "speeds.json")
    speeds = SpeedEstimator(bandwidth_bytes_per_s=bandwidth_gb * 1e9, cores=8, history=history)
    return ranked_models(
        recommended_models(), computer, free_disk_bytes=int(disk_gb * GB), language=language, speeds=speeds
    )


def best(computer: Computer, tmp_path: Path, **given: float | str) -> str:
    (first, *others) = ranked(computer, tmp_path, **given)  # type: ignore[arg-type]
    assert first.is_best
    assert not any(one.is_best for one in others)
    return first.model.repo


def test_three_machines_have_three_best_models(tmp_path: Path) -> None:
    found = [best(computer, tmp_path) for computer in (LAPTOP, WORKSTATION, SERVER)]

    assert len(set(found)) == 3
    for repo, computer in zip(found, (LAPTOP, WORKSTATION, SERVER), strict=True):
        (first, *_) = ranked(computer, tmp_path)
        assert first.model.repo == repo
        assert first.fit.needed_bytes <= computer.free_bytes
        assert not first.fit.is_slow
        assert first.model.thinks


def test_a_graphics_card_makes_large_models_quick(tmp_path: Path) -> None:
    (with_card, *_), (without, *_) = ranked(WORKSTATION, tmp_path), ranked(machine(28), tmp_path)

    assert with_card.model.repo != without.model.repo
    assert with_card.model.active_parameters > without.model.active_parameters
    assert with_card.fit.tokens_per_s is None  # nobody has seen this card compute yet


def test_what_a_card_did_before_is_what_is_expected_of_it(tmp_path: Path) -> None:
    history = RunHistory(tmp_path / "speeds.json")
    history.record_run(RunRecord(backend="cuda", active_bytes=5 * GB, tokens=100, tokens_per_s=40.0))

    (first, *_) = ranked(WORKSTATION, tmp_path)

    assert first.fit.tokens_per_s == pytest.approx(200 * GB / first.fit.download_bytes, rel=0.01)


@pytest.mark.parametrize("disk_gb", [3.0, 5.0, 8.0])
def test_a_full_disk_has_room_for_a_small_model_only(tmp_path: Path, disk_gb: float) -> None:
    (first, *_) = ranked(SERVER, tmp_path, disk_gb=disk_gb)

    assert first.is_best
    assert first.fit.download_bytes < (disk_gb - 2) * GB
    assert first.model.repo != best(SERVER, tmp_path)


def test_the_system_language_is_spoken_by_the_best_model(tmp_path: Path) -> None:
    small = machine(5.2)
    for language in ("en", "de", "zh", "uk"):
        (first, *_) = ranked(small, tmp_path, language=language)
        assert first.model.speaks(language)
    assert len({best(machine(memory / 2), tmp_path, language="en") for memory in range(4, 40)}) > 6
    english, ukrainian = (
        [best(machine(memory / 2), tmp_path, language=language) for memory in range(4, 60)] for language in ("en", "uk")
    )
    assert english != ukrainian, "the language never mattered"


def test_slow_memory_makes_a_smaller_model_the_best(tmp_path: Path) -> None:
    quick, slow = ranked(machine(12), tmp_path, bandwidth_gb=90), ranked(machine(12), tmp_path, bandwidth_gb=20)

    assert slow[0].model.active_parameters < quick[0].model.active_parameters


def test_where_nothing_fits_nothing_is_best_and_the_smallest_comes_first(tmp_path: Path) -> None:
    for found in (ranked(machine(0.3), tmp_path), ranked(LAPTOP, tmp_path, disk_gb=1)):
        assert not any(one.is_best for one in found)
        sizes = [one.fit.download_bytes for one in found]
        assert sizes == sorted(sizes)


def test_experts_are_judged_by_what_a_token_reads(tmp_path: Path) -> None:
    found = {one.model.repo: one for one in ranked(SERVER, tmp_path)}

    assert not found["unsloth/Qwen3-30B-A3B-Thinking-2507-GGUF"].fit.is_slow
    assert found["Qwen/Qwen3-32B-GGUF"].fit.is_slow
