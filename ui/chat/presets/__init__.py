"""Ways of working: system prompts and sampling, given a name or kept by one conversation."""
