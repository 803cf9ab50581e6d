"""Writes real, tiny GGUF files with the package `gguf`."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np


def write_gguf(
    path: Path,
    *,
    name: str = "Tiny",
    architecture: str = "llama",
    weights: int = 256,
    fill: float = 0.5,
    block_count: int = 2,
    head_count_kv: int | list[int] = 2,
    extra: dict[str, int] | None = None,
    chat_template: str = "",
) -> Path:
    """Write a model without a vocabulary's texts: the header is complete, the weights mean nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_name(name)
    writer.add_file_type(7)
    writer.add_block_count(block_count)
    writer.add_context_length(32_768)
    writer.add_embedding_length(64)
    writer.add_feed_forward_length(128)
    writer.add_head_count(4)
    writer.add_head_count_kv(head_count_kv)
    writer.add_vocab_size(1000)
    if chat_template:
        writer.add_chat_template(chat_template)
    for key, value in (extra or {}).items():
        writer.add_uint32(f"{architecture}.{key}", value)
    writer.add_tensor("token_embd.weight", np.full((weights // 32, 32), fill, dtype=np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def write_shards(folder: Path, stem: str, *, count: int) -> list[Path]:
    """Write a shard set, each file with a weight of its own."""
    names = (f"{stem}-{number:05d}-of-{count:05d}.gguf" for number in range(1, count + 1))
    return [write_gguf(folder / name, fill=float(number)) for number, name in enumerate(names)]
