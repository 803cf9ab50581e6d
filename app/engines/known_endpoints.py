"""The servers of models that a person has kept: their addresses, and what was found of how each is spoken to.

A key lies in the system's keyring and nowhere else; the file says only that there is one, so that the keyring is not
asked without need. A key is given out for the address that it was kept for, and for no other.
"""

from __future__ import annotations

import contextlib
import re
import urllib.parse
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from app.atomic_write import only_writer, read_list, write_atomically
from app.engines.endpoint_call import EndpointAccess
from app.engines.endpoint_profile import Dialect, ModelProfile, Prefill, SendsBack, ThinkingSwitch, ThoughtsOut
from app.engines.errors import EndpointNameIsTaken, EndpointsAreDamaged, EndpointsNotSaved, NoSuchEndpoint
from app.hub.connection.token_store import TokenStore
from app.settings import Settings
from app.settings.addresses import is_this_computer

_SERVICE = "Aside servers"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}\Z")


class Corrections(msgspec.Struct, frozen=True, omit_defaults=True):
    """What holds in the place of what was found; `None` leaves that."""

    thoughts: ThoughtsOut | None = None
    sends_back: SendsBack | None = None
    switch: ThinkingSwitch | None = None
    budget: str | None = None
    prefill: Prefill | None = None
    context: int | None = None
    thinks: bool | None = None

    def applied_to(self, found: ModelProfile) -> ModelProfile:
        """Return what is known of a model with these."""
        names = ("thoughts", "sends_back", "switch", "budget", "prefill")
        changes = {name: value for name in names if (value := getattr(self, name)) is not None}
        server = msgspec.structs.replace(found.server, **changes)
        keeps_levels = self.switch is None
        return replace(
            found,
            server=server,
            context=self.context or found.context,
            thinks=found.thinks if self.thinks is None else self.thinks,
            controls=found.controls if keeps_levels else None,
            levels=found.levels if keeps_levels else None,
        )


class KeptEndpoint(msgspec.Struct, frozen=True, omit_defaults=True):
    """One server."""

    name: str
    url: str
    dialect: Dialect = Dialect.OTHER
    has_key: bool = False
    by_hand: Corrections = msgspec.field(default_factory=Corrections)
    tried: dict[str, Corrections] = msgspec.field(default_factory=dict)
    """What test turns have shown, by model."""
    may_be_asked: bool = False
    """Whether somebody has said in the window that what is asked there may go to this server."""

    @property
    def is_allowed(self) -> bool:
        """Whether the window may ask it: one on this computer always."""
        return self.may_be_asked or is_this_computer(self.url)

    def adjusted(self, found: ModelProfile) -> ModelProfile:
        """Return what is known of a model with what test turns have shown, and above that what was set by hand."""
        return self.by_hand.applied_to(self.tried.get(found.name, Corrections()).applied_to(found))


class KnownEndpoints:
    """Keeps the servers in the file `path`, and their keys in the keyring.

    Raises `EndpointsAreDamaged` where the list is needed; an address is asked without it.

    `environment_key` is a key for this run of the program: it goes to a server without one of its own that is asked.
    """

    def __init__(self, path: Path, *, keys: TokenStore | None = None, environment_key: str = "") -> None:
        self._path = path
        self._keys = keys or TokenStore(service=_SERVICE)
        self._environment_key = environment_key
        self._until_the_end: set[str] = set()
        """Addresses whose key no keyring took: it is kept in memory."""

    def list(self) -> tuple[KeptEndpoint, ...]:
        """Return all, in the order in which they were added."""
        try:
            return msgspec.json.decode(read_list(self._path), type=tuple[KeptEndpoint, ...])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise EndpointsAreDamaged(self._path, details=str(error)) from error

    def named(self, name: str) -> KeptEndpoint:
        """Return the one of this name; raises `NoSuchEndpoint`."""
        kept = self.list()
        found = next((one for one in kept if one.name == name), None)
        if found is None:
            raise NoSuchEndpoint(name=name, names=[one.name for one in kept])
        return found

    def at(self, address: str) -> KeptEndpoint | None:
        """Return the one at this address, if it is kept and the list can be read: what is asked there needs no list."""
        try:
            return next((one for one in self.list() if one.url == address), None)
        except EndpointsAreDamaged:
            return None

    def add(self, kept: KeptEndpoint, *, key: str = "") -> KeptEndpoint:
        """Keep a server, in the place of the one at its address, and its key if there is one to keep.

        Returns it as it is kept now: without `has_key` no keyring took the key. Raises `EndpointNameIsTaken` and
        `EndpointsNotSaved`.
        """
        with self._changing():
            there = self.list()
            taken = next((one for one in there if one.name == kept.name and one.url != kept.url), None)
            if taken is not None:
                raise EndpointNameIsTaken(name=kept.name, endpoint=taken.url)
            if key:
                kept = msgspec.structs.replace(kept, has_key=self._keys.save(kept.url, key))
                (self._until_the_end.discard if kept.has_key else self._until_the_end.add)(kept.url)
            known = any(one.url == kept.url for one in there)
            self._write((*(kept if one.url == kept.url else one for one in there), *(() if known else (kept,))))
        return kept

    def remove(self, name: str) -> KeptEndpoint:
        """Forget a server and its key; returns what it was. Raises `NoSuchEndpoint` and `EndpointsNotSaved`."""
        gone = self.named(name)
        with self._changing():
            self._write(one for one in self.list() if one.name != name)
        if gone.has_key or gone.url in self._until_the_end:
            self._until_the_end.discard(gone.url)
            self._keys.forget(gone.url)
        return gone

    def key(self, address: str) -> str:
        """Return the key for an address; empty if there is none."""
        kept = self.at(address)
        has_key = kept is not None and (kept.has_key or address in self._until_the_end)
        return (self._keys.load(address) if has_key else "") or self._environment_key

    def adjusted(self, address: str, found: ModelProfile) -> ModelProfile:
        """Return what is known of a model of the server at an address: with what is kept of that, if it is kept."""
        kept = self.at(address)
        return kept.adjusted(found) if kept is not None else found

    def free_name(self, address: str, dialect: Dialect) -> str:
        """Return a name for a server: that of its computer, or of what speaks there."""
        host = urllib.parse.urlsplit(address).hostname or ""
        first = host.partition(".")[0]
        name = first if is_name(first) and not first.isdecimal() and host != "localhost" else dialect.value
        taken = {one.name for one in self.list() if one.url != address}
        return next(one for one in (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)

    def access(self, settings: Callable[[], Settings]) -> EndpointAccess:
        """Return how servers may be reached, by the settings as they are then."""
        return EndpointAccess(key=self.key, is_offline=lambda: settings().stay_offline, proxy=lambda: settings().proxy)

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        try:
            with only_writer(self._path):
                yield
        except OSError as error:
            raise EndpointsNotSaved(self._path, details=str(error)) from error

    def _write(self, kept: Iterable[KeptEndpoint]) -> None:
        write_atomically(self._path, msgspec.json.format(msgspec.json.encode(tuple(kept))))


def is_name(text: str) -> bool:
    """Whether a server can be called this."""
    return _NAME.match(text) is not None
