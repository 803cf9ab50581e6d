"""The self-check finds what a copy lacks for tools."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.cli import self_check
from app.cli.output import Output
from app.tools.server_process import entry


def end_at_once(_connection: Connection) -> None:
    raise ModuleNotFoundError("No module named 'mcp'", name="mcp")


def test_a_whole_copy_has_tools(capsys: pytest.CaptureFixture[str]) -> None:
    self_check._check_tools(Output(is_json=False))

    assert capsys.readouterr().out.startswith("ok  tools tried")


def test_a_copy_without_the_sandbox_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MONTY_BIN", str(tmp_path / "monty"))

    with pytest.raises(self_check.SelfCheckFailed, match="a model's Python does not run"):
        self_check._check_tools(Output(is_json=False))


def test_a_copy_whose_tools_process_ends_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry, "run_tools_process", end_at_once)

    with pytest.raises(self_check.SelfCheckFailed, match="the tools process does not work"):
        self_check._check_tools(Output(is_json=False))
