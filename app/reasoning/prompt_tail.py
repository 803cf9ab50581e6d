"""Decides from the end of a prompt whether it left a thought open.

Only the tail counts: the history above may contain closed thoughts, and people quote markers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from app.reasoning.channel_protocol import ChannelProtocol
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.tag_machine import TagStage

_TURN_BOUNDARY = re.compile(
    r"<[|｜][^<>|｜\n]{1,40}[|｜]>|\[\|\w{1,20}\|\]|\[/?(?:INST|SYSTEM_PROMPT|TOOL_RESULTS)\]|</?(?:start|end)_of_turn>"
    r"|<(?:\|turn|turn\|)>|</?(?:s|assistant|user|system)>|<SPECIAL_\d+>|[\]\[]~[!b]?[\]\[]|\[e~\["
    r"|(?:^|\n)[ \t#]*(?:user|human|assistant|system|model|response|instruction)[ \t]*:",
    re.IGNORECASE,
)
"""What separates turns in templates; a quoted marker in a user's text has one of these after it."""
_ROLE_HEADER = re.compile(r"(?:" + _TURN_BOUNDARY.pattern + r"|(?:assistant|model|ai))[ \t]*\n?\s*\Z", re.IGNORECASE)
_LOOK_BACK_CHARACTERS = 60


class TailState(NamedTuple):
    """Where a reply begins: the stage, and the index of the answer wrapper that the prompt opened."""

    stage: TagStage
    wrapper: int | None = None


def state_after_prompt(form: ReasoningFormat, prompt_tail: str) -> TailState:
    """Return where a reply in a format with tags begins after this end of a prompt."""
    tail = prompt_tail.rstrip()
    if form.label and tail.endswith(tuple(marker + form.label for marker in form.open_markers)):
        return TailState(TagStage.THOUGHT_START)
    if tail.endswith(form.open_markers):
        return TailState(TagStage.LABEL if form.label else TagStage.THOUGHT_START)
    if tail.endswith(form.close_markers):
        return TailState(TagStage.START)
    for index, wrapper in enumerate(form.wrappers):
        if tail.endswith(wrapper.open_marker):
            return TailState(TagStage.ANSWER_START, index)
    if form.starts_in_thinking:
        return TailState(TagStage.THOUGHT_START)
    return TailState(_stage_of_begun_reply(form, prompt_tail) or TagStage.START)


def _stage_of_begun_reply(form: ReasoningFormat, tail: str) -> TagStage | None:
    """Return the stage inside a reply that the prompt has begun, as when a reply that was cut off is continued."""
    places = [(tail.rfind(marker), TagStage.THOUGHT, marker) for marker in form.open_markers]
    places += [(tail.rfind(marker), TagStage.ANSWER, marker) for marker in form.close_markers]
    at, stage, marker = max(places, default=(-1, TagStage.START, ""), key=lambda place: place[0])
    if at < 0 or _TURN_BOUNDARY.search(tail, at + len(marker)):
        return None
    if stage is TagStage.THOUGHT and not _ROLE_HEADER.search(tail[max(0, at - _LOOK_BACK_CHARACTERS) : at]):
        return None
    return stage


def begun_message(protocol: ChannelProtocol, prompt_tail: str) -> str:
    """Return the part of the tail that belongs to the reply in a channel protocol: from its header on."""
    at = prompt_tail.rfind(protocol.message_start + protocol.role)
    if at < 0:
        places = [prompt_tail.rfind(marker) for marker in (protocol.header_restart, *protocol.body_start) if marker]
        at = min((place for place in places if place >= 0), default=-1)
    return prompt_tail[at:] if at >= 0 else ""
