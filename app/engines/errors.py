"""What can go wrong with a server that runs models, in words."""

from __future__ import annotations

from app.errors import UserError
from app.text import quoted, translatable, visible_line

_MOST_QUOTED = 300


class EndpointNotReached(UserError):
    """Nobody answers there."""

    def __init__(self, *, endpoint: str, details: str = "") -> None:
        super().__init__(
            translatable("The server at {endpoint} cannot be reached."),
            translatable("See whether it runs, and whether the address is right, then ask again."),
            values={"endpoint": visible_line(endpoint)},
            details=details,
        )


class EndpointRefused(UserError):
    """The server answered with an error; its own words are quoted."""

    def __init__(self, *, endpoint: str, status: int, words: str) -> None:
        super().__init__(
            translatable("The server at {endpoint} refused with {status}: {words}"),
            translatable("See whether it has this model, and whether the question fits into its context."),
            values={"endpoint": visible_line(endpoint), "status": status, "words": quoted(words, longest=_MOST_QUOTED)},
        )


class EndpointBrokeOff(UserError):
    """The answer ended in the midst, or is none."""

    def __init__(self, *, endpoint: str, details: str = "") -> None:
        super().__init__(
            translatable("The answer of the server at {endpoint} broke off."),
            translatable("What was written is kept. Ask again."),
            values={"endpoint": visible_line(endpoint)},
            details=details,
        )


class CannotGoOn(UserError):
    """The engine of this model begins every reply by itself."""

    def __init__(self, *, name: str) -> None:
        super().__init__(
            translatable("{name} runs on a server, which cannot go on from words that are given to it."),
            translatable("Ask anew, or choose a model on this computer."),
            values={"name": visible_line(name)},
        )
