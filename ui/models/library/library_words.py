"""A model on this computer in words: its line in the list, and what the panel says of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.hub.library.library_model import LibraryModel, ModelOrigin, ModelState
from app.model_choice.local_facts import LocalFacts
from ui.models.library.library_panel import LibraryAction, LibraryCard
from ui.models.parts.badge import BadgeText, BadgeTone
from ui.models.parts.entry_list import ResultEntry
from ui.models.parts.fit_words import expected_words
from ui.models.parts.model_words import badge_of_state, day_words, origin_words
from ui.widgets.spoken_numbers import count_text, size_text


def entry_of_model(model: LibraryModel) -> ResultEntry:
    """Return a model's line."""
    parts = [origin_words(model.origin), model.shown_quantization, model.architecture]
    if model.sees_images:
        parts.append(_tr("sees images"))
    if model.last_used_at is not None:
        parts.append(_tr("used {day}").format(day=day_words(model.last_used_at)))
    return ResultEntry(
        key=str(model.path),
        name=model.title,
        subtitle=" · ".join(part for part in parts if part),
        detail=size_text(model.size_bytes),
        badge=badge_of_state(model.state, is_verified=model.verified_at is not None),
        hint=str(model.path),
    )


@dataclass(frozen=True, slots=True)
class UpdateState:
    """What is known of newer versions of a model: nothing, that there is none, or how large one is."""

    was_asked: bool = False
    size_bytes: int = 0


def card_of_model(
    model: LibraryModel,
    *,
    freed_bytes: int,
    update: UpdateState,
    local: LocalFacts | None = None,
    is_loaded: bool = False,
) -> LibraryCard:
    """Return what the panel shows; `freed_bytes` is 0 for a model that is only forgotten.

    `local` is what its header tells, once that was read.
    """
    origin = origin_words(model.origin)
    facts = (
        (_tr("State"), _state(model)),
        (_tr("Size"), size_text(model.size_bytes)),
        (_tr("Files"), str(len(model.files)) if len(model.files) > 1 else ""),
        (_tr("Format"), " · ".join(part for part in (model.shown_quantization, model.architecture) if part)),
        (_tr("Context"), _context(local)),
        (_tr("Can"), _abilities(local)),
        (_tr("Here"), expected_words(local.fit) if local is not None else ""),
        (_tr("Images"), _tr("sees images, by {file}").format(file=model.image_part.name) if model.image_part else ""),
        (_tr("From"), " · ".join(part for part in (origin, model.source.repo if model.source else "") if part)),
        (_tr("Last used"), day_words(model.last_used_at) if model.imported_at is not None else ""),
        (_tr("Verified"), day_words(model.verified_at)),
        (_tr("Version"), _version(update)),
        (_tr("Where"), str(model.path)),
    )
    words, question, answer = _removal(model, freed_bytes)
    return LibraryCard(
        name=model.name,
        title=model.title,
        facts=facts,
        badge=BadgeText(_tr("Loaded"), BadgeTone.GOOD)
        if is_loaded
        else badge_of_state(model.state, is_verified=model.verified_at is not None),
        actions=_actions(model) - ({LibraryAction.USE} if is_loaded else set()),
        update_words=_update_words(update),
        remove_words=words,
        remove_question=question,
        remove_answer=answer,
    )


def _context(local: LocalFacts | None) -> str:
    if local is None:
        return ""
    now, most = count_text(local.fit.memory.context), count_text(local.trained_context)
    return _tr("{now} of {most} tokens").format(now=now, most=most) if local.trained_context else now


def _abilities(local: LocalFacts | None) -> str:
    if local is None:
        return ""
    known = [_tr("think") if local.thinks else _tr("answer directly"), _tr("use tools") if local.takes_tools else ""]
    return " · ".join(word for word in known if word)


def _actions(model: LibraryModel) -> frozenset[LibraryAction]:
    actions = {LibraryAction.REVEAL}
    if model.is_usable():
        actions |= {LibraryAction.USE, LibraryAction.SETTINGS}
    if model.state not in (ModelState.OFFLINE, ModelState.INCOMPLETE):
        actions |= {LibraryAction.VERIFY}
    if model.source is not None:
        actions |= {LibraryAction.UPDATE}
    if model.origin is not ModelOrigin.BUILT_IN:
        actions |= {LibraryAction.RENAME}
        if not model.origin.is_of_another_app:  # what another app shows would be found again at once
            actions |= {LibraryAction.REMOVE}
    return frozenset(actions)


def _version(update: UpdateState) -> str:
    if not update.was_asked:
        return ""
    return _tr("A newer one is on the Hub") if update.size_bytes else _tr("The newest on the Hub")


def _update_words(update: UpdateState) -> str:
    if update.size_bytes:
        return _tr("Download update · {size}").format(size=size_text(update.size_bytes))
    return _tr("Check for update")


def _removal(model: LibraryModel, freed_bytes: int) -> tuple[str, str, str]:
    if freed_bytes:
        size = size_text(freed_bytes)
        question = _tr("Delete {name}? {size} become free. The file is gone for good; conversations stay.")
        if model.source is not None:
            question = _tr("Delete {name}? {size} become free. You can download it again; conversations stay.")
        answer = _tr("Delete {size}").format(size=size)
        return _tr("Delete…"), question.format(name=model.name, size=size), answer
    question = _tr("Forget {name}? Its file stays where it is and can be added again.").format(name=model.name)
    return _tr("Forget…"), question, _tr("Forget")


def _state(model: LibraryModel) -> str:
    match model.state:
        case ModelState.OFFLINE:
            return _tr("Its file is not there now. Connect its disk, or forget it.")
        case ModelState.INCOMPLETE:
            return _tr("A part of it is missing. Download it again, or put the missing files back.")
        case ModelState.DAMAGED:
            return _tr("It is not the file that it should be. Get it again.")
    return _tr("Ready")


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
