"""What a person pastes or clicks: `aside://` links, addresses of the Hub, and names with a quantization."""

from __future__ import annotations

import re
import urllib.parse
from dataclasses import dataclass

from app.errors import UserError
from app.hub.connection.server_paths import is_repository_name, is_safe_path
from app.text import translatable


class LinkNamesNoModel(UserError):
    """It is neither an `aside://open` link nor the page of a model."""

    message = translatable("This link names no model: {link}")
    advice = translatable("Open the model's page on the Hub, and copy its address from there.")


_HUB_HOSTS = {"huggingface.co", "www.huggingface.co", "hf.co", "hf-mirror.com"}
_LONGEST = 2000
_NO_OWNERS = {"api", "blog", "collections", "datasets", "docs", "organizations", "papers", "settings", "spaces"}
"""Parts of the Hub that are no models."""
_FILE_VIEWS = {"blob", "resolve", "raw"}


_COMMAND = re.compile(
    r"(?:ollama\s+(?:run|pull)|llama-(?:cli|server)\s+-hf|lms\s+get|huggingface-cli\s+download|hf\s+download)\s+",
    re.IGNORECASE,
)
"""What model pages offer to copy, before the name."""


@dataclass(frozen=True, slots=True)
class HubAddress:
    """A repository, and in it perhaps a file or a quantization. Opening one never downloads anything."""

    repo: str
    file: str = ""
    quantization: str = ""

    @property
    def wanted(self) -> str:
        """The file, else the quantization, else empty: what `ModelPage.row` takes."""
        return self.file or self.quantization

    @classmethod
    def parse_link(cls, text: str, *, endpoint: str = "") -> HubAddress | None:
        """Return what an `aside://open?repo=…` link or a Hub address means; `None` if it is neither.

        `endpoint` is the mirror in use, whose addresses count as well.
        """
        text = _without_command(text.strip())
        if len(text) > _LONGEST:
            return None
        try:
            parts = urllib.parse.urlsplit(text)
            host = (parts.hostname or "").lower()
            own = urllib.parse.urlsplit(endpoint)
            if parts.scheme.lower() == "aside":
                return cls._of_link(host, parts.query)
            shown = urllib.parse.parse_qs(parts.query, max_num_fields=16).get("show_file_info", [""])[0]
        except ValueError:  # also a query of too many fields
            return None
        is_own = bool(own.netloc) and parts.netloc.lower() == own.netloc.lower()
        if parts.scheme.lower() in ("http", "https") and (host in _HUB_HOSTS or is_own):
            path = parts.path
            if is_own and (path + "/").startswith(own.path.rstrip("/") + "/"):
                path = path[len(own.path.rstrip("/")) :]  # a mirror may lie below a path
            return cls._of_page(urllib.parse.unquote(path), shown)
        if parts.scheme.lower() in ("hf",):
            return cls._of_page(urllib.parse.unquote(f"{parts.netloc}/{parts.path.strip('/')}"))
        if text.split("/", 1)[0].lower() in _HUB_HOSTS:
            return cls.parse_link(f"https://{text}", endpoint=endpoint)
        return None

    @classmethod
    def parse_name(cls, text: str, *, endpoint: str = "") -> HubAddress | None:
        """Return what `OWNER/NAME`, `OWNER/NAME:QUANT`, `OWNER/NAME/FILE` or a link means; `None` if nothing."""
        text = _without_command(text.strip())
        if "://" in text or text.split("/", 1)[0].lower() in _HUB_HOSTS:
            return cls.parse_link(text, endpoint=endpoint)
        name, colon, quantization = text.partition(":")
        if colon and quantization.lower() == "latest":  # what such commands say for none
            quantization = colon = ""
        parts = name.split("/", 2)
        if len(parts) < 2 or (colon and not quantization):
            return None
        return cls._checked("/".join(parts[:2]), parts[2] if len(parts) > 2 else "", quantization)

    @classmethod
    def _of_link(cls, action: str, query: str) -> HubAddress | None:
        values = urllib.parse.parse_qs(query, max_num_fields=16)
        if action != "open" or "repo" not in values:
            return None
        return cls._checked(values["repo"][0], values.get("file", [""])[0], values.get("quantization", [""])[0])

    @classmethod
    def _of_page(cls, path: str, shown_file: str = "") -> HubAddress | None:
        parts = [part for part in path.split("/") if part]
        if parts[:1] == ["models"]:
            parts = parts[1:]
        if len(parts) < 2 or parts[0] in _NO_OWNERS:
            return None
        has_file = len(parts) > 4 and parts[2] in _FILE_VIEWS
        name, _, quantization = parts[1].partition(":")  # `hf.co/OWNER/NAME:QUANT`, as other apps' commands take it
        if has_file or ":" not in parts[1]:
            return cls._checked("/".join(parts[:2]), "/".join(parts[4:]) if has_file else shown_file)
        wanted = "" if quantization.lower() == "latest" else quantization
        return cls._checked(f"{parts[0]}/{name}", "", wanted) if quantization and len(parts) == 2 else None

    @classmethod
    def _checked(cls, repo: str, file: str = "", quantization: str = "") -> HubAddress | None:
        is_sound = is_repository_name(repo) and (not file or is_safe_path(file))
        is_sound = is_sound and re.fullmatch(r"[A-Za-z0-9._-]{0,80}", quantization) is not None
        return cls(repo, file, quantization) if is_sound else None


def _without_command(text: str) -> str:
    """Return the first word behind a command of another app, if the text is one."""
    command = _COMMAND.match(text)
    return text[command.end() :].split()[0] if command is not None and text[command.end() :].split() else text
