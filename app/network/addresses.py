"""Addresses taken apart: they come from servers and from people, and need not make sense."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urljoin, urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST_HOST = 253  # RFC 1035, section 2.3.4
_NOWHERE = ("", "", 0)


def joined(url: str, location: str) -> str:
    """Return where an answer from `url` sends us to; empty where that makes no sense."""
    try:
        return urljoin(url, location)
    except ValueError:
        return ""


def origin(url: str) -> tuple[str, str, int]:
    """Return scheme, host and port of an address; the port is 0 where the address makes no sense."""
    if not url.isprintable() or " " in url:  # `urlsplit` would take tabs and line ends out
        return _NOWHERE
    try:
        parts = urlsplit(url)
        port = DEFAULT_PORTS.get(parts.scheme, 0) if parts.port is None else parts.port
        host = (parts.hostname or "").lower()
        if len(host.encode("idna")) > _LONGEST_HOST or parts.netloc.partition("]")[2][:1] not in ("", ":"):
            return _NOWHERE
    except ValueError:  # also from labels that are empty or too long
        return _NOWHERE
    return parts.scheme, host, port


def is_web_address(url: str) -> bool:
    """Whether a request can be sent there."""
    scheme, host, port = origin(url)
    return scheme in DEFAULT_PORTS and bool(host) and bool(port)


# Addresses inside: of this computer and of the networks it is in, which pages from outside must not lead to.


def leads_inside(host: str) -> bool:
    """Whether any address of a host is of this computer, of a network of its own, or of nobody; asks the name service.

    Raises `OSError` where there is no such host.
    """
    found = socket.getaddrinfo(host.rstrip("."), None, type=socket.SOCK_STREAM)
    return any(is_inner(str(address[0])) for *_, address in found)


def is_inner(address: str) -> bool:
    """Whether an IP address is not one of the public internet."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    return is_inner(str(mapped)) if mapped is not None else not parsed.is_global or parsed.is_multicast
