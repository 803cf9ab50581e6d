"""A running thought is followed from its start and whenever it is shown again, and has a way to its newest line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.inference.scripted_engine import Script, Step
from app.settings.choices import ThemeChoice
from tests.ui.conftest import OpenWindow, presenters_of
from tests.ui.held_events import HeldEvents, told_apart
from tests.ui.window_actions import ask, button, has_ended, last_reply, press, thought_in_pane
from ui.assembly import Assembly
from ui.chat.thoughts.thought_view import ThoughtView
from ui.chat.transcript.reply_card import VersionStep
from ui.widgets.end_button import EndButton

LONG = "".join(f"Step {number}, and what follows from it for both of the trains.\n\n" for number in range(60))
THINKS: tuple[Step, ...] = (*told_apart("<think>", LONG, letters=60), *told_apart("</think>", "Done."))


def start(open_window: OpenWindow, qtbot: QtBot, *turns: tuple[Step, ...]) -> tuple[Assembly, HeldEvents]:
    assembly = open_window(script=Script(turns=turns))
    assembly.window.resize(1200, 700)
    return assembly, HeldEvents(assembly, qtbot)


def view_of(assembly: Assembly) -> ThoughtView:
    return assembly.content.dock.pane.view


def end_button_of(view: ThoughtView) -> EndButton:
    (found,) = view.findChildren(EndButton)
    return found


def is_followed(view: ThoughtView) -> bool:
    """Whether the newest line is in sight, however the window lays itself out."""
    for _ in range(3):
        QApplication.processEvents()
    bar = view.verticalScrollBar()
    return bar.value() == bar.maximum() > 0 and not end_button_of(view).isVisible()


def think(assembly: Assembly, events: HeldEvents, *, steps: int) -> None:
    """Let the running thought come to so many steps."""
    events.give_until(lambda: f"Step {steps - 1}," in thought_in_pane(assembly))


def leave_and_come_back(assembly: Assembly) -> None:
    presenters_of(assembly).chat.show_conversation(None)
    QApplication.processEvents()
    presenters_of(assembly).chat.show_conversation(1)


def fold_and_open(assembly: Assembly) -> None:
    assembly.content.dock.toggle()
    QApplication.processEvents()
    assembly.content.dock.toggle()


def look_at_another_version(assembly: Assembly) -> None:
    for step in (-1, 1):
        asks = assembly.content.page.transcript.asks
        asks.version_asked.emit(VersionStep(last_reply(assembly).card.reply_id or 0, step))
        QApplication.processEvents()


def press_its_chip(assembly: Assembly) -> None:
    assembly.content.page.transcript.asks.thought_asked.emit(last_reply(assembly).card.message_id)


@pytest.mark.parametrize(
    "show_again",
    [leave_and_come_back, fold_and_open, look_at_another_version, press_its_chip],
    ids=lambda f: f.__name__,
)
def test_a_running_thought_that_is_shown_again_is_followed(
    open_window: OpenWindow, qtbot: QtBot, show_again: Callable[[Assembly], None]
) -> None:
    assembly, events = start(open_window, qtbot, told_apart("First."), THINKS)
    ask(assembly, "Well?")
    events.give_until(has_ended(assembly))
    press(button(last_reply(assembly), "Regenerate"))
    think(assembly, events, steps=20)
    assert is_followed(view_of(assembly))

    if show_again is not fold_and_open:  # which shows the same again
        view_of(assembly).verticalScrollBar().setValue(0)
    show_again(assembly)

    assert is_followed(view_of(assembly))
    think(assembly, events, steps=40)
    assert is_followed(view_of(assembly))
    show_again(assembly)
    think(assembly, events, steps=60)
    assert is_followed(view_of(assembly))
    events.give_until(has_ended(assembly))


def test_a_thought_gone_on_with_from_its_editor_is_followed(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, THINKS, THINKS)
    ask(assembly, "Well?")
    events.give_until(has_ended(assembly))
    press(button(assembly.content.dock.pane, "Edit and continue"))
    (editor,) = assembly.content.dock.pane.findChildren(QPlainTextEdit)
    editor.setPlainText("My own line.\n" * 60)

    press(button(assembly.content.dock.pane, "Think on from here"))
    think(assembly, events, steps=1)
    assert is_followed(view_of(assembly))
    think(assembly, events, steps=30)
    assert is_followed(view_of(assembly))
    events.give_until(has_ended(assembly))


def test_a_thought_is_followed_in_every_width_and_size_of_text(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, THINKS)
    ask(assembly, "Well?")
    think(assembly, events, steps=30)

    for width, scale in ((1500, 1.0), (1000, 1.5), (1200, 0.8)):
        assembly.window.resize(width, 700)
        assembly.theme.set_text_scale(scale)
        assert is_followed(view_of(assembly)), (width, scale)
    assembly.theme.set_text_scale(1.0)
    events.give_until(has_ended(assembly))


def test_who_reads_further_up_is_left_there_and_told_of_what_comes(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, THINKS)
    ask(assembly, "Well?")
    think(assembly, events, steps=30)
    view, bar = view_of(assembly), view_of(assembly).verticalScrollBar()
    to_end = end_button_of(view)

    bar.setValue(40)
    assert to_end.isVisible()
    assert not to_end.is_marked
    think(assembly, events, steps=40)

    assert bar.value() == 40
    assert to_end.is_marked
    assert to_end.accessibleName() == to_end.toolTip() == "The thought goes on below: go to its end (End)"
    assert view.rect().contains(to_end.geometry())
    press(to_end)
    assert is_followed(view)
    think(assembly, events, steps=50)
    assert is_followed(view)
    events.give_until(has_ended(assembly))


def test_the_newest_line_is_reached_by_keyboard(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, THINKS)
    ask(assembly, "Well?")
    think(assembly, events, steps=30)
    view = view_of(assembly)
    view.setFocus()
    text = QApplication.focusWidget()
    assert text is not None
    QTest.keyClick(text, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0

    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is end_button_of(view)
    QTest.keyClick(end_button_of(view), Qt.Key.Key_Space)
    assert is_followed(view)
    assert QApplication.focusWidget() is text

    QTest.keyClick(text, Qt.Key.Key_Home)
    QTest.keyClick(text, Qt.Key.Key_End)
    assert is_followed(view)
    events.give_until(has_ended(assembly))


def test_the_way_down_is_there_above_the_answer_in_a_narrow_window(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, THINKS)
    assembly.window.resize(700, 700)
    ask(assembly, "Well?")
    think(assembly, events, steps=20)
    press_its_chip(assembly)
    panel = last_reply(assembly).thought_panel
    assert panel is not None
    assert is_followed(panel.view)

    panel.view.verticalScrollBar().setValue(0)
    think(assembly, events, steps=30)
    to_end = end_button_of(panel.view)
    assert to_end.isVisible()
    assert to_end.is_marked
    press(to_end)
    think(assembly, events, steps=40)
    assert is_followed(panel.view)
    events.give_until(has_ended(assembly))


def test_a_finished_thought_begins_at_its_beginning_and_has_the_same_way_down(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly, events = start(open_window, qtbot, THINKS)
    ask(assembly, "Well?")
    events.give_until(has_ended(assembly))
    leave_and_come_back(assembly)
    view = view_of(assembly)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)

    assert view.verticalScrollBar().value() == 0
    to_end = end_button_of(view)
    assert to_end.isVisible()
    assert to_end.toolTip() == "Go to the end of the thought (End)"
    press(to_end)
    assert is_followed(view)


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_button_is_seen_on_either_ground(open_window: OpenWindow, qtbot: QtBot, theme: ThemeChoice) -> None:
    assembly, events = start(open_window, qtbot, THINKS)
    assembly.theme.choose(theme)
    ask(assembly, "Well?")
    think(assembly, events, steps=30)
    view = view_of(assembly)
    view.verticalScrollBar().setValue(0)
    think(assembly, events, steps=40)

    picture = view.grab().toImage()
    place = end_button_of(view).geometry()
    ground = picture.pixelColor(place.left() - 6, place.center().y())
    assert any(
        abs(picture.pixelColor(x, place.center().y()).lightness() - ground.lightness()) > 60
        for x in range(place.left(), place.right())
    )
    events.give_until(has_ended(assembly))
