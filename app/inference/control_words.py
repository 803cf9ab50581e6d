"""Says in one sentence what a control of the prompt has changed."""

from __future__ import annotations

from collections.abc import Callable

from app.inference.protocol.prompt_account import EditPlace, PromptControl, PromptEdit
from app.text import translatable

_LONGEST_QUOTE = 400
_ENDS = 160
"""Characters of each end of a longer text."""
_PLACES = {
    EditPlace.BEGINNING: translatable("at the beginning"),
    EditPlace.MIDDLE: translatable("in the middle"),
    EditPlace.END: translatable("at the end"),
}


def effect_of(
    control: PromptControl,
    translate: Callable[[str], str] = lambda template: template,
    *,
    longest_quote: int | None = _LONGEST_QUOTE,
) -> str:
    """Return the sentence; it holds the very characters that differ, of texts above `longest_quote` both ends."""
    if not control.edits:
        if control.is_kept_by_aside:
            return translate(translatable("This model has no such switch: the budget is kept by Aside."))
        if control.is_moot:
            return translate(translatable("Nothing in this prompt depends on it."))
        return translate(translatable("This model has no such switch: nothing in the prompt depends on it."))
    changes = "; ".join(
        _change(edit, translate, longest_quote, is_asked=not control.other_value) for edit in control.edits
    )
    if not control.other_value:
        return changes + "."
    template = translatable("This is what the template does by itself; with “{other}”, {changes}.")
    return translate(template).format(other=control.other_value, changes=changes)


def _change(edit: PromptEdit, translate: Callable[[str], str], longest: int | None, *, is_asked: bool) -> str:
    if edit.added and edit.removed:
        asked = translatable("“{added}” stands {place} instead of “{removed}”")
        other = translatable("“{added}” would stand {place} instead of “{removed}”")
    elif edit.added:
        asked = translatable("“{added}” stands {place}")
        other = translatable("“{added}” would stand {place}")
    else:
        asked = translatable("“{removed}” is left out {place}")
        other = translatable("“{removed}” would be left out {place}")
    return translate(asked if is_asked else other).format(
        added=_quoted(edit.added, longest), removed=_quoted(edit.removed, longest), place=translate(_PLACES[edit.place])
    )


def _quoted(text: str, longest: int | None) -> str:
    return text if longest is None or len(text) <= longest else f"{text[:_ENDS]} … {text[-_ENDS:]}"


# Says in words what drafting has saved.

_SAVED = (
    (0.1, translatable("Drafting saved about a tenth of the time.")),
    (0.2, translatable("Drafting saved about a fifth of the time.")),
    (0.25, translatable("Drafting saved about a quarter of the time.")),
    (1 / 3, translatable("Drafting saved about a third of the time.")),
    (0.5, translatable("Drafting saved about half of the time.")),
    (2 / 3, translatable("Drafting saved about two thirds of the time.")),
    (0.75, translatable("Drafting saved about three quarters of the time.")),
)
_LEAST = 0.075


def saving_words(share: float) -> str:
    """Return the sentence for a share of the decoding time, to be translated; empty if it is hardly worth a word."""
    if share < _LEAST:
        return ""
    return min(_SAVED, key=lambda saved: abs(saved[0] - share))[1]
