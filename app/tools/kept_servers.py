"""The MCP servers that a person has added, in one file; what is secret of them lies in the keyring.

Secret is every header, and of the environment what is named like a secret. The file has their names only. Where no
keyring takes them they are looked for under the same name in the environment that Aside was started with.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from app.atomic_write import only_writer, read_list, write_atomically
from app.hub.connection.token_store import TokenStore
from app.network.addresses import is_web_address
from app.settings.file import forgiven
from app.tools.errors import (
    NoSuchTool,
    NoToolServersFound,
    ToolServerNameIsTaken,
    ToolServersAreDamaged,
    ToolServersNotSaved,
)
from app.tools.person_environment import environment_for_others

OWN_NAMES = ("calculate", "today", "python", "fetch")
_SERVICE = "Aside tools"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}\Z")
_SECRET = re.compile(r"key|token|secret|passw|pwd|auth|credential|cookie|session|dsn|database_url", re.IGNORECASE)
_SECRET_VALUE = re.compile(
    r"(?:sk|pk|rk|ghp|gho|ghs|github_pat|glpat|xox[abprs]|hf|pat|AKIA|AIza|ya29|eyJ)[-_.]?[\w.-]{12,}\Z|[\w-]{32,}\Z"
    r"|Bearer .|.*://[^/\s:]*:[^/\s@]+@"
)
"""A value that is secret, whatever it is called: a token of a known kind, a long one, an address with a password."""
_PLACEHOLDER = re.compile(r"\$\{(?:env:)?(\w+)\}")
_SERVERS_STAND_IN = ("mcp", "mcpServers", "servers", "context_servers")
_LONGEST_PASTED = 16 << 20
_MOST_PASTED = 200


class KeptServer(msgspec.Struct, frozen=True, omit_defaults=True):
    """One server: a command with its arguments, or an address.

    `environment` and `headers` are what is set for it; of those named in `secrets` the value is empty here.
    """

    name: str
    command: tuple[str, ...] = ()
    url: str = ""
    environment: dict[str, str] = msgspec.field(default_factory=dict)
    headers: dict[str, str] = msgspec.field(default_factory=dict)
    secrets: tuple[str, ...] = ()
    folder: str = ""
    """The one it is started in; empty for the home."""
    is_signed_in: bool = False
    """Whether somebody has signed in to its address: the keyring has what for."""

    @property
    def target(self) -> str:
        """What people know it by: its command or address."""
        return self.url or " ".join(self.command)


class KeptServers:
    """Keeps servers in the file `path`; any thread may call. Raises `ToolServersAreDamaged`, `ToolServersNotSaved`."""

    def __init__(self, path: Path, *, keys: TokenStore | None = None) -> None:
        self._path = path
        self._keys = keys or TokenStore(service=_SERVICE)

    def list(self) -> tuple[KeptServer, ...]:
        """Return all, in the order in which they were added."""
        try:
            return msgspec.json.decode(read_list(self._path), type=tuple[KeptServer, ...])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise ToolServersAreDamaged(self._path, details=str(error)) from error

    def named(self, name: str) -> KeptServer:
        """Return the one of this name; raises `NoSuchTool`."""
        kept = self.list()
        found = next((one for one in kept if one.name == name), None)
        if found is None:
            raise NoSuchTool(name, [*(one.name for one in kept), *OWN_NAMES])
        return found

    def add(self, server: KeptServer) -> tuple[str, ...]:
        """Keep a server, with its secrets as yet in it; returns the names of those that no keyring took.

        Raises `ToolServerNameIsTaken`.
        """
        if server.name in OWN_NAMES:
            raise ToolServerNameIsTaken(server.name)
        secrets = {name: value for name, value in server.environment.items() if is_secret(name, value)}
        secrets |= server.headers
        plain = msgspec.structs.replace(
            server,
            environment={name: "" if name in secrets else value for name, value in server.environment.items()},
            headers=dict.fromkeys(server.headers, ""),
            secrets=tuple(secrets),
        )
        with self._changing():
            kept = self.list()
            if any(one.name == server.name for one in kept):
                raise ToolServerNameIsTaken(server.name)
            self._write((*kept, plain))
        if not secrets or self._keys.save(server.name, json.dumps(secrets)):
            return ()
        return tuple(secrets)

    def remove(self, name: str) -> KeptServer:
        """Forget a server and its secrets; returns what it was. Raises `NoSuchTool`."""
        gone = self.named(name)
        with self._changing():
            self._write(one for one in self.list() if one.name != name)
        if gone.secrets:
            self._keys.forget(name)
        if gone.is_signed_in:
            self._keys.forget(_sign_in_of(name))
        return gone

    def sign_in(self, server: KeptServer) -> str:
        """Return what a sign-in has left; empty for nothing."""
        return self._keys.load(_sign_in_of(server.name)) if server.is_signed_in else ""

    def keep_sign_in(self, name: str, kept: str) -> None:
        """Keep what a sign-in to a server has brought, or forget it with an empty text."""
        if kept:
            self._keys.save(_sign_in_of(name), kept)
        else:
            self._keys.forget(_sign_in_of(name))
        with self._changing():
            before = self.list()
            after = tuple(
                msgspec.structs.replace(one, is_signed_in=bool(kept)) if one.name == name else one for one in before
            )
            if after != before:
                self._write(after)

    def whole(self, server: KeptServer, environment: Mapping[str, str] = os.environ) -> KeptServer:
        """Return a server with its secrets, as far as they can be had, and `${NAME}` as `environment` has it."""
        secrets: dict[str, str] = {}
        if server.secrets:
            try:
                secrets = msgspec.json.decode(self._keys.load(server.name), type=dict[str, str])
            except msgspec.MsgspecError:
                secrets = {name: environment.get(name, "") for name in server.secrets}

        def told(text: str) -> str:
            if "${" not in text:
                return text
            others = environment_for_others(environment)  # ours are nobody's business
            return _PLACEHOLDER.sub(lambda found: others.get(found[1], found[0]), text)

        return msgspec.structs.replace(
            server,
            command=tuple(map(told, server.command)),
            environment={name: told(secrets.get(name, value)) for name, value in server.environment.items()},
            headers={name: told(secrets.get(name, value)) for name, value in server.headers.items()},
        )

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        try:
            with only_writer(self._path):
                yield
        except OSError as error:
            raise ToolServersNotSaved(self._path, details=str(error)) from error

    def _write(self, kept: Iterable[KeptServer]) -> None:
        write_atomically(self._path, msgspec.json.format(msgspec.json.encode(tuple(kept))))


def _sign_in_of(name: str) -> str:
    return f"{name} (signed in)"  # no server is called so


def is_secret(name: str, value: str) -> bool:
    """Whether a variable has to be kept in the keyring: by its name, or by its value."""
    return bool(value and (_SECRET.search(name) or _SECRET_VALUE.match(value)))


def is_name(text: str) -> bool:
    """Whether a server can be called this."""
    return _NAME.match(text) is not None and text not in OWN_NAMES


def pasted_servers(text: str, *, is_whole: bool = False) -> tuple[KeptServer, ...]:
    """Return the servers of settings as other apps write them, with comments and all: what stands in `mcpServers`.

    Of a text that somebody has pasted also what is only a part of such settings; not where it `is_whole`.
    Raises `NoToolServersFound`.
    """
    content = _object(text)
    if not content and not is_whole:
        content = _object("{" + text.strip().rstrip(",") + "}")
    is_named = False
    for name in _SERVERS_STAND_IN:
        inner = content.get(name)
        if isinstance(inner, dict):
            content, is_named = inner, True
    taken: set[str] = set()
    found = []
    for name, value in list(content.items())[:_MOST_PASTED] if is_named or not is_whole else ():
        server = _pasted(_free_name(name, taken), value)
        if server is not None:
            taken.add(server.name)
            found.append(server)
    if not found:
        raise NoToolServersFound
    return tuple(found)


def _object(text: str) -> dict[str, object]:
    if len(text) > _LONGEST_PASTED:
        return {}
    read = forgiven(text.encode(errors="replace"), _SERVERS_STAND_IN)
    values: dict[str, object] = {}
    for name, raw in read.values.items():
        with contextlib.suppress(msgspec.MsgspecError, RecursionError):
            values[name] = msgspec.json.decode(raw)
    return values


def _pasted(name: str, value: object) -> KeptServer | None:
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("command"), dict):  # as Zed wrote it once
        value = {**value["command"], "command": value["command"].get("path")}
    command, arguments = value.get("command"), value.get("args")
    url = next((value[key] for key in ("url", "serverUrl", "httpUrl") if isinstance(value.get(key), str)), "")
    words = command if isinstance(command, list) else [command] if isinstance(command, str) and command else []
    words = [*words, *(arguments if isinstance(arguments, list) else [])]
    if not all(isinstance(word, str | int | float) for word in words) or not (words or is_web_address(url)):
        return None
    folder = value.get("cwd")
    return KeptServer(
        name,
        command=() if url else tuple(str(word) for word in words),
        url=url,
        environment=_texts(value.get("env")),
        headers=_texts(value.get("headers") or value.get("http_headers")),
        folder=folder if isinstance(folder, str) else "",
    )


def _texts(value: object) -> dict[str, str]:
    pairs = value.items() if isinstance(value, dict) else ()
    return {str(name): str(text) for name, text in pairs if isinstance(text, str | int | float)}


def _free_name(name: str, taken: set[str]) -> str:
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-._")[:36] or "server"
    return next(one for one in (plain, *(f"{plain}-{n}" for n in range(2, 999))) if is_name(one) and one not in taken)
