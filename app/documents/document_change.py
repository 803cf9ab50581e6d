"""What a growing document tells after each step."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.blocks import Block


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """From block `first` on, the document now consists of `blocks`."""

    first: int
    blocks: tuple[Block, ...]
