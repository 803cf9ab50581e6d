"""What is free on this computer for a model now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.hardware.machine import Gpu, HeldMemory, Machine, free_memory_bytes

_NOTHING = HeldMemory()


@dataclass(frozen=True, slots=True)
class Computer:
    """Free memory and devices; what the loaded model will give back counts as free."""

    machine: Machine
    gpus: tuple[Gpu, ...] = ()
    given_back_bytes: int = 0
    """What unloading the present model will free in memory."""
    given_back_gpu_bytes: int = 0
    reserved_bytes: int = 0
    """What something beside the model will take: on the first device, or in memory where there is none."""

    @classmethod
    def now(cls, *, gpus: tuple[Gpu, ...] = (), held: HeldMemory = _NOTHING) -> Computer:
        """Look; `gpus` are what the engine child told, `held` what the present model will give back."""
        return cls(Machine.now(), gpus, held.memory_bytes, held.gpu_bytes if gpus else 0)

    @property
    def free_memory_bytes(self) -> int:
        """Free for the processor."""
        available = self.machine.available_memory_bytes + self.given_back_bytes
        free = min(available, self.machine.total_memory_bytes)
        return free if self.gpus else max(0, free - self.reserved_bytes)

    @property
    def free_gpu_bytes(self) -> int:
        """Free on the devices."""
        free = sum(gpu.free_bytes for gpu in self.gpus) + self.given_back_gpu_bytes
        return min(free, sum(gpu.total_bytes or gpu.free_bytes for gpu in self.gpus))

    @property
    def free_gpus(self) -> tuple[Gpu, ...]:
        """The devices with what the present model will give back, spread by what each has in use."""
        used = [max(0, gpu.total_bytes - gpu.free_bytes) for gpu in self.gpus]
        given_back = min(self.given_back_gpu_bytes, sum(used))
        reserved = (self.reserved_bytes, *(0 for _ in self.gpus[1:]))
        return tuple(
            replace(gpu, free_bytes=max(0, gpu.free_bytes + given_back * part // max(1, sum(used)) - kept))
            for gpu, part, kept in zip(self.gpus, used, reserved[: len(self.gpus)], strict=True)
        )

    def reserving(self, size_bytes: int) -> Computer:
        """Return it with so much less for the model."""
        return replace(self, reserved_bytes=self.reserved_bytes + size_bytes)

    @property
    def free_bytes(self) -> int:
        """Free together."""
        return free_memory_bytes(self.free_memory_bytes, self.free_gpus)
