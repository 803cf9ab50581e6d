"""A context's memory: sequences, what of them is kept, on disk too, and the batch that decodes them together."""
