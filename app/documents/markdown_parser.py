"""The one configuration of the Markdown parser: CommonMark, GFM, footnotes and formulas; no HTML."""

from __future__ import annotations

from markdown_it import MarkdownIt
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from app.documents.footnote_rules import install_footnotes
from app.documents.math_rules import install_math

DEEPEST = 24
"""Levels of nesting that are read; Python's stack bounds them. `GrowingDocument` shows what is deeper as text."""


def markdown_parser() -> MarkdownIt:
    """Return a new parser. HTML is text to it, and addresses are checked by whoever makes links of them."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST * 4})
    parser.enable(["table", "strikethrough"])
    parser.disable(["html_block", "html_inline"])
    parser.use(gfm_autolink_plugin)
    install_footnotes(parser)
    install_math(parser)
    return parser
