"""File names that a server sends, made safe: they may come from anybody."""

from __future__ import annotations

import re
from pathlib import Path

from app.file_facts import real_path
from app.hub.connection.errors import FileNameIsUnsafe
from app.text import visible_line

_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?\Z")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_REPO = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}/[A-Za-z0-9][A-Za-z0-9._-]{0,95}\Z")
_MOST_PARTS = 16
_LONGEST_PART_BYTES = 240  # a part file adds to it, and systems end at 255


def is_repository_name(text: str) -> bool:
    """Whether this can be the name of a repository, `owner/name`."""
    return _REPO.match(text) is not None and ".." not in text and not text.endswith((".git", ".", "-"))


def is_safe_path(path: str) -> bool:
    """Whether a path of a repository can be written below a folder, on every system."""
    parts = path.split("/")
    return 0 < len(parts) <= _MOST_PARTS and all(_is_safe_part(part) for part in parts)


def local_path(folder: Path, repo: str, path: str) -> Path:
    """Return where a repository's file belongs below `folder`; raises `FileNameIsUnsafe`."""
    if not is_repository_name(repo):
        raise FileNameIsUnsafe(repo)
    if not is_safe_path(path):
        raise FileNameIsUnsafe(path)
    target = folder.joinpath(*repo.split("/"), *path.split("/"))
    # A link inside the models folder may lead elsewhere: then it is not ours to write.
    if not real_path(target.parent).is_relative_to(real_path(folder)):
        raise FileNameIsUnsafe(path)
    return target


def _is_safe_part(part: str) -> bool:
    if part in ("", ".", "..") or part.startswith((".", "~", " ")) or part.endswith((".", " ")):
        return False
    if _FORBIDDEN.search(part) or _RESERVED.match(part) or visible_line(part) != part:
        return False
    try:
        return len(part.encode()) <= _LONGEST_PART_BYTES
    except UnicodeEncodeError:
        return False
