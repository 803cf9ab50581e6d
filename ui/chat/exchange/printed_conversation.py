"""From a conversation to what is printed of it: the branch shown, without its thoughts."""

from __future__ import annotations

import contextlib

from app.attachments.attached_file import FileKind
from app.errors import UserError
from app.history.exchange.conversation_tree import ConversationTree, TreeAttachment
from app.history.exchange.markdown import day_of
from app.text import visible_line
from ui.chat.composer.picture_files import decoded_picture
from ui.documents.document_printer import PrintedKind, PrintedPart


def printed_parts(tree: ConversationTree, *, untitled: str) -> list[PrintedPart]:
    """Return title, day, system prompt, questions with their files, and answers; pictures take a moment each."""
    parts = [
        PrintedPart(PrintedKind.TITLE, visible_line(tree.title) or untitled),
        PrintedPart(PrintedKind.NOTE, day_of(tree.created_at)),
    ]
    if tree.system_prompt():
        parts.append(PrintedPart(PrintedKind.NOTE, tree.system_prompt()))
    for message in tree.branch():
        if message.role == "user":
            parts += [_file(attachment) for attachment in message.attachments]
            parts.append(PrintedPart(PrintedKind.QUESTION, message.answer))
            continue
        if message.model_name:
            parts.append(PrintedPart(PrintedKind.NOTE, visible_line(message.model_name)))
        parts.append(PrintedPart(PrintedKind.ANSWER, message.answer))
    return parts


def _file(attachment: TreeAttachment) -> PrintedPart:
    if attachment.kind == FileKind.IMAGE.value:
        with contextlib.suppress(UserError):  # an import may bring anything: then it is named
            return PrintedPart(PrintedKind.PICTURE, image=decoded_picture(attachment.name, attachment.content))
    return PrintedPart(PrintedKind.QUESTION, visible_line(attachment.name))
