"""The licences of everything in a bundle come with it."""

from __future__ import annotations

import importlib.metadata
import re
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT, Script

MODULES = ["PySide6.QtCore", "numpy.linalg", "jinja2", "cryptography.fernet", "llama_cpp", "qtawesome", "app.paths"]


def test_every_part_is_named_with_a_licence(script: Script) -> None:
    text = script("third_party.py").notices(MODULES)

    titles = re.findall(r"={88}\n(.+)\n={88}\n\n(.*)", text)
    names = [title for title, _ in titles]
    for part in ("Qt and PySide", "llama.cpp and ggml", "Font Inter", "Font JetBrainsMono", "LGPL-3", "GPL-3"):
        assert part in names
    for distribution in ("numpy", "cryptography", "QtAwesome", "Jinja2", "llama_cpp_python"):
        version = importlib.metadata.version(distribution)
        assert f"{distribution} {version}".lower() in [name.lower() for name in names]
    assert not [name for name in names if name.startswith("aside ")]
    assert all(first.strip() for _, first in titles), "a part without a word on its licence"


def test_the_sandbox_names_what_is_compiled_into_it(script: Script) -> None:
    text = script("third_party.py").notices(["pydantic_monty"])

    parts = dict(re.findall(r"={88}\n([^\n]+)\n={88}\n\n(.*?)(?=\n\n={88}|\Z)", text, re.DOTALL))
    for distribution in ("pydantic-monty-client", "pydantic-monty-runtime"):
        part = parts[f"{distribution} {importlib.metadata.version(distribution)}"]
        assert "License: MIT" in part
        assert re.search(r"^colored [\d.]+  MPL-2\.0  https://", part, re.MULTILINE)
    assert "Permission is hereby granted" in parts["MIT"]


def test_a_part_that_is_not_in_the_bundle_is_not_named(script: Script) -> None:
    assert "jinja2 " not in script("third_party.py").notices(["numpy"]).lower()


@pytest.mark.skipif(
    sys.platform != "linux" or not Path("/var/lib/dpkg/status").exists(), reason="asks the packages of Debian"
)
def test_a_library_of_the_system_brings_its_package_s_copyright(script: Script, tmp_path: Path) -> None:
    (tmp_path / "spare" / "lib").mkdir(parents=True)
    for name in ("libc.so.6", "spare/lib/libm.so.6", "libof_nobody.so.1"):
        (tmp_path / name).touch()
    module = script("third_party.py")

    found = dict(module.system_packages(module.libraries_of_the_system(tmp_path)))

    assert list(found) == ["libc6"]

    assert "GNU" in found["libc6"]


def test_the_texts_that_licences_refer_to_are_whole() -> None:
    folder = ROOT / "packaging" / "licences"

    assert "END OF TERMS AND CONDITIONS" in (folder / "GPL-3.txt").read_text(encoding="utf-8")
    assert "Version 3, 29 June 2007" in (folder / "LGPL-3.txt").read_text(encoding="utf-8")
    assert "END OF TERMS AND CONDITIONS" in (folder / "Apache-2.0.txt").read_text(encoding="utf-8")
