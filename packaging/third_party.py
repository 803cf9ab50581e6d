"""Gathers the licences of everything that a bundle brings, into one text that ships with it.

It is made of what lies in the bundle: of Python's distributions their own licence files, of the system's libraries
what the distribution says of them (Debian and Ubuntu), and of the rest the texts in `licences/`.

`aside.spec` writes it, and what the modules are; on Linux `linux/build.py` writes it again when it is known which
libraries of the system stay:

    python packaging/third_party.py MODULES_FILE BUNDLE/_internal
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

FILE_NAME = "third-party-notices.txt"
MODULES_NAME = "modules.txt"
_TEXTS = Path(__file__).resolve().parent / "licences"
_FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
_LICENCE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_NO_TEXT = re.compile(r"\.(py|pyc|json|pyi)$")
_WITHOUT_MODULE = ("pyinstaller", "pydantic-monty-runtime")
"""A starter that is the first part of both programs, and the sandbox's program."""
_RULE = "=" * 88
_HEAD = """\
What Aside is made with, and under which licences. Aside itself is under the MIT licence.

Libraries under the LGPL (Qt, PySide, glib and others) are files of their own in the
folder of the program, loaded when Aside starts: you may replace each by a changed build
of the same version. Where their sources are, each part below says. Nothing was changed
in them but that debugging symbols were removed.
"""
_APART = (
    ("Qt and PySide", "qt.txt"),
    ("llama.cpp and ggml", "llama.cpp.txt"),
    ("Remix Icon", "remix-icon.txt"),
    ("multilingual-e5-small", "multilingual-e5.txt"),
)
_SHARED = ("LGPL-3.txt", "GPL-3.txt", "LGPL-2.1.txt", "Apache-2.0.txt", "MIT.txt")
"""Named by several parts; printed once, last."""


def write(folder: Path, modules: Iterable[str]) -> Path:
    """Write the notices of a bundle with these modules, and the modules beside it; return the file of the notices."""
    folder.mkdir(parents=True, exist_ok=True)
    tops = sorted({module.partition(".")[0] for module in modules})
    (folder / MODULES_NAME).write_text("\n".join(tops), encoding="utf-8")
    target = folder / FILE_NAME
    target.write_text(notices(tops), encoding="utf-8")
    return target


def notices(modules: Iterable[str], files: Iterable[Path] = ()) -> str:
    """Return the whole text for these modules, and for these libraries of the system."""
    parts = [(title, _read(_TEXTS / name)) for title, name in _APART]
    parts += [(f"Font {file.name.split('-')[0]}", _read(file)) for file in sorted(_FONTS.glob("*-LICENSE.txt"))]
    parts.append((f"Python {sys.version.split()[0]}", _of_python()))
    parts += [(_title(distribution), _text(distribution)) for distribution in distributions(modules)]
    parts += [(f"{package} (library of the system)", text) for package, text in system_packages(files)]
    parts += [(name.removesuffix(".txt"), _read(_TEXTS / name)) for name in _SHARED]
    contents = "\n".join(f"  {title}" for title, _ in parts)
    body = "\n\n".join(f"{_RULE}\n{title}\n{_RULE}\n\n{text.strip()}" for title, text in parts)
    return f"{_HEAD}\n{contents}\n\n{body}\n"


def distributions(modules: Iterable[str]) -> list[importlib.metadata.Distribution]:
    """Return the distributions that these modules are from, by name; Aside is none of them."""
    of_module = importlib.metadata.packages_distributions()
    tops = {module.partition(".")[0] for module in modules}
    names = {name for top in tops for name in of_module.get(top, ())} | set(_WITHOUT_MODULE)
    found: dict[str, importlib.metadata.Distribution] = {}
    for name in names:
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        found[distribution.name.lower()] = distribution
    found.pop("aside", None)
    return [found[name] for name in sorted(found)]


def system_packages(files: Iterable[Path]) -> list[tuple[str, str]]:
    """Return (package, what its copyright file says) for libraries that a distribution's package brought here."""
    if shutil.which("dpkg") is None:
        return []
    texts: dict[str, str] = {}
    for file in sorted({path.resolve() for path in files}):
        for package in _packages_of(file):
            copyright_file = Path("/usr/share/doc") / package / "copyright"
            if package not in texts and copyright_file.is_file():
                texts[package] = _read(copyright_file)
    return sorted(texts.items())


def libraries_of_the_system(inside: Path) -> list[Path]:
    """Return where the libraries in a bundle are on this system, by their names."""
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    places = {line.split()[0]: Path(line.split("=> ")[1].strip()) for line in listed.splitlines() if " => " in line}
    names = [file.name for file in [*inside.glob("lib*.so*"), *inside.glob("spare/lib/lib*.so*")]]
    return [places[name] for name in names if name in places and not name.startswith("libpython")]


def _packages_of(file: Path) -> list[str]:
    """Return the packages of a file; since `/lib` is a link to `/usr/lib`, it may be known under either name."""
    for name in (str(file), str(file).removeprefix("/usr")):
        asked = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            return [line.split(":")[0] for line in asked.stdout.splitlines() if not line.startswith("diversion")]
    return []


def _title(distribution: importlib.metadata.Distribution) -> str:
    return f"{distribution.name} {distribution.version}"


def _text(distribution: importlib.metadata.Distribution) -> str:
    """Return a distribution's licence files one after the other, or what it says of its licence where it has none."""
    files = [
        file
        for file in distribution.files or ()
        if ".dist-info/" in str(file)
        and _LICENCE.search(str(file).partition(".dist-info/")[2])
        and not _NO_TEXT.search(file.name)
    ]
    texts = [_read(Path(str(distribution.locate_file(file)))) for file in sorted(files, key=str)]
    told = distribution.metadata
    fields = [
        f"{field}: {told[field]}"
        for field in ("License-Expression", "License", "Author", "Home-page")
        if field in told and "\n" not in told[field]
    ]
    fields += [f"Project: {address}" for address in told.get_all("Project-URL") or () if "epository" in address]
    return "\n\n".join(["\n".join(fields), *texts, *_compiled_in(distribution)])


def _compiled_in(distribution: importlib.metadata.Distribution) -> Iterator[str]:
    """Yield what a distribution lists as compiled into it: each part's licence, and where it comes from."""
    for file in distribution.files or ():
        if file.parent.name != "sboms" or file.suffix != ".json":
            continue
        parts = json.loads(_read(Path(str(distribution.locate_file(file))))).get("components", ())
        lines = []
        for part in parts:
            licences = [told.get("expression") or told["license"].get("id", "") for told in part.get("licenses", ())]
            places = [place["url"] for place in part.get("externalReferences", ()) if place["type"] == "vcs"]
            lines.append("  ".join([f"{part['name']} {part.get('version', '')}", *licences, *places[:1]]))
        if lines:
            yield "\n".join(["Compiled in:", *lines])


def _of_python() -> str:
    for folder in (Path(os.__file__).parent, Path(sys.base_prefix)):
        for name in ("LICENSE.txt", "LICENSE"):
            if (folder / name).is_file():
                return _read(folder / name)
    raise SystemExit("Python's own licence was not found")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def main() -> int:
    """Write the notices into a finished bundle."""
    modules, inside = Path(sys.argv[1]), Path(sys.argv[2])
    text = notices(_read(modules).splitlines(), libraries_of_the_system(inside))
    (inside / "resources" / FILE_NAME).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
