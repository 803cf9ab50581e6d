"""Reads what a GGUF file says about itself: header, quantization, and the set of files that make up one model.

Nothing here loads weights or trusts the file: a broken one is refused with a sentence, within bounded time and memory.
"""

from app.gguf.byte_cursor import MoreBytesNeeded
from app.gguf.errors import (
    BigEndianGguf,
    DamagedGguf,
    NotAChatModel,
    NotAGguf,
    TruncatedGguf,
    UnsupportedGguf,
    UnwrittenGguf,
)
from app.gguf.gguf_header import GgufHeader, MetadataValue
from app.gguf.header_reader import parse_header, read_header
from app.gguf.metadata import MetadataArray, ValueType
from app.gguf.part_names import PartName, parse_part_name
from app.gguf.purpose import is_taught_to_chat, not_a_chat_model
from app.gguf.quantization import quantization_from_name, quantization_of_file_type
from app.gguf.shards import ShardName, ShardSet, parse_shard_name, shard_set
from app.gguf.tensors import TensorInfo, TensorType
from app.gguf.unwritten_end import check_written

__all__ = [
    "BigEndianGguf",
    "DamagedGguf",
    "GgufHeader",
    "MetadataArray",
    "MetadataValue",
    "MoreBytesNeeded",
    "NotAChatModel",
    "NotAGguf",
    "PartName",
    "ShardName",
    "ShardSet",
    "TensorInfo",
    "TensorType",
    "TruncatedGguf",
    "UnsupportedGguf",
    "UnwrittenGguf",
    "ValueType",
    "check_written",
    "is_taught_to_chat",
    "not_a_chat_model",
    "parse_header",
    "parse_part_name",
    "parse_shard_name",
    "quantization_from_name",
    "quantization_of_file_type",
    "read_header",
    "shard_set",
]
