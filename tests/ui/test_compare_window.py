"""Two versions side by side: thoughts and answers, and the words that differ, however long they are."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from app.documents.word_differences import differences
from app.inference.scripted_engine import Say, Script
from tests.ui.conftest import OpenWindow
from tests.ui.window_actions import answer_of, ask, button, has_ended, last_reply, marked_text, press
from ui.chat.transcript.aligned_thoughts import AlignedThoughts
from ui.chat.transcript.card_action import CardAction
from ui.chat.transcript.compare_window import CompareWindow
from ui.chat.transcript.reply_card import VersionStep
from ui.documents.document_view import DocumentView
from ui.documents.verbatim_view import VerbatimView
from ui.theme.theme import Theme


def different(left: str, right: str) -> tuple[list[str], list[str]]:
    """Return the words that only one of two texts has."""
    one, other = differences(left, right)
    return [left[slice(*mark)] for mark in one.marks], [right[slice(*mark)] for mark in other.marks]


def test_two_versions_stand_side_by_side_with_their_thoughts(open_window: OpenWindow, qtbot: QtBot) -> None:
    script = Script(
        turns=((Say("<think>one way</think>It is 15:40."),), (Say("<think>other way</think>It is 15:10."),))
    )
    assembly = open_window(script=script)
    ask(assembly, "When?")
    qtbot.waitUntil(has_ended(assembly))
    press(button(last_reply(assembly), "Regenerate"))
    qtbot.waitUntil(has_ended(assembly))

    last_reply(assembly).setFocus()
    QTest.keyClick(last_reply(assembly), Qt.Key.Key_V)

    for _again in range(3):  # each takes the place of the one before
        last_reply(assembly).perform(CardAction.COMPARE)
        qtbot.waitUntil(lambda: len(assembly.window.findChildren(CompareWindow)) == 1)

    (window,) = assembly.window.findChildren(CompareWindow)
    texts = [view.markdown() for view in window.findChildren(DocumentView) if view.isVisible()]
    assert texts == ["one way", "It is 15:40.", "other way", "It is 15:10."]
    marks = next(box for box in window.findChildren(QCheckBox) if "words" in box.text())
    marks.setChecked(True)
    marked = [marked_text(view) for view in window.findChildren(VerbatimView) if view.isVisible()]
    assert marked == [["one"], ["40"], ["other"], ["10"]]
    press(button(window, "Go on with this one"))
    qtbot.waitUntil(lambda: answer_of(last_reply(assembly)) == "It is 15:40.")
    qtbot.waitUntil(lambda: not assembly.window.findChildren(CompareWindow))
    press(button(last_reply(assembly), "Regenerate"))
    qtbot.waitUntil(has_ended(assembly))
    last_reply(assembly).setFocus()
    newest = last_reply(assembly).card.message_id
    assembly.content.page.transcript.asks.version_asked.emit(VersionStep(newest, -1))
    qtbot.waitUntil(lambda: last_reply(assembly).card.message_id != newest)
    last_reply(assembly).perform(CardAction.COMPARE)
    (window,) = assembly.window.findChildren(CompareWindow)
    chosen = [box.currentText() for box in window.findChildren(QComboBox)]
    assert chosen == ["Version 1 of 3", "Version 2 of 3"], "the one that is shown, and the one before"
    window.close()


def test_differences_fall_on_the_right_words_in_a_long_paragraph() -> None:
    words = [f"word{number}" for number in range(600)]
    left = " ".join(words)
    right = " ".join(word if number % 100 else f"other{number}" for number, word in enumerate(words))

    assert different(left, right)[1] == [f"other{number}" for number in range(0, 600, 100)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the same", "the same", ([], [])),
        ("a train", "a trains", (["train"], ["trains"])),
        ("retrain", "train", (["retrain"], ["train"])),
        ("a b", "a  b", ([], [])),
        ("", "new", ([], ["new"])),
        ("one\ntwo", "one\ntwo\nthree", ([], ["three"])),
        ("x" * 10_000 + " a", "x" * 10_000 + " b", (["a"], ["b"])),
    ],
)
def test_whole_words_are_marked_and_no_more(left: str, right: str, expected: tuple[list[str], list[str]]) -> None:
    found = different(left, right)

    assert tuple([word.strip() for word in words] for words in found) == expected


def test_an_edited_thought_of_any_length_shows_what_was_edited() -> None:
    before = "".join(f"Step {n}: so the train gains on it.\n" for n in range(20_000))
    left, right = (before + f"It takes {time}." + before for time in ("an hour", "two hours"))

    assert different(left, right) == (["an", "hour"], ["two", "hours"])


def test_long_thoughts_are_compared_by_lines_and_then_by_words() -> None:
    left = "".join(f"Step {n}: so the first train {n} gains on it.\n" for n in range(1500))
    right = left.replace("train 3 ", "wagon 3 ").replace("train 1400 ", "wagon 1400 ")

    assert different(left, right) == (["train", "train"], ["wagon", "wagon"])


@given(st.text(alphabet="ab \n.", max_size=60), st.text(alphabet="ab \n.", max_size=60))
def test_what_is_not_marked_is_the_same_in_both(left: str, right: str) -> None:
    rest = []
    for marked in differences(left, right):
        text = marked.text
        for start, end in reversed(marked.marks):
            text = text[:start] + text[end:]
        rest.append("".join(text.split()))

    assert rest[0] == rest[1]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a b " * 60_000, "b a c " * 60_000),
        ("word " * 50_000 + "\n", "other " * 50_000),
        ("a\n" * 100_000, "a\nb\n" * 50_000),
        ("".join(f"{n % 50}\n" for n in range(2400)), "".join(f"{n % 49}\n" for n in range(2400))),
        ("x" * 300_000, "x" * 299_999 + "y"),
    ],
    ids=["words", "line", "lines", "pairs", "letters"],
)
def test_comparing_takes_no_longer_than_a_frame_or_a_few(left: str, right: str) -> None:
    begin = time.process_time()
    differences(left, right)

    assert time.process_time() - begin < 0.5


def test_two_thoughts_of_sixty_thousand_tokens_are_shown_without_a_stall(qtbot: QtBot, theme: Theme) -> None:
    view = VerbatimView("Thought", size_px=13)
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show()
    text = "So the second train gains forty km in an hour.\n" * 5_000
    begin = time.process_time()
    view.set_markdown(text)
    view.mark_source([(at, at + 6) for at in range(0, len(text), 47)])
    view.grab()

    assert time.process_time() - begin < 0.5
    assert len(marked_text(view)) == 5_000


def test_where_two_thoughts_part_is_marked_and_said(open_window: OpenWindow, qtbot: QtBot) -> None:
    begun = "First add 3 and 4, which makes 7."
    script = Script(
        turns=(
            (Say(f"<think>{begun}\n\nThen times 2 it is 14.\n\nSo 14.</think>14"),),
            (Say(f"<think>{begun}\n\nThen times 2 it is 15.\n\nWait, is that so?\n\nSo 15.</think>15"),),
        )
    )
    assembly = open_window(script=script)
    ask(assembly, "(3 + 4) × 2?")
    qtbot.waitUntil(has_ended(assembly))
    press(button(last_reply(assembly), "Regenerate"))
    qtbot.waitUntil(has_ended(assembly))
    last_reply(assembly).perform(CardAction.COMPARE)
    qtbot.waitUntil(lambda: len(assembly.window.findChildren(CompareWindow)) == 1)
    (window,) = assembly.window.findChildren(CompareWindow)

    parting = next(box for box in window.findChildren(QCheckBox) if "step by step" in box.text())
    parting.setChecked(True)

    (rows,) = (one for one in window.findChildren(AlignedThoughts) if one.isVisible())
    model = rows.model()
    assert [[model.index(row, side).data() for side in (0, 1)] for row in range(model.rowCount())] == [
        [begun, begun],
        ["Then times 2 it is 14.", "Then times 2 it is 15."],
        ["", "Wait, is that so?"],
        ["So 14.", "So 15."],
    ]
    alike, parting_here, alone = (model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3))
    assert (alike, alone) == (begun, "Nothing like it")
    assert parting_here.startswith("They part here · ")
    assert parting_here.endswith("Then times 2 it is 14.")
    assert rows.currentIndex().row() == 1
    assert "step 2 at the left and step 2 at the right" in "".join(one.text() for one in window.findChildren(QLabel))
    QTest.keyClick(rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Then times 2 it is 14."
    parting.setChecked(False)
    assert not rows.isVisible()
    window.close()
