"""What models keep of conversations on the disk, as everybody sees it who does not run them.

All models share a folder. A file's name begins with what tells its conversation, whichever model wrote it; files of an
earlier version have names that tell nothing: one of them may belong to any conversation.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection
from pathlib import Path

_KEY_LETTERS = 16
_SEPARATOR = "-"


def sequence_name(conversation: str, identity: str) -> str:
    """Return what a file is called that keeps a conversation for the model of this identity, without its ending."""
    of_model = _hash(f"{identity}\0{conversation}")
    return f"{_key(conversation)}{_SEPARATOR}{of_model}"


def forget_sequences(folder: Path, conversations: Collection[str]) -> None:
    """Remove what every model keeps of these conversations, and what cannot be told apart from that."""
    keys = {_key(conversation) for conversation in conversations}
    if keys:
        _remove(folder, lambda key: key is None or key in keys)


def keep_sequences(folder: Path, conversations: Collection[str]) -> None:
    """Remove what is kept of any other conversation than these: it is gone. For when no engine runs."""
    keys = {_key(conversation) for conversation in conversations}
    _remove(folder, lambda key: key is not None and key not in keys)


def _remove(folder: Path, is_to_go: Callable[[str | None], bool]) -> None:
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            key, separator, _rest = path.name.partition(_SEPARATOR)
            if is_to_go(key if separator else None):
                with contextlib.suppress(OSError):
                    path.unlink()


def _key(conversation: str) -> str:
    return _hash(conversation)[:_KEY_LETTERS]


def _hash(text: str) -> str:
    import hashlib  # brings OpenSSL, 4 MB: the window needs it only to forget

    return hashlib.sha256(text.encode()).hexdigest()[:32]
