"""Dense models and mixtures of experts, whose memory is a cache of keys and values.

Names, shapes and keys are those that llama.cpp's `src/models/*.cpp` reads.
"""

from __future__ import annotations

from tests.fakes.tiny_models.model_parts import ModelParts

WIDTH = 64
HEADS = 4
KV_HEADS = 2
HEAD = 16
HIDDEN = 96
EXPERTS = 4
USED_EXPERTS = 2
EXPERT_HIDDEN = 32
WINDOW = 32


def llama(parts: ModelParts) -> None:
    """Llama 3, R1-Distill-Llama."""
    _start(parts, layers=2)
    for layer in ("blk.0", "blk.1"):
        _attention(parts, layer)
        _feed_forward(parts, layer)


def qwen2(parts: ModelParts) -> None:
    """Qwen 2.5, R1-Distill-Qwen: biases on queries, keys and values."""
    _start(parts, layers=2)
    for layer in ("blk.0", "blk.1"):
        _attention(parts, layer)
        _qkv_biases(parts, layer)
        _feed_forward(parts, layer)


def qwen2vl(parts: ModelParts) -> None:
    """Qwen 2 VL and 2.5 VL: positions with a part each for time, height and width (M-RoPE)."""
    qwen2(parts)
    parts.set(rope__dimension_sections=[2, 3, 3, 0])


def qwen3(parts: ModelParts) -> None:
    """Qwen 3: normalized queries and keys."""
    _start(parts, layers=2)
    for layer in ("blk.0", "blk.1"):
        _attention(parts, layer)
        _qk_norms(parts, layer)
        _feed_forward(parts, layer)


def qwen3moe(parts: ModelParts) -> None:
    """Qwen 3 with experts."""
    _start(parts, layers=2)
    _expert_keys(parts)
    for layer in ("blk.0", "blk.1"):
        _attention(parts, layer)
        _qk_norms(parts, layer)
        parts.vector(f"{layer}.ffn_norm.weight", WIDTH, around=1.0)
        _experts(parts, layer)


def deepseek2(parts: ModelParts) -> None:
    """DeepSeek V2, V3 and R1: latent attention, one dense layer, then experts beside a shared one."""
    latent, query_latent, rope, plain = 32, 32, 8, 8
    _start(parts, layers=3)
    _expert_keys(parts)
    parts.set(
        attention__head_count_kv=1,
        attention__key_length=latent + rope,
        attention__value_length=latent,
        attention__key_length_mla=plain + rope,
        attention__value_length_mla=HEAD,
        attention__q_lora_rank=query_latent,
        attention__kv_lora_rank=latent,
        rope__dimension_count=rope,
        leading_dense_block_count=1,
        expert_shared_count=1,
        expert_weights_scale=1.5,
        expert_weights_norm=True,
        expert_gating_func=2,
    )
    for number in range(3):
        layer = f"blk.{number}"
        parts.vector(f"{layer}.attn_norm.weight", WIDTH, around=1.0)
        parts.matrix(f"{layer}.attn_q_a.weight", query_latent, WIDTH)
        parts.vector(f"{layer}.attn_q_a_norm.weight", query_latent, around=1.0)
        parts.matrix(f"{layer}.attn_q_b.weight", HEADS * (plain + rope), query_latent, gain=2.0)
        parts.matrix(f"{layer}.attn_kv_a_mqa.weight", latent + rope, WIDTH)
        parts.vector(f"{layer}.attn_kv_a_norm.weight", latent, around=1.0)
        parts.matrix(f"{layer}.attn_k_b.weight", HEADS, latent, plain, gain=2.0)
        parts.matrix(f"{layer}.attn_v_b.weight", HEADS, HEAD, latent)
        parts.matrix(f"{layer}.attn_output.weight", WIDTH, HEADS * HEAD, gain=2.0)
        if number == 0:
            _feed_forward(parts, layer)
            continue
        parts.vector(f"{layer}.ffn_norm.weight", WIDTH, around=1.0)
        _experts(parts, layer)
        parts.vector(f"{layer}.exp_probs_b.bias", EXPERTS)
        _gated(parts, layer, "ffn_gate_shexp", "ffn_up_shexp", "ffn_down_shexp", hidden=EXPERT_HIDDEN)


def llama4(parts: ModelParts) -> None:
    """Llama 4: chunked attention but in every fourth layer, experts in every second one."""
    _start(parts, layers=4)
    _expert_keys(parts)
    parts.set(expert_used_count=1, interleave_moe_layer_step=2)
    for number in range(4):
        layer = f"blk.{number}"
        _attention(parts, layer)
        if number % 2 == 0:
            _feed_forward(parts, layer)
            continue
        parts.vector(f"{layer}.ffn_norm.weight", WIDTH, around=1.0)
        _experts(parts, layer)
        _gated(parts, layer, "ffn_gate_shexp", "ffn_up_shexp", "ffn_down_shexp", hidden=EXPERT_HIDDEN)


