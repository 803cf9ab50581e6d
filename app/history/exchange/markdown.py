"""A conversation as Markdown, and thoughts as folded sections of it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from app.documents.markdown_parser import missing_end
from app.history.exchange.conversation_tree import ConversationTree, TreeAttachment, TreeMessage
from app.history.records import ModelStep, ToolDecision, ToolStep, UnknownStep
from app.messages import Image

_NOT_IN_BRACKETS = re.compile(r"[\[\]\\!]")
_TICKS = re.compile(r"`+")


def markdown_of(tree: ConversationTree, *, with_thoughts: bool) -> str:
    """Return the branch shown as a Markdown document."""
    parts = [f"# {_line(tree.title) or 'Untitled'}"]
    if tree.created_at:
        parts.append(f"*{day_of(tree.created_at)}*")
    if tree.system_prompt():
        parts.append(f"> {tree.system_prompt().strip()}".replace("\n", "\n> "))
    for message in tree.branch():
        parts += _message(message, with_thoughts=with_thoughts)
    return "\n\n".join(parts) + "\n"


def day_of(moment: float) -> str:
    """Return a time as an ISO date in local time, empty where no calendar has it."""
    try:
        return dt.datetime.fromtimestamp(moment).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def _message(message: TreeMessage, *, with_thoughts: bool) -> list[str]:
    if message.role == "user":
        files = [_file(attachment) for attachment in message.attachments]
        return ["## You", *files, _closed(message.answer.strip())]
    parts = [f"## {_line(message.model_name) or 'Model'}"]
    for step in message.made_of():
        if not isinstance(step, ModelStep):
            parts += _other(shown_step(step))
            continue
        if with_thoughts and step.thinking.strip():
            thought = _closed(step.thinking.strip()).replace("</details", "&lt;/details")
            parts.append(f"<details>\n<summary>Thinking</summary>\n\n{thought}\n\n</details>")
        parts.append(_closed(step.answer.strip()))
    return [part for part in parts if part]


def _other(step: ShownStep) -> list[str]:
    """Return a step that no model wrote; its texts are code, whatever stands in them."""
    heading = _line(step.heading).replace("`", "'")
    parts = [f"**`{heading}`**"]
    for label, text in step.texts:
        parts.append(f"{label}:" if text else f"{label}.")
        if text:
            fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
            parts.append(f"{fence}\n{text}\n{fence}")
    parts.extend(f"Picture: `{_line(one.name).replace('`', chr(39))}`" for one in step.pictures)
    return parts


def _file(attachment: TreeAttachment) -> str:
    address = attachment.data_uri()
    name = _line(attachment.name)
    return f"![{_NOT_IN_BRACKETS.sub('', name)}]({address})" if address else f"*{name}*"


def _closed(text: str) -> str:
    """Close a code block that was cut off, so that it does not swallow what follows."""
    end = missing_end(text)
    return f"{text}\n{end}" if end else text


def _line(text: str) -> str:
    return " ".join(text.split())


# How documents show what is in a reply beside thoughts and answers.


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A heading, and below it texts with a label each, which stand there letter by letter."""

    heading: str
    texts: tuple[tuple[str, str], ...]
    pictures: tuple[Image, ...] = ()


def shown_step(step: ToolStep | UnknownStep) -> ShownStep:
    """Return a call with its arguments and its result, or what is known of a step that a newer Aside wrote."""
    if isinstance(step, UnknownStep):
        return ShownStep(f"Step of an unknown kind: {step.kind}", (("Content", step.payload),))
    refused = " (refused)" if step.decision is ToolDecision.REFUSED else ""
    result = ("No result", "")
    pictures: tuple[Image, ...] = ()
    if step.result is not None:
        result = ("Error" if step.result.is_error else "Result", step.result.content)
        pictures = step.result.images
    return ShownStep(f"Tool: {step.call.shown_name}{refused}", (("Arguments", step.call.arguments), result), pictures)
