"""Reads what a GGUF file says about itself: header, quantization, and the set of files that make up one model.

Nothing here loads weights or trusts the file: a broken one is refused with a sentence, within bounded time and memory.
"""

from app.gguf.errors import (
    BigEndianGguf as BigEndianGguf,
    DamagedGguf as DamagedGguf,
    NotAChatModel as NotAChatModel,
    NotAGguf as NotAGguf,
    TruncatedGguf as TruncatedGguf,
    UnsupportedGguf as UnsupportedGguf,
    UnwrittenGguf as UnwrittenGguf,
)
from app.gguf.gguf_header import (
    GgufHeader as GgufHeader,
    MetadataArray as MetadataArray,
    MetadataValue as MetadataValue,
    ValueType as ValueType,
)
from app.gguf.header_reader import (
    MoreBytesNeeded as MoreBytesNeeded,
    check_written as check_written,
    parse_header as parse_header,
    read_header as read_header,
)
from app.gguf.purpose import is_taught_to_chat as is_taught_to_chat, not_a_chat_model as not_a_chat_model
from app.gguf.quantization import (
    quantization_from_name as quantization_from_name,
    quantization_of_file_type as quantization_of_file_type,
    split_model_name as split_model_name,
)
from app.gguf.shards import (
    PartName as PartName,
    ShardName as ShardName,
    ShardSet as ShardSet,
    parse_part_name as parse_part_name,
    parse_shard_name as parse_shard_name,
    shard_set as shard_set,
)
from app.gguf.tensors import TensorInfo as TensorInfo, TensorType as TensorType
