"""Settings: each declared once with its words and default, kept in one JSON file."""
