"""Writes models of real shapes with random weights, for measuring speed and memory where no real model is at hand.

    python tests/benchmarks/random_model.py FOLDER [--layers N] [--experts N] [--peak N]

The shape is Qwen2-1.5B's (width 1536, 12 heads of which 2 hold keys, vocabulary of 151,936, output tied to the
embedding) in F16; with experts it is a mixture of them (`qwen3moe`). What such a model writes means nothing. At a
`peak` of 16 few tokens of the vocabulary are likely, as real models have it; at 1 all are, and top-p sorts all of them.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import gguf
import numpy as np
import numpy.typing as npt

from tests.fakes.tiny_models import USER_DEFINED_THINK, VocabularyPlan, templates

_Numbers = npt.NDArray[np.float16]
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DRAWN = (1 << 22) - 3  # numbers drawn once and repeated: drawing billions would take minutes; no two rows alike
_SPREAD = 0.02


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides a model's size; `experts` of 0 is a dense model."""

    layers: int = 28
    width: int = 1536
    heads: int = 12
    kv_heads: int = 2
    feed_forward: int = 8960
    experts: int = 0
    experts_used: int = 2
    expert_width: int = 768
    vocabulary: int = 151_936
    context: int = 32_768
    peak: int = 1
    """What the last norm's weights are: how far logits lie apart."""

    @property
    def architecture(self) -> str:
        """The name in llama.cpp."""
        return "qwen3moe" if self.experts else "qwen2"

    @property
    def head_length(self) -> int:
        """Numbers per head."""
        return self.width // self.heads


def random_model(folder: Path, shape: Shape = Shape(), *, name: str = "random") -> Path:
    """Write the model and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.gguf"
    writer = gguf.GGUFWriter(path, shape.architecture)
    writer.add_name(name)
    writer.add_file_type(int(gguf.LlamaFileType.MOSTLY_F16))
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.feed_forward)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.kv_heads)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_freq_base(1_000_000.0)
    if shape.experts:
        writer.add_expert_count(shape.experts)
        writer.add_expert_used_count(shape.experts_used)
        writer.add_expert_feed_forward_length(shape.expert_width)
        writer.add_key_length(shape.head_length)
        writer.add_value_length(shape.head_length)
    _vocabulary(shape.vocabulary).write_to(writer)
    writer.add_chat_template(templates.DEFAULT)
    tensors = dict(_tensors(shape))
    for tensor, dimensions in tensors.items():
        is_matrix = len(dimensions) > 1
        kind = np.dtype(np.float16 if is_matrix else np.float32)
        writer.add_tensor_info(tensor, dimensions, kind, int(np.prod(dimensions)) * kind.itemsize)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    drawn = (np.random.default_rng(0).standard_normal(_DRAWN) * _SPREAD).astype(np.float16)
    for number, (tensor, dimensions) in enumerate(tensors.items()):
        weight = float(shape.peak) if tensor == "output_norm.weight" else 1.0
        writer.write_tensor_data(_values(drawn, number, tensor, dimensions, weight=weight))
    writer.close()
    return path


def _values(
    drawn: npt.NDArray[np.float16], number: int, tensor: str, shape: tuple[int, ...], *, weight: float
) -> npt.NDArray[np.generic]:
    if len(shape) == 1:
        return np.full(shape, 0.0 if tensor.endswith("bias") else weight, dtype=np.float32)
    return np.resize(np.roll(drawn, 104_729 * number), shape)


def _tensors(shape: Shape) -> list[tuple[str, tuple[int, ...]]]:
    width, head = shape.width, shape.head_length
    keys = shape.kv_heads * head
    tensors: list[tuple[str, tuple[int, ...]]] = [
        ("token_embd.weight", (shape.vocabulary, width)),
        ("output_norm.weight", (width,)),
    ]
    for index in range(shape.layers):
        layer = f"blk.{index}."
        tensors += [
            (layer + "attn_norm.weight", (width,)),
            (layer + "attn_q.weight", (shape.heads * head, width)),
            (layer + "attn_k.weight", (keys, width)),
            (layer + "attn_v.weight", (keys, width)),
            (layer + "attn_output.weight", (width, shape.heads * head)),
            (layer + "ffn_norm.weight", (width,)),
        ]
        if shape.experts:
            tensors += [
                (layer + "attn_q_norm.weight", (head,)),
                (layer + "attn_k_norm.weight", (head,)),
                (layer + "ffn_gate_inp.weight", (shape.experts, width)),
                (layer + "ffn_gate_exps.weight", (shape.experts, shape.expert_width, width)),
                (layer + "ffn_up_exps.weight", (shape.experts, shape.expert_width, width)),
                (layer + "ffn_down_exps.weight", (shape.experts, width, shape.expert_width)),
            ]
        else:
            tensors += [
                (layer + "attn_q.bias", (shape.heads * head,)),
                (layer + "attn_k.bias", (keys,)),
                (layer + "attn_v.bias", (keys,)),
                (layer + "ffn_gate.weight", (shape.feed_forward, width)),
                (layer + "ffn_up.weight", (shape.feed_forward, width)),
                (layer + "ffn_down.weight", (width, shape.feed_forward)),
            ]
    return tensors


def _vocabulary(size: int) -> VocabularyPlan:
    markers = len(USER_DEFINED_THINK.control) + len(USER_DEFINED_THINK.user_defined)
    made = (" " + "".join(letters) for length in (3, 4) for letters in itertools.product(_LETTERS, repeat=length))
    words = tuple(itertools.islice(made, size - 256 - markers))
    plan = VocabularyPlan(words=words)
    assert len(plan.texts) == size
    return plan


def main() -> None:
    """Write one and print where."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--layers", type=int, default=Shape.__dataclass_fields__["layers"].default)
    parser.add_argument("--experts", type=int, default=0)
    parser.add_argument("--peak", type=int, default=1)
    arguments = parser.parse_args()
    shape = Shape(layers=arguments.layers, experts=arguments.experts, peak=arguments.peak)
    print(random_model(arguments.folder, shape))


if __name__ == "__main__":
    main()
