"""What can go wrong with tools and their servers before a model calls any."""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import FileProblem, UserError
from app.text import quoted, translatable, visible_line


class NoSuchTool(UserError):
    """Nothing of this name is known."""

    message = translatable("There is no tool or server called {name}.")
    advice = translatable("There are: {names}.")

    def __init__(self, name: str, names: Sequence[str]) -> None:
        super().__init__(name=quoted(name), names=", ".join(quoted(one) for one in names))


class ModelTakesNoTools(UserError):
    """The template has no place for tools, or the way it calls them is not known."""

    message = translatable("{name} cannot be given tools: its template has no place for them.")
    advice = translatable("Choose a model that takes tools, or ask without them.")

    def __init__(self, name: str) -> None:
        super().__init__(name=quoted(name))


class ToolServerProblem(UserError):
    """A server of tools cannot be spoken to."""

    message = translatable("The tool server {name} cannot be used: {reason}.")
    advice = translatable("Check how it is started, and try it again with: aside tools try {name}")

    def __init__(self, name: str, reason: str, *, details: str = "") -> None:
        super().__init__(name=quoted(name), reason=visible_line(reason).rstrip("."), details=details)


class ToolServerIsElsewhere(UserError):
    """Stay offline is set."""

    message = translatable("Aside is set to stay offline, and the tool server {name} is not on this computer.")
    advice = translatable("Switch off “Stay offline” in the settings.")

    def __init__(self, name: str) -> None:
        super().__init__(name=quoted(name))


class ToolServerNameIsTaken(UserError):
    """One is kept under this name, or it is that of a tool of Aside's own."""

    message = translatable("There is a tool or server called {name} already.")
    advice = translatable("Choose another name, or remove it first: aside tools remove {name}")

    def __init__(self, name: str) -> None:
        super().__init__(name=quoted(name))


class ToolServersAreDamaged(FileProblem):
    """The file cannot be read."""

    message = translatable("The list of tool servers cannot be read.")
    advice = translatable("Mend or delete the file {path}.")


class ToolServersNotSaved(FileProblem):
    """The file cannot be written."""

    message = translatable("The list of tool servers could not be saved.")
    advice = translatable("Check the free space and the rights of the folder of {path}.")


class NoToolServersFound(UserError):
    """What was pasted holds none."""

    message = translatable("No tool servers stand in this text.")
    advice = translatable(
        'Paste JSON such as {{"mcpServers": {{"files": {{"command": "npx", "args": ["-y", "…"]}}}}}}.'
    )


class ToolServerNameIsUnusable(UserError):
    """It is empty, or has letters that names of tools cannot have."""

    message = translatable("{name} cannot be the name of a tool server.")
    advice = translatable("Use up to 40 letters, digits, dots and dashes, and no name of a tool of Aside's own.")

    def __init__(self, name: str) -> None:
        super().__init__(name=quoted(name))


class NoToolServerTarget(UserError):
    """Neither a command nor an address."""

    message = translatable("This is neither a command nor an address of a tool server.")
    advice = translatable("Write a command such as: npx -y SERVER, or an address such as: https://example.org/mcp")
