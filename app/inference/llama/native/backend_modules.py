"""Loads the modules that compute, where llama.cpp was built with them apart from itself (release builds).

Such a build has no backend until it is told where they lie, and llama-cpp-python never tells it. Of the modules for
processors the best is taken that this one claims to run, that the system lets it run (`InstructionSet`), and that has
not died of an illegal instruction here. A build for one machine has its backends inside, and nothing is done.
"""

from __future__ import annotations

import _ctypes
import ctypes
import os
import platform
import re
import sys
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import Any

from app.inference.cpu_blocklist import CpuBlocklist
from app.inference.llama.native.ggml_library import GgmlLibrary
from app.text import quoted

_PROCESSOR_MODULE = re.compile(r"^(?:lib)?ggml-cpu-([\w.-]+)\.(?:so|dll|dylib)$")
_OTHER_MODULE = re.compile(r"^(lib)?ggml-(?!base\b|cpu\b)\w+\.(so|dll|dylib)$")


def load_backend_modules(llama: Any, ggml: GgmlLibrary, folder: Path) -> int:
    """Load what lies in `folder` if nothing is loaded yet; returns how many backends there are then.

    Must come before any other call: `llama_backend_init` and the device list expect the backends to be there.
    """
    count = ggml.ggml_backend_reg_count
    count.restype = ctypes.c_size_t
    if count() == 0:
        llama.llama_log_set(_SILENCE, ctypes.c_void_p(0))  # it would tell stderr of every module
        avoided = CpuBlocklist.of_this_computer().avoided()
        for module in modules_to_load(folder, avoided=avoided, most=switched_on()):
            load_module(ggml, module)
        if count() == 0:
            _load_all(ggml, folder)
    return int(count())


def load_module(ggml: GgmlLibrary, file: Path) -> bool:
    """Load one module, such as a pack's; returns whether llama.cpp accepted it."""
    load = ggml.ggml_backend_load
    load.restype = ctypes.c_void_p
    load.argtypes = [ctypes.c_char_p]
    name = os.fsencode(file)
    if (
        sys.platform == "win32"
    ):  # there ggml reads a path in the system's old code page; what is loaded is found by name
        try:
            ctypes.CDLL(str(file))
        except OSError:
            return False
        name = os.fsencode(file.name)
    return bool(load(name))


def words_for_refusal(log: str, file: Path) -> str:
    """Return why llama.cpp did not load a module, from what it logged, without the module's own path."""
    if "ggml_backend_init returned NULL" in log:
        return "no driver answers"
    return quoted(log.rpartition(f"{file}: ")[2].strip(), longest=300) or f"{file.name} is no backend for this engine"


def modules_to_load(
    folder: Path, *, avoided: int, most: InstructionSet, score: Callable[[Path], int] | None = None
) -> tuple[Path, ...]:
    """Return all modules for other devices and, last as llama.cpp does it, one for the processor; or nothing.

    `avoided` is how many generations died here: with one module of a generation all of it is left out. Empty if there
    is no choice, as where each library lies once.
    """
    score_of = score if score is not None else _score
    scored = [
        (score_of(file), file)
        for file in folder.iterdir()
        if (generation := _generation(file)) is not None
        and (not isinstance(generation, InstructionSet) or generation <= most)
    ]
    fitting = [file for points, file in sorted(scored, reverse=True) if points > 0]
    if not fitting:
        return ()
    generations = list(dict.fromkeys(_generation(file) for file in fitting))
    taken = generations[min(avoided, len(generations) - 1)]
    others = sorted(file for file in folder.iterdir() if _OTHER_MODULE.match(file.name))
    return (*others, next(file for file in fitting if _generation(file) == taken))


def _generation(module: Path) -> InstructionSet | str | None:
    """Return what a module for processors needs, its own name where that is unknown, or `None` for other files."""
    match = _PROCESSOR_MODULE.match(module.name)
    if match is None:
        return None
    needed = instruction_set_of(match[1])
    return match[1] if needed is None else needed


def _score(module: Path) -> int:
    """Return how much of this processor a module uses, as it says itself; 0 if it cannot run."""
    try:
        library = ctypes.CDLL(str(module))
    except OSError:
        return 0
    try:
        return int(library.ggml_backend_score())
    except AttributeError:
        return 0
    finally:
        _close(library)


def _close(library: ctypes.CDLL) -> None:
    """Give a library back: thirteen of fourteen are not used."""
    handle = library._handle  # noqa: SLF001 - ctypes has no other way
    if sys.platform == "win32":
        _ctypes.FreeLibrary(handle)
    else:
        _ctypes.dlclose(handle)


def _load_all(ggml: GgmlLibrary, folder: Path) -> None:
    load = ggml.ggml_backend_load_all_from_path
    load.restype = None
    load.argtypes = [ctypes.c_char_p]
    load(os.fsencode(folder))


def _drop(_level: int, _text: bytes, _data: Any) -> None:
    pass


