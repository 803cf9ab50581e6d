"""From a request to prompt tokens, and how the loaded model thinks."""
