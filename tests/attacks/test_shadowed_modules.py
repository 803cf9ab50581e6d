"""A folder full of files that are named as modules, libraries and programs: whatever is started there, none of it runs.

Each leaves a line in a file when it does.
"""

from __future__ import annotations

import os
import py_compile
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.fakes.engine_packs import installed_pack
from tests.fakes.tiny_models import WITHOUT_MARKERS, scripted_model

ROOT = Path(__file__).resolve().parents[2]
OURS = (
    "app",
    "ui",
    "resources",
    "llama_cpp",
    "PySide6",
    "shiboken6",
    "numpy",
    "jinja2",
    "msgspec",
    "pypdfium2",
    "psutil",
)
STARTED_BY_PYTHON = ("sitecustomize", "usercustomize", "__main__", "encodings")
PROGRAMS = (
    *("systemd-inhibit", "cat", "xdg-open", "notify-send", "gcc", "cc", "ld", "objdump", "ldconfig", "uname", "git"),
    *("lsb_release", "dbus-launch", "gio", "which", "sh", "python", "python3", "nvidia-smi", "lscpu", "sysctl", "ps"),
)
LIBRARIES = (
    *("libllama.so", "libggml.so", "libggml-base.so", "libggml-cpu.so", "libggml-cpu-x64.so", "libggml-cuda.so"),
    *("libggml-vulkan.so", "libmtmd.so", "libcuda.so.1", "libvulkan.so.1", "libpdfium.so", "libc.so.6", "libm.so.6"),
    *("libgomp.so.1", "libqxcb.so", "libqoffscreen.so", "libQt6Core.so.6", "libssl.so.3", "libxcb.so.1"),
    *("platforms/libqxcb.so", "platforms/libqoffscreen.so", "imageformats/libqsvg.so", "iconengines/libqsvgicon.so"),
)
SETTINGS = {
    "qt.conf": "[Paths]\nPlugins = .\nPrefix = .\nLibraries = .\n",
    "pyvenv.cfg": "home = .\ninclude-system-site-packages = true\n",
    ".env": "PYTHONPATH=.\n",
    "aside.pth": "import struct\n",
    "python._pth": ".\n",
}
WITH_A_COMPILER = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("gcc") is None, reason="libraries are built with the system's compiler"
)


class ShadowedFolder:
    """The folder, and the programs of ours that are started in it as an installed copy would be."""

    def __init__(self, place: Path, home: Path) -> None:
        self.path = place / "from somebody"
        self.path.mkdir(parents=True)
        self._home = home
        self._told = place / "what has run"
        self._programs = place / "programs"
        self._programs.mkdir()
        names = {*sys.stdlib_module_names, *OURS, *STARTED_BY_PYTHON}
        for name in names:
            self._add_module(name)
        for name in PROGRAMS:
            program = self.path / name
            program.write_text(f"#!/bin/sh\necho program {name} >> '{self._told}'\n", encoding="utf-8")
            program.chmod(0o755)
        for name, content in SETTINGS.items():
            (self.path / name).write_text(content, encoding="utf-8")
        if sys.platform == "linux" and shutil.which("gcc"):
            self._add_libraries([f"{name}{sysconfig.get_config_var('EXT_SUFFIX')}" for name in names])

    def what_has_run(self) -> list[str]:
        """Return a line for each thing in the folder that ran."""
        return self._told.read_text(encoding="utf-8").splitlines() if self._told.exists() else []

    def start(self, *arguments: str, program: str = "", path: str | None = None) -> subprocess.Popen[str]:
        """Start `aside`, or a program in Python, in the folder."""
        script = self._programs / "aside"
        lines = program or "from ui.__main__ import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
        script.write_text(f"import sys\n{lines}", encoding="utf-8")
        environment = os.environ | {
            "ASIDE_HOME": str(self._home),
            "PYTHONPATH": str(ROOT),
            "PATH": path if path is not None else os.environ["PATH"],
            "QT_QPA_PLATFORM": "offscreen",
        }
        environment.pop("PYTHONSAFEPATH", None)
        return subprocess.Popen(
            [sys.executable, str(script), *arguments],
            cwd=self.path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *arguments: str, program: str = "", path: str | None = None) -> tuple[int, str, str]:
        """Run it to its end, and return the exit code and what it said."""
        process = self.start(*arguments, program=program, path=path)
        said, complained = process.communicate(timeout=110)
        return process.returncode, said, complained

    def _add_module(self, name: str) -> None:
        source = f"open({str(self._told)!r}, 'a').write('module {name}\\n')\n"
        (self.path / f"{name}.py").write_text(source, encoding="utf-8")
        package = self.path / name
        package.mkdir()
        (package / "__init__.py").write_text(source, encoding="utf-8")
        (package / "__main__.py").write_text(source, encoding="utf-8")
        py_compile.compile(str(self.path / f"{name}.py"), cfile=str(self.path / f"{name}.pyc"))

    def _add_libraries(self, extensions: list[str]) -> None:
        code = self._told.parent / "library.c"
        code.write_text(
            "#include <fcntl.h>\n#include <unistd.h>\n"
            "__attribute__((constructor)) static void tell(void) {\n"
            f'    int file = open("{self._told}", O_WRONLY | O_CREAT | O_APPEND, 0644);\n'
            '    (void)!write(file, "library\\n", 8); close(file);\n}\n',
            encoding="utf-8",
        )
        library = self._told.parent / "library.so"
        subprocess.run(["gcc", "-shared", "-fPIC", "-o", str(library), str(code)], check=True)
        for name in (*LIBRARIES, *extensions):
            (self.path / name).parent.mkdir(exist_ok=True)
            (self.path / name).hardlink_to(library)


