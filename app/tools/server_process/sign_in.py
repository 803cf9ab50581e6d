"""Signing in to a server whose address asks for it, by OAuth: the SDK's flow, with what only we can add.

The person is asked before anything is opened. The browser comes back to a port of this computer, which is open only as
long as somebody signs in, and stays the same, since servers register it. Tokens go to the app, which has a keyring.
"""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable

import anyio.to_thread
import msgspec
from mcp.client.auth import OAuthClientProvider
from mcp.client.auth.oauth2 import OAuthContext
from mcp.shared.auth import (
    AuthorizationCodeResult,
    OAuthClientInformationFull,
    OAuthClientMetadata,
    OAuthMetadata,
    OAuthToken,
)
from mcp.shared.auth_utils import calculate_token_expiry
from pydantic import AnyUrl, ValidationError

from app.network.addresses import is_web_address
from app.network.way_back import WayBack

_PATIENCE_S = 300.0


class SignInFailed(Exception):
    """Nobody has signed in; the text is half a sentence."""


class KeptSignIn(msgspec.Struct, frozen=True):
    """What the keyring has of a server: tokens, as whom the app is registered, and where, as JSON each."""

    tokens: str = ""
    client: str = ""
    metadata: str = ""
    """Where tokens are renewed, as the server they come from says."""
    expires_at: float | None = None


def provider_for(
    url: str, kept: str, *, ask: Callable[[str], Awaitable[bool]], keep: Callable[[str], None]
) -> tuple[OAuthClientProvider, WayBack]:
    """Return what signs requests to an address in, and the way back from the browser, which is to be closed.

    `kept` is what `keep` was called with the last time, or empty. `ask` returns whether the person wants to sign in.
    """
    storage = _Storage(kept, keep)
    back = WayBack(storage.port)
    if back.port != storage.port:
        storage.forget_client()  # it is registered with another way back
    metadata = OAuthClientMetadata(
        client_name="Aside", redirect_uris=[AnyUrl(back.address)], token_endpoint_auth_method="none"
    )

    async def lead_there(address: str) -> None:
        if not is_web_address(address):
            raise SignInFailed("the address to sign in at is none of the web")
        back.open()
        if not await ask(address):
            back.close()
            raise SignInFailed("it asks to sign in, and nobody has agreed to that")

    async def come_back() -> AuthorizationCodeResult:
        try:
            brought = await anyio.to_thread.run_sync(back.wait, _PATIENCE_S, abandon_on_cancel=True)
        except TimeoutError:
            raise SignInFailed(f"nobody signed in within {_PATIENCE_S / 60:.0f} minutes") from None
        if "code" not in brought:
            raise SignInFailed(f"signing in failed: {brought.get('error_description', brought['error'])[:200]}")
        return AuthorizationCodeResult(code=brought["code"], state=brought.get("state"), iss=brought.get("iss"))

    provider = OAuthClientProvider(url, metadata, storage, lead_there, come_back)
    storage.prepare(provider.context)
    return provider, back


class _Storage:
    """What the SDK keeps tokens in."""

    def __init__(self, kept: str, keep: Callable[[str], None]) -> None:
        try:
            self._kept = msgspec.json.decode(kept, type=KeptSignIn) if kept else KeptSignIn()
        except msgspec.MsgspecError:
            self._kept = KeptSignIn()
        self._keep = keep
        self._context: OAuthContext | None = None

    @property
    def port(self) -> int:
        """The port that was registered, 0 for none."""
        client = self._client()
        addresses = client.redirect_uris if client is not None else None
        return (addresses[0].port or 0) if addresses else 0

    def forget_client(self) -> None:
        self._kept = KeptSignIn()

    def prepare(self, context: OAuthContext) -> None:
        """Tell a context what the SDK does not ask for: without it expired tokens are not renewed, or elsewhere."""
        self._context = context
        context.token_expiry_time = self._kept.expires_at
        with contextlib.suppress(ValidationError):
            if self._kept.metadata:
                context.oauth_metadata = OAuthMetadata.model_validate_json(self._kept.metadata)

    async def get_tokens(self) -> OAuthToken | None:
        with contextlib.suppress(ValidationError):
            return OAuthToken.model_validate_json(self._kept.tokens) if self._kept.tokens else None
        return None

    async def set_tokens(self, tokens: OAuthToken) -> None:
        told = self._context.oauth_metadata if self._context is not None else None
        self._put(
            tokens=tokens.model_dump_json(exclude_none=True),
            metadata=told.model_dump_json(exclude_none=True) if told is not None else "",
            expires_at=calculate_token_expiry(tokens.expires_in),
        )

    async def get_client_info(self) -> OAuthClientInformationFull | None:
        return self._client()

    async def set_client_info(self, client_info: OAuthClientInformationFull) -> None:
        self._put(client=client_info.model_dump_json(exclude_none=True))

    def _client(self) -> OAuthClientInformationFull | None:
        with contextlib.suppress(ValidationError):
            return OAuthClientInformationFull.model_validate_json(self._kept.client) if self._kept.client else None
        return None

    def _put(self, **changes: str | float | None) -> None:
        self._kept = msgspec.structs.replace(self._kept, **changes)
        if self._kept.tokens:
            self._keep(msgspec.json.encode(self._kept).decode())
