"""What a person has chosen of tools: which are offered, and what was said of calls of them."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Permission(enum.StrEnum):
    """What was said of a tool."""

    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class ToolRule:
    """What was said of a tool, which people name `SERVER/TOOL`, or as one of Aside's own.

    `kinds` of arguments bound an *always*; so does `fingerprint`: what its server tells of it, and how that is reached.
    `NEVER` has neither.
    """

    name: str
    permission: Permission
    kinds: tuple[str, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class ToolChoices:
    """What a conversation offers, by servers, `SERVER/TOOL` and tools of Aside's own, and what was said of calls there.

    Offered `None` is as the settings have it.
    """

    offered: tuple[str, ...] | None = None
    rules: tuple[ToolRule, ...] = ()
