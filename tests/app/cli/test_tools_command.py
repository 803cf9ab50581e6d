"""`aside tools`: what is listed, kept, tried and forgotten."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from tests.fakes.mcp_stage import SCRIPT

Run = Callable[..., tuple[int, list[dict[str, Any]]]]


@pytest.fixture
def tools(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(action: str, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
        code = main(["tools", action, "--json", *arguments], check_window=lambda: None)
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def test_a_server_is_kept_listed_tried_and_forgotten(tools: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SCRIPT.parent)
    assert tools("add", "fake", "--", sys.executable, SCRIPT.name)[0] == 0
    code, listed = tools("list")
    assert code == 0
    assert [(row["server"], row["tool"]) for row in listed] == [
        *((None, name) for name in ("calculate", "today", "python", "fetch")),
        ("fake", None),
    ]
    monkeypatch.chdir(Path("/"))
    code, tried = tools("try", "fake")
    assert code == 0
    assert {"add", "say hello"} <= {row["tool"] for row in tried}
    assert all(row["server"] == "fake" and row["tokens"] > 10 for row in tried)
    assert tools("try", "calculate")[1][0]["tool"] == "calculate"
    code, (gone,) = tools("remove", "fake")
    assert (code, gone["server"]) == (0, "fake")
    assert len(tools("list")[1]) == 4


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("try", "nothing"), 1),
        (("remove", "nothing"), 1),
        (("remove", "calculate"), 1),
        (("add", "calculate", "--", "x"), 2),
        (("add", "a b", "--", "x"), 2),
        (("add", "a"), 2),
        (("add", "a", "https://"), 2),
        (("add", "a", "ftp://example.org"), 2),
        (("add", "a", "https://example.org/mcp", "more"), 2),
        (("add", "a", "--header", "X:y", "--", "x"), 2),
        (("add", "a", "--env", "novalue", "--", "x"), 2),
    ],
)
def test_what_cannot_be_is_said(tools: Run, arguments: tuple[str, ...], code: int) -> None:
    assert tools(*arguments)[0] == code
    assert len(tools("list")[1]) == 4
