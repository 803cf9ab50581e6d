"""Windows open no larger than the screen, and their parts give way to each other."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from app.paths import AppPaths
from app.settings import SettingsFile
from tests.ui.conftest import OpenWindow
from tests.ui.window_actions import press
from ui.widgets.sidebar_switch import SidebarSwitch
from ui.widgets.window_size import bring_onto_screen, open_at


def test_a_window_opens_as_large_as_it_wants_where_there_is_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    open_at(window, 300, 200)

    assert (window.width(), window.height()) == (300, 200)


def test_a_window_opens_within_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    open_at(window, 100_000, 100_000)

    room = window.screen().availableSize()
    assert 0 < window.width() < room.width()
    assert 0 < window.height() < room.height()


def test_a_window_whose_screen_is_gone_comes_back_and_another_stays(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 50, 300, 200)
    window.show()
    bring_onto_screen(window)
    assert window.geometry().topLeft().toTuple() == (40, 50)

    window.move(5000, 5000)
    bring_onto_screen(window)
    assert window.screen().availableGeometry().contains(window.frameGeometry())


def test_a_small_screen_is_not_left_for_what_the_window_could_do_with(qtbot: QtBot) -> None:
    window, content = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(480, 420)
    content.setMinimumWidth(100_000)
    window.setCentralWidget(content)
    open_at(window, 1240, 800)

    assert window.width() < window.screen().availableSize().width()


def test_the_window_takes_the_whole_screen_and_gives_it_back(open_window: OpenWindow) -> None:
    assembly = open_window()
    action = assembly.actions.action("full_screen")

    action.perform()
    assert assembly.window.isFullScreen()
    action.perform()
    assert not assembly.window.isFullScreen()


def test_the_thought_gives_way_where_the_conversations_take_its_room(open_window: OpenWindow) -> None:
    content = open_window().content
    content.window().resize(900, 700)
    assert not content.is_narrow

    content.toggle_sidebar()
    assert content.is_narrow

    content.toggle_sidebar()
    assert not content.is_narrow


def test_the_thought_has_a_share_of_the_window_until_its_edge_is_drawn(open_window: OpenWindow) -> None:
    assembly = open_window()
    content = assembly.content
    widths = []
    for width in (1040, 1280, 1920, 2560):
        content.window().resize(width, 900)
        widths.append(content.dock.width())
    assert widths == sorted(set(widths))
    assert widths[-1] == 640
    assert widths[1] < 380

    splitter = content.dock.parentWidget()
    assert isinstance(splitter, QSplitter)
    splitter.moveSplitter(splitter.width() - 900, 1)
    drawn = content.dock.width()
    assert assembly.settings().thinking_pane_width == drawn > 850
    content.window().resize(1280, 900)
    assert content.page.width() > 400  # the answer is read beside it
    content.window().resize(2560, 900)
    assert content.dock.width() == drawn


def test_without_room_for_both_the_conversations_take_the_place_of_the_page_until_one_is_chosen(
    open_window: OpenWindow, paths: AppPaths
) -> None:
    SettingsFile(paths.settings_file).update(text_scale=2.0)
    content = open_window().content
    content.window().resize(700, 700)
    assert content.sidebar.isHidden()

    content.toggle_sidebar()
    assert (content.sidebar.isVisible(), content.page.isVisible()) == (True, False)
    (switch,) = content.sidebar.findChildren(SidebarSwitch)
    press(switch)
    assert (content.sidebar.isVisible(), content.page.isVisible()) == (False, True)

    content.toggle_sidebar()
    press(content.sidebar.new_chat)
    assert (content.sidebar.isVisible(), content.page.isVisible()) == (False, True)
