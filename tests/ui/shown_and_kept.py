"""What is seen of a conversation, set against what the database holds and against documents that are read anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.documents.blocks import Block
from app.documents.growing_document import GrowingDocument
from app.documents.verbatim_document import VerbatimDocument
from app.history.records import StoredMessage
from app.history.store import HistoryStore
from tests.ui.conftest import presenters_of
from ui.assembly import Assembly
from ui.chat.thoughts.thought_view import ThoughtView
from ui.chat.transcript.card_place import CardKey
from ui.chat.transcript.question_bubble import QuestionBubble
from ui.chat.transcript.reply_view import ReplyView
from ui.documents.document_view import DocumentView


def read_anew(text: str, *, is_over: bool) -> Sequence[Block]:
    """Return the blocks of an answer that comes at once, and has ended or goes on."""
    document = GrowingDocument()
    document.append(text)
    if is_over:
        document.finish()
    while document.advance() is not None:
        pass
    return document.blocks


def thought_read_anew(text: str, *, is_over: bool = True) -> Sequence[Block]:
    """Return the blocks of a thought that comes at once, and has ended or goes on."""
    document = VerbatimDocument()
    document.append(text)
    if is_over:
        document.finish()
    while document.advance() is not None:
        pass
    return [block.block for block in document.blocks]


def blocks_shown(view: DocumentView, qtbot: QtBot) -> list[Block]:
    """Return the blocks that stand on the screen, as soon as all has been read."""
    if not view.is_caught_up:
        qtbot.waitUntil(lambda: view.is_caught_up)
    return [box.block for box in view._layout.boxes]


def check_reply(view: ReplyView, answer: str, qtbot: QtBot, *, is_over: bool) -> None:
    """See to it that an answer reads as if it had come at once."""
    assert view.card.has_ended is is_over
    assert view.text_view().markdown() == view.card.answer == answer
    assert blocks_shown(view.text_view(), qtbot) == read_anew(answer, is_over=is_over)


def check_running_thought(assembly: Assembly, thinking: str) -> None:
    """See to it that the pane shows a running thought as far as it has come, with the time of each paragraph."""
    view = assembly.content.dock.pane.view
    while not view.is_counted:
        QApplication.processEvents()
    assert view.text() == view.document.markdown() == thinking
    assert [box.block for box in view.document._layout.boxes] == thought_read_anew(thinking, is_over=False)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    assert len(times_shown(view)) == sum(bool(line) for line in thinking.split("\n"))


def times_shown(view: ThoughtView) -> list[float]:
    """Return when the lines of a thought began, as they are shown."""
    assert view._times is not None
    told: list[float] = []
    while (seconds := view._times(len(told))) is not None:
        told.append(seconds)
    return told


def check_ended_thought(assembly: Assembly, thinking: str, qtbot: QtBot) -> None:
    """See to it that the pane shows a thought that has ended as if it had come at once."""
    pane = assembly.content.dock.pane
    if not thinking:
        assert pane.is_empty
        return
    assert pane.view.text() == thinking
    assert pane.view.document.markdown() == thinking
    assert blocks_shown(pane.view.document, qtbot) == thought_read_anew(thinking)


def check_conversation(assembly: Assembly, store: HistoryStore, conversation_id: int, qtbot: QtBot) -> None:
    """Show a conversation whose replies have all ended, and see to it that every card says what the store holds."""
    presenters_of(assembly).chat.show_conversation(conversation_id)
    check_shown(assembly, store, qtbot)


def check_shown(assembly: Assembly, store: HistoryStore, qtbot: QtBot) -> None:
    """See to it that every card of the conversation that is shown says what the store holds."""
    shown = presenters_of(assembly).chat.conversation_id
    branch = store.branch(shown) if shown is not None else []
    qtbot.waitUntil(lambda: all(assembly.content.page.transcript.has(_key_of(message)) for message in branch))
    for message in branch:
        _check_card(assembly, store, message, qtbot)


def check_version(assembly: Assembly, store: HistoryStore, message_id: int, qtbot: QtBot) -> None:
    """Step to a version in the conversation shown, and see to it that its card says what the store holds."""
    presenters_of(assembly).transcript.show_version(message_id)
    _check_card(assembly, store, store.message(message_id), qtbot)


def _key_of(message: StoredMessage) -> CardKey:
    return CardKey(message.role == "assistant", message.id)


def _check_card(assembly: Assembly, store: HistoryStore, message: StoredMessage, qtbot: QtBot) -> None:
    view = assembly.content.page.transcript.show_card(_key_of(message))
    versions = store.sibling_ids(message.id)
    assert view is not None
    assert (view.card.version, view.card.versions) == (versions.index(message.id) + 1, len(versions))
    if isinstance(view, QuestionBubble):
        assert view.card.text == message.answer
        return
    assert view.card.reply_id == message.id
    check_reply(view, message.answer.lstrip("\n"), qtbot, is_over=True)
    assert view.card.has_thought is bool(message.thinking.strip())
    assembly.content.page.transcript.asks.thought_asked.emit(view.card.message_id)
    check_ended_thought(assembly, message.thinking.strip(), qtbot)
