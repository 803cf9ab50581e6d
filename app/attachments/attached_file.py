"""A file as the model will read it."""

from __future__ import annotations

import enum
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_BYTES_PER_TOKEN = 3.5
_TOKENS_PER_FRAME = 12  # file name and fence
_BACKTICKS = re.compile(r"`{3,}")


class FileKind(enum.StrEnum):
    """What a file is; it says how its text is fenced."""

    TEXT = "text"
    CODE = "code"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    PDF = "pdf"
    IMAGE = "image"
    """A picture: shown to a model that sees, not read as text."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file's name and text; `size_bytes` is that of the file, `language` names code for its fence.

    `notes` say what was left out or guessed; there are none if all of the file is there as it was written.
    """

    name: str
    kind: FileKind
    size_bytes: int
    text: str
    language: str = ""
    notes: tuple[FileNote, ...] = ()

    @property
    def note(self) -> str:
        """The notes in English, empty if there are none."""
        return " ".join(map(str, self.notes))

    def estimated_tokens(self) -> int:
        """Return about how many tokens it takes in a prompt, rather too many than too few."""
        return math.ceil(len(self.text.encode("utf-8", "replace")) / _BYTES_PER_TOKEN) + _TOKENS_PER_FRAME


def prompt_text(files: Sequence[AttachedFile], question: str) -> str:
    """Return what the model is given as text: each file in a fence below its name, then the question."""
    return "\n\n".join([*map(_framed, files), question])


def _framed(file: AttachedFile) -> str:
    longest = max((len(found[0]) for found in _BACKTICKS.finditer(file.text)), default=2)
    fence = "`" * (longest + 1)  # the text cannot close it
    name = " ".join(file.name.split())
    return f"{name}:\n{fence}{file.language}\n{file.text.rstrip()}\n{fence}"


# What a person should know of a file that was read: what was left out, what was guessed.


@dataclass(frozen=True, slots=True)
class FileNote:
    """An untranslated sentence and its values."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format_map(self.values)
