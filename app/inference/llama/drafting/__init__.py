"""Tokens guessed ahead and decoded together: where guesses come from, and when they pay."""
