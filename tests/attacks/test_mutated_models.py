"""Model files that are damaged at random: each is read, or refused in a sentence, and the engine lives on."""

from __future__ import annotations

import queue
import random
import time
from pathlib import Path

import pytest

from app.errors import UserError
from app.gguf import read_header
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
    RunFailed,
    RunFinished,
    StartRun,
)
from app.messages import Message, RunId, Sampling
from tests.fakes.tiny_models import tiny_model

ARCHITECTURES = ("llama", "qwen3", "gemma3", "qwen3moe", "mamba")
_LONGEST_S = 60.0


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder = tmp_path_factory.mktemp("sources")
    return [tiny_model(name, folder / name).read_bytes() for name in ARCHITECTURES]


def mutated(source: bytes, dice: random.Random, *, within: int) -> bytes:
    """Change some bytes among the first `within`: bits, numbers, lengths, pieces moved, cut or doubled."""
    content = bytearray(source)
    for _ in range(dice.choice((1, 1, 2, 4, 20))):
        place = dice.randrange(min(within, len(content)))
        match dice.randrange(7):
            case 0:
                content[place] ^= 1 << dice.randrange(8)
            case 1:
                content[place : place + 4] = dice.choice((0, 1, 8, 9, 13, 2**31, 2**32 - 1)).to_bytes(4, "little")
            case 2:
                number = dice.choice((0, 1, 2**32, 2**40, 2**62, 2**63, 2**64 - 1, dice.getrandbits(64)))
                content[place : place + 8] = number.to_bytes(8, "little")
            case 3:
                length = dice.randrange(1, 64)
                content[place : place + length] = dice.randbytes(length)
            case 4:
                other = dice.randrange(min(within, len(content)))
                content[place : place + 32] = content[other : other + 32]
            case 5:
                content[place:place] = content[place : place + dice.randrange(200)]
            case _:
                del content[place : place + dice.choice((1, 8, 100, len(content)))]
        if not content:
            content = bytearray(b"GGUF")
    return bytes(content)


def test_a_damaged_header_is_read_or_refused_in_a_sentence(
    attacks: int, dice: random.Random, sources: list[bytes], tmp_path: Path
) -> None:
    read = 0
    refusals: list[UserError] = []
    slowest_s = 0.0
    for _ in range(attacks * 20):
        path = tmp_path / "m.gguf"
        path.write_bytes(mutated(dice.choice(sources), dice, within=20_000))
        began = time.process_time()
        try:
            read_header(path)
            read += 1
        except UserError as error:
            refusals.append(error)
        slowest_s = max(slowest_s, time.process_time() - began)
    print(f"{read} read, {len(refusals)} refused, the slowest {slowest_s:.2f} s")
    assert refusals
    assert all(error.message_text().isprintable() and error.advice_text() for error in refusals)
    assert slowest_s < 20


class Child:
    """An engine child that is given one file after another, and started anew where one killed it."""

    def __init__(self) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._client = EngineClient(self._events.put, factory=LlamaEngineFactory())
        self._number = 0

    def close(self) -> None:
        self._client.close()

    def try_file(self, path: Path) -> str:
        """Load it, ask it one thing, and return how that ended; fails where nothing is heard."""
        self._number += 1
        self._client.send(LoadModel(self._number, str(path), LoadOptions(context=256, threads=1, gpu_layers=0)))
        deadline = time.monotonic() + _LONGEST_S
        while True:
            try:
                event = self._events.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                return "silence"
            match event:
                case ModelLoaded():
                    request = GenerationRequest((Message.user("Hello?"),), Sampling(temperature=0.0, max_tokens=4))
                    self._client.send(StartRun(RunId(self._number), request))
                case RunFinished():
                    return "answered"
                case LoadFailed(_, report) | RunFailed(_, report):
                    assert report.message
                    assert report.kind != "bug", report
                    return "refused"
                case EngineStopped(report):
                    assert report is not None
                    assert report.message
                    return "stopped"
                case _:
                    pass


def test_a_damaged_file_never_takes_the_app_with_it(
    attacks: int, dice: random.Random, sources: list[bytes], tmp_path: Path
) -> None:
    child = Child()
    found: dict[str, int] = {}
    sound = tmp_path / "sound.gguf"
    sound.write_bytes(sources[0])
    try:
        for number in range(max(6, attacks // 2)):
            path = tmp_path / f"m{number}.gguf"
            source = dice.choice(sources)
            within = len(source) if dice.random() < 0.3 else 20_000
            path.write_bytes(mutated(source, dice, within=within))
            ended = child.try_file(path)
            assert ended != "silence", path
            found[ended] = found.get(ended, 0) + 1
            path.unlink()
        print(found)
        assert child.try_file(sound) == "answered"
    finally:
        child.close()
