"""Versions of questions and answers: what the person does with the tree of a conversation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.conversation.session import Session
from app.conversation.turn import Turn
from app.errors import UserError
from app.history.store import HistoryStore
from ui.chat.transcript.compare_window import CompareWindow
from ui.chat.transcript.reply_card import MessageEdit, VersionStep
from ui.chat.transcript.transcript import Transcript
from ui.documents.formula_typesetter import FormulaTypesetter


class TreeController(QObject):
    """Edits and steps through versions; nothing is overwritten.

    Signals:
        turn_begun(Turn): an edited question is being answered.
        branch_changed(int): another version of this message is shown now; what follows it may be other messages.
        conversation_changed(Conversation): it has moved in the list.
        problem_occurred(UserError): it could not be done.
    """

    turn_begun = Signal(object)
    branch_changed = Signal(int)
    conversation_changed = Signal(object)
    problem_occurred = Signal(object)

    def __init__(
        self,
        *,
        transcript: Transcript,
        session: Session,
        store: HistoryStore,
        typesetter: FormulaTypesetter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._transcript = transcript
        self._typesetter = typesetter
        self._compared: CompareWindow | None = None
        self._compared_in: int | None = None
        self._session = session
        self._store = store
        transcript.version_asked.connect(self.step)
        transcript.edited.connect(self.edit)
        transcript.compare_asked.connect(self.compare)

    def step(self, step: VersionStep) -> None:
        """Show the version before or after a message, with the newest that follows it."""
        try:
            versions = self._store.sibling_ids(step.message_id)
            position = versions.index(step.message_id) + step.step
            if 0 <= position < len(versions):
                self.show_version(versions[position])
        except UserError as error:
            self.problem_occurred.emit(error)

    def show_version(self, message_id: int) -> None:
        """Show the branch of this message, with the newest that follows it."""
        try:
            message = self._session.message(message_id)
            self._store.set_leaf(message.conversation_id, self._store.newest_leaf(message_id))
        except UserError as error:
            self.problem_occurred.emit(error)
            return
        self.branch_changed.emit(message_id)

    def edit(self, edit: MessageEdit) -> None:
        """Keep an edited answer, or ask an edited question, as another version."""
        try:
            if edit.is_reply:
                added = self._store.copies.add_edited_reply(edit.message_id, edit.text)
                self.branch_changed.emit(added)
                self.conversation_changed.emit(self._store.conversation(self._store.message(added).conversation_id))
            else:
                turn: Turn = self._session.edit_question(edit.message_id, edit.text)
                self.turn_begun.emit(turn)
        except UserError as error:
            self.problem_occurred.emit(error)

    def compare(self, message_id: int) -> None:
        """Put two versions of a message side by side."""
        self.close()
        try:
            versions = self._store.sibling_ids(message_id)
            conversation_id = self._session.message(message_id).conversation_id
            window = CompareWindow(
                versions,
                message=self._session.message,
                typesetter=self._typesetter,
                parent=self._transcript.window(),
            )
        except UserError as error:
            self.problem_occurred.emit(error)
            return
        window.version_chosen.connect(self.show_version)
        window.destroyed.connect(self._forget_compared)
        self._compared, self._compared_in = window, conversation_id
        window.show()

    def note_changed(self, turn: Turn) -> None:
        """A reply has come further: show it where versions are compared."""
        if self._compared is not None:
            self._compared.note_changed(turn.reply_id, is_over=turn.has_ended)

    def forget(self, conversation_ids: Sequence[int]) -> None:
        """These conversations are gone, and what is compared of them goes."""
        if self._compared_in in conversation_ids:
            self.close()

    def close(self) -> None:
        """Close the window of compared versions, if there is one."""
        if self._compared is not None:
            self._compared.destroyed.disconnect(self._forget_compared)  # it goes later, and another may be there then
            self._compared.close()
            self._compared = None

    def _forget_compared(self) -> None:
        self._compared = None
