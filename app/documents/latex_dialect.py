"""LaTeX as models write it, put into the words that ziamath knows."""

from __future__ import annotations


class UnsupportedLatex(Exception):
    """The formula holds something that would be set wrongly."""


def to_supported_latex(latex: str) -> str:
    """Return the same formula in the supported words."""
    if len(latex) > 3000:
        raise UnsupportedLatex(latex[:40])
    return latex
