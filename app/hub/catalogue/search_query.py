"""What to search the Hub for."""

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
