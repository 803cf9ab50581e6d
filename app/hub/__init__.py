"""Models: the library on this computer, and later the Hugging Face Hub. The only room that imports huggingface_hub."""
