"""Keeps a server: looks what speaks there, tries what it does not say, keeps both. Window and command line share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from app.cancellation import StopSignal
from app.engines.endpoint_call import EndpointAccess, EndpointCall, Patience
from app.engines.endpoint_finding import find_server, look_closer
from app.engines.endpoint_profile import ModelProfile, ServerProfile, ThinkingSwitch, ThoughtsOut
from app.engines.endpoint_reply import EndpointReply
from app.engines.endpoint_request import body_of, without_what_is_refused
from app.engines.errors import EndpointBrokeOff, EndpointFailed, EndpointRefused
from app.engines.known_endpoints import Corrections, KeptEndpoint, KnownEndpoints
from app.inference.protocol import FinishReason, GenerationRequest
from app.messages import Message, RunId, Sampling

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


# A test turn: what a server does not say of its model is seen in how it answers a small question.
#
# Where a thought stands is seen in the answer, and how thinking is switched off by asking again in each of the ways
# that servers know. That is five small questions at most, and never more than once: what was seen is kept.

_QUESTION = Message.user("What is 17 + 26? Answer with the number alone.")
_LONG, _SHORT = 512, 64
"""Tokens: for a thought to come to its end, and to see whether there is one."""
_SWITCHES = (ThinkingSwitch.TEMPLATE, ThinkingSwitch.EFFORT, ThinkingSwitch.TYPE, ThinkingSwitch.THINK)


def try_model(call: EndpointCall, model: ModelProfile) -> Corrections:
    """Ask a model, and return what its answers show. Raises `EndpointProblem`."""
    reply = _ask(call, model, "auto", _LONG)
    seen = reply.seen
    if seen is None:
        ended_by_itself = reply.reason is FinishReason.STOP and not reply.is_empty
        return Corrections(thinks=False, thoughts=ThoughtsOut.NONE) if ended_by_itself else Corrections()
    for switch in dict.fromkeys((model.server.switch, *_SWITCHES)):
        if switch is not ThinkingSwitch.NONE and _turns_off(call, model, switch):
            return Corrections(thinks=True, thoughts=seen.place, switch=switch)
    return Corrections(thinks=True, thoughts=seen.place, switch=ThinkingSwitch.NONE)


def _turns_off(call: EndpointCall, model: ModelProfile, switch: ThinkingSwitch) -> bool:
    server = msgspec.structs.replace(model.server, switch=switch)
    try:
        reply = _ask(call, replace(model, server=server, controls=None, levels=None, thinks=True), "off", _SHORT)
    except (EndpointRefused, EndpointFailed, EndpointBrokeOff):  # it does not know the word
        return False
    return reply.seen is None and not reply.is_empty and reply.reason is FinishReason.STOP


def _ask(call: EndpointCall, model: ModelProfile, level: str, max_tokens: int) -> EndpointReply:
    request = GenerationRequest((_QUESTION,), Sampling(temperature=0.0, max_tokens=max_tokens), thinking=level)
    body = body_of(model, request)
    while True:
        reply = EndpointReply(RunId(0), thoughts=ThoughtsOut.UNKNOWN)
        try:
            for chunk in call.ask(f"{model.server.api}/chat/completions", body):
                for choice in chunk.choices or ():
                    reply.take(choice)
        except EndpointRefused as refusal:
            again = without_what_is_refused(body, str(refusal.values["words"]))
            if again is None:
                raise
            body = again
            continue
        reply.end()
        return reply
