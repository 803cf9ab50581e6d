"""`aside endpoints add|list|models|remove`: servers of models that are kept."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TypeVar

from app.cli.engine_choice import known_endpoints
from app.cli.option_values import Commands, add_actions, refusal, server_address, whole_number
from app.cli.output import Output
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
from app.text import visible_line

T = TypeVar("T")

_LONGEST_KEY = 10_000
_THOUGHTS = {
    ThoughtsOut.UNKNOWN: "Where its thoughts stand shows when it thinks.",
    ThoughtsOut.INLINE: "Its thoughts stand in the answer, between tags.",
    ThoughtsOut.OPENED: "Its thoughts stand in the answer, up to a closing tag.",
    ThoughtsOut.NONE: "It does not think.",
}


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    action = add_actions(commands, "endpoints", "keep servers that run models", run)
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


def run(arguments: argparse.Namespace, paths: AppPaths, output: Output) -> int:
    """Run the command and return 0; problems are raised as `UserError`."""
    known = known_endpoints(paths)
    access = known.access(SettingsFile(paths.settings_file).load)
    match arguments.action:
        case "add":
            _add(arguments, known, access, output)
        case "list":
            _list(known, output)
        case "models":
            _models(arguments.name, known, access, output)
        case _:
            gone = known.remove(arguments.name)
            if output.is_json:
                _tell_server(gone, output)
            else:
                output.line(f"Forgot {gone.name} at {gone.url}.")
    return 0


def _add(arguments: argparse.Namespace, known: KnownEndpoints, access: EndpointAccess, output: Output) -> None:
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
        write_error_line("No keyring took the key: give it with ASIDE_ENDPOINT_KEY whenever the server is asked.")
    if not is_this_computer(url) and url.startswith("http:"):
        write_error_line("The address begins with http://: whoever is on the way can read what is sent.")
    _tell_added(added, output)


def _tell_added(added: AddedEndpoint, output: Output) -> None:
    kept, server, models = added.kept, added.server, added.models
    if output.is_json:
        _tell_server(
            kept,
            output,
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
        return
    speaks = visible_line(f"{server.dialect.value} {server.version}".rstrip())
    if server.dialect is Dialect.OTHER:
        speaks = "a server of a kind that is not known"
    output.line(f"Kept as {kept.name}: {speaks} at {kept.url}.")
    names = ", ".join(visible_line(one.name) for one in models[:5])
    more = "" if len(models) <= 5 else ", …"
    if names:
        output.line(f"Models ({len(models)}): {names}{more}")
    output.line(_THOUGHTS.get(server.thoughts, f"Its thoughts come in {server.thoughts.value}."))
    if server.thoughts is not ThoughtsOut.NONE:
        is_switched = server.switch is not ThinkingSwitch.NONE
        output.line(
            f"Thinking is switched by {server.switch.value}." if is_switched else "Thinking cannot be switched."
        )
    example = visible_line(models[0].name) if models else "MODEL"
    output.line(f"Ask it with: aside ask --model {kept.name}/{example} …")


def _list(known: KnownEndpoints, output: Output) -> None:
    kept = known.list()
    if output.is_json:
        for one in kept:
            _tell_server(one, output)
        return
    if not kept:
        output.line("No servers yet. Keep one with: aside endpoints add URL")
    output.table([(one.name, one.dialect.value, one.url, "with a key" if one.has_key else "") for one in kept])


def _models(name: str | None, known: KnownEndpoints, access: EndpointAccess, output: Output) -> None:
    found: list[tuple[KeptEndpoint, ModelProfile]] = []
    for server in (known.named(name),) if name else known.list():
        with EndpointCall(server.url, access, Patience()) as call:
            found += [(server, server.adjusted(model)) for model in models_of(call)]
    if output.is_json:
        for server, model in found:
            _tell_model(server, model, output)
        return
    if not found:
        output.line("No models were told.")
    output.table(
        [
            (f"{server.name}/{model.name}", f"{model.context:,}" if model.context else "", _abilities(model))
            for server, model in found
        ]
    )


def _tell_server(kept: KeptEndpoint, output: Output, **found: object) -> None:
    output.event(name=kept.name, url=kept.url, dialect=kept.dialect.value, has_key=kept.has_key, **found)


def _tell_model(server: KeptEndpoint, model: ModelProfile, output: Output) -> None:
    """Print a model for programs; what the server does not say is null."""
    output.event(
        name=f"{server.name}/{model.name}",  # as `ask --model` takes it
        endpoint=server.name,
        model=model.name,
        context=model.context or None,
        context_limit=model.context_limit or None,
        thinks=model.thinks,
        thinking_levels=list(model.thinking_levels),
        sees_images=model.sees_images,
        tools=model.takes_tools,
    )


def _abilities(model: ModelProfile) -> str:
    said = ((model.thinks, "thinks"), (model.sees_images, "sees images"), (model.takes_tools, "takes tools"))
    return ", ".join(word for is_so, word in said if is_so)


def _read_key() -> str:
    key = sys.stdin.buffer.readline(_LONGEST_KEY).decode("utf-8", errors="replace").strip()
    if not key:
        raise UsageError("There is no key on standard input.", "See: aside endpoints add --help")
    return key


def _name(text: str) -> str:
    if not is_name(text):
        raise refusal(text, "a name of letters, digits, dots and dashes")
    return text


def _chosen(kind: Callable[[str], T], value: str | None) -> T | None:
    return kind(value) if value is not None else None
