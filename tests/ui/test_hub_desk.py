"""What the window asks of the models' desk while a thread of it is at work."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from app.hardware.gpu import Gpu
from app.model_choice.engine_probe import EngineProbe
from app.paths import AppPaths
from app.settings import SettingsFile
from ui.models.hub_desk import HubDesk


@pytest.fixture
def desk(paths: AppPaths) -> Iterator[HubDesk]:
    desk = HubDesk(paths, settings_file=SettingsFile(paths.settings_file), given_back_bytes=lambda: 0)
    yield desk
    desk.close()


def test_a_setting_is_followed_while_devices_are_looked_at(
    desk: HubDesk, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, may_end = threading.Event(), threading.Event()

    def devices(_probe: EngineProbe) -> tuple[Gpu, ...]:
        looks.set()
        assert may_end.wait(20)
        return ()

    monkeypatch.setattr(EngineProbe, "devices", devices)
    looker = threading.Thread(target=desk.look_at_devices)
    looker.start()
    assert looks.wait(10)
    follower = threading.Thread(
        target=desk.follow, args=(SettingsFile(paths.settings_file).update(threads=3),), daemon=True
    )
    follower.start()
    follower.join(5)
    is_held_up = follower.is_alive()
    may_end.set()
    looker.join()
    follower.join()

    assert not is_held_up
