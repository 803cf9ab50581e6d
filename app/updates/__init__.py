"""Word of new releases: a signed file, fetched at most daily and only if the person switched it on."""
