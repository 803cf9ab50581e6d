"""The question that is being written: its text, its files, and how much of the context it will take."""
