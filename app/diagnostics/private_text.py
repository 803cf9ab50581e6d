"""Takes out of a text what tells who somebody is: names in paths, tokens, and addresses with passwords."""

from __future__ import annotations

import getpass
import re
from collections.abc import Sequence
from pathlib import Path

_TOKEN = re.compile(r"\bhf_[A-Za-z0-9]{8,}\b|\bsk-[\w-]{8,}|(?i:bearer\s+)[\w.\-]{8,}")
_CREDENTIALS = re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+@")
_QUERY = re.compile(r"(https?://[^\s?\"']+)\?[^\s\"']*")
_HOMES = re.compile(r"(/home/|/Users/|[A-Za-z]:\\Users\\)(?:[^/\\:\"'\n]{1,40}(?=[/\\])|[^/\\\s:\"']+)")
_SHORTEST_NAME = 3


class PrivateText:
    """`redacted` returns a text without it. `names` are the person's: the account's, the computer's."""

    def __init__(self, *, home: Path, names: Sequence[str]) -> None:
        self._home = str(home)
        self._names = [re.compile(rf"\b{re.escape(name)}\b") for name in names if len(name) >= _SHORTEST_NAME]

    @classmethod
    def of_this_person(cls) -> PrivateText:
        """Return what is private on this computer."""
        import platform

        try:
            account = getpass.getuser()
            home = Path.home()
        except (OSError, KeyError, RuntimeError):  # an account without a name or a home
            account, home = "", Path("/nonexistent")
        names = [name for name in (account, platform.node()) if name != "root"]
        return cls(home=home, names=names)

    def redacted(self, text: str) -> str:
        """Return the text with `~` for the home folder and marks in place of names, tokens and passwords."""
        if len(self._home) > 1:
            text = text.replace(self._home, "~")
        text = _HOMES.sub(r"\1<name>", text)
        text = _CREDENTIALS.sub("<password>@", text)
        text = _QUERY.sub(r"\1?<query>", text)
        text = _TOKEN.sub("<token>", text)
        for name in self._names:
            text = name.sub("<name>", text)
        return text
