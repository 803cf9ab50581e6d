"""Builds llama-cpp-python for everyone's processor: a wheel for release bundles.

The wheel that a package manager builds is tuned to the machine it is built on and dies on an older one. This one holds
llama.cpp with its backends as modules, one for each generation of processors; the engine child loads the best.

    python packaging/build_engine.py --output DIR [--sdist FILE] [--jobs N]

Needs a C++ compiler and an environment of `constraints/release.txt`, whose pip, CMake and ninja build it; on macOS the
Metal backend is part of the build. The wheel is slimmed: no headers, no static parts, and each library once, under the
name that the others ask for.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

VERSION = "0.3.36"
"""Of llama-cpp-python; the same as in pyproject.toml, which a test compares."""
OLDEST_MACOS = "14.0"
"""As NumPy's wheels for Apple's own linear algebra need; Qt would do with 13."""
SOURCE = Path(__file__).resolve().parent / "constraints" / "engine.txt"
"""The source archive that is fetched, by its hash."""
ENGINE_FOLDER = "llama_cpp/lib"
_VERSIONED = re.compile(r"^(lib.+?)\.so((?:\.\d+)+)$|^(lib.+?)((?:\.\d+)+)\.dylib$")


def cmake_arguments(system: str, machine: str) -> list[str]:
    """Return the options of the build for one system (`Linux`, `Darwin`, `Windows`)."""
    arguments = [
        "-DCMAKE_BUILD_TYPE=Release",
        "-DGGML_NATIVE=OFF",
        "-DGGML_BACKEND_DL=ON",
        "-DGGML_CPU_ALL_VARIANTS=ON",
        "-DGGML_RPC=OFF",
        f"-DCMAKE_INSTALL_BINDIR={ENGINE_FOLDER}",
    ]
    if system == "Darwin":
        arguments += [
            f"-DGGML_METAL={'ON' if machine == 'arm64' else 'OFF'}",  # Intel's Macs compute wrongly with it
            "-DGGML_METAL_EMBED_LIBRARY=ON",
            f"-DCMAKE_OSX_ARCHITECTURES={machine}",
            f"-DCMAKE_OSX_DEPLOYMENT_TARGET={OLDEST_MACOS}",
            "-DCMAKE_INSTALL_RPATH=@loader_path",  # also for the modules, which llama-cpp-python does not think of
            "-DGGML_OPENMP=OFF",  # found where somebody installed it, it would be missing elsewhere
        ]
    return arguments


def main() -> int:
    """Build, slim and say what came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, required=True, help="folder for the wheel")
    parser.add_argument(
        "--sdist", type=Path, help="the source archive; without it pip fetches the one whose hash is known"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        built = build(arguments.sdist, Path(folder), jobs=arguments.jobs)
        arguments.output.mkdir(parents=True, exist_ok=True)
        wheel = slim(built, arguments.output)
    print(f"{wheel} ({wheel.stat().st_size / 1e6:.1f} MB)")
    return 0


def build(sdist: Path | None, folder: Path, *, jobs: int) -> Path:
    """Build the wheel with pip and return it as pip made it."""
    environment = dict(os.environ)
    options = cmake_arguments(platform.system(), platform.machine())
    environment["CMAKE_ARGS"] = " ".join(options)
    environment["CMAKE_BUILD_PARALLEL_LEVEL"] = str(jobs)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-cache-dir"]
    hashed = ["--no-binary", "llama-cpp-python", "--require-hashes", "-r", str(SOURCE)]
    source = [str(sdist)] if sdist is not None else hashed
    subprocess.run([*command, "-w", str(folder), *source], env=environment, check=True)
    return next(folder.glob("llama_cpp_python-*.whl"))


def slim(wheel: Path, output: Path) -> Path:
    """Write the wheel to `output` without what a bundle never uses, and return the new file."""
    target = output / wheel.name
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(root)
        for entry in root.iterdir():
            if entry.name not in {"llama_cpp"} and not entry.name.endswith(".dist-info"):
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        shutil.rmtree(root / "llama_cpp" / "server", ignore_errors=True)
        keep_each_library_once(root / ENGINE_FOLDER)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(root.rglob("*")):
                if path.is_file():
                    archive.write(path, path.relative_to(root))
    return target


def keep_each_library_once(folder: Path) -> None:
    """Remove what is no library, and of `libx.so`, `libx.so.0`, `libx.so.0.9` all but those that are asked for.

    A wheel cannot hold links, so each name is a full copy. Linked names (`.so.0`) must stay where a library names them
    as needed; `libllama.so`, which Python opens, becomes the only other.
    """
    for path in list(folder.rglob("*")):
        if path.is_dir():
            continue
        if not re.search(r"\.(so|dylib|dll)(\.\d+)*$", path.name):
            path.unlink()
    needed = {name for path in folder.iterdir() if path.is_file() for name in needed_libraries(path)}
    groups: dict[str, list[Path]] = {}
    for path in folder.iterdir():
        match = _VERSIONED.match(path.name)
        stem = (match[1] or match[3]) if match else path.name.split(".")[0]
        groups.setdefault(stem, []).append(path)
    for stem, paths in groups.items():
        wanted = {path.name for path in paths if path.name in needed}
        if stem == "libllama" or not wanted:  # opened by Python, or a module that ggml finds by its plain name
            wanted |= {min((path.name for path in paths), key=len)}
        for path in paths:
            if path.name not in wanted:
                path.unlink()


def needed_libraries(path: Path) -> list[str]:
    """Return the names of the libraries that a library is linked to; empty where no tool tells (Windows)."""
    if sys.platform == "linux":
        text = subprocess.run(["readelf", "-d", str(path)], capture_output=True, text=True, check=True).stdout
        return re.findall(r"\(NEEDED\).*\[(.+?)\]", text)
    if sys.platform == "darwin":
        text = subprocess.run(["otool", "-L", str(path)], capture_output=True, text=True, check=True).stdout
        return [Path(line.split()[0]).name for line in text.splitlines()[1:] if line.strip()]
    return []


if __name__ == "__main__":
    sys.exit(main())
