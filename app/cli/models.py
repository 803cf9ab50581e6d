"""`aside models`: finding, judging and downloading models, and the library, from the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.option_values import Commands, add_actions, refusal, whole_number
from app.cli.output import Output
from app.hardware.context_choices import CacheType
from app.hub.catalogue.hub_address import HubAddress
from app.paths import AppPaths

_USUAL_LIMIT = 20
_MOST = 1000
_positive = whole_number(at_least=1)


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    action = add_actions(commands, "models", "find, download and keep models", run)
    searching = action("search", "search the Hub for models")
    searching.add_argument("query", metavar="QUERY", help="words, such as a model's name")
    searching.add_argument("--limit", type=_positive, default=_USUAL_LIMIT, metavar="N", help="print at most N")
    listing = action("files", "show a repository's quantizations, and whether they fit this computer")
    listing.add_argument("repo", metavar="REPO", type=_repository, help="OWNER/NAME on the Hub")
    fitting = action("fit", "show whether a model fits this computer, and why")
    fitting.add_argument("model", metavar="REPO[:QUANT]|PATH", help="on the Hub, or a .gguf file")
    fitting.add_argument("--context", type=_positive, metavar="N", help="context size in tokens")
    fitting.add_argument(
        "--kv-cache",
        choices=[kind.value for kind in (CacheType.F16, CacheType.Q8_0, CacheType.Q4_0)],
        help="how the cache is stored; without it, as the settings say",
    )
    pulling = action("pull", "download a model, or go on with a download")
    pulling.add_argument(
        "model", metavar="REPO[:QUANT|/FILE]", type=_address, help="without QUANT, what is recommended here"
    )
    pulling.add_argument(
        "--with-images", action="store_true", help="also the part that sees images (mmproj), if the model has one"
    )
    action("list", "list the models on this computer")
    importing = action("import", "register a model file where it lies")
    importing.add_argument("path", metavar="PATH", type=Path, help="a .gguf file; of a shard set, any shard")
    removing = action("remove", "delete a model in Aside's models folder, or forget one elsewhere")
    removing.add_argument("name", metavar="NAME", help="a name from the list")
    verifying = action("verify", "read models whole and compare them with what was published or imported")
    verifying.add_argument("name", metavar="NAME", nargs="?", help="a name from the list; without it, all")


def run(arguments: argparse.Namespace, paths: AppPaths, output: Output) -> int:
    """Run the command and return 0; problems are raised as `UserError`, after the rows were printed."""
    if arguments.action in ("search", "files", "fit", "pull"):
        _run_on_hub(arguments, paths, output)
    else:
        _run_on_library(arguments, paths, output)
    return 0


def _run_on_hub(arguments: argparse.Namespace, paths: AppPaths, output: Output) -> None:
    from app.cli import models_hub, models_pull
    from app.model_choice.hub_session import HubSession

    with HubSession(paths) as session:
        match arguments.action:
            case "search":
                models_hub.search(session, arguments.query, output, limit=min(arguments.limit, _MOST))
            case "files":
                models_hub.files(session, arguments.repo, output)
            case "fit":
                cache_type = CacheType(arguments.kv_cache) if arguments.kv_cache else None
                models_hub.fit(session, arguments.model, output, context=arguments.context, cache_type=cache_type)
            case _:
                models_pull.pull(session, arguments.model, output, with_images=arguments.with_images)


def _run_on_library(arguments: argparse.Namespace, paths: AppPaths, output: Output) -> None:
    from app.cli import models_library
    from app.model_choice.known_models import library_of, unreachable_folders

    library = library_of(paths)
    match arguments.action:
        case "list":
            models_library.list_models(library, output)
            models_library.tell_of_unreachable(unreachable_folders(paths))
        case "import":
            models_library.import_model(library, arguments.path, output)
        case "remove":
            models_library.remove_model(library, arguments.name, output)
        case _:
            models_library.verify_models(library, arguments.name, output)


def _parsed(text: str) -> HubAddress | None:
    """Return what was meant; an address may be that of the mirror in use."""
    if "://" not in text:
        return HubAddress.parse_name(text)
    from app.hub.connection.access import HubConnection
    from app.settings import SettingsFile

    settings = SettingsFile(AppPaths.from_environment().settings_file).load()
    endpoint = HubConnection.from_environment(endpoint=settings.hub_endpoint).endpoint
    return HubAddress.parse_name(text, endpoint=endpoint)


def _address(text: str) -> HubAddress:
    address = _parsed(text)
    if address is None:
        raise refusal(text, "OWNER/NAME, OWNER/NAME:QUANT or OWNER/NAME/FILE")
    return address


def _repository(text: str) -> str:
    address = _parsed(text)
    if address is None or address.wanted:
        raise refusal(text, "OWNER/NAME")
    return address.repo
