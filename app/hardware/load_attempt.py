"""One way of loading a model, and what to try after an allocation failed: one step at a time.

The order: experts into memory, fewer layers on devices, smaller batches, the processor alone; there, smaller batches,
then a shorter context, but only where nobody asked for one.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.hardware.machine import Gpu
from app.hardware.memory_fit import LEAST_CONTEXT
from app.hardware.memory_needs import CONTEXT_STEP
from app.hardware.model_needs import ModelNeeds
from app.hardware.offload_plan import OffloadPlan, plan_offload

_SMALL_BATCH = 128
_TIMES_FEWER_LAYERS = 2
"""Each try reads the weights again, which can take minutes."""


class StepBack(enum.StrEnum):
    """What was given up for the model to load."""

    EXPERTS_IN_MEMORY = "experts_in_memory"
    FEWER_LAYERS = "fewer_layers"
    SMALLER_BATCH = "smaller_batch"
    PROCESSOR_ONLY = "processor_only"
    SHORTER_CONTEXT = "shorter_context"


@dataclass(frozen=True, slots=True)
class LoadAttempt:
    """What goes where, with what context (tokens) and batch (tokens); `steps` led here from the plan."""

    needs: ModelNeeds
    plan: OffloadPlan
    context: int
    batch: int
    steps: tuple[StepBack, ...] = ()

    def stepped_back(self, gpus: Sequence[Gpu], *, may_shorten: bool) -> LoadAttempt | None:
        """Return what to try next, `None` if nothing is left to give up; `gpus` are the devices as they are now."""
        if self.plan.gpu_layers:
            return self._with_less_video_memory(gpus)
        if self.batch > _SMALL_BATCH:
            return self._changed(StepBack.SMALLER_BATCH, batch=_SMALL_BATCH)
        if may_shorten and self.context > LEAST_CONTEXT:
            shorter = max(LEAST_CONTEXT, self.context // 2 // CONTEXT_STEP * CONTEXT_STEP)
            return self._changed(StepBack.SHORTER_CONTEXT, context=shorter)
        return None

    def _with_less_video_memory(self, gpus: Sequence[Gpu]) -> LoadAttempt:
        plan, count = self.plan, len(self.needs.layers)
        fitting = plan_offload(self.needs, gpus)
        if sum(fitting.gpu_bytes) < sum(plan.gpu_bytes):
            # More was asked for than fits, or other programs have taken memory since the plan was made.
            if not fitting.gpu_layers:
                return self._changed(StepBack.PROCESSOR_ONLY, plan=fitting)
            is_fewer = fitting.gpu_layers < plan.gpu_layers
            return self._changed(StepBack.FEWER_LAYERS if is_fewer else StepBack.EXPERTS_IN_MEMORY, plan=fitting)
        if self.needs.has_experts and plan.experts_in_memory < count:
            moved = plan_offload(self.needs, gpus, layers=plan.gpu_layers, experts_in_memory=count)
            return self._changed(StepBack.EXPERTS_IN_MEMORY, plan=moved)
        if self.steps.count(StepBack.FEWER_LAYERS) < _TIMES_FEWER_LAYERS and plan.gpu_layers > 1:
            fewer = plan_offload(
                self.needs, gpus, layers=plan.gpu_layers * 2 // 3, experts_in_memory=plan.experts_in_memory
            )
            return self._changed(StepBack.FEWER_LAYERS, plan=fewer)
        if self.batch > _SMALL_BATCH:
            return self._changed(StepBack.SMALLER_BATCH, batch=_SMALL_BATCH)
        return self._changed(StepBack.PROCESSOR_ONLY, plan=plan_offload(self.needs, gpus, layers=0))

    def _changed(
        self, step: StepBack, *, plan: OffloadPlan | None = None, batch: int | None = None, context: int | None = None
    ) -> LoadAttempt:
        return replace(
            self,
            plan=plan or self.plan,
            batch=batch or self.batch,
            context=context or self.context,
            steps=(*self.steps, step),
        )
