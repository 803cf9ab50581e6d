"""Models: what the Hugging Face Hub offers, their way here, and the library on this computer."""
