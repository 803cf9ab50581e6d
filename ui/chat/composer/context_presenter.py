"""What happens when the next prompt outgrows the context: nothing is cut silently, the person chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.conversation.leaving_out import larger_context, oldest_to_leave_out, sized_turns, turn_texts
from app.conversation.prompt_count import PromptCount
from app.conversation.session import Session
from app.errors import UserError
from app.history.context_exclusions import ContextExclusions
from app.inference.protocol import ModelInfo, TokensCounted
from ui.bridges.background import Background
from ui.bridges.window_events import WindowEvents
from ui.chat.composer.composer import Composer
from ui.chat.composer.context_bar import ContextBar, ContextRemedy
from ui.chat.composer.next_prompt import NextPrompt
from ui.chat.transcript.card_place import CardKey
from ui.chat.transcript.transcript import Transcript
from ui.widgets.spoken_numbers import count_text


class ContextPresenter(QObject):
    """Offers what can be done, and does it. `load_with` loads the model again with room for so many tokens.

    Signals:
        summary_wanted(ContextExclusions): the conversation should be summed up, without what does not fit.
    """

    summary_wanted = Signal(object)

    def __init__(
        self,
        bar: ContextBar,
        *,
        composer: Composer,
        transcript: Transcript,
        session: Session,
        next_prompt: NextPrompt,
        load_with: Callable[[int], None],
        events: WindowEvents,
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._composer = composer
        self._transcript = transcript
        self._session = session
        self._next = next_prompt
        self._load_with = load_with
        self._events = events
        self._background: Background | None = None
        self._turns: tuple[int, ...] | None = None
        self._turns_for_summary: tuple[int, ...] | None = None
        self._larger: int | None = None
        self._asked_larger: tuple[ModelInfo, int] | None = None
        next_prompt.counted.connect(self._take_count)
        composer.refused.connect(bar.take_keyboard)
        bar.chosen.connect(self._perform)

    def close(self) -> None:
        """Join the thread."""
        if self._background is None:  # what is asked for from now on is not begun
            self._background = Background(threads=1, parent=self)
        self._background.close()

    # --- what to offer ----------------------------------------------------------------------------------------

    def _take_count(self, count: PromptCount | None) -> None:
        fits = count is None or count.excess <= 0
        self._composer.set_fits(fits=fits)
        if fits:
            self._next.counting.forget("turns")
            self._show_left_out()
            return
        assert count is not None
        self._turns = self._turns_for_summary = None
        self._ask_for_larger(count)
        self._ask_for_turns(count)
        self._offer(count)

    def _show_left_out(self) -> None:
        exclusions = self._unsent()
        if exclusions.is_empty:
            self._bar.be_quiet()
            return
        turns, files = len(exclusions.questions), len(exclusions.files)
        words = [
            "" if not turns else self.tr("1 turn") if turns == 1 else self.tr("%n turns", "", turns),
            ""
            if not files
            else self.tr("the files of 1 question")
            if files == 1
            else self.tr("the files of %n questions", "", files),
        ]
        what = self.tr(" and ").join(word for word in words if word)
        message = self.tr("Left out of the prompt: {what}.").format(what=what)
        self._bar.say(message, "", {ContextRemedy.SEND_EVERYTHING: self.tr("Send everything")})

    def _offer(self, count: PromptCount) -> None:
        exclusions = self._unsent()
        remedies: dict[ContextRemedy, str] = {}
        if self._turns:
            many = len(self._turns)
            remedies[ContextRemedy.LEAVE_OUT_TURNS] = (
                self.tr("Leave out the oldest turn")
                if many == 1
                else self.tr("Leave out the %n oldest turns", "", many)
            )
        with_files = self._questions_with_files(exclusions)
        if with_files:
            many = len(with_files)
            remedies[ContextRemedy.LEAVE_OUT_FILES] = (
                self.tr("Leave out the files of 1 question")
                if many == 1
                else self.tr("Leave out the files of %n questions", "", many)
            )
        if self._larger is not None:
            text = self.tr("Larger context: {count} tokens")
            remedies[ContextRemedy.LARGER_CONTEXT] = text.format(count=count_text(self._larger))
        if self._turns_for_summary is not None:
            remedies[ContextRemedy.SUMMARISE] = self.tr("New conversation with a summary")
        message = (
            self.tr("The next prompt needs about {needed} tokens with room for a reply; the context holds {context}.")
            if count.older
            else self.tr("The next prompt needs {needed} tokens with room for a reply; the context holds {context}.")
        )
        advice = self.tr("Choose what to do; nothing is cut by itself.") if remedies else ""
        if not self._turns and count.question:
            advice = self.tr("The question alone takes {count} of them: shorten it, or send fewer files.").format(
                count=count_text(count.question)
            )
        needed, context = count_text(count.needed_about), count_text(count.context)
        self._bar.say(message.format(needed=needed, context=context), advice, remedies)

    def _ask_for_turns(self, count: PromptCount) -> None:
        """Find out how many of the oldest turns are too many."""
        try:
            part = self._next.draft.newest_part()
            turns = turn_texts(part.messages, self._session.overrides.files_of(part.messages), self._unsent())
        except UserError as error:
            self._events.report(error)
            return
        if not turns:
            return

        def take(counted: TokensCounted) -> None:
            sized = sized_turns(turns, counted.text_tokens, counted.image_tokens)
            self._turns = oldest_to_leave_out(sized, count.excess, older=count.older)
            self._turns_for_summary = oldest_to_leave_out(
                sized, count.excess_of_summary, older=count.older, keeps_one=True
            )
            self._offer(count)

        images = [image for turn in turns for image in turn.images]
        self._next.counting.ask("turns", take, texts=[turn.text for turn in turns], images=images)

    def _ask_for_larger(self, count: PromptCount) -> None:
        """Find out, from the model's file, whether there is room for a larger context."""
        info = self._session.model_status.info
        if info is None:
            return
        needed = count.needed
        key = (info, needed // 256)
        if key == self._asked_larger:
            return
        self._asked_larger, self._larger = key, None
        if self._background is None:
            self._background = Background(threads=1, parent=self)

        def work(_stop: object) -> int | None:
            try:
                return larger_context(info, needed)
            except (OSError, UserError):  # the file has gone: loading it would say so
                return None

        def done(tokens: int | None) -> None:
            self._larger = tokens
            now = self._next.count
            if now is not None and now.excess > 0:
                self._offer(now)

        self._background.run(work, done)

    # --- what is done -----------------------------------------------------------------------------------------

    def _perform(self, remedy: ContextRemedy) -> None:
        exclusions = self._unsent()
        match remedy:
            case ContextRemedy.LEAVE_OUT_TURNS:
                self._keep(replace(exclusions, questions=(*exclusions.questions, *(self._turns or ()))))
            case ContextRemedy.LEAVE_OUT_FILES:
                self._keep(replace(exclusions, files=(*exclusions.files, *self._questions_with_files(exclusions))))
            case ContextRemedy.SEND_EVERYTHING:
                self._keep(replace(exclusions, questions=(), files=()))
            case ContextRemedy.LARGER_CONTEXT:
                if self._larger is not None:
                    self._load_with(self._larger)
            case ContextRemedy.SUMMARISE:
                left_out = (*exclusions.questions, *(self._turns_for_summary or ()))
                self.summary_wanted.emit(replace(exclusions, questions=left_out))
        self._composer.setFocus()

    def _keep(self, exclusions: ContextExclusions) -> None:
        conversation_id = self._next.draft.conversation_id
        if conversation_id is None:
            return
        with self._events.reporting_problems():
            for question_id in self._session.overrides.leave_out(conversation_id, exclusions):
                view = self._transcript.question(question_id)
                if view is not None:
                    card = replace(
                        view.card,
                        is_left_out=question_id in exclusions.questions,
                        are_files_left_out=question_id in exclusions.files,
                    )
                    view.show_card(card)
                    self._transcript.fit_card(CardKey(False, question_id))
            self._next.recount()

    # --- private ----------------------------------------------------------------------------------------------

    def _unsent(self) -> ContextExclusions:
        try:
            return self._session.overrides.exclusions(self._next.draft.conversation_id)
        except (UserError, LookupError):  # told where the messages are shown; purged meanwhile
            return ContextExclusions()

    def _questions_with_files(self, exclusions: ContextExclusions) -> tuple[int, ...]:
        part = self._next.draft.newest_part()
        with_files = self._session.overrides.files_of(part.messages, older=part.older)
        return tuple(id_ for id_ in with_files if id_ not in exclusions.files and id_ not in exclusions.questions)
