"""Asks llama.cpp, in a child of its own, which devices there are and what a model would allocate.

A hostile header may abort llama.cpp: then the child dies, and nothing is known.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from app.hardware.machine import Gpu
from app.hardware.memory_fit import FitWishes
from app.inference.errors import UnsupportedArchitecture
from app.processes import spawn_context
from app.terminal import guard_terminals

_TIMEOUT_S = 60.0


@dataclass(frozen=True, slots=True)
class LeadingBytes:
    """A model file's name, its beginning with the whole header, and its full size."""

    name: str
    data: bytes
    size_bytes: int


@dataclass(frozen=True, slots=True)
class ProbeQuestion:
    """What to ask; without files only the devices."""

    files: tuple[LeadingBytes, ...] = ()
    context: int = 0
    wishes: FitWishes = field(default_factory=FitWishes)


@dataclass(frozen=True, slots=True)
class ProbeAnswer:
    """What llama.cpp said; `kv_bytes` is `None` if it was not asked or would not load the model."""

    gpus: tuple[Gpu, ...] = ()
    kv_bytes: int | None = None
    compute_bytes: int = 0
    unknown_architecture: str = ""
    """What it does not know, if it refused the model for that."""


class EngineProbe:
    """Starts a child per question and waits for it; blocks for a second or two. Any thread may call."""

    def __init__(self, *, answer: Callable[[ProbeQuestion], ProbeAnswer] | None = None) -> None:
        self._answer = answer if answer is not None else ask_llama
        self._unknown: dict[str, bool] = {}

    def devices(self) -> tuple[Gpu, ...]:
        """Return the devices that llama.cpp can compute on beside the processor; none if the child fails."""
        found = self._asked(ProbeQuestion())
        return found.gpus if found is not None else ()

    def dry_run(self, files: Sequence[LeadingBytes], *, context: int, wishes: FitWishes) -> ProbeAnswer | None:
        """Return what the model would allocate, and the devices; `None` if the child died or llama.cpp refused.

        Raises `UnsupportedArchitecture` if it refused because it knows no such models.
        """
        found = self._asked(ProbeQuestion(tuple(files), context, wishes))
        if found is not None and found.unknown_architecture:
            raise UnsupportedArchitecture(architecture=found.unknown_architecture)
        return found if found is not None and found.kv_bytes is not None else None

    def refusal_of(self, architecture: str) -> UnsupportedArchitecture | None:
        """Return why no model of this architecture can be loaded; `None` if some can, or nobody knows."""
        if architecture not in self._unknown:
            header = _header_of(architecture)
            found = self._asked(ProbeQuestion((LeadingBytes("model.gguf", header, len(header)),)))
            if found is None:
                return None
            self._unknown[architecture] = bool(found.unknown_architecture)
        return UnsupportedArchitecture(architecture=architecture) if self._unknown[architecture] else None

    def _asked(self, question: ProbeQuestion) -> ProbeAnswer | None:
        spawn = spawn_context()
        receiver, sender = spawn.Pipe(duplex=True)
        child = spawn.Process(target=_serve, args=(sender, self._answer), daemon=True)
        child.start()
        sender.close()
        try:
            receiver.send(question)
            if receiver.poll(_TIMEOUT_S):
                found: ProbeAnswer = receiver.recv()
                return found
        except (OSError, EOFError):
            return None
        finally:
            receiver.close()
            child.join(1.0)
            if child.is_alive():
                child.kill()
                child.join()
            child.close()
        return None


def _header_of(architecture: str) -> bytes:
    """Return a GGUF header that says nothing but an architecture: one that is known is refused for what is missing."""
    key, value = b"general.architecture", architecture.encode()
    string = 8
    return b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, len(key)) + key + struct.pack("<IQ", string, len(value)) + value


def ask_llama(question: ProbeQuestion) -> ProbeAnswer:
    """Answer in the child, with llama.cpp."""
    from app.inference.llama.loading.dry_run import DryRunRefused, HeaderFile, dry_run
    from app.inference.llama.loading.packs_in_use import use_packs
    from app.inference.llama.native.devices import gpu_devices
    from app.inference.llama.native.llama_model import unknown_architecture
    from app.paths import AppPaths

    use_packs(AppPaths.from_environment())
    gpus = tuple(device.as_gpu() for device in gpu_devices())
    if not question.files:
        return ProbeAnswer(gpus)
    files = [HeaderFile(file.name, file.data, file.size_bytes) for file in question.files]
    try:
        found = dry_run(
            files,
            context=question.context,
            cache_type=question.wishes.cache_type,
            batch=question.wishes.batch,
            keeps_whole_window=question.wishes.keeps_whole_window,
        )
    except DryRunRefused as refusal:
        return ProbeAnswer(gpus, unknown_architecture=unknown_architecture(str(refusal)))
    except OSError:
        return ProbeAnswer(gpus)
    return ProbeAnswer(gpus, found.kv_bytes, found.compute_bytes)


def _serve(connection: Connection, answer: Callable[[ProbeQuestion], ProbeAnswer]) -> None:
    import os
    import signal

    guard_terminals()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    os.environ["GGML_NO_BACKTRACE"] = "1"
    try:
        connection.send(answer(connection.recv()))
    finally:
        connection.close()
