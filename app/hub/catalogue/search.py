"""What to search the Hub for, a repository as a search finds it, and a page of them."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class SearchSort(enum.StrEnum):
    """In which order; the values are the Hub's own."""

    DOWNLOADS = "downloads"
    LIKES = "likes"
    RECENT = "lastModified"
    TRENDING = "trendingScore"


class SizeClass(enum.Enum):
    """How large, in thousand millions of parameters: from (inclusive) and below."""

    TINY = (0.0, 2.0)
    SMALL = (2.0, 6.0)
    MEDIUM = (6.0, 15.0)
    LARGE = (15.0, 40.0)
    HUGE = (40.0, 100_000.0)

    def holds(self, parameters: int | None) -> bool:
        """Whether a model of this many parameters belongs to the class; unknown sizes do not."""
        least, below = self.value
        return parameters is not None and least * 1e9 <= parameters < below * 1e9


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """Text and filters. The Hub itself filters by text, GGUF and owner; the rest is filtered here, page by page."""

    text: str = ""
    sort: SearchSort = SearchSort.DOWNLOADS
    size: SizeClass | None = None
    licence: str = ""
    """The Hub's identifier; empty for any."""
    thinks_only: bool = False
    owner: str = ""
    page_size: int = 30


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


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found, and where the next page is: give `cursor` to `Catalogue.search` again; empty at the end."""

    models: tuple[HubModel, ...]
    cursor: str = ""
