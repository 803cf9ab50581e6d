"""Facts about models in a few words: counts, licences, origins, states, days."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from app.hub.catalogue.licence import licence_in_words
from app.hub.library.library_model import ModelOrigin, ModelState
from ui.models.parts.badge import BadgeText, BadgeTone
from ui.widgets.spoken_numbers import fixed_text

_SHORT_LICENCES = {
    "apache-2.0": "Apache 2.0",
    "mit": "MIT",
    "gemma": "Gemma",
    "cc-by-4.0": "CC BY 4.0",
    "cc-by-nc-4.0": "CC BY-NC 4.0",
    "bsd-3-clause": "BSD",
    "gpl-3.0": "GPL 3",
}


def short_count(count: int) -> str:
    """Return a count as lists show it: `655`, `9.8 k`, `2.1 M`."""
    if count < 1000:
        return str(count)
    thousands = count / 1000
    if thousands < 999.5:
        return fixed_text(thousands, decimals=1 if thousands < 9.95 else 0) + " k"
    return fixed_text(thousands / 1000, decimals=1) + " M"


def parameters_words(parameters: int | None) -> str:
    """Return a size in thousand millions of parameters: `7.6 B`; empty if unknown."""
    if not parameters:
        return ""
    billions = parameters / 1e9
    if billions < 0.95:
        return f"{parameters / 1e6:.0f} M"
    return fixed_text(billions, decimals=1 if billions < 99.5 else 0) + " B"


def short_licence(identifier: str) -> str:
    """Return a licence's usual name; empty for none."""
    known = _SHORT_LICENCES.get(identifier.lower())
    if known is not None:
        return known
    if identifier.lower().startswith("llama") and identifier[5:6].isdigit():
        return f"Llama {identifier[5:]}"
    return "" if identifier.lower() == "other" else identifier


def licence_sentence(identifier: str) -> str:
    """Return a licence and what it allows."""
    meaning = QCoreApplication.translate("app", licence_in_words(identifier).meaning)
    name = short_licence(identifier)
    return f"{name}: {meaning}" if name else meaning


def origin_words(origin: ModelOrigin) -> str:
    """Return where a model is from."""
    return {
        ModelOrigin.IMPORTED: _tr("your file"),
        ModelOrigin.DOWNLOADED: _tr("downloaded"),
        ModelOrigin.BUILT_IN: _tr("built in"),
        ModelOrigin.HUGGING_FACE_CACHE: _tr("Hugging Face cache"),
        ModelOrigin.FOLDER: _tr("your folder"),
    }.get(origin, origin.value)


def badge_of_state(state: ModelState, *, is_verified: bool) -> BadgeText | None:
    """Return the badge of a model on this computer; `None` where there is nothing to say."""
    match state:
        case ModelState.OFFLINE:
            return BadgeText(_tr("Not there now"), BadgeTone.WARM)
        case ModelState.INCOMPLETE:
            return BadgeText(_tr("Incomplete"), BadgeTone.WARM)
        case ModelState.DAMAGED:
            return BadgeText(_tr("Damaged"), BadgeTone.BAD)
    return BadgeText(_tr("Verified"), BadgeTone.GOOD) if is_verified else None


def day_words(moment_s: float | None, *, today: dt.date | None = None) -> str:
    """Return a day: `today`, `yesterday`, else its date; `never` for none."""
    if moment_s is None:
        return _tr("never")
    day = dt.datetime.fromtimestamp(moment_s).date()
    age = ((today or dt.date.today()) - day).days
    if age == 0:
        return _tr("today")
    return _tr("yesterday") if age == 1 else day.isoformat()


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
