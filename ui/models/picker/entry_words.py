"""A model that can be chosen in words: its line in the list, what it can do, and its badge."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.hub.library.library_model import LibraryModel, ModelOrigin
from app.model_choice.local_facts import LocalFacts
from app.model_choice.model_fit import SLOW_TOKENS_PER_S
from ui.models.parts.badge import BadgeText, BadgeTone
from ui.models.parts.entry_list import ResultEntry
from ui.models.parts.model_words import badge_of_state
from ui.models.picker.model_lines import ModelLine
from ui.models.picker.model_picker import ModelEntry
from ui.widgets.palette_model import PaletteKind
from ui.widgets.spoken_numbers import rate_text, size_text


def line_of(entry: ModelEntry, *, is_chosen: bool) -> ModelLine:
    """Return the line of a model in the list; the chosen one is marked unless something else is to be said of it."""
    badge = entry.badge or (BadgeText(_tr("In use")) if is_chosen else None)
    parts = (entry.quantization, *entry.facts)
    shown = ResultEntry(entry.key, entry.shown_name, " · ".join(part for part in parts if part), badge=badge).seen()
    return ModelLine(
        key=entry.key,
        kind=PaletteKind.MODEL,
        text=shown.name,
        choose=str,
        detail=", ".join(part for part in (badge.text if badge else "", shown.subtitle, entry.section) if part),
        more_words=f"{shown.subtitle} {entry.section} {entry.key}",
        is_enabled=entry.is_usable,
        entry=shown,
    )


def facts_of_model(model: LibraryModel, facts: LocalFacts | None) -> tuple[str, ...]:
    """Return what the second line says of a model on this computer; less while its header was not looked at."""
    if model.origin is ModelOrigin.BUILT_IN:
        return (_tr("built in · arithmetic and little puzzles"),)
    known = [size_text(model.size_bytes)]
    if facts is not None and facts.thinks:
        known.append(_tr("thinks"))
    if model.sees_images:
        known.append(_tr("sees images"))
    if facts is not None and facts.takes_tools:
        known.append(_tr("tools"))
    speed = facts.fit.speed if facts is not None else None
    if speed is not None:
        known.append(_tr("about {rate} tokens/s").format(rate=rate_text(speed.tokens_per_s)))
    if model.origin.is_of_another_app:
        known.append(model.origin.value)
    return tuple(known)


def badge_of_model(model: LibraryModel, facts: LocalFacts | None, *, is_loaded: bool) -> BadgeText | None:
    """Return what stands out about a model: that it is loaded, or what is against it."""
    if not model.is_usable():
        return badge_of_state(model.state, is_verified=False)
    if is_loaded:
        return BadgeText(_tr("Loaded"), BadgeTone.GOOD)
    if facts is None:
        return None
    if not facts.fit.verdict.fits:
        return BadgeText(_tr("Does not fit"), BadgeTone.BAD)
    speed = facts.fit.speed
    is_slow = speed is not None and speed.tokens_per_s < SLOW_TOKENS_PER_S
    return BadgeText(_tr("Fits, slow"), BadgeTone.WARM) if is_slow else BadgeText(_tr("Fits"), BadgeTone.PLAIN)


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
