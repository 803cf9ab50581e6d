"""Word of a new version comes as a notice, only where there is a channel and only when switched on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pytestqt.qtbot import QtBot

from app.paths import AppPaths
from app.settings import SettingsFile
from app.signed_file import Role, signed_text
from app.updates.update_check import UpdateChannel, UpdateCheck
from ui.bridges.settings_store import SettingsStore
from ui.bridges.update_watch import UpdateWatch
from ui.widgets.notice_bar import Notice

ADDRESS = "https://news.example.org/aside.json"


class Stage:
    """A watch over signed news that say there is a version 9.9."""

    def __init__(self, state_file: Path) -> None:
        key = Ed25519PrivateKey.generate()
        days = {"published_on": "2026-11-01", "expires_on": "2999-12-31"}
        news = {"version": "9.9", "notes": "More.", "link": "https://example.org/aside", **days}
        content = json.dumps(news).encode()
        files = {ADDRESS: content, f"{ADDRESS}.sig": key.sign(signed_text(Role.NEWS, content))}
        self.asked: list[str] = []

        def fetch(address: str) -> bytes:
            self.asked.append(address)
            return files[address]

        def check(channel: UpdateChannel) -> UpdateCheck:
            keys = (key.public_key().public_bytes_raw(),)
            return UpdateCheck(channel, state_file=state_file, version="0.1.0", keys=keys, fetch=fetch)

        paths = AppPaths.from_environment()
        self.kept = SettingsStore(SettingsFile(paths.settings_file))
        self.watch = UpdateWatch(paths, self.kept, channel=UpdateChannel(ADDRESS), make_check=check)
        self.notices: list[Notice] = []
        self.watch.news_arrived.connect(self.notices.append)


@pytest.fixture
def stage(tmp_path: Path, qapp: object) -> Iterator[Stage]:
    made = Stage(tmp_path / "asked.json")
    yield made
    made.watch.close()


def test_nothing_is_asked_until_it_is_switched_on(stage: Stage, qtbot: QtBot) -> None:
    stage.watch.begin()
    assert stage.asked == []

    stage.kept.set(checks_for_updates=True)

    qtbot.waitUntil(lambda: bool(stage.notices))
    assert "9.9" in stage.notices[0].message
    assert stage.notices[0].details == "More.\n\nhttps://example.org/aside"


def test_it_is_asked_once_a_day(stage: Stage, qtbot: QtBot) -> None:
    stage.kept.set(checks_for_updates=True)
    stage.watch.begin()
    qtbot.waitUntil(lambda: bool(stage.notices))

    stage.kept.set(checks_for_updates=False)
    stage.kept.set(checks_for_updates=True)
    stage.watch.close()

    assert stage.asked == [ADDRESS, f"{ADDRESS}.sig"]


def test_nothing_is_asked_by_somebody_who_stays_offline(stage: Stage) -> None:
    stage.kept.set(checks_for_updates=True, stay_offline=True)
    stage.watch.begin()
    stage.watch.close()

    assert stage.asked == []


def test_a_copy_without_a_channel_never_asks(qapp: object) -> None:
    paths = AppPaths.from_environment()
    kept = SettingsStore(SettingsFile(paths.settings_file))
    watch = UpdateWatch(paths, kept, make_check=lambda _channel: pytest.fail("it asks"))
    kept.set(checks_for_updates=True)

    watch.begin()
    watch.close()
