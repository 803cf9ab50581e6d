from __future__ import annotations

from collections.abc import Callable

from app.inference.thread_tuner import ThreadTuner


class Machine:
    """A machine whose token times depend on the threads and on what else runs; time passes as tokens are made."""

    def __init__(self, most: int) -> None:
        self.now = 0.0
        self.tuner = ThreadTuner(most, clock=lambda: self.now)
        self.used: list[int] = []

    def run(self, tokens: int, cost: Callable[[int], float]) -> float:
        began = self.now
        for _ in range(tokens):
            threads = self.tuner.threads
            self.used.append(threads)
            seconds = cost(threads)
            self.now += seconds
            self.tuner.record(seconds)
        return self.now - began


def alone(threads: int) -> float:
    return 0.010 / threads + 0.001


def crowded(threads: int) -> float:
    return 0.012 if threads == 1 else 0.4


def test_on_a_quiet_machine_all_threads_are_used_and_the_search_costs_next_to_nothing() -> None:
    machine = Machine(2)

    machine.run(2000, alone)

    assert machine.used.count(1) <= 4
    assert machine.now < 1.02 * 2000 * alone(2)


def test_when_another_program_takes_a_core_fewer_threads_are_used() -> None:
    machine = Machine(2)
    machine.run(300, alone)

    elapsed = machine.run(2000, crowded)

    assert machine.used[-100:].count(1) > 90
    assert elapsed < 1.3 * 2000 * crowded(1)


def test_a_machine_that_is_busy_from_the_start_is_noticed() -> None:
    machine = Machine(2)

    machine.run(200, crowded)

    assert machine.used[-50:].count(1) > 40


def test_when_the_machine_is_quiet_again_all_threads_come_back() -> None:
    machine = Machine(2)
    machine.run(300, alone)
    machine.run(1000, crowded)

    machine.run(8000, alone)

    assert machine.used[-500:].count(2) > 490


def test_a_model_so_small_that_threads_only_wait_for_each_other_gets_one() -> None:
    machine = Machine(8)

    machine.run(3000, lambda threads: 0.001 * (1 + threads / 4))

    assert machine.used[-100:].count(1) > 90


def test_one_core_leaves_no_choice() -> None:
    machine = Machine(1)

    machine.run(50, lambda _threads: 0.1)

    assert set(machine.used) == {1}
