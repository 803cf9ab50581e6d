"""Which model is meant, wherever it runs."""

from __future__ import annotations

import re
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

    @property
    def title(self) -> str:
        """What it is called: of a path, as some servers name their files, the last part."""
        return re.split(r"[/\\]", self.name)[-1] if re.match(r"/|[A-Za-z]:", self.name) else self.name


ModelRef = LocalFile | Remote


@dataclass(frozen=True, slots=True)
class NamedModel:
    """A model, and what it is called."""

    model: ModelRef
    name: str
