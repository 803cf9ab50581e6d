"""What the start does before the window is painted, and what it leaves for later. Each run is a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_ENTRY_POINT = """
import sys
import ui.__main__
print(sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "huggingface_hub", "llama_cpp")))
"""
_FIRST_PAINT = """
import enum, json, os, sys
import ui.__main__ as start

enumerations = []
create = enum.EnumType._create_

def count(cls, name, *parts, **more):
    enumerations.append(name)
    return create(cls, name, *parts, **more)

def look():
    from PySide6.QtWidgets import QApplication, QWidget
    window, = (w for w in QApplication.topLevelWidgets() if w.isVisible())
    before, made = sorted(sys.modules), list(enumerations)
    values = [
        f"{name}.{value.__name__}"
        for name in before
        if name.split(".")[0] in ("app", "ui")
        for value in vars(sys.modules[name]).values()
        if "__dataclass_fields__" in getattr(value, "__dict__", {}) and value.__module__ == name
    ]
    from ui.chat.composer.composer import Composer
    composer, = window.findChildren(Composer)
    composer.edit.insertPlainText("typed at once")
    seen = {"modules": before, "enumerations": made, "dataclasses": values, "draft": composer.draft}
    print(json.dumps(seen), flush=True)
    os._exit(0)

if __name__ == "__main__":
    enum.EnumType._create_ = count
    start.start_fast()
    import ui.chat.chat_window as chat_window
    made = chat_window.ChatWindow.__init__

    def make(self, **parts):
        made(self, **parts)
        self.first_painted.connect(look)

    chat_window.ChatWindow.__init__ = make
    start.main()
"""
_AT_REST = """
import json, os, sys
import ui.__main__ as start

def look():
    from PySide6.QtCore import QTimer
    if not hasattr(sys.modules.get("app.model_choice.hub_service"), "HubService"):  # it is imported beside the window
        QTimer.singleShot(20, look)
        return
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

if __name__ == "__main__":
    start.start_fast()
    from ui.assembly import Assembly
    made = Assembly.__init__

    def make(self, *parts, **more):
        made(self, *parts, **more)
        self.started.connect(look)

    Assembly.__init__ = make
    start.main()
"""
_SELDOM = (
    "app.reasoning.step_finder",
    "filelock",
    "hashlib",
    "httpx2",
    "huggingface_hub",
    "importlib.metadata",
    "jinja2",
    "keyring",
    "numpy",
    "ssl",
    "ziamath",
)
"""What a window at rest has no use for: OpenSSL alone is four megabytes."""
_LATER = (
    "concurrent.futures",
    "cryptography",
    "email",
    "hashlib",
    "html",
    "http",
    "httpx2",
    "huggingface_hub",
    "jinja2",
    "keyring",
    "llama_cpp",
    "markdown_it",
    "mdit_py_plugins",
    "multiprocessing",
    "numpy",
    "psutil",
    "pygments",
    "qtawesome",
    "socket",
    "sqlite3",
    "ssl",
    "subprocess",
    "xml",
    "ziamath",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "app.conversation",
    "app.documents",
    "app.history.store",
    "app.hub",
    "app.inference",
    "ui.models.models_page",
    "ui.settings",
    "ui.widgets.command_palette",
)
"""Heavy, or of no use before there is something to show. A first part of a name stands for all that begin so."""
_MOST_MODULES = 176
"""Each takes about a third of a millisecond; Qt's and Python's own that any window needs are not counted."""

_LARGE_CLASSES = {"PixelMetric", "WizardOption"}
"""Names made with QStyle, and with all classes of widgets: PySide makes those to find the class of a widget that Qt
itself has made, such as the viewport of a scroll area that was given none."""


def seen_by(script: str, home: Path) -> Any:
    """Return what a script prints that opens the window of a new home."""
    file = home / "look.py"
    file.write_text(script, encoding="utf-8")
    environment = {**os.environ, "ASIDE_HOME": str(home), "PYTHONPATH": str(_ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, str(file)], env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def of_a_bare_window() -> set[str]:
    """Return what PySide and Python import for any window."""
    script = "import sys; from PySide6 import QtCore, QtGui, QtWidgets; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_entry_point_imports_no_qt_before_it_knows_what_is_wanted() -> None:
    done = subprocess.run([sys.executable, "-c", _ENTRY_POINT], cwd=_ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_what_the_first_picture_does_not_need_is_imported_later(tmp_path: Path) -> None:
    seen = seen_by(_FIRST_PAINT, tmp_path)
    modules = set(seen["modules"])

    early = {name for name in modules for heavy in _LATER if name == heavy or name.startswith(f"{heavy}.")}
    assert early == set(), "import these where they are first used: the window is painted without them"
    more = modules - of_a_bare_window()
    assert len(more) <= _MOST_MODULES, (
        f"{len(more)} modules before the first paint: can some come later? {sorted(more)}"
    )
    assert not _LARGE_CLASSES & set(seen["enumerations"]), "PySide has made QStyle, or every class of widgets there is"
    assert seen["dataclasses"] == [], "a `msgspec.Struct` is made in 10 µs, a dataclass in 340"
    assert seen["draft"] == "typed at once", "the composer takes what is typed as soon as it is seen"


def test_a_window_at_rest_has_imported_nothing_that_it_seldom_needs(tmp_path: Path) -> None:
    assert set(seen_by(_AT_REST, tmp_path)) & set(_SELDOM) == set(), "import these where they are used"


def test_importing_reads_no_sources() -> None:
    script = """
import linecache
import ui.__main__ as start
start.start_fast()
import ui.application
print(sorted(name for name in linecache.cache if "ui" in name.replace(chr(92), "/").split("/")))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=_ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]", "PySide's own import keeps the source of every module in memory"
