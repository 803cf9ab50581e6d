"""`aside endpoints add|list|models|remove`: servers of models that are kept."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TypeVar

import msgspec

from app.cli.engine_choice import known_endpoints
from app.cli.models_output import print_json, print_line, print_table
from app.cli.option_values import refusal, server_address, whole_number
from app.cli.streams import write_error_line
from app.engines.endpoint_adding import AddedEndpoint, add_endpoint, models_of
from app.engines.endpoint_call import EndpointAccess, EndpointCall, Patience
from app.engines.endpoint_profile import (
    Dialect,
    ModelProfile,
    Prefill,
    SendsBack,
    ThinkingSwitch,
    ThoughtsOut,
)
from app.engines.known_endpoints import Corrections, KeptEndpoint, KnownEndpoints, is_name
from app.errors import UsageError
from app.paths import AppPaths
from app.settings import SettingsFile
from app.settings.addresses import is_this_computer
from app.text import translatable, visible_line

T = TypeVar("T")

_LONGEST_KEY = 10_000
_THOUGHTS = {
    ThoughtsOut.UNKNOWN: translatable("Where its thoughts stand shows when it thinks."),
    ThoughtsOut.INLINE: translatable("Its thoughts stand in the answer, between tags."),
    ThoughtsOut.OPENED: translatable("Its thoughts stand in the answer, up to a closing tag."),
    ThoughtsOut.NONE: translatable("It does not think."),
}
_THOUGHTS_IN_FIELD = translatable("Its thoughts come in {field}.")
_SWITCHED = translatable("Thinking is switched by {field}.")
_NOT_SWITCHED = translatable("Thinking cannot be switched.")


class _ServerRow(msgspec.Struct):
    """What `add`, `list` and `remove` print with `--json`."""

    name: str
    url: str
    dialect: str
    has_key: bool


class _FoundRow(_ServerRow):
    """What `add` prints."""

    version: str
    models: list[str]
    thoughts: str
    sends_back: str
    switch: str
    budget: str
    prefill: str
    samples: bool
    probabilities: bool
    thinks: bool | None


class _ModelRow(msgspec.Struct):
    """What `models` prints; what the server does not say is null."""

    name: str
    """As `ask --model` takes it."""
    endpoint: str
    model: str
    context: int | None
    context_limit: int | None
    thinks: bool | None
    thinking_levels: list[str]
    sees_images: bool | None
    tools: bool | None


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("endpoints", help="keep servers that run models", allow_abbrev=False)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, what: str) -> argparse.ArgumentParser:
        added = actions.add_parser(name, help=what, description=what, allow_abbrev=False)
        added.add_argument("--json", action="store_true", help="print JSON Lines")
        return added

    adding = action("add", "find out what speaks at an address, and keep it")
    adding.add_argument("url", metavar="URL", type=server_address, help="with or without /v1")
    adding.add_argument("--name", metavar="N", type=_name, help="what it is called in N/MODEL")
    adding.add_argument(
        "--key", choices=["-"], help="read a key from standard input, and keep it in the system's keyring"
    )
    adding.add_argument(
        "--try",
        dest="tried",
        metavar="MODEL",
        help="a test turn with this model finds out what the server does not say of its thoughts",
    )
    hand = adding.add_argument_group("set by hand, where what is found is wrong")
    for option, kind, what in (
        ("--thoughts", ThoughtsOut, "where thoughts stand in what it sends"),
        ("--sends-back", SendsBack, "which thoughts it is sent again"),
        ("--switch", ThinkingSwitch, "the field that says how much to think"),
        ("--prefill", Prefill, "how it is given the beginning of a reply"),
    ):
        hand.add_argument(option, choices=[one.value for one in kind], help=what)
    hand.add_argument("--budget", metavar="FIELD", help="the field that bounds a thought in tokens; empty for none")
    hand.add_argument("--context", type=whole_number(at_least=1), metavar="N", help="its context in tokens")
    action("list", "list the servers that are kept")
    listing = action("models", "list the models that a server has, or all servers")
    listing.add_argument("name", metavar="NAME", nargs="?", help="a name from the list; without it, all")
    removing = action("remove", "forget a server and its key")
    removing.add_argument("name", metavar="NAME", help="a name from the list")


def run(arguments: argparse.Namespace, paths: AppPaths) -> int:
    """Run the command and return 0; problems are raised as `UserError`."""
    known = known_endpoints(paths)
    access = known.access(SettingsFile(paths.settings_file).load)
    match arguments.action:
        case "add":
            _add(arguments, known, access)
        case "list":
            _list(known, is_json=arguments.json)
        case "models":
            _models(arguments.name, known, access, is_json=arguments.json)
        case _:
            _remove(arguments.name, known, is_json=arguments.json)
    return 0


def _add(arguments: argparse.Namespace, known: KnownEndpoints, access: EndpointAccess) -> None:
    url = arguments.url
    key = _read_key() if arguments.key else ""
    by_hand = Corrections(
        thoughts=_chosen(ThoughtsOut, arguments.thoughts),
        sends_back=_chosen(SendsBack, arguments.sends_back),
        switch=_chosen(ThinkingSwitch, arguments.switch),
        prefill=_chosen(Prefill, arguments.prefill),
        budget=arguments.budget,
        context=arguments.context,
    )
    added = add_endpoint(
        known, access, url, name=arguments.name or "", key=key, by_hand=by_hand, tried=arguments.tried or ""
    )
    if key and not added.kept.has_key:
        write_error_line(
            translatable("No keyring took the key: give it with ASIDE_ENDPOINT_KEY whenever the server is asked.")
        )
    if not is_this_computer(url) and url.startswith("http:"):
        write_error_line(translatable("The address begins with http://: whoever is on the way can read what is sent."))
    _tell_added(added, is_json=arguments.json)


def _tell_added(added: AddedEndpoint, *, is_json: bool) -> None:
    kept, server, models = added.kept, added.server, added.models
    if is_json:
        print_json(
            _FoundRow(
                name=kept.name,
                url=kept.url,
                dialect=kept.dialect.value,
                has_key=kept.has_key,
                version=server.version,
                models=[one.name for one in models],
                thoughts=server.thoughts.value,
                sends_back=server.sends_back.value,
                switch=server.switch.value,
                budget=server.budget,
                prefill=server.prefill.value,
                samples=server.takes_n,
                probabilities=server.tells_probabilities,
                thinks=added.model.thinks if added.model is not None else None,
            )
        )
        return
    speaks = visible_line(f"{server.dialect.value} {server.version}".rstrip())
    if server.dialect is Dialect.OTHER:
        speaks = translatable("a server of a kind that is not known")
    print_line(translatable("Kept as {name}: {speaks} at {url}."), name=kept.name, speaks=speaks, url=kept.url)
    names = ", ".join(visible_line(one.name) for one in models[:5])
    more = "" if len(models) <= 5 else ", …"
    if names:
        print_line(translatable("Models ({count}): {names}"), count=len(models), names=names + more)
    print_line(_THOUGHTS.get(server.thoughts, _THOUGHTS_IN_FIELD), field=server.thoughts.value)
    if server.thoughts is not ThoughtsOut.NONE:
        print_line(_NOT_SWITCHED if server.switch is ThinkingSwitch.NONE else _SWITCHED, field=server.switch.value)
    example = visible_line(models[0].name) if models else "MODEL"
    print_line(translatable("Ask it with: aside ask --model {name}/{model} …"), name=kept.name, model=example)


def _list(known: KnownEndpoints, *, is_json: bool) -> None:
    kept = known.list()
    if is_json:
        for one in kept:
            print_json(_row(one))
        return
    if not kept:
        print_line(translatable("No servers yet. Keep one with: aside endpoints add URL"))
    has_key = translatable("with a key")
    print_table([(one.name, one.dialect.value, one.url, has_key if one.has_key else "") for one in kept])


def _models(name: str | None, known: KnownEndpoints, access: EndpointAccess, *, is_json: bool) -> None:
    servers = (known.named(name),) if name else known.list()
    rows: list[_ModelRow] = []
    for server in servers:
        with EndpointCall(server.url, access, Patience()) as call:
            rows += [_model_row(server, server.adjusted(model)) for model in models_of(call)]
    if is_json:
        for row in rows:
            print_json(row)
        return
    if not rows:
        print_line(translatable("No models were told."))
    print_table([(row.name, f"{row.context:,}" if row.context else "", _abilities(row)) for row in rows])


def _remove(name: str, known: KnownEndpoints, *, is_json: bool) -> None:
    gone = known.remove(name)
    if is_json:
        print_json(_row(gone))
    else:
        print_line(translatable("Forgot {name} at {url}."), name=gone.name, url=gone.url)


def _row(kept: KeptEndpoint) -> _ServerRow:
    return _ServerRow(kept.name, kept.url, kept.dialect.value, kept.has_key)


def _model_row(server: KeptEndpoint, model: ModelProfile) -> _ModelRow:
    return _ModelRow(
        name=f"{server.name}/{model.name}",
        endpoint=server.name,
        model=model.name,
        context=model.context or None,
        context_limit=model.context_limit or None,
        thinks=model.thinks,
        thinking_levels=list(model.thinking_levels),
        sees_images=model.sees_images,
        tools=model.takes_tools,
    )


def _abilities(row: _ModelRow) -> str:
    said = (
        (row.thinks, translatable("thinks")),
        (row.sees_images, translatable("sees images")),
        (row.tools, translatable("takes tools")),
    )
    return ", ".join(word for is_so, word in said if is_so)


def _read_key() -> str:
    key = sys.stdin.buffer.readline(_LONGEST_KEY).decode("utf-8", errors="replace").strip()
    if not key:
        raise UsageError(
            translatable("There is no key on standard input."), translatable("See: aside endpoints add --help")
        )
    return key


def _name(text: str) -> str:
    if not is_name(text):
        raise refusal(text, translatable("a name of letters, digits, dots and dashes"))
    return text


def _chosen(kind: Callable[[str], T], value: str | None) -> T | None:
    return kind(value) if value is not None else None
