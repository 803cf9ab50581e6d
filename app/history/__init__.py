"""Conversations and their tree of messages in SQLite; the only room that speaks SQL."""
