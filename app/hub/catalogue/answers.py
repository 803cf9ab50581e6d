"""The Hub's JSON as types. Hostile or broken rows are dropped, absurd numbers too; nothing here is trusted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from app.hub.catalogue.search import HubModel
from app.hub.connection.remote_file import LARGEST_FILE_BYTES, HubFile
from app.hub.connection.server_paths import is_repository_name
from app.reasoning import format_for_template

_LARGEST_PARAMETERS = 10**14
_LARGEST_CONTEXT = 10**9
_LARGEST_COUNT = 10**15
_LONGEST_TEXT = 300
_LONGEST_TEMPLATE = 400_000
_MOST_TAGS = 200
_GENERATES_TEXT = ("text-generation", "image-text-to-text", "any-to-any", "conversational", "text2text-generation")


class GgufFacts(msgspec.Struct):
    """The block `gguf` of a repository: from one of its files."""

    total: Any = None
    architecture: Any = None
    context_length: Any = None
    chat_template: Any = None


class LfsFacts(msgspec.Struct):
    """Where a large file is kept."""

    sha256: str | None = None
    size: int | None = None


class Sibling(msgspec.Struct):
    """A file of a repository."""

    rfilename: str
    size: int | None = None
    lfs: LfsFacts | None = None


class ModelAnswer(msgspec.Struct):
    """A repository, as a search or its own page describes it; only what was asked for is there.

    Nothing but its name is needed: one odd value must not hide a model.
    """

    id: str = ""
    modelId: str = ""  # noqa: N815 - the Hub's own name; what mirrors of older make call it
    sha: Any = None
    lastModified: Any = None  # noqa: N815 - the Hub's own name
    gated: Any = None
    downloads: Any = None
    likes: Any = None
    tags: Any = None
    cardData: Any = None  # noqa: N815 - the Hub's own name
    gguf: Any = None
    siblings: Any = None
    pipeline_tag: Any = None

    def model(self) -> HubModel | None:
        """Return it as a value; `None` for a name that is none."""
        repo = self.id or self.modelId
        if not is_repository_name(repo):
            return None
        facts = _converted(self.gguf, GgufFacts) or GgufFacts()
        template = facts.chat_template
        thinks, described = _thinking(template if isinstance(template, str) else "")
        tags = tuple(tag[:_LONGEST_TEXT] for tag in _rows(self.tags)[:_MOST_TAGS] if isinstance(tag, str))
        card = self.cardData if isinstance(self.cardData, dict) else {}
        return HubModel(
            repo=repo,
            downloads=_count(self.downloads),
            likes=_count(self.likes),
            last_modified=_first_text(self.lastModified),
            is_gated=bool(self.gated),
            licence=_licence(card, tags),
            architecture=_first_text(facts.architecture),
            parameters=_bounded(facts.total, _LARGEST_PARAMETERS),
            context_length=_bounded(facts.context_length, _LARGEST_CONTEXT),
            thinks=thinks,
            thinking_format=described,
            commit=_first_text(self.sha),
            tags=tags,
            base_model=_first_text(card.get("base_model")),
        )

    def files(self) -> tuple[HubFile, ...]:
        """Return its files, those whose size is known."""
        found: list[HubFile] = []
        for raw in _rows(self.siblings):
            sibling = _converted(raw, Sibling)
            if sibling is None:
                continue
            lfs = sibling.lfs or LfsFacts()
            size_bytes = lfs.size if lfs.size is not None else sibling.size
            if size_bytes is not None and 0 <= size_bytes <= LARGEST_FILE_BYTES:
                found.append(HubFile(sibling.rfilename, size_bytes, (lfs.sha256 or "").lower()))
        return tuple(found)

    def may_chat(self) -> bool:
        """Whether it generates text, as far as the Hub says."""
        return not isinstance(self.pipeline_tag, str) or self.pipeline_tag in _GENERATES_TEXT


def understood(rows: Sequence[msgspec.Raw]) -> tuple[ModelAnswer, ...]:
    """Return the rows that make sense."""
    found: list[ModelAnswer] = []
    for raw in rows:
        try:
            found.append(msgspec.json.decode(raw, type=ModelAnswer))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            continue
    return tuple(found)


def _thinking(template: str) -> tuple[bool | None, str]:
    if not template or len(template) > _LONGEST_TEMPLATE:
        return None, ""
    found = format_for_template(template)
    return found.thinks, found.description if found.thinks else ""


def _licence(card: dict[Any, Any], tags: Sequence[str]) -> str:
    licence = _first_text(card.get("license"))
    if licence in ("", "other"):
        licence = _first_text(card.get("license_name")) or licence
    if not licence:
        licence = next((tag.removeprefix("license:") for tag in tags if tag.startswith("license:")), "")
    return licence[:_LONGEST_TEXT]


def _first_text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return value[:_LONGEST_TEXT] if isinstance(value, str) else ""


def _rows(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _bounded(number: object, at_most: int) -> int | None:
    if not isinstance(number, int | float) or isinstance(number, bool):
        return None
    return int(number) if 0 < number <= at_most else None


def _count(number: object) -> int:
    return _bounded(number, _LARGEST_COUNT) or 0


def _converted(value: object, kind: type[Any]) -> Any:
    try:
        return msgspec.convert(value, type=kind)
    except (msgspec.MsgspecError, RecursionError):
        return None
