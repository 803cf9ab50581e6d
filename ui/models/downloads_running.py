"""Why the folder of models cannot move just now."""

from __future__ import annotations

from app.errors import UserError
from app.text import translatable


class DownloadsAreRunning(UserError):
    """A download writes into the folder that should move."""

    def __init__(self) -> None:
        super().__init__(
            translatable("The folder cannot be moved while something downloads."),
            translatable("Pause or finish the downloads first."),
        )
