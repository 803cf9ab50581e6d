"""Tools and their servers in words: lines of the list, and what the panel says of one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.conversation.tool_costs import TokenCost
from app.settings.addresses import is_this_computer
from app.text import visible_line
from app.tools.known_servers import KnownServer, ServerState
from app.tools.toolbox import OfferedTool
from ui.models.parts.badge import BadgeText, BadgeTone
from ui.models.parts.entry_list import ResultEntry
from ui.widgets.spoken_numbers import count_text, tokens_text

_HIDDEN = "••••••"


def entry_of_tool(tool: OfferedTool, cost: TokenCost, *, is_never: bool, is_usual: bool) -> ResultEntry:
    """Return the line of one of Aside's own tools."""
    badge = BadgeText(_tr("in new conversations"), BadgeTone.GOOD) if is_usual else None
    if is_never:
        badge = BadgeText(_tr("never allowed"), BadgeTone.PLAIN)
    return ResultEntry(
        key=tool.tool,
        name=tool.tool,
        subtitle=tool.spec.description.partition("\n")[0],
        detail=tokens_text(cost.tokens, is_counted=cost.is_counted),
        badge=badge,
    )


def entry_of_server(known: KnownServer) -> ResultEntry:
    """Return a server's line."""
    tools = known.listing.tools if known.listing is not None else ()
    return ResultEntry(
        key=server_key(known.server.name),
        name=known.server.name,
        subtitle=known.server.target,
        detail=tool_count(len(tools)) if known.listing is not None else "",
        badge=_state_badge(known),
        hint=known.server.target,
    )


def server_key(name: str) -> str:
    """Return by what a server is known among tools."""
    return f"server:{name}"


def _state_badge(known: KnownServer) -> BadgeText | None:
    match known.state:
        case ServerState.STARTING:
            return BadgeText(_tr("starting …"), BadgeTone.PLAIN)
        case ServerState.RUNNING:
            words = _tr("connected") if known.server.url else _tr("runs")
            return BadgeText(words, BadgeTone.GOOD)
        case ServerState.FAILED:
            return BadgeText(_tr("failed"), BadgeTone.BAD)
    return None


def facts_of_server(known: KnownServer) -> tuple[tuple[str, str], ...]:
    """Return how a server is started or reached; secrets as dots."""
    server = known.server
    set_for_it = {**server.environment, **server.headers}
    pairs = (f"{name} = {_HIDDEN if name in server.secrets else value}" for name, value in set_for_it.items())
    listing = known.listing
    return (
        (_tr("Address"), server.url),
        (_tr("Command"), " ".join(server.command)),
        (_tr("Folder"), server.folder),
        (_tr("Headers") if server.url else _tr("Variables"), "\n".join(pairs)),
        (_tr("Tools"), count_text(len(listing.tools)) if listing is not None else _tr("known when it has run once")),
        (_tr("Left out"), "\n".join(map(visible_line, listing.left_out)) if listing is not None else ""),
        (_tr("Resources"), count_text(len(listing.resources)) if listing is not None and listing.resources else ""),
        (_tr("Prompts"), count_text(len(listing.prompts)) if listing is not None and listing.prompts else ""),
    )


def warning_of(target: str) -> str:
    """Return what a person should know before a server is switched on, by its address or command."""
    if "://" not in target:
        return _tr(
            "A program of others can do what you can: Aside cannot hold it back from your files and the network. "
            "Add only what you trust."
        )
    address = visible_line(target)
    if is_this_computer(target):
        return _tr("What a model calls it with goes to {address}, on this computer.").format(address=address)
    words = _tr("What a model calls it with leaves this computer, to {address}.").format(address=address)
    if target.startswith("http:"):
        words += " " + _tr("The address begins with http://: whoever is on the way can read what is sent.")
    return words


def tool_count(count: int) -> str:
    """Return how many tools there are."""
    return _tr("{count} tools").format(count=count_text(count)) if count != 1 else _tr("1 tool")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ToolWords", text)
