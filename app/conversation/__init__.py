"""A conversation at work: prompt building, turns, and the session that sends, stops and regenerates."""
