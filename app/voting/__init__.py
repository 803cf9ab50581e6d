"""Voting over replies to one question: what each answers, which answers are the same, and when the vote is decided."""
