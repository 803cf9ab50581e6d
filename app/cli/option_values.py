"""Values on the command line: an option that gets something else says in words what it takes."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable

from app.settings.addresses import checked_server
from app.settings.errors import AddressIsInvalid
from app.text import translatable

_SHOWN_CHARACTERS = 60


def whole_number(*, at_least: int, at_most: int | None = None) -> Callable[[str], int]:
    """Return what reads a whole number within these bounds, as the `type` of an option."""
    if at_most is None:
        wanted = translatable("a whole number of {at_least} or more")
    else:
        wanted = translatable("a whole number from {at_least} to {at_most}")

    def read(text: str) -> int:
        with contextlib.suppress(ValueError):
            value = int(text)
            if value >= at_least and (at_most is None or value <= at_most):
                return value
        raise refusal(text, wanted.format(at_least=at_least, at_most=at_most))

    return read


def number(*, at_least: int, at_most: int) -> Callable[[str], float]:
    """Return what reads a number within these bounds, as the `type` of an option."""

    def read(text: str) -> float:
        with contextlib.suppress(ValueError):
            value = float(text)
            if at_least <= value <= at_most:  # NaN is not
                return value
        wanted = translatable("a number from {at_least} to {at_most}")
        raise refusal(text, wanted.format(at_least=at_least, at_most=at_most))

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
    return argparse.ArgumentTypeError(translatable("{text} is not {wanted}").format(text=repr(shown), wanted=wanted))
