"""While a model on a server is chosen, the composer says where a question goes, and what goes along."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.attachments.attached_file import FileKind
from app.engines.endpoint_profile import Dialect
from app.engines.known_endpoints import KeptEndpoint, KnownEndpoints
from app.engines.model_ref import Remote
from app.history.attachments import StoredAttachment
from app.paths import AppPaths
from tests.fakes.endpoint_server import DONE, EndpointServer, chunk
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import button, press

FILE = StoredAttachment("notes.txt", FileKind.TEXT.value, 400, "A note. " * 50)


def test_what_a_question_sends_and_to_whom_stands_in_the_composer(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    assembly = open_window()
    composer = assembly.content.page.composer
    assert composer.note == ""
    with EndpointServer(chunk("So"), chunk(reason="stop"), DONE) as server:
        KnownEndpoints(paths.endpoints_file).add(KeptEndpoint("lab", server.url, Dialect.VLLM))
        services_of(assembly).broker.choose(Remote(server.url, "big"), "big")
        assert composer.note == f"Is sent to lab ({server.url}), on this computer: this question."
        presenters_of(assembly).chat.send("One?")
        qtbot.waitUntil(lambda: session_of(assembly).turn_count == 0)
        composer.files.show_files((FILE,))
        composer.set_draft("Two?")
        qtbot.waitUntil(lambda: "1 turn before, 1 file, about 1" in composer.note)
        assert composer.edit.accessibleDescription() == composer.note

    session_of(assembly).choose_model("/models/scripted.gguf", "Scripted", load=False)
    assert composer.note == ""
    assert composer.edit.accessibleDescription() == ""
    composer.files.take_all()


def test_a_server_elsewhere_is_said_to_be_overheard_and_is_not_asked_while_offline(open_window: OpenWindow) -> None:
    assembly = open_window()
    composer, kept = assembly.content.page.composer, services_of(assembly).kept
    services_of(assembly).broker.choose(Remote("http://server.invalid:1", "big"), "big", load=False)
    composer.set_draft("Why?")
    assert "whoever is on the way can read it" in composer.note
    assert button(composer, "Send").isEnabled()

    kept.set(stay_offline=True)
    assert composer.note == "Aside is set to stay offline: nothing is sent to http://server.invalid:1."
    assert not button(composer, "Send").isEnabled()
    assert button(composer, "Send").toolTip() == composer.note
    press(button(composer, "Send"))
    assert composer.draft == "Why?"

    kept.set(stay_offline=False)
    services_of(assembly).broker.choose(Remote("https://server.invalid:1", "big"), "big", load=False)
    assert "http://" not in composer.note
    assert button(composer, "Send").isEnabled()
