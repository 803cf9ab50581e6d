"""A sentence that the child has for the person: no error, but something to know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """An untranslated template and its values."""

    message: str
    values: tuple[tuple[str, object], ...] = ()

    def text(self) -> str:
        """Return it in English, for the command line."""
        return self.message.format(**dict(self.values))
