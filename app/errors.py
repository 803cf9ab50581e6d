"""The errors that a person can act on.

::

    UserError                  message, advice and details; shown, never swallowed
    ├── gguf.errors            not a GGUF file, cut short, unsupported
    ├── history.errors         database locked, corrupt, newer, disk full
    ├── hub.library.errors     no such model, ambiguous name, damaged file
    ├── hub.connection.errors  network, gated, not found, wrong hash: what the Hub and the way to it can do
    ├── hub.transfer.disk      no room, no right, drive gone
    ├── hardware.errors        the model does not fit
    ├── inference.errors       the engine and its child: load, template, prompt, crash, hang
    └── UsageError             the command line was wrong (exit code 2)

Anything else that reaches the top is a bug (exit code 3). Cancelling is not an error. A message is an untranslated
template marked with `app.text.translatable` and its values; the window translates it, then formats.
"""

from __future__ import annotations

import re
from pathlib import Path


class UserError(Exception):
    """Something went wrong that the person can do something about.

    `message` and `advice` are templates: of the class, or given where what is said depends on what happened. What they
    name in braces is given by that name. `details` is for the curious and is never needed to understand it.
    """

    message: str = ""
    advice: str = ""

    def __init__(self, message: str = "", advice: str = "", *, details: str = "", **values: object) -> None:
        self.message = message or self.message
        self.advice = advice or self.advice
        super().__init__(self.message)
        self.values = values
        self.details = details

    @property
    def kind(self) -> str:
        """The error's name for programs: the class name in snake case."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    def message_text(self) -> str:
        """Return the message in English with its values filled in."""
        return self.message.format_map(self.values)

    def advice_text(self) -> str:
        """Return the advice in English with its values filled in."""
        return self.advice.format_map(self.values)

    def __str__(self) -> str:
        return f"{self.message_text()} {self.advice_text()}".strip()


class FileProblem(UserError):
    """Something is wrong with a file, which the words may name by its `path` or its `name`."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(path=str(path), name=path.name, details=details)
        self.path = path


class UsageError(UserError):
    """The command line cannot be understood, or asks for something that does not exist yet."""
