"""What can go wrong with a server that runs models, in words. A server's own words are quoted, and never at length.

::

    UserError
    ├── EndpointNotReached         nobody answers, or the address is none
    ├── EndpointNotFound           its name leads nowhere
    ├── EndpointNotTrusted         its certificate is not that of the name
    ├── EndpointIsElsewhere        it is not on this computer, and Aside is to stay offline
    ├── EndpointLeadsElsewhere     it sends us to another server
    ├── EndpointAsksForKey         401
    ├── EndpointForbids            403
    ├── EndpointLacksModel         404
    ├── EndpointTakesLess          413
    ├── EndpointIsBusy             429
    ├── EndpointFailed             5xx
    ├── EndpointRefused            any other refusal
    ├── EndpointSpeaksOtherwise    a web page, or whatever is no completion
    ├── EndpointBrokeOff           the answer ended in the midst
    ├── EndpointIsSilent           nothing comes any more
    ├── EndpointWritesTooMuch      a line or an answer without an end
    ├── EndpointKeyIsUnusable      the key cannot be sent
    ├── CannotGoOn                 it begins every reply by itself
    └── NoSuchEndpoint, EndpointNameIsTaken, EndpointNameIsUnusable,
        EndpointsNotSaved, EndpointsAreDamaged   the servers that are kept
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from app.errors import FileProblem, UserError
from app.text import format_duration, quoted, translatable, visible_line

_MOST_QUOTED = 300


class EndpointProblem(UserError):
    """Something is amiss with the server at an address."""

    def __init__(
        self,
        message: str = "",
        advice: str = "",
        *,
        endpoint: str,
        words: str = "",
        details: str = "",
        **values: int | float | str,
    ) -> None:
        endpoint, words = visible_line(endpoint), quoted(words, longest=_MOST_QUOTED)
        super().__init__(message, advice, endpoint=endpoint, words=words, details=details, **values)


class EndpointNotReached(EndpointProblem):
    """Nobody answers there."""

    message = translatable("The server at {endpoint} cannot be reached.")
    advice = translatable("See whether it runs, and whether the address is right, then ask again.")


class EndpointNotFound(EndpointProblem):
    """No computer has this name."""

    message = translatable("No computer of the name in {endpoint} was found.")
    advice = translatable("Check the spelling, and the connection to its network.")


class EndpointNotTrusted(EndpointProblem):
    """Its certificate was not accepted."""

    message = translatable("The certificate of {endpoint} is not trusted, so nothing was asked.")
    advice = translatable("If it is your own, name the file of its authority in the variable SSL_CERT_FILE.")


class EndpointIsElsewhere(EndpointProblem):
    """Aside is to stay offline."""

    message = translatable("Aside is set to stay offline, and {endpoint} is not on this computer.")
    advice = translatable("Switch “Stay offline” off in the settings to ask servers elsewhere.")


class EndpointLeadsElsewhere(EndpointProblem):
    """It redirects to another server, which is not asked."""

    message = translatable("The server at {endpoint} sends us on to {place}, and nothing was sent there.")
    advice = translatable("If that is the right place, use its address.")

    def __init__(self, *, endpoint: str, place: str) -> None:
        super().__init__(endpoint=endpoint, place=quoted(place))


class EndpointAsksForKey(EndpointProblem):
    """It does not know who we are."""

    def __init__(self, *, endpoint: str, words: str, has_key: bool) -> None:
        super().__init__(
            translatable("The server at {endpoint} does not accept the key: {words}")
            if has_key
            else translatable("The server at {endpoint} asks for a key: {words}"),
            translatable(
                "Give it one on the models page, under Servers, or with: aside endpoints add URL --key -, or set the "
                "variable ASIDE_ENDPOINT_KEY."
            ),
            endpoint=endpoint,
            words=words,
        )


class EndpointForbids(EndpointProblem):
    """It knows who we are, and will not."""

    message = translatable("The server at {endpoint} does not allow this: {words}")
    advice = translatable("See what the key may do, and whether the server takes questions from this computer.")


class EndpointLacksModel(EndpointProblem):
    """It has no such model, or the address leads past it."""

    message = translatable("The server at {endpoint} does not have what was asked for: {words}")
    advice = translatable("See its models with: aside endpoints models")


class EndpointTakesLess(EndpointProblem):
    """The question is too large for it."""

    message = translatable("The question is too large for the server at {endpoint}: {words}")
    advice = translatable("Send fewer or smaller files and pictures.")


class EndpointIsBusy(EndpointProblem):
    """It asks us to wait."""

    def __init__(self, *, endpoint: str, words: str, wait_s: float | None) -> None:
        super().__init__(
            translatable("The server at {endpoint} has too much to do: {words}")
            if wait_s is None
            else translatable("The server at {endpoint} asks us to wait {wait}: {words}"),
            translatable("Wait, then ask again."),
            endpoint=endpoint,
            words=words,
            wait=format_duration(math.ceil(wait_s or 0.0)),
        )


class EndpointFailed(EndpointProblem):
    """It has a problem of its own."""

    message = translatable("The server at {endpoint} failed with {status}: {words}")
    advice = translatable("See what its log says, then ask again.")


class EndpointRefused(EndpointProblem):
    """The server answered with an error; its own words are quoted."""

    message = translatable("The server at {endpoint} refused with {status}: {words}")
    advice = translatable("See whether it has this model, and whether the question fits into its context.")


class EndpointSpeaksOtherwise(EndpointProblem):
    """What it sent is no completion."""

    def __init__(self, *, endpoint: str, what: str = "") -> None:
        super().__init__(
            translatable("The server at {endpoint} answers with {what}, not as a server of models does.")
            if what
            else translatable("The server at {endpoint} answers with a web page, not as a server of models does."),
            translatable("Check the address and its port; a network that wants you to log in first answers so, too."),
            endpoint=endpoint,
            what=quoted(what),
        )


class EndpointBrokeOff(EndpointProblem):
    """The answer ended in the midst."""

    message = translatable("The answer of the server at {endpoint} broke off.")
    advice = translatable("Ask again.")


class EndpointIsSilent(EndpointProblem):
    """It is there, and says nothing."""

    message = translatable("Nothing has come from the server at {endpoint} for {silence}.")
    advice = translatable("See whether it still works, then ask again.")

    def __init__(self, *, endpoint: str, silent_s: float) -> None:
        super().__init__(endpoint=endpoint, silence=format_duration(silent_s))


class EndpointWritesTooMuch(EndpointProblem):
    """A line or an answer does not end."""

    message = translatable("The server at {endpoint} writes without an end, so the connection was closed.")
    advice = translatable("Limit the length of the answer, or restart the server.")


class EndpointKeyIsUnusable(EndpointProblem):
    """It holds what no key has."""

    message = translatable("The key for {endpoint} holds characters that no key has.")
    advice = translatable("Copy it again from where it was given to you.")


class CannotGoOn(UserError):
    """The engine of this model begins every reply by itself."""

    message = translatable("{name} runs on a server, which cannot go on from words that are given to it.")
    advice = translatable("Ask anew, or choose a model on this computer.")

    def __init__(self, *, name: str) -> None:
        super().__init__(name=visible_line(name))


class NoSuchEndpoint(UserError):
    """No server is kept under this name."""

    def __init__(self, *, name: str, names: Sequence[str]) -> None:
        super().__init__(
            translatable("No server is kept under the name {name}."),
            translatable("These are: {names}.") if names else translatable("Keep one with: aside endpoints add URL"),
            name=visible_line(name),
            names=visible_line(", ".join(names)),
        )


class EndpointNameIsTaken(UserError):
    """Another server has this name."""

    message = translatable("{name} is the name of {endpoint} already.")
    advice = translatable("Choose another name, or remove that server first.")

    def __init__(self, *, name: str, endpoint: str) -> None:
        super().__init__(name=visible_line(name), endpoint=visible_line(endpoint))


class EndpointNameIsUnusable(UserError):
    """Nothing can be called this."""

    message = translatable("A server cannot be called {name}.")
    advice = translatable("Choose a name of letters, digits, dots and dashes, forty at most.")

    def __init__(self, *, name: str) -> None:
        super().__init__(name=visible_line(name))


class EndpointsNotSaved(FileProblem):
    """The file cannot be written."""

    message = translatable("The list of servers cannot be saved.")
    advice = translatable("Check that {path} may be written and that its disk has room.")


class EndpointsAreDamaged(FileProblem):
    """The file cannot be read, and is left as it is."""

    message = translatable("The list of servers cannot be read.")
    advice = translatable("Mend {path}, or move it elsewhere and add the servers anew.")
