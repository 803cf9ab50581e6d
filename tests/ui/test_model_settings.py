"""What is chosen for one model holds where that model answers, is kept, and shows what it does to the memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.conversation.preferences import SessionPreferences
from app.engines.model_ref import LocalFile, Remote
from app.engines.model_status import ModelPhase
from app.inference.protocol import ModelInfo, Placement
from app.messages import Sampling
from app.model_choice.engine_probe import EngineProbe
from app.paths import AppPaths
from app.settings import ModelSettings, Settings
from tests.app.hub.tiny_gguf import write_gguf
from tests.ui.conftest import OpenWindow, services_of, session_of
from tests.ui.model_manager_stage import open_models
from ui.models.library.library_panel import LibraryAction
from ui.models.models_page import Tab


@pytest.fixture(autouse=True)
def nobody_looks_at_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)


@pytest.fixture
def file(paths: AppPaths) -> Path:
    return write_gguf(paths.models / "Big-3B-Q4_K_M.gguf", name="Big")


def placed_at(path: str) -> ModelInfo:
    placement = Placement(path, "llama", "Q4_K_M", 1, 1, "cpu")
    return ModelInfo(name="m", context=1, placement=placement)


def test_what_is_chosen_for_a_model_comes_before_the_settings_and_leaves_others_alone(tmp_path: Path) -> None:
    own = ModelSettings(context=8192, gpu_layers=3, system_prompt="Be brief.", sampling=Sampling(temperature=0.1))
    settings = Settings(context=4096, system_prompt="Be kind.", top_k=7, model_settings={"/m.gguf": own})

    of_it = SessionPreferences.of(settings, cache_folder=tmp_path, model="/m.gguf")
    of_others = SessionPreferences.of(settings, cache_folder=tmp_path, model="/n.gguf")

    assert (of_it.load_options().context, of_it.load_options().gpu_layers) == (8192, 3)
    drawn = of_it.sampling_for(None)
    assert (of_it.system_prompt, drawn.temperature, drawn.top_k) == ("Be brief.", 0.1, 7)
    beside = placed_at("/n.gguf")
    assert of_it.sampling_for(beside).temperature is None, "another model that is asked beside the chosen one"
    assert of_others.sampling_for(placed_at("/m.gguf")).temperature == 0.1
    assert (of_others.load_options().context, of_others.system_prompt) == (4096, "Be kind.")
    assert of_others.load_options().gpu_layers is None
    assert of_others.sampling_for(None).temperature is None


def test_the_arithmetic_follows_what_is_typed_and_saving_loads_anew(
    open_window: OpenWindow, paths: AppPaths, file: Path, qtbot: QtBot
) -> None:
    assembly = open_window(home=paths)
    picker = services_of(assembly).picker
    picker.choose(str(file))
    qtbot.waitUntil(lambda: session_of(assembly).model_status.phase is ModelPhase.READY)
    picker.open_settings(str(file))
    dialog = picker.settings.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "Weights" in dialog.fit.accessibleName())
    before = dialog.fit.accessibleName()

    dialog.context.box.lineEdit().setText("2048")
    dialog.context.box.enter()
    qtbot.waitUntil(lambda: "Context of 2,048 tokens" in dialog.fit.accessibleName())
    assert dialog.fit.accessibleName() != before
    assert not dialog.layers.isEnabled(), "no card computes here"
    dialog.prompt.setPlainText("Be brief.")
    dialog.accept()

    kept = assembly.settings().model_settings[str(file)]
    assert (kept.context, kept.system_prompt) == (2048, "Be brief.")

    def context() -> int:
        info = session_of(assembly).model_status.info
        return info.context if info is not None else 0

    qtbot.waitUntil(lambda: context() == 2048)
    assembly.kept.save()
    assembly.close()
    again = open_window(home=paths)
    assert again.settings().model_settings[str(file)].context == 2048
    services_of(again).picker.open_settings(str(file))
    shown = services_of(again).picker.settings.dialog
    assert shown is not None
    assert shown.settings() == kept
    shown.reset.click()
    shown.accept()
    assert again.settings().model_settings == {}


def test_the_settings_of_a_model_open_from_the_list_and_from_the_library(
    open_window: OpenWindow, paths: AppPaths, file: Path, qtbot: QtBot
) -> None:
    assembly, room = open_models(open_window)
    picker = services_of(assembly).picker
    room.page.show_tab(Tab.LIBRARY)
    models = room.page.library.models
    qtbot.waitUntil(lambda: models.row_of(str(file)) >= 0)
    room.page.library.list.clicked.emit(models.index(models.row_of(str(file))))
    room.page.library_panel.button(LibraryAction.SETTINGS).click()
    assert picker.settings.dialog is not None
    assert "Big-3B" in picker.settings.dialog.windowTitle()
    picker.settings.dialog.reject()
    assert picker.settings.dialog is None

    room.left.emit()
    assembly.picker.open_list()
    shown = assembly.picker.list
    assert shown is not None
    shown.model.set_query("big")
    shown._go_to(0)
    QTest.mouseClick(assembly.picker.settings, Qt.MouseButton.LeftButton)
    assert not shown.isVisible()
    assert picker.settings.dialog is not None
    picker.settings.dialog.reject()
    assert assembly.settings().model_settings == {}


def test_models_are_known_by_their_file_or_by_server_and_name(open_window: OpenWindow) -> None:
    servers = services_of(open_window()).servers

    assert servers.key_of(LocalFile("/m.gguf")) == "/m.gguf"
    assert servers.key_of(Remote("http://server.invalid", "big")) == "http://server.invalid/big"
    assert servers.key_of(None) == ""
