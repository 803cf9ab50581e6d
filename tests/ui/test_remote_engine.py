"""A model on a server in the window: it answers, and what its engine cannot do is greyed out, with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.engines.model_ref import Remote
from app.inference.scripted_engine import Pause, Say
from tests.fakes.endpoint_server import DONE, EndpointServer, chunk
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
        qtbot.waitUntil(lambda: session_of(assembly).turn_count == 0, timeout=10_000)

    view = last_reply(assembly)
    assert answer_of(view) == "It *is*"
    (go_on,) = buttons(assembly, "Continue")
    assert not go_on.isEnabled()
    assert "runs on a server" in go_on.toolTip()
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
    qtbot.waitUntil(lambda: bool(buttons(assembly, "Answer now")), timeout=10_000)
    qtbot.waitUntil(lambda: bool(buttons(assembly, "Nudge…")))

    services.broker.choose(Remote("http://127.0.0.1:9", "big"), "Big one", load=False)
    for text in ("Answer now", "Nudge…"):
        for button in buttons(assembly, text):
            assert button.isEnabled()

    session_of(assembly).stop()
    qtbot.waitUntil(lambda: session_of(assembly).turn_count == 0)
    (edit,) = buttons(assembly, "Edit and continue…")
    assert not edit.isEnabled()
    assert "cannot go on" in edit.toolTip()
