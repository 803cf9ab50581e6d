"""Thoughts in the real window: found, gone to from a search, steered and edited where the window is narrow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.history.found_places import FoundPlace, FoundPlaces, HitChoice
from app.history.records import MessageState, ReplyFigures
from app.history.search_hit import FoundIn
from app.history.store import HistoryStore
from app.inference.scripted_engine import Pause, Say, Script
from app.paths import AppPaths
from tests.fakes.steps import reply_end
from tests.ui.conftest import DEFAULT_TURN, SLOW_TURN, OpenWindow, presenters_of, session_of
from tests.ui.window_actions import answer_of, ask, button, has_ended, last_reply, press, thought_in_pane
from ui.assembly import Assembly
from ui.chat.search.find_bar import FindBar
from ui.chat.thoughts.thought_panel import ThoughtPanel
from ui.chat.transcript.reply_card import MessageEdit, ReplyPhase, VersionStep
from ui.widgets.hint_edit import HintEdit

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def talk(open_window: OpenWindow, paths: AppPaths, qtbot: QtBot) -> Assembly:
    """Open three turns; “needle” stands in the first question, the second thought (twice) and the third answer."""
    store = HistoryStore.open(paths.database)
    conversation = store.create_conversation("Haystack")
    leaf = None
    for question, thinking, answer in (
        ("Where is the needle?", "Let me look.", "In the hay."),
        ("Sure?", "Hay.\n" * 300 + "A needle, or a Needle.\n" + "More.\n" * 50, "Yes."),
        ("Really?", "Hm.", "The needle is there."),
    ):
        asked = store.add_question(conversation.id, leaf, question)
        reply = store.begin_reply(conversation.id, asked.id, "m")
        store.finish_reply(
            reply.id,
            reply_end(raw="", thinking=thinking, answer=answer, state=MessageState.COMPLETE, figures=ReplyFigures()),
        )
        leaf = reply.id
    store.close()
    assembly = open_window()
    assembly.window.resize(1200, 700)
    presenters_of(assembly).chat.show_conversation(conversation.id)
    return assembly


def find(assembly: Assembly, words: str) -> tuple[FindBar, QLabel]:
    """Open the bar and type; returns it and the label that counts."""
    QTest.keyClick(assembly.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    (bar,) = assembly.window.findChildren(FindBar)
    QTest.keyClicks(bar.focusWidget(), words)
    return bar, next(label for label in bar.findChildren(QLabel))


def hit_in_sight(assembly: Assembly) -> bool:
    """Whether the second thought is shown with its hit in view."""
    view = assembly.content.dock.pane.view
    if view.hit_count != 2:
        return False
    top = view.document.hit_rect(0).top() - view.verticalScrollBar().value()
    return 0 <= top <= view.viewport().height()


def test_words_are_found_in_questions_thoughts_and_answers_in_the_order_of_reading(
    talk: Assembly, qtbot: QtBot
) -> None:
    bar, count = find(talk, "needle")
    qtbot.waitUntil(lambda: count.text().endswith("of 4"))
    places = []
    for _ in range(5):
        places.append((count.text().split()[0], thought_in_pane(talk)[:4]))
        QTest.keyClick(bar.focusWidget(), Qt.Key.Key_F3)
        if places[-1][0] == "1":
            qtbot.waitUntil(lambda: hit_in_sight(talk))

    numbers = [number for number, _ in places]
    assert sorted(numbers[:4]) == ["1", "2", "3", "4"]
    assert numbers[0] == numbers[4]
    assert {thought for number, thought in places if number in ("2", "3")} == {"Hay."}


def test_a_thought_found_by_a_search_is_opened_at_the_words(talk: Assembly, qtbot: QtBot) -> None:
    talk.content.dock.set_collapsed(collapsed=True)
    message_id = next(m.id for m in session_of(talk).branch(1) if m.thinking.startswith("Hay."))

    presenters_of(talk).search.hit_chosen.emit(HitChoice(1, message_id, "needle", FoundIn.THINKING, "needle"))

    assert not talk.content.dock.is_collapsed
    qtbot.waitUntil(lambda: hit_in_sight(talk))
    assert thought_in_pane(talk).startswith("Hay.")
    qtbot.wait(150)
    assert thought_in_pane(talk).startswith("Hay."), "what was asked for stays, whichever reply is in view"


def test_a_thought_found_by_a_search_is_unfolded_above_its_answer_in_a_narrow_window(
    talk: Assembly, qtbot: QtBot
) -> None:
    talk.window.resize(700, 700)
    reply = next(m for m in session_of(talk).branch(1) if m.thinking.startswith("Hay."))

    presenters_of(talk).search.hit_chosen.emit(HitChoice(1, reply.id, "needle", FoundIn.THINKING, "needle"))

    view = talk.content.page.transcript.reply(reply.id)
    assert view is not None
    panel = view.thought_panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.view.hit_count == 2 and panel.view.verticalScrollBar().value() > 1000)
    assert not panel.visibleRegion().isEmpty()


def test_hits_are_counted_while_a_reply_streams(open_window: OpenWindow, qtbot: QtBot) -> None:
    thought = (Say("<think>\nOne train."), Pause(0.2), Say(" A train more."))
    assembly = open_window(*thought, Say("</think>Train "), Pause(0.2), Say("train."))
    ask(assembly, "A train?")
    qtbot.waitUntil(lambda: "One" in thought_in_pane(assembly))

    _, count = find(assembly, "train")
    qtbot.waitUntil(has_ended(assembly))

    qtbot.waitUntil(lambda: count.text().endswith("of 5"))


def narrow_panel(assembly: Assembly) -> ThoughtPanel:
    panel = last_reply(assembly).thought_panel
    assert panel is not None
    return panel


def test_a_thought_is_edited_by_keyboard_in_a_narrow_window(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=(DEFAULT_TURN, (Say(" So it is."), Say("</think>"), Say("No.")))))
    window = assembly.window
    window.resize(700, 700)
    ask(assembly, "Is it so?")
    qtbot.waitUntil(has_ended(assembly))

    QTest.keyClick(window, Qt.Key.Key_E, CTRL_SHIFT)
    (text,) = narrow_panel(assembly).findChildren(QPlainTextEdit)
    assert text.hasFocus()
    text.setPlainText("I doubt it.")
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(has_ended(assembly))

    assert answer_of(last_reply(assembly)).strip() == "No."
    assert narrow_panel(assembly).view.text() == "I doubt it. So it is."
    assert last_reply(assembly).card.versions == 2


def test_what_is_edited_goes_along_when_the_window_becomes_narrow_or_wide(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    window = assembly.window
    window.resize(1200, 700)
    ask(assembly, "Is it so?")
    qtbot.waitUntil(has_ended(assembly))
    press(button(assembly.content.dock.pane, "Edit and continue"))
    editor_of(assembly.content.dock.pane).setPlainText("Half a thou")

    window.resize(700, 700)
    assert not assembly.content.dock.pane.is_editing
    assert editor_of(narrow_panel(assembly)).toPlainText() == "Half a thou"
    editor_of(narrow_panel(assembly)).setPlainText("Half a thought")
    window.resize(1200, 700)

    assert assembly.content.dock.pane.is_editing
    assert editor_of(assembly.content.dock.pane).toPlainText() == "Half a thought"


def test_a_running_thought_stays_in_the_pane_while_the_next_question_waits(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    second = (Say("<think>\nAnother.\n\n"), Pause(30.0))
    assembly = open_window(script=Script(turns=(SLOW_TURN, second)))
    ask(assembly, "Is it so?")
    qtbot.waitUntil(lambda: thought_in_pane(assembly) == "Hm.")

    ask(assembly, "And this?")
    qtbot.waitUntil(lambda: last_reply(assembly).card.phase is ReplyPhase.WAITING)
    assert thought_in_pane(assembly) == "Hm."

    session_of(assembly).stop()
    qtbot.waitUntil(lambda: thought_in_pane(assembly) == "Another.")
    session_of(assembly).stop_all()
    qtbot.waitUntil(has_ended(assembly))


def test_a_running_thought_is_nudged_and_ended_in_a_narrow_window(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    window = assembly.window
    window.resize(700, 700)
    ask(assembly, "Is it so?")
    qtbot.waitUntil(lambda: bool(thought_in_pane(assembly)))

    nudges: list[str] = []
    assembly.content.dock.pane.steering.nudged.connect(nudges.append)
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert button(narrow_panel(assembly), "Nudge").isVisible()
    QTest.keyClick(window, Qt.Key.Key_N, CTRL_SHIFT)
    (hint,) = narrow_panel(assembly).findChildren(HintEdit)
    assert hint.hasFocus()
    QTest.keyClicks(hint, "Mind the gap")
    QTest.keyClick(hint, Qt.Key.Key_Return)
    assert nudges == ["Mind the gap"]
    assert not hint.isVisible(), "Enter is not pressed a second time, on the button that has the keyboard now"

    asked: list[bool] = []
    assembly.content.dock.pane.steering.answer_now_asked.connect(lambda: asked.append(True))
    QTest.keyClick(window, Qt.Key.Key_A, CTRL_SHIFT)
    assert asked
    assert button(last_reply(assembly), "Answer now").isVisible()
    session_of(assembly).stop()
    qtbot.waitUntil(has_ended(assembly))


def editor_of(parent: QWidget) -> QPlainTextEdit:
    (text,) = parent.findChildren(QPlainTextEdit)
    return text


def test_places_stay_in_order_when_hits_come_and_go() -> None:
    thought, answer, question = FoundPlace(2, True), FoundPlace(2), FoundPlace(1)
    found = FoundPlaces((1, 2), ((answer, 2), (thought, 1), (question, 1)))
    found.begin_at(2)
    assert (found.current, found.number, found.total) == (thought, 2, 4)

    found.put(thought, 3)
    found.step(1)
    found.step(1)
    assert (found.number, found.total) == (4, 6)
    found.step(1)
    assert (found.current, found.number) == (answer, 5)
    found.put(answer, 0)
    assert (found.number, found.total) == (0, 4)
    found.step(-1)
    assert (found.current, found.number) == (thought, 4)
    found.step(1)
    assert (found.current, found.number) == (question, 1)


def marks_of(assembly: Assembly) -> list[str]:
    """Return what the last reply and the pane say of edits."""
    labels = [*last_reply(assembly).findChildren(QLabel), *assembly.content.dock.pane.findChildren(QLabel)]
    return [label.text() for label in labels if label.isVisible() and "edited" in label.text()]


def test_an_edited_thought_says_so_and_an_unchanged_one_does_not(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=(DEFAULT_TURN, (Say("No."),), (Say("Yes."),))))
    assembly.window.resize(1200, 700)
    ask(assembly, "Is it so?")
    qtbot.waitUntil(has_ended(assembly))
    assert marks_of(assembly) == []

    for change, expected in (("", False), ("Surely. ", True)):
        press(button(assembly.content.dock.pane, "Edit and continue"))
        editor = editor_of(assembly.content.dock.pane)
        editor.setPlainText(change + editor.toPlainText())
        press(button(assembly.content.dock.pane, "Answer from it"))
        qtbot.waitUntil(has_ended(assembly))
        qtbot.waitUntil(lambda: last_reply(assembly).card.phase == "complete")
        marks = marks_of(assembly)
        assert bool(marks) is expected
    assert marks[0] == "Thought edited"
    assert marks[1].endswith("edited")


def test_an_edited_answer_says_so_to_the_eye_and_to_assistive_technology(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Is it so?")
    qtbot.waitUntil(has_ended(assembly))
    view = last_reply(assembly)

    asks = assembly.content.page.transcript.asks
    asks.edited.emit(MessageEdit(view.card.reply_id or 0, "All is lost.", is_reply=True))
    qtbot.waitUntil(lambda: answer_of(last_reply(assembly)) == "All is lost.")

    (label,) = [found for found in last_reply(assembly).findChildren(QLabel) if found.text() == "Answer edited"]
    assert label.isVisible()
    assert label.accessibleName() == "Answer edited"
    asks.version_asked.emit(VersionStep(last_reply(assembly).card.reply_id or 0, -1))
    qtbot.waitUntil(lambda: answer_of(last_reply(assembly)).startswith("All is well"))
    assert marks_of(assembly) == []
