"""Makes the .deb: the bundle in /usr/lib/aside, the programs in /usr/bin, and what a desktop wants to know."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from third_party import FILE_NAME

APP_ID = "io.github.aside.Aside"
_HERE = Path(__file__).resolve().parent
_CONTROL = """\
Package: aside
Version: {version}
Architecture: {architecture}
Section: science
Priority: optional
Installed-Size: {installed_kib}
Maintainer: The Aside authors <aside@localhost>
Depends: libc6 (>= {libc}), libgcc-s1, libstdc++6 (>= {gcc})
Recommends: libcups2 | libcups2t64, libegl1, libgl1, libwayland-client0, xdg-utils, xdg-desktop-portal,
 fonts-dejavu-core | fonts-noto-core
Description: reason with open-weight models on your own computer
 Aside shows what a reasoning model thinks beside what it answers. It runs GGUF
 models with llama.cpp, offline, and finds models on the Hugging Face Hub.
"""
_OLDEST = {"amd64": ("2.34", "11"), "arm64": ("2.39", "14")}
"""The C library and the compiler of the C++ library, as in `check_symbols.py`."""
_REFRESH = """\
#!/bin/sh
# Tells the desktop of the new menu entry, file type and icon, where there is one.
set -e
[ ! -x /usr/bin/update-desktop-database ] || update-desktop-database -q /usr/share/applications || true
[ ! -x /usr/bin/update-mime-database ] || update-mime-database /usr/share/mime || true
[ ! -x /usr/bin/gtk-update-icon-cache ] || gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true
"""
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


@dataclass(frozen=True, slots=True)
class Release:
    """What is packed: Debian's name of the architecture, the day as in 2026-11-22."""

    version: str
    architecture: str
    date: str


def make(bundle: Path, icons: Path, output: Path, *, release: Release, work: Path) -> Path:
    """Write the package to `output` and return it."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root / "usr" / "lib" / "aside", symlinks=True)
    place_desktop_files(root / "usr" / "share", icons, release)
    programs = root / "usr" / "bin"
    programs.mkdir(parents=True)
    for name in ("aside", "AsideApp"):
        (programs / name).symlink_to(f"../lib/aside/{name}")
    documents = root / "usr" / "share" / "doc" / "aside"
    documents.mkdir(parents=True)
    shutil.copy(_HERE.parents[1] / "LICENSE", documents / "copyright")
    (documents / FILE_NAME).symlink_to(f"../../../lib/aside/_internal/resources/{FILE_NAME}")
    _normalise_modes(root)
    control = root / "DEBIAN"
    control.mkdir()
    size = sum(file.lstat().st_size for file in root.rglob("*"))
    libc, gcc = _OLDEST[release.architecture]
    text = _CONTROL.format(
        version=release.version,
        architecture=release.architecture,
        installed_kib=(size + 1023) // 1024,
        libc=libc,
        gcc=gcc,
    )
    (control / "control").write_text(text, encoding="utf-8")
    for name in ("postinst", "postrm"):
        (control / name).write_text(_REFRESH, encoding="utf-8")
        (control / name).chmod(0o755)
    target = output / f"aside_{release.version}_{release.architecture}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target)], check=True)
    return target


def place_desktop_files(share: Path, icons: Path, release: Release) -> None:
    """Write menu entry, description, file type and icons below a `share` folder."""
    for folder, name in (
        ("applications", f"{APP_ID}.desktop"),
        ("metainfo", f"{APP_ID}.metainfo.xml"),
        ("mime/packages", f"{APP_ID}-mime.xml"),
    ):
        target = share / folder / (f"{APP_ID}.xml" if name.endswith("-mime.xml") else name)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = (_HERE / name).read_text(encoding="utf-8")
        text = text.replace("@VERSION@", release.version).replace("@DATE@", release.date)
        target.write_text(text, encoding="utf-8")
    hicolor = share / "icons" / "hicolor"
    for size in _ICON_SIZES:
        place = hicolor / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(icons / f"aside-{size}.png", place / f"{APP_ID}.png")
    scalable = hicolor / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copy(_HERE.parents[1] / "resources" / "icons" / "aside.svg", scalable / f"{APP_ID}.svg")


def _normalise_modes(root: Path) -> None:
    for path in [root, *root.rglob("*")]:
        if path.is_symlink():
            continue
        is_program = path.is_dir() or bool(path.stat().st_mode & 0o100)
        path.chmod(0o755 if is_program else 0o644)
