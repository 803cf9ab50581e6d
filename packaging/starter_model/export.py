"""Weights to GGUF: `python export.py WEIGHTS_FOLDER OUT.gguf [--tiny] [--f16]`. Needs numpy and gguf, not torch."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import argparse
from pathlib import Path

import gguf
from byte_pairs import Tokenizer
from chat_format import END_OF_TEXT, TEMPLATE, THINK, THINK_END, TURN_END
from gguf.quants import quantize
from shape import TINY, Shape
from weights import read_weights

NAME, AUTHOR, LICENSE = "Aside Starter", "The Aside authors", "mit"
DESCRIPTION = (
    "A small reasoning model trained from scratch on generated problems: arithmetic, dates, letters and little puzzles, "
    "always thinking step by step first. It comes with Aside."
)
SAMPLING = {"temp": 0.4, "top_k": 20, "top_p": 0.9, "min_p": 0.1}


def _vocabulary(writer: gguf.GGUFWriter) -> None:
    tokenizer = Tokenizer.load()
    kinds = [gguf.TokenType.NORMAL] * (tokenizer.size - len(tokenizer.special))
    kinds += [
        gguf.TokenType.USER_DEFINED if marker in (THINK, THINK_END) else gguf.TokenType.CONTROL
        for marker in tokenizer.special
    ]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list(tokenizer.token_names())
    writer.add_token_types(kinds)
    writer.add_token_merges(tokenizer.merge_names())
    writer.add_eos_token_id(tokenizer.special[TURN_END])
    writer.add_pad_token_id(tokenizer.special[END_OF_TEXT])
    writer.add_add_bos_token(False)
    writer.add_chat_template(TEMPLATE)


def export(folder: Path, target: Path, shape: Shape, *, half: bool = False) -> int:
    """Write the file; its size in bytes."""
    writer = gguf.GGUFWriter(target, "qwen3")
    writer.add_name(NAME)
    writer.add_author(AUTHOR)
    writer.add_license(LICENSE)
    writer.add_description(DESCRIPTION)
    writer.add_languages(["en"])
    writer.add_float32("general.sampling.temp", SAMPLING["temp"])
    writer.add_int32("general.sampling.top_k", int(SAMPLING["top_k"]))
    writer.add_float32("general.sampling.top_p", SAMPLING["top_p"])
    writer.add_float32("general.sampling.min_p", SAMPLING["min_p"])
    writer.add_block_count(shape.layers)
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.width)
    writer.add_feed_forward_length(shape.inner)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.kv_heads)
    writer.add_key_length(shape.head_width)
    writer.add_value_length(shape.head_width)
    writer.add_rope_freq_base(shape.rope_base)
    writer.add_layer_norm_rms_eps(shape.norm_eps)
    writer.add_vocab_size(shape.vocabulary)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16 if half else gguf.LlamaFileType.MOSTLY_Q8_0)
    writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
    _vocabulary(writer)
    for name, value in read_weights(folder).items():
        if value.ndim == 1:
            writer.add_tensor(name, value)
        elif half:
            writer.add_tensor(name, value.astype("float16"))
        else:
            kind = gguf.GGMLQuantizationType.Q8_0
            writer.add_tensor(name, quantize(value, kind), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return target.stat().st_size


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--tiny", action="store_true")
    parser.add_argument("--f16", action="store_true")
    options = parser.parse_args()
    size = export(options.folder, options.target, TINY if options.tiny else Shape(), half=options.f16)
    print(f"{options.target}: {size:,} bytes")


if __name__ == "__main__":
    main()
