"""The keys that a person has given to an action of the window."""

from __future__ import annotations

import msgspec


class KeyChoice(msgspec.Struct, frozen=True):
    """`action` is the action's name, `keys` are in portable text such as `Ctrl+Shift+K`; without any it has no keys."""

    action: str
    keys: tuple[str, ...] = ()
