"""What can go wrong with turns, and with what waits for them.

::

    UserError
    ├── ReplyHasNoQuestion      a reply that an import has brought without one
    ├── AnswerCircles, AnswerWasEnded              an answer that repeats itself
    ├── NoSummaryWritten        a summary was asked for
    ├── DeletedReplyIsNotSaved, NotAllIsDeleted    conversations are deleted for good
    └── ReplyIsRunning, ReplyIsNotSaved            a backup is restored
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.errors import UserError
from app.text import translatable


class ReplyHasNoQuestion(UserError):
    """There is nothing that could be answered anew."""

    message = translatable("This reply was imported without its question, so there is nothing to answer anew.")
    advice = translatable("Ask a question below it.")


class AnswerCircles(UserError):
    """It repeats itself, and nobody has ended it."""

    message = translatable("The answer goes round in circles.")
    advice = translatable("Stop it, or let it go on.")


class AnswerWasEnded(UserError):
    """It repeated itself, and the person wants such answers to be ended."""

    message = translatable("The reply was ended: it went round in circles.")
    advice = translatable("Try again, perhaps with another model or a higher temperature.")


class NoSummaryWritten(UserError):
    """The model's reply to the wish for a summary holds nothing to begin with."""

    message = translatable("No summary was written, so no new conversation was begun.")
    advice = translatable("Try again, perhaps with another model, or leave out the oldest turns instead.")


class DeletedReplyIsNotSaved(UserError):
    """What a reply says is on its way into the history, and would come after the deletion."""

    message = translatable("A reply could not be saved yet, so its conversation is only hidden.")
    advice = translatable("Check that the disk has room and works. What is left goes when Aside starts the next time.")


class NotAllIsDeleted(UserError):
    """It is gone from the history, but copies that cannot be changed may still hold it."""

    message = translatable("The conversation is deleted, but some copies could not be changed and may still hold it.")
    advice = translatable("Delete these yourself, if nothing else in them is needed: {paths}")

    def __init__(self, paths: Sequence[Path]) -> None:
        super().__init__(paths=", ".join(map(str, paths)))


class ReplyIsRunning(UserError):
    """The conversations cannot be replaced while a reply is written into them."""

    message = translatable("A reply is being written, so the backup was not restored.")
    advice = translatable("Stop the reply, or wait for its end, and restore again.")


class ReplyIsNotSaved(UserError):
    """What a reply says is not in the history yet, and would be lost."""

    message = translatable("A reply could not be saved yet, so the backup was not restored.")
    advice = translatable("Check that the disk has room and works, and restore again.")
