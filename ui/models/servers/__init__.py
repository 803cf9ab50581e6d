"""The tab Servers: what runs models elsewhere, or beside this program."""
