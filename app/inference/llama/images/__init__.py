"""The part of a model that sees: which one is loaded, and how a picture becomes what the model reads."""
