"""Reading long conversations and answers: who wrote them, how fast, how wide, and the way from question to question."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.conversation.reply_keeper import reply_figures
from app.conversation.turn import Turn
from app.history.records import MessageState, StoredMessage
from app.inference.protocol import FinishReason, RunStats, ThinkingEnd
from app.inference.scripted_engine import Pause, Say, SayMany, Script
from app.settings.choices import ReadingFont, ReadingWidth
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import ask, has_ended, last_reply
from ui.chat.transcript.action_row import ActionRow
from ui.chat.transcript.cards import card_of_reply
from ui.chat.transcript.reply_view import ReplyView
from ui.chat.transcript.reply_words import figures_of


def figures(reply: ReplyView) -> str:
    (row,) = reply.findChildren(ActionRow)
    return next((label.text() for label in row.findChildren(QLabel) if "tokens/s" in label.text()), "")


def test_a_reply_says_who_wrote_it_and_how_fast_while_it_is_written(open_window: OpenWindow, qtbot: QtBot) -> None:
    written = (Say("<think>\nHm.</think>\n\n"), SayMany(("word ",) * 3, 30), Pause(30.0))
    assembly = open_window(script=Script(turns=(written,)))
    ask(assembly, "Well?")
    qtbot.waitUntil(lambda: bool(last_reply(assembly).findChildren(ActionRow)) and bool(figures(last_reply(assembly))))
    assert not has_ended(assembly)()

    session_of(assembly).stop()
    qtbot.waitUntil(has_ended(assembly))
    shown = [one.text() for one in last_reply(assembly).findChildren(QLabel) if one.isVisible()]
    assert "Scripted" in shown


def test_a_reply_says_what_drafting_has_saved_if_it_is_worth_a_word() -> None:
    turn = Turn(turn_id=1, conversation_id=1, question_id=1, reply_id=2, clock=lambda: 0.0)
    message = StoredMessage(2, 1, 1, "assistant", "", "", "Four.", MessageState.COMPLETE, 0.0)

    def said(share: float) -> tuple[str, ...]:
        stats = RunStats(FinishReason.STOP, ThinkingEnd.NONE, 9, 0, 0, 4, tokens_per_s=20.0, saved_by_drafts=share)
        return figures_of(card_of_reply(replace(message, figures=reply_figures(turn, stats)), (2,)))

    assert said(0.31) == ("20 tokens/s", "Drafting saved about a third of the time")
    assert said(0.01) == said(0.0) == ("20 tokens/s",)


def test_a_model_that_does_not_think_folds_the_pane_until_there_is_a_thought(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(script=Script(turns=((Say("Text."),),), goes_on_with_text=True))
    dock = assembly.content.dock
    assert not dock.is_collapsed
    ask(assembly, "Well?")
    qtbot.waitUntil(lambda: has_ended(assembly)() and dock.is_collapsed)
    assert not services_of(assembly).kept.now().thinking_pane_collapsed, "the person has not folded it"

    dock.toggle()
    assert not dock.is_collapsed
    dock.set_resting(resting=True)
    dock.set_resting(resting=False)
    assert not dock.is_collapsed


def test_questions_are_listed_searched_and_gone_to(open_window: OpenWindow, qtbot: QtBot) -> None:
    answer = (Say("<think>\nHm.</think>\n\n" + "A line.\n\n" * 60),)
    assembly = open_window(script=Script(turns=(answer,) * 3))
    header, transcript = assembly.content.page.header, assembly.content.page.transcript
    for text in ("About trains", "About planes", "About ships"):
        assert header.questions.isHidden() == (text != "About ships")
        ask(assembly, text)
        qtbot.waitUntil(has_ended(assembly))

    header.questions.click()
    palette = presenters_of(assembly).commands.question_list
    assert palette is not None
    rows = [palette.model.entry(row) for row in range(palette.model.rowCount())]
    assert [(entry.text, entry.detail) for entry in rows if entry] == [
        ("About trains", "1"),
        ("About planes", "2"),
        ("About ships", "3"),
    ]
    palette.findChildren(QLineEdit)[0].setText("plane")
    entry = palette.model.entry(0)
    assert entry is not None
    palette.close_palette()
    entry.choose()
    planes = transcript.question(int(rows[1].key.partition(":")[2])) if rows[1] else None
    assert planes is not None
    assert 0 <= planes.geometry().top() < 60

    transcript.step_question(-1)
    assert transcript.message_read() == int(rows[0].key.partition(":")[2]) if rows[0] else False
    transcript.step_question(1)
    assert 0 <= planes.geometry().top() < 60


def test_answers_are_as_wide_and_in_the_letters_that_were_chosen(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    assembly.window.resize(QSize(1800, 900))
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    answer, before = last_reply(assembly).text_view(), last_reply(assembly).width()

    services_of(assembly).kept.set(reading_width=ReadingWidth.WIDE, reading_font=ReadingFont.MONOSPACE)
    qtbot.waitUntil(lambda: last_reply(assembly).width() == 760)
    assert before == 544
    assert assembly.content.page.composer.width() == 760
    assert answer._layout.style.text_font().families() == ["JetBrains Mono"]

    services_of(assembly).kept.set(reading_width=ReadingWidth.WINDOW, reading_font=ReadingFont.INTER)
    qtbot.waitUntil(lambda: last_reply(assembly).width() > 760)
