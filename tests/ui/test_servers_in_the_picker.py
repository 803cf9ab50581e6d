"""Kept servers stand in the picker beside what is on this computer; nobody is asked whom the person has not allowed."""

from __future__ import annotations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.engines.endpoint_profile import Dialect
from app.engines.known_endpoints import KeptEndpoint, KnownEndpoints
from app.engines.model_ref import Remote
from app.engines.model_status import ModelPhase
from app.model_choice.engine_probe import EngineProbe
from app.paths import AppPaths
from tests.fakes.endpoint_server import DONE, EndpointServer, chunk
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import answer_of, last_reply
from ui.assembly import Assembly
from ui.models.picker.server_consent import ServerConsent
from ui.widgets.palette_model import PaletteEntry

LISTED = {"data": [{"id": "big", "owned_by": "vllm", "max_model_len": 4096}]}
PAGES: dict[str, object] = {"/v1/models": LISTED, "/version": {"version": "1"}}
ELSEWHERE = "http://server.invalid:8080"


def keep(paths: AppPaths, url: str, name: str = "lab", *, may_be_asked: bool = False) -> None:
    KnownEndpoints(paths.endpoints_file).add(KeptEndpoint(name, url, Dialect.VLLM, may_be_asked=may_be_asked))


@pytest.fixture(autouse=True)
def nobody_looks_at_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)


def line(assembly: Assembly, text: str) -> PaletteEntry | None:
    shown = assembly.picker.list
    assert shown is not None
    entries = [shown.model.entry(row) for row in range(shown.model.rowCount())]
    return next((one for one in entries if one is not None and text in one.text), None)


def test_a_models_server_is_listed_chosen_and_remembered(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    with EndpointServer(chunk("Far"), chunk(reason="stop"), DONE, pages=PAGES) as server:
        keep(paths, server.url)
        assembly = open_window(model=False)
        assert not server.looked
        services_of(assembly).picker.open_list()
        heading = line(assembly, "lab, on this computer")
        assert heading is not None
        assert not heading.is_enabled
        qtbot.waitUntil(lambda: line(assembly, "big") is not None)
        big = line(assembly, "big")
        assert big is not None
        assert assembly.picker.list is not None
        assembly.picker.list.chosen.emit(big)
        assembly.picker.close_list()
        status = session_of(assembly).model_status
        assert (status.model, status.name) == (Remote(server.url, "big"), "big")

        presenters_of(assembly).chat.send("Where?")
        qtbot.waitUntil(lambda: session_of(assembly).turn_count == 0)
        assert answer_of(last_reply(assembly)) == "Far"
        assert "on lab" in assembly.picker.findChildren(type(assembly.picker.cancel))[0].accessibleName()
        assembly.close()
        before = len(server.looked)

        again = open_window(model=False)
        assert session_of(again).model_status.model == Remote(server.url, "big")
        assert session_of(again).model_status.phase is ModelPhase.IDLE
        assert len(server.looked) == before

        services_of(again).picker.choose_named("lab/other")
        assert session_of(again).model_status.model == Remote(server.url, "other")
        services_of(again).picker.choose_named("nowhere/other")
        assert again.content.page.notices.isVisible()


def test_a_server_that_does_not_answer_is_a_grey_line_with_the_reason(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    keep(paths, "http://127.0.0.1:9")
    assembly = open_window()
    services_of(assembly).picker.open_list()
    qtbot.waitUntil(lambda: line(assembly, "cannot be reached") is not None)
    reason = line(assembly, "cannot be reached")
    assert reason is not None
    assert not reason.is_enabled
    assembly.picker.close_list()


def test_a_server_elsewhere_is_asked_once_the_person_allows_it(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    keep(paths, ELSEWHERE)
    assembly = open_window()
    services = services_of(assembly)
    services.picker.open_list()
    assert line(assembly, "lab, not on this computer") is not None
    assert line(assembly, f"Ask {ELSEWHERE} for its models…") is not None
    assert [one.full_name for one in services.picker.entries() if one.is_a_way] == ["lab/"]
    assembly.picker.close_list()

    services.picker.choose_named("lab/big")
    consent = assembly.window.findChild(ServerConsent)
    assert consent is not None
    assert "whoever is on the way can read it" in consent.accessibleDescription()
    consent.reject()
    assert not services.servers.list()[0].kept.is_allowed
    assert session_of(assembly).model_status.name == "Scripted"

    services.picker.choose_named("lab/big")
    assembly.window.findChildren(ServerConsent)[-1].accept()
    assert services.servers.list()[0].kept.is_allowed
    assert session_of(assembly).model_status.model == Remote(ELSEWHERE, "big")
    services.picker.choose_named("lab/other")
    assert session_of(assembly).model_status.name == "other"

    services.kept.set(stay_offline=True)
    services.picker.open_list()
    reason = line(assembly, "set to stay offline")
    assert reason is not None
    assert not reason.is_enabled
    assembly.picker.close_list()


def test_what_was_chosen_last_is_not_chosen_once_its_server_is_gone_or_not_allowed(
    open_window: OpenWindow, paths: AppPaths
) -> None:
    keep(paths, ELSEWHERE)
    assembly = open_window(model=False)
    services_of(assembly).kept.set(last_remote_model=(ELSEWHERE, "big"))
    assembly.close()
    again = open_window(model=False)
    assert not isinstance(session_of(again).model_status.model, Remote)
    known = services_of(again).servers.known
    assert services_of(again).servers.keep(msgspec.structs.replace(known.named("lab"), may_be_asked=True))
    again.close()
    assert session_of(open_window(model=False)).model_status.model == Remote(ELSEWHERE, "big")
