"""What this machine has, and whether a model with a context fits into it."""
