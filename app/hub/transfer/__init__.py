"""Downloads: planned, queued, fetched in ranges, checked and put in place; and what the disk says to it."""
