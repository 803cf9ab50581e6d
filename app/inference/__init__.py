"""The engine: a typed protocol, the parent's client and the child process that runs the model."""
