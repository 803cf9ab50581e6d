"""`aside show-prompt`, with a real model: the prompt that `aside ask` is answered from."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.test_tools_in_prompts import LISTED
from tests.fakes.pictures import png
from tests.fakes.tiny_models import image_part, tiny_model

Aside = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    "options",
    [
        ("user",),
        ("--system", "You are brief.", " What is </think> and <|im_end|>?\n\n"),
        ("--thinking", "off", "--think-budget", "0", "Привет 🙂"),
        ("--prefill-thinking", "I see", "Why?"),
        ("--as-text", "Once upon"),
    ],
)
def test_the_prompt_has_the_tokens_that_asking_counts(aside: Aside, starter: Path, options: tuple[str, ...]) -> None:
    shown = aside("show-prompt", "--json", "--model", str(starter), *options)
    asked = aside("ask", "--json", "--model", str(starter), "--max-tokens", "1", *options)

    assert shown.returncode == 0, shown.stderr
    (row,) = [json.loads(line) for line in shown.stdout.splitlines()]
    assert row["tokens"] == json.loads(asked.stdout.splitlines()[-1])["prompt_tokens"]
    assert "".join(piece["text"] for piece in row["pieces"]) == row["text"]
    assert options[-1].strip() in "".join(piece["text"] for piece in row["pieces"] if piece["source"] == "question")
    assert row.keys() == {"text", "tokens", "pieces", "controls"}


def test_what_a_level_changes_is_named(aside: Aside, starter: Path) -> None:
    rows = [
        json.loads(aside("show-prompt", "--json", "--model", str(starter), "--thinking", level, "Why?").stdout)
        for level in ("off", "on")
    ]

    assert rows[0]["text"] != rows[1]["text"]
    for row in rows:
        assert "“" in row["controls"][0]["effect"]


def test_a_person_sees_the_pieces_and_the_count(aside: Aside, starter: Path) -> None:
    long = "Be brief.\n" + "Be kind. " * 60
    options = ("--model", str(starter), "--think-budget", "9", "--system", long, "Why?")
    shown = aside("show-prompt", *options)
    told = json.loads(aside("show-prompt", "--json", *options).stdout)

    assert "[question]\n  Why?\n[template]" in shown.stdout
    assert long in told["controls"][1]["effect"]
    assert "system: “<|im_start|>system↵Be brief.↵Be kind." in shown.stdout
    assert len(shown.stdout.splitlines()[-2]) < len(long), "of a long change both ends are told to people"
    assert " tokens\n" in shown.stdout
    assert "the budget is kept by Aside" in shown.stdout


def test_what_cannot_be_shown_is_said(aside: Aside, smollm2: Path, tmp_path: Path) -> None:
    picture = tmp_path / "cat.png"
    picture.write_bytes(png(4, 4, (9, 9, 9)))

    blind = aside("show-prompt", "--json", "--model", str(smollm2), "--image", str(picture), "Why?")
    level = aside("show-prompt", "--model", str(smollm2), "--thinking", "high", "Why?")
    server = aside("show-prompt", "--endpoint", "http://127.0.0.1:9", "--model", "m", "Why?")

    assert [one.returncode for one in (blind, level, server)] == [1, 1, 1]
    assert json.loads(blind.stdout)["event"] == "error"
    assert "has no thinking level" in level.stderr
    assert "puts the prompt together by itself" in server.stderr


@pytest.mark.parametrize("names", [("red.png",), ("red.png", "a cat.png")])
def test_pictures_stand_in_the_prompt_by_name_and_count_as_they_do_when_asked(
    aside: Aside, tmp_path: Path, names: tuple[str, ...]
) -> None:
    image_part("qwen2vl_merger", tmp_path)
    model = tiny_model("qwen2vl", tmp_path, context=2048)
    options: list[str] = []
    for name in names:
        (tmp_path / name).write_bytes(png(60, 40, (255, 0, 0)))
        options += ["--image", str(tmp_path / name)]
    question = "What [red.png] is it?"

    shown = aside("show-prompt", "--json", "--model", str(model), *options, question)
    asked = aside("ask", "--json", "--model", str(model), "--max-tokens", "1", *options, question)

    assert shown.returncode == 0, shown.stderr
    row = json.loads(shown.stdout)
    assert row["tokens"] == json.loads(asked.stdout.splitlines()[-1])["prompt_tokens"]
    files = "".join(piece["text"] for piece in row["pieces"] if piece["source"] == "file")
    assert files == "".join(f"[{name}]" for name in names)
    assert question in "".join(piece["text"] for piece in row["pieces"] if piece["source"] == "question")
    assert "".join(piece["text"] for piece in row["pieces"]) == row["text"]


def test_tools_stand_in_the_prompt_as_pieces_of_their_own(aside: Aside, smollm2: Path, tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path, context=4096, chat_template=LISTED)
    options = ("--model", str(model), "--tools", "calculate,today", "6 × 7?")

    shown = aside("show-prompt", "--json", *options)
    asked = aside("ask", "--json", "--max-tokens", "1", "--allow", "calculate", *options)
    without = aside("show-prompt", "--json", "--model", str(model), "6 × 7?")
    cannot = aside("show-prompt", "--model", str(smollm2), "--tools", "calculate", "Why?")
    unknown = aside("show-prompt", "--model", str(model), "--tools", "calculator", "Why?")

    assert shown.returncode == 0, shown.stderr
    row = json.loads(shown.stdout)
    assert "".join(piece["text"] for piece in row["pieces"]) == row["text"]
    listed = "".join(piece["text"] for piece in row["pieces"] if piece["source"] == "tools")
    assert "calculate" in listed
    assert "today" in listed
    assert not any(
        name in piece["text"]
        for piece in row["pieces"]
        for name in ("calculate", "today")
        if piece["source"] != "tools"
    )
    assert row["tokens"] == json.loads(asked.stdout.splitlines()[-1])["prompt_tokens"]
    assert not [piece for piece in json.loads(without.stdout)["pieces"] if piece["source"] == "tools"]
    assert (cannot.returncode, unknown.returncode) == (1, 1)
    assert "calculator" in unknown.stderr
