"""The thinking control shows what a model has, and nothing else; the pane steers a thought only while it runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.inference.protocol import LoopNoticed
from app.inference.scripted_engine import Fail, Pause, Say, Script
from app.messages import RunId
from tests.ui.conftest import DEFAULT_TURN, SLOW_TURN, OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import answer_of, ask, button, has_ended, last_reply, press, thought_in_pane
from ui.assembly import Assembly
from ui.chat.thinking.thinking_control import ThinkingControl, shown_levels
from ui.chat.transcript.reply_card import ReplyPhase
from ui.theme.theme import Theme


@pytest.fixture
def control(qtbot: QtBot, theme: Theme) -> ThinkingControl:
    control = ThinkingControl()
    qtbot.addWidget(control)
    return control


def segments(control: ThinkingControl) -> list[str]:
    return [b.text() for b in control.findChildren(QPushButton) if b.isCheckable() and not b.isHidden()]


def checked(control: ThinkingControl) -> list[str]:
    return [b.text() for b in control.findChildren(QPushButton) if b.isChecked() and not b.isHidden()]


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ((), ()),
        (("off",), ()),
        (("on",), ("on",)),
        (("on", "off"), ("off", "on")),
        (("low", "medium", "high"), ("auto", "low", "medium", "high")),
        (("high", "low", "off", "on"), ("off", "on", "low", "high")),
    ],
)
def test_only_what_the_model_has_can_be_chosen(levels: tuple[str, ...], shown: tuple[str, ...]) -> None:
    assert shown_levels(levels) == shown


def test_a_model_that_does_not_think_has_no_control(control: ThinkingControl) -> None:
    control.show_levels(("off",), "auto")

    assert control.isHidden()
    assert control.chosen == ""


def test_auto_is_shown_as_the_level_it_means(control: ThinkingControl) -> None:
    control.show_levels(("off", "on"), "auto")
    assert checked(control) == ["On"]

    control.show_levels(("low", "medium", "high"), "auto")
    assert checked(control) == ["Auto"]


def test_a_level_that_another_model_lacks_falls_back_to_auto(control: ThinkingControl) -> None:
    control.show_levels(("off", "on"), "high")

    assert checked(control) == ["On"]


def test_a_model_that_always_thinks_says_so(control: ThinkingControl) -> None:
    control.show_levels(("on",), "auto")

    (only,) = [b for b in control.findChildren(QPushButton) if b.isCheckable()]
    assert only.text() == "Always thinks"
    assert "cannot be turned off" in only.toolTip()


def test_levels_are_chosen_by_mouse_and_arrow_keys(control: ThinkingControl, qtbot: QtBot) -> None:
    chosen: list[str] = []
    control.level_chosen.connect(chosen.append)
    control.show_levels(("off", "on", "low"), "auto")
    with qtbot.waitActive(control):
        control.show()

    press(button(control, "Low"))
    QTest.keyClick(button(control, "Low"), Qt.Key.Key_Left)
    control.choose_next()
    control.choose_next()

    assert chosen == ["low", "on", "low", "off"]
    assert checked(control) == ["Off"]


def test_in_little_room_there_is_a_menu_with_the_same_levels(control: ThinkingControl) -> None:
    control.show_levels(("off", "on"), "off")

    control.show_form(1)

    assert segments(control) == []
    assert button(control, "Thinking: Off").toolTip()


def test_another_model_brings_other_levels(control: ThinkingControl) -> None:
    control.show_levels(("off", "on"), "off")

    control.show_levels(("off", "low", "high"), "off")

    assert segments(control) == ["Off", "Auto", "Low", "High"]
    assert checked(control) == ["Off"]


def start_thinking(assembly: Assembly, qtbot: QtBot) -> None:
    ask(assembly, "Well?")
    qtbot.waitUntil(lambda: thought_in_pane(assembly) == "Hm.")


def steering(assembly: Assembly) -> list[str]:
    buttons = assembly.content.dock.pane.findChildren(QPushButton)
    return [b.text() for b in buttons if b.isVisible()]


def test_a_thought_can_be_steered_only_while_it_runs(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    assert steering(assembly) == []

    start_thinking(assembly, qtbot)
    assert steering(assembly) == ["Answer now", "Nudge…", "Outline"]

    assembly.content.sidebar.new_chat.click()
    assert steering(assembly) == []
    assembly.content.sidebar.list.conversation_chosen.emit(1)
    assert steering(assembly) == ["Answer now", "Nudge…", "Outline"]
    session_of(assembly).stop()
    qtbot.waitUntil(has_ended(assembly))
    assert steering(assembly) == ["Edit and continue…", "Outline", ""]


def test_escape_closes_the_nudge_and_lets_the_reply_run(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    start_thinking(assembly, qtbot)
    (edit,) = assembly.content.dock.pane.findChildren(QLineEdit)
    press(button(assembly.content.dock.pane, "Nudge"))
    assert edit.isVisible()

    QTest.keyClicks(edit, "look closer")
    QTest.keyClick(edit, Qt.Key.Key_Escape)

    assert not edit.isVisible()
    assert edit.text() == ""
    assert session_of(assembly).running_turn is not None


def test_a_thought_that_circles_is_told_quietly_in_the_pane(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    start_thinking(assembly, qtbot)
    turn = session_of(assembly).running_turn
    assert turn is not None

    services_of(assembly).broker.handle(LoopNoticed(RunId(turn.id), is_answer=False))

    def told() -> bool:
        labels = assembly.content.dock.pane.findChildren(QLabel)
        return "The thought goes round in circles" in {label.text() for label in labels if label.isVisible()}

    qtbot.waitUntil(told)
    assert steering(assembly).count("Answer now") == 2


@pytest.mark.parametrize("ends", [False, True])
def test_an_answer_that_circles_can_be_stopped_or_stops_by_itself(
    open_window: OpenWindow, qtbot: QtBot, *, ends: bool
) -> None:
    assembly = open_window(Say("So it is, "), Pause(60.0), Say("so it is."))
    assembly.kept.set(ends_loops=ends)
    ask(assembly, "Is it so?")
    turn = session_of(assembly).running_turn
    assert turn is not None
    qtbot.waitUntil(lambda: bool(turn.answer))
    notices = assembly.content.page.notices

    services_of(assembly).broker.handle(LoopNoticed(RunId(turn.id), is_answer=True))
    if not ends:
        assert notices.accessibleName() == "The answer goes round in circles. Stop it, or let it go on."
        notices.action.click()
    qtbot.waitUntil(has_ended(assembly))

    assert not notices.isVisible(), "there is nothing to stop"
    told = {label.text() for label in last_reply(assembly).findChildren(QLabel)}
    assert ("The reply was ended: it went round in circles." in told) is ends


def test_where_the_pane_is_folded_the_reply_itself_offers_to_answer_now(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    start_thinking(assembly, qtbot)
    offer = next(b for b in last_reply(assembly).findChildren(QPushButton) if b.text() == "Answer now")
    assert not offer.isVisible()

    assembly.content.dock.toggle()
    assert offer.isVisible()

    session_of(assembly).stop()
    qtbot.waitUntil(has_ended(assembly))
    assert not offer.isVisible()


def test_a_complete_reply_offers_no_continue(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))

    assert not last_reply(assembly).card.can_continue


def test_a_reply_that_broke_off_can_go_on_or_be_tried_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    fails = (Say("<think>a</think>Begun"), Fail("The template cannot be used.", "Choose another model."))
    assembly = open_window(script=Script(turns=(fails, (Say(", and done."),), DEFAULT_TURN)))
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    assert button(last_reply(assembly), "Try again")

    press(button(last_reply(assembly), "Continue"))
    qtbot.waitUntil(has_ended(assembly))

    assert answer_of(last_reply(assembly)) == "Begun, and done."
    assert last_reply(assembly).card.phase is ReplyPhase.COMPLETE
    assert last_reply(assembly).card.versions == 2


def test_a_failed_reply_without_text_has_nothing_to_go_on_from(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(Fail("It cannot.", "Try another."))
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))

    assert not last_reply(assembly).card.can_continue


def test_a_cut_reply_can_still_be_continued_after_a_restart(open_window: OpenWindow, qtbot: QtBot) -> None:
    first = open_window(Say("<think>a</think>Half"), Pause(30), Say(" whole"))
    ask(first, "Well?")
    qtbot.waitUntil(lambda: answer_of(last_reply(first)) == "Half")
    first.close()

    again = open_window(Say(", and whole"))
    press(button(last_reply(again), "Continue"))
    qtbot.waitUntil(has_ended(again))

    assert answer_of(last_reply(again)) == "Half, and whole"
    assert presenters_of(again).chat.conversation_id == 1
