"""Actions of a command, and values of options: one that gets something else says in words what it takes."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable
from typing import TypeAlias

from app.cli.output import Output
from app.paths import AppPaths
from app.settings.addresses import checked_server
from app.settings.errors import AddressIsInvalid

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse has no other name for it
Run = Callable[[argparse.Namespace, AppPaths, Output], int]
"""Carries a command out and returns its exit code; problems are raised as `UserError`."""

_SHOWN_CHARACTERS = 60


def add_actions(commands: Commands, name: str, what: str, run: Run) -> Callable[[str, str], argparse.ArgumentParser]:
    """Declare a command that does several things; return what declares one of them."""
    parser = commands.add_parser(name, help=what, allow_abbrev=False)
    parser.set_defaults(run=run)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, what: str) -> argparse.ArgumentParser:
        added = actions.add_parser(name, help=what, description=what, allow_abbrev=False)
        added.add_argument("--json", action="store_true", help="print JSON Lines")
        return added

    return action


def whole_number(*, at_least: int, at_most: int | None = None) -> Callable[[str], int]:
    """Return what reads a whole number within these bounds, as the `type` of an option."""
    bounds = f"of {at_least} or more" if at_most is None else f"from {at_least} to {at_most}"

    def read(text: str) -> int:
        with contextlib.suppress(ValueError):
            value = int(text)
            if value >= at_least and (at_most is None or value <= at_most):
                return value
        raise refusal(text, f"a whole number {bounds}")

    return read


def number(*, at_least: int, at_most: int) -> Callable[[str], float]:
    """Return what reads a number within these bounds, as the `type` of an option."""

    def read(text: str) -> float:
        with contextlib.suppress(ValueError):
            value = float(text)
            if at_least <= value <= at_most:  # NaN is not
                return value
        raise refusal(text, f"a number from {at_least} to {at_most}")

    return read


def server_address(text: str) -> str:
    """Read the address of a server of models, as the `type` of an option."""
    try:
        return checked_server(text)
    except AddressIsInvalid as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def refusal(text: str, wanted: str) -> argparse.ArgumentTypeError:
    """Return the error for an option's value that is not what is wanted."""
    shown = text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS] + "…"
    return argparse.ArgumentTypeError(f"{shown!r} is not {wanted}")
