"""The short list for people who do not know what to search: shipped with the app, about models that do not go stale."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.file_facts import read_file
from app.paths import resources_directory

_FILE = "recommended_models.json"


class RecommendedModel(msgspec.Struct, frozen=True):
    """A repository and why it is on the list (untranslated), with what decides before connecting whether it suits."""

    repo: str
    why: str
    parameters: int
    licence: str
    active: int = 0
    """Parameters that one token reads, of a mixture of experts; 0: all of them."""
    thinks: bool = True
    is_older: bool = False
    """Whether newer ones of its size know more."""
    languages: tuple[str, ...] = ()
    """What its maker names, as ISO 639-1 codes; empty where it speaks most."""

    @property
    def active_parameters(self) -> int:
        """What sets its speed."""
        return self.active or self.parameters

    def speaks(self, language: str) -> bool:
        """Whether it was made for this language, such as `de`."""
        return not self.languages or language in self.languages


def recommended_models(resources: Path | None = None) -> tuple[RecommendedModel, ...]:
    """Return the list, smallest first; connects nowhere."""
    content = read_file((resources if resources is not None else resources_directory()) / _FILE)
    models = msgspec.json.decode(content, type=tuple[RecommendedModel, ...])
    return tuple(sorted(models, key=lambda model: model.parameters))
