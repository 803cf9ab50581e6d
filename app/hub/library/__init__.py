"""The models on this computer: ours, and those that other apps keep."""
