"""The models page in the real app on a real X server, against a Hub on this machine: find, download, kill, resume."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.hub.library.library import Library
from app.paths import AppPaths
from tests.end_to_end.real_window import RealWindow, XServer, has_x_server
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_files import EndlessFile

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(not has_x_server(), reason="Xvfb or xdotool is not installed"),
]
_REPO = "org/Steady-GGUF"
_SIZE = 80_000_000


@pytest.fixture
def hub(starter: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    hub = FakeHub()
    hub.add(_REPO, {"Steady-Q8_0.gguf": EndlessFile(_SIZE, head=starter.read_bytes())})
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with hub:
        yield hub


def parts(paths: AppPaths) -> list[Path]:
    return sorted(paths.models.rglob("*.part"))


def ready(paths: AppPaths) -> list[str]:
    return [m.name for m in Library(paths, resources=paths.data / "none").list() if m.is_usable()]


def test_a_link_shows_the_page_and_downloads_nothing(hub: FakeHub, aside_home: Path) -> None:
    paths = AppPaths.from_environment({"ASIDE_HOME": str(aside_home)})
    with XServer() as server:
        window = RealWindow(server, aside_home, f"aside://open?repo={_REPO}")
        try:
            window.appear()
            asked = f"/{_REPO}/resolve/"
            window.until(lambda: any(asked in r.path for r in hub.faults.requests(port="hub")), what="the model's page")
            assert not paths.models.exists()
        finally:
            window.close()


def test_a_download_killed_on_the_way_goes_on_where_it_was(hub: FakeHub, aside_home: Path) -> None:
    paths = AppPaths.from_environment({"ASIDE_HOME": str(aside_home)})
    repository = hub.repositories[_REPO]
    file = repository.files["Steady-Q8_0.gguf"]
    plan = {
        "repo": _REPO,
        "commit": repository.commit,
        "quantization": "Q8_0",
        "files": [{"path": "Steady-Q8_0.gguf", "size_bytes": file.size, "sha256": file.sha256}],
    }
    paths.data.mkdir(parents=True)
    (paths.data / "downloads.json").write_bytes(msgspec.json.encode({"downloads": [plan]}))
    hub.pause_s = 0.02
    with XServer() as server:
        first = _resumed(server, aside_home, hub)
        first.until(lambda: any(part.stat().st_size > 20_000_000 for part in parts(paths)), what="20 MB")
        first.kill()
        before = parts(paths)[0].stat().st_size
        assert ready(paths) == []

        hub.pause_s = 0.0
        hub.faults.seen.clear()
        second = _resumed(server, aside_home, hub)
        try:
            second.until(lambda: bool(ready(paths)), what="the whole model")
        finally:
            second.close()

    starts = [r.headers.get("range", "") for r in hub.faults.requests(port="storage")]
    assert any(r.startswith("bytes=") and int(r[6:].split("-")[0]) >= before - 2**20 for r in starts)
    assert ready(paths) == ["Steady-Q8_0"]


def _resumed(server: XServer, home: Path, hub: FakeHub) -> RealWindow:
    """Open the app, go to Downloads and press Resume, again where a click came too early."""
    window = RealWindow(server, home)
    window.appear()
    window.resize(1240, 800)
    for pause_s in (0.5, 1, 2, 4):
        time.sleep(pause_s)
        _click(window, 60, 734)  # Models
        time.sleep(2 * pause_s)
        _click(window, 555, 26)  # Downloads
        time.sleep(pause_s)
        _click(window, 960, 95)  # Resume
        deadline = time.monotonic() + 4.0
        while time.monotonic() < deadline:
            if hub.faults.requests(port="storage"):
                return window
            time.sleep(0.1)
        window.press("Escape")
    return window


def _click(window: RealWindow, left: int, top: int) -> None:
    window._xdotool("mousemove", "--window", window._window, str(left), str(top), "click", "1")
