"""From stored messages to what the model is asked."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

from app.attachments.attached_file import prompt_text
from app.attachments.reading import file_of
from app.history.attachments import StoredAttachment
from app.history.context_exclusions import ContextExclusions
from app.history.records import StoredMessage, ToolStep
from app.history.step_messages import answered, messages_of
from app.messages import Image, Message, Text


def chat_messages(
    branch: Iterable[StoredMessage],
    *,
    system_prompt: str = "",
    files: Mapping[int, Sequence[StoredAttachment]] | None = None,
    exclusions: ContextExclusions | None = None,
    is_over: bool = False,
    sees_images: bool = True,
) -> tuple[Message, ...]:
    """Return the branch as chat messages, its questions with their `files` above them.

    A model that `sees_images` not is given the names of earlier pictures; only a last question that is still to be
    answered keeps its own, so that sending it tells what is amiss.

    A reply that called tools is several messages, up to its last answer.

    Replies without an answer (stopped in mid-thought, failed) are left out, and questions that then follow each other
    become one: most templates insist that roles alternate. So is what is `exclusions`, but for a last
    question that is still to be answered (unless the branch `is_over`: another question follows).
    """
    messages: list[Message] = []
    if system_prompt.strip():
        messages.append(Message.system(system_prompt.strip()))
    all_messages = list(branch)
    asked = all_messages[-1].id if all_messages and not is_over else None
    exclusions = exclusions or ContextExclusions()
    left_out = frozenset(exclusions.questions) - {asked}
    for message in all_messages:
        if (message.parent_id if message.role == "assistant" else message.id) in left_out:
            continue
        if message.role == "assistant":
            if message.answer.strip():
                messages.extend(_reply(message, sees_images=sees_images))
            continue
        own_files = () if message.id in exclusions.files and message.id != asked else (files or {}).get(message.id, ())
        is_shown = sees_images or message.id == asked
        _add_question(messages, question_message(own_files, message.answer, sees_images=is_shown))
    return tuple(messages)


def _reply(reply: StoredMessage, *, sees_images: bool) -> tuple[Message, ...]:
    if not any(isinstance(step, ToolStep) for step in reply.steps):
        return (Message.assistant(reply.answer, reply.thinking),)
    return messages_of(answered(reply.steps), sees_images=sees_images)


def question_message(files: Sequence[StoredAttachment], question: str, *, sees_images: bool) -> Message:
    """Return a question as the model is given it, with its pictures, or their names if it cannot see them."""
    if not files:  # so are nearly all of the thousands in a long conversation
        return Message.user(question)
    text = question_text(files, question)
    own = len(question) if question and text.endswith(question) else 0
    names = "" if sees_images else "".join(f"[{' '.join(file.name.split())}]\n" for file in files if file.is_picture)
    texts = (Text(names + text[: len(text) - own], is_file=True), Text(text[len(text) - own :]))
    return Message("user", ((*images_of(files), *texts) if sees_images else texts))


def images_of(files: Sequence[StoredAttachment]) -> tuple[Image, ...]:
    """Return the pictures among files, as the model is shown them."""
    return tuple(Image(file.name, file.content) for file in files if file.is_picture)


def joined(first: Message, second: Message) -> Message:
    """Return two questions that follow each other as one."""
    texts = [part for part in (*first.parts, Text("\n\n"), *second.parts) if isinstance(part, Text)]
    of_one_kind = [list(same) for _, same in itertools.groupby(texts, key=lambda text: text.is_file)]
    merged = [Text("".join(one.text for one in same), same[0].is_file) for same in of_one_kind]
    return Message("user", (*first.images, *second.images, *merged))


def _add_question(messages: list[Message], question: Message) -> None:
    if messages and messages[-1].role == "user":
        messages[-1] = joined(messages[-1], question)
    else:
        messages.append(question)


def question_text(files: Sequence[StoredAttachment], question: str) -> str:
    """Return what the model reads of one question: its files, each in a fence below its name, then the text."""
    attached = [file_of(file.name, file.kind, file.size_bytes, file.text) for file in files if not file.is_picture]
    return prompt_text(attached, question).rstrip("\n") if attached else question
