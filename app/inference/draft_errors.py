"""What can be wrong with a model that is to draft for another."""

from __future__ import annotations

from app.errors import UserError
from app.inference.protocol import Note
from app.text import translatable


class DraftModelDoesNotMatch(UserError):
    """It has another vocabulary, so its tokens mean something else."""

    message = translatable("{draft} cannot draft for {name}: their vocabularies differ.")
    advice = translatable("Choose a smaller model of the same family, or draft without a model.")


class DraftModelCannotGoBack(UserError):
    """Its memory cannot forget a draft that was wrong."""

    message = translatable("{draft} cannot draft: its kind of memory cannot take back what turns out wrong.")
    advice = translatable("Choose an ordinary model of the same family, or draft without a model.")


class DraftModelMissing(UserError):
    """Drafts of a model are wanted, but none is named."""

    message = translatable("No draft model is chosen.")
    advice = translatable("Choose a smaller model of the same family, or draft without a model.")


def draft_model_note(draft: str, error: UserError) -> Note:
    """Tell that a model is used without the draft model that is set for all models, and why."""
    return Note(
        translatable("{draft} does not draft for this model: {reason}"), (("draft", draft), ("reason", str(error)))
    )
