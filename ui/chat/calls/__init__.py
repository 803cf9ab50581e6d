"""Calls of tools that wait for the person, or are carried out, as cards beside the thought and above the answer."""
