"""What the window asks of the models' service while a thread of it is at work."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.hardware.machine import Gpu, HeldMemory
from app.model_choice.engine_probe import EngineProbe
from app.model_choice.hub_service import HubService
from app.paths import AppPaths
from app.settings import SettingsFile


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return AppPaths.from_environment({"ASIDE_HOME": str(tmp_path)})


@pytest.fixture
def service(paths: AppPaths) -> Iterator[HubService]:
    service = HubService(paths, settings_file=SettingsFile(paths.settings_file), held=HeldMemory)
    yield service
    service.close()


def test_a_setting_is_followed_while_devices_are_looked_at(
    service: HubService, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, may_end = threading.Event(), threading.Event()

    def devices(_probe: EngineProbe) -> tuple[Gpu, ...]:
        looks.set()
        assert may_end.wait(20)
        return ()

    monkeypatch.setattr(EngineProbe, "devices", devices)
    looker = threading.Thread(target=service.look_at_devices)
    looker.start()
    assert looks.wait(10)
    follower = threading.Thread(
        target=service.follow, args=(SettingsFile(paths.settings_file).update(threads=3),), daemon=True
    )
    follower.start()
    follower.join(5)
    is_held_up = follower.is_alive()
    may_end.set()
    looker.join()
    follower.join()

    assert not is_held_up


def test_what_is_free_on_devices_is_looked_at_again_and_the_present_model_gives_its_share_back(
    paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = iter([6, 2, 8])
    held = [HeldMemory()]
    monkeypatch.setattr("app.model_choice.hub_service._LOOK_AGAIN_S", 0.0)
    monkeypatch.setattr(EngineProbe, "devices", lambda _probe: (Gpu("card", "cuda", next(seen) << 30, 8 << 30),))
    service = HubService(paths, settings_file=SettingsFile(paths.settings_file), held=lambda: held[0])
    try:
        free: list[int] = []
        for held[0] in (HeldMemory(), HeldMemory(0, 4 << 30), HeldMemory()):
            service.look_at_devices()
            free.append(service.computer().free_gpu_bytes >> 30)
    finally:
        service.close()

    assert free == [6, 6, 8], "nothing loaded; loaded; unloaded or crashed"


def test_where_there_is_no_device_none_is_looked_for_again(paths: AppPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []

    def devices(_probe: EngineProbe) -> tuple[Gpu, ...]:
        looks.append(1)
        return ()

    monkeypatch.setattr("app.model_choice.hub_service._LOOK_AGAIN_S", 0.0)
    monkeypatch.setattr(EngineProbe, "devices", devices)
    service = HubService(paths, settings_file=SettingsFile(paths.settings_file), held=lambda: HeldMemory(0, 4 << 30))
    service.look_at_devices()
    service.look_at_devices()
    service.close()

    assert len(looks) == 1
    assert service.computer().free_gpu_bytes == 0
