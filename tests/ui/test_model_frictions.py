"""Small things about models that stopped people: a failed download without a reason, a last model that is gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.engines.model_ref import LocalFile
from app.hub.catalogue.model_page import ModelPage
from app.hub.catalogue.search import HubModel
from app.hub.connection.remote_file import HubFile
from app.hub.quantization_row import sorted_files
from app.hub.transfer.disk import DiskIsFull
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadState, QueuedDownload
from app.model_choice.engine_probe import EngineProbe
from app.model_choice.model_chooser import ChoiceRow, PageChoice
from app.paths import AppPaths
from app.settings import SettingsFile
from tests.app.hub.tiny_gguf import write_gguf
from tests.ui.conftest import OpenWindow, services_of
from tests.ui.model_manager_stage import THINKING_TEMPLATE, open_models
from ui.models.discover.model_panel_presenter import entries_of_page
from ui.models.discover.quantization_card import CardAction, QuantizationCard
from ui.models.library.library_panel import LibraryAction
from ui.models.models_page import Tab
from ui.widgets.notice_bar import Subject


@pytest.fixture(autouse=True)
def nobody_looks_at_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)


def page_of(*names: str) -> ModelPage:
    files = [HubFile(path=name, size_bytes=1000 + at, sha256="0" * 64) for at, name in enumerate(names)]
    found = sorted_files(files, parameters=1_000_000)
    return ModelPage(HubModel("org/m-GGUF", commit="c" * 40), "", "", found.rows)


def test_a_failed_download_says_why_on_its_card_and_can_go_on(qtbot: QtBot) -> None:
    page = page_of("m-Q4_K_M.gguf")
    plan = DownloadPlan.of(page, page.quantizations[0])
    failed = QueuedDownload(1, plan, DownloadState.FAILED, 0, 1000, problem=DiskIsFull(Path("/models")))

    (entry,) = entries_of_page(page, None, [failed])

    assert entry.action is CardAction.RETRY
    card = QuantizationCard(entry)
    qtbot.addWidget(card)
    assert card.button.text() == "Try again"
    assert any("The disk of /models is full" in label.text() for label in card.findChildren(QLabel))
    assert "is full" in card.accessibleName()


def test_the_quantization_to_take_stands_first() -> None:
    page = page_of("m-Q2_K.gguf", "m-Q4_K_M.gguf", "m-Q8_0.gguf")
    rows = tuple(ChoiceRow(row, None, row.quantization == "Q8_0", None) for row in page.quantizations)

    found = [entry.name for entry in entries_of_page(page, PageChoice(page, rows), [])]

    assert found == ["Q8_0", "Q2_K", "Q4_K_M"]


def test_the_library_says_what_a_model_can_do_and_offers_no_use_of_the_loaded_one(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    file = write_gguf(paths.models / "Big-3B-Q4_K_M.gguf", name="Big", chat_template=THINKING_TEMPLATE)
    assembly, room = open_models(open_window)
    room.page.show_tab(Tab.LIBRARY)
    models, panel = room.page.library.models, room.page.library_panel
    qtbot.waitUntil(lambda: models.row_of(str(file)) >= 0)
    room.page.library.list.clicked.emit(models.index(models.row_of(str(file))))

    qtbot.waitUntil(lambda: "of 32,768 tokens" in panel.facts.texts().get("Context", ""))
    assert panel.facts.texts()["Can"] == "think"
    assert "tokens/s" in panel.facts.texts()["Here"]
    assert panel.title() == "Big-3B"
    assert "Last used" not in panel.facts.texts(), "nobody has noted it"
    assert not panel.button(LibraryAction.USE).isHidden()

    services_of(assembly).picker.choose(str(file))
    qtbot.waitUntil(lambda: panel.button(LibraryAction.USE).isHidden())


def test_that_the_last_model_is_gone_is_said_once(open_window: OpenWindow, paths: AppPaths) -> None:
    SettingsFile(paths.settings_file).update(last_model_path="/gone/Mine-Q4_K_M.gguf")

    assembly = open_window(home=paths, model=False)

    notices, services = assembly.content.page.notices, services_of(assembly)
    assert "The model Mine-Q4_K_M that was used last is not there now." in notices.accessibleName()
    services.events.model_changed.emit(replace(services.broker.status, model=LocalFile("/starter.gguf")))
    services.events.subject_changed.emit(Subject.CONVERSATION)
    assert notices.isVisible(), "that the starter stands in for it is no news"
    services.picker.model_chosen.emit(LocalFile("/other.gguf"))
    assert notices.isHidden()
