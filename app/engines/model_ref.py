"""Which model is meant, wherever it runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A GGUF file on this computer, the first of a set."""

    path: str


@dataclass(frozen=True, slots=True)
class Remote:
    """A model that a server has; `endpoint` is the server's address up to and without `/v1`."""

    endpoint: str
    name: str


ModelRef = LocalFile | Remote
