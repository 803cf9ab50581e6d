"""A model spread over several helpers by llama.cpp's RPC, asked through Aside: against the same server alone.

    uv run python tests/benchmarks/distributed.py FOLDER [MODEL.gguf] [--helpers 2] [--tokens 256] [--rounds 5]
        [--quick]

FOLDER holds `llama-server` and `ggml-rpc-server`, built from one llama.cpp with `-DGGML_RPC=ON`; CONTRIBUTING says
how. The helpers run on this computer, on loopback, one thread each: what is measured is what the way over RPC costs,
and that the whole way works, not what more computers bring. Each way has the same questions at temperature 0.
`spread_ratio` is the speed over the helpers ÷ alone. `identical` counts the replies that are the same both ways (sums
rounded elsewhere may draw otherwise), `split_bytes` says how the weights lie. That the level of thinking reaches the
server is read in its log (`switch_in_log`), and a given beginning must stand in what is written
(`goes_on_from_beginning`). Without a model: the starter. One JSON object comes last.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.cli.engine_run import EngineRun
from app.engines.model_ref import Remote
from app.inference.protocol import GenerationRequest, LoadOptions, ModelInfo, RunDelta, RunFinished
from app.messages import Message, Sampling, Text, Thinking
from app.paths import resources_directory

QUESTIONS = ("What is 347 + 588?", "How many r are in strawberry?", "Sort these: 9, 4, 7, 1.", "What is 12 * 31?")
BEGINNING = "Quite another thought."
_START_S = 60.0
_CLOSED = re.compile(rb"prefill token: \d+ = </think>")
"""What the server notes of a prompt that ends with a thought that is over already."""
_WEIGHTS = re.compile(rb"(\S+) model buffer size = +([0-9.]+) MiB")


@dataclass(slots=True)
class Way:
    """What one way of running the model gave."""

    texts: list[str] = field(default_factory=list)
    thoughts: list[str] = field(default_factory=list)
    tokens_per_s: list[float] = field(default_factory=list)
    first_s: list[float] = field(default_factory=list)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextlib.contextmanager
def running(command: list[str], log: Path, *, until: str) -> Iterator[None]:
    """Run a program until the end of the block; it is ready when something listens, or says it is well, at `until`."""
    with log.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT)
        try:
            deadline = time.monotonic() + _START_S
            while not is_ready(until):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise SystemExit(f"{command[0]} did not start:\n{log.read_text(errors='replace')[-2000:]}")
                time.sleep(0.05)
            yield
        finally:
            process.terminate()
            process.wait()


def is_ready(place: str) -> bool:
    try:
        if place.startswith("http:"):
            with urllib.request.urlopen(f"{place}/health", timeout=1.0) as answer:
                return bool(answer.status == 200)
        host, _, port = place.rpartition(":")
        with socket.create_connection((host, int(port)), timeout=1.0):
            return True
    except OSError:
        return False


@contextlib.contextmanager
def server(folder: Path, model: Path, log: Path, *, helpers: tuple[str, ...] = ()) -> Iterator[str]:
    """Run llama-server, on the helpers if there are some, and give its address."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    command = [str(folder / "llama-server"), "-m", str(model), "--port", str(port), "-np", "1", "-t", "1", "-v"]
    if helpers:
        command += ["--rpc", ",".join(helpers), "-ngl", "99"]
    with running(command, log, until=url):
        yield url


def ask(engine: EngineRun, request: GenerationRequest) -> tuple[str, str, RunFinished]:
    """Return thought, answer and end of one reply."""
    thought, answer = "", ""
    for event in engine.answer(request):
        if isinstance(event, RunDelta):
            for part in event.parts:
                if isinstance(part, Thinking):
                    thought += part.text
                elif isinstance(part, Text):
                    answer += part.text
        elif isinstance(event, RunFinished):
            return thought, answer, event
    raise AssertionError("unreachable: a turn ends")


def load(engine: EngineRun, url: str, model: Path) -> ModelInfo:
    return engine.load(Remote(url, model.name), LoadOptions(), on_progress=lambda _fraction: None)


