"""What the person asked, in a bubble on the right."""

from __future__ import annotations

from typing import ClassVar, Literal

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from app.history.attachments import AttachmentHead
from app.text import shortened_name
from ui.chat.transcript.action_row import ActionRow
from ui.chat.transcript.card_action import CardAction
from ui.chat.transcript.card_place import CardKey
from ui.chat.transcript.card_requests import CardRequests
from ui.chat.transcript.message_card import TEXT_PX, MessageCard
from ui.chat.transcript.message_editor import MessageEditor
from ui.chat.transcript.picture_button import PictureButton
from ui.chat.transcript.reply_card import FilePlace, QuestionCard
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.documents.verbatim_view import VerbatimView
from ui.theme.fonts import text_font
from ui.theme.spacing import keep_spaced
from ui.widgets.layouts import column, row
from ui.widgets.long_words import LONGEST_EDITED
from ui.widgets.styled import button, label
from ui.widgets.tip_lines import tip_lines

_PADDING_PX = 14
_WIDEST_SHARE = 0.84
_LONGEST_LINES = 16
_FOLDED_LINES = 10
_LONGEST_LETTERS = 1600
_FOLDED_LETTERS = 900
_CODE = ("```", "~~~")
"""A text with code in it takes all the width that there is."""
_FAR_PX = 10_000
_ACTIONS = frozenset({CardAction.COPY, CardAction.EDIT, CardAction.BRANCH, CardAction.GO_TO_BEGINNING})


