"""When the next prompt outgrows the context nothing is cut silently: the person chooses, and can take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.history.context_exclusions import ContextExclusions
from app.history.records import MessageState, ReplyFigures
from app.inference.scripted_engine import Say, Script
from tests.fakes.steps import reply_end
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import ask, button, field, has_ended, last_reply, press
from ui.assembly import Assembly
from ui.chat.composer.context_bar import ContextRemedy
from ui.chat.conversations.conversation_menu import CommandKind, ConversationCommand

LONG = "Why is it so, and not otherwise? " * 18  # 150 tokens of four characters
ANSWER = (Say("<think>a</think>"), Say("Because."))
SUMMARY = (Say("<think>a</think>"), Say("It was about reasons."))


def window(open_window: OpenWindow, qtbot: QtBot, *turns: tuple[Say, ...]) -> Assembly:
    assembly = open_window(script=Script(turns=turns or (ANSWER,), context=600))
    session_of(assembly).choose_model("/models/scripted.gguf", "Scripted")
    qtbot.waitUntil(lambda: session_of(assembly).model_status.info is not None)
    return assembly


def paste_and_send(assembly: Assembly, qtbot: QtBot, text: str = LONG) -> None:
    field(assembly).insertPlainText(text)
    QTest.keyClick(field(assembly), Qt.Key.Key_Return)
    qtbot.waitUntil(has_ended(assembly))


def words(assembly: Assembly) -> str:
    bar = assembly.content.page.context_bar
    return " ".join(label.text() for label in bar.findChildren(QLabel)) if bar.isVisible() else ""


def offers(assembly: Assembly) -> list[str]:
    bar = assembly.content.page.context_bar
    return [b.text() for b in bar.findChildren(QPushButton) if b.isVisible()]


def full(assembly: Assembly, qtbot: QtBot) -> None:
    """Ask until no further question of this length fits."""
    for _ in range(3):
        paste_and_send(assembly, qtbot)
    field(assembly).insertPlainText(LONG)
    qtbot.waitUntil(lambda: "the context holds 600" in words(assembly) and len(offers(assembly)) >= 2)


def unsent_of(assembly: Assembly) -> Callable[[], ContextExclusions]:
    return lambda: services_of(assembly).store.exclusions.of(1)


def test_a_prompt_that_does_not_fit_is_not_sent_and_the_text_stays(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = window(open_window, qtbot)
    full(assembly, qtbot)

    QTest.keyClick(field(assembly), Qt.Key.Key_Return)

    assert session_of(assembly).running_turn is None
    assert field(assembly).toPlainText() == LONG


def test_the_oldest_turns_are_left_out_are_marked_and_come_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = window(open_window, qtbot)
    full(assembly, qtbot)
    assert "Leave out the oldest turn" in offers(assembly)

    press(button(assembly.content.page.context_bar, "Leave out the oldest turn"))

    qtbot.waitUntil(lambda: words(assembly).startswith("Left out of the prompt: 1 turn"))
    assert unsent_of(assembly)().questions == (1,)
    first = assembly.content.page.transcript.question(1)
    assert first is not None
    assert any("Not sent" in label.text() for label in first.findChildren(QLabel))
    paste_and_send(assembly, qtbot, "")
    last = session_of(assembly).branch(1)[-1]
    assert (last.answer, last.figures.prompt_tokens) == ("Because.", len((LONG.strip() * 3) + "Because." * 2) // 4 + 1)

    qtbot.waitUntil(lambda: "Send everything" in offers(assembly) or len(offers(assembly)) > 1)
    presenters_of(assembly).context._keep(ContextExclusions())  # the bar may have more to offer by now
    assert not any("Not sent" in label.text() for label in first.findChildren(QLabel) if label.isVisible())
    assert unsent_of(assembly)().is_empty


def test_of_a_conversation_that_is_far_too_long_only_the_newest_turns_are_counted(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = window(open_window, qtbot)
    paste_and_send(assembly, qtbot, "Short?")
    store = services_of(assembly).store
    last = store.branch(1)[-1].id
    for number in range(30):
        question = store.add_question(1, last, f"{number} {LONG}")
        reply = store.begin_reply(1, question.id, "Scripted")
        store.finish_reply(
            reply.id,
            reply_end(raw="", thinking="", answer="Because.", state=MessageState.COMPLETE, figures=ReplyFigures()),
        )
        last = reply.id
    store.set_leaf(1, last)
    presenters_of(assembly).chat.show_conversation(None)
    presenters_of(assembly).chat.show_conversation(1)

    # 31 turns of about 150 tokens; 600 tokens of context hold three of them beside a short reply.
    qtbot.waitUntil(lambda: "needs about 4" in words(assembly).replace(",", "") and len(offers(assembly)) >= 1)
    assert "00 tokens with room for a reply" in words(assembly)
    qtbot.waitUntil(lambda: "Leave out the 28 oldest turns" in offers(assembly))
    press(button(assembly.content.page.context_bar, "Leave out the 28 oldest turns"))

    qtbot.waitUntil(lambda: words(assembly).startswith("Left out of the prompt: 28 turns"))
    paste_and_send(assembly, qtbot, "So?")
    figures = session_of(assembly).branch(1)[-1].figures
    assert figures.prompt_tokens is not None
    assert 600 - 150 - 75 - 20 < figures.prompt_tokens < 600 - 75


def test_a_question_that_is_too_long_by_itself_is_said_to_be(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = window(open_window, qtbot)
    field(assembly).insertPlainText(LONG * 5)

    qtbot.waitUntil(lambda: "The question alone takes" in words(assembly))
    field(assembly).clear()
    qtbot.waitUntil(lambda: not words(assembly))


def test_a_new_conversation_begins_with_the_summary_that_the_model_wrote(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = window(open_window, qtbot, ANSWER, ANSWER, ANSWER, SUMMARY)
    full(assembly, qtbot)
    qtbot.waitUntil(lambda: "New conversation with a summary" in offers(assembly))

    press(button(assembly.content.page.context_bar, "New conversation with a summary"))

    qtbot.waitUntil(lambda: presenters_of(assembly).chat.conversation_id == 2)
    own = session_of(assembly).overrides.of(2)
    assert own.system_prompt == "Summary of the conversation before this one:\nIt was about reasons."
    assert assembly.content.sidebar.conversations.title(2).endswith("continued")
    assert field(assembly).toPlainText() == LONG
    assert [m.answer for m in session_of(assembly).branch(1)][-1] == "It was about reasons."


def test_a_conversation_with_a_summary_says_what_it_goes_on_from_and_leads_back(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = window(open_window, qtbot, ANSWER, ANSWER, ANSWER, SUMMARY)
    full(assembly, qtbot)
    qtbot.waitUntil(lambda: "New conversation with a summary" in offers(assembly))
    note = assembly.content.page.continuation
    assert not note.isVisible()
    press(button(assembly.content.page.context_bar, "New conversation with a summary"))
    qtbot.waitUntil(lambda: presenters_of(assembly).chat.conversation_id == 2)

    title = assembly.content.sidebar.conversations.title(1)
    assert note.isVisible()
    assert note.accessibleName() == f"Goes on from “{title}”"
    (summary,) = note.findChildren(QPlainTextEdit)
    assert summary.isVisible()
    assert summary.toPlainText() == "It was about reasons."
    presenters_of(assembly).context._perform(ContextRemedy.SEND_EVERYTHING)  # it stays what it is
    press(button(note, "Hide the summary"))
    assert not summary.isVisible()
    press(button(note, "Go back to it"))
    assert presenters_of(assembly).chat.conversation_id == 1
    assert not note.isVisible()

    presenters_of(assembly).chat.show_conversation(2)
    assert note.isVisible()
    assembly.content.sidebar.list.commanded.emit(ConversationCommand(CommandKind.DELETE, (1,)))
    services_of(assembly).events.conversation_shown.emit(2)
    assert "no longer here" in note.accessibleName()


def test_an_empty_summary_begins_nothing(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = window(open_window, qtbot, ANSWER, ANSWER, ANSWER, (Say("<think>a</think>"),))
    full(assembly, qtbot)
    qtbot.waitUntil(lambda: "New conversation with a summary" in offers(assembly))

    press(button(assembly.content.page.context_bar, "New conversation with a summary"))

    bar = assembly.content.page.notices
    qtbot.waitUntil(lambda: any("No summary was written" in label.text() for label in bar.findChildren(QLabel)))
    assert presenters_of(assembly).chat.conversation_id == 1


def test_short_conversations_see_no_bar(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = window(open_window, qtbot)
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    qtbot.wait(500)

    assert words(assembly) == ""


def test_a_larger_context_is_loaded_and_kept(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = window(open_window, qtbot)
    services_of(assembly).picker.load_with(1024)

    def context() -> int:
        info = session_of(assembly).model_status.info
        return info.context if info is not None else 0

    qtbot.waitUntil(lambda: context() == 1024)
    own = assembly.settings().model_settings[session_of(assembly).model_status.path]
    assert own.context == 1024
    assert assembly.settings().context == 0, "other models keep theirs"


def test_a_reply_that_found_no_room_is_tried_again_with_a_larger_context(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=(ANSWER,), context=600, trained_context=4000))
    session = session_of(assembly)
    session.choose_model("/models/scripted.gguf", "Scripted")
    qtbot.waitUntil(lambda: session.model_status.info is not None)
    turn = session.send(None, LONG * 5)  # as tools make a prompt longer that fitted when it was sent
    presenters_of(assembly).chat.show_conversation(turn.conversation_id)
    qtbot.waitUntil(has_ended(assembly))

    press(button(assembly.content.page, "Load with "))

    qtbot.waitUntil(lambda: last_reply(assembly).card.answer == "Because.")
    assert last_reply(assembly).card.versions == 2, "what had failed is kept"
