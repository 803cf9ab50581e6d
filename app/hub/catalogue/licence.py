"""Licences in plain words: what a person may do with a model."""

from __future__ import annotations

from dataclasses import dataclass

from app.text import translatable


@dataclass(frozen=True, slots=True)
class Licence:
    """An identifier of the Hub and what it means; `meaning` is untranslated. No legal advice, the card has the text."""

    identifier: str
    meaning: str


_FREE = translatable("Free for any use, also commercial; keep the notice.")
_CONDITIONS = translatable("Free for most uses, also commercial, under the maker's conditions; read them first.")
_NOT_COMMERCIAL = translatable("Not for commercial use.")
_UNKNOWN = translatable("The maker names no licence that Aside knows; read the model's page before using it.")
_SHARE_ALIKE = translatable("Free for any use; what you build from it must stay under the same terms.")

_KNOWN: dict[str, str] = {
    "apache-2.0": _FREE,
    "mit": _FREE,
    "bsd-3-clause": _FREE,
    "cc-by-4.0": _FREE,
    "cc0-1.0": _FREE,
    "unlicense": _FREE,
    "cc-by-sa-4.0": _SHARE_ALIKE,
    "gpl-3.0": _SHARE_ALIKE,
    "agpl-3.0": _SHARE_ALIKE,
    "gemma": _CONDITIONS,
    "lfm1.0": _CONDITIONS,
    "nvidia-open-model-license": _CONDITIONS,
    "qwen-research": _NOT_COMMERCIAL,
    "openrail": _CONDITIONS,
    "creativeml-openrail-m": _CONDITIONS,
    "bigscience-openrail-m": _CONDITIONS,
}


def licence_in_words(identifier: str) -> Licence:
    """Return what a licence means; never fails."""
    lower = identifier.strip().lower()
    if lower in _KNOWN:
        return Licence(identifier, _KNOWN[lower])
    if "-nc" in lower or "noncommercial" in lower or "non-commercial" in lower or lower.endswith(" nc"):
        return Licence(identifier, _NOT_COMMERCIAL)
    if lower.startswith(("llama", "qwen", "gemma", "deepseek", "mistral", "falcon", "glm")):
        return Licence(identifier, _CONDITIONS)
    return Licence(identifier, _UNKNOWN)
