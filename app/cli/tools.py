"""`aside tools list|add|remove|try`: Aside's own tools, and the MCP servers that are kept."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from app.cli.option_values import Commands, add_actions, refusal
from app.cli.output import Output
from app.cli.streams import write_error_line
from app.cli.tool_options import answered_on_terminal
from app.errors import UsageError
from app.messages import ToolSpec
from app.network.addresses import is_web_address
from app.paths import AppPaths
from app.settings import SettingsFile
from app.settings.addresses import is_this_computer
from app.text import visible_line
from app.tools.chosen_tools import ToolAccess, built_in_tools, offered_by
from app.tools.errors import NoSuchTool
from app.tools.kept_servers import KeptServer, KeptServers, is_name
from app.tools.other_apps import servers_of_other_apps
from app.tools.tool_servers import ToolServers

_SHOWN_CHARACTERS = 70


class _Row(NamedTuple):
    """What is printed with `--json`; `tokens` is about what the tool costs in every prompt, `None` if it is unknown."""

    server: str | None
    tool: str | None
    description: str
    tokens: int | None


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    action = add_actions(commands, "tools", "tools for models: Aside's own and MCP servers", run)
    action("list", "list Aside's own tools and the servers that are kept")
    adding = action("add", "keep an MCP server: aside tools add NAME -- COMMAND… or aside tools add NAME URL")
    adding.add_argument("name", metavar="NAME", type=_name, help="what to call it")
    adding.add_argument(
        "--env", type=_pair("="), action="append", default=[], metavar="NAME=VALUE", help="set this for its program"
    )
    adding.add_argument(
        "--header", type=_pair(":"), action="append", default=[], metavar="NAME:VALUE", help="send this to its address"
    )
    adding.add_argument("target", metavar="COMMAND|URL", nargs="+", help="how it is started, or where it is")
    trying = action("try", "start a server, or connect to it, and list what it offers")
    trying.add_argument("name", metavar="NAME", help="a name from the list")
    finding = action("found", "list the servers in other apps' settings, and keep those that are named")
    finding.add_argument("names", metavar="NAME", nargs="*", help="a server from the list that is to be kept")
    removing = action("remove", "forget a server and its secrets")
    removing.add_argument("name", metavar="NAME", help="a name from the list")


def run(arguments: argparse.Namespace, paths: AppPaths, output: Output) -> int:
    """Run the command and return 0; problems are raised as `UserError`."""
    kept = KeptServers(paths.tool_servers_file)
    settings = SettingsFile(paths.settings_file).load
    access = ToolAccess(paths.tool_servers_file, lambda: settings().stay_offline, lambda: settings().proxy)
    match arguments.action:
        case "list":
            own = [_tool_row(None, tool.spec.name, tool.spec) for tool in built_in_tools(access)]
            _print([*own, *map(_server_row, kept.list())], output)
        case "add":
            _add(arguments, kept, output)
        case "try":
            _print(_tried(arguments.name, kept, access), output)
        case "found":
            _found(arguments.names, kept, output)
        case _:
            gone = kept.remove(arguments.name)
            _tell(gone, f"Forgot {gone.name}: {gone.target}.", output)
    return 0


def _add(arguments: argparse.Namespace, kept: KeptServers, output: Output) -> None:
    first, *others = arguments.target
    is_url = "://" in first
    if is_url and (others or not is_web_address(first)):
        raise UsageError("This is no address of a server.", "See: aside tools add --help")
    if arguments.header and not is_url:
        raise UsageError("A program is sent no headers.", "Use --env NAME=VALUE.")
    server = KeptServer(
        arguments.name,
        command=() if is_url else (first, *others),
        url=first if is_url else "",
        environment=dict(arguments.env),
        headers=dict(arguments.header),
        folder="" if is_url else str(Path.cwd()),
    )
    _keep(server, kept, output)


def _keep(server: KeptServer, kept: KeptServers, output: Output) -> None:
    not_taken = kept.add(server)
    if not_taken:
        names = ", ".join(not_taken)
        write_error_line(f"No keyring took {names}: set them in the environment that Aside is started with.")
    if server.url.startswith("http:") and not is_this_computer(server.url):
        write_error_line("The address begins with http://: whoever is on the way can read what is sent.")
    if not server.url:
        write_error_line("A program of others can do what you can: Aside cannot hold it back from files and network.")
    _tell(kept.named(server.name), f"Kept as {server.name}. Try it with: aside tools try {server.name}", output)


def _found(names: Sequence[str], kept: KeptServers, output: Output) -> None:
    found = [(one.app, server) for one in servers_of_other_apps() for server in one.servers]
    unknown = next((name for name in names if not any(server.name == name for _, server in found)), None)
    if unknown is not None:
        raise NoSuchTool(unknown, [server.name for _, server in found])
    if not names:
        _print([_Row(server.name, None, f"{app}: {server.target}", None) for app, server in found], output)
    for name in names:
        _keep(next(server for _, server in found if server.name == name), kept, output)


def _tried(name: str, kept: KeptServers, access: ToolAccess) -> list[_Row]:
    own = next((tool for tool in built_in_tools(access) if tool.spec.name == name), None)
    if own is not None:
        return [_tool_row(None, name, own.spec)]
    server = kept.whole(kept.named(name))
    servers = ToolServers(
        is_offline=access.is_offline, proxy=access.proxy, on_input=answered_on_terminal, sign_ins=kept
    )
    try:
        listing = servers.open(server)
        for line in listing.left_out:
            write_error_line(f"Left out: {visible_line(line)}")
        return [_tool_row(name, one.tool, one.spec) for one in offered_by(server, listing, servers.call)]
    finally:
        servers.close()


def _server_row(server: KeptServer) -> _Row:
    return _Row(server.name, None, server.target, None)


def _tool_row(server: str | None, tool: str, spec: ToolSpec) -> _Row:
    return _Row(server, tool, spec.description, spec.tokens)


def _tell(server: KeptServer, words: str, output: Output) -> None:
    if output.is_json:
        _print([_server_row(server)], output)
    else:
        output.line(words)


def _print(rows: Sequence[_Row], output: Output) -> None:
    if output.is_json:
        for row in rows:
            output.event(**row._asdict())
    else:
        output.table([_cells(row) for row in rows])


def _cells(row: _Row) -> tuple[str, str, str]:
    name = "/".join(part for part in (row.server, row.tool) if part)
    said = visible_line(row.description.partition("\n")[0])[:_SHOWN_CHARACTERS]
    return name, "" if row.tokens is None else f"~{row.tokens} tokens", said


def _name(text: str) -> str:
    if not is_name(text):
        raise refusal(text, "a free name of letters, digits, dots and dashes")
    return text


def _pair(separator: str) -> Callable[[str], tuple[str, str]]:
    def read(text: str) -> tuple[str, str]:
        name, found, value = text.partition(separator)
        if not found or not name.strip():
            raise refusal(text.partition(separator)[0], f"NAME{separator}VALUE")
        return name.strip(), value.strip()

    return read