def measure(url: str, model: Path, *, tokens: int, rounds: int) -> Way:
    """Ask the questions, each as often as there are rounds."""
    way = Way()
    with EngineRun() as engine:
        info = load(engine, url, model)
        print(f"{info.name} at {url}: context {info.context}, levels {', '.join(info.thinking_levels)}")
        for _ in range(rounds):
            for question in QUESTIONS:
                sampling = Sampling(temperature=0.0, max_tokens=tokens)
                thought, answer, end = ask(engine, GenerationRequest((Message.user(question),), sampling))
                way.texts.append(thought + answer)
                way.thoughts.append(thought)
                if end.stats.tokens_per_s is not None:
                    way.tokens_per_s.append(end.stats.tokens_per_s)
                if end.stats.time_to_first_token_s is not None:
                    way.first_s.append(end.stats.time_to_first_token_s)
    return way


def controls(url: str, model: Path, log: Path) -> dict[str, object]:
    """Return whether the level of thinking and a given beginning reach the server."""
    question, sampling = Message.user(QUESTIONS[0]), Sampling(temperature=0.0, max_tokens=200)
    with EngineRun() as engine:
        load(engine, url, model)
        before = log.stat().st_size
        off, answer, _ = ask(engine, GenerationRequest((question,), sampling, thinking="off"))
        earlier, logged = log.read_bytes()[:before], log.read_bytes()[before:]
        begun = Message("assistant", (Thinking(BEGINNING),))
        on, _, _ = ask(engine, GenerationRequest((question, begun), sampling))
    return {
        "thought_when_off": len(off),
        "answered_when_off": bool(answer),
        "switch_in_log": bool(_CLOSED.search(logged)) and not _CLOSED.search(earlier),
        "goes_on_from_beginning": on.startswith(BEGINNING) and len(on) > len(BEGINNING),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path, nargs="?")
    parser.add_argument("--helpers", type=int, default=2)
    parser.add_argument("--tokens", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    model = options.model or next((resources_directory() / "starter").glob("*.gguf"))
    rounds = 1 if options.quick else options.rounds
    with tempfile.TemporaryDirectory() as home, contextlib.ExitStack() as helping:
        os.environ["ASIDE_HOME"] = home
        logs = Path(home)
        with server(options.folder, model, logs / "alone.log") as url:
            alone = measure(url, model, tokens=options.tokens, rounds=rounds)
        helpers = tuple(f"127.0.0.1:{free_port()}" for _ in range(options.helpers))
        for number, helper in enumerate(helpers):
            command = [str(options.folder / "ggml-rpc-server"), "-p", helper.rpartition(":")[2], "-t", "1"]
            helping.enter_context(running(command, logs / f"helper{number}.log", until=helper))
        log = logs / "spread.log"
        with server(options.folder, model, log, helpers=helpers) as url:
            spread = measure(url, model, tokens=options.tokens, rounds=rounds)
            reached = controls(url, model, log)
        split = {name.decode(): round(float(mib) * 2**20) for name, mib in _WEIGHTS.findall(log.read_bytes())}
    for name, way in (("alone", alone), ("spread", spread)):
        speed, first = statistics.median(way.tokens_per_s), statistics.median(way.first_s)
        print(f"{name}: {speed:.0f} tokens/s, first token after {first * 1000:.0f} ms")
    print(
        json.dumps(
            {
                "spread_ratio": round(
                    statistics.median(spread.tokens_per_s) / statistics.median(alone.tokens_per_s), 3
                ),
                "alone_tokens_per_s": round(statistics.median(alone.tokens_per_s), 1),
                "spread_tokens_per_s": round(statistics.median(spread.tokens_per_s), 1),
                "identical": sum(one == other for one, other in zip(alone.texts, spread.texts, strict=True)),
                "replies": len(spread.texts),
                "with_a_thought": sum(map(bool, spread.thoughts)),
                "helpers": len(helpers),
                "split_bytes": split,
                **reached,
            }
        )
    )


if __name__ == "__main__":
    main()