class QuestionBubble(MessageCard[QuestionCard]):
    """As wide as its text needs, at most most of the column; long texts are folded."""

    is_reply: ClassVar[Literal[False]] = False

    def __init__(
        self, parent: QWidget | None = None, *, asks: CardRequests, typesetter: FormulaTypesetter | None = None
    ) -> None:
        text = VerbatimView(
            QCoreApplication.translate("QuestionBubble", "Your question"),
            size_px=TEXT_PX,
            typesetter=typesetter,
            is_thought=False,
        )
        super().__init__(QuestionCard(0, ""), text, parent, asks=asks)
        self._is_unfolded = False
        self._bubble = QFrame()
        self._bubble.setObjectName("bubble")
        text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        text.setMinimumWidth(1)
        self._fold = button("", kind="link", clicked=self._toggle_fold)
        keep_spaced(
            column(
                text,
                (self._fold, Qt.AlignmentFlag.AlignLeft),
                of=self._bubble,
                margins=(_PADDING_PX, 10, _PADDING_PX, 8),
                spacing=4,
            )
        )
        self._row = ActionRow(
            shown=(CardAction.COPY, CardAction.EDIT, CardAction.BRANCH),
            in_menu=(CardAction.COMPARE, CardAction.GO_TO_BEGINNING),
            is_on_the_right=True,
        )
        self._row.action_chosen.connect(self.perform)
        kept = self._row.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        kept.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self._row.setSizePolicy(kept)
        self._sent = SentNote(asks)
        self._column = column(row(1, self._bubble), self._sent, self._row, of=self, spacing=2)

    def show_card(self, card: QuestionCard) -> None:
        """Show a question."""
        if card.question_id != self.card.question_id:
            self.end_editing()
            self._is_unfolded = False
            self._text.begin_anew()
        self.card = card
        self._show_text()
        self._sent.show_card(card)
        actions = _ACTIONS if len(card.text) <= LONGEST_EDITED else _ACTIONS - {CardAction.EDIT}
        self._row.show_actions(actions, version=card.version, versions=card.versions)
        self._show_parts()

    def rest(self) -> None:
        """Let go of what is being written: nobody sees it."""
        self.end_editing()

    def perform(self, action: CardAction) -> None:
        """Do what was chosen, if it can be done now."""
        if action not in self._row.available:
            return
        match action:
            case CardAction.COPY:
                QGuiApplication.clipboard().setText(self.card.text)
                self._row.say_copied()
            case CardAction.EDIT:
                self.begin_editing()
            case _:
                self._asks.ask(action, CardKey(False, self.card.question_id))

    def open_menu(self) -> None:
        """Open the menu of what can be done."""
        self._row.setVisible(True)
        self._row.open_menu()

    def find_text(self, text: str) -> int:
        """Mark all places of a text and return their number; a folded question is shown whole for it."""
        if text and not self._is_unfolded and text.casefold() in self.card.text.casefold():
            self._is_unfolded = True
            self._show_text()
        return super().find_text(text)

    # --- private ----------------------------------------------------------------------------------------------

    def _new_editor(self, draft: str | None) -> MessageEditor:
        return MessageEditor(
            self.card.text,
            draft=draft,
            confirm_text=self.tr("Send again"),
            note=self.tr("Sent as a new version; this one and its answer are kept."),
            confirm=self._confirm,
            cancel=self.end_editing,
        )

    def _show_parts(self) -> None:
        self._bubble.setVisible(self._editor is None and (bool(self.card.text) or not self.card.files))
        self.show_row()

    def _show_text(self) -> None:
        whole = self.card.text
        folded = _folded(whole)
        shown = whole if self._is_unfolded else folded
        self._text.set_markdown(shown)
        self._fold.setVisible(folded != whole)
        if folded != whole:
            lines = whole.count("\n") + 1
            more = self.tr("Show all %Ln lines", "", lines) if lines > 1 else self.tr("Show all of it")
            self._fold.setText(self.tr("Show less") if self._is_unfolded else more)
        self.setAccessibleName(self.tr("Your question: {text}").format(text=folded))
        self._fit()

    def _toggle_fold(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._show_text()

    def _fit(self) -> None:
        ideal_px = _ideal_width(self._text.markdown())
        self._bubble.setFixedWidth(max(60, min(ideal_px, int(self.width() * _WIDEST_SHARE))))

    def show_row(self) -> None:
        """Show what can be done while the mouse or the keyboard is here; versions always."""
        is_wanted = self.underMouse() or self.hasFocus() or self.card.versions > 1 or self._holds_keyboard()
        self._row.setVisible(is_wanted and self._editor is None)

    def _holds_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the width for a column of this width."""
        if event.size().width() != event.oldSize().width():
            self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.card.question_id:
            self._fit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what can be done."""
        self.show_row()

    def leaveEvent(self, event: QEvent) -> None:
        """Be calm again."""
        self.show_row()

    def focusInEvent(self, event: object) -> None:
        """Show what can be done."""
        self.show_row()

    def focusOutEvent(self, event: object) -> None:
        """Be calm again, unless the keyboard went to one of the buttons."""
        self.show_row()


def _folded(text: str) -> str:
    """Return a text, or the beginning of a long one."""
    lines = text.split("\n", _LONGEST_LINES)
    if len(lines) > _LONGEST_LINES:
        text = "\n".join(lines[:_FOLDED_LINES]) + "\n…"
    if len(text) > _LONGEST_LETTERS:
        text = text[:_FOLDED_LETTERS].rstrip() + " …"
    return text


def _ideal_width(text: str) -> int:
    if any(mark in text for mark in _CODE):
        return _FAR_PX
    metrics = QFontMetrics(text_font(size_px=TEXT_PX))
    lines = text.split("\n", 200)[:200]
    widest = max(metrics.horizontalAdvance(line[:400]) for line in lines)
    return widest + 2 * _PADDING_PX + 4


# Below a question: the files that went along with it, and whether the model is still given them.

_WIDTH_PX = 240
_HEIGHT_PX = 180


class SentNote(QWidget):
    """Hidden for a plain question."""

    def __init__(self, asks: CardRequests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = asks
        self._shown: QuestionCard | None = None
        self._column = column(of=self, margins=(0, 4, 0, 2), spacing=4)
        self.setVisible(False)

    def show_card(self, card: QuestionCard) -> None:
        """Show what belongs to this question."""
        if self._shown is not None and _said(card) == _said(self._shown):
            return
        self._shown = card
        self._clear()
        for index, file in enumerate(card.files):
            place = FilePlace(card.question_id, index)
            self._add(self._picture(place, file) if file.is_picture else self._chip(place, file.name))
        if card.is_left_out:
            self._add(self._label(self.tr("Not sent to the model any more")))
        elif card.are_files_left_out and card.files:
            self._add(self._label(self.tr("Files not sent to the model any more")))
        self.setVisible(self._column.count() > 0)

    def _chip(self, place: FilePlace, name: str) -> QPushButton:
        chip = button(
            shortened_name(name),
            self.tr("Show the text of {name}").format(name=name),
            name=self.tr("File {name}").format(name=name),
        )
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(lambda: self._asks.file_asked.emit(place))
        return chip

    def _picture(self, place: FilePlace, file: AttachmentHead) -> PictureButton:
        button = PictureButton(shortened_name(file.name), file.preview, width=_WIDTH_PX, height=_HEIGHT_PX)
        button.setToolTip(self.tr("Show {name} large").format(name=file.name))
        button.setAccessibleName(self.tr("Picture {name}").format(name=file.name))
        button.clicked.connect(lambda: self._asks.file_asked.emit(place))
        return button

    def _label(self, text: str) -> QLabel:
        made = label(text, tone="warm", scale="small")
        made.setToolTip(
            tip_lines(self.tr("It was left out to make room in the context; “Send everything” brings it back"))
        )
        return made

    def _add(self, widget: QWidget) -> None:
        self._column.addLayout(row(1, widget))

    def _clear(self) -> None:
        for widget in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            widget.setVisible(False)
            widget.deleteLater()
        while self._column.count():
            self._column.takeAt(0)


def _said(card: QuestionCard) -> tuple[object, ...]:
    return card.question_id, card.files, card.is_left_out, card.are_files_left_out
