"""From the names of tools that somebody has chosen to tools that can be offered."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.tools.built_in.built_in_tool import BuiltInTool
from app.tools.built_in.calculate import CALCULATE
from app.tools.built_in.fetch import fetch_tool
from app.tools.built_in.python import PYTHON
from app.tools.built_in.today import TODAY
from app.tools.errors import NoSuchTool
from app.tools.toolbox import OfferedTool, Toolbox


@dataclass(frozen=True, slots=True)
class ToolAccess:
    """Where the kept servers stand, and how the network may be used; asked anew for each call."""

    servers_file: Path
    is_offline: Callable[[], bool]
    proxy: Callable[[], str]
    question: Callable[[], str] = lambda: ""
    """What the person has written: addresses in it may be fetched wherever they are."""


def built_in_tools(access: ToolAccess) -> tuple[BuiltInTool, ...]:
    """Return Aside's own tools."""
    fetch = fetch_tool(is_offline=access.is_offline, proxy=access.proxy, question=access.question)
    return CALCULATE, TODAY, PYTHON, fetch


@contextlib.contextmanager
def chosen_tools(names: Sequence[str], access: ToolAccess) -> Iterator[Toolbox]:
    """Yield the tools of these names, each once; raises `NoSuchTool`."""
    own = {tool.spec.name: tool for tool in built_in_tools(access)}
    for name in names:
        if name not in own:
            raise NoSuchTool(name, list(own))
    toolbox = Toolbox(OfferedTool.built_in(own[name]) for name in dict.fromkeys(names))
    try:
        yield toolbox
    finally:
        toolbox.close()
