from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QDate, QLocale, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.history.conversation_lines import (
    ConversationEntry,
    ConversationRename,
    FolderLine,
    FolderRename,
    Section,
    SectionKind,
    section_of,
)
from ui.chat.conversations.conversation_list import ConversationList, more_place
from ui.chat.conversations.conversation_menu import CommandKind, ConversationCommand
from ui.chat.conversations.conversation_model import ConversationModel, ConversationRole
from ui.theme.theme import Theme
from ui.widgets.pulse import Pulse

TODAY = dt.date(2026, 3, 18)
NOON = dt.datetime(2026, 3, 18, 12).timestamp()
DAY_S = 24 * 3600.0


@pytest.fixture
def model() -> ConversationModel:
    model = ConversationModel(today=lambda: TODAY)
    model.show_entries(
        [
            ConversationEntry(1, "Ice", NOON - 40 * DAY_S),
            ConversationEntry(2, "Trains", NOON),
            ConversationEntry(3, "Tax", NOON - DAY_S),
            ConversationEntry(4, "Regex", NOON - 60),
        ]
    )
    return model


@pytest.fixture
def view(model: ConversationModel, theme: Theme, qtbot: QtBot) -> ConversationList:
    view = ConversationList(model, theme, Pulse(theme))
    qtbot.addWidget(view)
    view.resize(240, 400)
    view.show()
    return view


def month(year: int, number: int) -> str:
    words = "MMMM" if year == dt.date.today().year else "MMMM yyyy"
    return str(QLocale().toString(QDate(year, number, 1), words))


def shown(model: ConversationModel) -> list[object]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_conversations_are_grouped_by_day_newest_first(model: ConversationModel) -> None:
    assert shown(model) == ["Today", "Trains", "Regex", "Yesterday", "Tax", month(2026, 2), "Ice"]


def test_qt_accepts_the_model_through_all_changes(model: ConversationModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.put(ConversationEntry(9, "New", NOON + 60))
    model.remove(3)
    model.set_running(frozenset({9}))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]

    assert model.ids() == [9, 2, 4, 1]


@pytest.mark.parametrize(
    ("days_ago", "section"),
    [
        (-1, Section(SectionKind.TODAY)),
        (0, Section(SectionKind.TODAY)),
        (1, Section(SectionKind.YESTERDAY)),
        (2, Section(SectionKind.LAST_7_DAYS)),
        (7, Section(SectionKind.LAST_7_DAYS)),
        (8, Section(SectionKind.LAST_30_DAYS)),
        (30, Section(SectionKind.LAST_30_DAYS)),
        (31, Section(SectionKind.MONTH, 2026, 2)),
        (400, Section(SectionKind.MONTH, 2025, 2)),
    ],
)
def test_a_conversation_stands_below_the_heading_of_its_day(days_ago: int, section: Section) -> None:
    assert section_of(NOON - days_ago * DAY_S, TODAY) == section


@pytest.mark.parametrize("moment", [-1e18, 0.0, 1e18, float("-inf")])
def test_a_time_that_no_calendar_has_is_shown_somewhere(model: ConversationModel, moment: float) -> None:
    model.put(ConversationEntry(9, "Odd", moment))

    assert 9 in model.ids()
    assert all(isinstance(text, str) for text in shown(model))


def test_the_lines_of_groups_cannot_be_chosen(model: ConversationModel) -> None:
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_a_new_title_is_asked_for_and_shown_only_when_it_is_given(model: ConversationModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.rename_asked) as asked:
        model.setData(model.index_of(2), "  Two\n trains ")

    assert asked.args == [ConversationRename(2, "Two trains")]
    assert model.title(2) == "Trains"


@pytest.mark.parametrize("title", ["", "   ", "\n"])
def test_an_empty_title_is_refused(model: ConversationModel, title: str) -> None:
    assert not model.setData(model.index_of(2), title)


def test_the_arrow_keys_choose_conversations_and_skip_the_lines_of_groups(view: ConversationList, qtbot: QtBot) -> None:
    view.set_chosen(4)
    with qtbot.waitSignal(view.conversation_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Down)

    assert chosen.args == [3]


