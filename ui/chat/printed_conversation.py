"""From a conversation to what is printed of it: the branch shown, without its thoughts."""

from __future__ import annotations

from app.history.exchange.conversation_tree import ConversationTree, TreeAttachment
from app.history.exchange.markdown import day_of
from ui.documents.document_printer import PrintedKind, PrintedPart


def printed_parts(tree: ConversationTree, *, untitled: str) -> list[PrintedPart]:
    """Return title, day, system prompt, questions with their files, and answers."""
    parts = [
        PrintedPart(PrintedKind.TITLE, tree.title or untitled),
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
            parts.append(PrintedPart(PrintedKind.NOTE, message.model_name))
        parts.append(PrintedPart(PrintedKind.ANSWER, message.answer))
    return parts


def _file(attachment: TreeAttachment) -> PrintedPart:
    if attachment.data_uri():
        return PrintedPart(PrintedKind.PICTURE, content=attachment.content)
    return PrintedPart(PrintedKind.QUESTION, attachment.name)
