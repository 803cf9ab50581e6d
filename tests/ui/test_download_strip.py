"""The strip under the chat: there while something is downloaded, and a way to the list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.fake_hub import FakeHub
from tests.ui.conftest import OpenWindow, services_of
from tests.ui.model_manager_stage import choose, open_models, search, stocked_hub
from ui.models.discover.quantization_card import CardAction
from ui.models.downloads.download_bar import DownloadStrip
from ui.models.models_page import Tab


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

    qtbot.waitUntil(lambda: bool(assembly.content.page.findChildren(DownloadStrip)), timeout=10_000)
    (strip,) = assembly.content.page.findChildren(DownloadStrip)
    qtbot.waitUntil(lambda: strip.isVisible() and "%" in strip.accessibleName(), timeout=10_000)
    assert strip.accessibleName().startswith("Big · Q4_K_M")

    strip.click()
    assert room.page.isVisible()
    assert room.page.tab is Tab.DOWNLOADS
    room.downloads._queue.pause(room.downloads._queue.items()[0].id)
    services_of(assembly).models.leave()
    qtbot.waitUntil(lambda: not strip.isVisible(), timeout=10_000)
