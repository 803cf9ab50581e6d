"""The command line tells of settings that could not be read, and forbids what they may have forbidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.main import main
from app.paths import AppPaths


@pytest.mark.parametrize("content", ['{"stay_offline": tru', '{"stay_offline": "perhaps"}'])
def test_a_command_tells_what_could_not_be_read(
    aside_home: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    file = AppPaths.from_environment().settings_file
    file.parent.mkdir(parents=True)
    file.write_text(content)

    for _ in range(2):
        assert main(["models", "search", "qwen", "--json"], check_window=lambda: None) == 1
        told = capsys.readouterr()
        assert "Stay offline" in told.err
        assert "offline" in told.out.lower()
        assert all(line.startswith("{") for line in told.out.splitlines())


def test_sound_settings_are_not_talked_about(aside_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = AppPaths.from_environment().settings_file
    file.parent.mkdir(parents=True)
    file.write_bytes(b'\xef\xbb\xbf{"theme": "dark",}')

    assert main(["models", "list"], check_window=lambda: None) == 0
    assert capsys.readouterr().err == ""
