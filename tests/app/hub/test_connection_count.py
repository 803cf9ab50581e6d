"""How many connections a file gets, on a clock of the test's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.hub.connection.range_policy import RangePolicy
from app.hub.transfer.connection_count import ConnectionCount

_MB = 1_000_000
_LARGE = 100_000 * _MB


class _Line:
    """A line that gives so many bytes per second to so many connections."""

    def __init__(self, speed: Callable[[int], float], policy: RangePolicy | None = None) -> None:
        self.now = 0.0
        self.received = 0.0
        self.waited_s = 0.0
        self.speed = speed
        self.missing = _LARGE
        self.limit = 0.0
        self.others = 0.0
        self.speed_of_others: Callable[[int], float] = lambda _connections: 0.0
        self.seen: list[int] = []
        self.count = ConnectionCount(policy or RangePolicy(), clock=lambda: self.now)

    def run(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            speed = self.speed(self.count.wanted)
            if self.limit and speed > self.limit:
                self.waited_s += 0.1 * self.count.wanted * 0.95
                speed = self.limit
            self.now += 0.1
            self.received += speed * 0.1
            self.missing -= round(speed * 0.1)
            self.others += self.speed_of_others(self.count.wanted) * 0.1
            self.count.note(
                round(self.received),
                missing_bytes=self.missing,
                waited_s=self.waited_s,
                others_bytes=round(self.others),
            )
            if not self.seen or self.seen[-1] != self.count.wanted:
                self.seen.append(self.count.wanted)


def test_where_each_connection_is_slow_there_are_four_within_seconds() -> None:
    line = _Line(lambda connections: 10 * _MB * connections)

    line.run(20)

    assert line.seen == [1, 2, 4]


def test_where_the_line_is_full_the_second_is_given_up() -> None:
    line = _Line(lambda _connections: 10 * _MB)

    line.run(25)

    assert line.seen == [1, 2, 1]


def test_what_does_not_rise_further_stays_at_two() -> None:
    line = _Line(lambda connections: 10 * _MB * min(connections, 2))

    line.run(25)

    assert line.seen == [1, 2, 4, 2]


def test_trials_that_win_nothing_become_rare() -> None:
    line = _Line(lambda _connections: 10 * _MB)

    line.run(3600)

    assert 2 < line.seen.count(2) < 15


def test_a_limit_that_one_connection_fills_allows_no_second() -> None:
    line = _Line(lambda connections: 10 * _MB * connections)
    line.limit = 5 * _MB

    line.run(60)

    assert line.seen == [1]


def test_a_limit_set_later_ends_the_further_connections() -> None:
    line = _Line(lambda connections: 10 * _MB * connections)
    line.run(20)
    line.limit = 5 * _MB

    line.run(20)

    assert line.seen == [1, 2, 4, 1]


def test_what_is_taken_from_another_download_is_no_gain() -> None:
    line = _Line(lambda connections: 20 * _MB * connections / (connections + 1))
    line.speed_of_others = lambda connections: 20 * _MB / (connections + 1)

    line.run(25)

    assert line.seen == [1, 2, 1]


def test_another_download_that_is_not_disturbed_does_not_matter() -> None:
    line = _Line(lambda connections: 10 * _MB * connections)
    line.speed_of_others = lambda _connections: 5 * _MB

    line.run(20)

    assert line.seen == [1, 2, 4]


def test_a_connection_that_is_fast_enough_stays_alone() -> None:
    line = _Line(lambda connections: 400 * _MB * connections)

    line.run(30)

    assert line.seen == [1]


def test_near_the_end_nothing_is_tried() -> None:
    line = _Line(lambda connections: 10 * _MB * connections)
    line.missing = 30 * _MB

    line.run(3)

    assert line.seen == [1]


@pytest.mark.parametrize("asked_s", [None, 120.0])
def test_a_server_that_refuses_the_second_is_left_alone_for_a_while(asked_s: float | None) -> None:
    line = _Line(lambda connections: 10 * _MB * connections)
    while line.count.wanted == 1:
        line.run(0.1)

    line.count.refused(asked_s=asked_s)
    line.run((asked_s or 30) - 1)

    assert line.count.wanted == 1
    line.run(20)
    assert line.count.wanted == 4


def test_an_attempt_begins_with_one_connection_again() -> None:
    line = _Line(lambda connections: 10 * _MB * connections)
    line.run(20)

    line.count.restart()

    assert line.count.wanted == 1