def gpt_oss(parts: ModelParts) -> None:
    """gpt-oss: attention sinks, a sliding window in every second layer, biases everywhere."""
    _start(parts, layers=2)
    _expert_keys(parts)
    parts.set(attention__sliding_window=WINDOW)
    for layer in ("blk.0", "blk.1"):
        _attention(parts, layer)
        _qkv_biases(parts, layer)
        parts.vector(f"{layer}.attn_output.bias", WIDTH)
        parts.vector(f"{layer}.attn_sinks.weight", HEADS)
        parts.vector(f"{layer}.post_attention_norm.weight", WIDTH, around=1.0)
        _experts(parts, layer)
        parts.vector(f"{layer}.ffn_gate_inp.bias", EXPERTS)
        parts.vector(f"{layer}.ffn_gate_exps.bias", EXPERTS, EXPERT_HIDDEN)
        parts.vector(f"{layer}.ffn_up_exps.bias", EXPERTS, EXPERT_HIDDEN)
        parts.vector(f"{layer}.ffn_down_exps.bias", EXPERTS, WIDTH)


def mistral3(parts: ModelParts) -> None:
    """Mistral 3, Ministral: attention whose temperature depends on the position."""
    _start(parts, layers=2)
    parts.set(
        attention__temperature_scale=0.1,
        rope__scaling__type="yarn",
        rope__scaling__factor=4.0,
        rope__scaling__original_context_length=64,
        rope__scaling__yarn_beta_fast=32.0,
        rope__scaling__yarn_beta_slow=1.0,
        rope__scaling__yarn_log_multiplier=1.0,
    )
    for layer in ("blk.0", "blk.1"):
        _attention(parts, layer)
        _feed_forward(parts, layer)


def gemma3(parts: ModelParts) -> None:
    """Gemma 3: a sliding window in five layers of six, norms after attention and feed-forward."""
    _start(parts, layers=6)
    parts.set(attention__sliding_window=WINDOW, rope__freq_base=1e6)
    for number in range(6):
        layer = f"blk.{number}"
        _attention(parts, layer)
        _qk_norms(parts, layer)
        parts.vector(f"{layer}.post_attention_norm.weight", WIDTH, around=1.0)
        _feed_forward(parts, layer)
        parts.vector(f"{layer}.post_ffw_norm.weight", WIDTH, around=1.0)


def _start(parts: ModelParts, *, layers: int) -> None:
    parts.set(
        block_count=layers,
        embedding_length=WIDTH,
        feed_forward_length=HIDDEN,
        rope__dimension_count=HEAD,
        attention__head_count=HEADS,
        attention__head_count_kv=KV_HEADS,
        attention__key_length=HEAD,
        attention__value_length=HEAD,
        attention__layer_norm_rms_epsilon=1e-6,
    )
    parts.vector("output_norm.weight", WIDTH, around=1.0)


def _attention(parts: ModelParts, layer: str) -> None:
    parts.vector(f"{layer}.attn_norm.weight", WIDTH, around=1.0)
    parts.matrix(f"{layer}.attn_q.weight", HEADS * HEAD, WIDTH, gain=2.0)
    parts.matrix(f"{layer}.attn_k.weight", KV_HEADS * HEAD, WIDTH, gain=2.0)
    parts.matrix(f"{layer}.attn_v.weight", KV_HEADS * HEAD, WIDTH)
    parts.matrix(f"{layer}.attn_output.weight", WIDTH, HEADS * HEAD, gain=2.0)


def _qkv_biases(parts: ModelParts, layer: str) -> None:
    parts.vector(f"{layer}.attn_q.bias", HEADS * HEAD)
    parts.vector(f"{layer}.attn_k.bias", KV_HEADS * HEAD)
    parts.vector(f"{layer}.attn_v.bias", KV_HEADS * HEAD)


def _qk_norms(parts: ModelParts, layer: str) -> None:
    parts.vector(f"{layer}.attn_q_norm.weight", HEAD, around=1.0)
    parts.vector(f"{layer}.attn_k_norm.weight", HEAD, around=1.0)


def _feed_forward(parts: ModelParts, layer: str) -> None:
    parts.vector(f"{layer}.ffn_norm.weight", WIDTH, around=1.0)
    _gated(parts, layer, "ffn_gate", "ffn_up", "ffn_down", hidden=HIDDEN)


def _gated(parts: ModelParts, layer: str, gate: str, up: str, down: str, *, hidden: int) -> None:
    parts.matrix(f"{layer}.{gate}.weight", hidden, WIDTH)
    parts.matrix(f"{layer}.{up}.weight", hidden, WIDTH)
    parts.matrix(f"{layer}.{down}.weight", WIDTH, hidden, gain=2.0)


def _expert_keys(parts: ModelParts) -> None:
    parts.set(expert_count=EXPERTS, expert_used_count=USED_EXPERTS, expert_feed_forward_length=EXPERT_HIDDEN)


def _experts(parts: ModelParts, layer: str) -> None:
    parts.matrix(f"{layer}.ffn_gate_inp.weight", EXPERTS, WIDTH, gain=2.0)
    parts.matrix(f"{layer}.ffn_gate_exps.weight", EXPERTS, EXPERT_HIDDEN, WIDTH)
    parts.matrix(f"{layer}.ffn_up_exps.weight", EXPERTS, EXPERT_HIDDEN, WIDTH)
    parts.matrix(f"{layer}.ffn_down_exps.weight", EXPERTS, WIDTH, EXPERT_HIDDEN, gain=2.0)
