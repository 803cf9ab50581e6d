"""Which model is chosen, and what it is doing."""
