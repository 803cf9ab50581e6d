"""SillyTavern's chats: a file with an object in each line, first what the chat is about, then its messages.

Versions of a message are its `swipes`, thoughts stand in `extra`. Source: SillyTavern's own reader and writer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.foreign_tree import ForeignMessage, ReplyParts, conversation_of
from app.history.exchange.foreign_values import (
    attached_picture,
    attached_text,
    field,
    list_field,
    moment_of,
    plain,
    text_field,
    thought_and_answer,
)
from app.history.exchange.left_out import LeftOut
from app.history.records import ModelStep

_SHORT_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\s*@?\s*(\d{1,2})h\s*(\d{1,2})m\s*(\d{1,2})s")
_LONG_DATE = re.compile(r"([a-z]{3,9}) (\d{1,2}), (\d{4}) (\d{1,2}):(\d{2}) ?(am|pm)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class SillyTavernLine(msgspec.Struct):
    """The head of a chat, or a message of it."""

    user_name: str | None = None
    character_name: str | None = None
    create_date: Any = None
    chat_metadata: Any = None
    name: str | None = None
    is_user: bool | None = None
    mes: str | None = None
    send_date: Any = None
    extra: Any = None
    swipes: list[str | None] = []
    swipe_id: int | None = None
    swipe_info: list[Any] = []

    @property
    def is_head(self) -> bool:
        """Whether it tells of the chat, and says nothing."""
        return self.mes is None and not self.swipes


def silly_tavern_tree(lines: Sequence[SillyTavernLine]) -> ConversationTree:
    """Return a chat as ours: what follows a message follows the version that was chosen."""
    head = next((line for line in lines if line.is_head), SillyTavernLine())
    said = [line for line in lines if not line.is_head]
    characters = {line.name for line in said if not line.is_user and line.name}
    foreign: list[ForeignMessage] = []
    chosen: str | None = None
    for number, line in enumerate(said):
        before = chosen
        for place, text in enumerate(line.swipes or [line.mes]):
            is_chosen = place == (line.swipe_id or 0) or not line.swipes
            if is_chosen and line.mes:
                text = line.mes
            one = _foreign(f"{number}.{place}", before, line, text or "", None if is_chosen else place)
            if len(characters) > 1 and one.role == "assistant" and line.name:
                one.steps = (ModelStep("", "", f"**{line.name}:**"), *one.steps)
            foreign.append(one)
            if is_chosen or chosen == before:
                chosen = one.id
    created = _moment(head.create_date) or next((one.created_at for one in foreign if one.created_at), 0.0)
    return conversation_of(
        foreign,
        chosen,
        title=head.character_name or ", ".join(sorted(filter(None, characters))),
        created_at=created,
        updated_at=max((one.created_at for one in foreign), default=created),
    )


def _foreign(
    message_id: str, before: str | None, line: SillyTavernLine, text: str, version: int | None
) -> ForeignMessage:
    """Return a message, or a version of one that was not chosen, of which another place tells more."""
    foreign = ForeignMessage(message_id, before, None, created_at=_moment(line.send_date))
    info = line.swipe_info[version] if version is not None and version < len(line.swipe_info) else None
    extra = line.extra if version is None else field(info, "extra")
    _attach(foreign, extra)
    if line.is_user:
        foreign.text = text.strip()
    else:
        reply = ReplyParts()
        reply.think(text_field(extra, "reasoning"))
        calls = list_field(extra, "tool_invocations")
        for call in calls:
            call_id = str(field(call, "id") or "")
            reply.call(call_id, str(field(call, "name") or ""), plain(field(call, "parameters")))
            reply.tell(call_id, plain(field(call, "result")))
        thinking, answer = thought_and_answer(text)
        reply.think(thinking)
        reply.say("" if calls else answer)
        foreign.says(reply)
        foreign.model_name = text_field(extra, "model")
    return foreign.said_by(is_person=bool(line.is_user))


def _attach(foreign: ForeignMessage, extra: object) -> None:
    for one in filter(None, [field(extra, "image"), *list_field(extra, "media")]):
        picture = attached_picture("", field(one, "url") or one)
        kind = field(one, "type")
        foreign.attachments += (picture,) if picture is not None else ()
        if picture is None:
            foreign.left_out[LeftOut.RECORDINGS if kind in ("video", "audio") else LeftOut.PICTURES] += 1
    foreign.left_out[LeftOut.RECORDINGS] += bool(field(extra, "video"))
    for file in [field(extra, "file"), *list_field(extra, "files")]:
        text = text_field(file, "text")
        if text:
            foreign.attachments += (attached_text(field(file, "name"), text),)
        else:
            foreign.left_out[LeftOut.FILES] += file is not None


def _moment(told: object) -> float:
    """Return a time, which earlier versions wrote in two ways of their own, in local time."""
    text = told.strip().lower() if isinstance(told, str) else ""
    short, long = _SHORT_DATE.match(text), _LONG_DATE.match(text)
    try:
        if short is not None:
            year, month, day, hour, minute, second = map(int, short.groups())
            return datetime(year, month, day, hour, minute, second).timestamp()
        if long is not None:
            hour = int(long[4]) % 12 + 12 * (long[6] == "pm")
            return datetime(int(long[3]), _MONTHS.index(long[1][:3]) + 1, int(long[2]), hour, int(long[5])).timestamp()
    except (ValueError, OverflowError, OSError):
        return 0.0
    return moment_of(told)
