"""`aside models`, as scripts and people see it."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import models
from app.cli.output import Output
from app.errors import UserError
from app.gguf import NotAGguf
from app.hardware.context_choices import CacheType
from app.hub.library.errors import (
    ModelFileIsMissing,
    ModelIsIncomplete,
    ModelsAreDamaged,
    ModelsAreOffline,
    NoSuchModel,
)
from app.hub.library.library import STARTER_NAME
from app.paths import AppPaths, resources_directory
from app.settings import SettingsFile
from app.terminal import TerminalStream
from tests.app.hub.tiny_gguf import write_gguf, write_shards


@pytest.fixture(autouse=True)
def without_a_starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.hub.library.library.resources_directory", lambda: tmp_path / "resources")
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path / "nobody")  # no other app's models


def _run(*arguments: str) -> int:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    models.add_parser(parser.add_subparsers(dest="command", required=True))
    output = Output(is_json="--json" in arguments)
    return models.run(parser.parse_args(["models", *arguments]), AppPaths.from_environment(), output)


def _rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_list_prints_one_object_per_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_gguf(tmp_path / "ä-Q8_0.gguf")
    write_gguf(tmp_path / "resources" / "starter" / "s.gguf")
    assert _run("import", str(path), "--json") == 0
    row = {
        "name": "ä-Q8_0",
        "path": str(path),
        "size_bytes": path.stat().st_size,
        "origin": "imported",
        "state": "ready",
    }
    assert _rows(capsys) == [row]

    assert _run("list", "--json") == 0

    starter, listed = _rows(capsys)
    assert (starter["name"], starter["origin"], starter["state"]) == (STARTER_NAME, "built in", "ready")
    assert listed == row


def test_an_empty_list_says_what_to_do_and_is_empty_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("list") == 0
    assert "aside models import" in capsys.readouterr().out

    assert _run("list", "--json") == 0
    assert capsys.readouterr().out == ""


def test_people_get_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "a-longer-name"):
        _run("import", str(write_gguf(tmp_path / f"{name}.gguf")))
    capsys.readouterr()

    assert _run("list") == 0

    captured = capsys.readouterr()
    first, second = captured.out.splitlines()
    assert first.split()[0] == "a-longer-name"
    assert second.split()[0] == "one"
    assert first.index("Q8_0") == second.index("Q8_0")
    assert captured.err == ""


def test_remove_forgets_a_model_elsewhere_and_deletes_ours(
    tmp_path: Path, aside_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_gguf(tmp_path / "mine.gguf")
    ours = write_gguf(aside_home / "models" / "ours.gguf")
    _run("import", str(path))
    capsys.readouterr()

    assert _run("remove", "mine") == 0
    assert "Forgot mine" in capsys.readouterr().out
    assert _run("remove", "ours", "--json") == 0
    assert _rows(capsys) == [{"name": "ours", "path": str(ours), "deleted": [str(ours)]}]

    assert path.exists()
    assert not ours.exists()


def test_verify_prints_every_row_and_then_what_is_damaged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound, broken = (write_gguf(tmp_path / f"{name}.gguf") for name in ("sound", "broken"))
    for path in (sound, broken):
        _run("import", str(path))
    assert _run("verify") == 0
    broken.write_bytes(broken.read_bytes()[:-1] + b"\x77")
    capsys.readouterr()

    with pytest.raises(ModelsAreDamaged) as caught:
        _run("verify", "--json")

    assert [(row["name"], row["state"]) for row in _rows(capsys)] == [("broken", "damaged"), ("sound", "ready")]
    assert "broken" in caught.value.message_text()
    assert _run("verify", "sound") == 0


def test_what_cannot_be_reached_is_offline_and_never_called_damaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = AppPaths.from_environment()
    write_gguf(paths.models / "closed.gguf")
    SettingsFile(paths.settings_file).update(model_folders=(str(tmp_path / "not connected"),))

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("app.hub.library.library_state.read_header", refuse)

    assert _run("list", "--json") == 0

    told = capsys.readouterr()
    assert [(row["name"], row["state"]) for row in map(json.loads, told.out.splitlines())] == [("closed", "offline")]
    assert told.err == f"{tmp_path / 'not connected'} cannot be reached now: the models in it are not listed.\n"
    with pytest.raises(ModelsAreOffline) as caught:
        _run("verify")
    assert "closed" in caught.value.message_text()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["import", "gone.gguf"], ModelFileIsMissing),
        (["import", "letter.gguf"], NotAGguf),
        (["remove", "nothing"], NoSuchModel),
        (["verify", "nothing"], NoSuchModel),
    ],
)
def test_problems_are_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], expected: type[UserError]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.gguf").write_text("Dear model, how are you?")

    with pytest.raises(expected) as caught:
        _run(*arguments)

    assert caught.value.message_text()
    assert caught.value.advice_text()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["search"],
        ["files", "x"],
        ["files", "a/b:Q8_0"],
        ["fit"],
        ["pull", "x"],
        ["import"],
        ["remove"],
        ["list", "--js"],
    ],
)
def test_what_cannot_be_understood_is_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        _run(*arguments)

    assert caught.value.code == 2
    assert capsys.readouterr().out == ""


def test_progress_is_shown_on_a_terminal_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_gguf(tmp_path / "m.gguf")
    _run("import", str(path))
    assert capsys.readouterr().err == ""

    shown = io.BytesIO()
    monkeypatch.setattr("sys.stderr", TerminalStream(shown, encoding="utf-8"))
    _run("verify", "--json")

    assert b"Reading m: " in shown.getvalue()
    assert shown.getvalue().endswith(b"\r")
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_file_name_that_is_no_unicode_is_still_json(capsys: pytest.CaptureFixture[str]) -> None:
    Output(is_json=True).error(ModelFileIsMissing(Path("x\udcff.gguf")))

    [row] = _rows(capsys)
    assert row["message"] == "There is no file x\N{REPLACEMENT CHARACTER}.gguf."


def test_fit_stores_the_cache_as_the_settings_or_the_flag_say(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(next((resources_directory() / "starter").glob("*.gguf")))
    SettingsFile(AppPaths.from_environment().settings_file).update(cache_type=CacheType.Q8_0)

    sizes = []
    for more in ((), ("--kv-cache", "f16"), ("--kv-cache", "q4_0")):
        assert _run("fit", path, "--context", "1024", "--json", *more) == 0
        [row] = _rows(capsys)
        sizes.append(row["kv_bytes"])

    assert sizes[0] == pytest.approx(sizes[1] * 34 / 64, rel=0.01)
    assert sizes[2] == pytest.approx(sizes[1] * 18 / 64, rel=0.01)


@pytest.mark.parametrize("lost", [0, 1])
def test_fit_names_the_shards_that_are_not_there(tmp_path: Path, lost: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.model_choice.engine_probe.EngineProbe.devices", lambda _self: ())
    shards = write_shards(tmp_path, "split", count=2)
    shards[lost].unlink()

    with pytest.raises(ModelIsIncomplete, match=shards[lost].name):
        _run("fit", str(shards[1 - lost]))
