"""A day with the real window, every system call of it and its children looked at: which sockets, and which files.

Chat, a search that is refused offline, models, settings, export, import and print, with the network forbidden in the
settings. Large run only: the tracer makes all of it slow.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.end_to_end.real_window import ROOT, XServer

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("strace", "Xvfb"))), reason="strace and Xvfb are needed to look on"
)

_CALLS = "socket,connect,bind,sendto,sendmsg,open,openat,openat2,creat,rename,renameat,renameat2,mkdir,mkdirat,unlink"
_OPENED = re.compile(r'\b(?:open|openat|openat2|creat)\((?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"([^"]*)"(?:, ([A-Z_|]*))?')
_OUTCOME = re.compile(r"\) += (-?\d+)")
_SYSTEM = ("/dev/", "/proc/", "/sys/")

PRINT_SERVICE = {"::1 631", "127.0.0.1 631"}
"""Of this computer: the system's own library asks it, and nothing before something is printed."""

_A_DAY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from app.history.exchange.exporting import ExportForm
from ui import application
from ui.assembly import Assembly
from ui.chat.exchange.export_dialog import ExportChoice
from ui.chat.exchange.exchange_presenter import FileDialogs
from ui.models.models_page import Tab

CHOSEN = Path(sys.argv[1])
opened = []
begin = Assembly.__init__
def remembered(self, *arguments, **more):
    begin(self, *arguments, **more)
    opened.append(self)
Assembly.__init__ = remembered
def to_pdf(self):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(CHOSEN / "printed.pdf"))
    return printer
FileDialogs.printer = to_pdf
FileDialogs.file_to_write = lambda self, name: CHOSEN / "export.json"

def day():
    [assembly] = opened
    content = assembly.content
    while assembly.services is None or not assembly.services.session.model_status.path:
        yield "start"
    services, presenters = assembly.services, assembly.presenters
    turn = services.session.send(None, "What is 12 + 30?")
    while not turn.has_ended:
        yield "chat"
    assert turn.failure is None, turn.failure
    presenters.chat.show_conversation(turn.conversation_id)
    content.sidebar.search_field.setText("12")
    while not content.sidebar.results.model.rowCount():
        yield "search in the history"
    content.sidebar.search_field.clear()
    content.sidebar.models_asked.emit()
    while not services.models.is_made:
        yield "models"
    room = services.models
    room.page.discover.field.setText("qwen")
    room.page.discover.field.returnPressed.emit()
    for _ in range(20):
        yield "search at the Hub"
    room.page.show_tab(Tab.LIBRARY)
    while not room.page.library.models.rowCount():
        yield "library"
    content.sidebar.settings_asked.emit()
    for _ in range(10):
        yield "settings"
    exchange = services.exchange
    exchange.export((turn.conversation_id,), ExportChoice(ExportForm.JSON, True))
    while not (CHOSEN / "export.json").exists() or services.jobs.running():
        yield "export"
    exchange.import_from(CHOSEN / "export.json")
    while services.jobs.running() or len(services.store.conversations()) < 2:
        yield "import"
    exchange.print_conversation(turn.conversation_id)
    while not (CHOSEN / "printed.pdf").exists() or services.jobs.running():
        yield "print"
    print("the day is over", flush=True)
    content.window().close()

def step():
    try:
        print(next(steps), flush=True)
    except StopIteration:
        timer.stop()
    except BaseException:
        timer.stop()
        QApplication.exit(1)
        raise
def begin_day():
    global steps
    steps = steps or day()
    step()
if __name__ == "__main__":  # the engine child imports this, too
    steps = None
    app = application._application()
    timer = QTimer()
    timer.timeout.connect(begin_day)
    timer.start(100)
    sys.exit(application.run_window())
