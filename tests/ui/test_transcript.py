"""Long conversations, the tree of versions, finding and the keyboard, in the real window on a scripted engine."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.history.records import MessageState, ReplyFigures
from app.history.store import HistoryStore
from app.inference.scripted_engine import Say, Script
from app.paths import AppPaths
from tests.fakes.failing_writes import held_by_another
from tests.fakes.steps import reply_end
from tests.ui.conftest import OpenWindow, presenters_of, services_of
from tests.ui.window_actions import answer_of, ask, button, has_ended, last_reply, press
from ui.assembly import Assembly
from ui.chat.search.find_bar import FindBar
from ui.chat.transcript.card_action import CardAction
from ui.chat.transcript.card_heights import CardHeights
from ui.chat.transcript.card_pool import CardView
from ui.chat.transcript.card_requests import CardRequests
from ui.chat.transcript.link_menu import link_menu
from ui.chat.transcript.message_editor import MessageEditor
from ui.chat.transcript.question_bubble import QuestionBubble
from ui.chat.transcript.reply_card import QuestionCard, ReplyCard, ReplyPhase
from ui.chat.transcript.reply_view import ReplyView
from ui.chat.transcript.reply_words import figures_of
from ui.documents.shown_address import shown_address, web_address
from ui.documents.verbatim_view import VerbatimView


def _write(paths: AppPaths, *, turns: int, last_answer: str = "") -> int:
    store = HistoryStore.open(paths.database)
    conversation = store.create_conversation("Long talk")
    leaf = None
    for number in range(turns):
        question = store.add_question(conversation.id, leaf, f"Question {number}, about trains?")
        reply = store.begin_reply(conversation.id, question.id, "model")
        answer = f"Answer {number}.\n\n" + "They meet at 15:40, not earlier.\n\n" * (number % 5)
        store.finish_reply(
            reply.id,
            reply_end(
                raw="",
                thinking=f"Thought {number}.",
                answer=last_answer if last_answer and number == turns - 1 else answer,
                state=MessageState.COMPLETE,
                figures=ReplyFigures(),
            ),
        )
        leaf = reply.id
    store.close()
    return conversation.id


@pytest.fixture
def long_talk(open_window: OpenWindow, paths: AppPaths, qtbot: QtBot) -> Assembly:
    conversation_id = _write(paths, turns=150)
    assembly = open_window()
    assembly.window.resize(1200, 700)
    presenters_of(assembly).chat.show_conversation(conversation_id)
    transcript = assembly.content.page.transcript
    qtbot.waitUntil(lambda: transcript.verticalScrollBar().maximum() > 10_000)
    return assembly


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _texts(assembly: Assembly) -> list[str]:
    return [
        view.card.text if isinstance(view, QuestionBubble) else view.card.answer
        for view in assembly.content.page.transcript.cards()
        if view.geometry().intersects(assembly.content.page.transcript.viewport().rect())
    ]


def test_only_cards_near_the_eye_are_built_and_every_one_can_be_reached(long_talk: Assembly, qtbot: QtBot) -> None:
    transcript = long_talk.content.page.transcript
    assert transcript.is_at_end
    assert _texts(long_talk)[-1].startswith("Answer 149.")
    qtbot.wait(200)
    assert len(transcript.viewport().findChildren(ReplyView)) < 30

    QTest.keyClick(transcript, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: _texts(long_talk)[:1] == ["Question 0, about trains?"])
    assert not transcript.is_at_end
    qtbot.waitUntil(lambda: transcript.is_complete)
    seen = set(_texts(long_talk))
    while not transcript.is_at_end:
        before = transcript.verticalScrollBar().value()
        QTest.keyClick(transcript, Qt.Key.Key_PageDown)
        assert transcript.verticalScrollBar().value() > before
        qtbot.waitUntil(lambda: transcript.is_complete)
        seen |= set(_texts(long_talk))
    assert {text.split(",")[0] for text in seen if text.startswith("Question")} == {
        f"Question {number}" for number in range(150)
    }
    assert len(transcript.viewport().findChildren(ReplyView)) < 30


def test_what_is_read_stays_where_it_is_while_cards_above_get_their_true_heights(
    long_talk: Assembly, qtbot: QtBot
) -> None:
    transcript = long_talk.content.page.transcript
    transcript.verticalScrollBar().setValue(transcript.verticalScrollBar().maximum() // 2)

    def in_view() -> list[CardView]:
        return [view for view in transcript.cards() if 0 <= view.y() < transcript.viewport().height() - 60]

    qtbot.waitUntil(lambda: transcript.is_complete and bool(in_view()))
    view = in_view()[0]
    text, top = view.accessibleName(), view.y()

    qtbot.wait(300)

    again = next(v for v in transcript.cards() if v.accessibleName() == text)
    assert again.y() == top


def test_an_edited_question_is_asked_as_another_version_and_the_old_one_is_kept(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    script = Script(turns=((Say("<think>a</think>First."),), (Say("<think>b</think>Second."),)))
    assembly = open_window(script=script)
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    transcript = assembly.content.page.transcript
    bubble = next(view for view in transcript.cards() if isinstance(view, QuestionBubble))
    bubble.setFocus()
    QTest.keyClick(bubble, Qt.Key.Key_E)
    (editor,) = bubble.findChildren(MessageEditor)
    (field,) = editor.findChildren(QTextEdit)
    assert field.toPlainText() == "Well?"
    assert not button(editor, "Send again").isEnabled()

    QTest.keyClicks(field, " Really?")
    assert not services_of(assembly).session.running_turn, "nothing is sent before it is confirmed"
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert not services_of(assembly).session.running_turn, "a new line is not the end"
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: has_ended(assembly)() and answer_of(last_reply(assembly)) == "Second.")

    bubble = next(view for view in transcript.cards() if isinstance(view, QuestionBubble))
    assert (bubble.card.text, bubble.card.version, bubble.card.versions) == ("Well? Really?", 2, 2)
    press(button(bubble, "‹"))
    assert answer_of(last_reply(assembly)) == "First."


def test_an_edited_answer_is_kept_beside_the_models_and_the_model_does_not_run(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    press(button(last_reply(assembly), "Edit"))
    (editor,) = last_reply(assembly).findChildren(MessageEditor)
    (field,) = editor.findChildren(QTextEdit)
    field.setPlainText("All is *very* well.")

    press(button(editor, "Save"))

    assert services_of(assembly).session.running_turn is None
    assert answer_of(last_reply(assembly)) == "All is *very* well."
    assert (last_reply(assembly).card.version, last_reply(assembly).card.versions) == (2, 2)
    assert last_reply(assembly).card.has_thought
    press(button(last_reply(assembly), "‹"))
    assert answer_of(last_reply(assembly)) == "All is well.\n"


@pytest.mark.parametrize("is_reply", [False, True])
def test_what_was_edited_stays_in_its_editor_when_it_cannot_be_kept(
    open_window: OpenWindow, qtbot: QtBot, is_reply: bool
) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    qtbot.waitUntil(lambda: services_of(assembly).store.branch(1)[-1].state is MessageState.COMPLETE)
    card = next(
        view for view in assembly.content.page.transcript.cards() if isinstance(view, QuestionBubble) is not is_reply
    )
    card.perform(CardAction.EDIT)
    (editor,) = card.findChildren(MessageEditor)
    (field,) = editor.findChildren(QTextEdit)
    qtbot.waitUntil(editor.isVisible)
    field.setPlainText("A long afternoon's work")
    confirm = button(editor, "Save" if is_reply else "Send again")

    with held_by_another(services_of(assembly).store.database):
        confirm.click()
    assert (editor.isVisible(), field.toPlainText()) == (True, "A long afternoon's work")
    confirm.click()
    qtbot.waitUntil(lambda: not card.findChildren(MessageEditor) or not editor.isVisible())
    qtbot.waitUntil(has_ended(assembly))

    texts = [message.answer for message in services_of(assembly).store.branch(1)]
    assert ("A long afternoon's work" in texts, len(texts)) == (True, 2)


def test_escape_leaves_a_message_as_it_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    qtbot.waitUntil(lambda: answer_of(last_reply(assembly)) != "")
    press(button(last_reply(assembly), "Edit"))
    (editor,) = last_reply(assembly).findChildren(MessageEditor)
    (field,) = editor.findChildren(QTextEdit)
    field.setPlainText("Something else")

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert answer_of(last_reply(assembly)) == "All is well.\n"
    assert last_reply(assembly).card.versions == 1
    assert assembly.content.page.composer.edit.hasFocus(), "the mouse has begun it"


def test_a_branch_becomes_a_conversation_of_its_own(long_talk: Assembly, qtbot: QtBot) -> None:
    transcript = long_talk.content.page.transcript
    QTest.keyClick(transcript, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: _texts(long_talk)[:1] == ["Question 0, about trains?"])
    qtbot.waitUntil(lambda: transcript.is_complete)
    view = next(v for v in transcript.cards() if isinstance(v, ReplyView) and v.card.answer.startswith("Answer 1."))

    press(button(view, "Branch"))

    conversations = long_talk.content.sidebar.conversations
    qtbot.waitUntil(lambda: len(conversations.ids()) == 2)
    shown = presenters_of(long_talk).chat.conversation_id
    assert shown == 2
    assert conversations.title(shown) == "Branch · Long talk"
    assert [text.split(",")[0].split(".")[0] for text in _texts(long_talk)] == [
        "Question 0",
        "Answer 0",
        "Question 1",
        "Answer 1",
    ]


def test_a_question_without_a_reply_is_said_to_be_unanswered(qapp: QApplication) -> None:
    assert figures_of(ReplyCard(1, ReplyPhase.STOPPED)) == ("Not answered yet",)
    assert figures_of(ReplyCard(1, ReplyPhase.STOPPED, 2)) == ("Stopped",)


def test_words_are_found_in_messages_that_were_never_built(long_talk: Assembly, qtbot: QtBot) -> None:
    window = long_talk.window
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    (bar,) = window.findChildren(FindBar)
    QTest.keyClicks(bar.focusWidget(), "answer 3")
    count = next(label for label in bar.findChildren(QLabel))
    qtbot.waitUntil(lambda: count.text().endswith("of 11"))

    QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: any(text.startswith("Answer 3") for text in _texts(long_talk)))
    for _ in range(10):
        QTest.keyClick(bar.focusWidget(), Qt.Key.Key_F3)
    assert any(text.startswith("Answer 3") for text in _texts(long_talk))
    QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(bar.isHidden)
    assert not long_talk.content.page.transcript.keyboard.reads, "nobody is led to another message"


def test_words_are_found_in_a_reply_that_the_file_does_not_hold_yet(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish, has_room = HistoryStore.finish_reply, threading.Event()
    monkeypatch.setattr(HistoryStore, "finish_reply", lambda *given: has_room.wait(30) and finish(*given))
    assembly = open_window(script=Script(turns=((Say("Today."),), (Say("They meet at noon."),))))
    for question in ("When?", "At what time?"):
        ask(assembly, question)
        qtbot.waitUntil(has_ended(assembly))
    QTest.keyClick(assembly.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    (bar,) = assembly.window.findChildren(FindBar)
    QTest.keyClicks(bar.focusWidget(), "noon")
    qtbot.waitUntil(lambda: next(iter(bar.findChildren(QLabel))).text() == "1 of 1")
    has_room.set()


def test_the_keyboard_goes_from_message_to_message_and_acts_on_them(long_talk: Assembly, qtbot: QtBot) -> None:
    transcript = long_talk.content.page.transcript
    transcript.setFocus(Qt.FocusReason.TabFocusReason)
    names = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_K, Qt.Key.Key_K, Qt.Key.Key_J):
        QTest.keyClick(_focused(), key)
        names.append(_focused().accessibleName().split(",")[0].split(".")[0])
    assert names == [
        "Your question: Question 149",
        "Reply: Answer 148",
        "Your question: Question 148",
        "Reply: Answer 148",
    ]

    QTest.keyClick(_focused(), Qt.Key.Key_C)

    assert QGuiApplication.clipboard().text().startswith("Answer 148.")


def test_a_long_question_is_folded_until_it_is_asked_for(qtbot: QtBot) -> None:
    text = "\n".join(f"line {number}" for number in range(240))
    bubble = QuestionBubble(asks=CardRequests())
    qtbot.addWidget(bubble)
    bubble.show_card(QuestionCard(1, text))
    bubble.resize(500, 400)
    bubble.show()

    def height_px() -> int:
        qtbot.waitUntil(lambda: not bubble.text_view().is_behind)
        QApplication.processEvents()
        layout = bubble.layout()
        assert layout is not None
        return layout.heightForWidth(bubble.width())

    folded_px = height_px()
    press(button(bubble, "Show all 240 lines"))

    assert height_px() > folded_px * 4
    press(button(bubble, "Show less"))
    assert height_px() == folded_px


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.b", "http://", "x", ""]
)
def test_only_web_and_mail_addresses_can_be_opened(address: str, qtbot: QtBot) -> None:
    assert web_address(address) is None
    parent = QLabel()
    qtbot.addWidget(parent)
    assert link_menu(address, parent) is None


def test_a_link_is_shown_in_plain_letters_before_it_is_opened() -> None:
    url = web_address("https://аpple.com/a?b=c")  # the first letter is Cyrillic
    assert url is not None
    assert shown_address(url) == "https://xn--pple-43d.com/a?b=c"


def test_heights_find_the_card_at_every_place() -> None:
    heights = CardHeights(range(10, 400))
    tops = [sum(range(10, 10 + index)) for index in range(390)]
    assert [heights.top_of(index) for index in range(390)] == tops
    assert [heights.index_at(top) for top in tops] == list(range(390))
    assert heights.index_at(-5) == 0
    assert heights.index_at(10**9) == 389
    heights.put(200, 5000)
    assert heights.top_of(201) == tops[200] + 5000
    assert heights.index_at(tops[200] + 4999) == 200
    heights.prepend([7] * 300)
    assert heights.top_of(301) == 2100 + 10
    assert heights.total == 2100 + sum(range(10, 400)) - 210 + 5000


def test_a_question_of_two_lines_is_seen_whole(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    assembly.window.resize(1200, 760)
    ask(assembly, "Write a very long story about a fox, a mill and the sea, in twenty long paragraphs.")
    qtbot.waitUntil(has_ended(assembly))

    bubble = next(card for card in assembly.content.page.transcript.cards() if isinstance(card, QuestionBubble))
    (text,) = bubble.findChildren(VerbatimView)
    qtbot.waitUntil(lambda: text.height() == text.heightForWidth(text.width()) > 2 * text.fontMetrics().height())
