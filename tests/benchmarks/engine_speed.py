"""Tokens per second through the whole path (child, sampling, splitting, pipe, parent) ÷ a bare decode loop.

    uv run python tests/benchmarks/engine_speed.py MODEL.gguf [--quick] [--device-sampling auto|on|off]

The bare loop is `llama_decode` of one token after another, in a child of its own that holds the same model with the
same threads and context. On the CPU it does not sample; where tokens are drawn on the device (on a GPU, or when told
to) it has the same sampler chain attached and feeds back what was drawn, and `decode_ratio` says what it reaches of
decoding alone. Both run in turn, at the same depth and for the same number of tokens, so that a noisy machine disturbs
both alike; neither drafts (`speculation.py` measures that). On one thread of the CPU seconds are those that the
processor spends on either child, so that other programs do not count. Prints each round, then one JSON object whose
`ratio` is the median of the rounds.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import queue
import statistics
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import psutil
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.client import EngineClient
from app.inference.llama_factory import LlamaEngineFactory
from app.inference.protocol import (
    EngineStopped,
    Event,
    GenerationRequest,
    LoadFailed,
    LoadModel,
    LoadOptions,
    ModelLoaded,
    RunDelta,
    RunFailed,
    RunFinished,
    SpeculationKind,
    StartRun,
)
from app.messages import Message, RunId, Sampling

CONTEXT = 4096
_OF_THREADS = 2
"""In Linux's number of a clock: what the scheduler has counted for all threads of a process."""
SAMPLING = Sampling(temperature=0.8, top_k=40, top_p=0.95, min_p=0.0)
QUESTION = "Write a very long story about a lighthouse keeper, with many chapters, and do not stop early."


class WholePath:
    """Asks the engine child and times the reply in the parent."""

    def __init__(self, model: str, threads: int, device_sampling: bool | None) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._client = EngineClient(self._events.put, factory=LlamaEngineFactory())
        self._turn_id = 0
        options = LoadOptions(
            CONTEXT, threads=threads, device_sampling=device_sampling, speculation=SpeculationKind.OFF
        )
        self._client.send(LoadModel(1, model, options))
        while True:
            event = self._events.get()
            if isinstance(event, ModelLoaded):
                assert event.info.placement is not None
                self.backend = event.info.placement.backend
                self.of_processor = threads == 1 and self.backend == "cpu"
                return
            if isinstance(event, LoadFailed | EngineStopped):
                raise SystemExit(str(event))

    def _now(self) -> float:
        if not self.of_processor:
            return time.perf_counter()
        assert self._client.pid is not None
        if sys.platform == "linux":  # to the nanosecond, where psutil knows hundredths of a second
            return time.clock_gettime((~self._client.pid << 3) | _OF_THREADS)
        times = psutil.Process(self._client.pid).cpu_times()
        return float(times.user + times.system)

    def run(self, tokens: int, seed: int) -> tuple[float, int, int]:
        """Return tokens per second, the prompt's length and the number of tokens written."""
        self._turn_id += 1
        request = GenerationRequest(
            messages=(Message.user(QUESTION),), sampling=replace(SAMPLING, seed=seed, max_tokens=tokens)
        )
        self._client.send(StartRun(RunId(self._turn_id), request))
        first = 0.0
        first_tokens = 0
        while True:
            event = self._events.get()
            if isinstance(event, RunDelta) and not first:
                first = self._now()
                first_tokens = event.thinking_tokens + event.answer_tokens
            elif isinstance(event, RunFinished):
                stats = event.stats
                written = stats.thinking_tokens + stats.answer_tokens
                return (written - first_tokens) / (self._now() - first), stats.prompt_tokens, written
            elif isinstance(event, RunFailed | EngineStopped):
                raise SystemExit(str(event))

    def close(self) -> None:
        """End the child."""
        self._client.close()


