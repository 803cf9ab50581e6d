"""What the model got for a reply, shown in a window: pieces in colours and in words, figures, controls, copying."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.conversation.reply_prompt import ReplyPrompt
from app.inference.protocol import PromptAccount, PromptControl, PromptPiece, PromptSource
from app.inference.scripted_engine import Say, Script
from tests.ui.conftest import OpenWindow, presenters_of
from tests.ui.test_calls_in_the_window import ANSWERS, call, start
from tests.ui.window_actions import ask, button, has_ended, last_reply, press
from ui.assembly import Assembly
from ui.chat.transcript.prompt_window import PromptWindow

PIECES = (
    PromptPiece(PromptSource.TEMPLATE, "<sys>"),
    PromptPiece(PromptSource.SYSTEM, "Be brief 🙂.\r\n"),
    PromptPiece(PromptSource.TEMPLATE, "<user>"),
    PromptPiece(PromptSource.QUESTION, "Why?"),
)


def prompt_of(*pieces: PromptPiece, cached: int | None = None, then: int | None = None) -> ReplyPrompt:
    length = sum(len(piece.text) for piece in pieces)
    ends = (*range(4, length, 4), length)
    controls = (PromptControl("think-budget", "500", is_kept_by_aside=True),)
    return ReplyPrompt(PromptAccount(pieces, ends, controls), then, cached, ())


def windows(assembly: Assembly) -> list[PromptWindow]:
    return [one for one in assembly.window.findChildren(PromptWindow) if one.isVisible()]


def words(window: PromptWindow) -> str:
    return "\n".join(one.text() for one in window.findChildren(QLabel))


def test_the_prompt_of_a_reply_is_a_key_away(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=((Say("One."),), (Say("Two."),))))
    for question in ("First?", "Second question?"):
        ask(assembly, question)
        qtbot.waitUntil(has_ended(assembly))
    last_reply(assembly).setFocus()
    QTest.keyClick(last_reply(assembly), Qt.Key.Key_P)
    qtbot.waitUntil(lambda: len(windows(assembly)) == 1)
    (window,) = windows(assembly)

    assert window.findChildren(QPlainTextEdit)[0].toPlainText() == "First?One.Second question?"
    sources = [one.accessibleName() for one in window.findChildren(QPushButton) if "tokens" in one.accessibleName()]
    assert [one.split(":")[0] for one in sources] == ["Earlier turns", "Question"]
    presenters_of(assembly).prompts.show(last_reply(assembly).card.message_id)
    qtbot.waitUntil(lambda: windows(assembly) != [window] and len(windows(assembly)) == 1)
    press(button(windows(assembly)[0], "Copy the prompt"))
    assert QGuiApplication.clipboard().text() == "First?One.Second question?"
    press(button(windows(assembly)[0], "Close"))
    qtbot.waitUntil(lambda: not windows(assembly))


def test_each_step_of_a_reply_has_a_prompt_of_its_own(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, (call("calculate", '{"expression": "6*7"}'),), ANSWERS, offers=("calculate",))
    ask(assembly, "6 × 7?")
    qtbot.waitUntil(has_ended(assembly))
    presenters_of(assembly).prompts.show(last_reply(assembly).card.message_id)
    qtbot.waitUntil(lambda: len(windows(assembly)) == 1)
    (last,) = windows(assembly)
    (box,) = last.findChildren(QComboBox)

    assert box.currentText() == "Step 2 of 2"
    assert last.text.toPlainText() == "6 × 7?42"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: windows(assembly) != [last] and len(windows(assembly)) == 1)
    assert windows(assembly)[0].text.toPlainText() == "6 × 7?"


def test_a_window_that_is_open_goes_with_the_window_behind_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=((Say("One."),),)))
    ask(assembly, "First?")
    qtbot.waitUntil(has_ended(assembly))
    presenters_of(assembly).prompts.show(last_reply(assembly).card.message_id)
    qtbot.waitUntil(lambda: len(windows(assembly)) == 1)


def test_a_source_is_named_where_it_stands_and_its_next_piece_is_a_press_away(qtbot: QtBot) -> None:
    window = PromptWindow(prompt_of(*PIECES, cached=2, then=9))
    qtbot.addWidget(window)
    window.show()

    shown = window.text.toPlainText().encode("utf-16-le")  # as Qt counts
    at = [shown.index(some.encode("utf-16-le")) // 2 for some in ("<sys>", "Be", "<user>", "Why?")]
    assert [window.text.source_at(place) for place in at] == [piece.source for piece in PIECES]
    press(button(window, "Question · 1"))
    assert window.text.textCursor().selectedText() == "Why?"
    press(button(window, "System prompt · 3"))
    assert window.text.textCursor().selectedText().startswith("Be brief 🙂.")
    assert "Token 2 of 7: “>Be ”" in words(window)
    window.text.moveCursor(QTextCursor.MoveOperation.End)
    window.text.moveCursor(QTextCursor.MoveOperation.Left)
    assert "Token 7 of 7: “Why?”" in words(window)
    assert "2 of them were still in memory" in words(window)
    assert "Then it had 9 tokens" in words(window)
    assert "Most tokens of thought, 500: This model has no such switch: the budget is kept by Aside." in words(window)
    window.grab()


def test_a_long_prompt_opens_at_once_and_is_copied_whole(qtbot: QtBot) -> None:
    many = [
        PromptPiece(PromptSource.HISTORY if n % 2 else PromptSource.TEMPLATE, f"{n} words\n" * 40) for n in range(2500)
    ]
    prompt = prompt_of(*many)
    began = time.monotonic()
    window = PromptWindow(prompt)
    qtbot.addWidget(window)
    window.show()
    window.grab()
    print(f"{len(prompt.account.text):,} characters: {time.monotonic() - began:.2f} s")

    assert len(window.text.toPlainText()) == 400_000
    assert "The first part is shown" in words(window)
    press(button(window, "Copy the prompt"))
    assert len(QGuiApplication.clipboard().text()) == len(prompt.account.text)
