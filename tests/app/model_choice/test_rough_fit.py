"""The badge of a search result: from the number of parameters alone, and never more sure than that allows."""

from __future__ import annotations

import dataclasses

import pytest

from app.hardware.machine import Gpu, Machine
from app.model_choice.computer import Computer
from app.model_choice.model_fit import FitVerdict, RoughFit

GB = 1_000_000_000


def computer(*, memory_gb: int, gpu: Gpu | None = None) -> Computer:
    machine = dataclasses.replace(
        Machine.now(), total_memory_bytes=memory_gb * GB, available_memory_bytes=memory_gb * GB
    )
    return Computer(machine, (gpu,) if gpu is not None else ())


@pytest.mark.parametrize(
    ("parameters_b", "memory_gb", "verdict", "is_slow"),
    [
        (0.6, 8, FitVerdict.FITS_MEMORY, False),
        (7.6, 8, FitVerdict.FITS_MEMORY, False),
        (14.8, 16, FitVerdict.FITS_MEMORY, True),
        (32.8, 16, FitVerdict.DOES_NOT_FIT, False),
        (671, 64, FitVerdict.DOES_NOT_FIT, False),
    ],
)
def test_without_a_graphics_card_memory_decides(
    parameters_b: float, memory_gb: int, verdict: FitVerdict, is_slow: bool
) -> None:
    found = RoughFit.of(int(parameters_b * 1e9), computer(memory_gb=memory_gb))

    assert found is not None
    assert (found.verdict, found.is_slow) == (verdict, is_slow)


def test_an_unknown_number_of_parameters_has_no_badge() -> None:
    assert RoughFit.of(None, computer(memory_gb=16)) is None
    assert RoughFit.of(0, computer(memory_gb=16)) is None


def test_more_parameters_need_more_memory() -> None:
    needs = [RoughFit.of(number * 1_000_000_000, computer(memory_gb=64)) for number in (1, 3, 8, 14, 32, 70)]

    sizes = [need.needed_bytes for need in needs if need is not None]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 6


def test_a_graphics_card_takes_what_it_can_hold() -> None:
    card = Gpu("Card", "cuda", free_bytes=12 * GB, total_bytes=12 * GB)
    small = RoughFit.of(8_000_000_000, computer(memory_gb=32, gpu=card))
    large = RoughFit.of(32_000_000_000, computer(memory_gb=32, gpu=card))

    assert small is not None
    assert small.verdict is FitVerdict.FITS_GPU
    assert large is not None
    assert (large.verdict, large.is_slow) == (FitVerdict.FITS_PARTLY_GPU, True)
