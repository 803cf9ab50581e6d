"""On the models page: the part that sees images comes along, or is added later, and the model is marked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.hub.library.library_model import LibraryModel, ModelOrigin, ModelState
from app.model_choice.engine_probe import EngineProbe
from app.paths import AppPaths
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.fake_hub import FakeHub
from tests.ui.conftest import OpenWindow, services_of
from tests.ui.model_manager_stage import choose, open_models, search, stocked_hub
from ui.models.discover.quantization_card import CardAction
from ui.models.library.library_words import entry_of_model

REPO = "org/Eyes-GGUF"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)
    eyes = write_gguf(tmp_path / "e.gguf", architecture="clip", extra={"has_vision_encoder": 1}).read_bytes()
    with stocked_hub(tmp_path) as hub:
        model = write_gguf(tmp_path / "m.gguf").read_bytes()
        facts = {"total": 600_000_000, "architecture": "llama", "context_length": 32_768}
        hub.add(REPO, {"Eyes-Q8_0.gguf": model, "mmproj-Eyes-F16.gguf": eyes}, downloads=5, gguf=facts)
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        yield hub


def test_it_is_left_out_or_comes_along_or_is_added_later(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    assembly, room = open_models(open_window)
    search(room, qtbot, "Eyes")
    choose(room, qtbot, REPO)
    panel = room.page.model_panel
    assert "Also the part that sees images" in panel.eyes.check.text()
    assert panel.eyes.is_wanted
    get = panel.eyes.findChildren(QPushButton)[0]
    assert get.isHidden()

    panel.eyes.check.setChecked(False)
    panel.cards()[0].button.click()
    folder = paths.models / REPO
    qtbot.waitUntil(lambda: panel.cards()[0].entry.action is CardAction.USE)
    assert [path.name for path in folder.iterdir()] == ["Eyes-Q8_0.gguf"]

    qtbot.waitUntil(lambda: not get.isHidden())
    get.click()
    qtbot.waitUntil(lambda: (folder / "mmproj-Eyes-F16.gguf").exists())
    qtbot.waitUntil(get.isHidden)

    def marked() -> list[str]:
        return [
            fact for entry in services_of(assembly).picker.entries() if entry.title == "Eyes" for fact in entry.facts
        ]

    qtbot.waitUntil(lambda: "sees images" in "".join(marked()))


def test_a_model_that_has_none_offers_none(hub: FakeHub, open_window: OpenWindow, qtbot: QtBot) -> None:
    _, room = open_models(open_window)
    search(room, qtbot, "Model-07")
    choose(room, qtbot, "many/Model-07-GGUF")
    assert room.page.model_panel.eyes.isHidden()
    assert not room.page.model_panel.eyes.is_wanted


def test_the_list_says_who_sees(tmp_path: Path) -> None:
    blind = LibraryModel("m", tmp_path / "m.gguf", 1, ModelOrigin.IMPORTED, ModelState.READY)
    seeing = LibraryModel(
        "m", tmp_path / "m.gguf", 1, ModelOrigin.IMPORTED, ModelState.READY, image_part=tmp_path / "mmproj.gguf"
    )
    assert "sees images" in entry_of_model(seeing).subtitle
    assert "sees images" not in entry_of_model(blind).subtitle
