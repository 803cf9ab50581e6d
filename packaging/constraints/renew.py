"""Writes down which release of every dependency is taken, with its hashes: `python packaging/constraints/renew.py`.

    python packaging/constraints/renew.py           renew all of them, to the newest releases that pyproject.toml admits
    python packaging/constraints/renew.py --check   change nothing; say which file no longer fits pyproject.toml

The files name no address, so that they hold for any mirror; `pip install --require-hashes -r FILE` takes nothing else.
They are for every system and every Python that Aside supports. Needs uv.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "constraints"
OLDEST_PYTHON = "3.11"
ENGINE = "llama-cpp-python"


@dataclass(frozen=True, slots=True)
class Constraints:
    """One file, and what of `pyproject.toml` goes into it."""

    name: str
    arguments: tuple[str, ...]


FILES = (
    Constraints("development.txt", ("pyproject.toml", "--group", "dev")),
    # The engine of a bundle is built apart, for every processor: see build_engine.py.
    Constraints("release.txt", ("pyproject.toml", "--group", "release", "--no-emit-package", ENGINE)),
    Constraints("engine.txt", ("pyproject.toml",)),
    Constraints("signing.txt", ("--group", "signing")),
)


def main() -> int:
    """Renew or check every file, and return the exit code: 1 where a file does not fit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing; say what no longer fits")
    check = parser.parse_args().check
    unfit = 0
    with tempfile.TemporaryDirectory() as folder:
        for file in FILES:
            kept = FOLDER / file.name
            made = Path(folder) / file.name
            if check and kept.exists():
                made.write_bytes(kept.read_bytes())  # the resolver keeps what is there as far as it fits
            write(file, made)
            if not check:
                kept.write_bytes(made.read_bytes())
            elif not kept.exists() or kept.read_bytes() != made.read_bytes():
                print(f"{file.name} does not fit pyproject.toml: run packaging/constraints/renew.py")
                unfit = 1
    return unfit


def write(file: Constraints, target: Path) -> None:
    """Resolve one file; ends the script with the resolver's words where there is no solution."""
    command = ["uv", "pip", "compile", *file.arguments, "--universal", "--python-version", OLDEST_PYTHON,
               "--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links",
               "--quiet", "--output-file", str(target)]  # fmt: skip
    if subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode:
        raise SystemExit(f"{file.name} cannot be resolved.")
    text = target.read_text(encoding="utf-8")
    if file.name == "engine.txt":
        text = only(text, ENGINE)
    target.write_text(text, encoding="utf-8", newline="\n")


def only(text: str, name: str) -> str:
    """Return one requirement of a file, with its hashes."""
    found = re.search(rf"^{re.escape(name)}==(?:.*\\\n)*.*\n?", text, re.MULTILINE)
    if found is None:
        raise SystemExit(f"{name} is not among what was resolved.")
    return found.group()


if __name__ == "__main__":
    sys.exit(main())
