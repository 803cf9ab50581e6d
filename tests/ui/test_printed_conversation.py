"""What of a conversation is printed."""

from __future__ import annotations

from app.attachments.attached_file import FileKind
from app.history.exchange.conversation_tree import ConversationTree, TreeAttachment, TreeMessage
from tests.fakes.pictures import png, png_that_claims
from ui.chat.exchange.printed_conversation import printed_parts
from ui.documents.document_printer import PrintedKind


def picture(name: str, content: bytes) -> TreeAttachment:
    return TreeAttachment(name, FileKind.IMAGE.value, len(content), "", content=content)


def test_pictures_are_printed_and_what_is_none_is_named() -> None:
    files = (
        picture("dog.png", png(40, 30, (250, 0, 0))),
        picture("cut.png", png(40, 30, (250, 0, 0))[:60]),
        picture("bomb.png", png_that_claims(60_000, 60_000)),
        TreeAttachment("a.csv", "csv", 3, "1,2"),
    )
    question = TreeMessage("user", answer="What is it?", attachments=files)
    reply = TreeMessage("assistant", 0, answer="A **dog**.", thinking="Hm.", model_name="Qwen")
    parts = printed_parts(ConversationTree(title="", messages=(question, reply)), untitled="Untitled")

    assert [(part.kind, part.text) for part in parts if part.kind is not PrintedKind.NOTE] == [
        (PrintedKind.TITLE, "Untitled"),
        (PrintedKind.PICTURE, ""),
        (PrintedKind.QUESTION, "cut.png"),
        (PrintedKind.QUESTION, "bomb.png"),
        (PrintedKind.QUESTION, "a.csv"),
        (PrintedKind.QUESTION, "What is it?"),
        (PrintedKind.ANSWER, "A **dog**."),
    ]
    (shown,) = [part.image for part in parts if part.kind is PrintedKind.PICTURE]
    assert (shown.width(), shown.height()) == (40, 30)
    assert [part.text for part in parts if part.kind is PrintedKind.NOTE][1:] == ["Qwen"]
