"""Tools that a model may call: Aside's own, and those of MCP servers, which a process of their own speaks to."""
