"""`aside ask --vote` with the built-in model."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
Aside = Callable[..., subprocess.CompletedProcess[str]]


def events(stdout: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_a_vote_tells_the_winner_and_every_sample_stands_in_one_group(aside: Aside) -> None:
    result = aside(
        "ask", "--json", "--samples", "4", "--vote", "--temperature", "1.7", "--seed", "5", "What is 37 + 48?"
    )

    assert result.returncode == 0, result.stderr
    loaded, *texts, vote, finished = events(result.stdout)
    assert loaded["event"] == "loaded"
    assert {event["sample"] for event in texts} == {0, 1, 2, 3}
    assert (vote["winner"], vote["kind"], vote["finished"], vote["cut"]) == ("85", "number", 4, 0)
    assert sorted(sample for group in vote["groups"] for sample in group["samples"]) == [0, 1, 2, 3]
    assert len(finished["samples"]) == 4
    assert finished["answer_tokens"] == sum(sample["answer_tokens"] for sample in finished["samples"])


def test_until_sure_writes_only_three_where_they_agree(aside: Aside) -> None:
    result = aside("ask", "--json", "--samples", "8", "--vote", "--until-sure", "--seed", "1", "What is 6 + 7?")

    *texts, vote, finished = events(result.stdout)
    assert {event["sample"] for event in texts if "sample" in event} == {0, 1, 2}
    assert (vote["winner"], vote["finished"], vote["cut"]) == ("13", 3, 5)
    assert [sample["reason"] for sample in finished["samples"]] == ["stop"] * 3 + ["cut"] * 5


def test_the_answer_is_on_stdout_and_the_count_on_stderr(aside: Aside) -> None:
    result = aside("ask", "--samples", "3", "--vote", "--temperature", "0", "What is 6 + 7?")

    assert result.returncode == 0
    assert "13" in result.stdout
    assert "3 of 3 agree" in result.stderr
    assert "Reply" not in result.stdout


def test_no_winner_is_no_failure(aside: Aside) -> None:
    result = aside("ask", "--json", "--samples", "2", "--vote", "Write a poem about the sea.")

    vote = events(result.stdout)[-2]
    assert result.returncode == 0
    assert vote["winner"] is None
    assert vote["kind"] in ("text", "none")


@pytest.mark.parametrize(
    "arguments", [("--vote",), ("--vote", "--samples", "1"), ("--until-sure",), ("--samples", "4", "--until-sure")]
)
def test_a_vote_of_fewer_than_two_is_wrong_usage(aside: Aside, arguments: tuple[str, ...]) -> None:
    assert aside("ask", *arguments, "Hello").returncode == 2


def test_several_models_are_asked_and_one_that_cannot_be_loaded_says_why(
    aside: Aside, smollm2: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"no model")
    also = ("--also", str(broken), "--also", str(smollm2))

    result = aside("ask", "--json", *also, "--vote", "--temperature", "0", "--max-tokens", "60", "What is 6 + 7?")

    assert result.returncode == 1, result.stderr
    told = events(result.stdout)
    loaded = {event["sample"]: event["model"] for event in told if event["event"] == "loaded"}
    (error,) = [event for event in told if event["event"] == "error"]
    vote, finished = told[-2:]
    assert (sorted(loaded), loaded[0]) == ([0, 2], "Aside Starter")
    assert (error["sample"], "broken.gguf" in error["message"]) == (1, True)
    assert {event["sample"] for event in told if event["event"] == "answer"} == {0, 2}
    assert vote["models"] == ["Aside Starter", "broken", loaded[2]]
    assert [sample["model"] for sample in finished["samples"]] == vote["models"]


@pytest.mark.parametrize("more", [("--samples", "4"), ("--also", "x.gguf"), ("--until-sure", "--vote")])
def test_several_models_are_asked_once_each(aside: Aside, smollm2: Path, more: tuple[str, ...]) -> None:
    asked = ("--also", str(smollm2), "--also", str(smollm2))
    assert aside("ask", *asked, *more, "Hello").returncode in (1, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is told otherwise there")
def test_control_c_votes_what_is_there(aside_home: Path, smollm2: Path) -> None:
    asked = ("ask", "--json", "--samples", "3", "--vote", "--max-tokens", "4000")
    process = subprocess.Popen(
        [sys.executable, "-m", "ui", *asked, "--model", str(smollm2), "Tell me a very long story."],
        cwd=ROOT,
        env=os.environ | {"ASIDE_HOME": str(aside_home)},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(6)]

    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=60)

    vote, finished = events("".join(lines) + rest)[-2:]
    assert process.returncode == 130
    assert (vote["event"], vote["cut"]) == ("vote", 0)
    assert finished["reason"] == "stopped"
