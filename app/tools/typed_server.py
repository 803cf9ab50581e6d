"""A server as somebody types it: a name, a command or an address, and one secret."""

from __future__ import annotations

import os
import shlex

from app.network.addresses import is_web_address
from app.tools.errors import NoToolServerTarget, ToolServerNameIsUnusable
from app.tools.kept_servers import KeptServer, is_name


def typed_server(name: str, target: str, *, secret_name: str = "", secret: str = "") -> KeptServer:
    """Return the server. `secret_name` is a variable for a program, a header for an address.

    Raises `ToolServerNameIsUnusable` and `NoToolServerTarget`.
    """
    name, target = name.strip(), target.strip()
    if not is_name(name):
        raise ToolServerNameIsUnusable(name)
    secrets = {secret_name.strip(): secret} if secret_name.strip() else {}
    if "://" in target:
        if not is_web_address(target):
            raise NoToolServerTarget
        return KeptServer(name, url=target, headers=secrets)
    try:
        words = shlex.split(target, posix=os.name != "nt")
    except ValueError:
        words = []
    if not words:
        raise NoToolServerTarget
    return KeptServer(name, command=tuple(word.strip('"') for word in words), environment=secrets)
