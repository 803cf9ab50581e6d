"""The short list for people who do not know what to search: shipped with the app, about models that do not go stale."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.file_facts import read_file
from app.hub.catalogue.catalogue import Catalogue
from app.hub.catalogue.search import HubModel
from app.hub.connection.errors import ModelIsGated, RepositoryNotFound, TokenRefused
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


def current_facts(catalogue: Catalogue, recommended: RecommendedModel) -> HubModel | None:
    """Return what the Hub says of a listed model now; `None`, so that it is hidden, if it is not there any more.

    Raises the other kinds of `HubProblem`.
    """
    try:
        return catalogue.model(recommended.repo)
    except (RepositoryNotFound, TokenRefused):
        return None
    except ModelIsGated:
        return HubModel(repo=recommended.repo, parameters=recommended.parameters, is_gated=True)
