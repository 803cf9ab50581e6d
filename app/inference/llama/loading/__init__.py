"""From a model file to a model that can be asked: what goes where, in which context, and what was stepped back from."""
