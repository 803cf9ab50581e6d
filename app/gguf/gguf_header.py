"""What the header of a GGUF file says about the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from struct import Struct
from types import MappingProxyType
from typing import TypeAlias

from app.gguf.quantization import dominant_type_name, quantization_of_file_type
from app.gguf.tensors import TensorInfo

# The values of metadata: their types, as the file numbers them, and arrays.


class ValueType(IntEnum):
    """The type of a metadata value; the numbers are those of the GGUF specification."""

    UINT8 = 0
    INT8 = 1
    UINT16 = 2
    INT16 = 3
    UINT32 = 4
    INT32 = 5
    FLOAT32 = 6
    BOOL = 7
    STRING = 8
    ARRAY = 9
    UINT64 = 10
    INT64 = 11
    FLOAT64 = 12

    @property
    def layout(self) -> Struct | None:
        """How a number of this type lies in the file; None for strings and arrays."""
        return _LAYOUTS.get(self)


_LAYOUTS = {
    ValueType.UINT8: Struct("<B"),
    ValueType.INT8: Struct("<b"),
    ValueType.UINT16: Struct("<H"),
    ValueType.INT16: Struct("<h"),
    ValueType.UINT32: Struct("<I"),
    ValueType.INT32: Struct("<i"),
    ValueType.FLOAT32: Struct("<f"),
    ValueType.BOOL: Struct("<?"),
    ValueType.UINT64: Struct("<Q"),
    ValueType.INT64: Struct("<q"),
    ValueType.FLOAT64: Struct("<d"),
}


Scalar: TypeAlias = str | int | float | bool


@dataclass(frozen=True, slots=True)
class MetadataArray:
    """How many values of which type an array has, and the values if they were worth keeping."""

    element_type: ValueType
    count: int
    values: tuple[Scalar, ...] | None
    """None for a long array that was skipped, such as the vocabulary."""


MetadataValue: TypeAlias = Scalar | MetadataArray

_TEMPLATE_KEY = "tokenizer.chat_template"


@dataclass(frozen=True)
class GgufHeader:
    """Metadata and tensor list of one file. A value of another type than asked for counts as absent."""

    version: int
    metadata: Mapping[str, MetadataValue]
    tensors: tuple[TensorInfo, ...]
    header_bytes: int
    """Where the tensor data begins."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "metadata", MappingProxyType(dict(self.metadata)))

    def get_str(self, key: str, default: str = "") -> str:
        value = self.metadata.get(key)
        return value if isinstance(value, str) else default

    def get_int(self, key: str) -> int | None:
        """Return a whole number; the largest element where the key has one per layer."""
        value = self.metadata.get(key)
        if isinstance(value, MetadataArray):
            numbers = [n for n in value.values or () if isinstance(n, int) and not isinstance(n, bool)]
            return max(numbers, default=None)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def get_array(self, key: str) -> MetadataArray | None:
        value = self.metadata.get(key)
        return value if isinstance(value, MetadataArray) else None

    def ints_per_layer(self, key: str) -> tuple[int, ...]:
        """Return a number per layer, also where the file gives one for all of them; empty if it gives none."""
        value = self.metadata.get(key)
        if isinstance(value, MetadataArray):
            return tuple(int(n) for n in value.values or () if isinstance(n, int))
        single = self.get_int(key)
        return (single,) * (self.block_count or 0) if single is not None else ()

    def architecture_key(self, name: str) -> str:
        """Return the full key of a value that each architecture has under its own name."""
        return f"{self.architecture}.{name}"

    @property
    def architecture(self) -> str:
        """The name that llama.cpp knows the model's structure by, such as `qwen3`; empty if absent."""
        return self.get_str("general.architecture")

    @property
    def name(self) -> str:
        """The model's name as its maker gave it; empty if absent."""
        return self.get_str("general.name")

    @property
    def context_length(self) -> int | None:
        """The longest context the model was trained for, in tokens."""
        return self.get_int(self.architecture_key("context_length"))

    @property
    def block_count(self) -> int | None:
        return self.get_int(self.architecture_key("block_count"))

    @property
    def embedding_length(self) -> int | None:
        """The width of the model."""
        return self.get_int(self.architecture_key("embedding_length"))

    @property
    def head_count(self) -> int | None:
        """The number of attention heads; the largest where layers differ."""
        return self.get_int(self.architecture_key("attention.head_count"))

    @property
    def head_count_kv(self) -> int | None:
        """The number of key/value heads; the largest where layers differ."""
        return self.get_int(self.architecture_key("attention.head_count_kv")) or self.head_count

    @property
    def expert_count(self) -> int:
        """The number of experts of a mixture-of-experts model, else 0."""
        return self.get_int(self.architecture_key("expert_count")) or 0

    @property
    def vocabulary_size(self) -> int | None:
        tokens = self.get_array("tokenizer.ggml.tokens")
        return tokens.count if tokens is not None else self.get_int(self.architecture_key("vocab_size"))

    @property
    def chat_template(self) -> str:
        """The default chat template; empty if the file has none."""
        return self.get_str(_TEMPLATE_KEY)

    @property
    def file_type(self) -> int | None:
        """The number that llama.cpp gives to the mixture of tensor types."""
        return self.get_int("general.file_type")

    @cached_property
    def quantization(self) -> str:
        """The quantization's name, such as `Q4_K_M`; from the tensors if the file does not say; empty if unknown."""
        return quantization_of_file_type(self.file_type) or dominant_type_name(self.tensors)

    @property
    def split_count(self) -> int:
        """How many files the model is split into; 1 for a whole model."""
        return max(1, self.get_int("split.count") or 1)

    @cached_property
    def parameter_count(self) -> int:
        """How many weights this file holds."""
        return sum(tensor.element_count for tensor in self.tensors)

    @cached_property
    def tensor_bytes(self) -> int:
        """How many bytes the tensors of this file take, without padding."""
        return sum(tensor.size_bytes for tensor in self.tensors)

    @cached_property
    def needed_file_bytes(self) -> int:
        """The least size of a file that is whole."""
        end = max((tensor.offset + tensor.size_bytes for tensor in self.tensors), default=0)
        return self.header_bytes + end
