"""Commands wait as long as a server asks, and not longer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.cli.progress_line import patiently
from app.hub.connection.errors import HubProblem, NoNetwork, RepositoryNotFound, ServerFailed, TooManyRequests


def _failing(*problems: HubProblem) -> Callable[[], str]:
    left = list(problems)

    def action() -> str:
        if left:
            raise left.pop(0)
        return "done"

    return action


def test_the_told_wait_is_kept_and_others_grow() -> None:
    waits: list[float] = []
    action = _failing(
        TooManyRequests("hub", retry_after_s=7), ServerFailed("hub", status=503), ServerFailed("hub", status=500)
    )

    assert patiently(action, sleep=waits.append) == "done"

    assert waits == [7, 2, 4]


@pytest.mark.parametrize(
    "problem", [TooManyRequests("hub", retry_after_s=300), NoNetwork("hub"), RepositoryNotFound("org/m")]
)
def test_what_waiting_does_not_help_is_told_at_once(problem: HubProblem) -> None:
    waits: list[float] = []

    with pytest.raises(type(problem)):
        patiently(_failing(problem), sleep=waits.append)

    assert waits == []


def test_patience_ends() -> None:
    waits: list[float] = []

    with pytest.raises(ServerFailed):
        patiently(_failing(*(ServerFailed("hub", status=500) for _ in range(9))), sleep=waits.append)

    assert len(waits) == 3
