"""Joins catalogue, header, fit and library into one recommendation; filled by the model manager's issue."""
