"""Which model a question on the command line is for, on this computer or on a server, and what that cannot be told."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

from app.cli.streams import write_error_line
from app.engines.capabilities import Capabilities
from app.engines.endpoint_call import EndpointCall, Patience
from app.engines.endpoint_finding import find_server
from app.engines.endpoint_profile import Dialect, ModelProfile
from app.engines.errors import EndpointsAreDamaged
from app.engines.known_endpoints import KnownEndpoints
from app.engines.model_ref import LocalFile, ModelRef, Remote
from app.environment import variable
from app.errors import UsageError, UserError
from app.file_facts import is_file
from app.hub.library.library_model import LibraryModel
from app.inference.image_errors import ModelSeesNoImages
from app.inference.protocol import ModelInfo, SpeculationKind
from app.model_choice.known_models import library_of
from app.paths import AppPaths
from app.settings import SettingsFile
from app.text import quoted

KEY_VARIABLE = "ASIDE_ENDPOINT_KEY"
_MOST_NAMED = 20
_OF_THE_SERVER = (
    ("context", None),
    ("gpu_layers", None),
    ("experts_on_cpu", None),
    ("kv_cache", "f16"),
    ("flash_attention", "auto"),
    ("threads", None),
    ("batch", None),
    ("speculation", SpeculationKind.AUTO.value),
    ("draft_model", None),
    ("mmproj", None),
    ("as_text", False),
)
"""Options about how a model is run, with what each has when it is not given."""


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """The model and what people call it."""

    model: ModelRef
    name: str


def known_endpoints(paths: AppPaths) -> KnownEndpoints:
    """Return the servers that are kept; a key in the environment goes to those without one of their own."""
    return KnownEndpoints(paths.endpoints_file, environment_key=variable(os.environ, KEY_VARIABLE))


def chosen_model(arguments: argparse.Namespace, paths: AppPaths) -> ModelChoice:
    """Return the model that `--endpoint` and `--model` name, else the default one."""
    named = arguments.model or ""
    damage: EndpointsAreDamaged | None = None
    if arguments.endpoint:
        _tell_unread_list(paths)
        name = named or _only_model(arguments.endpoint, paths)
        return ModelChoice(Remote(arguments.endpoint, name), name)
    server, slash, name = named.partition("/")
    if slash and name and not is_file(Path(named)):
        try:
            kept = next((one for one in known_endpoints(paths).list() if one.name == server), None)
        except EndpointsAreDamaged as error:
            kept, damage = None, error
        if kept is not None:
            return ModelChoice(Remote(kept.url, name), name)
    try:
        model = model_named(named, paths) if named else default_model(paths)
    except UserError:
        if damage is not None:  # it may be the model of a server in the list
            raise damage from None
        raise
    return ModelChoice(LocalFile(str(model.path)), model.name)


def _tell_unread_list(paths: AppPaths) -> None:
    try:
        known_endpoints(paths).list()
    except EndpointsAreDamaged as error:
        write_error_line(str(error))


def tell_what_is_left_out(arguments: argparse.Namespace) -> None:
    """Say on stderr which options a server decides by itself."""
    given = [f"--{name.replace('_', '-')}" for name, usual in _OF_THE_SERVER if getattr(arguments, name) != usual]
    if given:
        write_error_line(f"Left out, since the server decides it by itself: {', '.join(given)}.")


def check_capabilities(
    arguments: argparse.Namespace, info: ModelInfo, capabilities: Capabilities, profile: ModelProfile
) -> None:
    """Raise `UsageError` for what this server has no word for, and say what it is not known to heed."""
    if arguments.think_budget is not None and not capabilities.bounds_thoughts:
        raise UsageError("This server cannot be told how long a thought may be.", "Leave out --think-budget.")
    if arguments.think_seconds is not None and not capabilities.ends_thoughts:
        problem = "This server cannot be told to end a thought after so many seconds."
        raise UsageError(problem, "Leave out --think-seconds.")
    if arguments.prefill_thinking is not None and not capabilities.prefills:
        problem = "This server cannot go on from a thought that is given to it."
        raise UsageError(problem, "Leave out --prefill-thinking.")
    if arguments.image and not info.sees_images:
        raise ModelSeesNoImages(name=info.name)
    if arguments.thinking != "auto" and profile.thinks is None and profile.server.dialect is Dialect.OTHER:
        write_error_line("It is not known whether this server heeds --thinking.")


def _only_model(address: str, paths: AppPaths) -> str:
    access = known_endpoints(paths).access(SettingsFile(paths.settings_file).load)
    with EndpointCall(address, access, Patience()) as call:
        names = [model.name for model in find_server(call).models]
    if len(names) == 1:
        return names[0]
    known = ", ".join(quoted(name) for name in names[:_MOST_NAMED]) or "NAME"
    raise UsageError("Which of the server's models is meant?", "Name one with --model: {names}.", names=known)


# Which model a command uses.


class NoModelYet(UserError):
    """There is no model to ask."""

    message = "No model is chosen yet."
    advice = "Name one with --model, or open one in the window."


def model_named(name_or_path: str, paths: AppPaths) -> LibraryModel:
    """Return the model of that name, or the file at that path."""
    return library_of(paths).resolve(name_or_path)


def default_model(paths: AppPaths) -> LibraryModel:
    """Return the model used last, if it is still there, else the built-in starter."""
    library = library_of(paths)
    last = SettingsFile(paths.settings_file).load().last_model_path
    if last and is_file(Path(last)):
        return library.resolve(last)
    return starter_model(paths)


def starter_model(paths: AppPaths) -> LibraryModel:
    """Return the built-in starter; raises `NoModelYet` where it is not shipped."""
    starter = library_of(paths).built_in()
    if starter is None:
        raise NoModelYet
    return starter