_SILENCE = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)(_drop)
"""Lives as long as the module: llama.cpp holds it until `LlamaLog` takes over."""


# How wide a processor computes, as far as its modules differ, and what of it the system has switched on.
#
# A processor may name instructions that nobody may use: their registers are larger, and the system (or the
# hypervisor below it) must agree to keep them when it changes between programs. ggml asks only the processor ("this
# does not check for OS support", `ggml-cpu/arch/x86/cpu-feats.cpp`), takes a module that is too new, and dies of an
# illegal instruction.


class InstructionSet(IntEnum):
    """The generations of x86-64, each with what came before."""

    PLAIN = 0
    """What every 64-bit processor has."""
    SSE42 = 1
    """2008; no larger registers, so no system can forbid it."""
    AVX = 2
    """2011; registers of 256 bits."""
    AVX2 = 3
    """2013; the same registers."""
    AVX512 = 4
    """2017; registers of 512 bits, and masks."""
    AMX = 5
    """2023; tiles."""


_OF_MODULES = {
    "x64": InstructionSet.PLAIN,
    "sse42": InstructionSet.SSE42,
    **dict.fromkeys(("sandybridge", "ivybridge", "piledriver"), InstructionSet.AVX),
    **dict.fromkeys(("haswell", "alderlake"), InstructionSet.AVX2),
    **dict.fromkeys(("skylakex", "cannonlake", "cascadelake", "icelake", "cooperlake", "zen4"), InstructionSet.AVX512),
    "sapphirerapids": InstructionSet.AMX,
}
"""`ggml/src/CMakeLists.txt`, `ggml_add_cpu_backend_variant`."""

_X86 = ("x86_64", "amd64")
_AVX, _AVX512, _AMX = 1 << 2, 0b111 << 5, 0b11 << 17
"""Bits of the register XCR0 (Intel SDM volume 1, 13.1)."""


def instruction_set_of(variant: str) -> InstructionSet | None:
    """Return what a module for processors (`haswell`) needs, or `None` for one that is not of x86-64 or is unknown."""
    return _OF_MODULES.get(variant)


def switched_on() -> InstructionSet:
    """Return the most that the system lets a program use; the most there is where the system cannot be asked."""
    if platform.machine().lower() not in _X86:
        return InstructionSet.AMX
    try:
        return _ASK[sys.platform]()
    except (KeyError, OSError, AttributeError):
        return InstructionSet.AMX


def most_with_registers(*, avx: bool, avx512: bool, amx: bool) -> InstructionSet:
    """Return the most that can be used with these registers kept by the system."""
    if not avx:
        return InstructionSet.SSE42
    if not avx512:
        return InstructionSet.AVX2
    return InstructionSet.AMX if amx else InstructionSet.AVX512


def _ask_glibc() -> InstructionSet:
    """Ask the C library, which compares the processor's words with XCR0 (glibc 2.33, `sys/platform/x86.h`)."""
    ask = ctypes.CDLL(None).__x86_get_cpuid_feature_leaf  # noqa: SLF001 - the C library's public name
    ask.restype = ctypes.POINTER(ctypes.c_uint32 * 8)
    ask.argtypes = [ctypes.c_uint]

    def is_active(leaf: int, register: int, bit: int) -> bool:
        words = ask(leaf).contents  # four registers as the processor names them, then what of them is usable
        return bool(words[4 + register] >> bit & 1)

    ecx, ebx, edx = 2, 1, 3
    return most_with_registers(avx=is_active(0, ecx, 28), avx512=is_active(1, ebx, 16), amx=is_active(1, edx, 24))


def _ask_windows() -> InstructionSet:
    """Ask for XCR0 itself (`GetEnabledXStateFeatures`, Windows 7 SP1)."""
    ask: Any = ctypes.WinDLL("kernel32").GetEnabledXStateFeatures  # type: ignore[attr-defined,unused-ignore]
    ask.restype = ctypes.c_uint64
    mask = int(ask())
    return most_with_registers(avx=bool(mask & _AVX), avx512=mask & _AVX512 == _AVX512, amx=mask & _AMX == _AMX)


def _ask_macos() -> InstructionSet:
    """Ask the kernel, which switches 512-bit registers on at their first use: XCR0 does not tell."""

    def is_there(name: bytes) -> bool:
        value, size = ctypes.c_int(0), ctypes.c_size_t(ctypes.sizeof(ctypes.c_int))
        failed = ctypes.CDLL(None).sysctlbyname(name, ctypes.byref(value), ctypes.byref(size), None, ctypes.c_size_t(0))
        return not failed and bool(value.value)

    return most_with_registers(avx=is_there(b"hw.optional.avx1_0"), avx512=is_there(b"hw.optional.avx512f"), amx=False)


_ASK: dict[str, Callable[[], InstructionSet]] = {"linux": _ask_glibc, "win32": _ask_windows, "darwin": _ask_macos}
