"""Writes Markdown as HTML that needs nothing else: formulas are vector images in the text's colour.

It is read as it is on the screen, within the same bounds: what is shown as source there is source here. Pictures are
named and not fetched, but for SVG that may be drawn; HTML is text.
"""

from __future__ import annotations

import base64
import functools
import re
import unicodedata
from collections.abc import Sequence
from html import escape

from app.documents.block_reader import TICKED, UNTICKED
from app.documents.blocks import Alignment, Block, CodePart, FormulaBlock, Level, LevelKind, Paragraph, Rule, TableRow
from app.documents.checked_svg import CheckedSvg, svg_in_code
from app.documents.growing_document import GrowingDocument
from app.documents.rich_text import LINE_BREAK, RichText, Span, SpanStyle
from app.documents.set_formula import INK, set_formula
from app.documents.text_direction import runs_right_to_left

_TAGS = (
    (SpanStyle.BOLD, "strong"),
    (SpanStyle.ITALIC, "em"),
    (SpanStyle.STRUCK, "s"),
    (SpanStyle.CODE, "code"),
    (SpanStyle.SUBSCRIPT, "sub"),
    (SpanStyle.SUPERSCRIPT, "sup"),
)
_ALIGNED = {
    Alignment.START: "",
    Alignment.CENTRE: ' style="text-align:center"',
    Alignment.END: ' style="text-align:end"',
}
_SVG = re.compile(r'<svg[^>]*?viewBox="([^"]*)"[^>]*>(.*)</svg>\s*$', re.DOTALL)
_NUMBER = re.compile(r"(\d{1,9})\.")
_KEPT_FORMULAS = 200
_LARGEST_PICTURE_PX = 560, 420


def html_of(markdown: str) -> str:
    """Return a text as HTML elements. Setting formulas takes 1 to 15 ms each: call it away from the window's thread."""
    document = GrowingDocument()
    document.append(markdown)
    document.finish()
    while document.is_behind:
        document.advance()
    return _Writer().write(document.blocks)


class _Writer:
    """Nests the flat blocks again."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._open: list[tuple[LevelKind, str]] = []
        """Containers around what is written: their kind, and the list's element."""
        self._unfinished = ""
        """What the next block may go on with: the end of a paragraph, a table or code."""
        self._code_begin, self._code = 0, ""
        """Which part begins the code at work, and what there is of it."""

    def write(self, blocks: Sequence[Block]) -> str:
        for block in blocks:
            if not self._goes_on(block):
                self._finish()
                self._enter(block.levels)
            self._write(block)
        self._finish()
        self._leave(0)
        return "".join(self._parts)

    def _goes_on(self, block: Block) -> bool:
        if isinstance(block, Paragraph):
            return block.is_continued and self._unfinished == "</p>\n"
        if isinstance(block, CodePart):
            return block.part > 0 and self._unfinished == "</code></pre>\n"
        return isinstance(block, TableRow) and block.row > 0 and self._unfinished == "</tbody></table>\n"

    def _finish(self) -> None:
        self._parts.append(self._unfinished)
        self._unfinished = ""

    # --- containers -------------------------------------------------------------------------------------------

    def _enter(self, levels: Sequence[Level]) -> None:
        kept = 0
        while kept < min(len(levels), len(self._open)):
            level, (kind, _) = levels[kept], self._open[kept]
            if level.kind is not kind or level.is_first:
                break
            kept += 1
        is_next_item = (
            kept < min(len(levels), len(self._open))
            and levels[kept].kind is LevelKind.ITEM
            and self._open[kept] == (LevelKind.ITEM, _list_tag(levels[kept]))
        )
        self._leave(kept + 1 if is_next_item else kept)
        if is_next_item:
            self._parts.append("</li>\n" + _item(levels[kept]))
            kept += 1
        for level in levels[kept:]:
            self._parts.append(_beginning(level))
            self._open.append((level.kind, _list_tag(level)))

    def _leave(self, depth: int) -> None:
        while len(self._open) > depth:
            kind, tag = self._open.pop()
            if kind is LevelKind.ITEM:
                self._parts.append(f"</li></{tag}>\n")
            else:
                self._parts.append("</blockquote>\n" if kind is LevelKind.QUOTE else "</div>\n")

    # --- blocks -----------------------------------------------------------------------------------------------

    def _write(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._write_paragraph(block)
        elif isinstance(block, CodePart):
            self._write_code(block)
        elif isinstance(block, TableRow):
            self._write_row(block)
        elif isinstance(block, FormulaBlock):
            formula = _formula(block.latex, is_display=True) or f"<code>{escape(block.source)}</code>"
            self._parts.append(f'<div class="formula">{formula}</div>\n')
        elif isinstance(block, Rule):
            self._parts.append("<hr>\n")

    def _write_paragraph(self, block: Paragraph) -> None:
        text = _inline(block.text)
        if block.heading:
            self._parts.append(f'<h{block.heading} dir="{_direction(block.text)}">{text}</h{block.heading}>\n')
        elif self._unfinished:
            self._parts.append(text)
        elif text or not block.levels:
            self._parts.append(f'<p dir="{_direction(block.text)}">{text}')
            self._unfinished = "</p>\n"

    def _write_code(self, block: CodePart) -> None:
        if not self._unfinished:
            language = f' class="language-{escape(block.language)}"' if block.language else ""
            self._code_begin, self._code = len(self._parts), ""
            self._parts.append(f"<pre><code{language}>")
            self._unfinished = "</code></pre>\n"
        code = block.code + ("" if block.joins_next or block.is_last else "\n")
        self._code += code
        self._parts.append(escape(code, quote=False))
        svg = svg_in_code(self._code, block.language) if block.is_last else None
        if svg is not None:
            self._parts.insert(self._code_begin, f"{_drawing(svg)}<details><summary>SVG</summary>")
            self._unfinished += "</details>\n"

    def _write_row(self, block: TableRow) -> None:
        tag = "th" if block.row == 0 else "td"
        cells = "".join(
            f'<{tag} dir="{_direction(cell)}"{_ALIGNED[alignment]}>{_inline(cell)}</{tag}>'
            for cell, alignment in zip(block.cells, block.alignments, strict=False)
        )
        row = f"<tr>{cells}</tr>\n"
        if not self._unfinished:
            self._parts.append("<table>")
            row = f"<thead>{row}</thead><tbody>" if block.row == 0 else f"<tbody>{row}"
            self._unfinished = "</tbody></table>\n"
        self._parts.append(row)


def _list_tag(level: Level) -> str:
    if level.kind is not LevelKind.ITEM:
        return ""
    return "ol" if _NUMBER.fullmatch(level.marker) else "ul"


def _beginning(level: Level) -> str:
    if level.kind is LevelKind.QUOTE:
        return "<blockquote>\n"
    if level.kind is LevelKind.FOOTNOTE:
        return f'<div class="footnote"><sup>{escape(level.marker)}</sup>\n'
    return f"<{_list_tag(level)}>{_item(level)}"


def _item(level: Level) -> str:
    number = _NUMBER.fullmatch(level.marker)
    if number:
        return f'<li value="{int(number[1])}">'
    is_task = level.marker in (UNTICKED, TICKED)
    return f'<li class="task" data-mark="{level.marker}">' if is_task else "<li>"


def _direction(rich: RichText) -> str:
    if runs_right_to_left(rich):
        return "rtl"
    return "ltr" if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in rich.text) else "auto"


