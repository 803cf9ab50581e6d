"""Files that people put into a question: their text, their size in tokens, and why one is refused."""
