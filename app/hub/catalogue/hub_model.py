"""A repository on the Hub, as a search finds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HubModel:
    """One row of a search. Numbers that the Hub does not give are `None`, texts empty."""

    repo: str
    downloads: int = 0
    likes: int = 0
    last_modified: str = ""
    """As the Hub writes it: `2026-08-01T12:00:00.000Z`."""
    is_gated: bool = False
    licence: str = ""
    """The Hub's identifier, such as `apache-2.0`."""
    architecture: str = ""
    parameters: int | None = None
    context_length: int | None = None
    thinks: bool | None = None
    """From the chat template; `None` if the Hub does not show it."""
    thinking_format: str = ""
    """For people, such as `<think> tags`."""
    commit: str = ""
    tags: tuple[str, ...] = ()
    base_model: str = ""

    @property
    def owner(self) -> str:
        """Who published it."""
        return self.repo.split("/")[0]

    @property
    def name(self) -> str:
        """Its name without the owner."""
        return self.repo.split("/")[-1]
