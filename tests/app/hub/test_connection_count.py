"""How many connections a file gets, on a clock of the test's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.hub.connection.policies import RangePolicy
from app.hub.transfer.file_transfer import ConnectionCount

_MB = 1_000_000
_LARGE = 100_000 * _MB


class _Line:
    """A line that gives so many bytes per second to so many connections."""

    def __init__(self, speed: Callable[[int], float]) -> None:
        self.now = 0.0
        self.received = 0.0
        self.speed = speed
        self.missing = _LARGE
        self.seen: list[int] = []
        self.count = ConnectionCount(RangePolicy(), clock=lambda: self.now)

    def run(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            came = self.speed(self.count.wanted) * 0.1
            self.now += 0.1
            self.received += came
            self.missing -= round(came)
            self.count.note(round(self.received), missing_bytes=self.missing)
            if not self.seen or self.seen[-1] != self.count.wanted:
                self.seen.append(self.count.wanted)


def test_where_each_connection_is_slow_there_are_four_within_seconds() -> None:
    line = _Line(lambda connections: 10 * _MB * connections)

    line.run(2)

    assert line.seen == [1, 4]


def test_a_connection_that_is_fast_enough_stays_alone() -> None:
    line = _Line(lambda connections: 400 * _MB * connections)

    line.run(30)

    assert line.seen == [1]


def test_a_connection_that_becomes_slow_gets_company() -> None:
    line = _Line(lambda _connections: 400 * _MB)
    line.run(10)
    line.speed = lambda _connections: 10 * _MB

    line.run(3)

    assert line.seen == [1, 4]


def test_near_the_end_nothing_is_added() -> None:
    line = _Line(lambda connections: 10 * _MB * connections)
    line.missing = 30 * _MB

    line.run(3)

    assert line.seen == [1]


@pytest.mark.parametrize("asked_s", [None, 120.0])
def test_a_server_that_refuses_further_ones_is_left_alone_for_a_while(asked_s: float | None) -> None:
    line = _Line(lambda connections: 10 * _MB * connections)
    line.run(2)

    line.count.refused(asked_s=asked_s)
    assert line.count.wanted == 2
    line.count.refused(asked_s=asked_s)
    line.run((asked_s or 60) - 1)

    assert line.count.wanted == 1
    line.run(5)
    assert line.count.wanted == 4


def test_refusals_that_go_on_become_rare() -> None:
    line = _Line(lambda _connections: 10 * _MB)
    for _ in range(3600):
        if line.count.wanted > 1:
            line.count.refused()
        line.run(1)

    assert 4 < line.seen.count(4) < 20


def test_an_attempt_begins_with_one_connection_again() -> None:
    line = _Line(lambda connections: 10 * _MB * connections)
    line.run(20)

    line.count.restart()

    assert line.count.wanted == 1
