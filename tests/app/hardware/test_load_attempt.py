"""What is given up when an allocation fails: one thing at a time, and never a context that was asked for."""

from __future__ import annotations

from app.hardware.load_attempt import LoadAttempt, StepBack
from app.hardware.machine import Gpu
from app.hardware.model_needs import LayerNeeds, ModelNeeds
from app.hardware.offload_plan import plan_offload

GB = 10**9
MB = 10**6
CARD = Gpu("G", "cuda", 80 * GB, 80 * GB)


def needs(*, experts_mb: int = 0) -> ModelNeeds:
    layer = LayerNeeds((100 + experts_mb) * MB, experts_mb * MB, 10 * MB)
    return ModelNeeds((layer,) * 32, 300 * MB, 300 * MB, True, 200 * MB, 50 * MB)


def attempt(model: ModelNeeds, *gpus: Gpu, context: int = 16_384) -> LoadAttempt:
    return LoadAttempt(model, plan_offload(model, gpus), context, 512)


def ladder(first: LoadAttempt, *gpus: Gpu, may_shorten: bool = False) -> list[LoadAttempt]:
    attempts = [first]
    while (following := attempts[-1].stepped_back(gpus, may_shorten=may_shorten)) is not None:
        attempts.append(following)
        assert len(attempts) < 20
    return attempts


def test_experts_go_first_then_layers_then_the_batch_then_the_device() -> None:
    attempts = ladder(attempt(needs(experts_mb=300), CARD), CARD)

    assert attempts[-1].steps == (
        StepBack.EXPERTS_IN_MEMORY,
        StepBack.FEWER_LAYERS,
        StepBack.FEWER_LAYERS,
        StepBack.SMALLER_BATCH,
        StepBack.PROCESSOR_ONLY,
    )
    assert [each.plan.gpu_layers for each in attempts] == [33, 33, 22, 14, 14, 0]
    assert [each.batch for each in attempts] == [512, 512, 512, 512, 128, 128]
    assert attempts[1].plan.offloaded_without_experts == 32


def test_each_step_takes_less_of_the_device_than_the_one_before() -> None:
    attempts = ladder(attempt(needs(experts_mb=300), CARD), CARD)
    taken = [sum(each.plan.gpu_bytes) for each in attempts if StepBack.SMALLER_BATCH not in each.steps]

    assert taken == sorted(taken, reverse=True)
    assert len(set(taken)) == len(taken)


def test_more_than_fits_becomes_what_fits_at_once() -> None:
    small = Gpu("G", "cuda", 3 * GB, 80 * GB // 20)
    wish = LoadAttempt(needs(), plan_offload(needs(), [small], layers=99), 4096, 512)
    following = wish.stepped_back([small], may_shorten=False)

    assert wish.plan.gpu_layers == 33
    assert following is not None
    assert following.steps == (StepBack.FEWER_LAYERS,)
    assert following.plan == plan_offload(needs(), [small])


def test_memory_that_others_took_meanwhile_is_left_to_them() -> None:
    first = attempt(needs(), CARD)
    full = Gpu("G", "cuda", GB, 80 * GB)
    following = first.stepped_back([full], may_shorten=False)

    assert following is not None
    assert following.steps == (StepBack.PROCESSOR_ONLY,)
    assert following.plan.gpu_layers == 0


def test_a_context_that_was_asked_for_is_never_shortened() -> None:
    assert {each.context for each in ladder(attempt(needs(), CARD), CARD)} == {16_384}
    assert [each.context for each in ladder(attempt(needs()))] == [16_384, 16_384]


def test_a_context_that_nobody_asked_for_is_shortened_last() -> None:
    attempts = ladder(attempt(needs()), may_shorten=True)

    assert [each.context for each in attempts] == [16_384, 16_384, 8192, 4096, 2048]
    assert attempts[1].steps == (StepBack.SMALLER_BATCH,)
