"""How other computers are reached: addresses taken apart, and the one HTTP client."""
