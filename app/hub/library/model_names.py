"""Names of models: unique without regard to capitals, and found by what a person types."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from app.hub.library.errors import AmbiguousModelName, NoSuchModel
from app.hub.library.library_model import LibraryModel

_CLOSE_MATCHES = 3
_CLOSENESS = 0.4


def unique_name(wanted: str, taken: Iterable[str]) -> str:
    """Return `wanted`, or with the first number behind it (`name-2`) that makes it unique."""
    used = {name.casefold() for name in taken}
    name, number = wanted, 1
    while name.casefold() in used:
        number += 1
        name = f"{wanted}-{number}"
    return name


def model_named(models: Sequence[LibraryModel], name: str) -> LibraryModel:
    """Return the model whose name, or else whose file's name, this is; capitals matter only between several.

    Raises `NoSuchModel` with names like it, and `AmbiguousModelName`.
    """
    wanted = name.casefold()
    for matches in (
        [model for model in models if model.name == name],
        [model for model in models if model.name.casefold() == wanted],
        [model for model in models if model.path.name.casefold() == wanted],
    ):
        if len(matches) > 1:
            raise AmbiguousModelName(name, [_told_apart(model, matches) for model in matches])
        if matches:
            return matches[0]
    names = {model.name.casefold(): model.name for model in models}
    close = difflib.get_close_matches(wanted, list(names), n=_CLOSE_MATCHES, cutoff=_CLOSENESS)
    raise NoSuchModel(name, close_matches=[names[match] for match in close])


def _told_apart(model: LibraryModel, matches: Sequence[LibraryModel]) -> str:
    same_name = sum(match.name == model.name for match in matches)
    return model.name if same_name == 1 else str(model.path)
