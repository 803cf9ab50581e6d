"""Why a reply broke off, as its message keeps it: templates and values, to be said in the language of whoever reads."""

from __future__ import annotations

import string

import msgspec

from app.errors import UserError


class _Kept(msgspec.Struct, frozen=True):
    message: str
    advice: str = ""
    values: dict[str, str | int | float] = {}

    @property
    def is_sound(self) -> bool:
        """Whether the words name nothing but the values, which is ours to see to where an import brought them."""
        return _fields(self.message) | _fields(self.advice) <= set(self.values)


def kept_failure(error: UserError) -> str:
    """Return what is kept of an error."""
    values = {name: v if isinstance(v, str | int | float) else str(v) for name, v in error.values.items()}
    return msgspec.json.encode(_Kept(error.message, error.advice, values)).decode()


def failure_of(kept: str) -> UserError:
    """Return the error that was kept, which may be the sentence of another app, or of an earlier version."""
    try:
        failure = msgspec.json.decode(kept, type=_Kept)
    except (msgspec.MsgspecError, UnicodeError):
        failure = _Kept(kept)
    if failure.is_sound:
        error = UserError(failure.message, failure.advice)
        error.values = {**failure.values}
        return error
    return UserError("{sentence}", sentence=failure.message)


def _fields(template: str) -> set[str]:
    """Return what a template names, with whatever it asks for besides: that is no name of a value."""
    try:
        parts = list(string.Formatter().parse(template))
    except ValueError:
        return {template}
    return {
        f"{name}{f'!{how}' if how else ''}{f':{form}' if form else ''}"
        for _, name, form, how in parts
        if name is not None
    }
