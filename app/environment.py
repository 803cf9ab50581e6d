"""The variables of the environment that are honoured, without what slipped in around their values.

A batch file's `set HF_TOKEN=… && aside` leaves a space at the end, copying leaves line ends and quotes; the libraries
that read these variables for us end in a traceback of theirs, or look elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping

_NAMES = frozenset(
    (
        "ALL_PROXY",
        "ASIDE_ENDPOINT_KEY",
        "ASIDE_HOME",
        "HF_ENDPOINT",
        "HF_HOME",
        "HF_HUB_CACHE",
        "HF_HUB_OFFLINE",
        "HF_TOKEN",
        "HTTPS_PROXY",
        "HTTP_PROXY",
        "NO_PROXY",
        "OLLAMA_MODELS",
        "SSL_CERT_DIR",
        "SSL_CERT_FILE",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
    )
)


def tidy_environment(environment: MutableMapping[str, str] = os.environ) -> None:
    """Take white space and quotes from around the values, and values that are nothing else out; for each start."""
    for name in [name for name in environment if name.upper() in _NAMES]:
        value = environment[name]
        tidy = tidied(value)
        if not tidy:
            del environment[name]
        elif tidy != value:
            environment[name] = tidy


def variable(environment: Mapping[str, str], name: str) -> str:
    """Return a variable without what is around its value; empty if it is not set."""
    return tidied(environment.get(name, ""))


def tidied(value: str) -> str:
    """Return a value without white space and a pair of quotes around it."""
    value = value.strip().strip("\ufeff\u200b\u00a0").strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].strip()
    return value