def test_what_is_shown_by_others_does_not_count_as_a_choice(view: ConversationList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.conversation_chosen):
        view.set_chosen(2)
        view.set_chosen(None)


def test_the_chosen_conversation_stays_chosen_when_the_list_changes(
    view: ConversationList, model: ConversationModel
) -> None:
    view.set_chosen(3)

    model.put(ConversationEntry(9, "New", NOON + 60))

    assert view.currentIndex().data(ConversationRole.ID) == 3


def test_del_asks_for_deletion(view: ConversationList, qtbot: QtBot) -> None:
    view.set_chosen(3)
    with qtbot.waitSignal(view.commanded) as asked:
        QTest.keyClick(view, Qt.Key.Key_Delete)

    assert asked.args == [ConversationCommand(CommandKind.DELETE, (3,))]


def test_f2_renames_in_place(view: ConversationList, model: ConversationModel, qtbot: QtBot) -> None:
    view.set_chosen(3)
    view.setFocus()
    with qtbot.waitSignal(model.rename_asked) as asked:
        QTest.keyClick(view, Qt.Key.Key_F2)
        editor = view.viewport().focusWidget() or view.focusWidget()
        assert editor is not None
        QTest.keyClicks(editor, "Tax again")
        QTest.keyClick(editor, Qt.Key.Key_Return)

    assert asked.args == [ConversationRename(3, "Tax again")]


def test_a_title_that_is_being_typed_goes_with_its_conversation(
    view: ConversationList, model: ConversationModel, qtbot: QtBot
) -> None:
    view.set_chosen(3)
    view.edit(model.index_of(3))
    field = view.findChild(QLineEdit)
    assert field is not None
    field.setText("Levies")

    model.put(ConversationEntry(5, "New", NOON + 30))
    model.put(ConversationEntry(3, "Tax", NOON + 60))
    model.remove(4)

    assert (field.isVisible(), field.text()) == (True, "Levies")
    qtbot.waitUntil(lambda: view.visualRect(model.index_of(3)).contains(field.geometry().center()))
    with qtbot.waitSignal(model.rename_asked) as asked:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == [ConversationRename(3, "Levies")]
    assert view.marked_ids() == (3,)


def test_the_menu_of_one_conversation_offers_everything_and_of_many_what_fits_many(view: ConversationList) -> None:
    def texts(*ids: int) -> list[str]:
        return [action.text() for action in view.menu_for(*ids).actions() if action.text()]

    assert texts(2)[:-1] == ["Rename", "Pin", "Move to folder", "Archive", "Export…", "Print…", "Delete"]
    assert texts(2)[-1] == "Forget everything of this conversation…"
    assert texts(2, 3)[:-1] == ["Pin", "Move to folder", "Archive", "Export…", "Delete"]
    assert texts(2, 3)[-1] == "Forget everything of these conversations…"


