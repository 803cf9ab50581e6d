"""How wide a processor computes, as far as its modules differ, and what of it the system has switched on.

A processor may name instructions that nobody may use: their registers are larger, and the system (or the hypervisor
below it) must agree to keep them when it changes between programs. ggml asks only the processor ("this does not check
for OS support", `ggml-cpu/arch/x86/cpu-feats.cpp`), takes a module that is too new, and dies of an illegal instruction.
"""

from __future__ import annotations

import ctypes
import platform
import sys
from collections.abc import Callable
from enum import IntEnum
from typing import Any


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
