"""Conversations go out and come in: exports, imports, prints, backups."""
