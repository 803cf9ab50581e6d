"""How the next token is drawn, on the device or on the CPU, and what the model said of it."""
