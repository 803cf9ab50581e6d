"""What may be chosen of a context: how its cache is kept, and whether attention is computed in one step."""

from __future__ import annotations

import enum


class CacheType(enum.StrEnum):
    """The type of keys and values; smaller ones make a long context fit and cost a little quality."""

    F32 = "f32"
    F16 = "f16"
    BF16 = "bf16"
    Q8_0 = "q8_0"
    Q4_0 = "q4_0"

    def bytes_of(self, values: int) -> int:
        """Return what so many values take; blocks of 32 hold a scale beside them."""
        return values * _BYTES_OF_32[self] // 32

    @property
    def block_values(self) -> int:
        """How many values share a block; a head's length must be a multiple of it."""
        return 32 if self in (CacheType.Q8_0, CacheType.Q4_0) else 1

    @property
    def is_quantized(self) -> bool:
        """Whether it stores blocks, which needs flash attention for the values."""
        return self.block_values > 1

    @property
    def ggml_type(self) -> int:
        """The number of the type in ggml."""
        return _GGML[self]


_BYTES_OF_32 = {CacheType.F32: 128, CacheType.F16: 64, CacheType.BF16: 64, CacheType.Q8_0: 34, CacheType.Q4_0: 18}
_GGML = {CacheType.F32: 0, CacheType.F16: 1, CacheType.BF16: 30, CacheType.Q8_0: 8, CacheType.Q4_0: 2}


class FlashAttention(enum.StrEnum):
    """Flash attention saves memory and time; a few devices lack it for some models."""

    AUTO = "auto"
    """Where the device can."""
    ON = "on"
    OFF = "off"
