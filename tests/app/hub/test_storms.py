"""Small versions of the long trials (`python -m tests.fakes.fake_hub_storms` runs the long ones)."""

from __future__ import annotations

import sys

import pytest

from tests.fakes.fake_hub_storms import run_faults, run_kills


@pytest.mark.parametrize("in_parallel", [False, True], ids=["one connection", "several connections"])
def test_random_faults_end_with_the_right_file_or_a_sentence(in_parallel: bool) -> None:
    report = run_faults(sequences=4, faults=10, seed=7, in_parallel=in_parallel)

    assert report.wrong == 0
    assert report.complete == 4
    assert report.most_connections >= 4 or not in_parallel


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_at_random_moments_it_goes_on_with_what_was_there() -> None:
    found = run_kills(kills=3, size=12_000_000, seed=3)

    assert found["sha256_right"] is True
    assert found["most_lost_bytes"] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_with_several_connections_it_goes_on_with_what_was_there() -> None:
    found = run_kills(kills=3, size=90_000_000, seed=4, in_parallel=True)

    assert found["sha256_right"] is True
    assert found["most_lost_bytes"] == 0
    assert found["with_holes"]
