"""How the Hub is reached: who may ask it with which token, its facts and its bytes, and what failures mean."""
