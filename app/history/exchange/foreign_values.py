"""What exports of other apps say in the same ways: times, thoughts within texts, documents, files and pictures."""

from __future__ import annotations

import base64
import binascii
import re
from datetime import datetime
from typing import Any

import msgspec

from app.attachments.attached_file import FileKind
from app.attachments.picture import ENGINE_KINDS, checked_picture
from app.errors import UserError
from app.history.exchange.conversation_tree import TreeAttachment
from app.reasoning import StreamSplitter, format_for_template

_MARKER_BEGINS = ("<", "[", "◁")
_CLOSE_ALONE = re.compile(r"(?:^|\n)[ \t]*</think>[ \t]*(?:\n|$)")
_BACKTICKS = re.compile(r"`{3,}")
_PROSE = ("", "document", "text/markdown", "text/plain")
_LANGUAGES = {
    "application/vnd.ant.code": "",
    "application/vnd.ant.mermaid": "mermaid",
    "application/vnd.ant.react": "jsx",
    "image/svg+xml": "svg",
    "text/html": "html",
}


def seconds(moment: float) -> float:
    """Return a time in seconds that may have been given in milli-, micro- or nanoseconds."""
    for _ in range(3):
        if moment < 1e11:
            break
        moment /= 1000
    return moment


def moment_of(told: object) -> float:
    """Return a time in seconds that is told as a number or as ISO 8601 has it; 0 if it is no time."""
    try:
        if isinstance(told, int | float) and not isinstance(told, bool):
            return seconds(float(told))
        return datetime.fromisoformat(told.strip()).timestamp() if isinstance(told, str) else 0.0
    except (ValueError, OverflowError, OSError):
        return 0.0


def thought_and_answer(text: str) -> tuple[str, str]:
    """Return the thought that a raw reply begins with, in whatever format its model thinks, and the rest of it."""
    close = _CLOSE_ALONE.search(text)
    is_open = close is not None and "<think>" not in text[: close.start()]
    if not is_open and not text.lstrip().startswith(_MARKER_BEGINS):
        return "", text
    splitter = StreamSplitter(format_for_template(""), prompt_tail="<think>\n" if is_open else "")
    deltas = [*splitter.feed(text), *splitter.finish()]
    thinking = "".join(delta.text for delta in deltas if delta.kind == "thinking")
    return thinking, "".join(delta.text for delta in deltas if delta.kind == "answer")


def plain(value: object) -> str:
    """Return a value as text: a string of JSON without its quotes, anything else as JSON, nothing for `None`."""
    if not isinstance(value, str):
        return "" if value is None else msgspec.json.encode(value).decode()
    try:
        return msgspec.json.decode(value, type=str)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return value


def listed_text(content: object) -> str:
    """Return the text of a content that is a text, or a list of parts with texts."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    texts = (part if isinstance(part, str) else field(part, "text") for part in parts)
    return "\n\n".join(text for text in texts if isinstance(text, str) and text)


def field(value: object, *names: str) -> Any:
    """Return what a JSON value has under these names, one in the other; `None` if it has nothing there."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def text_field(value: object, *names: str) -> str:
    """Return the text that a JSON value has under these names; empty if there is none, or something else."""
    found = field(value, *names)
    return found if isinstance(found, str) else ""


def list_field(value: object, *names: str) -> list[Any]:
    """Return the list that a JSON value has under these names; empty if there is none, or something else."""
    found = field(value, *names)
    return found if isinstance(found, list) else []


def document_text(title: str, kind: str, text: str, language: str = "") -> str:
    """Return a document that a reply wrote beside its text, as part of the text: below its title, code in a fence."""
    heading = f"**{title.strip()}**\n\n" if title.strip() else ""
    if kind in _PROSE:
        return heading + text.strip()
    fence = "`" * (max((len(found[0]) for found in _BACKTICKS.finditer(text)), default=2) + 1)
    name = language or _LANGUAGES.get(kind, kind.removeprefix("code/"))
    return f"{heading}{fence}{name}\n{text.rstrip()}\n{fence}"


def attached_text(name: object, text: str) -> TreeAttachment:
    """Return a file of which the export has the text."""
    return TreeAttachment(str(name or "file"), FileKind.TEXT.value, len(text.encode("utf-8", "replace")), text)


def attached_picture(name: object, address: object) -> TreeAttachment | None:
    """Return a picture whose bytes stand in its address (`data:`); `None` if they do not, or cannot be decoded."""
    head, _, data = address.partition(",") if isinstance(address, str) else ("", "", "")
    if not head.startswith("data:image/") or not head.endswith(";base64"):
        return None
    try:
        content = base64.b64decode(data)
        kind = checked_picture(str(name), content).kind
    except (binascii.Error, ValueError, UserError):
        return None
    if kind not in ENGINE_KINDS:
        return None
    return TreeAttachment(str(name or f"picture.{kind.value}"), FileKind.IMAGE.value, len(content), "", content)
