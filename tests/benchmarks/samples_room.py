"""Does each of several samples have the room that it would have alone? Fifty sums, eight samples of each.

    uv run python tests/benchmarks/samples_room.py [MODEL.gguf] [--samples 8] [--sums 50] [--context N] [--quick]

Each sample whose thought was cut (`thinking_ended` of `length` or `budget`) is written again alone, with its own seed.
`cut` counts them, `cut_only_together` those that would not have been cut alone: rounding apart, there should be none.
`right` is the share of samples whose answer names the result. Without a model: the starter. One JSON object comes last.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.protocol import GenerationRequest, LoadOptions, ThinkingEnd
from app.messages import Message, Sampling
from tests.benchmarks.engine_child import EngineChild

ROOT = Path(__file__).resolve().parents[2]
CUT = (ThinkingEnd.LENGTH, ThinkingEnd.BUDGET)


def sums(count: int) -> list[tuple[str, int]]:
    """Return questions and results; the first is one that needs room."""
    chance = random.Random(7)
    pairs = [(5185, 56), *((chance.randrange(100, 9999), chance.randrange(11, 99)) for _ in range(count - 1))]
    return [(f"What is {first} * {second}?", first * second) for first, second in pairs]


def measure(model: Path, options: LoadOptions, *, samples: int, count: int) -> dict[str, float]:
    """Return the figures of one model."""
    cut = only_together = right = tokens = 0
    with EngineChild() as together, EngineChild() as alone:
        info = together.load(model, options)
        alone.load(model, options)
        print(f"{info.name}: context {info.context}", *(note.text() for note in info.notes))
        began = time.perf_counter()
        for number, (question, result) in enumerate(sums(count)):
            request = GenerationRequest((Message.user(question),), Sampling(seed=100 * number), samples=samples)
            replies = together.answer(request)
            tokens += replies.tokens
            right += sum(str(result) in raw.rpartition("</think>")[2].replace(",", "") for raw in replies.raw)
            ends = [stats.thinking_ended for stats in replies.stats]
            for sample, end in enumerate(ends):
                if end in CUT:
                    seed = Sampling(seed=100 * number + sample)
                    (again,) = alone.answer(replace(request, sampling=seed, samples=1)).stats
                    cut += 1
                    only_together += again.thinking_ended not in CUT
            print(question, result, [end.value for end in ends], flush=True)
    return {
        "cut_only_together": only_together,
        "cut": cut,
        "of": count * samples,
        "right": round(right / (count * samples), 3),
        "tokens_per_s": round(tokens / (time.perf_counter() - began), 1),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, nargs="?")
    parser.add_argument("--samples", type=int, default=8)
    parser.add_argument("--sums", type=int, default=50)
    parser.add_argument("--context", type=int)
    parser.add_argument("--quick", action="store_true", help="at most 40 s on two cores")
    arguments = parser.parse_args()
    model = arguments.model or next((ROOT / "resources" / "starter").glob("*.gguf"))
    options = LoadOptions(context=arguments.context)
    print(
        json.dumps(measure(model, options, samples=arguments.samples, count=3 if arguments.quick else arguments.sums))
    )


if __name__ == "__main__":
    main()
