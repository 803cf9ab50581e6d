"""Makes every Linux artefact: .tar.gz, .deb, a single file, and a list of their hashes.

    python packaging/linux/build.py --output DIR [--work DIR] [--engine WHEEL] [--environment VENV] [--date YYYY-MM-DD]

Without `--engine` the engine is built first (some ten minutes on two cores), without `--environment` a fresh virtual
environment is made. Build on the oldest system that Aside supports, or let `check_symbols.py` find what is too new.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import platform
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent)]

import debian_package  # noqa: E402
import single_file  # noqa: E402
from check_symbols import too_new  # noqa: E402
from finish_bundle import finish  # noqa: E402

_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def main() -> int:
    """Build everything and print sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("build"))
    parser.add_argument("--engine", type=Path, help="wheel of build_engine.py")
    parser.add_argument("--environment", type=Path, help="virtual environment with Aside, the engine and PyInstaller")
    parser.add_argument("--date", default=dt.datetime.now(tz=dt.UTC).date().isoformat())
    arguments = parser.parse_args()
    output, work = arguments.output.resolve(), arguments.work.resolve()
    output.mkdir(parents=True, exist_ok=True)
    work.mkdir(parents=True, exist_ok=True)
    python = (arguments.environment or work / "environment").resolve() / "bin" / "python"
    if arguments.environment is None:
        make_environment(python.parents[1], arguments.engine, work)
    machine = platform.machine()
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    release = debian_package.Release(version, _ARCHITECTURES.get(machine, machine), arguments.date)

    bundle = freeze(python, work)
    if any("libexpat" in line for line in too_new(bundle)):
        run(HERE / "build_expat.sh", work / "expat")
        shutil.copy(work / "expat" / "libexpat.so.1", bundle / "_internal")
    finish(bundle)
    (modules,) = (work / "pyinstaller").rglob("modules.txt")
    run(python, HERE.parent / "third_party.py", modules, bundle / "_internal")
    if lines := too_new(bundle):
        raise SystemExit("Too new for the systems that Aside supports:\n" + "\n".join(lines))
    icons = work / "icons"
    run(python, HERE.parent / "make_icons.py", icons)

    made = [debian_package.make(bundle, icons, output, release=release, work=work)]
    tree = work / "tree"
    add_desktop_files(bundle, tree, icons, release)
    name = f"aside-{version}-linux-{machine}"
    tarball = archive(tree, output / f"{name}.tar.gz", folder=name)
    made += [tarball, single_file.make(tarball, output, version=version, architecture=machine)]
    write_hashes(output, made)
    installed = sum(file.lstat().st_size for file in bundle.rglob("*"))
    print(f"installed {installed / 1e6:.0f} MB")
    for file in made:
        print(f"{file.name} {file.stat().st_size / 1e6:.0f} MB")
    return 0


def run(*command: object) -> None:
    """Run a program and stop if it fails."""
    subprocess.run([str(part) for part in command], check=True)


def make_environment(folder: Path, engine: Path | None, work: Path) -> None:
    """Make the environment that is frozen, of exactly the releases that are written down, and the engine in it."""
    run(sys.executable, "-m", "venv", "--clear", folder)
    python = folder / "bin" / "python"
    pip = [python, "-m", "pip", "install", "--quiet"]
    run(*pip, "--require-hashes", "-r", HERE.parent / "constraints" / "release.txt")
    if engine is None:
        run(python, HERE.parent / "build_engine.py", "--output", work / "engine")
        engine = next((work / "engine").glob("*.whl"))
    run(*pip, "--no-deps", engine)
    run(*pip, "--no-deps", "--no-build-isolation", ROOT)


def freeze(python: Path, work: Path) -> Path:
    """Run PyInstaller and return the bundle's folder."""
    run(python, "-m", "PyInstaller", HERE.parent / "aside.spec", "--noconfirm", "--log-level", "WARN",
        "--distpath", work / "dist", "--workpath", work / "pyinstaller")  # fmt: skip
    return work / "dist" / "aside"


def add_desktop_files(bundle: Path, tree: Path, icons: Path, release: debian_package.Release) -> None:
    """Copy the bundle to `tree`, with the desktop's files in `share` and scripts that put them into the user's menu."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree, symlinks=True)
    debian_package.place_desktop_files(tree / "share", icons, release)
    for script in ("install.sh", "uninstall.sh"):
        shutil.copy(HERE / script, tree / script)


def archive(tree: Path, target: Path, *, folder: str) -> Path:
    """Pack `tree` as `folder`, owned by nobody in particular."""

    def anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        return entry

    plain = target.with_suffix("")
    with tarfile.open(plain, "w") as packed:
        packed.add(tree, folder, filter=anonymous)
    run("gzip", "-9", "--no-name", "--force", plain)
    return target


def write_hashes(output: Path, files: list[Path]) -> None:
    """Write SHA256SUMS as `sha256sum --check` reads it."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (output / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
