"""A test turn: what a server does not say of its model is seen in how it answers a small question.

Where a thought stands is seen in the answer, and how thinking is switched off by asking again in each of the ways that
servers know. That is five small questions at most, and never more than once: what was seen is kept.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from app.engines.endpoint_call import EndpointCall
from app.engines.endpoint_profile import ModelProfile, ThinkingSwitch, ThoughtsOut
from app.engines.endpoint_reply import EndpointReply
from app.engines.endpoint_request import body_of, without_what_is_refused
from app.engines.errors import EndpointBrokeOff, EndpointFailed, EndpointRefused
from app.engines.known_endpoints import Corrections
from app.inference.protocol import FinishReason, GenerationRequest
from app.messages import Message, RunId, Sampling

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
