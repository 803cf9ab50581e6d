"""Jupyter notebooks as their cells: text, code in fences, and what the code printed.

The format is nbformat's, version 4 and the older 3. What is not of that shape is read as the text that it is.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

from app.terminal_codes import as_shown
from app.text import format_bytes

_BACKTICKS = re.compile(r"`{3,}")
_TAGS = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_TEXT_TYPES = ("text/plain", "text/markdown", "text/latex")


class _Cells:
    """Gathers a notebook's parts; `left_out` counts the characters of pictures and the like."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.parts: list[str] = []
        self.left_out = 0

    def add(self, cell: dict[str, object]) -> None:
        source = _joined(cell.get("source", cell.get("input")))
        if cell.get("cell_type") == "code":
            self.parts.append(_fenced(source, self.language))
            for output in _dicts(cell.get("outputs")):
                self._add_output(output)
        elif cell.get("cell_type") == "heading":
            self.parts.append(f"# {source}")
        elif source.strip():
            self.parts.append(source)
        attachments = cell.get("attachments")
        if isinstance(attachments, dict):
            self.left_out += sum(len(str(one)) for one in attachments.values())

    def _add_output(self, output: dict[str, object]) -> None:
        if output.get("output_type") in ("error", "pyerr"):
            traceback = _joined(output.get("traceback"), "\n") if output.get("traceback") else ""
            self._add_text(f"{output.get('ename', '')}: {output.get('evalue', '')}\n{as_shown(traceback)}".strip())
            return
        data = output.get("data")
        if not isinstance(data, dict):  # a stream, and version 3
            self._add_text(_joined(output.get("text")))
            data = {key: value for key, value in output.items() if key in ("png", "jpeg", "svg")}
        kind = next((kind for kind in _TEXT_TYPES if kind in data), "")
        if kind:
            self._add_text(_joined(data[kind]))
        for other, value in data.items():
            if other in _TEXT_TYPES or (kind and other == "text/html"):
                continue
            if other == "text/html":
                self._add_text(_text_of_html(_joined(value)))
            elif other.endswith("json") and not kind:
                self._add_text(json.dumps(value, ensure_ascii=False))
            else:
                content = value if isinstance(value, str) else _joined(value)
                self.left_out += len(content)
                self.parts.append(f"[{other}: {format_bytes(len(content) * 3 // 4)}]")

    def _add_text(self, text: str) -> None:
        shown = as_shown(text).strip("\n")
        if shown.strip():
            self.parts.append(_fenced(shown, ""))


def notebook_text(text: str) -> tuple[str, int] | None:
    """Return a notebook's cells as Markdown, and how many characters of data were left out; `None` if it is none."""
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(notebook, dict):
        return None
    cells = _Cells(_language(notebook.get("metadata")))
    sheets = _dicts(notebook.get("worksheets")) or [notebook]
    for sheet in sheets:
        for cell in _dicts(sheet.get("cells")):
            cells.add(cell)
    return ("\n\n".join(cells.parts) + "\n", cells.left_out) if cells.parts else None


def _language(metadata: object) -> str:
    if not isinstance(metadata, dict):
        return ""
    for part, key in (("language_info", "name"), ("kernelspec", "language")):
        one = metadata.get(part)
        if isinstance(one, dict) and isinstance(one.get(key), str):
            return re.sub(r"[^a-z0-9+#-]", "", one[key].lower())
    return ""


def _dicts(value: object) -> list[dict[str, object]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _joined(value: object, separator: str = "") -> str:
    return separator.join(_texts(value))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (one for one in value if isinstance(one, str))


def _text_of_html(source: str) -> str:
    rows = re.sub(r"</(?:tr|p|div|li|h\d)>|<br\s*/?>", "\n", source, flags=re.IGNORECASE)
    spaced = re.sub(r"</t[dh]>", "\t", rows, flags=re.IGNORECASE)
    lines = (line.strip() for line in html.unescape(_TAGS.sub("", spaced)).splitlines())
    return "\n".join(line for line in lines if line)


def _fenced(text: str, language: str) -> str:
    longest = max((len(found[0]) for found in _BACKTICKS.finditer(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
