"""The log stays small, and a report tells of the computer but not of the person."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.diagnostics.log_files import close_log, newest_lines, open_log
from app.diagnostics.report import PrivateText, diagnostic_report
from app.paths import AppPaths

PRIVATE = PrivateText(home=Path("/home/ada"), names=["ada", "adas-laptop"])


@pytest.fixture(autouse=True)
def level_of_the_root_stays() -> Iterator[None]:
    before = logging.getLogger().level
    yield
    logging.getLogger().setLevel(before)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cannot read /home/ada/models/x.gguf", "cannot read ~/models/x.gguf"),
        ("cannot read /home/eve/x.gguf", "cannot read /home/<name>/x.gguf"),
        (r"in C:\Users\Ada L\x", r"in C:\Users\<name>\x"),
        ("/Users/ada/Library", "/Users/<name>/Library"),
        ("token hf_abcdefghijklmnop was sent", "token <token> was sent"),
        ("the key sk-proj-abc_def-123 is wrong", "the key <token> is wrong"),
        ("Authorization: Bearer abc.def-ghi", "Authorization: <token>"),
        ("via http://ada:secret@proxy:3128", "via http://<password>@proxy:3128"),
        ("GET https://hub.example/api/models?search=my+illness 200", "GET https://hub.example/api/models?<query> 200"),
        ("host adas-laptop", "host <name>"),
        ("a canada goose", "a canada goose"),
    ],
)
def test_private_text_is_taken_out(text: str, expected: str) -> None:
    assert PRIVATE.redacted(text) == expected


def test_a_report_says_what_the_settings_are_but_not_the_texts_in_them(aside_home: Path) -> None:
    settings: dict[str, object] = {"proxy": "http://ada:pw@host", "stay_offline": True, "top_p": None, "folders": ()}

    report = diagnostic_report(AppPaths.from_environment(), settings=settings, devices=["NVIDIA X"], private=PRIVATE)

    for line in ("proxy: set", "stay_offline: True", "top_p: None", "folders: empty", "NVIDIA X", "history: not there"):
        assert f"  {line}\n" in report
    assert "ada" not in report
    assert str(aside_home) not in report


def test_the_log_ends_up_in_the_report_and_its_files_stay_few(aside_home: Path) -> None:
    paths = AppPaths.from_environment()
    handler = open_log(paths.logs)
    try:
        for number in range(30_000):
            logging.getLogger("app.test").info("line %d of a long run in /home/ada/x %s", number, "." * 60)
    finally:
        close_log(handler)

    files = list(paths.logs.iterdir())
    assert len(files) == 4
    assert sum(file.stat().st_size for file in files) < 2_200_000
    assert newest_lines(paths.logs, 5)[-1].split(": ")[1].startswith("line 29999 of")
    report = diagnostic_report(paths, settings={}, private=PRIVATE)
    assert "line 29999 of a long run in ~/x" in report


def test_lines_come_from_older_files_too(tmp_path: Path) -> None:
    (tmp_path / "aside.log.1").write_text("a\nb\n", encoding="utf-8")
    (tmp_path / "aside.log").write_text("c\n", encoding="utf-8")

    assert newest_lines(tmp_path, 2) == ["b", "c"]
    assert newest_lines(tmp_path / "missing", 2) == []


def test_a_folder_that_cannot_be_made_means_no_log(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert open_log(tmp_path / "file" / "logs") is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has this device")
def test_a_disk_that_takes_nothing_costs_lines_of_the_log_and_nothing_else(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "aside.log"
    log.symlink_to("/dev/full")
    handler = open_log(tmp_path)
    try:
        logging.getLogger("app").warning("this is not written")
        log.unlink()
        log.mkdir()
        logging.getLogger("app").warning("nor is this")
        log.rmdir()
        logging.getLogger("app").warning("there is room again")
    finally:
        close_log(handler)

    assert log.read_text().endswith("app: there is room again\n")
    assert capfd.readouterr().err == ""
