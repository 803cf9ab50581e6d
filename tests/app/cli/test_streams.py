"""Commands whose standard streams are closed, full, or read no more; and Ctrl+C before the command has begun."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.streams import OutputNotWritten, write_error, write_out
from app.interrupts import EarlyInterrupts

ROOT = Path(__file__).resolve().parents[3]
LIST = [sys.executable, "-m", "ui", "models", "list", "--json"]
_needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such streams or signals")


class FullStream:
    def write(self, _text: str) -> int:
        raise OSError(28, "No space left on device")

    def flush(self) -> None:
        raise OSError(28, "No space left on device")

    def fileno(self) -> int:
        raise ValueError


def test_a_full_disk_behind_stdout_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", FullStream())

    with pytest.raises(OutputNotWritten, match="No space left on device"):
        write_out("answer")


def test_a_stderr_that_takes_nothing_does_not_cost_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", FullStream())

    write_error("a thought")


@_needs_posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_an_empty_one(closed: str, aside_home: Path) -> None:
    command = f'"$@" {closed}'
    done = subprocess.run(["sh", "-c", command, "sh", *LIST], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert (">&-" in closed.replace("2>&-", "")) or json.loads(done.stdout)["origin"] == "built in"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has this device")
def test_a_full_device_is_a_problem_of_the_person(aside_home: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(LIST, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True)

    assert done.returncode == 1
    assert done.stderr.startswith("The output could not be written: No space left on device.\n")
    assert "Traceback" not in done.stderr


@_needs_posix
def test_an_interrupt_during_the_start_ends_as_stopped(aside_home: Path) -> None:
    code = (
        "import sys, threading, time, os, signal\n"
        "from app.interrupts import EarlyInterrupts\n"
        "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"  # as what a shell starts in the background
        "EarlyInterrupts(['ask', '--json', 'x']).take()\n"
        "print('{}', flush=True)\n"
        "time.sleep(600)\n"
    )
    running = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stdout.readline() == "{}\n"
    running.send_signal(signal.SIGINT)
    said, _ = running.communicate(timeout=60)

    assert running.returncode == 130
    event = json.loads(said)
    assert (event["event"], event["reason"], event["thinking_tokens"]) == ("finished", "stopped", 0)


@_needs_posix
def test_an_interrupt_after_the_last_word_changes_nothing() -> None:
    left: list[int] = []
    interrupts = EarlyInterrupts(["ask", "--json", "x"], leave=left.append)
    earlier = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        interrupts.take()
        interrupts.tell_over()
        os.kill(os.getpid(), signal.SIGINT)
        assert interrupts.finish(0) == 0
        assert left == []
        interrupts.release()
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, earlier)
