"""What each part of a model takes: the layers one by one, the embedding, the output, and the buffer for computing.

The sum behind both the verdict (`memory_fit`) and the plan of what goes where (`offload_plan`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.gguf import GgufHeader, TensorInfo
from app.hardware.context_choices import CacheType
from app.hardware.memory_needs import BATCH, compute_bytes, layer_cache_bytes

_OF_LAYER = re.compile(r"blk\.(\d+)\.")
_EMBEDDING = "token_embd.weight"
_OUTPUT = "output.weight"
_INPUTS = ("token_embd", "per_layer_token_embd", "position_embd", "token_types")


@dataclass(frozen=True, slots=True)
class LayerNeeds:
    """One layer: its weights, the part of them that are experts, and its KV cache or state. In bytes."""

    weights_bytes: int
    expert_bytes: int = 0
    cache_bytes: int = 0


@dataclass(frozen=True, slots=True)
class ModelNeeds:
    """A model with a context. In bytes.

    The embedding (`input_bytes`) stays in the computer's memory wherever the layers are. An output that shares its
    weights with it (`is_output_shared`) takes memory of its own only on a device.
    """

    layers: tuple[LayerNeeds, ...]
    input_bytes: int
    output_bytes: int
    is_output_shared: bool
    compute_bytes: int
    largest_tensor_bytes: int = 0
    """Of the layers: what a device borrows room for when it computes with weights that are not on it."""

    @classmethod
    def of(
        cls,
        headers: GgufHeader | Sequence[GgufHeader],
        *,
        weights_bytes: int,
        context: int,
        replies: int = 1,
        cache_type: CacheType = CacheType.F16,
        batch: int = BATCH,
        keeps_whole_window: bool = True,
    ) -> ModelNeeds:
        """Return the needs of a model whose weights take `weights_bytes` in all its files together.

        With the headers of all its shards layers are known exactly; what the headers at hand do not list is spread
        over the layers that they do not tell of. Each of `replies` that are written side by side has the whole context.
        """
        shards = (headers,) if isinstance(headers, GgufHeader) else tuple(headers)
        first = shards[0]
        known = _known_tensors(tensor for header in shards for tensor in header.tensors)
        count = max(0, min(first.block_count or 0, 4096))
        embedding = known.bytes_of.get(_EMBEDDING, 0)
        is_complete = len(shards) >= first.split_count
        is_shared = _OUTPUT not in known.bytes_of and is_complete
        output = embedding if is_shared else known.bytes_of.get(_OUTPUT, embedding)
        input_bytes = sum(size for name, size in known.bytes_of.items() if name.startswith(_INPUTS))
        rest = weights_bytes - input_bytes - (0 if is_shared else output) - sum(known.weights.values())
        caches = layer_cache_bytes(
            first, context, replies=replies, cache_type=cache_type, keeps_whole_window=keeps_whole_window
        )
        layers = _spread(known, count, max(0, rest))
        padded = (*caches, *(0,) * max(0, count - len(caches)))
        return cls(
            layers=tuple(replace(layer, cache_bytes=padded[index]) for index, layer in enumerate(layers)),
            input_bytes=input_bytes if layers else weights_bytes,
            output_bytes=output if layers else 0,
            is_output_shared=is_shared,
            compute_bytes=compute_bytes(
                first,
                context,
                replies=replies,
                cache_type=cache_type,
                batch=batch,
                keeps_whole_window=keeps_whole_window,
            ),
            largest_tensor_bytes=known.largest,
        )

    @property
    def weights_bytes(self) -> int:
        """The model's own size."""
        output = 0 if self.is_output_shared else self.output_bytes
        return self.input_bytes + output + sum(layer.weights_bytes for layer in self.layers)

    @property
    def cache_bytes(self) -> int:
        """KV cache and states of all layers."""
        return sum(layer.cache_bytes for layer in self.layers)

    @property
    def has_experts(self) -> bool:
        """Whether it is a mixture of experts."""
        return any(layer.expert_bytes for layer in self.layers)

    def confirmed(self, *, cache_bytes: int, compute_bytes: int) -> ModelNeeds:
        """Return the needs with llama.cpp's own figures, the cache spread over the layers as before."""
        before = self.cache_bytes
        layers = tuple(
            replace(
                layer,
                cache_bytes=layer.cache_bytes * cache_bytes // before if before else cache_bytes // len(self.layers),
            )
            for layer in self.layers
        )
        return replace(self, layers=layers, compute_bytes=compute_bytes)


@dataclass(slots=True)
class _Known:
    """What headers list: bytes by layer, of experts by layer, and of the rest by name."""

    weights: dict[int, int]
    experts: dict[int, int]
    bytes_of: dict[str, int]
    largest: int = 0


def _known_tensors(tensors: Iterable[TensorInfo]) -> _Known:
    known = _Known(defaultdict(int), defaultdict(int), {})
    for tensor in tensors:
        found = _OF_LAYER.match(tensor.name)
        if found is None:
            known.bytes_of[tensor.name] = tensor.size_bytes
            continue
        layer = int(found[1])
        known.weights[layer] += tensor.size_bytes
        known.largest = max(known.largest, tensor.size_bytes)
        if "exps" in tensor.name.rsplit(".", 2)[-2]:
            known.experts[layer] += tensor.size_bytes
    return known


def _spread(known: _Known, count: int, rest: int) -> list[LayerNeeds]:
    """Return the layers' weights; `rest` goes to those that nothing is known of, else to all."""
    unknown = [index for index in range(count) if index not in known.weights] or list(range(count))
    listed = sum(known.weights.values())
    share_of_experts = sum(known.experts.values()) / listed if listed else 0.0
    layers: list[LayerNeeds] = []
    for index in range(count):
        more = rest // len(unknown) if index in unknown else 0
        if unknown and index == unknown[-1]:
            more += rest % len(unknown)
        experts = known.experts.get(index, 0) + int(more * share_of_experts)
        layers.append(LayerNeeds(known.weights.get(index, 0) + more, experts))
    return layers
