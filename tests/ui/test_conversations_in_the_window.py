"""Moving, archiving, deleting and searching in the real window, on a real history."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.history import segmentation
from app.history.found_places import HitChoice
from app.history.records import MessageState, ReplyFigures
from app.history.search_hit import FoundIn
from app.history.store import HistoryStore
from app.paths import AppPaths
from tests.fakes.steps import reply_end
from tests.ui.conftest import OpenWindow, presenters_of, services_of
from tests.ui.window_actions import ask, button, has_ended
from ui.assembly import Assembly
from ui.chat.conversations.conversation_menu import CommandKind, ConversationCommand


@pytest.fixture
def full(paths: AppPaths) -> AppPaths:
    store = HistoryStore.open(paths.database)
    for title, question, thinking, answer in (
        ("Trains", "When do the locomotives meet?", "Relative velocity matters.", "At 13:24."),
        ("Bread", "How long does dough rise?", "Warmth speeds yeast.", "Two hours."),
        ("Ice", "Why does ice float?", "Density of water.", "It is lighter."),
    ):
        conversation = store.create_conversation(title)
        asked = store.add_question(conversation.id, None, question)
        for version in (answer, answer + " Surely."):
            reply = store.begin_reply(conversation.id, asked.id, "m")
            store.finish_reply(
                reply.id,
                reply_end(
                    raw="", thinking=thinking, answer=version, state=MessageState.COMPLETE, figures=ReplyFigures()
                ),
            )
    store.close()
    return paths


def wish(assembly: Assembly, kind: CommandKind, *ids: int, folder_id: int | None = None) -> None:
    assembly.content.sidebar.list.commanded.emit(ConversationCommand(kind, ids, folder_id))


def lines(assembly: Assembly) -> list[object]:
    model = assembly.content.sidebar.conversations
    return [model.index(row).data() for row in range(model.rowCount())]


def test_many_are_deleted_and_brought_back_at_once(full: AppPaths, open_window: OpenWindow) -> None:
    assembly = open_window(home=full)
    wish(assembly, CommandKind.DELETE, 1, 3)
    assert assembly.content.sidebar.conversations.ids() == [2]

    assembly.content.sidebar.undo_bar.undone.emit()

    assert sorted(assembly.content.sidebar.conversations.ids()) == [1, 2, 3]
    assert len(services_of(assembly).store.conversations()) == 3


def test_folders_pins_and_the_archive_are_kept_in_history(full: AppPaths, open_window: OpenWindow) -> None:
    assembly = open_window(home=full)
    wish(assembly, CommandKind.NEW_FOLDER, 1, 2)
    wish(assembly, CommandKind.PIN, 3)
    wish(assembly, CommandKind.ARCHIVE, 2)

    assert lines(assembly) == ["Pinned", "Ice", "New folder", "Trains", "Archive"]
    store = services_of(assembly).store
    assert store.conversation(1).folder_id == store.conversation(2).folder_id == 1
    assert store.conversation(2).archived_at is not None

    assembly.content.sidebar.list.folder_delete_asked.emit(1)
    assert lines(assembly) == ["Pinned", "Ice", "Today", "Trains", "Archive"]
    assembly.content.sidebar.list.undo_asked.emit()
    assert lines(assembly) == ["Pinned", "Ice", "New folder", "Trains", "Archive"]
    wish(assembly, CommandKind.MOVE, 1)
    wish(assembly, CommandKind.UNPIN, 3)
    wish(assembly, CommandKind.UNARCHIVE, 2)
    assert sorted(map(str, lines(assembly))) == ["Bread", "Ice", "New folder", "Today", "Trains"]


def test_typing_searches_and_a_hit_shows_its_branch(full: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=full)
    sidebar = assembly.content.sidebar
    QTest.keyClicks(sidebar.search_field, "veloc")
    qtbot.waitUntil(lambda: len(sidebar.results.model.hits()) == 2)
    assert sidebar.results.isVisible()
    assert {hit.found_in for hit in sidebar.results.model.hits()} == {FoundIn.THINKING}
    older = sidebar.results.model.hits()[1]

    with qtbot.waitSignal(presenters_of(assembly).search.hit_chosen) as chosen:
        sidebar.results.hit_chosen.emit(older)

    assert chosen.args == [HitChoice(1, older.message_id, "veloc", FoundIn.THINKING, "velocity")]
    store = services_of(assembly).store
    assert store.conversation(1).leaf_id == older.message_id
    assert presenters_of(assembly).chat.conversation_id == 1


def test_an_index_that_another_version_has_fed_is_fed_again_beside_the_window(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = segmentation.segmented
    monkeypatch.setattr(segmentation, "VERSION", "another")
    monkeypatch.setattr(
        segmentation, "segmented", lambda text: usual(text).replace("lo", f"l{segmentation.SEPARATOR}o")
    )
    monkeypatch.setattr("ui.chat.search.search_index._FIRST_MS", 0)
    assembly = open_window(home=full)

    qtbot.waitUntil(services_of(assembly).store.is_search_index_whole)

    assert [hit.message_id for hit in services_of(assembly).store.search("comotives")] == []
    assert [hit.message_id for hit in services_of(assembly).store.search("ocomotives")] == [1]


def test_the_search_is_driven_by_the_keyboard(full: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=full)
    sidebar = assembly.content.sidebar
    QTest.keyClicks(sidebar.search_field, "dough")
    qtbot.waitUntil(lambda: len(sidebar.results.model.hits()) == 1)

    QTest.keyClick(sidebar.search_field, Qt.Key.Key_Down)
    with qtbot.waitSignal(presenters_of(assembly).search.hit_chosen):
        QTest.keyClick(sidebar.results.list, Qt.Key.Key_Return)
    QTest.keyClick(sidebar.results.list, Qt.Key.Key_Escape)

    assert sidebar.search_field.text() == ""
    assert assembly.content.sidebar.list.isVisible()


def test_what_is_not_found_says_so(full: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=full)
    sidebar = assembly.content.sidebar
    sidebar.search_field.setText("xylophone")

    qtbot.waitUntil(sidebar.results.isVisible)

    assert sidebar.results.model.rowCount() == 0


def test_the_newest_query_wins(full: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=full)
    sidebar = assembly.content.sidebar
    for query in ("i", "ic", "ice", "wat", "water"):
        sidebar.search_field.setText(query)
        qtbot.wait(20)

    qtbot.waitUntil(lambda: [hit.title for hit in sidebar.results.model.hits()] == ["Ice", "Ice"])


def test_ctrl_shift_f_goes_to_the_search_also_when_the_sidebar_is_hidden(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(home=full)
    window = assembly.window
    window.resize(700, 700)
    assert assembly.content.sidebar.isHidden()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    QTest.keyClick(window, Qt.Key.Key_F, both)

    assert assembly.content.sidebar.isVisible()
    assert assembly.content.sidebar.search_field.hasFocus()


def test_closed_folders_and_an_open_archive_are_remembered(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    wish(assembly, CommandKind.NEW_FOLDER, 1, 2)
    wish(assembly, CommandKind.ARCHIVE, 3)
    model = assembly.content.sidebar.conversations
    (folder,) = model.folders()
    model.toggle(model.index_of_folder(folder.id).row())
    model.toggle(model.rowCount() - 1)
    shown = lines(assembly)
    assembly.close()

    again = open_window(home=full).content.sidebar.conversations
    assert [one.is_open for one in again.folders()] == [False]
    assert again.is_archive_open
    assert [again.index(row).data() for row in range(again.rowCount())] == shown


def test_enter_presses_the_button_that_has_the_keyboard(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    asked: list[bool] = []
    assembly.content.sidebar.settings_asked.connect(lambda: asked.append(True))
    settings = button(assembly.content.sidebar, "Settings")
    settings.setFocus()
    QTest.keyClick(settings, Qt.Key.Key_Return)
    assert asked == [True]


def test_keys_that_go_to_another_conversation_mark_it_alone(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    handle = assembly.window.windowHandle()
    for question in ("One?", "Two?"):
        presenters_of(assembly).chat.show_conversation(None)
        ask(assembly, question)
        qtbot.waitUntil(has_ended(assembly))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyPress(handle, Qt.Key.Key_Control)
        QTest.keyClick(handle, key, Qt.KeyboardModifier.ControlModifier)
        QTest.keyRelease(handle, Qt.Key.Key_Control)
        assert assembly.content.sidebar.list.marked_ids() == (presenters_of(assembly).chat.conversation_id,)
