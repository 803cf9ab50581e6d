"""Starts a bundle where things are not as they should be: it must start, or say in a sentence why not.

    python packaging/linux/try_hardships.py BUNDLE_FOLDER

Killed in mid-reply, a full disk, no home, a folder that nobody may write to, two accounts at once, no screen, no
temporary folder, LANG=C, no XDG_* and a path with spaces and letters of several scripts. Needs root for the full disk
(a small tmpfs) and to become an ordinary user.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ODD_NAME = "Ünïcode Ördner 文件"
NOBODY = 65534
_PATIENCE_S = 60.0
"""On a machine that has other work."""
_LONG_QUESTION = "What is 347 + 588 + 219 + 771 + 336?"


class Hardships:
    """The trials; each returns a line on what came of it, or raises `AssertionError`."""

    def __init__(self, bundle: Path, work: Path) -> None:
        self._bundle = bundle
        self._work = work

    def run(
        self, *arguments: str, program: Path | None = None, as_nobody: bool = False, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run `aside` with nothing but PATH and what is given in its environment."""
        values = {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", **environment}
        who = {"user": NOBODY, "group": NOBODY} if as_nobody else {}
        command = [str(program or self._bundle / "aside"), *arguments]
        return subprocess.run(command, env=values, capture_output=True, text=True, timeout=120, **who)

    def plain_language(self) -> str:
        home = self._folder("plain")
        result = self.run("ask", "--temperature", "0", "What is 2 + 3?", HOME=str(home), LANG="C", LC_ALL="C")
        return self._answered(result, "5")

    def odd_path(self) -> str:
        moved = self._work / ODD_NAME
        shutil.copytree(self._bundle, moved, symlinks=True)
        home = self._folder(f"{ODD_NAME} home")
        return self._well(self.run("self-check", program=moved / "aside", HOME=str(home), ASIDE_HOME=str(home / "ä ß")))

    def read_only_install(self) -> str:
        home = self._folder("reader")
        os.chown(home, NOBODY, NOBODY)
        for path in [self._work, home]:
            path.chmod(0o755)
        return self._well(self.run("self-check", as_nobody=True, HOME=str(home)))

    def missing_home(self) -> str:
        return self._well_or_said(self.run("self-check", as_nobody=True, HOME="/nonexistent/home"))

    def no_home_at_all(self) -> str:
        return self._well_or_said(self.run("self-check"))

    def home_not_writable(self) -> str:
        home = self._folder("locked")
        home.chmod(0o555)
        listed = self._well_or_said(self.run("models", "list", as_nobody=True, HOME=str(home)))
        return f"{listed}; window: {self._window(home, as_nobody=True)}"

    def full_disk(self) -> str:
        home = self._folder("full")
        with mounted(home, "64k"):
            (home / "filler").write_bytes(b"x" * 60_000)
            said = self._well_or_said(self.run("ask", "What is 2 + 3?", ASIDE_HOME=str(home)))
            return f"{said}; window: {self._window(home)}"

    def killed(self) -> str:
        home = self._folder("killed")
        environment = {"PATH": "/usr/bin:/bin", "ASIDE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        command = [str(self._bundle / "aside"), "ask", "--temperature", "0", _LONG_QUESTION]
        running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert wait_until(lambda: bool(descendants(running.pid))), "no engine child"
        time.sleep(0.5)
        children = descendants(running.pid)
        running.send_signal(signal.SIGKILL)
        running.wait()
        deadline = time.monotonic() + 5
        while any(Path(f"/proc/{pid}").exists() for pid in children):
            assert time.monotonic() < deadline, f"children outlive the app: {children}"
            time.sleep(0.05)
        return f"{len(children)} children ended with it; then: " + self._well(
            self.run("self-check", ASIDE_HOME=str(home))
        )

    def killed_window(self) -> str:
        home = self._folder("killed window")
        for _ in range(2):
            self._window(home, with_signal=signal.SIGKILL, until=(home / "aside" / "data" / "history.sqlite3").exists)
        return self._well(self.run("self-check", ASIDE_HOME=str(home)))

    def two_accounts(self) -> str:
        homes = {user: self._folder(f"account {user}") for user in (NOBODY, NOBODY - 1)}
        windows: list[subprocess.Popen[bytes]] = []
        for user, home in homes.items():
            os.chown(home, user, user)
            values = {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
            command = [str(self._bundle / "AsideApp")]
            windows.append(subprocess.Popen(command, env=values, user=user, group=user, stderr=subprocess.DEVNULL))
        histories = [home / ".local/share/Aside/history.sqlite3" for home in homes.values()]
        are_there = wait_until(lambda: all(history.exists() for history in histories))
        time.sleep(1)
        ended = [window.poll() for window in windows]
        for window in windows:
            window.terminate()
            window.wait(timeout=20)
        assert ended == [None, None], f"a window ended: {ended}"
        assert are_there, "no history"
        return "each has a window and conversations of its own"

    def portable(self) -> str:
        moved = self._work / "portable"
        shutil.copytree(self._bundle, moved, symlinks=True)
        (moved / "aside-home").mkdir()
        home = self._folder("untouched")
        program = moved / "AsideApp"
        history = moved / "aside-home" / "data" / "history.sqlite3"
        self._window(home, program=program, portable=True, until=history.exists)
        assert history.exists(), "nothing beside the program"
        assert not list(home.iterdir()), f"the home was written: {list(home.iterdir())}"
        return "everything is beside the program"

    def no_screen(self) -> str:
        home = self._folder("without a screen")
        result = self.run(program=self._bundle / "AsideApp", HOME=str(home), QT_QPA_PLATFORM="")
        assert result.returncode == 1, f"exit code {result.returncode}: {result.stderr}"
        return result.stderr.splitlines()[0]

    def no_temporary_folder(self) -> str:
        return self._well(self.run("self-check", HOME=str(self._folder("no room")), TMPDIR="/proc"))

    # --- how to tell ------------------------------------------------------------------------------------------

    def _window(
        self,
        home: Path,
        *,
        as_nobody: bool = False,
        with_signal: signal.Signals = signal.SIGTERM,
        program: Path | None = None,
        portable: bool = False,
        until: Callable[[], bool] = bool,
    ) -> str:
        """Start the window, end it when something is so, or after some seconds; it must live until then, or say why."""
        environment = {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
        if not portable:
            environment["ASIDE_HOME"] = str(home / "aside")
        who = {"user": NOBODY, "group": NOBODY} if as_nobody else {}
        command = [str(program or self._bundle / "AsideApp")]
        running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **who)
        try:
            wait_until(lambda: running.poll() is not None or until(), seconds=_PATIENCE_S if until is not bool else 4)
            _, said = running.communicate(timeout=1)
        except subprocess.TimeoutExpired:
            running.send_signal(with_signal)
            running.communicate(timeout=20)
            return "it stays open"
        text = said.decode(errors="replace").strip()
        assert text, "the window ended without a word"
        assert "Traceback" not in text, text
        return text

    @staticmethod
    def _answered(result: subprocess.CompletedProcess[str], expected: str) -> str:
        assert result.returncode == 0, result.stderr
        assert expected in result.stdout, result.stdout
        return result.stdout.strip()

    @staticmethod
    def _well(result: subprocess.CompletedProcess[str]) -> str:
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout.strip().splitlines()[-1]

    @staticmethod
    def _well_or_said(result: subprocess.CompletedProcess[str]) -> str:
        if result.returncode == 0:
            lines = result.stdout.strip().splitlines()
            return lines[-1] if lines else "done"
        assert result.returncode == 1, f"exit code {result.returncode}: {result.stderr}"
        assert "Traceback" not in result.stderr, result.stderr
        return result.stderr.strip().replace("\n", " ")

    def _folder(self, name: str) -> Path:
        folder = self._work / name
        folder.mkdir()
        return folder


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[None]:
    """A file system of this size at the folder."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=777", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def wait_until(is_so: Callable[[], bool], *, seconds: float = _PATIENCE_S) -> bool:
    """Return whether something becomes so in this time."""
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def descendants(pid: int) -> list[int]:
    """Return the process's children and theirs."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *descendants(int(child))]
    return found


def main() -> int:
    """Go through all and say what came of each."""
    failures = 0
    with tempfile.TemporaryDirectory(prefix="aside-hardships-") as folder:
        work = Path(folder)
        trials = Hardships(Path(sys.argv[1]).resolve(), work)
        names: list[Callable[[], str]] = [
            trials.plain_language, trials.odd_path, trials.read_only_install, trials.missing_home,
            trials.no_home_at_all, trials.home_not_writable, trials.full_disk, trials.killed, trials.killed_window,
            trials.two_accounts, trials.portable, trials.no_screen, trials.no_temporary_folder,
        ]  # fmt: skip
        for trial in names:
            name = trial.__name__.replace("_", " ")
            try:
                print(f"ok      {name}: {trial()}", flush=True)
            except (AssertionError, OSError, subprocess.SubprocessError) as error:
                failures += 1
                print(f"FAILED  {name}: {error}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
