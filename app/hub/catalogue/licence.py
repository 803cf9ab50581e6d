"""Licences in plain words: what a person may do with a model."""

from __future__ import annotations

from dataclasses import dataclass

from app.text import translatable


@dataclass(frozen=True, slots=True)
class Licence:
    """An identifier of the Hub and what it means; `meaning` is untranslated. No legal advice, the card has the text."""

    identifier: str
    meaning: str
    allows_commercial_use: bool | None
    """`None` where it depends, or nobody knows."""


_FREE = translatable("Free for any use, also commercial; keep the notice.")
_CONDITIONS = translatable("Free for most uses, also commercial, under the maker's conditions; read them first.")
_NOT_COMMERCIAL = translatable("Not for commercial use.")
_UNKNOWN = translatable("The maker names no licence that Aside knows; read the model's page before using it.")
_SHARE_ALIKE = translatable("Free for any use; what you build from it must stay under the same terms.")

_KNOWN: dict[str, tuple[str, bool | None]] = {
    "apache-2.0": (_FREE, True),
    "mit": (_FREE, True),
    "bsd-3-clause": (_FREE, True),
    "cc-by-4.0": (_FREE, True),
    "cc0-1.0": (_FREE, True),
    "unlicense": (_FREE, True),
    "cc-by-sa-4.0": (_SHARE_ALIKE, True),
    "gpl-3.0": (_SHARE_ALIKE, True),
    "agpl-3.0": (_SHARE_ALIKE, True),
    "gemma": (_CONDITIONS, True),
    "lfm1.0": (_CONDITIONS, None),
    "nvidia-open-model-license": (_CONDITIONS, True),
    "qwen-research": (_NOT_COMMERCIAL, False),
    "openrail": (_CONDITIONS, True),
    "creativeml-openrail-m": (_CONDITIONS, True),
    "bigscience-openrail-m": (_CONDITIONS, True),
}


def licence_in_words(identifier: str) -> Licence:
    """Return what a licence means; never fails."""
    lower = identifier.strip().lower()
    if lower in _KNOWN:
        return Licence(identifier, *_KNOWN[lower])
    if "-nc" in lower or "noncommercial" in lower or "non-commercial" in lower or lower.endswith(" nc"):
        return Licence(identifier, _NOT_COMMERCIAL, allows_commercial_use=False)
    if lower.startswith(("llama", "qwen", "gemma", "deepseek", "mistral", "falcon", "glm")):
        return Licence(identifier, _CONDITIONS, allows_commercial_use=None)
    return Licence(identifier, _UNKNOWN, allows_commercial_use=None)
