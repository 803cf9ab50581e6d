"""Text that only grows: what is laid out once is never laid out again, however long it gets.

Qt lays out a whole paragraph when one letter is added to it, so a long unbroken paragraph is cut into blocks. The cut
falls where a line ends anyway, and copied text does not show it. Measured: 3 ms to add 45 characters and paint, at
the first as at the 330,000th character.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPalette, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.theme.fonts import TEXT_SIZE_PX, scaled_px, text_font

_LONGEST_BLOCK = 450
"""Characters of an unbroken paragraph that may be laid out again with each addition."""

_FAR_PX = 1e9
_CONTINUES = 1
"""Block state: goes on with the paragraph of the block before."""

_GAP_HEIGHT_PX = 10.0
"""Height of an empty line between paragraphs."""


class FlowingText(QTextEdit):
    """Read-only plain text for reading, selecting and copying; `append_text` costs the same at any length.

    Subclasses may override `paragraph_began` to learn of each new paragraph.
    """

    def __init__(
        self, parent: QWidget | None = None, *, size_px: int = TEXT_SIZE_PX, line_height_percent: float = 142.0
    ) -> None:
        """`line_height_percent` is of the font's own line, which in Inter is 1.21 times the size."""
        super().__init__(parent)
        self._line_height_percent = line_height_percent
        self._size_px = size_px
        self.setFont(text_font(size_px=size_px))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        # Qt asks to paint the whole view anew for each addition; only the block that has grown needs it.
        self.document().documentLayout().update.disconnect()
        self.document().documentLayout().update.connect(self._paint_part)
        self._is_appending = False
        self._left_margin_px = 0.0
        self._last_block_length = 0
        self._emphasised: list[tuple[int, int]] = []
        self._clear()

    def append_text(self, text: str) -> None:
        """Add to the end."""
        if not text:
            return
        self._is_appending = True
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        last_block = cursor.blockNumber()
        cursor.beginEditBlock()
        for index, line in enumerate(_lines(text)):
            if index:
                self._begin_block(cursor)
            while line:
                room = max(1, _LONGEST_BLOCK * 2 - self._last_block_length)
                self._insert(cursor, line[:room])
                line = line[room:]
                if self._last_block_length > _LONGEST_BLOCK:
                    cursor.endEditBlock()
                    self._cut_block(cursor)
                    cursor.beginEditBlock()
        cursor.endEditBlock()
        self._is_appending = False
        self._paint_from(last_block)

    def set_text(self, text: str) -> None:
        """Show other text."""
        self._clear()
        self.append_text(text)

    def text(self) -> str:
        """Return the text as it was given, without the cuts."""
        return self._text_between(0, self.document().characterCount() - 1)

    def source_position(self, position: int) -> int:
        """Return which character of `text()` stands at a position of this document."""
        return len(self._text_between(0, position))

    def document_position(self, source: int) -> int:
        """Return the position in this document of a character of `text()`, the reverse of `source_position`."""
        block = self.document().begin()
        while block.isValid():
            text = block.text()
            if source <= len(text):
                return block.position() + len(text[:source].encode("utf-16-le", "surrogatepass")) // 2
            after = block.next()
            source -= len(text) + (after.isValid() and after.userState() != _CONTINUES)
            block = after
        return max(0, self.document().characterCount() - 1)

    def paragraph_began(self, block_number: int) -> None:
        """Called when the first character of a paragraph has come."""

    def set_left_margin(self, margin_px: float) -> None:
        """Indent all text from here on; set it before the first text."""
        self._left_margin_px = margin_px
        self._clear()

    def emphasise(self, start: int, length: int) -> None:
        """Show some characters of this document in the warm colour, semi-bold."""
        self._emphasised.append((start, length))
        self._paint_emphasis(start, length)

    def emphasised_text(self) -> list[str]:
        """Return the pieces of text that are emphasised."""
        text = self.toPlainText()
        return [text[start : start + length] for start, length in self._emphasised]

    # --- private ----------------------------------------------------------------------------------------------

    def _paint_part(self, part: QRectF) -> None:
        if not self._is_appending:
            self.viewport().update(self._in_viewport(part))

    def _paint_from(self, block_number: int) -> None:
        block = self.document().findBlockByNumber(block_number)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.viewport().update(self._in_viewport(QRectF(0, top, self.viewport().width(), _FAR_PX)))

    def _in_viewport(self, part: QRectF) -> QRect:
        """Return a part of the document in the coordinates of the viewport, cut to it."""
        ground = QRectF(self.viewport().rect())
        moved = part.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        return moved.intersected(ground).toAlignedRect()

    def _paint_emphasis(self, start: int, length: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        style = QTextCharFormat()
        style.setForeground(self.palette().color(QPalette.ColorRole.BrightText))
        style.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(style)

    def _clear(self) -> None:
        self.clear()
        self._emphasised = []
        self._last_block_length = 0
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(self._block_format())
        cursor.setCharFormat(QTextCharFormat())

    def _block_format(self) -> QTextBlockFormat:
        block_format = QTextBlockFormat()
        block_format.setLineHeight(self._line_height_percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block_format.setLeftMargin(self._left_margin_px)
        return block_format

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        starts = self._last_block_length == 0 and cursor.block().userState() != _CONTINUES
        cursor.insertText(text, QTextCharFormat())
        self._last_block_length += len(text)
        if starts:
            self.paragraph_began(cursor.blockNumber())

    def _begin_block(self, cursor: QTextCursor) -> None:
        if self._last_block_length == 0 and cursor.block().userState() != _CONTINUES:
            gap = self._block_format()
            gap.setLineHeight(_GAP_HEIGHT_PX, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            cursor.setBlockFormat(gap)
        cursor.insertBlock(self._block_format(), QTextCharFormat())
        self._last_block_length = 0

    def _cut_block(self, cursor: QTextCursor) -> None:
        """Begin a new block where the last line of the present one begins."""
        block = self.document().lastBlock()
        layout = block.layout()
        length = block.length() - 1
        at = length
        if layout is not None and layout.lineCount() > 1:
            at = layout.lineAt(layout.lineCount() - 1).textStart()
        cursor.setPosition(block.position() + at)
        cursor.insertBlock()
        self.document().lastBlock().setUserState(_CONTINUES)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._last_block_length = length - at

    def _text_between(self, start: int, end: int) -> str:
        pieces: list[str] = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            if pieces and block.userState() != _CONTINUES:
                pieces.append("\n")
            first = max(0, start - block.position())
            pieces.append(_units(block.text(), first, max(0, end - block.position())))
            block = block.next()
        return "".join(pieces)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the selected text as plain text, without the cuts."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self._text_between(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of another theme, or another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.font().pixelSize() != scaled_px(self._size_px):
            self.setFont(text_font(size_px=self._size_px))
        if event.type() is QEvent.Type.PaletteChange:
            for start, length in self._emphasised:
                self._paint_emphasis(start, length)


def _units(text: str, first: int, last: int) -> str:
    """Return a part of a text whose places are Qt's: in UTF-16 units, of which an emoji has two."""
    return text.encode("utf-16-le", "surrogatepass")[2 * first : 2 * last].decode("utf-16-le", "replace")


def _lines(text: str) -> list[str]:
    """Return the lines of a piece of text, whatever ends them (Qt would begin paragraphs of its own at U+2029)."""
    return text.replace("\r\n", "\n").replace("\u2029", "\n").replace("\r", "").split("\n")
