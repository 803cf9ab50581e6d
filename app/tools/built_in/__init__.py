"""Aside's own tools: they compute and tell the time on this computer, and one of them fetches pages."""
