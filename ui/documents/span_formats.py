"""What the spans of a text look like, as Qt is told: each kind is made once for a text, not once for each span."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat

from app.documents.rich_text import SpanStyle
from ui.documents.document_style import DocumentStyle

NO_BREAK_SPACE = "\u00a0"
"""Stands for a formula: its advance is made as wide as that."""
_CODE_SHARE = 0.92


class SpanFormats:
    """The formats of a text in a font."""

    def __init__(self, style: DocumentStyle, font: QFont) -> None:
        self._style = style
        self._font = font
        self._made: dict[SpanStyle, QTextCharFormat] = {}

    def of(self, span_style: SpanStyle) -> QTextCharFormat:
        """Return the format of spans of this style, other than formulas."""
        known = self._made.get(span_style)
        if known is None:
            known = self._made[span_style] = self._make(span_style)
        return known

    def of_formula(self, span_style: SpanStyle, width: float) -> QTextCharFormat:
        """Return the format of the space that stands for a formula of so many pixels."""
        result = self._make(span_style)
        font = result.font()
        space = QFontMetricsF(self._font).horizontalAdvance(NO_BREAK_SPACE)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, width - space)
        font.setItalic(False)
        font.setWeight(self._font.weight())
        result.setFont(font)
        self._colour_links(result, span_style)
        return result

    def _make(self, style: SpanStyle) -> QTextCharFormat:
        result = QTextCharFormat()
        colours, font = self._style.colours, QFont(self._font)
        if style & SpanStyle.CODE:
            font = self._style.code_font()
            font.setPixelSize(max(1, round(self._font.pixelSize() * _CODE_SHARE)))
        if style & SpanStyle.BOLD:
            font.setWeight(QFont.Weight.DemiBold)
        if style & SpanStyle.ITALIC:
            font.setItalic(True)
        if style & SpanStyle.STRUCK:
            font.setStrikeOut(True)
        if style & SpanStyle.FOOTNOTE:
            result.setForeground(QColor(colours.accent_text))
            result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if style & SpanStyle.SUPERSCRIPT:
            result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif style & SpanStyle.SUBSCRIPT:
            result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        if style & SpanStyle.SECOND_THOUGHT:
            result.setForeground(QColor(colours.warm))
            font.setWeight(QFont.Weight.DemiBold)
        result.setFont(font)
        self._colour_links(result, style)
        return result

    def _colour_links(self, result: QTextCharFormat, style: SpanStyle) -> None:
        if style & (SpanStyle.LINK | SpanStyle.IMAGE):
            result.setForeground(QColor(self._style.colours.accent_text))
            result.setFontUnderline(bool(style & SpanStyle.LINK))
