"""Keeping the library in order: newer versions, and downloads that move to another folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.hub.transfer.download_plan import DownloadPlan
from app.model_choice.engine_probe import EngineProbe
from app.paths import AppPaths
from app.settings import SettingsFile
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_files import BytesFile
from tests.ui.conftest import OpenWindow
from tests.ui.model_manager_stage import RECOMMENDED, open_models, stocked_hub
from ui.models.library.library_panel import LibraryAction
from ui.models.models_page import Tab
from ui.models.models_presenter import ModelsPresenter

FILE = "Qwen3-0.6B-Q4_K_M.gguf"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    for name in ("HF_HOME", "HF_HUB_CACHE", "LLAMA_CACHE", "OLLAMA_MODELS", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)
    with stocked_hub(tmp_path / "stock") as running:
        monkeypatch.setenv("HF_ENDPOINT", running.endpoint)
        yield running


def downloaded(room: ModelsPresenter, qtbot: QtBot) -> Path:
    """Download the recommended model, choose it on its tab, and return its file."""
    page = room.hub.service.catalogue.page(RECOMMENDED)
    row = page.row("Q4_K_M")
    assert row is not None
    room.downloads.add(DownloadPlan.of(page, row))
    room.page.show_tab(Tab.LIBRARY)
    models = room.page.library.models
    qtbot.waitUntil(lambda: any(FILE in e.hint for e in models.entries()))
    found = next(e for e in models.entries() if FILE in e.hint)
    room.page.library.list.clicked.emit(models.index(models.row_of(found.key)))
    return Path(found.hint)


def test_a_newer_version_is_offered_and_downloaded_on_a_click(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _, room = open_models(open_window)
    path = downloaded(room, qtbot)
    button = room.page.library_panel.button(LibraryAction.UPDATE)
    assert button.text() == "Check for update"
    button.click()
    qtbot.waitUntil(
        lambda: button.isEnabled() and "newest" in room.page.library_panel.facts.texts().get("Version", ""),
    )

    newer = write_gguf(tmp_path / "newer.gguf", fill=0.75).read_bytes()
    hub.repositories[RECOMMENDED].files[FILE] = BytesFile(newer)
    hub.repositories[RECOMMENDED].commit = "d" * 40
    button.click()
    qtbot.waitUntil(lambda: button.text().startswith("Download update"))
    assert path.read_bytes() != newer
    button.click()

    qtbot.waitUntil(lambda: path.read_bytes() == newer)


def test_downloads_move_to_another_folder_and_stay_usable(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths
) -> None:
    _, room = open_models(open_window)
    path = downloaded(room, qtbot)
    target = tmp_path / "other disk"
    qtbot.waitUntil(lambda: not room.downloads.is_writing)

    room.library.move_downloads(target)

    models = room.page.library.models
    qtbot.waitUntil(lambda: any(e.hint.startswith(str(target)) for e in models.entries()))
    assert not path.exists()
    assert (target / path.relative_to(paths.models)).is_file()
    assert SettingsFile(paths.settings_file).load().models_folder == str(target)


def test_nothing_moves_while_something_downloads(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, room = open_models(open_window)
    path = downloaded(room, qtbot)
    monkeypatch.setattr(type(room.downloads), "is_writing", True)

    room.library.move_downloads(tmp_path / "elsewhere")

    assert not room.page.library.notice.isHidden()
    assert path.exists()
