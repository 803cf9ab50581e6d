"""Decides from the end of a prompt whether it left a thought open.

Only the tail counts: the history above may contain closed thoughts, and people quote markers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from app.reasoning.channel_protocol import ChannelProtocol
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.tag_machine import TagStage

_ROLE = r"(?:assistant|chatbot|bot|model|ai|user|human|system|response|instruction)"
_TURN_BOUNDARY = re.compile(
    r"<[|｜][^<>|｜\n]{1,40}[|｜]>|\[\|\w{1,20}\|\]|\[/?(?:INST|SYSTEM_PROMPT|TOOL_RESULTS)\]|<(?:\|turn|turn\|)>"
    r"|<[^<>\s]{0,30}(?:bos|eos|turn|sentence|role|special)[^<>\s]{0,30}>|[\]\[]~[!b]?[\]\[]|\[e~\["
    rf"|</?(?:s|{_ROLE})>|(?:^|\n)[ \t#]*{_ROLE}[ \t]*:",
    re.IGNORECASE,
)
"""What separates turns in templates; a marker that a person quoted has one of these after it."""
_ROLE_HEADER = re.compile(rf"(?:{_TURN_BOUNDARY.pattern}|\b{_ROLE})\W{{0,12}}\Z", re.IGNORECASE)
"""What a reply follows directly."""
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
    """Return the stage inside a reply that the prompt has begun, as when one that was cut off is continued.

    Careful, since the history holds thoughts too: the thought must follow a role directly, nothing that ends a turn
    may come after it, and the prompt must not end with a role.
    """
    opened_at, opener = max(((tail.rfind(marker), marker) for marker in form.open_markers), default=(-1, ""))
    if opened_at < 0 or not _follows_role(tail, opened_at) or _follows_role(tail, len(tail)):
        return None
    written = tail[opened_at + len(opener) :]
    is_closed = any(marker in written for marker in form.close_markers)
    for marker in form.close_markers:
        written = written.replace(marker, "")
    if _TURN_BOUNDARY.search(written):
        return None
    return TagStage.ANSWER if is_closed else TagStage.THOUGHT


def _follows_role(tail: str, at: int) -> bool:
    return _ROLE_HEADER.search(tail[max(0, at - _LOOK_BACK_CHARACTERS) : at]) is not None


def begun_message(protocol: ChannelProtocol, prompt_tail: str) -> str:
    """Return the part of the tail that belongs to the reply in a channel protocol: from its header on."""
    at = prompt_tail.rfind(protocol.message_start + protocol.role)
    if at < 0:
        places = [prompt_tail.rfind(marker) for marker in (protocol.header_restart, *protocol.body_start) if marker]
        at = min((place for place in places if place >= 0), default=-1)
    return prompt_tail[at:] if at >= 0 else ""
