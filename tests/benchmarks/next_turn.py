"""What the next turn has to read after a long thought, and how long until its first token.

    uv run python tests/benchmarks/next_turn.py [--quick]

A reply of 4,000 thinking and 400 answer tokens (quick: 800 and 80) is written by tiny models with random weights: an
ordinary one, one with sliding-window attention, a hybrid and a purely recurrent one. The next prompt holds the answer
without its thought. `…_read_ratio` is prompt tokens read then ÷ (the new question and what the template puts around
it); `…_time_ratio` is the time to the first token ÷ the same prompt read from nothing. `…_reopened_read_ratio`
is the same as the first, when the model was unloaded and the conversation's cache came from disk. One JSON object comes
last.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from msgspec import structs

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.protocol import GenerationRequest, LoadOptions
from app.messages import Message
from tests.fakes.tiny_models import templates, tiny_model
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine

ARCHITECTURES = {"ordinary": "qwen3", "sliding_window": "gemma3", "hybrid": "qwen35", "recurrent": "mamba"}
QUESTION = "And what follows from that for the second case? Please be brief."


def measure(architecture: str, folder: Path, *, thinking: int, answer: int) -> dict[str, float]:
    """Run the two turns and return ratios and figures."""
    context = 2 * (thinking + answer) + 1024
    model = tiny_model(architecture, folder, context=context, chat_template=templates.OPENED)
    first_question = (Message.user("Which one is larger, and why?"),)
    cache = folder / "cache"
    options = LoadOptions(cache_folder=str(cache))
    with RunningEngine(model, context=context, options=options) as engine:
        reply = engine.answer_to(
            GenerationRequest(
                first_question,
                structs.replace(GREEDY, max_tokens=thinking + answer),
                think_budget=thinking,
                conversation="a",
            )
        )
        engine.engine.rest(lambda: False)
        messages = (
            *first_question,
            Message.assistant(reply.answer, reply.thinking.strip()),
            Message.user(QUESTION),
        )
        request = GenerationRequest(messages, structs.replace(GREEDY, max_tokens=8), conversation="a")
        loaded = engine.engine._loaded
        assert loaded is not None
        loaded.pool.save_all()
        kept = shutil.copytree(cache, folder / "kept")
        second = engine.answer_to(request)
        around = f"<|im_end|>\n<|im_start|>user\n{QUESTION}<|im_end|>\n<|im_start|>assistant\n<think>\n"
        needed = len(loaded.model.vocabulary.tokenize_inner(around))
    with RunningEngine(model, context=context) as fresh:
        again = fresh.answer_to(request)
    with RunningEngine(model, context=context, options=replace(options, cache_folder=str(kept))) as reopened:
        third = reopened.answer_to(request)
    assert second.raw == again.raw == third.raw, "the cache changed what the model says"
    read = second.stats.prompt_tokens - second.stats.cached_tokens
    return {
        "thinking_tokens": reply.stats.thinking_tokens,
        "answer_tokens": reply.stats.answer_tokens,
        "read_tokens": read,
        "needed_tokens": needed,
        "read_ratio": round(read / needed, 3),
        "reopened_read_ratio": round((third.stats.prompt_tokens - third.stats.cached_tokens) / needed, 3),
        "time_ratio": round((second.stats.time_to_first_token_s or 0) / (again.stats.time_to_first_token_s or 1), 3),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="at most 40 s on two cores")
    thinking, answer = (800, 80) if parser.parse_args().quick else (4000, 400)
    result: dict[str, float] = {}
    for label, architecture in ARCHITECTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            figures = measure(architecture, Path(folder), thinking=thinking, answer=answer)
        print(f"{label} ({architecture}): {figures}")
        result |= {f"{label}_{key}": figures[key] for key in ("read_ratio", "reopened_read_ratio", "time_ratio")}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
