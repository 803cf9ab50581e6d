"""JSON as people and editors leave it, with marks, comments, trailing commas; and what is left of a broken one."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"') | dict.fromkeys("\u2018\u2019", "'"))
_TOKEN = re.compile(
    r'"(?:\\.|[^"\\\n])*"'
    r"|'(?P<single>(?:\\.|[^'\\\n])*)'"
    r"|(?P<comment>//[^\n]*|/\*.*?\*/|\#[^\n]*)"
    r"|(?P<comma>,(?=(?:\s|//[^\n]*\n|/\*.*?\*/|\#[^\n]*\n)*[}\]]))"
    r"|(?P<word>[A-Za-z_]\w*)",
    re.DOTALL,
)
_LITERALS = {"true": "true", "false": "false", "null": "null", "none": "null"}
_WORDS = {"yes": "true", "on": "true", "no": "false", "off": "false", **_LITERALS}


@dataclass(frozen=True, slots=True)
class ForgivenJson:
    """The values of an object by their names, in JSON; what cannot be read as a whole has those that can be found.

    `lost_names` are those that stand there, or may have stood there, without a value.
    """

    values: dict[str, msgspec.Raw]
    is_whole: bool = True
    has_comments: bool = False
    lost_names: frozenset[str] = frozenset()


def forgiven(content: bytes, names: Iterable[str]) -> ForgivenJson:
    """Return what a file holds, mended where no doubt is possible; else what is found of the `names`."""
    values = _object(content)
    if values is not None:
        return ForgivenJson(values)
    text = _text(content)
    straight = text.translate(_QUOTES)
    for candidate in (text, straight):
        mended, has_comments = _mended(candidate)
        values = _object(mended.encode("utf-8", "replace"))
        if values is not None:
            return ForgivenJson(values, has_comments=has_comments)
    return _salvaged(_without_comments(straight), names)


def _object(content: bytes) -> dict[str, msgspec.Raw] | None:
    try:
        return msgspec.json.decode(content, type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _text(content: bytes) -> str:
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")
    if not encoding and content.count(0) * 3 > len(content):
        encoding = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return text.strip("\0\ufeff\u200b \t\r\n")


def _mended(text: str) -> tuple[str, bool]:
    has_comments = False

    def mended(match: re.Match[str]) -> str:
        nonlocal has_comments
        if match["comment"] is not None:
            has_comments = True
            return " "
        if match["comma"] is not None:
            return ""
        if match["single"] is not None:
            return '"' + match["single"].replace("\\'", "'").replace('"', '\\"') + '"'
        if match["word"] is not None:
            return _LITERALS.get(match["word"].lower(), json.dumps(match["word"]))
        return match[0]

    return _TOKEN.sub(mended, text), has_comments


def _without_comments(text: str) -> str:
    return _TOKEN.sub(lambda match: " " if match["comment"] is not None else match[0], text)


def _salvaged(text: str, names: Iterable[str]) -> ForgivenJson:
    values: dict[str, msgspec.Raw] = {}
    lost: set[str] = set()
    may_be_cut = not text.endswith("}")
    for name in names:
        found = [_value(text, match.end()) for match in re.finditer(rf"(?<!\w){name}(?!\w)[\"']?\s*[:=]\s*", text)]
        sound = [value for value in found if value is not None]
        if len(set(sound)) == 1:
            values[name] = msgspec.Raw(sound[0].encode())
        if len(set(sound)) != 1 and (found or name in text or may_be_cut):
            lost.add(name)
    return ForgivenJson(values, is_whole=False, lost_names=frozenset(lost))


def _value(text: str, start: int) -> str | None:
    """Return the JSON of the value that begins there, `None` if it cannot be told where it ends."""
    single = re.compile(r"'((?:\\.|[^'\\\n])*)'").match(text, start)
    if single is not None:
        return json.dumps(single[1])
    word = re.compile(r"[A-Za-z][\w.-]*(?=\s|[,}]|\Z)").match(text, start)
    if word is not None:
        is_at_end = word.end() == len(text)
        known = _WORDS.get(word[0].lower())
        return known or (None if is_at_end else json.dumps(word[0]))
    try:
        value, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    is_number_at_end = end == len(text) and isinstance(value, int | float) and not isinstance(value, bool)
    return None if is_number_at_end else json.dumps(value)  # more digits may have followed
