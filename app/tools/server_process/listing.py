"""What a server offers, asked page by page and bounded: it may tell of any number, at any length."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

import mcp.types as types
from mcp.shared.exceptions import MCPError

from app.tools.server_process.bounded_messages import FAULT
from app.tools.server_process.messages import (
    PromptArgument,
    ServerListing,
    ServerPrompt,
    ServerResource,
    ServerTool,
)

if TYPE_CHECKING:
    from mcp.client.client import Client

_MOST_PAGES = 50
_MOST_TOOLS = 1_000
_MOST_OTHERS = 2_000
_MOST_ARGUMENTS = 50
_LONGEST_NAME = 200
_LONGEST_ADDRESS = 2_000
_LONGEST_DESCRIPTION = 4_000
_LONGEST_SCHEMA = 50_000
_LONGEST_IN_ALL = 4_000_000
_ANY = '{"type": "object"}'


class _Page(Protocol):
    next_cursor: str | None


P = TypeVar("P", bound=_Page)


async def listing_of(client: Client) -> ServerListing:
    """Return what an open server offers. Raises `MCPError` where it cannot list its tools; other lists are empty."""
    can = client.server_capabilities
    tools: list[types.Tool] = []
    resources: list[types.Resource] = []
    prompts: list[types.Prompt] = []
    if can.tools is not None:
        await _read_pages(lambda at: client.list_tools(cursor=at), lambda one: tools.extend(one.tools))
    if can.resources is not None:
        with contextlib.suppress(MCPError):
            await _read_pages(
                lambda at: client.list_resources(cursor=at), lambda page: resources.extend(page.resources)
            )
    if can.prompts is not None:
        with contextlib.suppress(MCPError):
            await _read_pages(lambda at: client.list_prompts(cursor=at), lambda one: prompts.extend(one.prompts))
    named = [tool for tool in tools[:_MOST_TOOLS] if len(tool.name) <= _LONGEST_NAME]
    faults = [_fault(tool) for tool in named]
    return ServerListing(
        _bounded([_tool(tool) for tool, fault in zip(named, faults, strict=True) if not fault]),
        tuple(map(_resource, resources[:_MOST_OTHERS])),
        tuple(map(_prompt, prompts[:_MOST_OTHERS])),
        tuple(f"{tool.name}: {fault}" for tool, fault in zip(named, faults, strict=True) if fault),
    )


async def _read_pages(ask: Callable[[str | None], Awaitable[P]], take: Callable[[P], None]) -> None:
    cursor: str | None = None
    for _ in range(_MOST_PAGES):
        page = await ask(cursor)
        take(page)
        cursor = page.next_cursor
        if not cursor:
            return


def _bounded(tools: list[ServerTool]) -> tuple[ServerTool, ...]:
    """Return tools of which the last have no schema told where all together would be too long."""
    left, bounded = _LONGEST_IN_ALL, []
    for tool in tools:
        left -= len(tool.parameters) + len(tool.description)
        bounded.append(tool if left > 0 else ServerTool(tool.name, tool.description[:200], _ANY))
    return tuple(bounded)


def _fault(tool: types.Tool) -> str:
    """Return what is wrong with how a tool says it is to be called, in the words of the protocol; empty for nothing."""
    return str((tool.meta or {}).get(FAULT, ""))


def _tool(tool: types.Tool) -> ServerTool:
    schema = json.dumps(tool.input_schema)
    return ServerTool(
        tool.name,
        (tool.description or tool.title or "")[:_LONGEST_DESCRIPTION],
        schema if len(schema) <= _LONGEST_SCHEMA else _ANY,
    )


def _resource(resource: types.Resource) -> ServerResource:
    return ServerResource(
        str(resource.uri)[:_LONGEST_ADDRESS],
        (resource.title or resource.name)[:_LONGEST_NAME],
        (resource.description or "")[:_LONGEST_DESCRIPTION],
        (resource.mime_type or "")[:_LONGEST_NAME],
    )


def _prompt(prompt: types.Prompt) -> ServerPrompt:
    arguments = [
        PromptArgument(one.name[:_LONGEST_NAME], (one.description or "")[:_LONGEST_DESCRIPTION], bool(one.required))
        for one in (prompt.arguments or [])[:_MOST_ARGUMENTS]
    ]
    return ServerPrompt(
        prompt.name[:_LONGEST_NAME], (prompt.description or prompt.title or "")[:_LONGEST_DESCRIPTION], tuple(arguments)
    )
