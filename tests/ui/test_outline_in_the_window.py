"""The outline of a thought: grows while it streams, leads to each step, and out of it into the question."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from msgspec import structs
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QToolTip
from pytestqt.qtbot import QtBot

from app.history.confidence import ConfidenceRecorder
from app.history.exchange.trace_form import TraceForm
from app.history.records import MessageState, ModelStep, ReplyFigures
from app.history.store import HistoryStore
from app.history.votes import Fork
from app.inference.scripted_engine import Pause, Say, SayMany, Script
from app.paths import AppPaths
from app.reasoning import StepKind, TraceStep
from app.reasoning.step_network import PENDING, SETTLED
from tests.fakes.steps import reply_end
from tests.ui.conftest import OpenWindow, presenters_of, session_of
from tests.ui.held_events import HeldEvents
from tests.ui.window_actions import ask, button, field, has_ended, last_reply, marked_text, press, thought_in_pane
from ui.assembly import Assembly
from ui.chat.thoughts.folded_text import FOLDED_MARK, FoldedText
from ui.chat.thoughts.fork_dialog import ForkDialog
from ui.chat.thoughts.outline_model import COST_ROLE, KIND_ROLE, OutlineModel
from ui.chat.thoughts.thought_outline import ThoughtOutline
from ui.chat.thoughts.trace_outline import OutlineSection, outline_of
from ui.chat.thoughts.trace_text import steps_of, trace_of

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
THOUGHT = (
    "First, I will add them.\n\n3 and 4 make 7.\n\nWait, is it multiplication?\n\n"
    "Let me check: 3 × 4 = 12. Yes.\n\nSo the answer is 12."
)


def outline(assembly: Assembly) -> ThoughtOutline:
    (found,) = (one for one in assembly.window.findChildren(ThoughtOutline) if one.isVisible())
    return found


def lines(view: ThoughtOutline | OutlineModel) -> list[tuple[StepKind | None, str]]:
    model = view.outline if isinstance(view, ThoughtOutline) else view
    rows = (model.index(row) for row in range(model.rowCount()))
    return [(row.data(KIND_ROLE), row.data()) for row in rows]


def open_outline(assembly: Assembly) -> None:
    QTest.keyClick(assembly.window, Qt.Key.Key_O, CTRL_SHIFT)


def test_the_steps_of_a_thought_are_listed_and_each_is_a_key_away(open_window: OpenWindow, qtbot: QtBot) -> None:
    long = THOUGHT.replace("7.", "7.\n\n" + "Adding on and on.\n\n" * 60)
    assembly = open_window(script=Script(turns=((Say(f"<think>\n{long}\n</think>\n\n12"),),)))
    assembly.window.resize(1300, 700)
    ask(assembly, "3 × 4?")
    qtbot.waitUntil(has_ended(assembly))
    open_outline(assembly)
    view = outline(assembly)

    assert view.hasFocus()
    kinds = [kind for kind, _ in lines(view)]
    assert (kinds[0], kinds[-3:]) == (StepKind.PLAN, [StepKind.DOUBT, StepKind.CHECK, StepKind.CONCLUSION])
    pane = assembly.content.dock.pane
    qtbot.waitUntil(lambda: pane.view.is_counted)
    QTest.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: pane.view.verticalScrollBar().value() == pane.view.verticalScrollBar().maximum())
    open_outline(assembly)
    open_outline(assembly)
    assert view.currentIndex().row() > 0, "it opens where one reads"
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "So the answer is 12."
    QTest.keyClick(view, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: pane.view.verticalScrollBar().value() == 0)
    QTest.keyClick(view, Qt.Key.Key_Q)
    assert field(assembly).toPlainText() == "> First, I will add them.\n\n"
    open_outline(assembly)
    assert not [one for one in assembly.window.findChildren(ThoughtOutline) if one.isVisible()]


def test_all_doubts_of_a_thought_are_counted_and_each_is_shown_in_its_turn(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    thought = THOUGHT + "\n\nWait, or is it addition?\n\nSo the answer is 7."
    assembly = open_window(script=Script(turns=((Say(f"<think>\n{thought}\n</think>\n\n7"),),)))
    assembly.window.resize(1300, 700)
    ask(assembly, "3 × 4?")
    qtbot.waitUntil(has_ended(assembly))
    presenters_of(assembly).search.begin(StepKind.DOUBT)
    results = assembly.content.sidebar.results
    qtbot.waitUntil(lambda: results.model.rowCount() == 1)

    assert "2 places, newest first" in [one.text() for one in results.findChildren(QLabel)]
    assert "Thought · 2" in results.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    chosen: list[str] = []
    presenters_of(assembly).search.hit_chosen.connect(lambda hit: chosen.append(hit.words))
    for _ in range(3):
        results.choose_current()
    assert chosen == ["Wait, is it multiplication?", "Wait, or is it addition?", "Wait, is it multiplication?"]


def test_the_outline_grows_with_the_thought_and_the_head_tells_its_speed(open_window: OpenWindow, qtbot: QtBot) -> None:
    begun = (Say("<think>\n"), Pause(0.02), Say("First, "), Pause(0.02), Say("I add.\n\nHm.\n\n"))
    script = Script(turns=((*begun, Pause(1.5), Say("Wait, no.\n\nSo it is 12.</think>12")),))
    assembly = open_window(script=script)
    assembly.window.resize(1300, 700)
    events = HeldEvents(assembly, qtbot)
    ask(assembly, "3 × 4?")
    events.give_until(lambda: not assembly.content.dock.pane.is_empty)
    open_outline(assembly)
    view = outline(assembly)
    events.give_until(lambda: "Hm." in thought_in_pane(assembly))
    qtbot.waitUntil(lambda: len(lines(view)) >= 1)
    before = len(lines(view))
    events.give_all()
    qtbot.waitUntil(lambda: len(lines(view)) > before)
    assert lines(view)[-1] == (StepKind.CONCLUSION, "So it is 12.")
    assert view.outline.index(0).data(COST_ROLE).endswith(" s")


def test_a_budget_stands_beside_the_tokens_of_a_running_thought(open_window: OpenWindow, qtbot: QtBot) -> None:
    script = Script(turns=((Say("<think>"), SayMany(("hm ",), 100_000, tokens_per_s=50)),))
    assembly = open_window(script=script)
    assembly.window.resize(1300, 700)
    levels = presenters_of(assembly).thinking._session.thinking_levels
    levels.choose_options(None, structs.replace(levels.options_of(None), budget_tokens=2048))
    ask(assembly, "3 × 4?")
    head = assembly.content.dock.pane._figures
    qtbot.waitUntil(lambda: "of 2,048 tokens" in head.text() and "tokens/s" in head.text())


def test_in_a_narrow_window_the_outline_stands_above_the_thought(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=((Say(f"<think>\n{THOUGHT}\n</think>\n\n12"),),)))
    assembly.window.resize(600, 700)
    ask(assembly, "3 × 4?")
    qtbot.waitUntil(has_ended(assembly))
    presenters_of(assembly).thinking.open(last_reply(assembly).card.message_id)
    open_outline(assembly)
    assert lines(outline(assembly))[-1] == (StepKind.CONCLUSION, "So the answer is 12.")


def test_a_long_thought_of_history_has_its_outline(open_window: OpenWindow, paths: AppPaths, qtbot: QtBot) -> None:
    store = HistoryStore.open(paths.database)
    conversation = store.create_conversation("Long")
    asked = store.add_question(conversation.id, None, "Why?")
    reply = store.begin_reply(conversation.id, asked.id, "m")
    end = reply_end(
        raw="", thinking="\n" + THOUGHT * 400, answer="12", state=MessageState.COMPLETE, figures=ReplyFigures()
    )
    store.finish_reply(reply.id, end)
    store.close()
    assembly = open_window()
    assembly.window.resize(1300, 700)
    presenters_of(assembly).chat.show_conversation(conversation.id)
    open_outline(assembly)
    seen = lines(outline(assembly))
    assert 10 < len(seen) < 200, "what is seen of it is there at once"
    qtbot.waitUntil(lambda: len(lines(outline(assembly))) > 1000)
    settled = len(seen) - SETTLED - PENDING
    assert lines(outline(assembly))[:settled] == seen[:settled], "all but what later sentences may change"
    assert outline(assembly).verticalScrollBar().value() == 0


def test_where_steps_begin_in_the_text_that_is_shown(paths: AppPaths) -> None:
    store = HistoryStore.open(paths.database)
    conversation = store.create_conversation("Spaces")
    asked = store.add_question(conversation.id, None, "Why?")
    reply = store.begin_reply(conversation.id, asked.id, "m")
    end = reply_end(
        raw="", thinking="\n\n " + THOUGHT, answer="12", state=MessageState.COMPLETE, figures=ReplyFigures()
    )
    store.finish_reply(reply.id, end)
    kept = store.message(reply.id)
    store.close()
    model = OutlineModel()
    model.show_outline(outline_of(steps_of(kept)), trace_of(kept))
    assert [model.text_of(row).split()[0] for row in range(model.rowCount())] == ["First,", "3", "Wait,", "Let", "So"]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("$$\nx = a**2 + b**2\n$$\n", "x = a**2 + b**2"),
        ("\\[ x = 2 \\]", "x = 2"),
        ("\\[\n\\begin{aligned}\nx &= 2\n\\end{aligned}\n\\]", "x &= 2"),
        ("```python\nfor x in y:\n```", "for x in y:"),
        ("---\n\n### **Wait**, no.", "Wait, no."),
        ("**检查：**是的。", "检查：是的。"),
        ("---\n", "---"),
        ("- 2 ** 3 is 8", "- 2 ** 3 is 8"),
    ],
)
def test_a_row_says_the_first_words_of_its_step(step: str, words: str) -> None:
    model = OutlineModel()
    model.show_outline([OutlineSection([TraceStep(StepKind.STATEMENT, 0)], 0)], step)
    assert model.index(0).data() == words


def test_a_step_that_changes_its_kind_is_told_again(qtbot: QtBot, qtmodeltester: object) -> None:
    model = OutlineModel()
    steps = [TraceStep(StepKind.STATEMENT, 0), TraceStep(StepKind.CHECK, 4)]
    text = "One Two Three"
    model.grow([OutlineSection(steps, 0, is_timed=True)], text)
    steps[1] = TraceStep(StepKind.FAILED_CHECK, 4)
    steps.append(TraceStep(StepKind.CONCLUSION, 8, tokens=5, began_s=2.0))
    with qtbot.waitSignal(model.dataChanged):
        model.grow([OutlineSection(steps, 0, is_timed=True)], text)
    assert [kind for kind, _ in lines(model)] == [StepKind.STATEMENT, StepKind.FAILED_CHECK, StepKind.CONCLUSION]
    assert model.index(1).data(COST_ROLE) == "5 tokens · 2.0 s"
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_who_stands_on_a_step_stays_there_when_others_are_found_or_go(qtbot: QtBot, qtmodeltester: object) -> None:
    view = ThoughtOutline()
    qtbot.addWidget(view)
    text = "One Two Three Four Five Six"
    kind = StepKind.STATEMENT
    steps: list[TraceStep] = []
    view.grow([OutlineSection(steps, 0)], text)
    for found in ([0, 8], [0, 4, 8], [0, 4, 8, 14], [0, 8, 14, 19], [0, 8], [8], [0, 4, 8, 14, 19, 24]):
        steps[:] = [TraceStep(kind, start, tokens=start) for start in found]
        view.grow([OutlineSection(steps, 0)], text)
        assert [view.outline.begin_of(row) for row in range(view.outline.rowCount())] == found
        if not view.currentIndex().isValid():
            view.setCurrentIndex(view.outline.index(1))
        assert view.outline.begin_of(view.currentIndex().row()) == 8
    more = [OutlineSection(steps, 0), OutlineSection([TraceStep(kind, 0)], 24, is_call=True), OutlineSection((), 27)]
    view.grow(more, text)
    assert (view.currentIndex().data(), view.outline.rowCount()) == ("Three", 7), "a tool is called"
    qtmodeltester.check(view.outline)  # type: ignore[attr-defined]


def test_the_newest_step_is_in_sight_until_the_chosen_one_would_not_be(qtbot: QtBot) -> None:
    view = ThoughtOutline(most_px=150)
    qtbot.addWidget(view)
    view.show()
    bar = view.verticalScrollBar()

    def grow(count: int) -> None:
        view.grow([OutlineSection([TraceStep(StepKind.STATEMENT, at) for at in range(count)], 0)], "x" * count)

    for count in range(1, 41):
        grow(count)
    assert bar.value() == bar.maximum() > 0, "nobody has chosen a step"
    view.setCurrentIndex(view.outline.index(38))
    for count in range(41, 81):
        grow(count)
    assert view.viewport().rect().contains(view.visualRect(view.outline.index(38)))
    bar.setValue(bar.maximum())
    grow(81)
    assert bar.value() == bar.maximum(), "who scrolls to the end goes on with it"


def test_a_thought_is_written_to_a_file(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assembly = open_window(script=Script(turns=((Say(f"<think>\n{THOUGHT}\n</think>\n\n12"),),)))
    assembly.window.resize(1300, 700)
    ask(assembly, "3 × 4?")
    qtbot.waitUntil(has_ended(assembly))
    for form in TraceForm:
        target = tmp_path / f"trace.{form.value}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", partial(chosen, target))
        presenters_of(assembly).actions.perform(f"export_thought_{form.value}")
        qtbot.waitUntil(target.exists)
        assert "Wait, is it multiplication?" in target.read_text()


def chosen(target: Path, *_asked: object) -> tuple[str, str]:
    return str(target), ""


def test_steps_are_found_by_what_they_do_and_gone_to(open_window: OpenWindow, paths: AppPaths, qtbot: QtBot) -> None:
    store = HistoryStore.open(paths.database)
    for title, thinking in (("Doubting", "Sevens.\n\n" * 200 + THOUGHT), ("Sure", "It is 3.\n\nThat is all.")):
        conversation = store.create_conversation(title)
        asked = store.add_question(conversation.id, None, "Why?")
        reply = store.begin_reply(conversation.id, asked.id, "m")
        end = reply_end(raw="", thinking=thinking, answer="12", state=MessageState.COMPLETE, figures=ReplyFigures())
        store.finish_reply(reply.id, end)
    store.close()
    assembly = open_window()
    assembly.window.resize(1300, 700)
    results = assembly.content.sidebar.results
    presenters_of(assembly).actions.perform("search_doubts")
    qtbot.waitUntil(lambda: len(results.model.hits()) == 1 and results.isVisible())
    results.choose_current()
    pane = assembly.content.dock.pane
    qtbot.waitUntil(lambda: pane.view.is_counted and pane.view.hit_count == 1)
    assert pane.view.verticalScrollBar().value() > 0
    QTest.keyClicks(assembly.content.sidebar.search_field, "nothing of this")
    qtbot.waitUntil(lambda: not results.model.hits())
    QTest.keyClick(results.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(results.isHidden)
    assert results.kind is None


def test_steps_are_folded_and_shown_again_by_key_click_and_search(open_window: OpenWindow, qtbot: QtBot) -> None:
    long = THOUGHT.replace("3 and 4 make 7.", "3 and 4 make 7" + ", as 4 and 3 do" * 20 + ".")
    assembly = open_window(script=Script(turns=((Say(f"<think>\n{long}\n</think>\n\n12"),),)))
    assembly.window.resize(1300, 700)
    ask(assembly, "3 × 4?")
    qtbot.waitUntil(has_ended(assembly))
    open_outline(assembly)
    view, shown = outline(assembly), assembly.content.dock.pane.view
    whole = thought_in_pane(assembly)
    view.setCurrentIndex(view.outline.index(1))
    QTest.keyClick(view, Qt.Key.Key_Z)
    assert "\n\n▸ 3 and 4 make 7, as 4" in shown.document.markdown()
    assert "as …\n\nWait" in shown.document.markdown()
    assert shown.text() == whole
    QTest.keyClick(view, Qt.Key.Key_Z)
    assert shown.document.markdown() == whole
    QTest.keyClick(view, Qt.Key.Key_Z)
    line = shown.document.hit_rect(shown.document.find("make 7") - 1)
    shown.document.find("")
    QTest.mouseClick(shown.document, Qt.MouseButton.LeftButton, pos=line.center())
    assert shown.document.markdown() == whole
    QTest.keyClick(view, Qt.Key.Key_Z)
    assert shown.find_text("as 4 and 3 do") == 20
    shown.find_text("")
    QTest.keyClick(view, Qt.Key.Key_End)
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum())
    QTest.keyClick(view, Qt.Key.Key_R)
    QTest.keyClick(view, Qt.Key.Key_U)
    assert shown.document.markdown() == whole


@given(st.text("ab\n 🙂`▸", max_size=160), st.lists(st.integers(0, 160), max_size=8))
def test_each_character_has_a_place_in_what_is_folded(text: str, cuts: list[int]) -> None:
    ends = sorted({min(one, len(text)) for one in cuts})
    folded = FoldedText(text, itertools.pairwise(ends))
    for source in range(len(text)):
        shown = folded.shown_of(source)
        if folded.fold_at(source) is None:
            assert folded.shown[shown] == text[source]
            assert folded.source_of(shown) == source
        else:
            assert folded.shown[shown : shown + 2] == FOLDED_MARK
            assert folded.source_of(shown) == (folded.fold_at(source) or (0, 0))[0]


def test_times_beside_a_folded_thought_are_those_of_its_lines() -> None:
    text = "One.\n\nTwo\nthree\n\nfour.\n\nFive.\n\nSix. Seven\neight.\nNine."
    folded = FoldedText(text, [(6, 24), (text.index("Seven"), text.index("Nine"))])
    assert folded.shown == "One.\n\n▸ Two …\n\nFive.\n\nSix. ▸ Seven …\nNine."
    assert [folded.line_of(line) for line in range(5)] == [0, 1, 4, 5, 7]


def test_steps_are_bookmarked_kept_and_jumped_to(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=((Say(f"<think>\n{THOUGHT}\n</think>\n\n12"),),)))
    assembly.window.resize(1300, 700)
    ask(assembly, "3 × 4?")
    qtbot.waitUntil(has_ended(assembly))
    open_outline(assembly)
    view = outline(assembly)
    for row in (1, 3):
        view.setCurrentIndex(view.outline.index(row))
        QTest.keyClick(view, Qt.Key.Key_B)
    chat = presenters_of(assembly).chat
    (conversation,) = session_of(assembly)._store.conversations()
    chat.show_conversation(None)
    chat.show_conversation(conversation.id)
    qtbot.waitUntil(lambda: view.outline.rowCount() == 5)
    assert [view.outline.is_bookmarked(row) for row in range(5)] == [False, True, False, True, False]
    assert view.outline.index(3).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Bookmark · Check · Let me")
    view.setCurrentIndex(view.outline.index(0))
    rows = []
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(view, Qt.Key.Key_N, modifier)
        rows.append(view.currentIndex().row())
    assert rows == [1, 3, 1]
    QTest.keyClick(view, Qt.Key.Key_B)
    (_, reply) = session_of(assembly)._store.branch(conversation.id)
    (step,) = reply.steps
    assert isinstance(step, ModelStep)
    assert [step.thinking[one:].split()[0] for one in step.bookmarks] == ["Let"]


def test_the_model_thinks_anew_from_a_step(open_window: OpenWindow, qtbot: QtBot) -> None:
    turns = ((Say(f"<think>\n{THOUGHT}\n</think>\n\n12"),), (Say("No: it is plus.</think>\n\n7"),))
    assembly = open_window(script=Script(turns=turns))
    assembly.window.resize(1300, 700)
    ask(assembly, "3 × 4?")
    qtbot.waitUntil(has_ended(assembly))
    open_outline(assembly)
    view = outline(assembly)
    QTest.keyClick(view, Qt.Key.Key_F)  # from the very beginning there is nothing to go on from
    assert has_ended(assembly)()
    view.setCurrentIndex(view.outline.index(2))
    QTest.keyClick(view, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: last_reply(assembly).card.versions == 2)
    qtbot.waitUntil(has_ended(assembly))
    assert thought_in_pane(assembly) == "First, I will add them.\n\n3 and 4 make 7.\n\nNo: it is plus."


def test_the_model_goes_on_from_a_step_several_times_with_less_thought(open_window: OpenWindow, qtbot: QtBot) -> None:
    turns = ((Say(f"<think>\n{THOUGHT}\n</think>\n\n12"),), (Say("It is plus.</think>\n\n7"),))
    assembly = open_window(script=Script(turns=turns))
    assembly.window.resize(1300, 700)
    ask(assembly, "3 × 4?")
    qtbot.waitUntil(has_ended(assembly))
    open_outline(assembly)
    view = outline(assembly)
    view.setCurrentIndex(view.outline.index(2))
    QTest.keyClick(view, Qt.Key.Key_G)
    (dialog,) = assembly.window.findChildren(ForkDialog)
    QTest.keyClicks(dialog.focusWidget(), "2")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.focusWidget(), "300")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    store = presenters_of(assembly).transcript._session._store
    qtbot.waitUntil(
        lambda: (vote := store.vote_of(last_reply(assembly).card.message_id)) is not None and bool(vote.outcome)
    )
    shown_id = last_reply(assembly).card.message_id
    vote, candidates = store.vote_of(shown_id), store.candidate_ids(shown_id)
    assert vote is not None
    assert vote.fork == Fork("First, I will add them.\n\n3 and 4 make 7.\n\n", 300)
    assert session_of(assembly).flush(10.0)
    assert [store.message(one).thinking for one in candidates] == [vote.fork.thinking + "It is plus."] * 2


def test_a_thought_is_gone_on_with_in_ones_own_words_from_a_step(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=((Say(f"<think>\n{THOUGHT}\n</think>\n\n12"),),)))
    assembly.window.resize(1300, 700)
    ask(assembly, "3 × 4?")
    qtbot.waitUntil(has_ended(assembly))
    open_outline(assembly)
    view = outline(assembly)
    view.setCurrentIndex(view.outline.index(0))
    QTest.keyClick(view, Qt.Key.Key_E)
    (editor,) = (one for one in assembly.content.dock.pane.findChildren(QPlainTextEdit) if one.isVisible())
    assert editor.toPlainText() == "First, I will add them.\n\n"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert len(lines(outline(assembly))) == 5


def test_words_that_the_model_was_unsure_of_are_marked_on_wish(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    store = HistoryStore.open(paths.database)
    conversation = store.create_conversation("Unsure")
    asked = store.add_question(conversation.id, None, "Why?")
    reply = store.begin_reply(conversation.id, asked.id, "m")
    raw = "<think>\nIt is five.\n</think>12"
    recorder = ConfidenceRecorder()
    for text, chance, other in (
        ("<think>\n", 1.0, 0.0),
        ("It", 0.5, 0.45),
        (" is", 0.4, 0.1),
        (" five", 0.3, 0.3),
        (".\n</think>12", 0.9, 0.05),
    ):
        likeliest = [(text.encode(), math.log(chance)), *([(b" not", math.log(other))] if other else [])]
        recorder.note((text.encode(), math.log(chance)), likeliest)
    end = reply_end(
        raw=raw, thinking="\nIt is five.\n", answer="12", state=MessageState.COMPLETE, figures=ReplyFigures()
    )
    step = replace(end.step, confidence=recorder.encoded(raw))
    store.finish_reply(reply.id, replace(end, step=step))
    store.close()
    assembly = open_window()
    assembly.window.resize(1300, 700)
    presenters_of(assembly).chat.show_conversation(conversation.id)
    pane = assembly.content.dock.pane
    document = pane.view.document
    assert marked_text(document) == []
    pane.steering.toggle_unsure()
    assert marked_text(document) == ["is five"]
    strip = pane.panel.strip
    assert strip is not None
    with qtbot.waitSignals([strip.place_chosen] * 3, check_params_cbs=[at(0), at(5), at(0)], order="strict"):
        presenters_of(assembly).actions.perform("next_fork")
        presenters_of(assembly).actions.perform("next_fork")
        assert "“five” 30 % · nearly said: “not” 30 %" in strip.findChildren(QLabel)[0].text()
        assert document.selected_text(as_markdown=True) == "five"
        strip.setFocus()
        QTest.keyClick(assembly.window.focusWidget(), Qt.Key.Key_Left)
    place = pane.view.document.hit_rect(pane.view.document.find("five") - 1).center()
    pane.view.document.find("")
    QApplication.sendEvent(
        pane.view.document, QHelpEvent(QEvent.Type.ToolTip, place, pane.view.document.mapToGlobal(place))
    )
    assert QToolTip.text() == "“five” 30 % · nearly said: “not” 30 %"
    QToolTip.hideText()
    with qtbot.waitSignal(strip.place_chosen, check_params_cb=at(5)):
        bar = assembly.window.focusWidget()
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, 5))
    pane.steering.toggle_unsure()
    assert marked_text(document) == []
    assert pane.panel.strip is None


def test_the_arrows_stay_in_an_outline_above_the_answer(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=((Say("<think>\nIt is so.\n</think>\n\n12"),),)))
    assembly.window.resize(700, 700)
    ask(assembly, "3 × 4?")
    qtbot.waitUntil(has_ended(assembly))
    open_outline(assembly)
    (outline,) = (one for one in assembly.window.findChildren(ThoughtOutline) if one.isVisible())
    assert outline.hasFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(outline, key)
    assert outline.hasFocus()


def test_marks_that_nothing_is_known_for_say_how_it_comes_to_be_known(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    assembly.window.resize(1300, 700)
    ask(assembly, "Why?")
    qtbot.waitUntil(has_ended(assembly))
    presenters_of(assembly).actions.perform("next_fork")
    strip = assembly.content.dock.pane.panel.strip
    assert strip is not None
    (words,) = (one.text() for one in strip.findChildren(QLabel) if one.isVisible())
    assert "Keep how sure the model was of each word" in words
    press(button(strip, "Open the setting"))
    page = presenters_of(assembly).settings.page
    assert page is not None
    assert page.row_in_use() == "keeps_confidence"
    presenters_of(assembly).settings.toggle()
    assembly.content.dock.pane.steering.toggle_unsure()
    assert assembly.content.dock.pane.panel.strip is None


def at(place: int) -> Callable[[int], bool]:
    return lambda chosen: chosen == place
