"""Questions and replies in one column: the cards, what can be done with one, versions and branches."""
