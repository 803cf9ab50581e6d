from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.inference.protocol import Event, Heartbeat, ModelUnloaded
from ui.bridges.engine_bridge import EngineBridge
from ui.bridges.notice_of import notice_of
from ui.platform import crash_hook
from ui.platform.crash_hook import CrashHook, report
from ui.platform.keep_awake import KeepAwake, wakefulness_command
from ui.platform.single_instance import SingleInstance


def test_events_of_another_thread_arrive_in_order_in_few_bundles(qtbot: QtBot) -> None:
    bridge = EngineBridge()
    bundles: list[tuple[Event, ...]] = []
    bridge.received.connect(bundles.append)
    events: list[Event] = [Heartbeat() if n % 2 else ModelUnloaded() for n in range(300)]

    def post_all() -> None:
        for event in events:
            bridge.post(event)
            time.sleep(0.001)

    thread = threading.Thread(target=post_all)
    thread.start()
    qtbot.waitUntil(lambda: sum(map(len, bundles)) == 300)
    thread.join()

    assert [event for bundle in bundles for event in bundle] == events
    assert len(bundles) < 60


def test_an_error_is_said_with_its_values() -> None:
    notice = notice_of(UserError("{name} is gone.", "Look in {place}.", name="A", place="B"))

    assert (notice.message, notice.advice) == ("A is gone.", "Look in B.")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets a flag instead")
def test_sleep_is_held_off_only_while_wanted() -> None:
    keep_awake = KeepAwake((sys.executable, "-c", "import sys; sys.stdin.read()"))

    keep_awake.set_wanted(wanted=True)
    keep_awake.set_wanted(wanted=True)
    assert keep_awake.is_holding

    keep_awake.set_wanted(wanted=False)
    assert not keep_awake.is_holding


def test_a_system_without_the_means_is_left_alone() -> None:
    keep_awake = KeepAwake(("aside-no-such-command",))

    keep_awake.set_wanted(wanted=True)

    assert not keep_awake.is_holding
    keep_awake.release()


def test_windows_is_told_by_a_flag_and_told_again_when_it_is_over() -> None:
    states: list[int] = []
    keep_awake = KeepAwake((), set_execution_state=states.append)

    keep_awake.set_wanted(wanted=True)
    keep_awake.set_wanted(wanted=False)

    assert states == [0x80000001, 0x80000000]


@pytest.mark.parametrize(("platform", "begins"), [("linux", "systemd-inhibit"), ("darwin", "caffeinate")])
def test_each_system_has_its_command(platform: str, begins: str) -> None:
    assert wakefulness_command(platform)[0] == begins
    assert wakefulness_command("win32") == ()


_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.platform.single_instance import SingleInstance
application = QCoreApplication([])
second = SingleInstance(Path(sys.argv[1]))
assert not second.claim()
sys.exit(0 if second.hand_over("/tmp/a model.gguf") else 1)
"""


def test_a_second_start_hands_its_file_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.listen()
    calls: list[str] = []
    first.called.connect(calls.append)
    root = Path(__file__).resolve().parents[2]

    second = subprocess.Popen([sys.executable, "-c", _SECOND, str(tmp_path)], cwd=root)
    qtbot.waitUntil(lambda: second.poll() is not None)

    assert second.returncode == 0
    assert calls == ["/tmp/a model.gguf"]
    first.close()


def test_when_the_first_is_closed_another_one_can_be_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    assert not second.claim()

    first.close()

    assert second.claim()
    second.close()


def test_other_data_directories_have_windows_of_their_own(tmp_path: Path) -> None:
    assert SingleInstance(tmp_path / "a").socket_name != SingleInstance(tmp_path / "b").socket_name


def test_a_bug_in_any_thread_gives_a_report_and_no_window_dies(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(crash_hook._log, "disabled", True)
    hook = CrashHook()
    reports: list[str] = []
    hook.crashed.connect(reports.append)

    def fail() -> None:
        raise RuntimeError("planted bug")

    try:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(reports))
    finally:
        hook.close()

    assert "planted bug" in reports[0]
    assert "Python" in reports[0]


def test_a_report_names_the_versions() -> None:
    assert report("trace").startswith("Aside ")
