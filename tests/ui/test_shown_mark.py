"""The list marks the conversation that is open, whatever is done with it and around it."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.history.conversation_lines import ArchiveLine, ConversationEntry, FolderLine
from app.history.store import HistoryStore
from app.paths import AppPaths
from tests.ui.conftest import OpenWindow, presenters_of, services_of
from ui.assembly import Assembly
from ui.chat.conversations.conversation_menu import CommandKind, ConversationCommand
from ui.chat.conversations.conversation_model import ConversationRole
from ui.chat.search.search_results import HIT_ROLE, IS_SHOWN_ROLE

_STEPS = 60


@pytest.fixture
def full(paths: AppPaths) -> AppPaths:
    store = HistoryStore.open(paths.database)
    for number in range(1, 7):
        conversation = store.create_conversation(f"Talk {number}")
        store.add_question(conversation.id, None, f"Question {number}?")
    for name in ("Work", "Play"):
        store.shelf.create_folder(name)
    store.close()
    return paths


def marked(assembly: Assembly) -> list[object]:
    """Return the lines with the mark."""
    model = assembly.content.sidebar.conversations
    rows = map(model.index, range(model.rowCount()))
    return [row.data(ConversationRole.LINE) for row in rows if row.data(ConversationRole.IS_SHOWN)]


def assert_marked(assembly: Assembly, after: str) -> None:
    """The open conversation and nothing else; where a closed folder hides it, the folder."""
    shown = presenters_of(assembly).chat.conversation_id
    entry = assembly.content.sidebar.conversations.entry(shown) if shown is not None else None
    if shown is None:
        assert marked(assembly) == [], after
        return
    assert entry is not None, after
    (line,) = marked(assembly)
    match line:
        case ConversationEntry():
            assert line.id == shown, after
        case FolderLine():
            assert (line.id, line.is_open) == (entry.folder_id, False), after
        case ArchiveLine():
            assert entry.is_archived, after
            assert not line.is_open, after
        case _:
            pytest.fail(f"{after}: {line} is marked")


class Person:
    """Does with the list whatever comes to mind; what was done is told for a test that fails."""

    def __init__(self, assembly: Assembly, seed: int) -> None:
        self._assembly = assembly
        self._random = random.Random(seed)
        self._services = services_of(assembly)
        self._presenters = presenters_of(assembly)

    def act(self) -> str:
        deeds = (
            self._wish,
            self._wish,
            self._wish,
            self._show,
            self._show,
            self._delete_folder,
            self._undo,
            self._undo,
            self._toggle,
            self._choose_folder,
            self._mark_otherwise,
            self._talk,
            self._search,
        )
        return self._random.choice(deeds)()

    def _ids(self) -> list[int]:
        return self._assembly.content.sidebar.conversations.ids()

    def _folders(self) -> list[int]:
        return [folder.id for folder in self._assembly.content.sidebar.conversations.folders()]

    def _wish(self) -> str:
        ids = tuple(self._random.sample(self._ids(), min(len(self._ids()), self._random.randint(1, 2))))
        kind = self._random.choice(
            [
                kind
                for kind in CommandKind
                if kind not in (CommandKind.EXPORT, CommandKind.PRINT, CommandKind.NEW_FOLDER)
            ]
        )
        folder = self._random.choice([*self._folders(), None]) if kind is CommandKind.MOVE else None
        if ids:
            self._assembly.content.sidebar.list.commanded.emit(ConversationCommand(kind, ids, folder))
        return f"{kind} {ids} {folder}"

    def _show(self) -> str:
        chosen = self._random.choice([*self._ids(), None])
        if chosen is None:
            self._assembly.content.sidebar.new_chat.click()
        else:
            self._assembly.content.sidebar.list.conversation_chosen.emit(chosen)
        return f"show {chosen}"

    def _delete_folder(self) -> str:
        self._choose_folder()
        if self._folders():
            QTest.keyClick(self._assembly.content.sidebar.list, Qt.Key.Key_Delete)
        return "delete a folder"

    def _undo(self) -> str:
        self._assembly.content.sidebar.list.undo_asked.emit()
        return "undo"

    def _lines(self, *kinds: type) -> list[int]:
        model = self._assembly.content.sidebar.conversations
        rows = range(model.rowCount())
        return [row for row in rows if isinstance(model.index(row).data(ConversationRole.LINE), kinds)]

    def _toggle(self) -> str:
        rows = self._lines(FolderLine, ArchiveLine)
        if rows:
            self._assembly.content.sidebar.conversations.toggle(self._random.choice(rows))
        return "open or close a folder"

    def _choose_folder(self) -> str:
        rows = self._lines(FolderLine)
        view = self._assembly.content.sidebar.list
        if rows:
            view.setFocus()
            view.setCurrentIndex(self._assembly.content.sidebar.conversations.index(self._random.choice(rows)))
        return "choose a folder"

    def _mark_otherwise(self) -> str:
        """With Ctrl and Shift, which shows nothing."""
        view = self._assembly.content.sidebar.list
        ways = (view.clearSelection, view.selectAll)
        self._random.choice(ways)()
        return "mark others"

    def _talk(self) -> str:
        """The conversation moves up, for it was used last."""
        shown = self._presenters.chat.conversation_id
        if shown is not None:
            self._services.store.add_question(shown, None, "And?")
            self._services.events.conversation_changed.emit(self._services.store.conversation(shown))
        return "talk"

    def _search(self) -> str:
        field = self._assembly.content.sidebar.search_field
        field.setText("" if field.text() else "Question")
        return "search"


@pytest.mark.parametrize("seed", range(6))
def test_the_open_conversation_is_marked_whatever_is_done(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot, seed: int
) -> None:
    assembly = open_window(home=full)
    assembly.window.activateWindow()
    person = Person(assembly, seed)
    done = []

    for _ in range(_STEPS):
        done.append(person.act())
        assert_marked(assembly, " · ".join(done))


def test_what_was_found_in_the_open_conversation_is_marked(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(home=full)
    assembly.content.sidebar.list.conversation_chosen.emit(2)
    found = assembly.content.sidebar.results.model

    assembly.content.sidebar.search_field.setText("Question")
    qtbot.waitUntil(lambda: found.rowCount() > 1)

    def shown() -> set[int]:
        rows = map(found.index, range(found.rowCount()))
        return {row.data(HIT_ROLE).conversation_id for row in rows if row.data(IS_SHOWN_ROLE)}

    assert shown() == {2}
    assembly.content.sidebar.list.conversation_chosen.emit(4)
    assert shown() == {4}


def test_a_folder_that_is_deleted_leaves_the_mark_and_the_arrow_keys_where_they_were(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(home=full)
    view, model = assembly.content.sidebar.list, assembly.content.sidebar.conversations
    view.conversation_chosen.emit(3)
    view.setFocus()
    view.setCurrentIndex(model.index_of_folder(1))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert view.currentIndex().data(ConversationRole.ID) == 3

    view.conversation_chosen.emit(5)

    assert view.currentIndex().data(ConversationRole.ID) == 5
    assert view.marked_ids() == (5,)


def test_the_mark_is_seen_and_told_from_what_is_only_chosen(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(home=full)
    view, model = assembly.content.sidebar.list, assembly.content.sidebar.conversations
    view.conversation_chosen.emit(3)

    def line(conversation_id: int) -> QImage:
        place = view.visualRect(model.index_of(conversation_id))
        return view.viewport().grab(place.adjusted(0, 0, -place.width() + 6, 0)).toImage()

    view.selectAll()

    assert line(3) != line(4)
    view.clearSelection()
    assert line(3) != line(4)