def test_a_conversation_being_written_says_so_to_a_screen_reader(model: ConversationModel) -> None:
    model.set_running(frozenset({2}))

    assert model.index_of(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Trains, writing"


def test_pinned_ones_stand_first_folders_hold_theirs_and_the_archive_is_last(model: ConversationModel) -> None:
    model.show_folders([FolderLine(7, "Work")])
    model.put(
        ConversationEntry(1, "Ice", NOON - 40 * DAY_S, is_pinned=True),
        ConversationEntry(3, "Tax", NOON - DAY_S, folder_id=7),
        ConversationEntry(4, "Regex", NOON - 60, is_archived=True),
    )

    assert shown(model) == ["Pinned", "Ice", "Work", "Tax", "Today", "Trains", "Archive"]
    model.toggle(6)
    model.toggle(2)
    assert shown(model) == ["Pinned", "Ice", "Work", "Today", "Trains", "Archive", "Regex"]
    assert model.ids() == [1, 2, 4, 3]


def test_a_conversation_in_a_folder_that_is_gone_stands_below_its_date(model: ConversationModel) -> None:
    model.put(ConversationEntry(3, "Tax", NOON, folder_id=99))

    assert 3 in model.ids()
    assert model.index_of(3).isValid()


def test_what_hides_in_a_closed_folder_is_revealed_when_it_is_shown(
    model: ConversationModel, view: ConversationList
) -> None:
    model.show_folders([FolderLine(7, "Work")])
    model.put(ConversationEntry(3, "Tax", NOON, folder_id=7))
    model.toggle(model.index_of_folder(7).row())
    assert not model.index_of(3).isValid()

    view.set_chosen(3)

    assert view.currentIndex().data(ConversationRole.ID) == 3


def test_folders_are_opened_and_closed_by_keyboard_and_mouse(
    model: ConversationModel, view: ConversationList, qtbot: QtBot
) -> None:
    model.show_folders([FolderLine(7, "Work")])
    model.put(ConversationEntry(3, "Tax", NOON, folder_id=7))
    view.setFocus()
    view.setCurrentIndex(model.index_of_folder(7))

    QTest.keyClick(view, Qt.Key.Key_Left)
    assert not model.index_of(3).isValid()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert model.index_of(3).isValid()
    place = view.visualRect(model.index_of_folder(7)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert not model.index_of(3).isValid()


def test_a_folder_is_renamed_and_deleted_by_keyboard(
    model: ConversationModel, view: ConversationList, qtbot: QtBot
) -> None:
    model.show_folders([FolderLine(7, "Work")])
    view.setFocus()
    view.setCurrentIndex(model.index_of_folder(7))
    with qtbot.waitSignal(model.folder_rename_asked) as renamed:
        QTest.keyClick(view, Qt.Key.Key_F2)
        editor = view.viewport().focusWidget() or view.focusWidget()
        assert editor is not None
        QTest.keyClicks(editor, "Play")
        QTest.keyClick(editor, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.folder_delete_asked) as deleted:
        QTest.keyClick(view, Qt.Key.Key_Delete)

    assert renamed.args == [FolderRename(7, "Play")]
    assert deleted.args == [7]


def test_marking_several_shows_none_of_them_and_keys_are_for_all(
    model: ConversationModel, view: ConversationList, qtbot: QtBot
) -> None:
    view.set_chosen(2)
    with qtbot.assertNotEmitted(view.conversation_chosen):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.marked_ids() == (2, 4, 3)

    for key, modifier, kind in (
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, CommandKind.PIN),
        (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier, CommandKind.ARCHIVE),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, CommandKind.DELETE),
    ):
        with qtbot.waitSignal(view.commanded) as asked:
            QTest.keyClick(view, key, modifier)
        assert asked.args == [ConversationCommand(kind, (2, 4, 3))]


def test_marks_stay_when_the_list_changes(model: ConversationModel, view: ConversationList) -> None:
    view.set_chosen(2)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    model.put(ConversationEntry(9, "New", NOON + 60))

    assert set(view.marked_ids()) == {2, 4}


def test_conversations_dropped_on_a_folder_ask_to_be_moved(model: ConversationModel, qtbot: QtBot) -> None:
    model.show_folders([FolderLine(7, "Work")])
    data = model.mimeData([model.index_of(2), model.index_of(3)])
    with qtbot.waitSignal(model.commanded) as asked:
        model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, model.index_of_folder(7))
    assert asked.args == [ConversationCommand(CommandKind.MOVE, (2, 3), 7)]

    with qtbot.waitSignal(model.commanded) as asked:
        model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, model.index_of(4))
    assert asked.args == [ConversationCommand(CommandKind.MOVE, (2, 3), None)]


def test_a_click_on_the_dots_opens_the_menu_of_a_line_and_shows_no_conversation(
    view: ConversationList, model: ConversationModel, qtbot: QtBot
) -> None:
    index = model.index_of(model.ids()[1])
    line = view.visualRect(index)
    view.clearFocus()
    with qtbot.assertNotEmitted(view.conversation_chosen):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=more_place(line.adjusted(0, 1, 0, -1)).center()
        )
    (menu,) = view.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)

    assert [action.text() for action in menu.actions()][:2] == ["Rename", "Pin"]
    assert all(action.shortcut().isEmpty() for action in menu.actions()), "no key is promised that does something else"
    menu.close()
