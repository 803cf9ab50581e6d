"""What the person may enter as a mirror of the Hub, as a proxy or as a server of models, brought into one form."""

from __future__ import annotations

import contextlib
import ipaddress
import urllib.parse

from app.settings.errors import AddressIsInvalid
from app.text import translatable

_LONGEST = 2000


def checked_mirror(text: str) -> str:
    """Return the mirror's address without a slash at its end; empty for none. Raises `AddressIsInvalid`."""
    text = text.strip()
    if not text:
        return ""
    parts = _split(text if "://" in text else f"https://{text}")
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        raise AddressIsInvalid(
            translatable("This is not the address of a mirror."),
            translatable("Enter an address such as https://hub.example.org."),
        )
    if parts.username or parts.password:
        raise AddressIsInvalid(
            translatable("A mirror's address cannot hold a password."),
            translatable("Leave out what stands before the @."),
        )
    if parts.scheme == "http" and not _is_this_computer(host):
        raise AddressIsInvalid(
            translatable("A mirror must be reached over https://, so that nobody on the way can change a model."),
            translatable("Only a mirror on this computer may begin with http://."),
        )
    return urllib.parse.urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/"), "", ""))


def checked_proxy(text: str) -> str:
    """Return the proxy's address, http:// put before it where nothing stands; empty for none.

    Raises `AddressIsInvalid`.
    """
    text = text.strip()
    if not text:
        return ""
    parts = _split(text if "://" in text else f"http://{text}")
    if parts.scheme.startswith("socks"):
        raise AddressIsInvalid(
            translatable("SOCKS proxies cannot be used."),
            translatable("Enter an HTTP proxy, such as http://proxy.example.org:3128."),
        )
    if parts.scheme not in ("http", "https") or parts.path.strip("/") or parts.query or parts.fragment:
        raise AddressIsInvalid(
            translatable("This is not the address of a proxy."),
            translatable("Enter an address such as http://proxy.example.org:3128."),
        )
    return urllib.parse.urlunsplit((parts.scheme, parts.netloc, "", "", ""))


def checked_server(text: str) -> str:
    """Return the address of a server of models, without `/v1` and what may stand behind it.

    Where no scheme is given it is http:// on this computer and for plain addresses of a network, else https://.
    Raises `AddressIsInvalid`.
    """
    text = text.strip()
    if "://" not in text:
        host = _split(f"http://{text}").hostname or ""
        text = f"{'http' if _is_near(host) else 'https'}://{text}"
    parts = _split(text)
    if parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        raise AddressIsInvalid(
            translatable("This is not the address of a server."),
            translatable("Enter an address such as http://192.168.1.20:8080."),
        )
    if parts.username is not None or parts.password is not None:
        raise AddressIsInvalid(
            translatable("A server's address cannot hold a password."),
            translatable("Leave out what stands before the @; a key is given apart."),
        )
    path = parts.path.rstrip("/")
    for end in ("/chat/completions", "/models", "/v1"):
        path = path.removesuffix(end).rstrip("/")
    return urllib.parse.urlunsplit((parts.scheme, parts.netloc.lower(), path, "", ""))


def is_this_computer(address: str) -> bool:
    """Whether what is sent to an address stays on this computer."""
    try:
        return _is_this_computer(urllib.parse.urlsplit(address).hostname or "")
    except ValueError:
        return False


def _split(text: str) -> urllib.parse.SplitResult:
    try:
        parts = urllib.parse.urlsplit(text)
        is_sound = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        is_sound = False
    if not is_sound or len(text) > _LONGEST or not text.isprintable() or " " in text:
        raise AddressIsInvalid(
            translatable("This is not an address."), translatable("Enter an address such as https://example.org.")
        )
    return parts


def _is_this_computer(host: str) -> bool:
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


def _is_near(host: str) -> bool:
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_private
    return host == "localhost" or "." not in host
