"""Models that keep a state instead of a cache, in all layers or in most: their past cannot be shortened, only kept.

Names, shapes and keys are those that llama.cpp's `src/models/*.cpp` reads.
"""

from __future__ import annotations

from tests.fakes.tiny_models.attention_models import HEAD, HEADS, HIDDEN, KV_HEADS, WIDTH
from tests.fakes.tiny_models.model_parts import ModelParts

_KERNEL = 4


def qwen35(parts: ModelParts) -> None:
    """Qwen 3.5: three gated delta nets, then one layer of gated attention."""
    state, key_heads, value_heads = 16, 2, 4
    keys, values = state * key_heads, state * value_heads
    _start_hybrid(parts, layers=4)
    parts.set(
        attention__head_count_kv=KV_HEADS,
        rope__dimension_sections=[4, 2, 2, 0],
        full_attention_interval=4,
        ssm__conv_kernel=_KERNEL,
        ssm__inner_size=values,
        ssm__state_size=state,
        ssm__time_step_rank=value_heads,
        ssm__group_count=key_heads,
    )
    parts.vector("output_norm.weight", WIDTH, around=1.0)
    for number in range(4):
        layer = f"blk.{number}"
        parts.vector(f"{layer}.attn_norm.weight", WIDTH, around=1.0)
        parts.vector(f"{layer}.post_attention_norm.weight", WIDTH, around=1.0)
        if number == 3:
            parts.matrix(f"{layer}.attn_q.weight", 2 * HEADS * HEAD, WIDTH, gain=2.0)
            _keys_values_and_output(parts, layer)
            parts.vector(f"{layer}.attn_q_norm.weight", HEAD, around=1.0)
            parts.vector(f"{layer}.attn_k_norm.weight", HEAD, around=1.0)
        else:
            parts.matrix(f"{layer}.attn_qkv.weight", 2 * keys + values, WIDTH)
            parts.matrix(f"{layer}.attn_gate.weight", values, WIDTH)
            parts.vector(f"{layer}.ssm_conv1d.weight", 2 * keys + values, _KERNEL, spread=0.5)
            parts.vector(f"{layer}.ssm_dt.bias", value_heads)
            parts.vector(f"{layer}.ssm_a", value_heads, around=-0.3, spread=0.02)
            parts.matrix(f"{layer}.ssm_beta.weight", value_heads, WIDTH)
            parts.matrix(f"{layer}.ssm_alpha.weight", value_heads, WIDTH)
            parts.vector(f"{layer}.ssm_norm.weight", state, around=1.0)
            parts.matrix(f"{layer}.ssm_out.weight", WIDTH, values, gain=2.0)
        _feed_forward(parts, layer)


def lfm2(parts: ModelParts) -> None:
    """LFM 2: short convolutions and attention in turn."""
    _start_hybrid(parts, layers=4)
    parts.set(attention__head_count_kv=[0, 0, KV_HEADS, 0], shortconv__l_cache=_KERNEL - 1)
    parts.vector("token_embd_norm.weight", WIDTH, around=1.0)
    for number in range(4):
        layer = f"blk.{number}"
        parts.vector(f"{layer}.attn_norm.weight", WIDTH, around=1.0)
        if number == 2:
            parts.matrix(f"{layer}.attn_q.weight", HEADS * HEAD, WIDTH, gain=2.0)
            _keys_values_and_output(parts, layer)
            parts.vector(f"{layer}.attn_q_norm.weight", HEAD, around=1.0)
            parts.vector(f"{layer}.attn_k_norm.weight", HEAD, around=1.0)
        else:
            parts.vector(f"{layer}.shortconv.conv.weight", WIDTH, _KERNEL - 1, spread=0.6)
            parts.matrix(f"{layer}.shortconv.in_proj.weight", 3 * WIDTH, WIDTH)
            parts.matrix(f"{layer}.shortconv.out_proj.weight", WIDTH, WIDTH, gain=2.0)
        parts.vector(f"{layer}.ffn_norm.weight", WIDTH, around=1.0)
        _feed_forward(parts, layer)


