from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Aside = Callable[..., subprocess.CompletedProcess[str]]
FINISHED_KEYS = {
    "event",
    "reason",
    "thinking_ended",
    "prompt_tokens",
    "cached_tokens",
    "thinking_tokens",
    "answer_tokens",
    "forced_tokens",
    "time_to_first_token_s",
    "thinking_s",
    "tokens_per_s",
}


def events(stdout: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_asking_prints_the_promised_events_and_nothing_else(aside_alone: Aside, smollm2: Path) -> None:
    result = aside_alone(
        "ask",
        "--json",
        "--model",
        str(smollm2),
        "--temperature",
        "0",
        "--max-tokens",
        "40",
        "What is 2 + 3?",
    )

    assert result.returncode == 0, result.stderr
    loaded, *texts, finished = events(result.stdout)
    assert loaded.keys() == {"event", "model", "context", "backend", "load_s"}
    assert (loaded["event"], loaded["context"], loaded["backend"]) == ("loaded", 8192, "cpu")
    assert {e["event"] for e in texts} == {"answer"}
    assert "5" in "".join(str(e["text"]) for e in texts)
    assert finished.keys() == FINISHED_KEYS
    assert (finished["reason"], finished["thinking_ended"], finished["thinking_tokens"]) == ("stop", "none", 0)


def test_the_same_seed_gives_the_same_answer(aside: Aside, smollm2: Path) -> None:
    arguments = ("ask", "--model", str(smollm2), "--seed", "7", "--max-tokens", "24", "Tell me a story.")

    first, second = aside(*arguments), aside(*arguments)

    assert first.stdout == second.stdout
    assert len(first.stdout) > 20


def test_max_tokens_ends_the_reply_as_length(aside: Aside, smollm2: Path) -> None:
    result = aside("ask", "--json", "--model", str(smollm2), "--max-tokens", "5", "Tell me a long story.")

    finished = events(result.stdout)[-1]
    assert finished["reason"] == "length"
    assert finished["answer_tokens"] == 5


def test_the_question_can_come_from_standard_input(aside_alone: Aside, smollm2: Path) -> None:
    result = aside_alone(
        "ask",
        "--model",
        str(smollm2),
        "--temperature",
        "0",
        "--max-tokens",
        "40",
        "-",
        stdin="What is 2 + 3?",
    )

    assert result.returncode == 0
    assert "5" in result.stdout


def test_a_prompt_longer_than_the_context_is_a_clear_error(aside: Aside, smollm2: Path) -> None:
    result = aside("ask", "--json", "--model", str(smollm2), "--context", "256", "word " * 2000)

    error = events(result.stdout)[-1]
    assert result.returncode == 1
    assert (error["event"], error["kind"]) == ("error", "prompt_too_long")
    assert "256" in str(error["message"])
    assert error["advice"]


@pytest.mark.parametrize("content", [b"", b"not a model at all", b"GGUF", b"GGUF\x03\x00\x00\x00" + b"\xff" * 64])
def test_a_file_that_is_no_model_is_a_clear_error(aside: Aside, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bröken.gguf"
    path.write_bytes(content)

    result = aside("ask", "--json", "--model", str(path), "Hello")

    error = events(result.stdout)[-1]
    assert (result.returncode, error["event"]) == (1, "error")
    assert "bröken.gguf" in str(error["message"])
    assert error["advice"]


def test_a_truncated_model_is_a_clear_error(aside: Aside, tmp_path: Path, smollm2: Path) -> None:
    path = tmp_path / "cut.gguf"
    with smollm2.open("rb") as whole:
        path.write_bytes(whole.read(50_000_000))

    result = aside("ask", "--json", "--model", str(path), "Hello")

    error = events(result.stdout)[-1]
    assert (result.returncode, error["kind"]) == (1, "truncated_gguf")


def test_a_missing_file_is_a_clear_error(aside: Aside, tmp_path: Path) -> None:
    result = aside("ask", "--json", "--model", str(tmp_path / "gone.gguf"), "Hello")

    error = events(result.stdout)[-1]
    assert result.returncode == 1
    assert "gone.gguf" in str(error["message"])


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask",),
        ("ask", "--samples", "0", "Hello"),
        ("ask", "--max-tokens", "0", "Hello"),
        ("ask", "--temperature", "hot", "Hello"),
        ("ask", ""),
        ("models",),
        ("models", "search"),
        ("models", "pull"),
        ("models", "upload", "a/b"),
        ("--nonsense",),
    ],
)
def test_what_does_not_exist_is_wrong_usage(aside: Aside, arguments: tuple[str, ...]) -> None:
    result = aside(*arguments)

    assert result.returncode == 2, result.stdout + result.stderr
    assert result.stdout == ""
    assert result.stderr


def test_help_names_only_what_there_is(aside_alone: Aside) -> None:
    result = aside_alone("ask", "--help")

    assert result.returncode == 0
    assert "--max-tokens" in result.stdout
    assert "--samples" in result.stdout
    assert "--tools" in result.stdout
    assert "--documents" not in result.stdout


def test_control_c_ends_the_reply_as_stopped(aside_home: Path, smollm2: Path) -> None:
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "ui",
            "ask",
            "--json",
            "--model",
            str(smollm2),
            "Write a very long story about a lighthouse keeper, with many chapters, and do not stop early.",
        ],
        cwd=ROOT,
        env=os.environ | {"ASIDE_HOME": str(aside_home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(4)]

    process.send_signal(signal.SIGINT)
    rest, stderr = process.communicate(timeout=30)

    assert process.returncode == 130, stderr
    assert "Traceback" not in stderr
    finished = events("".join(lines) + rest)[-1]
    assert (finished["event"], finished["reason"]) == ("finished", "stopped")
