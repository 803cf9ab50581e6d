"""Conversations out to files and in from files, ours and other apps'."""
