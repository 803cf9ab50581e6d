"""Where the tools process begins: in the app nothing of `mcp` is imported."""

from __future__ import annotations

from multiprocessing.connection import Connection


def run_tools_process(connection: Connection) -> None:
    """Be the tools process."""
    from app.tools.server_process.child import run_child

    run_child(connection)
