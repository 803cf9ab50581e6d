"""Downloads that are killed, and servers that fail in every way: the right file in the end, or a sentence.

`python -m tests.fakes.fake_hub_storms` runs each trial alone, with larger files.
"""

from __future__ import annotations

import random
import sys

import pytest

from tests.fakes.fake_hub_storms import run_faults, run_kills


@pytest.mark.parametrize("in_parallel", [False, True], ids=["one connection", "several connections"])
def test_random_faults_end_with_the_right_file_or_a_sentence(
    attacks: int, dice: random.Random, *, in_parallel: bool
) -> None:
    sequences = max(3, attacks // 25)
    report = run_faults(sequences=sequences, faults=10, seed=dice.getrandbits(30), in_parallel=in_parallel)

    assert report.wrong == 0
    assert report.complete == sequences
    assert report.most_connections >= 2 or not in_parallel


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_at_random_moments_it_goes_on_with_what_was_there(attacks: int, dice: random.Random) -> None:
    found = run_kills(kills=max(2, attacks // 5), size=12_000_000, seed=dice.getrandbits(30))

    assert found["sha256_right"] is True
    assert found["most_lost_bytes"] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_with_several_connections_it_goes_on_with_what_was_there(attacks: int, dice: random.Random) -> None:
    found = run_kills(kills=max(2, attacks // 10), size=70_000_000, seed=dice.getrandbits(30), in_parallel=True)

    assert found["sha256_right"] is True
    assert found["most_lost_bytes"] == 0
    assert found["with_holes"]
