"""Why there is no word of new releases."""

from __future__ import annotations

from app.errors import UserError
from app.text import translatable


class NewsNotReached(UserError):
    """The address does not answer."""

    def __init__(self, *, details: str) -> None:
        super().__init__(
            translatable("Aside could not ask whether there is a newer version."),
            translatable("It asks again tomorrow."),
            details=details,
        )


class NewsAreOld(UserError):
    """What came is signed, but has expired, or older than what was seen before: somebody may hold news back."""

    def __init__(self, *, details: str) -> None:
        super().__init__(
            translatable("The word of newer versions that came is an old one, so it was dropped."),
            translatable("If this comes again, look for a new version yourself where you got this one."),
            details=details,
        )


class NewsNotTrusted(UserError):
    """What came is not signed by the makers of Aside, or cannot be read."""

    def __init__(self, *, details: str = "") -> None:
        super().__init__(
            translatable("The word of a newer version is not from the makers of Aside, so it was dropped."),
            translatable("If this comes again, look for a new version yourself where you got this one."),
            details=details,
        )
