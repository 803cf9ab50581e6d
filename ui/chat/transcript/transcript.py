"""The transcript: questions and replies in one column of readable width, and what the keyboard does in it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.chat.transcript.card_action import KEYS
from ui.chat.transcript.card_column import COLUMN_PX, STEP_PX, CardColumn
from ui.chat.transcript.card_place import CardKey, CardPlace
from ui.chat.transcript.card_shelf import CardView, holds_keyboard
from ui.widgets.composed_word import is_written_in, typed_text
from ui.widgets.timers import after

if TYPE_CHECKING:
    from ui.chat.transcript.question_bubble import QuestionBubble
    from ui.chat.transcript.reply_card import QuestionCard, ReplyCard
    from ui.chat.transcript.reply_view import ReplyView

__all__ = ["COLUMN_PX", "Transcript"]
_FOCUS_PX = 8
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LETTER_STEPS = {Qt.Key.Key_K: -1, Qt.Key.Key_J: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1}


class Transcript(CardColumn):
    """Shows the cards of one branch; follows the stream only while the reader is at its end. `asks`: what cards want.

    Signals:
        reply_came_into_view(int): the reader has scrolled to this reply.
        keyboard_left(): what had the keyboard is gone, and nobody reads by keyboard here.
    """

    reply_came_into_view = Signal(int)
    keyboard_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcript")
        self.viewport().setObjectName("transcriptColumn")
        self.viewport().setProperty("spokenRole", "list")
        # All of it is painted here, so that scrolling can move what is on the screen already.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Conversation"))
        self.viewport().setAccessibleName(self.tr("Messages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.asks.beginning_asked.connect(self.go_to_beginning)
        self._offers_answer_now = False
        self._is_read_by_key = False
        self._left: QWidget | None = None
        self._found_text = ""
        self._look = after(self, 90, self._tell_reply_in_view)
        application = QApplication.instance()
        assert isinstance(application, QApplication), "widgets need an application"
        application.focusChanged.connect(self._note_focus)

    # --- what is shown ----------------------------------------------------------------------------------------

    def add_question(self, card: QuestionCard) -> None:
        """Add a question at the end and go there."""
        self.append(CardPlace(CardKey(False, card.question_id), len(card.text)))
        self.scroll_to_end()

    def show_reply(self, card: ReplyCard) -> None:
        """Show a new state of a reply; one that is not there yet is added at the end."""
        key = CardKey(True, card.message_id)
        view = self.reply(card.message_id)
        if view is not None:
            view.show_card(card)
            self.fit_card(key)
        elif not self.has(key):
            self.append(CardPlace(key, len(card.answer)))

    def reply(self, reply_id: int) -> ReplyView | None:
        """Return the view of a reply, if it is built."""
        view = self._shelf.get(CardKey(True, reply_id))
        return view if view is not None and view.is_reply else None

    def card(self, key: CardKey) -> CardView | None:
        """Return the view of a message, if it is built."""
        return self._shelf.get(key)

    def question(self, question_id: int) -> QuestionBubble | None:
        """Return the view of a question, if it is built."""
        view = self._shelf.get(CardKey(False, question_id))
        return view if view is not None and not view.is_reply else None

    def reply_in_view(self) -> int | None:
        """Return the reply that the reader is at."""
        at = self.index_read()
        return next((self._places[i].key.message_id for i in range(at, -1, -1) if self._places[i].key.is_reply), None)

    def drafts(self) -> dict[CardKey, str]:
        """Return what is written in the editors of messages."""
        return {key: view.draft for key, view in self._shelf if view.draft is not None}

    def offer_answer_now(self, *, offered: bool) -> None:
        """Let the running reply offer to end its thought: the thinking pane is out of sight."""
        self._offers_answer_now = offered
        for view in self.cards():
            if view.is_reply:
                view.offer_answer_now(offered=offered)

    def fold_thoughts(self) -> None:
        """Fold every thought that stands above its answer."""
        for view in self.cards():
            if view.is_reply:
                view.fold_thought()

    # --- finding ----------------------------------------------------------------------------------------------

    @property
    def found_text(self) -> str:
        """What is marked in every card."""
        return self._found_text

    def find_everywhere(self, text: str) -> None:
        """Mark a text in every card, also those that come into view later; an empty one ends it."""
        self._found_text = text
        for view in self.cards():
            view.find_text(text)

    def show_one_hit(self, chosen: CardView, index: int) -> None:
        """Mark one hit in one card more strongly than all others."""
        for view in self.cards():
            view.show_hit(index if view is chosen else None)

    def show_no_hit(self) -> None:
        """Mark all hits alike: the one that is shown is elsewhere."""
        for view in self.cards():
            view.show_hit(None)

    def hold_reply(self) -> None:
        """Tell of no other reply in view until the reader scrolls: what is shown was asked for."""
        self._look.stop()

    def message_read(self) -> int | None:
        """Return the question that the reader is at, itself or by its reply."""
        at = self.index_read()
        if at > 0 and self._places[at].key.is_reply:
            at -= 1
        return self._places[at].key.message_id if at >= 0 else None

    # --- where the reader is ----------------------------------------------------------------------------------

    def scroll_page(self, direction: int) -> None:
        """Go a page up (-1) or down (+1)."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + direction * max(STEP_PX, bar.pageStep() - STEP_PX))

    @property
    def is_read_by_key(self) -> bool:
        """Whether a message has the keyboard and was reached by it: only then are letters commands."""
        return self._is_read_by_key

    def keep_keyboard(self, key: CardKey) -> None:
        """Give a message the keyboard if the one that had it is gone: then this view has it itself."""
        view = None
        if self.hasFocus() and self._is_read_by_key:
            view = self._shelf.get(key) or self.show_card(key)
        if view is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_focus(self, step: int) -> None:
        """Give the keyboard to the next (+1) or the previous (-1) message; the first time to the one in view."""
        index = next((self._index[key] for key, view in self._shelf if holds_keyboard(view)), None)
        index = self.index_read() if index is None else max(0, min(len(self._places) - 1, index + step))
        view = self.show_card(self._places[index].key) if self._places else None
        if view is not None:
            self._is_read_by_key = True
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- CardColumn -------------------------------------------------------------------------------------------

    def wire_card(self, view: CardView) -> None:
        """Keep the line that is read in its place while an answer is laid out."""
        if view.is_reply:
            view.answer_view().seen_moved.connect(lambda moved_px: self.follow_line(view, moved_px))

    def card_built(self, view: CardView) -> None:
        """Let a running reply offer what the others do, and mark what is being found."""
        if view.is_reply:
            view.offer_answer_now(offered=self._offers_answer_now)
        if self._found_text:
            view.find_text(self._found_text)

    def placed(self) -> None:
        """Move the frame along with its message."""
        if self._framed() is not None:
            self.viewport().update()

    def moved(self) -> None:
        """Tell a moment later which reply the reader is at."""
        self._look.start()

    # --- private ----------------------------------------------------------------------------------------------

    def _tell_reply_in_view(self) -> None:
        reply_id = self.reply_in_view()
        if reply_id is not None:
            self.reply_came_into_view.emit(reply_id)

    def _framed(self) -> CardView | None:
        """Return the message to frame: the one that is read by keyboard, itself or a part of it."""
        return next((v for v in self.cards() if holds_keyboard(v)), None) if self._is_read_by_key else None

    def _note_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None:
            self._left = old  # another window is in front for a while
            return
        came_back = old is None and new is self._left
        if not self._holds(new) or QApplication.mouseButtons():
            self._is_read_by_key = False
        elif not came_back and not self._holds(old) and new is not self and not is_written_in(new):
            self._is_read_by_key = True
        for view in self.cards():
            if not view.is_reply:
                view.show_row()
        self.viewport().update()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def _perform(self, event: QKeyEvent) -> bool:
        """Do what a key means for the message that has the keyboard; return whether it means anything."""
        view = self._framed()
        if view is None:
            return False
        if event.key() in _LETTER_STEPS:
            self.move_focus(_LETTER_STEPS[Qt.Key(event.key())])
            return True
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QAbstractButton):
                focused.click()
            else:
                view.open_menu()
            return True
        action = KEYS.get(Qt.Key(event.key()))
        if action is not None:
            view.perform(action)
        return action is not None or bool(typed_text(event))  # a slip writes nothing elsewhere

    # --- Qt ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the messages, scroll, or do something with the message that has the keyboard."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_plain = modifiers == Qt.KeyboardModifier.NoModifier
        if modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_Space:
            self.scroll_page(-1)
        elif key == Qt.Key.Key_End and modifiers in (modifiers.NoModifier, modifiers.ControlModifier):
            self.scroll_to_end()
        elif key == Qt.Key.Key_Home and modifiers in (modifiers.NoModifier, modifiers.ControlModifier):
            self.verticalScrollBar().setValue(0)
        elif is_plain and key in _STEPS:
            self.move_focus(_STEPS[key])
        elif is_plain and key in _PAGES:
            self.scroll_page(_PAGES[key])
        elif not (is_plain and self._perform(event)):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the message in view, so that it is read out."""
        super().focusInEvent(event)
        reasons = Qt.FocusReason
        if event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason, reasons.ShortcutFocusReason):
            self.move_focus(0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the cards as they stand, whenever they were built; what gets the keyboard comes into view."""
        hidden = QApplication.focusWidget()
        if hidden is not None and not hidden.isVisible():  # Qt asks too when what has the keyboard goes away
            card = next((view for view in self.cards() if view.isVisible() and view.isAncestorOf(hidden)), None)
            if self._is_read_by_key:
                (card or self).setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.keyboard_left.emit()
            return True
        self._is_read_by_key = True
        chain: list[QWidget] = []
        for view in self.cards():
            inside = (view, *view.findChildren(QWidget))
            chain += [widget for widget in inside if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for one, other in pairwise((self, *chain, self._end_button)):  # then comes what stands below
            QWidget.setTabOrder(one, other)
        if not forward and chain and hidden is chain[0]:  # the way up leads past this view, which would hand it back
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        has_moved = super().focusNextPrevChild(forward)
        focused = QApplication.focusWidget()
        for key, view in self._shelf:
            if focused is not None and holds_keyboard(view):
                inside_px = None if focused is view else focused.mapTo(view, focused.rect().topLeft()).y()
                self.show_card(key, inside_px=inside_px)
        return has_moved

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a frame around the message that has the keyboard."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        view = self._framed()
        if view is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.5))
            frame = QRectF(view.geometry()).adjusted(-_FOCUS_PX, -_FOCUS_PX + 2, _FOCUS_PX, _FOCUS_PX - 2)
            painter.drawRoundedRect(frame, 8, 8)
        painter.end()
