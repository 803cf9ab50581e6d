"""What is asked stays at the top while its answer grows: it is read from its beginning; the end is a click away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.inference.scripted_engine import Pause, Script, Step
from tests.ui.conftest import OpenWindow, presenters_of, session_of
from tests.ui.held_events import HeldEvents, told_apart
from tests.ui.test_votes_in_the_window import finish, marks, start as start_vote, thinks_and_says
from tests.ui.window_actions import ask, button, field, has_ended, last_reply, press, settle
from ui.assembly import Assembly
from ui.chat.transcript.question_bubble import QuestionBubble
from ui.chat.transcript.transcript import Transcript
from ui.widgets.end_button import EndButton

SHORT: tuple[Step, ...] = told_apart("Yes.", "It is.")
LONG: tuple[Step, ...] = told_apart("".join(f"Line {n} of a long answer.\n\n" for n in range(50)), letters=60)


def start(open_window: OpenWindow, qtbot: QtBot, *turns: tuple[Step, ...]) -> tuple[Assembly, HeldEvents]:
    """Open a window in which a first question has been answered at length."""
    assembly = open_window(script=Script(turns=(LONG, *turns)))
    assembly.window.resize(1200, 700)
    events = HeldEvents(assembly, qtbot)
    ask(assembly, "First?")
    events.give_until(has_ended(assembly))
    return assembly, events


def transcript_of(assembly: Assembly) -> Transcript:
    return assembly.content.page.transcript


def question_of(assembly: Assembly) -> QuestionBubble:
    settle()
    return [view for view in transcript_of(assembly).cards() if isinstance(view, QuestionBubble)][-1]


def end_button_of(assembly: Assembly) -> EndButton:
    (found,) = transcript_of(assembly).viewport().findChildren(EndButton)
    return found


def is_at_top(assembly: Assembly) -> bool:
    return question_of(assembly).y() == 18


def is_followed(assembly: Assembly) -> bool:
    settle()
    bar = transcript_of(assembly).verticalScrollBar()
    return bar.value() == bar.maximum() and not end_button_of(assembly).isVisible()


def test_a_question_stays_at_the_top_until_the_reader_goes_elsewhere(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, LONG)
    transcript, bar = transcript_of(assembly), transcript_of(assembly).verticalScrollBar()
    ask(assembly, "And?")
    assert is_at_top(assembly)
    assert not end_button_of(assembly).isVisible()
    answer = last_reply(assembly)
    tokens = events.each_token()
    next(tokens)
    settle()
    begins = answer.text_view().y()
    for _ in tokens:
        assert is_at_top(assembly)
        if answer.y() + answer.height() > transcript.viewport().height() + 200:
            break
    assert not transcript.is_at_end
    assert (end_button_of(assembly).isVisible(), end_button_of(assembly).is_marked) == (True, True)

    press(end_button_of(assembly))
    for _ in range(4):
        next(tokens)
        assert is_followed(assembly)
    bar.setValue(bar.maximum() - 150)
    for _ in range(3):
        before = answer.y()
        next(tokens)
        settle()
        assert answer.y() == before, "nobody who has gone up is torn away"
    bar.setValue(bar.maximum())
    for _ in tokens:
        assert is_followed(assembly)
    assert is_followed(assembly)
    assert answer.text_view().y() == begins, "nothing comes above it with its end"


def test_below_a_short_answer_there_is_room_and_the_next_question_takes_its_place(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly, events = start(open_window, qtbot, SHORT, SHORT)
    for text in ("And?", "So?"):
        ask(assembly, text)
        events.give_until(has_ended(assembly))
        assert is_at_top(assembly)
        assert question_of(assembly).card.text == text
        assert transcript_of(assembly).is_at_end
    QTest.keyClick(transcript_of(assembly), Qt.Key.Key_End)
    assert is_at_top(assembly), "it is the end"
    presenters_of(assembly).chat.show_conversation(1)
    assert is_followed(assembly)
    assert not is_at_top(assembly), "read again it ends where its text does"


def test_of_a_question_taller_than_the_view_the_end_is_seen_with_room_for_the_answer(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly, events = start(open_window, qtbot, LONG)
    assembly.window.resize(1000, 420)
    field(assembly).setPlainText("\n".join(f"Verse {number}" for number in range(40)))
    QTest.keyClick(field(assembly), Qt.Key.Key_Return)
    for _ in events.each_token():
        bubble = question_of(assembly)
        room = transcript_of(assembly).viewport().height()
        assert bubble.y() < 0
        assert room * 0.4 < bubble.y() + bubble.height() < room * 0.6


def edit_the_question(assembly: Assembly) -> None:
    question_of(assembly).begin_editing("And now?")
    press(button(question_of(assembly), "Send again"))


def regenerate(assembly: Assembly) -> None:
    press(button(last_reply(assembly), "Regenerate"))


def leave_and_come_back(assembly: Assembly) -> None:
    presenters_of(assembly).chat.show_conversation(None)
    presenters_of(assembly).chat.show_conversation(1)


@pytest.mark.parametrize("answer_anew", [edit_the_question, regenerate])
def test_a_question_answered_anew_is_at_the_top_too_also_after_another_conversation(
    open_window: OpenWindow, qtbot: QtBot, answer_anew: Callable[[Assembly], None]
) -> None:
    assembly, events = start(open_window, qtbot, LONG, LONG)
    ask(assembly, "And?")
    events.give_until(has_ended(assembly))
    transcript_of(assembly).scroll_to_end()

    answer_anew(assembly)
    for number, _ in enumerate(events.each_token()):
        assert is_at_top(assembly)
        if number % 8 == 7:
            leave_and_come_back(assembly)
    assert is_at_top(assembly)


def test_it_stays_in_any_size_of_window_and_text(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, LONG)
    ask(assembly, "And?")
    sizes = [(700, 500), (1300, 1400), (1200, 700)]
    for number, _ in enumerate(events.each_token()):
        if number % 4 == 3:
            assembly.window.resize(*sizes[number // 4 % 3])
            assembly.theme.set_text_scale([2.0, 1.0][number // 4 % 2])
        settle()
        QApplication.processEvents()
        assert is_at_top(assembly)
        reply = last_reply(assembly)
        is_whole = reply.y() + reply.height() < transcript_of(assembly).viewport().height()
        assert is_whole <= transcript_of(assembly).is_at_end
    assembly.theme.set_text_scale(1.0)


def test_a_reply_gone_on_with_is_read_from_where_it_was_cut(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, (*LONG, Pause(60.0)), LONG)
    ask(assembly, "And?")
    events.give_until(lambda: "Line 49" in last_reply(assembly).card.answer)
    session_of(assembly).stop()
    events.give_until(has_ended(assembly))
    transcript_of(assembly).scroll_to_end()
    qtbot.waitUntil(lambda: not last_reply(assembly).text_view().is_behind)
    cut_px = last_reply(assembly).text_view().height()

    press(button(last_reply(assembly), "Continue"))
    for _ in events.each_token():
        settle()
        text = last_reply(assembly).text_view()
        seam = text.mapTo(transcript_of(assembly).viewport(), text.rect().topLeft()).y() + cut_px
        room = transcript_of(assembly).viewport().height()
        assert room * 0.3 < seam < room * 0.6
    assert not transcript_of(assembly).is_at_end
    transcript_of(assembly).step_question(1)
    assert is_followed(assembly), "after the last question comes the end"


def test_a_question_that_waits_stays_while_the_reply_above_it_grows(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, LONG, LONG)
    ask(assembly, "And?")
    events.give_until(lambda: "Line 3" in last_reply(assembly).card.answer)
    ask(assembly, "And then?")
    for _ in events.each_token():
        assert question_of(assembly).card.text == "And then?"
        assert is_at_top(assembly)


def test_a_question_that_is_voted_on_stays_through_all_replies_and_the_outcome(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    answer = "".join(f"Line {n} of an answer.\n\n" for n in range(40))
    turns = thinks_and_says(*(f"{answer} So {number}." for number in (41, 42, 42, 41, 42, 42)))
    assembly = start_vote(open_window, *turns)
    assembly.window.resize(1200, 700)
    for text in ("First?", "And?"):
        ask(assembly, text)
        finish(assembly, qtbot)
    assert is_at_top(assembly)
    assert question_of(assembly).card.text == "And?"

    for mark in marks(assembly):
        press(mark)
        assert is_at_top(assembly)
