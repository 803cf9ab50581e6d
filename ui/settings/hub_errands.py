"""What the settings page lets others do: the token and the move of the models are the business of the models page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class HubErrands(Protocol):
    """Done beside the window; `said` gets a sentence for the person, on the window's thread."""

    def use_token(self, token: str, said: Callable[[str], None]) -> None:
        """Check a token with the Hub and keep it."""

    def token_words(self) -> str:
        """Return whether there is a token, and where."""

    def forget_token(self, said: Callable[[str], None]) -> None:
        """Delete the token of this Hub."""

    def move_models(self, folder: str) -> None:
        """Move the downloaded models, and show how far that is."""
