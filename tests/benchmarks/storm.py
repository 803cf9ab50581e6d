"""A storm of runs that join, leave, are stopped and steered, over four kinds of memory; then the child is killed.

    uv run python tests/benchmarks/storm.py [--runs 500] [--kills 30] [--seed N] [--quick]

The runs are of tiny models: an ordinary cache, a sliding window, a state beside a cache, a state alone; half of them on
two threads, where runs move between two contexts at random. After each storm every run has ended once, what sequences
hold is what the memory holds, all cells can be given back, and the process is hardly larger than after its first part.
Each kill hits a child that writes eight replies: what came of each is a beginning of its whole reply, and a new child
answers. Raises `AssertionError` where that is not so. One JSON object comes last.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import psutil
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.client import EngineClient
from app.inference.llama.native.binding import lib
from app.inference.llama.sequences.second_context import SecondContext
from app.inference.llama_factory import LlamaEngineFactory
from app.inference.protocol import (
    EngineStopped,
    Event,
    GenerationRequest,
    LoadModel,
    LoadOptions,
    ModelLoaded,
    RunDelta,
    RunFinished,
    SpeculationKind,
    StartRun,
)
from app.messages import Message, RunId, Sampling
from tests.fakes.tiny_models import tiny_model
from tests.fakes.tiny_models.running_engine import RunningEngine

KINDS = ("qwen3", "gemma3", "qwen35", "mamba")
WORDS = ("apple", "pear", "spoon", "which", "is", "the", "odd", "one", "out", "of", "these", "and", "why")
MOST_AT_ONCE = 12
GROWTH_BYTES = 48 * 2**20
KILLED_RUNS = 8


def asked(chance: random.Random, *, most_tokens: int = 60) -> GenerationRequest:
    """Return a question of any kind."""
    text = " ".join(chance.choices(WORDS, k=chance.randint(2, 60)))
    sampling = Sampling(temperature=chance.choice((0.0, 1.0)), seed=chance.randint(0, 999), top_k=0, top_p=1.0)
    return GenerationRequest(
        (Message.user(text),),
        replace(sampling, max_tokens=chance.randint(1, most_tokens)),
        conversation=chance.choice(("", "a", "b", "c", "d")),
        samples=chance.choice((1, 1, 1, 2, 3)),
        told_candidates=chance.choice((0, 0, 0, 2)),
    )


def storm(kind: str, folder: Path, chance: random.Random, *, threads: int, runs: int) -> dict[str, int]:
    """Let so many runs come and go in one engine, and look at what is left."""
    model = tiny_model(kind, folder, context=512)
    options = LoadOptions(threads=threads, speculation=chance.choice((SpeculationKind.NGRAM, SpeculationKind.OFF)))
    process, began = psutil.Process(), 0
    going: list[RunId] = []
    started: list[RunId] = []
    with RunningEngine(model, options=options) as engine:
        while len(started) < runs or engine.engine.runs:
            if len(started) < runs and len(engine.engine.runs) < MOST_AT_ONCE and chance.random() < 0.4:
                request = asked(chance)
                command = StartRun(RunId(len(started) + 1), request)
                engine.engine.start(command)
                started += command.runs
            going = list(engine.engine.runs)
            if going and chance.random() < 0.05:
                chance.choice((engine.interrupts.stop, engine.interrupts.end_thinking))(chance.choice(going))
            if going and chance.random() < 0.02:
                engine.interrupts.nudge(chance.choice(going), "look again")
            if going and chance.random() < 0.005:
                for run in going:
                    engine.interrupts.stop(run)
            engine.go_on(chance.randint(1, 5))
            if not began and len(started) > runs // 4:
                began = process.memory_info().rss
        ends = Counter(event.run for event in engine.events if isinstance(event, RunFinished))
        assert ends == Counter(started), f"{kind}: some runs did not end once"
        loaded = engine.engine._loaded
        assert loaded is not None
        for held in loaded.pool.held:
            last = lib.llama_memory_seq_pos_max(loaded.decoder.memory, held.sequence.number)
            assert last == len(held.sequence.tokens) - 1, f"{kind}: a sequence holds what it does not know of"
            assert not held.is_busy, f"{kind}: a sequence is held by nobody"
        cells = int(lib.llama_n_ctx(loaded.context))
        while loaded.pool.drop_idle():
            pass
        assert loaded.free_cells == cells, f"{kind}: cells are lost"
        engine.engine.rest(lambda: False)
        grown = process.memory_info().rss - began
        assert grown < GROWTH_BYTES, f"{kind}: {grown / 2**20:.0f} MB more than after the first part"
        reasons = Counter(event.stats.reason.value for event in engine.events if isinstance(event, RunFinished))
    print(f"{kind} on {threads}: {len(started)} runs, {dict(reasons)}, {grown / 2**20:+.1f} MB", flush=True)
    name = f"{kind}_{threads}"
    return {f"{name}_runs": len(started), f"{name}_grown_kb": grown // 1024}


class KilledChild:
    """An engine child that writes eight greedy replies."""

    def __init__(self, model: Path) -> None:
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.client = EngineClient(self.events.put, factory=LlamaEngineFactory())
        self.raw = [""] * KILLED_RUNS
        self.client.send(LoadModel(1, str(model), LoadOptions(threads=1, gpu_layers=0)))
        while not isinstance(self.events.get(), ModelLoaded):
            pass

    def write(self, *, until_s: float | None = None) -> bool:
        """Let all be written, or kill the child after so long; returns whether it was killed before the end."""
        for number in range(KILLED_RUNS):
            sampling = Sampling(temperature=0.0, max_tokens=200)
            request = GenerationRequest((Message.user(f"{number}: which is the odd one out?"),), sampling)
            self.client.send(StartRun(RunId(number + 1), request))
        pid = self.client.pid
        assert pid is not None
        kill_at = time.monotonic() + until_s if until_s is not None else None
        ended = 0
        while ended < KILLED_RUNS:
            try:
                wait_s = max(0.0, kill_at - time.monotonic()) if kill_at is not None else None
                event = self.events.get(timeout=wait_s)
            except queue.Empty:
                os.kill(pid, signal.SIGKILL)
                kill_at = None
                continue
            if isinstance(event, RunDelta):
                self.raw[event.run.turn - 1] += event.raw
            elif isinstance(event, RunFinished):
                ended += 1
            elif isinstance(event, EngineStopped):
                return True
        return False


def kill(model: Path, chance: random.Random, *, kills: int) -> dict[str, int]:
    """Kill a child that writes, again and again."""
    whole = KilledChild(model)
    began = time.monotonic()
    whole.write()
    lasts_s = time.monotonic() - began
    whole.client.close()
    killed = partial = 0
    for _ in range(kills):
        child = KilledChild(model)
        killed += child.write(until_s=chance.uniform(0.0, 0.5 * lasts_s))
        for raw, expected in zip(child.raw, whole.raw, strict=True):
            # Rounding differs between batches, so that the end may fall otherwise where two tokens are equal.
            assert expected.startswith(raw[:12]), f"{raw!r} is no beginning of {expected!r}"
            partial += 0 < len(raw) < len(expected)
        child.raw = [""] * KILLED_RUNS
        child.client.send(LoadModel(2, str(model), LoadOptions(threads=1, gpu_layers=0)))
        while not isinstance(child.events.get(timeout=60), ModelLoaded):
            pass
        child.client.close()
    left = [one for one in psutil.Process().children(recursive=True) if one.status() != psutil.STATUS_ZOMBIE]
    helpers = [one for one in left if "resource_tracker" not in " ".join(one.cmdline())]
    assert not helpers, f"{len(helpers)} processes are left"
    print(f"{killed} of {kills} children killed in mid-reply, {partial} partial replies, each a beginning", flush=True)
    return {"kills": killed, "partial_replies": partial}


def main() -> None:
    """Let it rage and print what there was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--quick", action="store_true", help="at most 40 s on two cores")
    arguments = parser.parse_args()
    runs, kills = (80, 3) if arguments.quick else (arguments.runs, arguments.kills)
    chance = random.Random(arguments.seed)
    figures: dict[str, int] = {}

    def pays(self: SecondContext) -> bool:
        return chance.random() < 0.95

    SecondContext.pays = pays  # type: ignore[method-assign]
    with tempfile.TemporaryDirectory() as name:
        for kind in KINDS:
            for part in (1, 2):
                figures |= storm(kind, Path(name) / f"{kind}{part}", chance, threads=part, runs=runs // len(KINDS) // 2)
        figures |= kill(tiny_model("qwen3", Path(name) / "killed", context=512), chance, kills=kills)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
