"""How the Hub may be reached now: where it is, with which token and proxy, and whether at all."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.environment import variable
from app.hub.connection.errors import EndpointIsUnusable, OfflineSwitchIsOn, TokenIsUnusable
from app.network.addresses import is_web_address, origin

DEFAULT_ENDPOINT = "https://huggingface.co"
_ENDPOINT, _TOKEN = "HF_ENDPOINT", "HF_TOKEN"
_TRUE = {"1", "ON", "YES", "TRUE"}


@dataclass(frozen=True, slots=True)
class HubConnection:
    """Where the Hub is and how to get there. An empty `proxy` means the system's (`HTTPS_PROXY` and the like)."""

    endpoint: str = DEFAULT_ENDPOINT
    token: str = field(default="", repr=False)
    proxy: str = field(default="", repr=False)
    """May hold a password."""
    is_offline: bool = False
    endpoint_variable: str = ""
    """The variable of the environment that the endpoint stands in; empty if it is from the settings."""
    token_variable: str = ""
    """The same of the token."""

    def __post_init__(self) -> None:
        endpoint = self.endpoint.strip() or DEFAULT_ENDPOINT
        has_scheme = "://" in endpoint
        object.__setattr__(self, "endpoint", ("" if has_scheme else "https://") + endpoint.rstrip("/"))
        object.__setattr__(self, "token", self.token.strip())

    @classmethod
    def from_environment(
        cls,
        environment: Mapping[str, str] = os.environ,
        *,
        endpoint: str = "",
        proxy: str = "",
        token: str = "",
        is_offline: bool = False,
    ) -> HubConnection:
        """Return what settings and environment say together; `HF_ENDPOINT` and `HF_TOKEN` win over the settings."""
        own_endpoint, own_token = variable(environment, _ENDPOINT), variable(environment, _TOKEN)
        return cls(
            endpoint=own_endpoint or endpoint,
            token=own_token or token,
            proxy=proxy,
            is_offline=is_offline or variable(environment, "HF_HUB_OFFLINE").upper() in _TRUE,
            endpoint_variable=_ENDPOINT if own_endpoint else "",
            token_variable=_TOKEN if own_token else "",
        )

    @property
    def host(self) -> str:
        """The Hub's name for people."""
        return origin(self.endpoint)[1] or self.endpoint

    def check(self) -> None:
        """Raise `EndpointIsUnusable` or `TokenIsUnusable` for what no request can be made with."""
        if not is_web_address(self.endpoint) or any(c.isspace() for c in self.endpoint):
            raise EndpointIsUnusable(self.endpoint, variable=self.endpoint_variable)
        if not (self.token.isascii() and self.token.isprintable()):
            raise TokenIsUnusable(self.host, variable=self.token_variable)

    def is_hub(self, url: str) -> bool:
        """Whether an address is on the Hub's own origin: the only place that the token is sent to."""
        return origin(url) == origin(self.endpoint)

    def page(self, repo: str) -> str:
        """Return the address of a model's page."""
        return f"{self.endpoint}/{repo}"


class HubAccess:
    """The connection in use. Whoever connects asks here first; the settings page changes it at any time.

    Every thread may call.
    """

    def __init__(self, connection: HubConnection) -> None:
        self._lock = threading.Lock()
        self._connection = connection

    @property
    def connection(self) -> HubConnection:
        """The connection as set, also when it is offline."""
        return self._connection

    def require(self) -> HubConnection:
        """Return the connection to use; raises `OfflineSwitchIsOn`, `EndpointIsUnusable` and `TokenIsUnusable`."""
        self.check_online()
        connection = self._connection
        connection.check()
        return connection

    def check_online(self) -> None:
        """Raise `OfflineSwitchIsOn` if nothing may connect."""
        if self._connection.is_offline:
            raise OfflineSwitchIsOn

    def change(self, connection: HubConnection) -> None:
        """Use another connection from now on; running transfers notice the offline switch at their next chunk."""
        with self._lock:
            self._connection = connection

    def set_token(self, token: str) -> None:
        """Use this token from now on."""
        with self._lock:
            self._connection = replace(self._connection, token=token, token_variable="")

    def set_offline(self, *, is_offline: bool) -> None:
        with self._lock:
            self._connection = replace(self._connection, is_offline=is_offline)
