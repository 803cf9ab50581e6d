"""The tab Tools: what models may call, Aside's own tools and those of servers."""
