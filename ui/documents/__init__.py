"""Answers as documents: Markdown blocks, highlighted code and formulas, laid out and painted."""
