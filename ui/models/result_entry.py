"""One model as the list of results shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.text import visible, visible_line
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

    def seen(self) -> ResultEntry:
        """Return it with texts in which everything is seen: names, licences and paths are of strangers."""
        return replace(
            self,
            name=visible_line(self.name),
            subtitle=visible_line(self.subtitle),
            detail=visible_line(self.detail),
            hint=visible(self.hint),
        )

    def spoken(self) -> str:
        """The whole entry for a screen reader."""
        parts = (self.name, self.badge.text if self.badge is not None else "", self.subtitle, self.detail)
        return ". ".join(part for part in parts if part)
