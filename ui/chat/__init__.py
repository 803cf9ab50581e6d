"""The chat: conversation list, transcript, thinking pane, composer, header."""