def _inline(rich: RichText) -> str:
    pieces: list[str] = []
    at = 0
    for span in rich.spans:
        pieces += [_text(rich.text[at : span.start]), _styled(rich.text[span.start : span.end], span)]
        at = span.end
    pieces.append(_text(rich.text[at:]))
    return "".join(pieces)


def _text(text: str) -> str:
    return escape(text, quote=False).replace(LINE_BREAK, "<br>").replace("\u2060", "")


def _styled(text: str, span: Span) -> str:
    if span.style & SpanStyle.FORMULA:
        is_display = bool(span.style & SpanStyle.DISPLAY)
        return _formula(span.target, is_display=is_display) or f"<code>{escape(span.formula_source)}</code>"
    if span.style & SpanStyle.FOOTNOTE:
        return f"<sup>{_text(text)}</sup>"
    written = _text(text)
    for style, tag in _TAGS:
        if span.style & style:
            written = f"<{tag}>{written}</{tag}>"
    if span.style & SpanStyle.IMAGE:
        return f'<span class="picture">{written}</span>'
    if span.style & SpanStyle.LINK:
        return f'<a href="{escape(span.target)}" rel="noopener noreferrer">{written}</a>'
    return written


def _drawing(svg: CheckedSvg) -> str:
    """Return a picture that a model wrote: as an image, which can reach nothing of the page."""
    widest, tallest = _LARGEST_PICTURE_PX
    width = round(min(widest, tallest * svg.width / svg.height))
    data = base64.b64encode(svg.text.encode()).decode()
    return f'<p class="drawing"><img src="data:image/svg+xml;base64,{data}" alt="SVG" width="{width}"></p>\n'


@functools.lru_cache(maxsize=_KEPT_FORMULAS)
def _formula(latex: str, *, is_display: bool) -> str:
    """Return a formula as an SVG element on the line's baseline; nothing if it cannot be set."""
    formula = set_formula(latex, is_display=is_display)
    found = _SVG.search(formula.svg) if formula is not None else None
    if formula is None or found is None:
        return ""
    height = formula.ascent_em + formula.descent_em
    place = f"width:{formula.width_em:.3f}em;height:{height:.3f}em;vertical-align:{-formula.descent_em:.3f}em"
    shapes = found[2].replace(INK, "currentColor")
    return f'<svg role="img" aria-label="{escape(latex)}" viewBox="{found[1]}" style="{place}">{shapes}</svg>'
