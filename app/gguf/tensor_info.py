"""One tensor, as the header describes it."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from app.gguf.tensor_type import TensorType


@dataclass(frozen=True, slots=True)
class TensorInfo:
    """Name, shape, type and place of a tensor. `shape` begins with the dimension that is contiguous in memory."""

    name: str
    shape: tuple[int, ...]
    type: TensorType
    offset: int
    """Bytes from the start of the file's tensor data."""

    @property
    def element_count(self) -> int:
        """How many numbers the tensor holds."""
        return prod(self.shape)

    @property
    def size_bytes(self) -> int:
        """How many bytes the tensor takes in the file."""
        return self.element_count // self.type.block_elements * self.type.block_bytes
