"""The tools process: a child of its own that speaks to MCP servers, and the only place that imports `mcp`."""