def bare_child(connection: Connection, model_path: str, threads: int) -> None:
    """Answer (prompt length, tokens, whether to sample, whether seconds are the processor's) with tokens per second."""
    from app.inference.llama.native.binding import LlamaLog, lib
    from app.inference.llama.native.llama_model import ALL_LAYERS, LlamaModel

    log = LlamaLog()
    lib.llama_backend_init()
    model = LlamaModel(
        Path(model_path), gpu_layers=ALL_LAYERS, log=log, on_progress=lambda _f: None, is_cancelled=lambda: False
    )
    parameters = lib.llama_context_default_params()
    parameters.n_ctx = CONTEXT
    parameters.n_threads = parameters.n_threads_batch = threads
    parameters.no_perf = True
    context = lib.llama_init_from_model(model.pointer, parameters)
    memory = lib.llama_get_memory(context)
    text = "The lighthouse keeper looked at the sea. " * 200
    words = model.vocabulary.tokenize(text, add_special=False, parse_special=False)
    one = (lib.llama_token * 1)()
    batch = lib.llama_batch_get_one(one, 1)
    while True:
        prompt_length, count, samples, of_processor = connection.recv()
        if not count:
            break
        clock = time.process_time if of_processor else time.perf_counter
        lib.llama_memory_clear(memory, False)
        chain = lib.llama_sampler_chain_init(lib.llama_sampler_chain_default_params())
        for sampler in (
            lib.llama_sampler_init_top_k(SAMPLING.top_k),
            lib.llama_sampler_init_top_p(SAMPLING.top_p, 1),
            lib.llama_sampler_init_temp(SAMPLING.temperature),
            lib.llama_sampler_init_dist(count),
        ):
            lib.llama_sampler_chain_add(chain, sampler)
        if samples and not lib.llama_set_sampler(context, 0, chain):
            raise SystemExit("this context cannot sample on its device")
        prompt = (lib.llama_token * prompt_length)(*words[:prompt_length])
        lib.llama_decode(context, lib.llama_batch_get_one(prompt, prompt_length))
        lib.llama_synchronize(context)
        began = clock()
        for index in range(count):
            one[0] = lib.llama_sampler_sample(chain, context, -1) if samples else words[index % len(words)]
            lib.llama_decode(context, batch)
        lib.llama_synchronize(context)
        connection.send(count / (clock() - began))
        lib.llama_set_sampler(context, 0, None)
        lib.llama_sampler_free(chain)
    lib.llama_free(context)
    model.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", metavar="MODEL.gguf")
    parser.add_argument("--quick", action="store_true", help="at most 40 s on two cores")
    parser.add_argument("--tokens", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--threads", type=int, default=None)
    parser.add_argument("--device-sampling", choices=("auto", "on", "off"), default="auto")
    arguments = parser.parse_args()
    threads = arguments.threads or psutil.cpu_count(logical=False) or 1
    rounds, tokens = (5, 96) if arguments.quick else (arguments.rounds, arguments.tokens)
    ours_end, bare_end = multiprocessing.get_context("spawn").Pipe()
    bare = multiprocessing.get_context("spawn").Process(
        target=bare_child, args=(bare_end, arguments.model, threads), daemon=True
    )
    bare.start()
    on_device = {"auto": None, "on": True, "off": False}[arguments.device_sampling]
    whole = WholePath(arguments.model, threads, on_device)
    samples = on_device if on_device is not None else whole.backend != "cpu"
    ratios: list[float] = []
    ours: list[float] = []
    theirs: list[float] = []
    decoding: list[float] = []

    def bare_speed_of(prompt_length: int, count: int, *, samples: bool) -> float:
        time.sleep(0.3)  # the idle side's threads spin for a moment after work
        ours_end.send((prompt_length, count, samples, whole.of_processor))
        return float(ours_end.recv())

    try:
        for index in range(rounds + 1):
            speed, prompt_length, written = whole.run(tokens, seed=index + 1)
            bare_speed = bare_speed_of(prompt_length, written, samples=samples)
            alone = bare_speed_of(prompt_length, written, samples=False) if samples else bare_speed
            time.sleep(0.3)
            label = "warm-up" if index == 0 else f"round {index}"
            print(f"{label}: {speed:.1f} of {bare_speed:.1f} tokens/s = {speed / bare_speed:.3f} ({written} tokens)")
            if index:
                ratios.append(speed / bare_speed)
                ours.append(speed)
                theirs.append(bare_speed)
                decoding.append(alone)
        ours_end.send((0, 0, False, False))
        bare.join(10)
    finally:
        whole.close()
    result = {
        "ratio": round(statistics.median(ratios), 4),
        "ratio_min": round(min(ratios), 4),
        "ratio_max": round(max(ratios), 4),
        "tokens_per_s": round(statistics.median(ours), 2),
        "bare_tokens_per_s": round(statistics.median(theirs), 2),
        "decode_tokens_per_s": round(statistics.median(decoding), 2),
        "decode_ratio": round(statistics.median(ours) / statistics.median(decoding), 4),
        "device_sampling": samples,
        "backend": whole.backend,
        "threads": threads,
        "rounds": rounds,
        "tokens": tokens,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
