"""Models to be found on the Hub, and the page of one of them."""
