"""The bar under the chat: there while something is downloaded, and a way to the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadState, QueuedDownload
from tests.fakes.fake_hub import FakeHub
from tests.ui.conftest import OpenWindow, services_of
from tests.ui.model_manager_stage import choose, open_models, search, stocked_hub
from ui.models.discover.quantization_card import CardAction
from ui.models.downloads.download_bar import DownloadBar
from ui.models.models_page import Tab
from ui.theme.theme import Theme


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    with stocked_hub(tmp_path) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        monkeypatch.delenv("HF_TOKEN", raising=False)
        yield hub


def test_a_running_download_is_shown_under_the_chat_and_opens_the_list(
    hub: FakeHub, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly, room = open_models(open_window)
    assembly.kept.set(bandwidth_limit_kb_per_s=2000)
    search(room, qtbot, "Big")
    choose(room, qtbot, "org/Big-GGUF")
    room.panel._act("Big-Q4_K_M.gguf", CardAction.DOWNLOAD)
    services_of(assembly).models.leave()

    qtbot.waitUntil(lambda: bool(assembly.content.page.findChildren(DownloadBar)))
    (bar,) = assembly.content.page.findChildren(DownloadBar)
    qtbot.waitUntil(lambda: bar.isVisible() and "MB" in bar.accessibleName())
    assert bar.accessibleName().startswith("Big · Q4_K_M")

    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert room.page.isVisible()
    assert room.page.tab is Tab.DOWNLOADS
    assert not room.page.bar.isVisible()  # the list says the same
    room.downloads.pause(room.downloads._queue.items()[0].id)
    services_of(assembly).models.leave()
    qtbot.waitUntil(lambda: bar.isVisible() and bar._button.text() == "Resume")
    bar._button.click()
    qtbot.waitUntil(lambda: bar._button.text() == "Pause")
    bar._button.click()
    qtbot.waitUntil(lambda: bar._button.text() == "Resume")

    bar._dismiss.click()
    room.downloads.tell()
    assert not bar.isVisible()
    assert room.downloads.unfinished == 1


def test_a_long_reason_makes_no_window_wider(qtbot: QtBot, theme: Theme) -> None:
    plan = cast(DownloadPlan, SimpleNamespace(repo="org/Big-GGUF", quantization="Q4_K_M"))
    running = QueuedDownload(1, plan, DownloadState.DOWNLOADING, 5, 10)
    bar = DownloadBar()
    qtbot.addWidget(bar)

    bar.show_downloads((running,))
    bar.show_downloads((replace(running, state=DownloadState.FAILED, problem=UserError("No room for it. " * 20)),))

    assert bar.minimumSizeHint().width() < 500
