"""The short list for people who do not know what to search: shipped with the app, about models that do not go stale."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.file_facts import read_file
from app.paths import resources_directory

_FILE = "recommended_models.json"


class RecommendedModel(msgspec.Struct, frozen=True):
    """A repository and why it is on the list (untranslated); `parameters` to sort by what fits before connecting."""

    repo: str
    why: str
    parameters: int


def recommended_models(resources: Path | None = None) -> tuple[RecommendedModel, ...]:
    """Return the list, smallest first; connects nowhere."""
    content = read_file((resources if resources is not None else resources_directory()) / _FILE)
    models = msgspec.json.decode(content, type=tuple[RecommendedModel, ...])
    return tuple(sorted(models, key=lambda model: model.parameters))
