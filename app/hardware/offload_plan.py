"""Which layers of a model go to which graphics device, so that what is promised stays free. Data in, plan out.

Layers are counted as llama.cpp counts them: the repeating ones and, as one more, the output. The last of them are
offloaded first. Of a mixture of experts, the experts are left in memory before whole layers are: they are most of the
weights, and of them only a few are read per token.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.hardware.machine import Gpu
from app.hardware.model_needs import ModelNeeds

_LEAST_MARGIN_BYTES = 512 * 1024**2
_MARGIN_PARTS = 20
_RUNTIME_BYTES = 448 * 1024**2
"""What a device's libraries take beside llama.cpp's buffers once it computes; 410 MiB were measured with CUDA."""
_MEMORY_MARGIN_BYTES = 256 * 1024**2
_MEMORY_MARGIN_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class OffloadPlan:
    """Where each part of a model goes; sizes in bytes, each of the tuples in the order of the devices given."""

    total_layers: int
    layers_per_gpu: tuple[int, ...] = ()
    experts_in_memory: int = 0
    """The first so many of the model's layers keep their experts in memory, whether they are offloaded or not."""
    gpu_bytes: tuple[int, ...] = ()
    """What is expected to be taken of each device."""
    memory_bytes: int = 0
    """What is taken of the computer's memory, by devices that share it too."""

    @property
    def gpu_layers(self) -> int:
        """How many layers are on devices."""
        return sum(self.layers_per_gpu)

    @property
    def is_whole(self) -> bool:
        """Whether all that can be is on devices."""
        return 0 < self.total_layers == self.gpu_layers and self.experts_in_memory == 0

    @property
    def offloaded_without_experts(self) -> int:
        """How many of the layers on devices leave their experts in memory."""
        return max(0, self.experts_in_memory - (self.total_layers - self.gpu_layers)) if self.gpu_layers else 0

    @property
    def memory_margin_bytes(self) -> int:
        """What should stay free of the computer's memory, for the engine's process and for what was not foreseen."""
        return _MEMORY_MARGIN_BYTES + int(self.memory_bytes * _MEMORY_MARGIN_SHARE)

    def fits_memory(self, free_bytes: int) -> bool:
        """Whether what is not on devices of their own memory finds room in the computer's."""
        return self.memory_bytes + self.memory_margin_bytes <= free_bytes


