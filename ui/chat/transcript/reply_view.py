"""One reply in the transcript: the chip of its thought, the answer, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from msgspec import structs
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.conversation.shown_vote import ShownVote
from app.messages import Image
from app.text import visible_line
from ui.chat.thoughts.thought_panel import ThoughtPanel
from ui.chat.transcript.action_row import ActionRow
from ui.chat.transcript.card_action import CardAction
from ui.chat.transcript.card_place import CardKey
from ui.chat.transcript.card_requests import CardRequests
from ui.chat.transcript.link_menu import ask_about_link
from ui.chat.transcript.message_card import TEXT_PX, MessageCard
from ui.chat.transcript.message_editor import MessageEditor
from ui.chat.transcript.picture_button import PictureButton
from ui.chat.transcript.picture_dialog import PictureDialog
from ui.chat.transcript.reply_card import ReplyCard, ReplyPhase
from ui.chat.transcript.reply_words import chip_text, figures_of, nature_text, spoken_text, writer_text
from ui.chat.transcript.vote_view import VoteView
from ui.documents.document_view import DocumentView
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.theme.spacing import keep_spaced
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.flow_row import FlowRow
from ui.widgets.key_tip import KeyTip
from ui.widgets.lacks import Need, Needs
from ui.widgets.layouts import column, row, take_out
from ui.widgets.long_words import LONGEST_EDITED
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.styled import button, label, show_text, styled

if TYPE_CHECKING:
    from ui.chat.calls.call_list import CallList


# The row of a question that waits for another one's reply.


class WaitingRow(QWidget):
    """Waiting for 'Trains' · Stop that · Cancel."""

    def __init__(self, asks: CardRequests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reply_id = 0
        self._label = styled(ElidedLabel(), tone="soft")
        stop = button(
            self.tr("Stop that"),
            self.tr("End the reply that is being written now"),
            kind="link",
            clicked=asks.stop_asked.emit,
        )
        cancel = button(
            self.tr("Cancel"),
            self.tr("Do not answer this question"),
            kind="link",
            clicked=lambda: asks.cancel_asked.emit(self._reply_id),
        )
        row(self._label, stop, cancel, 1, of=self, spacing=12)

    def show_waiting(self, reply_id: int, title: str) -> None:
        """Say which reply waits, and name what for."""
        self._reply_id = reply_id
        if title:
            self._label.setText(self.tr("Waiting for “{title}”").format(title=title))
        else:
            self._label.setText(self.tr("Waiting for the reply before"))


_SPOKEN_LETTERS = 300
_PICTURE_PX = 220
_LONG_LETTERS = 50_000
_SHOWN_ACTIONS = (
    CardAction.COPY,
    CardAction.EDIT,
    CardAction.REGENERATE,
    CardAction.CONTINUE,
    CardAction.BRANCH,
)
_MENU_ACTIONS = (
    CardAction.REGENERATE_WITH,
    CardAction.ASK_MODELS,
    CardAction.COPY_PLAIN,
    CardAction.COMPARE,
    CardAction.SHOW_THOUGHT,
    CardAction.SHOW_PROMPT,
    CardAction.GO_TO_BEGINNING,
)


class ReplyView(MessageCard[ReplyCard]):
    """Shows a `ReplyCard`; the answer grows by `grow_answer` and is laid out once."""

    is_reply: ClassVar[Literal[True]] = True

    def __init__(
        self, parent: QWidget | None = None, *, asks: CardRequests, typesetter: FormulaTypesetter | None = None
    ) -> None:
        self._answer = DocumentView(typesetter=typesetter, size_px=TEXT_PX)
        super().__init__(ReplyCard(0, ReplyPhase.STOPPED), self._answer, parent, asks=asks)
        self._chip = styled(QPushButton(), kind="chip")
        self._nature = label(tone="faint", scale="small")
        self._writer = styled(ElidedLabel(), tone="faint", scale="small")
        self._answer_now = styled(QPushButton(self.tr("Answer now")), kind="link")
        KeyTip(self._answer_now, self.tr("End the thought and go on to the answer"), action="answer_now")
        Needs(self._answer_now, Need.ENDS_THOUGHTS)
        self._answer_now.setVisible(False)
        self._answer_now.clicked.connect(lambda: asks.answer_now_asked.emit())
        self._offers_answer_now = False
        self._live_figures = label(tone="soft", scale="small", wraps=True)
        self._live_figures.setVisible(False)
        self.thought_panel: ThoughtPanel | None = None
        """What shows the thought, while it is unfolded."""
        self._thought_box = QFrame()
        self._thought_box.setObjectName("thoughtBox")
        self._thought_box.setVisible(False)
        self._answer.link_activated.connect(lambda address: ask_about_link(address, self, QCursor.pos()))
        self._answer.setAccessibleName(self.tr("Answer"))
        self.vote_view: VoteView | None = None
        """Where the vote is shown, if there has been one here."""
        self._waiting: WaitingRow | None = None
        self.call_list: CallList | None = None
        """Where calls of tools are shown, if there has been one here."""
        self._pictures: FlowRow | None = None
        self._shown_pictures: tuple[Image, ...] = ()
        self._failure: NoticeBar | None = None
        self._footer: ActionRow | None = None
        self._column = column(of=self, spacing=8)
        keep_spaced(self._column)
        self._column.addLayout(row(self._chip, self._writer, self._nature, self._answer_now, 1, spacing=12))
        self._column.addWidget(self._live_figures)
        self._column.addWidget(self._thought_box)
        self._column.addWidget(self._answer)
        # While it is taller than its text, the text stays where it is: a reader would be moved otherwise.
        self._column.addStretch(1)
        self._chip.clicked.connect(lambda: asks.thought_asked.emit(self.card.message_id))

    @property
    def is_busy(self) -> bool:
        """Whether something would be lost if the card went out of sight."""
        is_editing = self.thought_panel is not None and self.thought_panel.is_editing
        return super().is_busy or is_editing or not self.card.has_ended

    def show_other(self, card: ReplyCard) -> None:
        """Show another reply than before."""
        self.end_editing()
        self.fold_thought()
        self._answer.begin_anew()
        self._set_card(card)

    def rest(self) -> None:
        """Let go of what is long: nobody sees it."""
        self.end_editing()
        self.fold_thought()
        if len(self.card.answer) > _LONG_LETTERS:
            self._answer.set_markdown("")

    def show_card(self, card: ReplyCard) -> None:
        """Show a new state of the reply; of an answer that has grown, only what is new is read."""
        if card.reply_id != self.card.reply_id:
            self.end_editing()
        self._set_card(card)

    def grow_answer(self, text: str) -> None:
        """Show the running answer as far as it has come."""
        self.card = replace(self.card, answer=text)
        self._answer.setVisible(bool(text) or self.card.phase is ReplyPhase.ANSWERING)
        self._answer.set_markdown(text, is_growing=True)

    def perform(self, action: CardAction) -> None:
        """Do what was chosen, if it can be done now."""
        if self.card.vote is not None and action in (CardAction.EARLIER_VERSION, CardAction.LATER_VERSION):
            self._asks.ask(action, CardKey(True, self.card.message_id))  # also while it is written
            return
        if self._footer is None or self._footer.isHidden() or action not in self._footer.available:
            return
        card = self.card
        match action:
            case CardAction.COPY:
                self._copy(self._answer.markdown())
            case CardAction.COPY_PLAIN:
                self._answer.copy_all()
                self._say_copied()
            case CardAction.EDIT:
                self.begin_editing()
            case CardAction.REGENERATE:
                self._asks.regenerate_asked.emit(card.question_id)
            case CardAction.REGENERATE_WITH:
                self._asks.regenerate_with_asked.emit(card.question_id)
            case CardAction.ASK_MODELS:
                self._asks.models_asked.emit(card.question_id)
            case CardAction.CONTINUE:
                self._ask_to_continue()
            case CardAction.SHOW_THOUGHT:
                self._asks.thought_asked.emit(card.message_id)
            case _:
                self._asks.ask(action, CardKey(True, card.message_id))

    def open_menu(self) -> None:
        """Open the menu of what can be done."""
        if self._footer is not None and not self._footer.isHidden() and self.card.has_ended:
            self._footer.open_menu()

    def offer_answer_now(self, *, offered: bool) -> None:
        """Offer to end a running thought here: the pane that offers it too is out of sight."""
        self._offers_answer_now = offered
        self._show_answer_now()
        if not offered:
            self.show_live_figures("")

    def show_seconds(self, seconds: float, *, has_thought: bool) -> None:
        """Show how long the model has been thinking."""
        card = replace(self.card, thinking_s=seconds, has_thought=has_thought or self.card.has_thought)
        self.card = card
        self._chip.setText(chip_text(card))
        self._chip.setEnabled(card.has_thought)

    def show_live_figures(self, text: str) -> None:
        """Show how much the model has thought and how fast, unless the pane tells it."""
        is_wanted = self._offers_answer_now and self.card.phase is ReplyPhase.THINKING
        show_text(self._live_figures, text if is_wanted else "")

    def show_speed(self, tokens_per_s: float | None) -> None:
        """Show how fast the answer is being written."""
        self.card = replace(self.card, tokens_per_s=tokens_per_s)
        self._show_footer(self.card)

    def show_vote(self, vote: ShownVote | None) -> None:
        """Show how the vote stands that the reply is a candidate of."""
        if self.vote_view is None and vote is not None:
            self.vote_view = VoteView(self._asks)
            self._column.insertWidget(0, self.vote_view)
        if self.vote_view is not None:
            if vote is not None:
                self.vote_view.show_vote(vote)
            self.vote_view.setVisible(vote is not None)
        self.card = replace(self.card, vote=vote)

    # --- the thought, above the answer in a narrow window ---------------------------------------------------------

    @property
    def is_thought_open(self) -> bool:
        """Whether the thought is unfolded here."""
        return self.thought_panel is not None

    def unfold_thought(self, panel: ThoughtPanel) -> None:
        """Show the thought above the answer, in a panel that is this view's from now on."""
        self.fold_thought()
        self.thought_panel = panel
        inside = self._thought_box.layout() or QVBoxLayout(self._thought_box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(panel)
        self._thought_box.setVisible(True)

    def fold_thought(self) -> None:
        """Fold the thought away; what was written in its editor is kept."""
        self._thought_box.setVisible(False)
        if self.thought_panel is not None:
            self.thought_panel.put_editor_away()
            self.thought_panel.deleteLater()
            self.thought_panel = None

    # --- private ----------------------------------------------------------------------------------------------

    def _new_editor(self, draft: str | None) -> MessageEditor:
        return MessageEditor(
            self.card.answer,
            draft=draft,
            confirm_text=self.tr("Save"),
            note=self.tr("Kept as a new version beside this one. The model reads it as its own answer."),
            confirm=self._confirm,
            cancel=self.end_editing,
        )

    def _set_card(self, card: ReplyCard) -> None:
        self.card = card
        self._answer.set_markdown(card.answer, is_growing=not card.has_ended)
        self._show_parts()

    def _show_parts(self) -> None:
        card = self.card
        chip = chip_text(card)
        show_text(self._chip, chip)
        self._chip.setAccessibleName(chip.removesuffix(" ›"))
        self._chip.setEnabled(card.has_thought)
        show_text(self._writer, writer_text(card))
        show_text(self._nature, nature_text(card))
        self._nature.setAccessibleName(nature_text(card))
        is_edited = card.is_thought_edited or card.is_answer_edited
        words = self.tr("You have changed this version; the model reads it as its own words.")
        self._nature.setToolTip(words if is_edited else "")
        self._chip.setToolTip(self.tr("Show the thought") if card.has_thought else "")
        self._show_answer_now()
        if card.phase is not ReplyPhase.THINKING:
            self.show_live_figures("")
        has_answer = bool(card.answer) or card.phase is ReplyPhase.ANSWERING
        self._answer.setVisible(has_answer and self._editor is None)
        self.setAccessibleName(self.tr("Reply: {text}").format(text=spoken_text(card.answer[:_SPOKEN_LETTERS]) or chip))
        self._show_waiting(card)
        self._show_calls(card)
        self._show_pictures(card)
        self.show_vote(card.vote)
        self._show_failure(card)
        self._show_footer(card)

    def _show_answer_now(self) -> None:
        is_thinking = self.card.phase is ReplyPhase.THINKING and self.card.vote is None  # a vote offers it itself
        self._answer_now.setVisible(self._offers_answer_now and is_thinking)

    def _show_waiting(self, card: ReplyCard) -> None:
        is_waiting = card.phase is ReplyPhase.WAITING
        if self._waiting is None and is_waiting:
            self._waiting = WaitingRow(self._asks)
            self._column.insertWidget(0, self._waiting)
        if self._waiting is not None:
            self._waiting.show_waiting(card.message_id, card.waiting_for)
            self._waiting.setVisible(is_waiting)

    def _show_pictures(self, card: ReplyCard) -> None:
        """Show what tools have drawn, above the answer."""
        if card.pictures == self._shown_pictures:
            return
        self._shown_pictures = card.pictures
        if self._pictures is not None:
            take_out(self._pictures)
            self._pictures = None
        if card.pictures:
            self._pictures = FlowRow(*map(self._picture, card.pictures))
            self._column.insertWidget(self._column.indexOf(self._answer), self._pictures)

    def _picture(self, image: Image) -> PictureButton:
        name = visible_line(image.name)
        made = PictureButton(name, image.data, width=_PICTURE_PX, height=_PICTURE_PX)
        made.setToolTip(self.tr("Show {name} large").format(name=name))
        made.setAccessibleName(self.tr("Picture {name} of a tool").format(name=name))
        made.clicked.connect(lambda: self._open_picture(name, image.data))
        return made

    def _open_picture(self, name: str, data: bytes) -> None:
        dialog = PictureDialog(name, data, self.window(), is_of_question=False)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_calls(self, card: ReplyCard) -> None:
        if self.call_list is None and card.open_calls:
            from ui.chat.calls.call_list import CallList  # seldom needed

            self.call_list = CallList(self._asks.calls)
            self._column.insertWidget(self._column.indexOf(self._answer) + 1, self.call_list)
        if self.call_list is not None:
            self.call_list.show_calls(card.open_calls)

    def _show_failure(self, card: ReplyCard) -> None:
        if self._failure is None and card.failure is not None:
            self._failure = NoticeBar(dismissable=False)
            self._failure.action.clicked.connect(lambda: self._asks.retry_asked.emit(self.card.reply_id))
            Needs(self._failure.second_action, Need.PREFILLS)
            self._failure.second_action.clicked.connect(self._ask_to_continue)
            self._column.insertWidget(self._column.indexOf(self._answer) + 1, self._failure)
        if self._failure is not None:
            if card.failure is not None:
                kept = self.tr("What was written is kept.") if card.answer or card.has_thought else ""
                self._failure.show_notice(structs.replace(card.failure, advice=f"{kept} {card.failure.advice}".strip()))
            self._failure.setVisible(card.failure is not None)

    def _show_footer(self, card: ReplyCard) -> None:
        is_written = card.phase is ReplyPhase.ANSWERING
        if self._footer is None and (card.has_ended or is_written):
            self._footer = ActionRow(shown=_SHOWN_ACTIONS, in_menu=_MENU_ACTIONS)
            self._footer.action_chosen.connect(self.perform)
            self._column.insertWidget(self._column.count() - 1, self._footer)
        if self._footer is not None:
            self._footer.show_actions(
                available_actions(card) if card.has_ended else frozenset(),
                version=card.version,
                versions=card.versions if card.has_ended else 1,
                figures=figures_of(card),
            )
            self._footer.setVisible((card.has_ended or is_written) and self._editor is None)

    def _ask_to_continue(self) -> None:
        if self.card.reply_id is not None:
            self._asks.continue_asked.emit(self.card.reply_id)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._say_copied()

    def _say_copied(self) -> None:
        if self._footer is not None:
            self._footer.say_copied()


def available_actions(card: ReplyCard) -> frozenset[CardAction]:
    """Return what can be done with a reply that has ended, versions apart."""
    actions = {CardAction.GO_TO_BEGINNING}
    if card.reply_id is not None:
        actions |= {CardAction.BRANCH, CardAction.SHOW_PROMPT}
        if len(card.answer) <= LONGEST_EDITED:
            actions.add(CardAction.EDIT)
    if card.answer:
        actions |= {CardAction.COPY, CardAction.COPY_PLAIN}
    if card.has_thought:
        actions.add(CardAction.SHOW_THOUGHT)
    actions |= {CardAction.REGENERATE_WITH, CardAction.ASK_MODELS}
    if card.failure is None or not card.failure.action:  # else the notice above offers it
        actions.add(CardAction.REGENERATE)
    if card.failure is None and card.can_continue:
        actions.add(CardAction.CONTINUE)
    return frozenset(actions)
