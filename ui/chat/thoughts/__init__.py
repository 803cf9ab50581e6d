"""How a thought is shown, in the pane or above its answer: as it grows, when it is over, and while it is edited."""
