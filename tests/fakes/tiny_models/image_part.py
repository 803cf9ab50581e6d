"""Files with random weights that let a tiny model see images: real ones for llama.cpp's mtmd, of some 100 kB.

Names, shapes and keys are those that llama.cpp's `tools/mtmd/clip.cpp` reads.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import gguf
import numpy as np

from tests.fakes.tiny_models.attention_models import WIDTH
from tests.fakes.tiny_models.model_parts import Array, ModelParts, Value

_ENCODER = 32
_HIDDEN = 48
_PATCH = 8
_SIDE = 64


def image_part(
    projector: str, folder: Path, *, width: int = WIDTH, name: str = "mmproj-tiny-F32", seed: int = 0
) -> Path:
    """Write a part of this kind of `projector`, for text models of this width, and return its path.

    `gemma3` takes 4 places in the cache for any image, whose parts see each other. `qwen2vl_merger` takes more for
    larger ones and counts their positions by rows and columns.
    """
    parts = ModelParts("clip", seed=seed)
    parts.set(has_vision_encoder=True, projector_type=projector)
    values: dict[str, Value] = {
        "image_size": _SIDE,
        "patch_size": _PATCH,
        "embedding_length": _ENCODER,
        "feed_forward_length": _HIDDEN,
        "projection_dim": width,
        "block_count": 1,
        "attention.head_count": 2,
        "attention.layer_norm_epsilon": 1e-6,
        "image_mean": [0.5, 0.5, 0.5],
        "image_std": [0.5, 0.5, 0.5],
    }
    parts.hyperparameters |= {f"vision.{key}": value for key, value in values.items()}
    parts.array("v.patch_embd.weight", _patches(seed))
    _block(parts)
    _PROJECTORS[projector](parts, width)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.gguf"
    writer = gguf.GGUFWriter(path, "clip")
    writer.add_type("mmproj")
    writer.add_file_type(int(gguf.LlamaFileType.ALL_F32))
    parts.add_to(writer)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _patches(seed: int) -> Array:
    """Return a first layer that tells colours and shapes apart strongly, so that images differ after it."""
    drawn = np.random.default_rng(seed + 7).standard_normal((_ENCODER, 3, _PATCH, _PATCH))
    return (drawn * 0.3).astype(np.float32)


def _block(parts: ModelParts) -> None:
    for norm in ("ln1", "ln2"):
        parts.vector(f"v.blk.0.{norm}.weight", _ENCODER, around=1.0)
        parts.vector(f"v.blk.0.{norm}.bias", _ENCODER)
    for matrix in ("attn_q", "attn_k", "attn_v", "attn_out"):
        parts.matrix(f"v.blk.0.{matrix}.weight", _ENCODER, _ENCODER)
        parts.vector(f"v.blk.0.{matrix}.bias", _ENCODER)
    parts.matrix("v.blk.0.ffn_up.weight", _HIDDEN, _ENCODER)
    parts.vector("v.blk.0.ffn_up.bias", _HIDDEN)
    parts.matrix("v.blk.0.ffn_down.weight", _ENCODER, _HIDDEN)
    parts.vector("v.blk.0.ffn_down.bias", _ENCODER)
    parts.vector("v.post_ln.weight", _ENCODER, around=1.0)
    parts.vector("v.post_ln.bias", _ENCODER)


def _gemma3(parts: ModelParts, width: int) -> None:
    parts.hyperparameters["vision.projector.scale_factor"] = 4
    parts.hyperparameters["use_gelu"] = True
    parts.vector("v.patch_embd.bias", _ENCODER)
    parts.matrix("v.position_embd.weight", (_SIDE // _PATCH) ** 2, _ENCODER)
    parts.matrix("mm.input_projection.weight", _ENCODER, width, gain=3.0)
    parts.vector("mm.soft_emb_norm.weight", _ENCODER, around=1.0)


def _qwen2vl(parts: ModelParts, width: int) -> None:
    parts.array("v.patch_embd.weight.1", _patches(3))
    parts.matrix("mm.0.weight", 4 * _ENCODER, 4 * _ENCODER)
    parts.vector("mm.0.bias", 4 * _ENCODER)
    parts.matrix("mm.2.weight", width, 4 * _ENCODER, gain=3.0)
    parts.vector("mm.2.bias", width)


_PROJECTORS: dict[str, Callable[[ModelParts, int], None]] = {"gemma3": _gemma3, "qwen2vl_merger": _qwen2vl}
