"""The tab Servers: found by its address, used, tried, corrected, renamed and removed; elsewhere only when allowed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.engines.endpoint_profile import Dialect, Prefill
from app.engines.known_endpoints import KeptEndpoint, KnownEndpoints
from app.engines.model_ref import Remote
from app.model_choice.engine_probe import EngineProbe
from app.paths import AppPaths
from tests.fakes.endpoint_dialects import DIALECTS
from tests.fakes.endpoint_server import DONE, EndpointServer, chunk, delta
from tests.ui.conftest import OpenWindow, session_of
from tests.ui.model_manager_stage import open_models
from tests.ui.window_actions import button
from ui.models.models_page import Tab
from ui.models.models_presenter import ModelsPresenter
from ui.models.servers.server_panel import ServerAction

THOUGHT = (delta(reasoning="Hm."), delta(content="43", reason="stop"), DONE)
PLAIN = (chunk("43", reason="stop"), DONE)


@pytest.fixture(autouse=True)
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)


def add(room: ModelsPresenter, qtbot: QtBot, url: str, key: str = "") -> None:
    view = room.page.servers
    room.page.show_tab(Tab.SERVERS)
    view.address.setText(url)
    view.key.setText(key)
    QTest.keyClick(view.address, Qt.Key.Key_Return)


def act(room: ModelsPresenter, action: ServerAction) -> None:
    one = room.page.server_panel.button(action)
    assert one.isEnabled()
    one.click()


def test_a_server_is_found_corrected_tried_renamed_used_and_removed(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    assembly, room = open_models(open_window)
    known = KnownEndpoints(paths.endpoints_file)
    with EndpointServer(*THOUGHT, then=[PLAIN, THOUGHT, PLAIN], pages=DIALECTS[1].pages) as server:
        add(room, qtbot, server.url, "sk-secret-secret")
        panel = room.page.server_panel
        qtbot.waitUntil(lambda: panel.facts.texts().get("Context") == "8,192 tokens")
        assert panel.title() == "vllm"
        shown = panel.facts.texts()
        assert shown["Speaks"] == "vllm 0.17.1"
        assert shown["Thoughts"] == "in the field reasoning"
        assert shown["A running thought"] == "can be ended and edited"
        assert shown["Levels"].startswith("off, on")
        assert room.page.servers.key.text() == ""
        assert server.keys[0] == "Bearer sk-secret-secret"
        assert "sk-secret" not in paths.endpoints_file.read_text()

        act(room, ServerAction.CORRECT)
        form = panel.corrections
        assert form.isVisible()
        form.prefill.setCurrentIndex(form.prefill.findData(Prefill.NONE))
        form.prefill.activated.emit(0)
        form.context.box.setFocus()
        QTest.keyClicks(form.context.box, "2048")
        QTest.keyClick(form.context.box, Qt.Key.Key_Return)
        assert known.list()[0].by_hand.prefill is Prefill.NONE
        assert known.list()[0].by_hand.context == 2048
        assert panel.facts.texts()["A running thought"] == "cannot be reached into"
        form.prefill.setCurrentIndex(0)
        form.prefill.activated.emit(0)
        assert panel.facts.texts()["A running thought"] == "can be ended and edited"
        assert panel.facts.texts()["Context"] == "2,048 tokens"

        before = len(server.asked)
        act(room, ServerAction.TRY)
        tried = panel.button(ServerAction.TRY)  # is enabled, too, when something else is known of the server meanwhile
        qtbot.waitUntil(lambda: len(server.asked) > before and tried.isEnabled())

        act(room, ServerAction.RENAME)
        assert panel.window().focusWidget() is panel.rename.field
        assert panel.rename.field.selectedText() == panel.title()
        act(room, ServerAction.REMOVE)
        assert (panel.rename.isHidden(), panel.removal.isHidden()) == (True, False), "one thing is asked at a time"
        act(room, ServerAction.REMOVE)
        assert panel.removal.isHidden(), "the button closes it again"
        act(room, ServerAction.RENAME)
        panel.rename.field.setText("not a name!")
        QTest.keyClick(panel.rename.field, Qt.Key.Key_Return)
        assert "cannot be called" in panel.notice.accessibleName()
        act(room, ServerAction.RENAME)
        panel.rename.field.setText("lab")
        QTest.keyClick(panel.rename.field, Qt.Key.Key_Return)
        assert panel.title() == "lab"
        assert known.list()[0].by_hand.context == 2048

        act(room, ServerAction.USE)
        assert session_of(assembly).model_status.model == Remote(server.url, "m")
        assert assembly.content.page.isVisible()
        qtbot.waitUntil(lambda: session_of(assembly).model_status.info is not None)

    room.open()
    room.page.show_tab(Tab.SERVERS)
    act(room, ServerAction.REMOVE)
    panel.removal.yes.click()
    assert known.list() == ()
    assert panel.title() == ""


def test_what_is_no_server_is_told_in_one_sentence(open_window: OpenWindow, paths: AppPaths, qtbot: QtBot) -> None:
    _, room = open_models(open_window)
    add(room, qtbot, "not an address")
    notice = room.page.servers.notice
    assert "This is not an address." in notice.accessibleName()

    add(room, qtbot, "http://127.0.0.1:9")
    qtbot.waitUntil(lambda: "cannot be reached" in notice.accessibleName() and notice.isVisible())
    assert KnownEndpoints(paths.endpoints_file).list() == ()


def test_nothing_is_sent_to_another_computer_before_it_is_allowed(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    KnownEndpoints(paths.endpoints_file).add(KeptEndpoint("far", "http://far.invalid:1", Dialect.VLLM))
    _, room = open_models(open_window)
    add(room, qtbot, "http://server.invalid:8080", "sk-1")
    view = room.page.servers
    assert button(view, "Add and ask it").isVisible()
    assert view.said.isHidden()
    button(view, "Cancel").click()
    assert view.said.isHidden()

    add(room, qtbot, "http://server.invalid:8080")
    button(view, "Add and ask it").click()
    qtbot.waitUntil(lambda: view.notice.isVisible())
    assert [kept.name for kept in KnownEndpoints(paths.endpoints_file).list()] == ["far"]

    room.servers.refresh()
    view.list.clicked.emit(view.models.index(0))
    assert "command line" in room.page.server_panel.said.text()
    assert view.address.text() == "http://far.invalid:1"
    assert not room.page.server_panel.button(ServerAction.USE).isEnabled()
