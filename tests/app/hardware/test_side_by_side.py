"""How many replies are written side by side: as many as there is room for, without moving the model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.gguf import GgufHeader, TensorInfo, read_header
from app.hardware.machine import Gpu
from app.hardware.memory_fit import FitWishes, MemoryFit
from app.hardware.memory_needs import layer_cache_bytes
from app.hardware.offload_plan import gpu_margin_bytes
from app.hardware.side_by_side import with_replies
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.tiny_models import tiny_model

CONTEXT = 4096
WEIGHTS = 2 * 10**9
AS_IT_COMES = FitWishes()
PLENTY = 200 * 10**9


@pytest.fixture(scope="module")
def headers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, GgufHeader]:
    folder = tmp_path_factory.mktemp("models")
    return {name: read_header(tiny_model(name, folder, name=name)) for name in ("llama", "gemma3", "qwen35", "mamba")}


def replies(
    header: GgufHeader,
    *,
    wanted: int = 8,
    free_bytes: int = PLENTY,
    gpus: tuple[Gpu, ...] = (),
    wishes: FitWishes = AS_IT_COMES,
    context: int = CONTEXT,
) -> MemoryFit:
    fit = MemoryFit.estimate(
        header,
        model_name="m",
        weights_bytes=WEIGHTS,
        context=context,
        free_bytes=free_bytes,
        gpus=gpus,
        wishes=wishes,
    )
    return with_replies(fit, (header,), wanted=wanted, wishes=wishes)


@pytest.mark.parametrize("architecture", ["llama", "gemma3", "qwen35", "mamba"])
def test_each_reply_that_there_is_room_for_is_written_at_once(
    headers: dict[str, GgufHeader], architecture: str
) -> None:
    header = headers[architecture]
    whole = replies(header)
    needed = whole.plan.memory_bytes + whole.plan.memory_margin_bytes

    assert whole.replies == 8
    assert replies(header, free_bytes=needed).replies == 8
    found = [replies(header, free_bytes=needed - step * whole.kv_bytes // 16).replies for step in range(17)]
    assert found == sorted(found, reverse=True)
    assert found[1] == 7
    assert replies(header, free_bytes=0).replies == 1


def test_a_reply_more_takes_the_cells_of_the_context_or_a_state(headers: dict[str, GgufHeader]) -> None:
    def cache(name: str, count: int) -> int:
        return sum(layer_cache_bytes(headers[name], CONTEXT, replies=count))

    assert cache("llama", 8) == 8 * cache("llama", 1)
    assert cache("mamba", 8) == 9 * cache("mamba", 1), "and the prompt's"
    assert replies(headers["llama"], wanted=1).kv_bytes == cache("llama", 1)


def test_nothing_leaves_the_device_for_more_replies(headers: dict[str, GgufHeader]) -> None:
    header = headers["llama"]
    card = Gpu("G", "cuda", PLENTY, PLENTY // 10)
    alone = replies(header, wanted=1, gpus=(card,))
    four = replies(header, wanted=4, gpus=(card,))
    full = replace(card, free_bytes=four.plan.gpu_bytes[0] + gpu_margin_bytes(card))

    some = replies(header, wanted=40, gpus=(full,))

    assert some.replies == 4
    assert some.plan.layers_per_gpu == alone.plan.layers_per_gpu
    assert alone.plan.gpu_bytes[0] < some.plan.gpu_bytes[0]
    assert replies(header, wanted=40, gpus=(card,)).replies == 40


def test_layers_that_were_wished_for_onto_a_full_device_leave_no_room_for_more(headers: dict[str, GgufHeader]) -> None:
    small = Gpu("G", "cuda", 10**9, 10**9)

    assert replies(headers["llama"], gpus=(small,), wishes=FitWishes(layers=99)).replies == 1


def test_models_that_would_say_something_else_side_by_side_write_fewer(headers: dict[str, GgufHeader]) -> None:
    header = headers["llama"]
    factors = TensorInfo("rope_factors_long.weight", (8,), header.tensors[0].type, 0)
    two_ranges = replace(
        header,
        tensors=(*header.tensors, factors),
        metadata={**header.metadata, "llama.rope.scaling.original_context_length": 4096},
    )

    assert replies(two_ranges, context=1024).replies == 4, "with more cells it would take its long factors"
    assert replies(two_ranges, context=4096).replies == 1
    assert replies(two_ranges, context=8192).replies == 8, "it takes them alone, too"


def test_sparse_attention_by_the_order_of_cells_is_for_one_reply(tmp_path: Path) -> None:
    assert replies(read_header(write_gguf(tmp_path / "m3.gguf", architecture="minimax-m3"))).replies == 1
