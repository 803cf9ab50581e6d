"""What may be chosen of a context: how its cache is kept, and whether attention is computed in one step."""

from __future__ import annotations

import enum
from fractions import Fraction


class CacheType(enum.StrEnum):
    """The type of keys and values; smaller ones make a long context fit and cost a little quality."""

    F32 = "f32"
    F16 = "f16"
    BF16 = "bf16"
    Q8_0 = "q8_0"
    Q4_0 = "q4_0"

    @property
    def bytes_per_value(self) -> Fraction:
        """Exact, since blocks hold a scale beside their values."""
        return _BYTES[self]

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


_BYTES = {
    CacheType.F32: Fraction(4),
    CacheType.F16: Fraction(2),
    CacheType.BF16: Fraction(2),
    CacheType.Q8_0: Fraction(34, 32),
    CacheType.Q4_0: Fraction(18, 32),
}
_GGML = {CacheType.F32: 0, CacheType.F16: 1, CacheType.BF16: 30, CacheType.Q8_0: 8, CacheType.Q4_0: 2}


class FlashAttention(enum.StrEnum):
    """Flash attention saves memory and time; a few devices lack it for some models."""

    AUTO = "auto"
    """Where the device can."""
    ON = "on"
    OFF = "off"
