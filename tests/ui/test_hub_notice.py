"""The window's advice speaks of what can be clicked, not of commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import UserError
from app.hub.connection.errors import FileNotOnHub, ModelIsGated, RepositoryNotFound
from app.hub.library.errors import NoSuchModel
from ui.bridges.notice_of import notice_of
from ui.models.parts.hub_notice import hub_notice


@pytest.mark.parametrize(
    "error",
    [
        ModelIsGated("org/m", page="https://hub/org/m", has_token=False),
        ModelIsGated("org/m", page="https://hub/org/m", has_token=True),
        RepositoryNotFound("org/m"),
        FileNotOnHub("org/m", "m.gguf"),
        NoSuchModel("m"),
    ],
)
def test_no_advice_in_the_window_speaks_of_commands_or_of_the_environment(error: UserError) -> None:
    shown = hub_notice(error)

    assert shown.message == notice_of(error).message
    assert shown.advice
    assert "aside models" not in shown.advice
    assert "HF_" not in shown.advice


def test_other_problems_keep_their_advice() -> None:
    error = UserError("The disk {name} is full.", "Make room on {name}.", name=str(Path("/d")))

    assert hub_notice(error, action="Try again") == notice_of(error, action="Try again")
