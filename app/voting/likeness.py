"""Which texts say nearly the same."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ALIKE = 0.6
_RUN = 3
_WORD = re.compile(r"[⺀-鿿]|[^\W⺀-鿿]+")


def alike(texts: Mapping[int, str]) -> list[tuple[int, ...]]:
    """Return the keys of texts in groups that share most of their word triples; each text is like its group's first."""
    groups: list[list[int]] = []
    found = {key: _triples(text) for key, text in texts.items()}
    for key, triples in found.items():
        for group in groups:
            first = found[group[0]]
            if len(triples & first) >= _ALIKE * len(triples | first):
                group.append(key)
                break
        else:
            groups.append([key])
    return [tuple(group) for group in groups]


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
