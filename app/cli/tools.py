"""`aside tools list|add|remove|try`: Aside's own tools, and the MCP servers that are kept."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from app.cli.models_output import print_json, print_line, print_table
from app.cli.option_values import refusal
from app.cli.streams import write_error_line
from app.errors import UsageError
from app.messages import ToolSpec
from app.network.addresses import is_web_address
from app.paths import AppPaths
from app.settings import SettingsFile
from app.settings.addresses import is_this_computer
from app.text import translatable, visible_line
from app.tools.chosen_tools import ToolAccess, built_in_tools, offered_by
from app.tools.kept_servers import KeptServer, KeptServers, is_name
from app.tools.tool_servers import ToolServers

_BYTES_PER_TOKEN = 4
_SHOWN_CHARACTERS = 70


class _Row(msgspec.Struct):
    """What is printed with `--json`; `tokens` is about what the tool costs in every prompt, `None` if it is unknown."""

    server: str | None
    tool: str | None
    description: str
    tokens: int | None


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("tools", help="tools for models: Aside's own and MCP servers", allow_abbrev=False)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, what: str) -> argparse.ArgumentParser:
        one = actions.add_parser(name, help=what, allow_abbrev=False)
        one.add_argument("--json", action="store_true", help="print JSON Lines")
        return one

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
    removing = action("remove", "forget a server and its secrets")
    removing.add_argument("name", metavar="NAME", help="a name from the list")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Run the command and return 0; problems are raised as `UserError`."""
    kept = KeptServers(paths.tool_servers_file)
    settings = SettingsFile(paths.settings_file).load
    access = ToolAccess(paths.tool_servers_file, lambda: settings().stay_offline, lambda: settings().proxy)
    match arguments.action:
        case "list":
            own = [_tool_row(None, tool.spec.name, tool.spec) for tool in built_in_tools(access)]
            _print([*own, *map(_server_row, kept.list())], is_json=arguments.json)
        case "add":
            _add(arguments, kept)
        case "try":
            _print(_tried(arguments.name, kept, access), is_json=arguments.json)
        case _:
            gone = kept.remove(arguments.name)
            if arguments.json:
                print_json(_server_row(gone))
            else:
                print_line(translatable("Forgot {name}: {target}."), name=gone.name, target=gone.target)
    return 0


def _add(arguments: argparse.Namespace, kept: KeptServers) -> None:
    first, *others = arguments.target
    is_url = "://" in first
    if is_url and (others or not is_web_address(first)):
        raise UsageError(translatable("This is no address of a server."), translatable("See: aside tools add --help"))
    if arguments.header and not is_url:
        raise UsageError(translatable("A program is sent no headers."), translatable("Use --env NAME=VALUE."))
    server = KeptServer(
        arguments.name,
        command=() if is_url else (first, *others),
        url=first if is_url else "",
        environment=dict(arguments.env),
        headers=dict(arguments.header),
        folder="" if is_url else str(Path.cwd()),
    )
    not_taken = kept.add(server)
    if not_taken:
        words = translatable("No keyring took {names}: set them in the environment that Aside is started with.")
        write_error_line(words.format(names=", ".join(not_taken)))
    if first.startswith("http:") and is_url and not is_this_computer(first):
        write_error_line(translatable("The address begins with http://: whoever is on the way can read what is sent."))
    if not is_url:
        write_error_line(
            translatable("A program of others can do what you can: Aside cannot hold it back from files and network.")
        )
    if arguments.json:
        print_json(_server_row(kept.named(server.name)))
    else:
        print_line(translatable("Kept as {name}. Try it with: aside tools try {name}"), name=server.name)


def _tried(name: str, kept: KeptServers, access: ToolAccess) -> list[_Row]:
    own = next((tool for tool in built_in_tools(access) if tool.spec.name == name), None)
    if own is not None:
        return [_tool_row(None, name, own.spec)]
    server = kept.whole(kept.named(name))
    servers = ToolServers(is_offline=access.is_offline, proxy=access.proxy)
    try:
        return [_tool_row(name, one.tool, one.spec) for one in offered_by(servers, server)]
    finally:
        servers.close()


def _server_row(server: KeptServer) -> _Row:
    return _Row(server.name, None, server.target, None)


def _tool_row(server: str | None, tool: str, spec: ToolSpec) -> _Row:
    size = len(f"{spec.name}{spec.description}{spec.parameters}".encode())
    return _Row(server, tool, spec.description, size // _BYTES_PER_TOKEN)


def _print(rows: Iterable[_Row], *, is_json: bool) -> None:
    if is_json:
        for row in rows:
            print_json(row)
        return
    print_table([_cells(row) for row in rows])


def _cells(row: _Row) -> tuple[str, str, str]:
    name = "/".join(part for part in (row.server, row.tool) if part)
    said = visible_line(row.description.partition("\n")[0])[:_SHOWN_CHARACTERS]
    return name, "" if row.tokens is None else translatable("~{count} tokens").format(count=row.tokens), said


def _name(text: str) -> str:
    if not is_name(text):
        raise refusal(text, translatable("a free name of letters, digits, dots and dashes"))
    return text


def _pair(separator: str) -> Callable[[str], tuple[str, str]]:
    def read(text: str) -> tuple[str, str]:
        name, found, value = text.partition(separator)
        if not found or not name.strip():
            raise refusal(text.partition(separator)[0], f"NAME{separator}VALUE")
        return name.strip(), value.strip()

    return read
