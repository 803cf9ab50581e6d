"""The order of the list is the database's, live as after a restart."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.history.conversation_lines import FolderLine, Section, SectionKind
from app.history.store import HistoryStore
from app.inference.scripted_engine import Pause, Say, Script
from app.paths import AppPaths
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import has_ended
from ui.assembly import Assembly
from ui.chat.conversations.conversation_model import ConversationRole
from ui.chat.transcript.reply_card import MessageEdit

SHORT = (Say("<think>Hm.</think>Done."),)


def listed(assembly: Assembly) -> list[str]:
    model = assembly.content.sidebar.conversations
    return [model.title(conversation_id) for conversation_id in model.ids()]


def stored(path: Path) -> list[str]:
    with contextlib.closing(HistoryStore.open(path)) as store:
        return [conversation.title for conversation in store.conversations()]


@pytest.fixture
def old(paths: AppPaths) -> AppPaths:
    """Three conversations of some days ago; the first has a question with a reply, and lies in a folder."""
    days = iter(range(100, 0, -1))
    store = HistoryStore.open(paths.database, clock=lambda: time.time() - 3600 * 24 * next(days))
    for title in ("First", "Second", "Third"):
        conversation = store.create_conversation(title)
        question = store.add_question(conversation.id, None, f"The question of {title.lower()}")
        store.copies.add_edited_reply(store.begin_reply(conversation.id, question.id, "Model").id, "An answer")
    store.recover_interrupted()
    store.shelf.move([1], store.shelf.create_folder("Folder").id)
    store.close()
    return paths


def test_the_reply_that_ends_last_is_on_top(paths: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=((Say("<think>"), Pause(0.5), Say("</think>Done.")),)))
    chat = presenters_of(assembly).chat
    chat.send("first")
    chat.show_conversation(None)
    chat.send("second")
    assert listed(assembly) == ["second", "first"]
    session_of(assembly).cancel(session_of(assembly).queued_turns[0].id)

    qtbot.waitUntil(has_ended(assembly))
    assert listed(assembly) == ["first", "second"]
    assert session_of(assembly).flush(5.0)
    assert stored(paths.database) == ["first", "second"]
    assembly.close()
    assert listed(open_window()) == ["first", "second"]


def regenerated(assembly: Assembly) -> None:
    presenters_of(assembly).transcript.regenerate(1)


def resumed(assembly: Assembly) -> None:
    presenters_of(assembly).transcript.resume(2)


def edited(assembly: Assembly) -> None:
    assembly.content.page.transcript.asks.edited.emit(MessageEdit(2, "Another answer", is_reply=True))


def asked_anew(assembly: Assembly) -> None:
    assembly.content.page.transcript.asks.edited.emit(MessageEdit(1, "Another question", is_reply=False))


def asked(assembly: Assembly) -> None:
    presenters_of(assembly).chat.send("One more")


@pytest.mark.parametrize("move", [regenerated, resumed, edited, asked_anew, asked])
def test_whatever_moves_a_conversation_in_the_database_moves_it_in_the_list(
    old: AppPaths, open_window: OpenWindow, qtbot: QtBot, move: Callable[[Assembly], None]
) -> None:
    assembly = open_window(*SHORT, home=old)
    services_of(assembly).store.shelf.move([1], None)
    presenters_of(assembly).conversations.show_all()
    assert listed(assembly) == ["Third", "Second", "First"]
    presenters_of(assembly).chat.show_conversation(1)

    move(assembly)

    assert listed(assembly)[0] == "First"
    assert listed(assembly) == stored(old.database)
    qtbot.waitUntil(has_ended(assembly))
    assert session_of(assembly).flush(5.0)
    assert listed(assembly) == stored(old.database)


def test_headings_and_counts_follow_a_reply(old: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SHORT, home=old)
    presenters_of(assembly).chat.show_conversation(3)
    presenters_of(assembly).chat.send("One more")
    qtbot.waitUntil(has_ended(assembly))

    model = assembly.content.sidebar.conversations
    lines = [model.index(row).data(ConversationRole.LINE) for row in range(model.rowCount())]
    assert [line.count for line in lines if isinstance(line, FolderLine)] == [1]
    assert next(line.kind for line in lines if isinstance(line, Section)) is SectionKind.TODAY
    assert listed(assembly)[1] == "Third"  # below the folder's
