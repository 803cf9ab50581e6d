"""One model as the list of results shows it."""

from __future__ import annotations

from dataclasses import dataclass

from ui.models.badge import BadgeText


@dataclass(frozen=True, slots=True)
class ResultEntry:
    """Two lines at the left, a badge and a detail at the right; `hint` is the tooltip."""

    key: str
    """What it is known by: a repository, or a path."""
    name: str
    subtitle: str = ""
    detail: str = ""
    badge: BadgeText | None = None
    hint: str = ""

    def spoken(self) -> str:
        """The whole entry for a screen reader."""
        parts = (self.name, self.badge.text if self.badge is not None else "", self.subtitle, self.detail)
        return ". ".join(part for part in parts if part)
