"""Markdown as values: a document is a list of blocks, found as the text streams in. Knows no Qt."""
