from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.file_facts import full_path, is_file, may_be_there, real_path, size_of_file
from app.hub.library.errors import ModelFileIsMissing, NoSuchModel
from app.hub.library.library import Library
from app.paths import AppPaths


@pytest.mark.parametrize("name", ["n" * 5000, "a\0b", "~nobody-has-this-name/x.gguf"])
def test_a_path_that_cannot_be_is_not_there(name: str) -> None:
    path = Path(name)

    assert not is_file(path)
    assert size_of_file(path) is None
    assert isinstance(real_path(path), Path)
    assert full_path(path).is_absolute()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_in_a_circle_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.gguf").symlink_to("b.gguf")
    (tmp_path / "b.gguf").symlink_to("a.gguf")

    assert not is_file(tmp_path / "a.gguf")
    assert isinstance(real_path(tmp_path / "a.gguf"), Path)
    with pytest.raises(ModelFileIsMissing):
        Library(AppPaths.from_environment({"ASIDE_HOME": str(tmp_path)})).resolve(str(tmp_path / "a.gguf"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("m" * 5000, NoSuchModel),
        (f"{os.sep}{'m' * 5000}.gguf", ModelFileIsMissing),
        ("~nobody/x.gguf", ModelFileIsMissing),
    ],
)
def test_whatever_is_typed_as_a_model_has_an_answer(tmp_path: Path, typed: str, expected: type[Exception]) -> None:
    library = Library(AppPaths.from_environment({"ASIDE_HOME": str(tmp_path)}))

    with pytest.raises(expected):
        library.resolve(typed)


def test_what_the_system_does_not_let_us_see_may_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").touch()
    assert may_be_there(tmp_path / "a")
    assert not may_be_there(tmp_path / "b")
    assert not may_be_there(tmp_path / "a" / "below a file")

    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "lstat", refuse)
    assert may_be_there(tmp_path / "b")
