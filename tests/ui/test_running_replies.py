"""A running reply shown again is what it would have been: left and come back to at every token, whatever was done."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.conversation.turn import TurnState
from app.history.exchange.exporting import ExportForm
from app.history.records import MessageState
from app.inference.scripted_engine import Fail, Pause, Script, Step
from app.paths import AppPaths
from app.settings.choices import ThemeChoice
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.held_events import HeldEvents, told_apart
from tests.ui.shown_and_kept import (
    blocks_shown,
    check_conversation,
    check_ended_thought,
    check_reply,
    check_running_thought,
    read_anew,
    thought_read_anew,
    times_shown,
)
from tests.ui.test_exchange_in_the_window import exchange
from tests.ui.window_actions import answer_of, ask, button, has_ended, last_reply, press, thought_in_pane
from ui.assembly import Assembly
from ui.chat.exchange.exchange_presenter import FileDialogs
from ui.chat.exchange.export_dialog import ExportChoice
from ui.chat.search.find_bar import FindBar
from ui.chat.transcript.compare_window import CompareWindow
from ui.chat.transcript.reply_card import MessageEdit, ReplyPhase, VersionStep
from ui.documents.document_view import DocumentView
from ui.documents.verbatim_view import VerbatimView

ANSWER = (
    "\n\n# Trains\n\nThe first is **40 km** ahead,\nso `t` is $t = 1$ h.[^1] See [the map][m].\n\n"
    "- one\n- two *and*\n  - three\n\n    more\n\n1. go\n2. stop\n\n"
    "| train | speed |\n|---|---:|\n| a | 80 |\n| b | 120 |\n\n"
    "```python\ndef meet(v):\n    return '''\n| 1 |\n'''\n```\nSo:\n\n"
    "$$\nt = \\frac{40}{40}\n$$\n\n> It is said\n> so.\n\n[^1]: By *both*.\n\n[m]: https://map.example\n\nDone."
)
THOUGHT = (
    " \nSo $v$ is 40.\n\nWait, `v` is 80?\n- one\n- two\n\n```python\nv = 80\n```\n"
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n\\[ t = \\frac{1}{2} \\]\n\nSo it is.\n\n"
)
TURN = told_apart("<think>Hm.</think>", ANSWER)


def start(open_window: OpenWindow, qtbot: QtBot, *turns: tuple[Step, ...]) -> tuple[Assembly, HeldEvents]:
    assembly = open_window(script=Script(turns=turns))
    assembly.window.resize(1200, 700)
    return assembly, HeldEvents(assembly, qtbot)


def go_away_and_come_back(assembly: Assembly) -> None:
    chat = presenters_of(assembly).chat
    shown = chat.conversation_id
    chat.show_conversation(None)
    chat.show_conversation(shown)


def shown_so_far(assembly: Assembly) -> str:
    turn = session_of(assembly).running_turn
    assert turn is not None
    return turn.answer.lstrip("\n")


def test_an_answer_left_at_every_token_reads_as_if_nobody_had_left(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, TURN)
    ask(assembly, "When?")

    for _ in events.each_token():
        go_away_and_come_back(assembly)
        check_reply(last_reply(assembly), shown_so_far(assembly), qtbot, is_over=False)

    check_reply(last_reply(assembly), ANSWER.lstrip("\n"), qtbot, is_over=True)


def test_a_thought_left_at_every_token_reads_as_if_nobody_had_left(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, told_apart("<think>", THOUGHT, "</think>", "Yes."))
    ask(assembly, "When?")

    told: list[float] = []
    for _ in events.each_token():
        turn = session_of(assembly).running_turn
        thinking = turn.thinking.lstrip() if turn is not None else ""
        if turn is not None and thinking:
            go_away_and_come_back(assembly)
            if turn.state is TurnState.THINKING:
                check_running_thought(assembly, thinking)
            else:
                check_ended_thought(assembly, thinking, qtbot)
            seconds = times_shown(assembly.content.dock.pane.view)
            assert seconds[: len(told)] == told, "when a paragraph began does not change"
            told = seconds

    go_away_and_come_back(assembly)
    check_ended_thought(assembly, THOUGHT.strip(), qtbot)
    view = assembly.content.dock.pane.view
    lines = [line for line, _ in view.document.lines_between(0, view.document.height())]
    reply = presenters_of(assembly).transcript.branch.last_ended_reply()
    assert reply is not None
    assert reply.figures.thinking_s is not None
    # The engine was done long before the events that were held here.
    assert times_shown(view) == [min(one, reply.figures.thinking_s) for one in told], "nor when it is kept"
    assert lines[-1] + 1 == len(told) == sum(bool(line) for line in THOUGHT.strip().split("\n"))


def to_an_earlier_version_and_back(assembly: Assembly) -> None:
    view = last_reply(assembly)
    assembly.content.page.transcript.asks.version_asked.emit(VersionStep(view.card.reply_id or 0, -1))
    other = last_reply(assembly)
    assert (other.card.version, other.card.phase) == (1, ReplyPhase.COMPLETE)
    assert thought_in_pane(assembly) == ""
    assembly.content.page.transcript.asks.version_asked.emit(VersionStep(other.card.reply_id or 0, 1))


def edit_what_is_above_and_come_back(assembly: Assembly) -> None:
    """Edit the first answer: what follows it is on another branch then."""
    first = session_of(assembly).branch(1)[1]
    assembly.content.page.transcript.asks.edited.emit(MessageEdit(first.id, "Another answer.", is_reply=True))
    assert answer_of(last_reply(assembly)) == "Another answer."
    presenters_of(assembly).transcript.show_version(first.id)
    presenters_of(assembly).thinking.show(last_reply(assembly).card.message_id)


def search_and_close(assembly: Assembly) -> None:
    window = assembly.window
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    (bar,) = window.findChildren(FindBar)
    QTest.keyClicks(bar.focusWidget(), "train")
    QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Return)
    answer = last_reply(assembly).text_view()
    assert answer.hit_count == answer.plain_text().lower().count("train")
    bar.close_bar()


def go_through_looks(assembly: Assembly) -> None:
    window = assembly.window
    is_wide = window.width() > 900
    window.resize(640 if is_wide else 1200, 700)
    assembly.theme.choose(ThemeChoice.DARK if is_wide else ThemeChoice.LIGHT)
    assembly.theme.set_text_scale(1.25 if is_wide else 1.0)


def scroll_away_and_back(assembly: Assembly) -> None:
    transcript = assembly.content.page.transcript
    transcript.verticalScrollBar().setValue(0)
    transcript.scroll_to_end()


MEDDLING: tuple[Callable[[Assembly], None], ...] = (
    to_an_earlier_version_and_back,
    edit_what_is_above_and_come_back,
    search_and_close,
    go_through_looks,
    scroll_away_and_back,
    go_away_and_come_back,
)


def test_whatever_is_done_meanwhile_the_reply_ends_as_if_nothing_had_been(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    first, second = told_apart("First."), told_apart("Second, a train.")
    assembly, events = start(open_window, qtbot, first, second, told_apart("<think>", THOUGHT, "</think>", ANSWER))
    for question in ("One?", "Two?"):
        ask(assembly, question)
        events.give_until(has_ended(assembly))
    press(button(last_reply(assembly), "Regenerate"))

    for number, _ in enumerate(events.each_token()):
        MEDDLING[number % len(MEDDLING)](assembly)
        turn = session_of(assembly).running_turn
        assert turn is not None
        view = last_reply(assembly)
        assert (view.card.reply_id, view.card.version, view.card.versions) == (turn.reply_id, 2, 2)
        assert view.text_view().markdown() == turn.answer.lstrip("\n")
        assert thought_in_pane(assembly) == turn.thinking.lstrip()

    check_reply(last_reply(assembly), ANSWER.lstrip("\n"), qtbot, is_over=True)
    assembly.window.resize(1200, 700)
    check_ended_thought(assembly, THOUGHT.strip(), qtbot)
    check_conversation(assembly, services_of(assembly).store, 1, qtbot)


def test_words_looked_for_before_a_reply_begins_are_found_in_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, events = start(open_window, qtbot, told_apart("<think>", THOUGHT, "</think>", ANSWER))
    ask(assembly, "When?")
    window = assembly.window
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    (bar,) = window.findChildren(FindBar)
    QTest.keyClicks(bar.focusWidget(), "train")
    QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Return)

    for _ in events.each_token():
        answer = last_reply(assembly).text_view()
        assert answer.hit_count == answer.plain_text().lower().count("train")

    answer = last_reply(assembly).text_view()
    qtbot.waitUntil(lambda: answer.is_caught_up)
    assert answer.hit_count == answer.plain_text().lower().count("train") > 1


def test_a_branch_made_in_mid_reply_has_what_was_there_and_the_reply_goes_on(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly, events = start(open_window, qtbot, TURN)
    ask(assembly, "When?")
    events.give_until(lambda: "| 80 |" in answer_of(last_reply(assembly)))
    so_far = answer_of(last_reply(assembly))

    services_of(assembly).branching.branch_off(last_reply(assembly).card.reply_id or 0)
    qtbot.waitUntil(lambda: presenters_of(assembly).chat.conversation_id == 2)

    assert last_reply(assembly).card.phase is ReplyPhase.STOPPED
    check_reply(last_reply(assembly), so_far, qtbot, is_over=True)
    events.give_until(has_ended(assembly))
    check_reply(last_reply(assembly), so_far, qtbot, is_over=True)
    services_of(assembly)._writer.flush(10.0)
    check_conversation(assembly, services_of(assembly).store, 1, qtbot)


def test_a_running_reply_is_exported_as_far_as_it_is_seen(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.md"
    monkeypatch.setattr(FileDialogs, "file_to_write", lambda self, name: target)
    assembly, events = start(open_window, qtbot, told_apart("<think>", THOUGHT, "</think>", ANSWER))
    ask(assembly, "When?")
    events.give_until(lambda: "| 80 |" in answer_of(last_reply(assembly)))

    exchange(assembly).export((1,), ExportChoice(ExportForm.MARKDOWN, with_thoughts=True))
    qtbot.waitUntil(target.exists)

    written = target.read_text(encoding="utf-8")
    assert answer_of(last_reply(assembly)).strip() in written
    assert THOUGHT.strip() in written
    events.give_until(has_ended(assembly))


def test_two_versions_of_a_reply_one_running_and_one_waiting_are_never_mixed_up(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    answers = (f"Answer {n}:\n\n| a |\n|---|\n| {n} |\n\nEnd." for n in range(3))
    turns = (told_apart(f"<think>Thought {n}.</think>", answer) for n, answer in enumerate(answers))
    assembly, events = start(open_window, qtbot, *turns)
    session = session_of(assembly)
    ask(assembly, "When?")
    events.give_until(has_ended(assembly))
    question_id = last_reply(assembly).card.question_id
    presenters_of(assembly).transcript.regenerate(question_id)
    events.give_until(lambda: "Answer 1" in answer_of(last_reply(assembly)))
    presenters_of(assembly).transcript.regenerate(question_id)
    assert last_reply(assembly).card.phase is ReplyPhase.WAITING
    assert assembly.content.dock.pane.is_empty
    versions = services_of(assembly).store.sibling_ids(last_reply(assembly).card.reply_id or 0)

    seen = set()
    for number, _ in enumerate(events.each_token()):
        reply_id = versions[number % 3]
        presenters_of(assembly).transcript.show_version(reply_id)
        kept = session.message(reply_id)
        seen.add((number % 3, last_reply(assembly).card.phase))
        check_reply(last_reply(assembly), kept.answer, qtbot, is_over=session.turn_for(reply_id) is None)
        assert thought_in_pane(assembly) == kept.thinking
    assert {(0, ReplyPhase.COMPLETE), (1, ReplyPhase.ANSWERING), (2, ReplyPhase.WAITING)} <= seen
    services_of(assembly)._writer.flush(10.0)
    for version in versions:
        presenters_of(assembly).transcript.show_version(version)
        check_conversation(assembly, services_of(assembly).store, 1, qtbot)


def test_a_reply_gone_on_with_while_another_runs_goes_on_in_its_table(open_window: OpenWindow, qtbot: QtBot) -> None:
    cut = ANSWER.index("| b |")
    begun, rest = ANSWER[:cut], ANSWER[cut:]
    broken_off = (*told_apart("<think>Hm.</think>", begun), Pause(60.0))
    assembly, events = start(open_window, qtbot, broken_off, told_apart("Something else."), told_apart(rest))
    assembly.kept.set(answers_one_by_one=True)
    ask(assembly, "When?")
    events.give_until(lambda: answer_of(last_reply(assembly)) == begun.strip())
    session_of(assembly).stop()
    events.give_until(has_ended(assembly))
    assert last_reply(assembly).card.phase is ReplyPhase.STOPPED
    so_far = answer_of(last_reply(assembly))
    presenters_of(assembly).chat.show_conversation(None)
    ask(assembly, "Another thing?")
    presenters_of(assembly).chat.show_conversation(1)

    press(button(last_reply(assembly), "Continue"))
    assert last_reply(assembly).card.phase is ReplyPhase.WAITING
    check_reply(last_reply(assembly), so_far, qtbot, is_over=False)
    events.give_until(has_ended(assembly))

    check_reply(last_reply(assembly), ANSWER.lstrip("\n"), qtbot, is_over=True)
    assert thought_in_pane(assembly) == "Hm."


@pytest.mark.parametrize("cut", ["So $v$ is 40.\n\n", "So $v$ is 40.\n\nWait, ", "So "])
def test_a_thought_gone_on_with_begins_its_next_paragraph_where_it_was_cut(
    open_window: OpenWindow, qtbot: QtBot, cut: str
) -> None:
    thought = THOUGHT.lstrip()
    assert thought.startswith(cut)
    broken_off = (*told_apart("<think>", cut), Pause(60.0))
    assembly, events = start(open_window, qtbot, broken_off, told_apart(thought[len(cut) :], "</think>", "Yes."))
    ask(assembly, "When?")
    events.give_until(lambda: thought_in_pane(assembly) == cut.rstrip())
    session_of(assembly).stop()
    events.give_until(has_ended(assembly))

    press(button(last_reply(assembly), "Continue"))
    for _ in events.each_token():
        go_away_and_come_back(assembly)

    check_ended_thought(assembly, THOUGHT.strip(), qtbot)
    assert len(times_shown(assembly.content.dock.pane.view)) == sum(bool(line) for line in THOUGHT.strip().split("\n"))


def test_a_reply_that_ends_while_another_conversation_is_shown_is_whole_when_it_is_shown_again(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    failing = (*told_apart("<think>Hm.</think>", ANSWER[:200]), Fail("It broke.", "Try it again."))
    assembly, events = start(open_window, qtbot, TURN, failing)
    for question in ("One?", "Two?"):
        ask(assembly, question)
        events.give_until(lambda: len(answer_of(last_reply(assembly))) > 100)
        presenters_of(assembly).chat.show_conversation(None)
        events.give_until(has_ended(assembly))
        presenters_of(assembly).chat.show_conversation(1)

    assert last_reply(assembly).card.phase is ReplyPhase.FAILED
    check_reply(last_reply(assembly), ANSWER[:200].lstrip("\n"), qtbot, is_over=True)
    services_of(assembly)._writer.flush(10.0)
    check_conversation(assembly, services_of(assembly).store, 1, qtbot)


def test_versions_that_are_compared_grow_to_their_end(open_window: OpenWindow, qtbot: QtBot) -> None:
    second = told_apart("<think>", THOUGHT, "</think>", ANSWER)
    assembly, events = start(open_window, qtbot, told_apart("First."), second)
    ask(assembly, "When?")
    events.give_until(has_ended(assembly))
    press(button(last_reply(assembly), "Regenerate"))
    events.give_until(lambda: "| 80 |" in answer_of(last_reply(assembly)))

    presenters_of(assembly).transcript.compare(last_reply(assembly).card.reply_id or 0)
    (window,) = assembly.window.findChildren(CompareWindow)
    answer = next(view for view in window.findChildren(DocumentView) if "| 80 |" in view.markdown())
    assert answer.markdown() == answer_of(last_reply(assembly))
    assert blocks_shown(answer, qtbot) == read_anew(answer.markdown(), is_over=False)
    events.give_until(has_ended(assembly))

    assert blocks_shown(answer, qtbot) == read_anew(ANSWER.lstrip("\n"), is_over=True)
    thought = next(v for v in window.findChildren(VerbatimView) if v.isVisible() and "Wait" in v.markdown())
    assert blocks_shown(thought, qtbot) == thought_read_anew(THOUGHT.strip())
    window.close()


def test_a_thought_unfolded_above_its_answer_ends_as_if_it_had_come_at_once(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly, events = start(open_window, qtbot, told_apart("<think>", THOUGHT, "</think>", ANSWER))
    assembly.window.resize(700, 700)
    ask(assembly, "When?")
    events.give_until(lambda: "Wait" in thought_in_pane(assembly))

    for number, _ in enumerate(events.each_token()):
        if number % 7 == 0:
            go_away_and_come_back(assembly)
            assembly.content.page.transcript.asks.thought_asked.emit(last_reply(assembly).card.message_id)
        panel = last_reply(assembly).thought_panel
        assert panel is not None
        assert panel.view.text() == thought_in_pane(assembly)

    panel = last_reply(assembly).thought_panel
    assert panel is not None
    assert blocks_shown(panel.view.document, qtbot) == thought_read_anew(THOUGHT.strip())


def test_after_a_restart_in_mid_reply_what_was_there_reads_as_a_reply_that_ended_there(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths, tmp_path: Path
) -> None:
    assembly, events = start(open_window, qtbot, told_apart("<think>", THOUGHT, "</think>", ANSWER))
    ask(assembly, "When?")
    events.give_until(lambda: "| 1 |" in answer_of(last_reply(assembly)))
    so_far = answer_of(last_reply(assembly))
    services_of(assembly)._writer.flush(10.0)
    assembly.kept.save()  # which conversation is shown
    after_a_crash = tmp_path / "after a crash"
    shutil.copytree(paths.database.parents[1], after_a_crash)
    assembly.close()

    for home in (paths, AppPaths.from_environment({"ASIDE_HOME": str(after_a_crash)})):
        again = open_window(home=home)
        again.window.resize(1200, 700)
        check_reply(last_reply(again), so_far, qtbot, is_over=True)
        check_ended_thought(again, THOUGHT.strip(), qtbot)
        assert services_of(again).store.branch(1)[-1].state in (MessageState.STOPPED, MessageState.FAILED)
        check_conversation(again, services_of(again).store, 1, qtbot)
        again.close()
