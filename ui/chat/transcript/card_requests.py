"""What a reader wants done with the messages, told by the cards and heard by the presenters."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.chat.calls.call_requests import CallRequests
from ui.chat.transcript.card_action import CardAction
from ui.chat.transcript.card_place import CardKey


class CardRequests(QObject):
    """One for all cards of a transcript: whichever card has a button, the wish is heard in one place.

    Signals:
        thought_asked(int): show the thought of this reply, or fold it.
        regenerate_asked(int): answer this question anew.
        retry_asked(int): do what is offered where this reply has failed, and answer its question anew.
        regenerate_with_asked(int): offer other models and levels to answer it anew with.
        models_asked(int): offer several models to answer this question.
        continue_asked(int): go on with this reply where it stopped.
        answer_now_asked(): end the running thought and go on to the answer.
        version_asked(VersionStep): show another version of a message.
        edited(MessageEdit): another version was written by the person and confirmed.
        branch_asked(int), compare_asked(int), prompt_asked(int): with a message's id.
        beginning_asked(CardKey): the first line of a card should come into view.
        file_asked(FilePlace): the text of a file of a question should be shown.
        stop_asked(): end the reply that is waited for.
        cancel_asked(int): do not write this waiting reply.
        sample_asked(int): show this reply of a vote.
        vote_continued(int), synthesis_asked(int): go on with the vote over a reply, or make one of all its answers.
        hits_changed(int): what is looked for stands in other places of this reply's answer, too.
    """

    thought_asked = Signal(int)
    regenerate_asked = Signal(int)
    retry_asked = Signal(int)
    regenerate_with_asked = Signal(int)
    models_asked = Signal(int)
    continue_asked = Signal(int)
    answer_now_asked = Signal()
    version_asked = Signal(object)
    edited = Signal(object)
    branch_asked = Signal(int)
    compare_asked = Signal(int)
    prompt_asked = Signal(int)
    beginning_asked = Signal(object)
    file_asked = Signal(object)
    stop_asked = Signal()
    cancel_asked = Signal(int)
    sample_asked = Signal(int)
    vote_continued = Signal(int)
    synthesis_asked = Signal(int)
    hits_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls = CallRequests(self)
        """What is wanted done with calls of tools."""

    def ask(self, action: CardAction, key: CardKey) -> None:
        """Ask for what can be done with any message, a question or a reply."""
        from ui.chat.transcript.reply_card import VersionStep  # there are no cards before the first paint

        match action:
            case CardAction.BRANCH:
                self.branch_asked.emit(key.message_id)
            case CardAction.COMPARE:
                self.compare_asked.emit(key.message_id)
            case CardAction.SHOW_PROMPT:
                self.prompt_asked.emit(key.message_id)
            case CardAction.EARLIER_VERSION:
                self.version_asked.emit(VersionStep(key.message_id, -1))
            case CardAction.LATER_VERSION:
                self.version_asked.emit(VersionStep(key.message_id, 1))
            case CardAction.GO_TO_BEGINNING:
                self.beginning_asked.emit(key)