@pytest.fixture
def folder(tmp_path: Path, aside_home: Path) -> ShadowedFolder:
    return ShadowedFolder(tmp_path, aside_home)


def test_python_itself_would_run_what_lies_there(folder: ShadowedFolder) -> None:
    subprocess.run([sys.executable, "-c", "import struct"], cwd=folder.path, check=False)

    assert folder.what_has_run()


def test_asking_runs_nothing_of_the_current_folder(folder: ShadowedFolder, tmp_path: Path) -> None:
    model = scripted_model(tmp_path / "models", ["Yes", "<|im_end|>"], vocabulary=WITHOUT_MARKERS)

    code, said, complained = folder.run("ask", "--model", str(model), "Is it so?", path=f".:{os.environ['PATH']}:")

    assert (code, said.strip()) == (0, "Yes"), complained
    assert folder.what_has_run() == []


def test_a_model_in_the_current_folder_runs_nothing_beside_it(folder: ShadowedFolder) -> None:
    scripted_model(folder.path, ["Yes", "<|im_end|>"], vocabulary=WITHOUT_MARKERS, name="given")

    code, said, complained = folder.run("ask", "--model", "given.gguf", "Is it so?")

    assert (code, said.strip()) == (0, "Yes"), complained
    assert folder.what_has_run() == []


def test_the_self_check_with_its_window_runs_nothing_of_the_current_folder(folder: ShadowedFolder) -> None:
    code, said, complained = folder.run("self-check", path=f".:{os.environ['PATH']}")

    assert code == 0, said + complained
    assert folder.what_has_run() == []


def test_the_window_and_its_engine_run_nothing_of_the_current_folder(folder: ShadowedFolder) -> None:
    """The engine stays a direct child, and what protects it is a flag: an environment is handed on to anybody."""
    window = folder.start(path=f":{os.environ['PATH']}:.")
    try:
        assert waited_for(lambda: is_at_work(window.pid))
        engine = engine_of(window.pid)
        assert engine is not None
        command, environment = engine.cmdline(), engine.environ()
    finally:
        window.send_signal(signal.SIGTERM)
        said, complained = window.communicate(timeout=60)

    assert window.returncode == 0, said + complained
    assert folder.what_has_run() == []
    assert "-P" in command
    assert "PYTHONSAFEPATH" not in environment


def test_the_reader_of_pdf_files_runs_nothing_of_the_current_folder(folder: ShadowedFolder) -> None:
    (folder.path / "a.pdf").write_bytes(b"%PDF-1.4 nothing")
    program = (
        "from pathlib import Path\n"
        "from app.attachments.reading import read_attachment\n"
        "from app.attachments.errors import PdfIsDamaged\n"
        "if __name__ == '__main__':\n"
        "    try:\n        read_attachment(Path('a.pdf'))\n"
        "    except PdfIsDamaged as error:\n        print('told', error.details)\n"
    )

    code, said, complained = folder.run(program=program)

    assert code == 0, complained
    assert said.startswith("told Failed to load document"), said
    assert folder.what_has_run() == []


def test_looking_for_devices_runs_nothing_of_the_current_folder(folder: ShadowedFolder) -> None:
    program = (
        "from app.model_choice.engine_probe import EngineProbe, ProbeQuestion\n"
        "if __name__ == '__main__':\n    print(EngineProbe()._asked(ProbeQuestion()) is not None)\n"
    )

    code, said, complained = folder.run(program=program)

    assert (code, said.strip()) == (0, "True"), complained
    assert folder.what_has_run() == []


def test_programs_of_the_system_are_not_looked_for_in_the_current_folder(folder: ShadowedFolder) -> None:
    program = (
        "from app.programs import forget_relative_folders\n"
        "forget_relative_folders()\n"
        "from ui.platform.keep_awake import KeepAwake\n"
        "from ui.platform.notifications import notification_command\n"
        "awake = KeepAwake()\n"
        "awake.set_wanted(wanted=True)\n"
        "awake.release()\n"
        "print(notification_command())\n"
    )

    code, said, complained = folder.run(program=program, path=f".:{os.environ['PATH']}::somewhere")

    assert code == 0, complained
    assert said.strip() == (shutil.which("notify-send") or "")
    assert folder.what_has_run() == []


@WITH_A_COMPILER
def test_the_trial_of_a_pack_is_made_by_aside_and_by_nothing_in_the_current_folder(
    folder: ShadowedFolder, aside_home: Path
) -> None:
    installed_pack(aside_home, source="int nothing_of_ggml;\n")

    code, said, complained = folder.run("engine", "list", "--json")

    assert code == 0, complained
    assert '"works":false' in said
    assert "exit code 0" not in said, "something else was run and believed"
    assert folder.what_has_run() == []


def waited_for(condition: Callable[[], bool], *, timeout_s: float = 60.0) -> bool:
    deadline = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def engine_of(pid: int) -> psutil.Process | None:
    """Return the engine child of the app, if it runs: a direct child."""
    try:
        children = psutil.Process(pid).children()
        return next((child for child in children if "spawn_main" in " ".join(child.cmdline())), None)
    except psutil.Error:
        return None


def is_at_work(pid: int) -> bool:
    """Whether the engine child of the app has loaded llama.cpp."""
    engine = engine_of(pid)
    try:
        return engine is not None and any("libllama" in part.path for part in engine.memory_maps())
    except psutil.Error:
        return False
