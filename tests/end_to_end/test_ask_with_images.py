"""`aside ask --image`: pictures from files, on the command line and in the engine's own process."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.fakes.pictures import png
from tests.fakes.tiny_models import image_part, tiny_model

Aside = Callable[..., subprocess.CompletedProcess[str]]


def picture(folder: Path, name: str, data: bytes) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return str(folder / name)


def test_a_picture_is_shown_to_the_model(aside: Aside, tmp_path: Path) -> None:
    image_part("qwen2vl_merger", tmp_path)
    model = tiny_model("qwen2vl", tmp_path, context=2048)
    red = picture(tmp_path, "red.png", png(60, 40, (255, 0, 0)))
    ask = ("ask", "--json", "--model", str(model), "--temperature", "0", "--max-tokens", "12")

    seen = aside(*ask, "--image", red, "--image", red, "?")

    assert seen.returncode == 0, seen.stderr
    assert json.loads(seen.stdout.splitlines()[-1])["prompt_tokens"] > 70, "two images of 34 tokens at least"


def test_a_model_that_cannot_see_says_so(aside: Aside, tmp_path: Path) -> None:
    red = picture(tmp_path, "red.png", png(60, 40, (255, 0, 0)))

    result = aside("ask", "--model", str(tiny_model("llama", tmp_path)), "--image", red, "?")

    assert result.returncode == 1
    assert "tiny-llama.gguf cannot look at images" in result.stderr
    assert "mmproj" in result.stderr
