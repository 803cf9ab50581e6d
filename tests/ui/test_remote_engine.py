"""A model on a server in the window: it answers, and what its engine cannot do is greyed out, with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.engines.model_ref import Remote
from app.inference.scripted_engine import Pause, Say
from tests.fakes.endpoint_dialects import DIALECTS
from tests.fakes.endpoint_server import DONE, EndpointServer, chunk, delta
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import answer_of, last_reply
from ui.assembly import Assembly
from ui.chat.transcript.card_action import CardAction

THINKING = (Say("<think>\nHm."), Pause(60.0))


def buttons(assembly: Assembly, text: str) -> list[QPushButton]:
    return [one for one in assembly.window.findChildren(QPushButton) if one.text() == text and one.isVisible()]


def test_a_model_on_a_server_answers_in_the_window(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    services = services_of(assembly)
    presenters = presenters_of(assembly)
    with EndpointServer(chunk("It *is*"), chunk(reason="length"), DONE) as server:
        services.broker.choose(Remote(server.url, "big"), "Big one")
        presenters.chat.send("Is it so?")
        qtbot.waitUntil(lambda: session_of(assembly).turn_count == 0)

    view = last_reply(assembly)
    assert answer_of(view) == "It *is*"
    (go_on,) = buttons(assembly, "Continue")
    assert not go_on.isEnabled()
    assert "runs on a server" in " ".join(go_on.toolTip().split())
    view.perform(CardAction.CONTINUE)  # by its key
    words = [label.text() for label in assembly.content.page.notices.findChildren(QLabel)]
    assert any("cannot go on from words" in said for said in words)
    assert not presenters.actions.action("edit_thought").is_available()

    session_of(assembly).choose_model("/models/scripted.gguf", "Scripted", load=False)
    (go_on,) = buttons(assembly, "Continue")
    assert go_on.isEnabled()
    assert "server" not in go_on.toolTip()


def test_a_running_thought_is_steered_whatever_model_is_chosen_meanwhile(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*THINKING)
    services = services_of(assembly)
    presenters = presenters_of(assembly)
    presenters.chat.send("Is it so?")
    qtbot.waitUntil(lambda: bool(buttons(assembly, "Answer now")))
    qtbot.waitUntil(lambda: bool(buttons(assembly, "Nudge…")))

    services.broker.choose(Remote("http://127.0.0.1:9", "big"), "Big one", load=False)
    for text in ("Answer now", "Nudge…"):
        for button in buttons(assembly, text):
            assert button.isEnabled()

    session_of(assembly).stop()
    qtbot.waitUntil(lambda: session_of(assembly).turn_count == 0)
    (edit,) = buttons(assembly, "Edit and continue…")
    assert not edit.isEnabled()
    assert "has not been asked yet" in " ".join(edit.toolTip().split())


def test_a_conversation_goes_on_with_a_local_model_a_server_and_a_local_model_again(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    session, chat = session_of(assembly), presenters_of(assembly).chat

    def ask(question: str) -> str:
        chat.send(question)
        qtbot.waitUntil(lambda: session.turn_count == 0)
        return answer_of(last_reply(assembly)).strip()

    assert ask("One?") == "All is well."
    far = (delta(reasoning_content="Far thought."), delta(content="Far away.", reason="stop"), DONE)
    with EndpointServer(*far, pages=DIALECTS[0].pages) as server:
        services_of(assembly).broker.choose(Remote(server.url, "m"), "m")
        assert ask("Two?") == "Far away."
    asked = [(one["role"], one["content"].strip()) for one in server.asked[0]["messages"]]
    assert asked == [("user", "One?"), ("assistant", "All is well."), ("user", "Two?")]
    session.choose_model("/models/scripted.gguf", "Scripted")
    assert ask("Three?") == "All is well."

    shown = services_of(assembly).store.conversations()[0]
    replies = [one for one in services_of(assembly).store.branch(shown.id) if one.role == "assistant"]
    assert [one.model_name for one in replies] == ["Scripted", "m", "Scripted"]
    assert replies[1].thinking == "Far thought."


def test_a_thought_on_a_server_is_ended_and_what_it_cannot_take_is_grey(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    session = session_of(assembly)
    closed = (delta(content="Yes.", reason="stop"), DONE)
    with EndpointServer(delta(reasoning="Hmm"), None, then=[closed], pages=DIALECTS[1].pages) as server:
        services_of(assembly).broker.choose(Remote(server.url, "m"), "m")
        presenters_of(assembly).chat.send("Is it so?")
        qtbot.waitUntil(lambda: bool(buttons(assembly, "Answer now")))
        qtbot.waitUntil(lambda: bool(buttons(assembly, "Nudge…")))
        for one in buttons(assembly, "Nudge…"):
            assert not one.isEnabled()
            assert "takes no hints" in one.toolTip()
        actions = presenters_of(assembly).actions
        assert not actions.action("nudge").is_available()
        assert actions.action("answer_now").is_available()
        (answer_now, *_) = buttons(assembly, "Answer now")
        assert answer_now.isEnabled()
        answer_now.click()
        qtbot.waitUntil(lambda: session.turn_count == 0)
    assert answer_of(last_reply(assembly)) == "Yes."