def mamba(parts: ModelParts) -> None:
    """Mamba: nothing but states."""
    inner, state, rank = 2 * WIDTH, 16, 8
    parts.set(
        block_count=2,
        embedding_length=WIDTH,
        feed_forward_length=0,
        attention__head_count=0,
        attention__layer_norm_rms_epsilon=1e-6,
        ssm__conv_kernel=_KERNEL,
        ssm__inner_size=inner,
        ssm__state_size=state,
        ssm__time_step_rank=rank,
    )
    parts.vector("output_norm.weight", WIDTH, around=1.0)
    for layer in ("blk.0", "blk.1"):
        parts.vector(f"{layer}.attn_norm.weight", WIDTH, around=1.0)
        parts.matrix(f"{layer}.ssm_in.weight", 2 * inner, WIDTH)
        parts.vector(f"{layer}.ssm_conv1d.weight", inner, _KERNEL, spread=0.5)
        parts.vector(f"{layer}.ssm_conv1d.bias", inner)
        parts.matrix(f"{layer}.ssm_x.weight", rank + 2 * state, inner)
        parts.matrix(f"{layer}.ssm_dt.weight", inner, rank)
        parts.vector(f"{layer}.ssm_dt.bias", inner, around=-1.0)
        parts.vector(f"{layer}.ssm_a", inner, state, around=-0.5)
        parts.vector(f"{layer}.ssm_d", inner, around=1.0)
        parts.matrix(f"{layer}.ssm_out.weight", WIDTH, inner, gain=2.0)


def rwkv7(parts: ModelParts) -> None:
    """RWKV 7: a matrix-valued state, and the last token's embedding."""
    rank = 8
    head = 64  # what all real ones have; ggml's vector code reads past the end of smaller heads
    parts.set(
        block_count=2,
        embedding_length=WIDTH,
        feed_forward_length=HIDDEN,
        attention__head_count=0,
        attention__layer_norm_epsilon=1e-5,
        wkv__head_size=head,
        attention__decay_lora_rank=rank,
        attention__iclr_lora_rank=rank,
        attention__value_residual_mix_lora_rank=rank,
        attention__gate_lora_rank=rank,
        token_shift_count=2,
    )
    _norm_with_bias(parts, "token_embd_norm")
    _norm_with_bias(parts, "output_norm")
    for layer in ("blk.0", "blk.1"):
        _norm_with_bias(parts, f"{layer}.attn_norm")
        _norm_with_bias(parts, f"{layer}.attn_norm_2")
        _norm_with_bias(parts, f"{layer}.time_mix_ln")
        for letter in "wav":
            parts.vector(f"{layer}.time_mix_{letter}0.weight", WIDTH)
        for letter in "wavg":
            parts.matrix(f"{layer}.time_mix_{letter}1.weight", rank, WIDTH)
            parts.matrix(f"{layer}.time_mix_{letter}2.weight", WIDTH, rank)
        parts.vector(f"{layer}.time_mix_lerp_fused.weight", 6, 1, 1, WIDTH, around=0.5)
        parts.vector(f"{layer}.time_mix_k_k.weight", WIDTH, around=1.0)
        parts.vector(f"{layer}.time_mix_k_a.weight", WIDTH, around=1.0)
        parts.vector(f"{layer}.time_mix_r_k.weight", WIDTH)
        for part in ("key", "value", "receptance"):
            parts.matrix(f"{layer}.time_mix_{part}.weight", WIDTH, WIDTH)
        parts.matrix(f"{layer}.time_mix_output.weight", WIDTH, WIDTH, gain=2.0)
        parts.vector(f"{layer}.channel_mix_lerp_k.weight", 1, 1, WIDTH, around=0.5)
        parts.matrix(f"{layer}.channel_mix_key.weight", HIDDEN, WIDTH)
        parts.matrix(f"{layer}.channel_mix_value.weight", WIDTH, HIDDEN)


def _start_hybrid(parts: ModelParts, *, layers: int) -> None:
    parts.set(
        block_count=layers,
        embedding_length=WIDTH,
        feed_forward_length=HIDDEN,
        rope__dimension_count=HEAD,
        attention__head_count=HEADS,
        attention__key_length=HEAD,
        attention__value_length=HEAD,
        attention__layer_norm_rms_epsilon=1e-6,
    )


def _keys_values_and_output(parts: ModelParts, layer: str) -> None:
    parts.matrix(f"{layer}.attn_k.weight", KV_HEADS * HEAD, WIDTH, gain=2.0)
    parts.matrix(f"{layer}.attn_v.weight", KV_HEADS * HEAD, WIDTH)
    parts.matrix(f"{layer}.attn_output.weight", WIDTH, HEADS * HEAD, gain=2.0)


def _feed_forward(parts: ModelParts, layer: str) -> None:
    parts.matrix(f"{layer}.ffn_gate.weight", HIDDEN, WIDTH)
    parts.matrix(f"{layer}.ffn_up.weight", HIDDEN, WIDTH)
    parts.matrix(f"{layer}.ffn_down.weight", WIDTH, HIDDEN, gain=2.0)


def _norm_with_bias(parts: ModelParts, name: str) -> None:
    parts.vector(f"{name}.weight", WIDTH, around=1.0)
    parts.vector(f"{name}.bias", WIDTH)
