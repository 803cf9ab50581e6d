"""Words found: in all conversations, and in the one that is shown."""
