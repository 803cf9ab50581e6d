from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.chat.conversation_entry import ConversationEntry, ConversationRename, DateGroup, date_group
from ui.chat.conversation_list import ConversationList
from ui.chat.conversation_model import ConversationModel, ConversationRole
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


def shown(model: ConversationModel) -> list[object]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_conversations_are_grouped_by_day_newest_first(model: ConversationModel) -> None:
    assert shown(model) == ["Today", "Trains", "Regex", "Yesterday", "Tax", "Earlier", "Ice"]


def test_qt_accepts_the_model_through_all_changes(model: ConversationModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.put(ConversationEntry(9, "New", NOON + 60))
    model.remove(3)
    model.set_running(frozenset({9}))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]

    assert model.ids() == [9, 2, 4, 1]


@pytest.mark.parametrize(
    ("days_ago", "group"),
    [
        (-1, DateGroup.TODAY),
        (0, DateGroup.TODAY),
        (1, DateGroup.YESTERDAY),
        (2, DateGroup.THIS_WEEK),
        (6, DateGroup.THIS_WEEK),
        (7, DateGroup.EARLIER),
    ],
)
def test_a_conversation_stands_in_the_group_of_its_day(days_ago: int, group: DateGroup) -> None:
    assert date_group(NOON - days_ago * DAY_S, TODAY) is group


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
    with qtbot.waitSignal(view.delete_asked) as asked:
        QTest.keyClick(view, Qt.Key.Key_Delete)

    assert asked.args == [3]


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


def test_the_menu_of_a_conversation_offers_rename_and_delete(view: ConversationList) -> None:
    menu = view.menu_for(2)

    assert [action.text() for action in menu.actions()] == ["Rename", "Delete"]


def test_a_conversation_being_written_says_so_to_a_screen_reader(model: ConversationModel) -> None:
    model.set_running(frozenset({2}))

    assert model.index_of(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Trains, writing"
