"""A whole conversation as one value: what is written to our JSON, and what every import is turned into."""

from __future__ import annotations

import base64
from typing import Literal

import msgspec

from app.attachments.attached_file import FileKind
from app.attachments.picture_header import picture_header
from app.history.records import MessageState, ReplyFigures

Scalar = str | int | float | None


class TreeAttachment(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file that was sent along with a question, as text; a picture's bytes are in `content` (base64 in JSON)."""

    name: str
    kind: str
    size_bytes: int
    text: str
    content: bytes = b""
    preview: bytes = b""

    def data_uri(self) -> str:
        """Return a picture as an address that holds it; empty for other files, and for what is no picture."""
        header = picture_header(self.content) if self.kind == FileKind.IMAGE.value else None
        if header is None:
            return ""
        return f"data:image/{header.kind.value};base64,{base64.b64encode(self.content).decode()}"


class TreeMessage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message; `parent` is the place of an earlier one in the list, `None` for a first message.

    `more` are further columns of its row in the database, by name: what a later version keeps comes back, too.
    """

    role: Literal["user", "assistant"]
    parent: int | None = None
    state: MessageState = MessageState.COMPLETE
    created_at: float = 0.0
    model_name: str = ""
    error: str = ""
    figures: ReplyFigures = ReplyFigures()
    answer: str = ""
    thinking: str = ""
    raw: str = ""
    attachments: tuple[TreeAttachment, ...] = ()
    more: dict[str, Scalar] = {}


class ConversationTree(msgspec.Struct, frozen=True, omit_defaults=True):
    """A conversation with all its versions; `leaf` is the place of the message that ends the branch shown.

    `left_out` and `files_left_out` are the places of questions that the model is not given, or not with their files.
    `preset` is the name of one's own preset that it was given; built-in ones are among `more`, by their keys.
    `number` tells a conversation from the others of a file where one `follows` it: begins with a summary of it.
    `pictures_left_out` counts those of another app's export that did not come along. Times are seconds since the epoch.
    """

    title: str = ""
    created_at: float = 0.0
    updated_at: float = 0.0
    pinned_at: float | None = None
    archived_at: float | None = None
    folder: str | None = None
    preset: str | None = None
    leaf: int | None = None
    left_out: tuple[int, ...] = ()
    files_left_out: tuple[int, ...] = ()
    number: int | None = None
    follows: int | None = None
    pictures_left_out: int = 0
    messages: tuple[TreeMessage, ...] = ()
    more: dict[str, Scalar] = {}

    def branch(self) -> list[TreeMessage]:
        """Return the messages of the branch shown, from the first to the last."""
        line: list[TreeMessage] = []
        place = self.leaf if self.leaf is not None else len(self.messages) - 1 if self.messages else None
        while place is not None:
            line.append(self.messages[place])
            place = self.messages[place].parent
        return line[::-1]

    def system_prompt(self) -> str:
        """Return the conversation's own system prompt, empty if it has none."""
        prompt = self.more.get("system_prompt")
        return prompt if isinstance(prompt, str) else ""
