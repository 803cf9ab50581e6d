"""A page of search results."""

from __future__ import annotations

from dataclasses import dataclass

from app.hub.catalogue.hub_model import HubModel


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found, and where the next page is: give `cursor` to `Catalogue.search` again; empty at the end."""

    models: tuple[HubModel, ...]
    cursor: str = ""
