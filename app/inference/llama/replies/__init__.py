"""Runs: questions that become replies, each with its steering, in one batch."""
