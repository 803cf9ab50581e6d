"""The tarball's scripts: into the menu and out of it again, from a folder of any name."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT, Script

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the scripts are for Linux")

ODD_NAME = "Ünïcode Ördner 文件, $HOME & 'q' \"Q\" `b` \\ 100%"


@pytest.fixture
def bundle(script: Script, tmp_path: Path) -> Path:
    """The parts of an unpacked tarball that the scripts touch, in a folder with every odd letter."""
    folder = tmp_path / ODD_NAME
    icons = tmp_path / "icons"
    icons.mkdir()
    debian_package = script("linux/debian_package.py")
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        (icons / f"aside-{size}.png").write_bytes(b"")
    debian_package.place_desktop_files(folder / "share", icons, debian_package.Release("1.0", "amd64", "2026-11-22"))
    for name in ("AsideApp", "aside"):
        (folder / name).write_text("#!/bin/sh\necho started\n")
        (folder / name).chmod(0o755)
    for name in ("install.sh", "uninstall.sh"):
        shutil.copy(ROOT / "packaging" / "linux" / name, folder)
    return folder


def run(file: Path, home: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home)}
    subprocess.run([str(file)], env=environment, check=True, capture_output=True, timeout=30)


def value_of(entry: Path, key: str) -> str:
    """Return a value of a desktop entry without its own escapes."""
    (line,) = [line for line in entry.read_text(encoding="utf-8").splitlines() if line.startswith(f"{key}=")]
    return re.sub(r"\\(.)", r"\1", line.removeprefix(f"{key}="))


def test_the_menu_starts_the_program_in_a_folder_of_any_name(bundle: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"

    for _ in range(2):  # twice does no harm
        run(bundle / "install.sh", home)

    entry = home / ".local/share/applications/io.github.aside.Aside.desktop"
    quoted = re.fullmatch(r'"((?:\\.|[^"\\])*)" %u', value_of(entry, "Exec"))
    assert quoted
    assert re.sub(r"\\(.)", r"\1", quoted[1]).replace("%%", "%") == str(bundle / "AsideApp")
    assert value_of(entry, "TryExec") == str(bundle / "AsideApp")
    assert subprocess.run([home / ".local/bin/aside"], capture_output=True, check=True).stdout == b"started\n"


def test_uninstalling_leaves_what_is_the_persons(bundle: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    history = home / ".local/share/Aside/history.sqlite3"
    history.parent.mkdir(parents=True)
    history.write_bytes(b"conversations")

    run(bundle / "install.sh", home)
    run(bundle / "uninstall.sh", home)

    kept = {file.relative_to(home).as_posix() for file in home.rglob("*") if file.is_symlink() or file.is_file()}
    caches = ("/mimeinfo.cache", ".local/share/mime/")
    assert {name for name in kept if not any(cache in name for cache in caches)} == {
        ".local/share/Aside/history.sqlite3"
    }