def gpu_margin_bytes(gpu: Gpu) -> int:
    """Return what a plan leaves free on a device, for its driver, other programs, and what was not foreseen."""
    return max(_LEAST_MARGIN_BYTES, (gpu.total_bytes or gpu.free_bytes) // _MARGIN_PARTS)


def plan_offload(
    needs: ModelNeeds, gpus: Sequence[Gpu], *, layers: int | None = None, experts_in_memory: int | None = None
) -> OffloadPlan:
    """Return the plan that keeps most on devices with the margin left free on each.

    `layers` and `experts_in_memory` are wishes: so many layers are offloaded, and of the first so many the experts
    stay in memory, whether that fits or not. Built-in graphics are used only where there is no device with its own
    memory.
    """
    count = len(needs.layers)
    if not count:
        return _plan(needs, gpus, (), 0)
    for start, experts in _candidates(needs, layers=layers, experts=experts_in_memory):
        placed = _placed(needs, gpus, start, experts, must_fit=layers is None)
        if placed is not None:
            return _plan(needs, gpus, placed, experts)
    return _plan(needs, gpus, (), 0)


def _candidates(needs: ModelNeeds, *, layers: int | None, experts: int | None) -> Iterator[tuple[int, int]]:
    """Yield (first layer offloaded, layers whose experts stay in memory), the best first."""
    count = len(needs.layers)
    if layers is not None:
        if layers > 0:
            yield max(0, count + 1 - layers), experts or 0
        return
    all_experts = count if needs.has_experts else 0
    choices = range(all_experts + 1) if experts is None else (min(experts, count),)
    for choice in choices:
        yield 0, choice
    for start in range(1, count + 1):
        yield start, choices[-1]


def _placed(
    needs: ModelNeeds, gpus: Sequence[Gpu], start: int, experts: int, *, must_fit: bool
) -> tuple[int, ...] | None:
    """Return how many layers each device takes of those from `start` on, `None` if they do not fit."""
    has_own = any(not gpu.shares_memory for gpu in gpus)
    is_whole = start == 0 and experts == 0
    beside = _RUNTIME_BYTES + needs.compute_bytes + (0 if is_whole else needs.largest_tensor_bytes)
    rooms = [
        gpu.free_bytes - gpu_margin_bytes(gpu) - beside if not (has_own and gpu.shares_memory) else 0 for gpu in gpus
    ]
    if not must_fit:
        rooms = [
            max(room, 1) if not (has_own and gpu.shares_memory) else 0 for room, gpu in zip(rooms, gpus, strict=True)
        ]
    items = _items(needs, start, experts)
    for spread in (_spread_evenly, _filled_in_turn):
        counts = spread(items, rooms)
        if counts is not None and (not must_fit or _fits(items, counts, rooms)):
            return counts
    return None


def _items(needs: ModelNeeds, start: int, experts: int) -> list[int]:
    """Return what each offloaded layer takes, the output last."""
    items = [
        layer.weights_bytes + layer.cache_bytes - (layer.expert_bytes if index < experts else 0)
        for index, layer in enumerate(needs.layers)
        if index >= start
    ]
    return [*items, needs.output_bytes]


def _spread_evenly(items: Sequence[int], rooms: Sequence[int]) -> tuple[int, ...] | None:
    """Return the layers of each device so that every one is filled to the same share of its room."""
    whole, room_of_all = sum(items), sum(max(0, room) for room in rooms)
    if room_of_all <= 0:
        return None
    counts = [0] * len(rooms)
    usable = [index for index, room in enumerate(rooms) if room > 0]
    device, placed, room_so_far = 0, 0, max(0, rooms[usable[0]])
    for item in items:
        while device + 1 < len(usable) and (placed + item / 2) * room_of_all > whole * room_so_far:
            device += 1
            room_so_far += rooms[usable[device]]
        counts[usable[device]] += 1
        placed += item
    return tuple(counts)


def _filled_in_turn(items: Sequence[int], rooms: Sequence[int]) -> tuple[int, ...] | None:
    """Return the layers of each device, each filled as far as it goes; `None` if some are left over."""
    counts = [0] * len(rooms)
    index = 0
    for device, room in enumerate(rooms):
        left = room
        while index < len(items) and items[index] <= left:
            left -= items[index]
            counts[device] += 1
            index += 1
    return tuple(counts) if index == len(items) else None


def _fits(items: Sequence[int], counts: Sequence[int], rooms: Sequence[int]) -> bool:
    return all(taken <= room for taken, room in zip(_taken(items, counts), rooms, strict=True) if taken)


def _taken(items: Sequence[int], counts: Sequence[int]) -> Iterator[int]:
    index = 0
    for count in counts:
        yield sum(items[index : index + count])
        index += count


def _plan(needs: ModelNeeds, gpus: Sequence[Gpu], counts: tuple[int, ...], experts: int) -> OffloadPlan:
    count = len(needs.layers)
    counts = counts or (0,) * len(gpus)
    start = count + 1 - sum(counts)
    is_offloaded = sum(counts) > 0
    experts = experts if is_offloaded else 0
    is_whole = start == 0 and experts == 0
    beside = _RUNTIME_BYTES + needs.compute_bytes + (0 if is_whole else needs.largest_tensor_bytes)
    items = _items(needs, start, experts)[: sum(counts)]
    on_gpus = tuple(
        taken + beside if layers else 0 for taken, layers in zip(_taken(items, counts), counts, strict=True)
    )
    in_memory = needs.input_bytes
    if not is_offloaded:
        in_memory += 0 if needs.is_output_shared else needs.output_bytes
    for index, layer in enumerate(needs.layers):
        if index < start:
            in_memory += layer.weights_bytes + layer.cache_bytes
        elif index < experts:
            in_memory += layer.expert_bytes
    if not is_offloaded or start > 0:
        in_memory += needs.compute_bytes
    shared = sum(taken for taken, gpu in zip(on_gpus, gpus, strict=True) if gpu.shares_memory)
    return OffloadPlan(count + 1, tuple(counts), experts, on_gpus, in_memory + shared)
