"""The single file starts what is behind it, icons are what they say, libraries are lowered without harm."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import platform
import shutil
import struct
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.inference.packs.pack_store import PackStore
from tests.packaging.conftest import ROOT, Script

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these are made on Linux")


@pytest.fixture
def single_file(script: Script, tmp_path: Path) -> Path:
    """A single file around a program that prints its arguments."""
    program = tmp_path / "tree" / "AsideApp"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "started with $# $*, beside $APPIMAGE"\n', encoding="utf-8")
    program.chmod(0o755)
    archive = tmp_path / "aside.tar.gz"
    with tarfile.open(archive, "w:gz") as packed:
        packed.add(program.parent, "aside-1.0")
    output = tmp_path / "Ünïcode Ördner"
    output.mkdir()
    made: Path = script("linux/single_file.py").make(archive, output, version="1.0", architecture="x86_64")
    return made


def run(file: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    values = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run([str(file), *arguments], env=values, capture_output=True, text=True, timeout=30, check=False)


def test_a_single_file_unpacks_once_and_starts(single_file: Path, tmp_path: Path) -> None:
    home = tmp_path / "home of ä"
    home.mkdir()
    first, second = (run(single_file, "ask", "two words", HOME=str(home)) for _ in range(2))

    assert first.stdout == second.stdout == f"started with 2 ask two words, beside {single_file}\n"
    assert "unpacked once" in first.stderr
    assert second.stderr == ""
    (place,) = (home / ".cache" / "Aside" / "single-file").iterdir()
    assert place.stat().st_mode & 0o077 == 0


def test_a_single_file_of_a_newer_version_removes_the_older(single_file: Path, tmp_path: Path) -> None:
    older = tmp_path / "cache" / "Aside" / "single-file" / "0123"
    older.mkdir(parents=True)

    result = run(single_file, XDG_CACHE_HOME=str(tmp_path / "cache"), HOME=str(tmp_path))

    assert result.returncode == 0
    assert not older.exists()


def test_a_single_file_spares_what_runs_and_what_a_second_start_unpacks(single_file: Path, tmp_path: Path) -> None:
    place = tmp_path / "cache" / "Aside" / "single-file"
    (place / "running").mkdir(parents=True)
    unpacking, cut = place / f"unpacking.{os.getpid()}", place / "unpacking.999999999"
    unpacking.mkdir()
    cut.mkdir()
    shutil.copy("/bin/sleep", place / "running" / "AsideApp")
    running = subprocess.Popen([place / "running" / "AsideApp", "60"])
    try:
        result = run(single_file, XDG_CACHE_HOME=str(tmp_path / "cache"), HOME=str(tmp_path))
    finally:
        running.kill()
        running.wait()

    assert result.returncode == 0
    assert ((place / "running").exists(), unpacking.exists(), cut.exists()) == (True, True, False)


@pytest.mark.skipif(getattr(os, "geteuid", int)() != 0, reason="only root can make a folder that is another's")
def test_a_single_file_starts_nothing_from_a_folder_of_another_person(single_file: Path, tmp_path: Path) -> None:
    planted = tmp_path / f"aside-{os.geteuid()}"
    planted.mkdir()
    os.chown(planted, 12345, 12345)

    result = run(single_file, TMPDIR=str(tmp_path))

    assert result.returncode == 1
    assert result.stderr.startswith(f"Aside cannot start: the folder {planted}")


def test_a_single_file_starts_without_a_home(single_file: Path, tmp_path: Path) -> None:
    for environment in ({"HOME": "/nonexistent"}, {}):
        result = run(single_file, TMPDIR=str(tmp_path), **environment)

        assert result.stdout.startswith("started with 0")


def test_a_single_file_says_where_it_cannot_unpack(single_file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    result = run(single_file, XDG_CACHE_HOME=str(tmp_path / "file"), HOME=str(tmp_path))

    assert result.returncode == 1
    assert result.stderr.startswith("Aside cannot start:")


def test_a_single_file_can_be_unpacked_to_a_place(single_file: Path, tmp_path: Path) -> None:
    result = run(single_file, "--unpack", str(tmp_path / "here"))

    assert result.stdout == f"{tmp_path}/here/aside\n"
    assert (tmp_path / "here" / "AsideApp").exists()


@pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc" or tuple(map(int, platform.libc_ver()[1].split("."))) < (2, 35),
    reason="this system's hypot is the old one anyway",
)
def test_a_lowered_library_asks_for_less_and_still_works(script: Script, tmp_path: Path) -> None:
    source, library = tmp_path / "h.c", tmp_path / "libh.so"
    source.write_text(
        "#include <math.h>\n#include <stdlib.h>\n"
        "double h(double a, double b) { return hypot(a, b); } double c(double a) { return cos(a); }\n"
        "void *m(void) { return malloc(1); }\n",
        encoding="utf-8",
    )
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-lm"], check=True)
    assert script("check_symbols.py").too_new(tmp_path) == ["libh.so: GLIBC_2.35"]

    library.write_bytes(script("linux/lower_symbol_versions.py").lowered(library.read_bytes()))

    assert script("check_symbols.py").too_new(tmp_path) == []
    call = ctypes.CDLL(str(library)).h
    call.restype = ctypes.c_double
    call.argtypes = [ctypes.c_double, ctypes.c_double]
    assert call(3.0, 4.0) == 5.0


def test_a_wait_of_newer_compilers_is_lowered(script: Script, tmp_path: Path) -> None:
    source, library = tmp_path / "w.cpp", tmp_path / "libw.so"
    source.write_text(
        "#include <condition_variable>\nstd::condition_variable c; std::mutex m;\n"
        'extern "C" void w() { std::unique_lock<std::mutex> l(m); c.wait(l); }\n'
        'extern "C" void n() { c.notify_all(); }\n',
        encoding="utf-8",
    )
    subprocess.run(["g++", "-shared", "-fPIC", "-O1", "-o", str(library), str(source)], check=True)
    lowering = script("linux/lower_symbol_versions.py")

    library.write_bytes(lowering.lowered(library.read_bytes()))

    assert script("check_symbols.py").too_new_of(library, "x86_64") == []
    ctypes.CDLL(str(library), mode=os.RTLD_NOW).n()


def test_a_pack_that_newer_systems_only_could_load_is_not_made(script: Script, tmp_path: Path) -> None:
    builder = script("build_pack.py")
    ours = Path(ctypes.util.find_library("c") or "libc.so.6").name
    module = next(path for path in Path("/usr/lib").rglob(ours) if path.is_file())
    plain = tmp_path / "libggml-vulkan.so"
    plain.write_bytes(b"no library at all")
    builder.make_loadable([plain])
    for known in builder.make_loadable.__globals__["too_new_of"].__globals__["NEWEST"].values():
        known["GLIBC"] = (2, 0)

    with pytest.raises(SystemExit, match="Too new"):
        builder.make_loadable([module])


@pytest.mark.parametrize(("version", "is_enough"), [("1, 3, 239", False), ("1, 3, 272", True), ("1, 4, 309", True)])
def test_a_vulkan_pack_is_not_begun_with_old_headers(
    script: Script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, is_enough: bool
) -> None:
    variant, minor, patch = version.split(", ")
    header = tmp_path / "include" / "vulkan" / "vulkan_core.h"
    header.parent.mkdir(parents=True)
    header.write_text(
        f"#define VK_HEADER_VERSION {patch}\n"
        f"#define VK_HEADER_VERSION_COMPLETE VK_MAKE_API_VERSION(0, {variant}, {minor}, VK_HEADER_VERSION)\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("VULKAN_SDK", str(tmp_path))
    check = script("build_pack.py").check_vulkan_headers

    if is_enough:
        check()
    else:
        with pytest.raises(SystemExit, match=r"1\.3\.272 or newer"):
            check()


def test_what_cannot_be_lowered_is_refused(script: Script) -> None:
    module = script("linux/lower_symbol_versions.py")

    with pytest.raises(module.CannotLower):
        module.lowered(b"MZ no library")


def test_icons_hold_pictures_of_every_size(script: Script, tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "packaging" / "make_icons.py"), str(tmp_path)], check=True, timeout=60)

    for size in script("make_icons.py").SIZES:
        picture = (tmp_path / f"aside-{size}.png").read_bytes()
        assert struct.unpack(">II", picture[16:24]) == (size, size)
    assert (tmp_path / "aside.ico").read_bytes()[:6] == struct.pack("<HHH", 0, 1, 7)
    bundle = (tmp_path / "aside.icns").read_bytes()
    assert struct.unpack(">I", bundle[4:8]) == (len(bundle),)


def test_a_pack_made_and_signed_by_the_script_is_installed(
    script: Script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = Ed25519PrivateKey.generate()
    monkeypatch.setenv("ASIDE_SIGNING_KEY", key.private_bytes_raw().hex())
    module, library = tmp_path / "libggml-vulkan.so", tmp_path / "libother.so.1"
    for file in (module, library):
        file.write_bytes(file.name.encode())
    builder = script("build_pack.py")
    pack = builder.assemble("vulkan", [module, library], tmp_path)

    store = PackStore(tmp_path / "packs", engine=builder.VERSION)
    installed = store.install(pack, keys=(key.public_key().public_bytes_raw(),))

    assert [file.read_bytes() for file in installed.modules] == [b"libggml-vulkan.so"]
    assert (installed.folder / "libother.so.1").exists()


@pytest.mark.parametrize(
    ("environment", "folder", "expected"),
    [
        ({}, "opt/aside", "opt/aside/aside-home"),
        ({"ASIDE_HOME": "/elsewhere"}, "opt/aside", None),
        ({"APPIMAGE": "{root}/stick/Aside.run"}, "cache/x", "stick/aside-home"),
        ({}, "Aside.app/Contents/MacOS", "aside-home"),
        ({}, "usr/lib/aside", None),
    ],
)
def test_a_folder_beside_the_program_makes_it_portable(
    script: Script, tmp_path: Path, environment: dict[str, str], folder: str, expected: str | None
) -> None:
    for place in ("opt/aside/aside-home", "stick/aside-home", "aside-home", folder):
        (tmp_path / place).mkdir(parents=True, exist_ok=True)
    values = {name: value.format(root=tmp_path) for name, value in environment.items()}

    home = script("runtime_environment.py").portable_home(values, tmp_path / folder / "aside")

    assert home == (tmp_path / expected if expected else None)


def test_started_programs_get_the_library_path_of_before(script: Script) -> None:
    restore = script("runtime_environment.py").restore_library_path
    bundled = {"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/mine"}
    plain = {"LD_LIBRARY_PATH": "/bundle", "PATH": "/bin"}
    restore(bundled)
    restore(plain)

    assert bundled == {"LD_LIBRARY_PATH": "/mine"}
    assert plain == {"PATH": "/bin"}


def test_the_menu_entry_and_the_description_speak_of_the_same_app() -> None:
    folder = ROOT / "packaging" / "linux"
    entry = (folder / "io.github.aside.Aside.desktop").read_text(encoding="utf-8")
    description = (folder / "io.github.aside.Aside.metainfo.xml").read_text(encoding="utf-8")

    assert '<launchable type="desktop-id">io.github.aside.Aside.desktop</launchable>' in description
    assert "x-scheme-handler/aside;" in entry
    assert '"io.github.aside.Aside"' in (ROOT / "ui" / "application.py").read_text(encoding="utf-8")
