"""Addresses inside: of this computer and of the networks it is in, which pages from outside must not lead to."""

from __future__ import annotations

import ipaddress
import socket


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
