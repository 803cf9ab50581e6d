"""Which of the recommended models is best for this computer: by memory, graphics card, free disk and language."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.hub.catalogue.recommended_models import RecommendedModel
from app.model_choice.computer import Computer
from app.model_choice.model_fit import RoughFit
from app.model_choice.speed import SpeedEstimator

_DISK_TO_SPARE_BYTES = 2_000_000_000
"""What a download should leave free for everything else."""


@dataclass(frozen=True, slots=True)
class RankedModel:
    """A recommended model and what it would be here; `is_best` is the one to take, if any can be taken."""

    model: RecommendedModel
    fit: RoughFit
    has_disk: bool = True
    """Whether the disk has room for its download."""
    is_best: bool = False


def ranked_models(
    models: Sequence[RecommendedModel],
    computer: Computer,
    *,
    free_disk_bytes: int,
    language: str,
    speeds: SpeedEstimator | None = None,
) -> tuple[RankedModel, ...]:
    """Return the models, the one to take first; `language` is that of the system, such as `de`.

    What cannot run or be stored comes last, what answers slowly before it; before that what does not think, does not
    speak the language or is of an older generation. Of what is left the most capable is best; where nothing fits, the
    smallest comes first.
    """
    judged: list[tuple[tuple[int, float], RankedModel]] = []
    for model in models:
        fit = RoughFit.of(model.parameters, computer, active_parameters=model.active, speeds=speeds)
        assert fit is not None, "the list says how large they are"
        found = RankedModel(model, fit, fit.download_bytes + _DISK_TO_SPARE_BYTES <= free_disk_bytes)
        judged.append((_place(found, language), found))
    ranked = [found for _, found in sorted(judged, key=lambda one: one[0])]
    first = ranked[0] if ranked else None
    if first is not None and first.fit.verdict.fits and first.has_disk:
        ranked[0] = RankedModel(first.model, first.fit, is_best=True)
    return tuple(ranked)


def _place(found: RankedModel, language: str) -> tuple[int, float]:
    model, fit = found.model, found.fit
    if not fit.verdict.fits or not found.has_disk:
        return 3, fit.download_bytes
    if fit.is_slow:
        return 2, fit.download_bytes
    is_suitable = model.thinks and not model.is_older and model.speaks(language)
    return int(not is_suitable), -_capability(model)


def _capability(model: RecommendedModel) -> float:
    """Return how much a model knows, in parameters of a dense one: of experts the geometric mean of all and active."""
    return math.sqrt(model.parameters * model.active_parameters)