"""


class Trace:
    """What strace wrote down of a process and its children."""

    def __init__(self, text: str) -> None:
        self._lines: list[str] = []
        begun: dict[str, str] = {}
        for line in text.splitlines():
            process, _, call = line.partition(" ")
            if call.endswith("<unfinished ...>"):
                begun[process] = call.removesuffix("<unfinished ...>")
            elif resumed := re.match(r"<\.\.\. \w+ resumed>", call.lstrip()):
                self._lines.append(begun.pop(process, "") + call.lstrip()[resumed.end() :])
            else:
                self._lines.append(call.lstrip())
        self._lines += begun.values()

    def addresses(self) -> list[str]:
        """Return where sockets of a network were to lead, one for each such socket; empty where it led nowhere."""
        made = [line for line in self._lines if re.match(r"socket\(AF_(?!UNIX|LOCAL)", line)]
        asked = [line for line in self._lines if re.match(r"(connect|bind|sendto|sendmsg)\(.*sa_family=AF_INET", line)]
        found = []
        for line in asked:
            host = re.search(r'inet_(?:addr\(|pton\(AF_INET6, )"([^"]*)"', line)
            port = re.search(r"port=htons\((\d+)\)", line)
            found.append(f"{host[1]} {port[1]}" if host and port else line)
        return found + [""] * (len(made) - len(asked))

    def reached(self) -> set[str]:
        """Return the local sockets that were bound or connected to."""
        found = set()
        for line in self._lines:
            call = re.search(r'\b(connect|bind)\(.*sun_path=(@?)"([^"]*)"', line)
            if call and " = 0" in line:
                found.add(f"{call[1]} {call[2]}{call[3]}")
        return found

    def opened(self, *, writing: bool) -> set[Path]:
        """Return the files that were opened, for writing or only for reading."""
        found = set()
        for line in self._lines:
            call, outcome = _OPENED.search(line), _OUTCOME.search(line)
            if call is None or outcome is None or int(outcome[1]) < 0:
                continue
            path = Path(call[1] or "/") / call[2]
            is_written = re.search(r"O_WRONLY|O_RDWR|O_CREAT|creat\(", line) is not None
            if is_written is writing and not str(path).startswith(_SYSTEM) and "O_DIRECTORY" not in (call[3] or ""):
                found.add(Path(os.path.normpath(path)))
        return found


def test_a_day_reaches_no_network_and_touches_only_what_is_ours_or_was_chosen(tmp_path: Path, attacks: int) -> None:
    if attacks <= 100:
        pytest.skip("only in the large run")
    person, home, chosen = tmp_path / "person", tmp_path / "aside", tmp_path / "chosen"
    for folder in (person / "Documents", person / ".ssh", home / "config", chosen, tmp_path / "run"):
        folder.mkdir(parents=True, mode=0o700)
    for secret in ("Documents/diary.txt", ".ssh/id_ed25519", "notes.txt"):
        (person / secret).write_text("secret")
    (home / "config" / "settings.json").write_text('{"stay_offline": true}')
    script, log = tmp_path / "day.py", tmp_path / "trace"
    script.write_text(_A_DAY, encoding="utf-8")
    with XServer() as server:
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(person),
            "ASIDE_HOME": str(home),
            "XDG_RUNTIME_DIR": str(tmp_path / "run"),
            "DISPLAY": server.display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        tracer = ["strace", "-f", "-y", "-qq", "-s", "400", "-e", f"trace={_CALLS}", "-o", str(log)]
        ran = subprocess.run(
            [*tracer, sys.executable, str(script), str(chosen)],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=900,
        )
    assert "the day is over" in ran.stdout, ran.stdout[-500:] + ran.stderr[-3000:]
    assert ran.returncode == 0
    trace = Trace(log.read_text(encoding="utf-8", errors="replace"))
    written, read = trace.opened(writing=True), trace.opened(writing=False)
    print(f"{len(written)} files written, {len(read)} read; reached: {sorted(trace.reached())}")

    assert set(trace.addresses()) <= PRINT_SERVICE
    tried = re.compile(re.escape(tempfile.gettempdir()) + "/[a-z0-9_]{8}$")  # Python looks whether it can be written
    elsewhere = {path for path in written if not path.is_relative_to(home) and not path.is_relative_to(chosen)}
    assert {path for path in elsewhere if not tried.match(str(path)) or path.exists()} == set()
    assert {path for path in read if path.is_relative_to(person)} == set()
    assert home / "data" / "history.sqlite3" in written, "the tracer has seen what there is to see"
    assert chosen / "printed.pdf" in written
    window_system = re.compile(r"connect @?/tmp/\.X11-unix/X\d+$")
    own = re.compile(re.escape(f"bind {tmp_path / 'run'}/"))  # Qt moves it to its name
    assert [place for place in trace.reached() if not window_system.match(place) and not own.match(place)] == []
