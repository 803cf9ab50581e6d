"""Keeps a server: looks what speaks there, tries what it does not say, keeps both. Window and command line share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.cancellation import StopSignal
from app.engines.endpoint_call import EndpointAccess, EndpointCall, Patience
from app.engines.endpoint_finding import find_server, look_closer
from app.engines.endpoint_profile import ModelProfile, ServerProfile, ThoughtsOut
from app.engines.endpoint_trial import try_model
from app.engines.known_endpoints import Corrections, KeptEndpoint, KnownEndpoints

_MOST_LOOKED_AT = 50
"""Models that a server is asked about one by one."""
_PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class AddedEndpoint:
    """A server as it is kept now, and what was found of it."""

    kept: KeptEndpoint
    server: ServerProfile
    """With what was tried and corrected."""
    models: tuple[ModelProfile, ...]
    """As the server lists them."""
    model: ModelProfile | None
    """The one that was tried, or the only one, with all that is known of it."""


def add_endpoint(
    known: KnownEndpoints,
    access: EndpointAccess,
    url: str,
    *,
    name: str = "",
    key: str = "",
    by_hand: Corrections | None = None,
    tried: str = "",
    may_be_asked: bool = False,
    stop: StopSignal | None = None,
) -> AddedEndpoint:
    """Find out what speaks there, and keep it; what is kept of the address already and not given anew stays.

    The model `tried` gets a test turn, and the only one does where it shows what the server does not say. Raises
    `EndpointProblem`, `EndpointNameIsTaken` and `EndpointsNotSaved`.
    """
    earlier = known.at(url)
    if key:
        access = replace(access, key=lambda address: key if address == url else "")
    corrections = by_hand if by_hand is not None else earlier.by_hand if earlier is not None else Corrections()
    seen = dict(earlier.tried) if earlier is not None else {}
    with EndpointCall(url, access, _PATIENCE) as call, (stop or StopSignal()).calling(call.stop):
        found = find_server(call)
        only = found.models[0].name if len(found.models) == 1 else ""
        model = look_closer(call, found, tried or only) if tried or only else None
        if model is not None and (tried or (_is_unknown(model) and model.name not in seen)):
            seen[model.name] = try_model(call, model)
    if model is not None:
        model = corrections.applied_to(seen.get(model.name, Corrections()).applied_to(model))
    server = model.server if model is not None else corrections.applied_to(ModelProfile("", found.profile)).server
    kept = known.add(
        KeptEndpoint(
            name=name or (earlier.name if earlier is not None else known.free_name(url, server.dialect)),
            url=url,
            dialect=server.dialect,
            has_key=earlier is not None and earlier.has_key,
            by_hand=corrections,
            tried=seen,
            may_be_asked=may_be_asked or (earlier is not None and earlier.may_be_asked),
        ),
        key=key,
    )
    return AddedEndpoint(kept, server, found.models, model)


def models_of(call: EndpointCall) -> Iterator[ModelProfile]:
    """Yield the models of the server that is called, as they are found. Raises `EndpointProblem`."""
    found = find_server(call)
    for number, model in enumerate(found.models):
        yield look_closer(call, found, model.name) if number < _MOST_LOOKED_AT else model


def _is_unknown(model: ModelProfile) -> bool:
    """Whether a test turn would tell something."""
    return model.thinks is None or model.server.thoughts is ThoughtsOut.UNKNOWN
