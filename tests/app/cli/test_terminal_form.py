"""What tool servers ask the person, answered on a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from app.cli.tool_options import filled_in
from app.tools.server_process.messages import InputAsked

FORM = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "description": "Who?"},
        "age": {"type": "integer"},
        "sure": {"type": "boolean"},
        "share": {"type": "number"},
    },
    "required": ["name"],
}


def typing(*lines: str) -> Callable[[], str]:
    left = list(lines)
    return lambda: left.pop(0)


def asked(schema: object = FORM) -> InputAsked:
    return InputAsked(1, "fake", "Who are you?\x1b[2J", json.dumps(schema))


def test_each_field_is_asked_for_and_what_is_not_required_may_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    answer = filled_in(asked(), typing("Ada", "36", "y", ""))

    assert json.loads(answer or "") == {"name": "Ada", "age": 36, "sure": True}
    shown = capsys.readouterr().err
    assert "fake asks: Who are you?" in shown
    assert "\x1b" not in shown
    assert "name (Who?): " in shown


@pytest.mark.parametrize("lines", [("",), ("Ada", "old")])
def test_what_is_left_open_or_no_value_declines(lines: tuple[str, ...]) -> None:
    assert filled_in(asked(), typing(*lines)) is None


@pytest.mark.parametrize("schema", [{}, [], {"properties": {str(n): {} for n in range(30)}}])
def test_a_form_that_makes_no_sense_is_declined(schema: object) -> None:
    assert filled_in(asked(schema), typing()) is None


def test_an_address_is_shown_and_never_opened() -> None:
    question = InputAsked(1, "fake", "Sign in.", url="https://example.org/sign-in")
    assert filled_in(question, typing("y")) == "{}"
    assert filled_in(question, typing("n")) is None
