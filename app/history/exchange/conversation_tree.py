"""A whole conversation as one value: what is written to our JSON, and what every import is turned into."""

from __future__ import annotations

import base64
from typing import Any, Literal

import msgspec

from app.attachments.attached_file import FileKind
from app.attachments.picture_header import picture_header
from app.history.exchange.left_out import LeftOut
from app.history.records import MessageState, ModelStep, ReplyFigures, Step
from app.history.step_rows import StepRow, row_from_json, row_of, step_from

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
        return picture_address(self.content) if self.kind == FileKind.IMAGE.value else ""


def picture_address(content: bytes) -> str:
    """Return an address that holds a picture; empty for what is none."""
    header = picture_header(content)
    return f"data:image/{header.kind.value};base64,{base64.b64encode(content).decode()}" if header is not None else ""


class TreeMessage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message; `parent` is the place of an earlier one in the list, `None` for a first message.

    A reply that is more than what a model wrote once has its `steps`, as `app.history.step_rows` tells them; `answer`
    and `thinking` are put together of them then, and `raw` is empty. Replies to one question whose `group` is the same
    are candidates of one turn.

    `more` are further columns of its row in the database, by name: what a later version keeps comes back, too. A role
    that we do not know is among them, and the message goes for a reply.
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
    group: int | None = None
    steps: tuple[dict[str, Any], ...] = ()
    attachments: tuple[TreeAttachment, ...] = ()
    more: dict[str, Scalar] = {}

    def rows(self) -> list[StepRow]:
        """Return the steps that a reply is made of."""
        if self.role == "user":
            return []
        whole = ModelStep(self.raw, self.thinking, self.answer, self.figures)
        return list(map(row_from_json, self.steps)) or ([] if whole.is_empty else [row_of(whole)])

    def made_of(self) -> list[Step]:
        """Return the steps of a reply to be shown; texts of which no step knows come last."""
        steps = [step_from(row_from_json(told)) for told in self.steps]
        is_whole = any(isinstance(step, ModelStep) for step in steps)
        return steps if is_whole else [*steps, ModelStep(self.raw, self.thinking, self.answer, self.figures)]


class ConversationTree(msgspec.Struct, frozen=True, omit_defaults=True):
    """A conversation with all its versions; `leaf` is the place of the message that ends the branch shown.

    `left_out` and `files_left_out` are the places of questions that the model is not given, or not with their files.
    `preset` is the name of one's own preset that it was given; built-in ones are among `more`, by their keys.
    `number` tells a conversation from the others of a file where one `follows` it: begins with a summary of it.
    `not_brought` counts what of another app's export did not come along. Times are seconds since the epoch.
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
    not_brought: dict[LeftOut, int] = {}
    messages: tuple[TreeMessage, ...] = ()
    more: dict[str, Scalar] = {}

    @property
    def shown(self) -> int | None:
        """The place of the message that ends the branch shown."""
        return self.leaf if self.leaf is not None else len(self.messages) - 1 if self.messages else None

    def branch(self) -> list[TreeMessage]:
        """Return the messages of the branch shown, from the first to the last."""
        return [self.messages[place] for place in self.line(self.shown)]

    def line(self, place: int | None) -> list[int]:
        """Return the places from the first message to this one."""
        line: list[int] = []
        while place is not None:
            line.append(place)
            place = self.messages[place].parent
        return line[::-1]

    def system_prompt(self) -> str:
        """Return the conversation's own system prompt, empty if it has none."""
        prompt = self.more.get("system_prompt")
        return prompt if isinstance(prompt, str) else ""
