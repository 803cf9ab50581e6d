"""The text of a web page: what stands in it for people, with headings, list marks and links, and nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_UNREAD = frozenset(
    ("head", "script", "style", "template", "noscript", "svg", "iframe", "object", "canvas", "nav", "form")
)
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|caption|d[dlt]|details|div|fieldset|figcaption|figure|footer|h[1-6]|header|hr"
    r"|li|main|[ou]l|p|pre|section|summary|table|t[dhr]"
)
_LONGEST_LINK = 300


def readable_page(html: str) -> str:
    """Return the text of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (re.sub(r"[ \t\r\f\v\u00a0]+", " ", line).strip() for line in "".join(reader.pieces).split("\n"))
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    title = re.sub(r"\s+", " ", "".join(reader.title)).strip()
    return f"{title}\n\n{body}" if title and not body.startswith((title, f"# {title}")) else body


class _Reader(HTMLParser):
    """Gathers `pieces`. What is not closed properly hides no more than what stands in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.title: list[str] = []
        self._unread: list[str] = []
        self._links: list[str] = []
        self._is_title = False
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title":
            self._is_title = not self.title
        elif tag == "body":
            self._unread.clear()
        elif tag in _UNREAD:
            self._unread.append(tag)
        elif self._unread:
            return
        elif tag == "br":
            self.pieces.append("\n")
        elif _BLOCKS.fullmatch(tag):
            heading = re.fullmatch(r"h([1-6])", tag)
            self.pieces.append(
                "\n\n" if tag not in ("li", "tr", "td", "th", "dt", "dd") else "\n" if tag != "td" else " "
            )
            self.pieces.append(f"{'#' * int(heading[1])} " if heading else "- " if tag == "li" else "")
            self._pre += tag == "pre"
        elif tag == "a":
            target = dict(attrs).get("href") or ""
            is_kept = target.startswith(("http:", "https:")) and len(target) <= _LONGEST_LINK
            self._links.append(target if is_kept else "")
        elif tag == "img" and (name := (dict(attrs).get("alt") or "").strip()):
            self.pieces.append(f"[{name}]")

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._is_title = False
        elif tag in _UNREAD:
            if tag in self._unread:
                del self._unread[self._unread.index(tag) :]
        elif self._unread:
            return
        elif _BLOCKS.fullmatch(tag):
            self.pieces.append("\n" if tag not in ("td", "th") else " ")
            self._pre = max(0, self._pre - (tag == "pre"))
        elif tag == "a" and self._links and (target := self._links.pop()):
            self.pieces.append(f" ({target})")

    def handle_data(self, data: str) -> None:
        if self._is_title:
            self.title.append(data)
        elif not self._unread:
            self.pieces.append(data if self._pre else re.sub(r"\s+", " ", data))
