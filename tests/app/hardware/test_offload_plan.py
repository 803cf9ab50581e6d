"""Which layers go to which device: most of the model on devices, and never into the margin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from app.hardware.machine import Gpu
from app.hardware.model_needs import LayerNeeds, ModelNeeds
from app.hardware.offload_plan import OffloadPlan, gpu_margin_bytes, plan_offload

MB = 10**6
GB = 10**9


def gpu(free_gb: float, *, total_gb: float | None = None, shared: bool = False) -> Gpu:
    return Gpu("G", "cuda", int(free_gb * GB), int((total_gb or free_gb) * GB), shared)


def needs(layers: int = 32, *, layer_mb: int = 100, experts_mb: int = 0, cache_mb: int = 10) -> ModelNeeds:
    layer = LayerNeeds((layer_mb + experts_mb) * MB, experts_mb * MB, cache_mb * MB)
    return ModelNeeds((layer,) * layers, 300 * MB, 300 * MB, True, 200 * MB, 50 * MB)


def left_free(plan: OffloadPlan, gpus: list[Gpu]) -> list[int]:
    return [gpu.free_bytes - taken for gpu, taken in zip(gpus, plan.gpu_bytes, strict=True)]


def test_a_large_device_takes_everything() -> None:
    plan = plan_offload(needs(), [gpu(24)])

    assert plan.is_whole
    assert plan.layers_per_gpu == (33,)
    assert plan.memory_bytes == 300 * MB


def test_a_small_device_takes_as_many_layers_as_leave_the_margin() -> None:
    small = gpu(3)
    plan = plan_offload(needs(), [small])

    assert 0 < plan.gpu_layers < 33
    assert not plan.is_whole
    (free,) = left_free(plan, [small])
    assert gpu_margin_bytes(small) <= free < gpu_margin_bytes(small) + 110 * MB


def test_a_device_without_room_for_a_layer_takes_nothing() -> None:
    plan = plan_offload(needs(), [gpu(1.2)])

    assert plan.gpu_layers == 0
    assert plan.gpu_bytes == (0,)
    assert plan.memory_bytes == 300 * MB + 32 * 110 * MB + 200 * MB


def test_without_a_device_all_is_in_memory() -> None:
    plan = plan_offload(needs(), [])

    assert (plan.gpu_layers, plan.total_layers, plan.layers_per_gpu) == (0, 33, ())
    assert plan.fits_memory(5 * GB)
    assert not plan.fits_memory(4 * GB)


def test_two_uneven_devices_are_filled_to_the_same_share() -> None:
    gpus = [gpu(24), gpu(8)]
    plan = plan_offload(needs(layer_mb=600), gpus)

    assert plan.is_whole
    large, small = plan.layers_per_gpu
    assert 2 * small < large < 5 * small
    assert all(left >= gpu_margin_bytes(g) for left, g in zip(left_free(plan, gpus), gpus, strict=True))


def test_experts_are_left_in_memory_before_whole_layers_are() -> None:
    card = gpu(8)
    plan = plan_offload(needs(experts_mb=500), [card])

    assert plan.gpu_layers == 33
    assert 0 < plan.experts_in_memory < 32
    assert plan.offloaded_without_experts == plan.experts_in_memory
    assert plan.memory_bytes == (300 + 500 * plan.experts_in_memory) * MB
    assert gpu_margin_bytes(card) <= left_free(plan, [card])[0] < gpu_margin_bytes(card) + 500 * MB


def test_where_not_even_the_rest_fits_layers_stay_in_memory_too() -> None:
    plan = plan_offload(needs(experts_mb=500), [gpu(2.5)])

    assert 0 < plan.gpu_layers < 33
    assert plan.experts_in_memory == 32
    assert plan.offloaded_without_experts == plan.gpu_layers - 1


def test_built_in_graphics_are_used_only_alone_and_take_the_computers_memory() -> None:
    built_in, card = gpu(16, shared=True), gpu(24)

    assert plan_offload(needs(), [built_in, card]).layers_per_gpu == (0, 33)
    alone = plan_offload(needs(), [built_in])
    assert alone.layers_per_gpu == (33,)
    assert alone.memory_bytes > sum(alone.gpu_bytes)


def test_a_wish_is_followed_whether_it_fits_or_not() -> None:
    assert plan_offload(needs(), [gpu(24)], layers=5).layers_per_gpu == (5,)
    assert plan_offload(needs(), [gpu(24)], layers=0).gpu_layers == 0
    assert plan_offload(needs(), [gpu(1)], layers=99).layers_per_gpu == (33,)
    assert plan_offload(needs(experts_mb=10), [gpu(24)], experts_in_memory=7).experts_in_memory == 7


def test_a_model_without_layers_is_no_error() -> None:
    nothing = replace(needs(), layers=())

    assert plan_offload(nothing, [gpu(24)]).gpu_layers == 0


@pytest.mark.parametrize("is_shared", [True, False])
def test_nothing_is_counted_twice_or_lost(is_shared: bool) -> None:
    model = replace(needs(experts_mb=300), is_output_shared=is_shared)
    card = gpu(6)
    plan = plan_offload(model, [card])

    borrowed = model.compute_bytes + model.largest_tensor_bytes
    copied = model.output_bytes if is_shared else 0
    assert plan.gpu_layers == 33
    runtime = 448 * 1024**2
    assert (
        plan.memory_bytes + plan.gpu_bytes[0] == model.weights_bytes + model.cache_bytes + borrowed + copied + runtime
    )


@given(
    layers=st.integers(1, 60),
    layer_mb=st.integers(1, 900),
    experts_mb=st.integers(0, 900),
    cache_mb=st.integers(0, 200),
    cards=st.lists(st.tuples(st.floats(0.0, 90.0), st.booleans()), max_size=4),
)
def test_every_plan_leaves_the_margin_on_every_device(
    layers: int, layer_mb: int, experts_mb: int, cache_mb: int, cards: list[tuple[float, bool]]
) -> None:
    gpus = [gpu(free, total_gb=max(free, 1.0), shared=shared) for free, shared in cards]
    plan = plan_offload(needs(layers, layer_mb=layer_mb, experts_mb=experts_mb, cache_mb=cache_mb), gpus)

    assert 0 <= plan.gpu_layers <= plan.total_layers == layers + 1
    for device, taken, count in zip(gpus, plan.gpu_bytes, plan.layers_per_gpu, strict=True):
        assert (taken > 0) is (count > 0)
        if taken:
            assert device.free_bytes - taken >= gpu_margin_bytes(device)
