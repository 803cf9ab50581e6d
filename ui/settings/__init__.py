"""The settings dialogue; filled by a later issue."""
