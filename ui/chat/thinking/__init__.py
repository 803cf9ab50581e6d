"""The thought beside the answer: the pane, the control of how much, and the ways to steer and edit it."""
