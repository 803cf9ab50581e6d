"""Killing the app while it writes, and disks that are really full: real processes, real signals."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.history.records import MessageState
from app.history.store import HistoryStore

_REPOSITORY = Path(__file__).parents[3]

_WRITE_UNTIL_KILLED = """
import sys, time
from pathlib import Path
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter

path = Path(sys.argv[1])
store = HistoryStore.open(path)
conversation = store.create_conversation("Trains")
question = store.add_question(conversation.id, None, "Why?")
reply = store.begin_reply(conversation.id, question.id, "Qwen")
writer = HistoryWriter(path, on_problem=lambda problem: print(problem, file=sys.stderr, flush=True))
while True:
    stamp = f"{time.time():.6f} "
    writer.append(reply.id, raw=stamp, thinking=stamp)
    print("written", flush=True)
    time.sleep(0.002)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("lifetime_s", [0.05, 0.4, 0.77, 1.1])
def test_killing_the_app_loses_at_most_half_a_second(tmp_path: Path, lifetime_s: float) -> None:
    path = tmp_path / "history.sqlite3"
    with subprocess.Popen(
        [sys.executable, "-c", _WRITE_UNTIL_KILLED, str(path)], cwd=_REPOSITORY, stdout=subprocess.PIPE
    ) as writing:
        assert writing.stdout is not None
        writing.stdout.readline()
        began = time.time()
        while time.time() - began < lifetime_s:
            writing.stdout.readline()
        killed_at = time.time()
        os.kill(writing.pid, signal.SIGKILL)

    store = HistoryStore.open(path)
    try:
        store.check_integrity()
        [recovered] = store.recover_interrupted()
        assert recovered.state is MessageState.FAILED
        last = float(recovered.thinking.split()[-1]) if recovered.thinking else began
        assert killed_at - last < 0.5
        assert store.branch(recovered.conversation_id)[-1] == recovered
    finally:
        store.close()


_FILL_THE_DISK = """
import sys, time
from pathlib import Path
from app.history.records import MessageState, ModelStep, ReplyEnd
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter

folder = Path(sys.argv[1])
path = folder / "history.sqlite3"
store = HistoryStore.open(path)
conversation = store.create_conversation("Trains")
question = store.add_question(conversation.id, None, "Why?")
reply = store.begin_reply(conversation.id, question.id, "Qwen")

ballast = folder / "ballast"
with ballast.open("wb", buffering=0) as file:
    try:
        while True:
            file.write(bytes(4096))
    except OSError:
        pass

problems, done = [], []
writer = HistoryWriter(path, on_problem=lambda problem: problems.append(problem.kind), retry_s=0.05)
text = "thought " * 8000
writer.append(reply.id, raw=text, thinking=text)
assert not writer.flush(timeout_s=1)
assert problems == ["disk_is_full"], problems
writer.append(reply.id, raw="more", thinking="more")
end = ReplyEnd(ModelStep("", text + "more", "42"), MessageState.COMPLETE)
writer.finish(reply.id, end, on_done=done.append)
ballast.unlink()
assert writer.flush(timeout_s=5)
assert writer.close()
assert problems == ["disk_is_full"], problems
assert done[0].answer == "42" and store.message(reply.id).thinking == text + "more"
store.check_integrity()
store.close()
print("all kept")
"""


def _may_mount() -> bool:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0


def _on_a_small_disk(folder: Path, program: str, *, size: str) -> subprocess.CompletedProcess[str]:
    script = f'mount -t tmpfs -o size={size} small "$1" && exec "$2" -c "$3" "$1"'
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", str(folder), sys.executable, program],
        cwd=_REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(not _may_mount(), reason="needs user namespaces to mount a small disk")
def test_a_disk_that_is_really_full_loses_nothing(tmp_path: Path) -> None:
    result = _on_a_small_disk(tmp_path, _FILL_THE_DISK, size="1m")
    assert result.stdout.strip() == "all kept", result.stderr


_BACK_UP_ON_A_SMALL_DISK = """
import contextlib, os, sys
from pathlib import Path
from app.errors import UserError
from app.history.backups import BackupKind, Backups
from app.history.damaged_file import replace_damaged
from app.history.store import HistoryStore

path = Path(sys.argv[1]) / "history.sqlite3"
with contextlib.closing(HistoryStore.open(path)) as store:
    conversation = store.create_conversation("Kept")
    store.add_question(conversation.id, None, "some words " * 30_000)
backups = Backups(path)
good = backups.make(BackupKind.DAILY)
free = os.statvfs(path.parent)
(path.parent / "filling").write_bytes(b"0" * (free.f_bavail * free.f_frsize - 100_000))
said = []
for work in (lambda: backups.make(BackupKind.BY_HAND), lambda: replace_damaged(path, good)):
    try:
        work()
    except UserError as error:
        said.append(error.kind)
assert backups.all() == [good] and list(good.path.parent.iterdir()) == [good.path]
with contextlib.closing(HistoryStore.open(path)) as store:
    store.check_integrity()
    assert [one.title for one in store.conversations()] == ["Kept"]
print(*said)
"""


@pytest.mark.skipif(not _may_mount(), reason="needs user namespaces to mount a small disk")
def test_a_full_disk_costs_a_backup_and_nothing_else(tmp_path: Path) -> None:
    result = _on_a_small_disk(tmp_path, _BACK_UP_ON_A_SMALL_DISK, size="6m")
    assert result.stdout.strip() == "no_room_for_backup disk_is_full", result.stderr


_WRITE_AGAINST_A_LIMIT = """
import resource, sys
from pathlib import Path
from app.errors import UserError
from app.history.store import HistoryStore

store = HistoryStore.open(Path(sys.argv[1]))
kept = store.create_conversation("Kept")
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
try:
    store.add_question(kept.id, None, "x" * 500_000)
except UserError as error:
    print(error.kind)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
store.add_question(kept.id, None, "Room again")
store.check_integrity()
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits")
def test_a_write_that_the_system_refuses_is_an_error_and_not_a_crash(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", _WRITE_AGAINST_A_LIMIT, str(tmp_path / "history.sqlite3")],
        cwd=_REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (result.stdout.strip(), result.stderr) == ("database_is_not_writable", "")
