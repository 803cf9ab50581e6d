"""A processor that claims more than it can costs one death of the engine; then a lesser module is taken."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.inference.client import EngineClient
from app.inference.cpu_blocklist import CpuBlocklist
from app.inference.engine import Emit, Engine, Interrupts
from app.inference.llama.native.backend_modules import (
    InstructionSet,
    modules_to_load,
    most_with_registers,
    switched_on,
    words_for_refusal,
)
from app.inference.protocol import EngineStopped, Event

SCORES = {"x64": 1, "haswell": 63, "zen4": 1983, "sapphirerapids": 4031, "sve": 0}


@dataclass(frozen=True, slots=True)
class DiesOfIllegalInstruction:
    """Makes no engine."""

    def __call__(self, emit: Emit, interrupts: Interrupts) -> Engine:
        """Die as a processor lets a program die that asks too much of it."""
        os.kill(os.getpid(), signal.SIGILL)
        raise AssertionError("it lived")


def folder_of_modules(folder: Path) -> Path:
    for name in [*(f"cpu-{variant}" for variant in SCORES), "base", "metal"]:
        (folder / f"libggml-{name}.so").touch()
    (folder / "libggml.so.0").touch()
    (folder / "libllama.so").touch()
    return folder


def score(module: Path) -> int:
    return SCORES[module.name.removeprefix("libggml-cpu-").removesuffix(".so")]


def taken(folder: Path, *, avoided: int = 0, most: InstructionSet = InstructionSet.AMX) -> list[str]:
    return [file.name for file in modules_to_load(folder, avoided=avoided, most=most, score=score)]


@pytest.mark.parametrize(
    ("avoided", "variant"), [(0, "sapphirerapids"), (1, "zen4"), (2, "haswell"), (3, "x64"), (99, "x64")]
)
def test_the_best_module_is_taken_of_a_generation_that_did_not_die(tmp_path: Path, avoided: int, variant: str) -> None:
    assert taken(folder_of_modules(tmp_path), avoided=avoided) == ["libggml-metal.so", f"libggml-cpu-{variant}.so"]


@pytest.mark.parametrize(
    ("most", "variant"),
    [
        (InstructionSet.AMX, "sapphirerapids"),
        (InstructionSet.AVX512, "zen4"),
        (InstructionSet.AVX2, "haswell"),
        (InstructionSet.SSE42, "x64"),
    ],
)
def test_what_the_system_did_not_switch_on_is_not_taken(tmp_path: Path, most: InstructionSet, variant: str) -> None:
    assert taken(folder_of_modules(tmp_path), most=most)[-1] == f"libggml-cpu-{variant}.so"


def test_modules_of_other_processors_are_left_to_their_own_word(tmp_path: Path) -> None:
    (tmp_path / "libggml-cpu-armv8.6_1.so").touch()
    (tmp_path / "libggml-cpu-armv9.2_2.so").touch()
    points = {"libggml-cpu-armv8.6_1.so": 31, "libggml-cpu-armv9.2_2.so": 0}

    found = modules_to_load(tmp_path, avoided=0, most=InstructionSet.PLAIN, score=lambda file: points[file.name])

    assert [file.name for file in found] == ["libggml-cpu-armv8.6_1.so"]


def test_an_engine_built_for_one_machine_offers_no_choice(tmp_path: Path) -> None:
    for name in ("libggml-cpu.so.0", "libggml-base.so.0", "libllama.so"):
        (tmp_path / name).touch()

    assert taken(tmp_path) == []


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="asks the C library of Linux on x86-64"
)
def test_what_the_system_switched_on_is_asked_of_it() -> None:
    flags = Path("/proc/cpuinfo").read_text(encoding="utf-8").split("flags", 1)[1].splitlines()[0].split()
    most = most_with_registers(avx="avx" in flags, avx512="avx512f" in flags, amx=switched_on() is InstructionSet.AMX)

    assert switched_on() is most


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="asks the C library of Linux on x86-64"
)
def test_a_system_that_keeps_no_large_registers_is_believed() -> None:
    ask = "from app.inference.llama.native.backend_modules import switched_on; print(switched_on().name)"
    environment = {**os.environ, "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX,-AVX512F"}
    asked = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=True)

    assert asked.stdout.strip() == "SSE42"


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ("load_backend: failed to load {file}: libvulkan.so.1: cannot open", "libvulkan.so.1: cannot open"),
        (
            "load_backend: failed to initialize backend from {file}: ggml_backend_init returned NULL",
            "no driver answers",
        ),
        ("", "libggml-vulkan.so is no backend for this engine"),
    ],
)
def test_why_a_module_was_refused_is_said_without_its_path(tmp_path: Path, log: str, words: str) -> None:
    file = tmp_path / "a folder: of mine" / "libggml-vulkan.so"

    assert words_for_refusal(log.format(file=file), file) == words


def test_what_died_is_remembered_for_this_processor_only(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "record.json"
    record = CpuBlocklist(file, processor="a")
    record.avoid_one_more()
    record.avoid_one_more()

    assert CpuBlocklist(file, processor="a").avoided() == 2
    assert CpuBlocklist(file, processor="another").avoided() == 0


@pytest.mark.parametrize("content", ["", "null", "{}", '{"processor": "a", "avoided": -3}', '{"processor": 1}'])
def test_a_damaged_record_avoids_nothing(tmp_path: Path, content: str) -> None:
    file = tmp_path / "record.json"
    file.write_text(content, encoding="utf-8")

    assert CpuBlocklist(file, processor="a").avoided() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of Unix")
def test_a_child_that_dies_of_an_illegal_instruction_is_noted() -> None:
    stopped: list[EngineStopped] = []
    is_over = threading.Event()

    def receive(event: Event) -> None:
        if isinstance(event, EngineStopped):
            stopped.append(event)
            is_over.set()

    client = EngineClient(receive, factory=DiesOfIllegalInstruction())
    client.start()
    assert is_over.wait(30)
    client.close()

    assert stopped[0].exit_code == -signal.SIGILL
    assert CpuBlocklist.of_this_computer().avoided() == 1
