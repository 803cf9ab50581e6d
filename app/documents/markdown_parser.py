"""The one configuration of the Markdown parser: CommonMark, GFM, footnotes and formulas; no HTML."""

from __future__ import annotations

import functools

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from app.documents.footnote_rules import install_footnotes
from app.documents.math_rules import install_math
from app.documents.text_cuts import is_beyond_reading

DEEPEST = 10
"""Levels of nesting that are read; Python's stack bounds them. `GrowingDocument` shows what is deeper as text."""


@functools.cache
def markdown_parser() -> MarkdownIt:
    """Return the parser, which keeps nothing between two texts.

    HTML is text to it, and addresses are checked by whoever makes links of them.
    """
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST * 4})
    parser.enable(["table", "strikethrough"])
    parser.disable(["html_block", "html_inline"])
    parser.use(gfm_autolink_plugin)
    install_footnotes(parser)
    install_math(parser)
    parser.core.ruler.at("inline", _inline_within_bounds)
    return parser


def _inline_within_bounds(state: StateCore) -> None:
    """Read the text of paragraphs; what no person wrote, and would take long to read, stays as it is."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if token.children is None:
            token.children = []
        if is_beyond_reading(token.content):
            token.children.append(Token("text", "", 0, content=token.content.replace("\n", " ")))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)
