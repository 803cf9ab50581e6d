"""What the model got for a reply: the exact prompt, who put what there, and what each control changed in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import accumulate

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHelpEvent,
    QIcon,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTextEdit, QToolTip, QWidget

from app.conversation.reply_prompt import ReplyPrompt
from app.inference.control_words import effect_of
from app.inference.protocol import PromptAccount, PromptControl, PromptPiece, PromptSource
from ui.documents.document_style import DocumentStyle
from ui.theme.colours import Colours
from ui.theme.fonts import scaled_px, text_font
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.flow_row import FlowRow
from ui.widgets.focus_frame import FocusFrame
from ui.widgets.layouts import column, row
from ui.widgets.level_words import level_words
from ui.widgets.long_words import LONGEST_EDITED, PlainField
from ui.widgets.spoken_numbers import count_text
from ui.widgets.styled import BY_MOUSE_AND_KEYS, button, label, styled
from ui.widgets.unfolding_box import UnfoldingBox
from ui.widgets.window_size import open_at
from ui.widgets.yielding_area import YieldingArea

_MARGIN_PX = 132
_SQUARE_PX, _BESIDE_PX = 11, 6


class PromptWindow(QDialog):
    """Shows the prompt as one text to read and to copy; a very long one in its first part.

    Signals:
        step_wanted(int): another step of the reply, by its place.
    """

    step_wanted = Signal(int)

    def __init__(self, prompt: ReplyPrompt, *, written_by: str = "", parent: QWidget | None = None) -> None:
        """`written_by`: the model that wrote it now, if that is another than the reply's."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the model got"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._prompt = prompt
        account = prompt.account
        self.text = _PromptText(prompt)
        self._legend = [self._entry(*counted) for counted in account.tokens_by_source().items()]
        parts = [label(self._figures(), wraps=True, tone="soft"), FlowRow(*self._legend)]
        parts += [label(note, wraps=True, tone="warm") for note in self._notes(written_by)]
        self._token = styled(ElidedLabel(), tone="faint")
        effects = [label(_control_text(control), wraps=True, tone="soft") for control in account.controls]
        copy = button(self.tr("Copy the prompt"), self.tr("Copy all of it, exactly as it is"), clicked=self._copy)
        close = button(self.tr("Close"), self.tr("Close this window (Esc)"), clicked=self.close)
        foot = row(copy, *([self._step_box()] if len(prompt.places) > 1 else []), 1, close)
        told = [self._area(effects)] if effects else []
        column(*parts, (self.text, 1), self._token, *told, foot, of=self, margins=(20, 16, 20, 16), spacing=10)
        open_at(self, scaled_px(860), scaled_px(680))
        self.text.cursorPositionChanged.connect(self._tell_token)
        self._tell_token()
        self.text.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for entry in self._legend:
                self._colour(entry)

    def _step_box(self) -> UnfoldingBox:
        box, places = UnfoldingBox(), self._prompt.places
        box.setAccessibleName(self.tr("Step of the reply"))
        box.setToolTip(self.tr("Each step got a prompt of its own: results of tools stand in that of the next"))
        step = self.tr("Step {number} of {count}")
        for number, place in enumerate(places, 1):
            box.addItem(step.format(number=count_text(number), count=count_text(len(places))), place)
        box.setCurrentIndex(box.findData(self._prompt.place))
        box.activated.connect(lambda index: self.step_wanted.emit(box.itemData(index)))
        return box

    def _area(self, effects: list[QLabel]) -> YieldingArea:
        """Return the sentences; long ones are scrolled, so that the prompt keeps most of the room."""
        inside = QWidget()
        column(*effects, of=inside, spacing=10)
        area = YieldingArea(inside, self, most_px=lambda: self.height() // 4)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("What the controls changed"))
        area.setProperty("spokenRole", "group")
        FocusFrame(area, watched=area)
        return area

    def _figures(self) -> str:
        prompt = self._prompt
        words = [self.tr("%Ln tokens", "", prompt.account.tokens)]
        cached = min(prompt.cached_tokens or 0, prompt.account.tokens)
        if cached:
            kept = self.tr("{count} of them were still in memory, as far as the line at the left goes")
            words.append(kept.format(count=count_text(cached)))
        elif prompt.cached_tokens == 0:
            words.append(self.tr("all of them were read for this reply"))
        if prompt.left_out:
            words.append(self.tr("%Ln earlier messages were left out", "", len(prompt.left_out)))
        return " · ".join(words)

    def _notes(self, written_by: str) -> list[str]:
        prompt, notes = self._prompt, []
        if written_by:
            notes.append(
                self.tr("Another model wrote this reply; this is how {name} is asked.").format(name=written_by)
            )
        elif not prompt.is_as_it_was:
            changed = self.tr(
                "Then it had {count} tokens: it went on from a given beginning, "
                "or the system prompt, files, or what is left out have changed since."
            )
            notes.append(changed.format(count=count_text(prompt.prompt_tokens or 0)))
        if len(prompt.account.text) > LONGEST_EDITED:
            notes.append(self.tr("The first part is shown; Copy takes all of it."))
        return notes

    def _entry(self, source: PromptSource, tokens: int) -> QPushButton:
        text = self.tr("{source} · {tokens}").format(source=_source_text(source), tokens=count_text(tokens))
        name = self.tr("{source}: %Ln tokens", "", tokens).format(source=_source_text(source))
        entry = button(text, self.tr("Go to the next piece of this"), name=name)
        entry.setAutoDefault(False)
        entry.clicked.connect(partial(self.text.go_to_next, source))
        entry.setProperty("source", source.value)
        self._colour(entry)
        return entry

    def _colour(self, entry: QPushButton) -> None:
        colours = DocumentStyle.from_palette(QGuiApplication.palette()).colours
        side = scaled_px(_SQUARE_PX)
        square = QPixmap(side + scaled_px(_BESIDE_PX), side)
        square.fill(Qt.GlobalColor.transparent)
        painter = QPainter(square)
        painter.setPen(QColor(colours.faint_text))
        painter.setBrush(_ground(PromptSource(entry.property("source")), colours))
        painter.drawRect(0, 0, side - 1, side - 1)
        painter.end()
        entry.setIcon(QIcon(square))
        entry.setIconSize(square.size())

    def _tell_token(self) -> None:
        number, text = self.text.token_at(self.text.textCursor().selectionStart())
        told = self.tr("Token {number} of {count}: “{text}”")
        count = self._prompt.account.tokens
        self._token.setText(told.format(number=count_text(number), count=count_text(count), text=_in_a_line(text)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._prompt.account.text)


class _PromptText(PlainField):
    """The text, its pieces on grounds of their own, and beside the lines in words who put them there."""

    def __init__(self, prompt: ReplyPrompt) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFont(DocumentStyle.from_palette(QGuiApplication.palette()).code_font())
        self.setAccessibleName(self.tr("The prompt"))
        self.setTextInteractionFlags(BY_MOUSE_AND_KEYS)
        pieces = [PromptPiece(piece.source, piece.text.replace("\r\n", "\n")) for piece in prompt.account.pieces]
        shown = "".join(piece.text for piece in pieces)[:LONGEST_EDITED]
        ends = list(accumulate(_qt_length(piece.text) for piece in pieces))
        self._cached_end = _qt_length(prompt.account.text[: prompt.cached_length].replace("\r\n", "\n"))
        self.setPlainText(shown)
        last = self.document().characterCount() - 1
        self._sources = [piece.source for piece in pieces]
        self._ends = [min(end, last) for end in ends]
        self._tokens = list(_token_pieces(prompt.account))
        self._token_ends = list(accumulate(_qt_length(token.replace("\r", "")) for token in self._tokens))
        self._margin = _Margin(self, paint=self._paint_margin)
        self._fit()
        self.updateRequest.connect(lambda: self._margin.update())
        self._paint_pieces()

    def go_to_next(self, source: PromptSource) -> None:
        """Select the next piece of a source, after the last the first again."""
        pieces = [place for place, one in enumerate(self._sources) if one is source and self._span(place)]
        here = self.textCursor().position()
        place = next((place for place in pieces if self._begin(place) >= here), pieces[0] if pieces else None)
        if place is not None:
            self._select(self._begin(place), self._begin(place))  # a long piece is seen from its beginning
            self.centerCursor()
            self._select(self._begin(place), self._ends[place])
            self.setFocus()

    def source_at(self, position: int) -> PromptSource | None:
        """Return who put a character there."""
        place = bisect_right(self._ends, position)
        return self._sources[place] if place < len(self._sources) else None

    def token_at(self, position: int) -> tuple[int, str]:
        """Return the number of the token that a character is of, from 1, and its text."""
        place = min(bisect_right(self._token_ends, position), len(self._tokens) - 1)
        return place + 1, self._tokens[place] if self._tokens else ""

    def _begin(self, place: int) -> int:
        return self._ends[place - 1] if place else 0

    def _span(self, place: int) -> int:
        return self._ends[place] - self._begin(place)

    def _cursor(self, begin: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(end)
        cursor.setPosition(begin, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _select(self, begin: int, end: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin)
        self.setTextCursor(cursor)
        if end > begin:
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            value = self.verticalScrollBar().value()
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(value)

    def _paint_pieces(self) -> None:
        colours = DocumentStyle.from_palette(QGuiApplication.palette()).colours
        selections = []
        for place, source in enumerate(self._sources):
            if self._span(place):
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self._cursor(self._begin(place), self._ends[place])
                selection.format.setBackground(_ground(source, colours))
                if source is PromptSource.TEMPLATE:
                    selection.format.setForeground(QColor(colours.faint_text))
                selections.append(selection)
        self.setExtraSelections(selections)

    def _fit(self) -> None:
        width = scaled_px(_MARGIN_PX)
        self.setViewportMargins(width, 0, 0, 0)
        inside = self.contentsRect()
        self._margin.setGeometry(inside.left(), inside.top(), width, inside.height())

    def _paint_margin(self) -> None:
        """Name the source of each line that has another than the one above; draw how far the cache went."""
        colours = DocumentStyle.from_palette(QGuiApplication.palette()).colours
        painter = QPainter(self._margin)
        painter.setFont(text_font(size_px=12))
        height, width = painter.fontMetrics().height(), self._margin.width()
        block, above = self.firstVisibleBlock(), ""
        while block.isValid():
            shown = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if shown.top() > self._margin.height():
                break
            name = self._name_of_line(block.position(), block.position() + block.length() - 1)
            if name and name != above:
                top = max(0, round(shown.top()))
                painter.setPen(QColor(colours.soft_text))
                words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width - 16)
                painter.drawText(QRect(10, top, width - 16, height), Qt.AlignmentFlag.AlignLeft, words)
                above = name
            if block.position() < self._cached_end:
                is_whole = block.position() + block.length() <= self._cached_end
                tall = shown.height() if is_whole else self._cached_height(block.position())
                painter.fillRect(2, round(shown.top()), 3, max(2, round(tall)), QColor(colours.accent))
            block = block.next()
        painter.end()

    def _cached_height(self, top_position: int) -> float:
        return float(
            self.cursorRect(self._cursor(self._cached_end, self._cached_end)).bottom()
            - self.cursorRect(self._cursor(top_position, top_position)).top()
        )

    def _name_of_line(self, begin: int, end: int) -> str:
        """Return whose line it is: the template's only if nobody else has put anything there."""
        first, last = bisect_right(self._ends, begin), bisect_right(self._ends, max(begin, end - 1))
        sources = [self._sources[place] for place in range(first, min(last + 1, len(self._sources)))]
        others = [source for source in sources if source is not PromptSource.TEMPLATE]
        return _source_text((others or sources)[0]) if sources else ""

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin beside the text."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take on other colours and sizes of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.extraSelections():
            self._paint_pieces()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say of the character under the pointer who put it there."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            spot: QPoint = event.pos()
            source = self.source_at(self.cursorForPosition(spot).position())
            QToolTip.showText(event.globalPos(), _source_text(source) if source is not None else "", self)
            return True
        return super().viewportEvent(event)


class _Margin(QWidget):
    def __init__(self, parent: QWidget, *, paint: Callable[[], None]) -> None:
        super().__init__(parent)
        self._paint = paint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the text say what stands beside it."""
        self._paint()


def _qt_length(text: str) -> int:
    """Return how long Qt takes a text to be: in UTF-16 units."""
    return len(text) + sum(one > "\uffff" for one in text)


_HUES = {
    PromptSource.SYSTEM: 174,
    PromptSource.QUESTION: 212,
    PromptSource.THINKING: 42,
    PromptSource.TOOLS: 275,
    PromptSource.FILE: 345,
}


def _ground(source: PromptSource, colours: Colours) -> QColor:
    """Return what stands behind the text of a source: hues that are told from each other, greys for what was before."""
    if source not in _HUES:
        return QColor(colours.raised if source is PromptSource.TEMPLATE else colours.hover)
    saturation, lightness = (0.45, 0.22) if colours.is_dark else (0.6, 0.9)
    return QColor.fromHslF(_HUES[source] / 360, saturation, lightness)


def _token_pieces(account: PromptAccount) -> Iterator[str]:
    """Yield the text of each token."""
    text, begin = account.text, 0
    for end in account.token_ends:
        yield text[begin:end]
        begin = end


def _source_text(source: PromptSource) -> str:
    return {
        PromptSource.TEMPLATE: _tr("Template"),
        PromptSource.SYSTEM: _tr("System prompt"),
        PromptSource.QUESTION: _tr("Question"),
        PromptSource.HISTORY: _tr("Earlier turns"),
        PromptSource.THINKING: _tr("Thinking"),
        PromptSource.TOOLS: _tr("Tools"),
        PromptSource.FILE: _tr("Files"),
    }[source]


def _control_text(control: PromptControl) -> str:
    """Say what a control changed; the value of one that holds a text is in the sentence."""
    names = {
        "thinking": _tr("Level of thinking"),
        "system": _tr("System prompt"),
        "think-budget": _tr("Most tokens of thought"),
        "think-seconds": _tr("Most seconds of thought"),
        "prefill-thinking": _tr("Given beginning"),
        "keep-thoughts": _tr("Thoughts of earlier turns"),
        "tools": _tr("Tools"),
    }
    name = names.get(control.name, control.name)
    other = level_words(control.other_value) if control.other_value else ""
    effect = effect_of(replace(control, other_value=other), lambda text: QCoreApplication.translate("app", text))
    is_named = control.is_text or control.value == "auto"
    return _in_a_line(f"{name}: {effect}" if is_named else f"{name}, {level_words(control.value)}: {effect}")


def _in_a_line(text: str) -> str:
    return text.replace("\n", "↵")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PromptWindow", text)
