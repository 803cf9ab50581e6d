"""From an empty home to an answer by a real model: what a newcomer sees, and how many clicks it takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.engines.model_status import ModelPhase
from app.hub.catalogue.recommended_models import recommended_models
from app.model_choice.engine_probe import EngineProbe
from app.paths import AppPaths, resources_directory
from app.settings import SettingsFile
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_files import EndlessFile
from tests.ui.conftest import OpenWindow, services_of, session_of
from ui.assembly import Assembly
from ui.models import models_presenter
from ui.models.discover.first_model_card import FirstModelCard
from ui.models.downloads.download_bar import DownloadBar

pytestmark = pytest.mark.skipif(
    not list((resources_directory() / "starter").glob("*.gguf")), reason="needs the built-in model"
)


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    """A Hub with all that is recommended; none of its files is large."""
    model = write_gguf(tmp_path / "m.gguf", name="Real").read_bytes()
    hub = FakeHub()
    for one in recommended_models():
        name = one.repo.split("/")[1].removesuffix("-GGUF")
        file = EndlessFile(3_000_000, head=model)
        hub.add(one.repo, {f"{name}-Q4_K_M.gguf": file}, gguf={"total": one.parameters, "architecture": "llama"})
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.setattr(models_presenter, "_COUNT_AFTER_MS", 0)
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)
    with hub:
        yield hub


class Newcomer:
    """Clicks what is seen, and counts."""

    def __init__(self, assembly: Assembly, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.assembly = assembly
        self.clicks = 0
        (self.card,) = assembly.content.page.welcome.findChildren(FirstModelCard)

    def wait_for(self, words: str) -> None:
        """Wait until the card's button says this."""
        self._qtbot.waitUntil(lambda: self.card.isVisible() and self.card.action.text() == words)

    def click(self, button: QWidget) -> None:
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.clicks += 1


def open_first(open_window: OpenWindow, qtbot: QtBot) -> Newcomer:
    return Newcomer(open_window(model=False), qtbot)


def test_two_clicks_lead_from_an_empty_home_to_a_real_model(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot
) -> None:
    newcomer = open_first(open_window, qtbot)
    session = session_of(newcomer.assembly)
    newcomer.wait_for("Download")
    assert hub.faults.seen == [], "nothing is asked before the person wants it"

    newcomer.click(newcomer.card.action)
    newcomer.wait_for("Use now")
    newcomer.click(newcomer.card.action)
    qtbot.waitUntil(lambda: session.model_status.phase is ModelPhase.READY)
    (model,) = (one for one in services_of(newcomer.assembly).hub.service.library.list() if one.source is not None)
    assert session.model_status.path == str(model.path)
    assert not newcomer.card.isVisible()

    newcomer.assembly.content.page.composer.sent.emit("Who are you?")
    qtbot.waitUntil(lambda: session.running_turn is None)
    assert newcomer.clicks == 2


def test_the_starter_goes_on_while_the_model_comes_and_the_bar_says_when_it_is_ready(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot
) -> None:
    newcomer = open_first(open_window, qtbot)
    page = newcomer.assembly.content.page
    newcomer.wait_for("Download")
    newcomer.assembly.kept.set(bandwidth_limit_kb_per_s=2000)
    newcomer.click(newcomer.card.action)
    newcomer.wait_for("Pause")
    (example, *_) = (one for one in page.welcome.findChildren(QPushButton) if one.property("kind") == "example")

    newcomer.click(example)
    session = session_of(newcomer.assembly)
    qtbot.waitUntil(lambda: page.transcript.isVisible() and session.running_turn is None)
    qtbot.waitUntil(lambda: bool(page.findChildren(DownloadBar)))
    (bar,) = page.findChildren(DownloadBar)
    use = bar.findChildren(QPushButton)[0]
    qtbot.waitUntil(lambda: use.isVisible() and use.text() == "Use now")

    newcomer.click(use)
    assert newcomer.clicks == 3  # one of them was a question
    qtbot.waitUntil(lambda: "Starter" not in session.model_status.name)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_a_download_that_the_end_of_the_window_broke_off_goes_on_from_the_card(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot
) -> None:
    newcomer = open_first(open_window, qtbot)
    newcomer.wait_for("Download")
    newcomer.assembly.kept.set(bandwidth_limit_kb_per_s=500)
    newcomer.click(newcomer.card.action)
    downloads = services_of(newcomer.assembly).models
    qtbot.waitUntil(lambda: downloads.is_made and downloads.downloads.is_writing)
    newcomer.assembly.close()

    again = open_first(open_window, qtbot)
    again.wait_for("Resume")
    again.assembly.kept.set(bandwidth_limit_kb_per_s=0)
    again.click(again.card.action)
    again.wait_for("Use now")


def test_what_goes_wrong_is_said_in_the_card_and_can_be_tried_again(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    SettingsFile(paths.settings_file).update(stay_offline=True)
    newcomer = open_first(open_window, qtbot)
    newcomer.wait_for("Download")

    newcomer.click(newcomer.card.action)
    newcomer.wait_for("Try again")
    assert hub.faults.seen == []
    newcomer.assembly.kept.set(stay_offline=False)
    newcomer.click(newcomer.card.action)
    newcomer.wait_for("Use now")


def test_who_has_models_already_is_offered_none(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    paths.models.mkdir(parents=True)
    write_gguf(paths.models / "mine.gguf", name="Mine")
    newcomer = open_first(open_window, qtbot)

    qtbot.waitUntil(lambda: not newcomer.card.isVisible())
    assert hub.faults.seen == []


def test_models_of_other_apps_are_announced(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    folder = tmp_path / "me/.lmstudio/models/org/Theirs-GGUF"
    folder.mkdir(parents=True)
    for number in range(3):
        write_gguf(folder / f"Theirs-{number}-Q4_K_M.gguf", name=f"Theirs {number}")
    newcomer = open_first(open_window, qtbot)

    newcomer.wait_for("Download")
    qtbot.waitUntil(newcomer.card.show_found_button.isVisible)
    assert "Found 3 models of LM Studio" in [
        label.text() for label in newcomer.card.findChildren(QWidget) if hasattr(label, "text")
    ]
