"""Whatever an option is given instead of what it wants, the command says in words what that is."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import ask, engine, models, self_check
from app.cli.option_values import number, whole_number
from app.cli.output import storable

_BAD = ("x", "", "1.5e", "-1", "0x10", "nan", "inf", "１２x", "9" * 5000, "a b", "http://[", "\udce4")


def _parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    commands = argparse.ArgumentParser().add_subparsers()
    for command in (ask, engine, models):
        command.add_parser(commands)
    self_check.add_parser(commands, check_window=lambda: None)
    for name, parser in commands.choices.items():
        yield name, parser
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                yield from ((f"{name} {inner}", each) for inner, each in action.choices.items())


_CHECKED = [
    pytest.param(parser, action, id=f"{name} {action.option_strings[-1] if action.option_strings else action.dest}")
    for name, parser in _parsers()
    for action in parser._actions
    if not isinstance(action, argparse._SubParsersAction)
    and (action.choices is not None or action.type not in (None, Path, storable))
]


@pytest.mark.parametrize(("parser", "action"), _CHECKED)
def test_a_bad_value_is_answered_in_words(
    parser: argparse.ArgumentParser, action: argparse.Action, capsys: pytest.CaptureFixture[str]
) -> None:
    for value in _BAD:
        arguments = [f"{action.option_strings[-1]}={value}"] if action.option_strings else ["--", value]
        with pytest.raises(SystemExit) as ended:
            parser.parse_args([*arguments, "what", "it", "takes", "no", "more"])

        said = capsys.readouterr().err
        assert ended.value.code == 2
        assert not re.search(r"invalid \w+ value", said)
        assert action.choices is not None or len(said) < 2000
        if value in ("x", ""):
            wanted = r" is not (a number|a whole|auto or|OWNER|a name|an address)|empty|invalid choice: .*choose from"
            is_good = value == "x" and "unrecognized arguments" in said  # it may be a name, and that of a computer
            assert is_good or re.search(wanted, said)


@pytest.mark.parametrize(
    ("read", "text", "message"),
    [
        (whole_number(at_least=1), "many", "'many' is not a whole number of 1 or more"),
        (whole_number(at_least=1), "0", "'0' is not a whole number of 1 or more"),
        (whole_number(at_least=0), "1.5", "'1.5' is not a whole number of 0 or more"),
        (whole_number(at_least=1, at_most=64), "65", "'65' is not a whole number from 1 to 64"),
        (number(at_least=0, at_most=10), "hot", "'hot' is not a number from 0 to 10"),
        (number(at_least=0, at_most=10), "nan", "'nan' is not a number from 0 to 10"),
    ],
)
def test_what_is_wanted_is_named(read: argparse._ActionType, text: str, message: str) -> None:
    assert callable(read)
    with pytest.raises(argparse.ArgumentTypeError) as refused:
        read(text)

    assert str(refused.value) == message


def test_what_is_wanted_is_taken() -> None:
    assert whole_number(at_least=1, at_most=64)("64") == 64
    assert number(at_least=0, at_most=10)("0.7") == 0.7


def test_a_text_of_bytes_that_are_none_is_one() -> None:
    parser = dict(_parsers())["ask"]
    arguments = parser.parse_args(["--system=\udce4", "--prefill-thinking=\udce4b", "a\udce4"])
    assert (arguments.system, arguments.prefill_thinking, arguments.prompt) == ("\ufffd", "\ufffdb", "a\ufffd")
