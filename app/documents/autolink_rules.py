"""Bare addresses in a text: `https://…`, `www.…` and mail.

What is shown is what was written, and what is opened is what is shown. An address ends where its script ends: the full
stop, the bracket or the word of Chinese, Japanese, Korean or Thai behind it is text. Where that would make another
host of it, there is no link at all. Chinese and Japanese words are part of a path where what follows them says so: a
further part of the path, or a space, which such words would not be given.
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from app.documents.scripts import is_han_or_kana, joins_words

_SCHEME = re.compile(r"https?$")
_LOCAL_PART = re.compile(r"[A-Za-z0-9.+_-]{1,64}$")
_MAIL_DOMAIN = re.compile(r"@(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?\.)+[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?")
_NUMBERS_HOST = re.compile(r"\[[0-9A-Fa-f:.]{2,45}\]")
_PORT = re.compile(r":\d{1,5}(?!\d)")
_TOP_LEVEL = re.compile(r"\.[A-Za-z]{2,24}$")
_TRAILING = frozenset("(?!.,:;*_~'\"[]{}|`")
_NOT_IN_PATH = frozenset('<>"`{}|\\^')
_BEFORE_WORD = re.compile(r"([=_#]|_\()$|[/-]$")
"""What tells that a word of another script behind it may belong to the path; the group, that it does."""
_AFTER_WORD = frozenset("/?&=%_#()")
_NEVER_BEFORE = frozenset("/@.+-\\%&=#?")


def install_autolinks(parser: MarkdownIt) -> None:
    """Add the rules to a parser. Links within links are none, and nothing is decoded for show."""
    parser.inline.add_terminator_char("w")
    parser.inline.ruler.push("bare_www", _www)
    parser.inline.ruler.push("bare_web", _web)
    parser.inline.ruler.push("bare_mail", _mail)


def _www(state: StateInline, silent: bool) -> bool:
    at = state.pos
    if silent or state.linkLevel or not state.src.startswith("www.", at, state.posMax) or not _may_begin(state.src, at):
        return False
    end = _address_end(state.src, at, at, state.posMax)
    # Three letters and a host of two parts at least.
    if end is None or state.src[at:end].split("/", 1)[0].count(".") < 2:
        return False
    return _link(state, at, end, "http://" + state.src[at:end])


def _web(state: StateInline, silent: bool) -> bool:
    if silent or state.linkLevel or not state.src.startswith("://", state.pos, state.posMax):
        return False
    scheme = _SCHEME.search(state.pending[-5:])
    if scheme is None:
        return False
    begin = state.pos - len(scheme[0])
    if not _may_begin(state.src, begin):
        return False
    end = _address_end(state.src, begin, state.pos + 3, state.posMax)
    return end is not None and _link(state, begin, end, state.src[begin:end])


def _mail(state: StateInline, silent: bool) -> bool:
    if silent or state.linkLevel or state.src[state.pos] != "@":
        return False
    domain = _MAIL_DOMAIN.match(state.src, state.pos, state.posMax)
    local = _LOCAL_PART.search(state.pending[-64:])
    if domain is None or local is None:
        return False
    begin = state.pos - len(local[0])
    after = state.src[domain.end() : domain.end() + 1]
    if after in ("@", "-", "_") or not _is_apart(after) or (begin and not _is_apart(state.src[begin - 1])):
        return False
    address = state.src[begin : domain.end()]
    if state.src[max(0, begin - 7) : begin] == "mailto:" and _may_begin(state.src, begin - 7):
        return _link(state, begin - 7, domain.end(), "mailto:" + address)
    if begin and state.src[begin - 1] in "/@:":
        return False
    return _link(state, begin, domain.end(), "mailto:" + address)


def _link(state: StateInline, begin: int, end: int, address: str) -> bool:
    target = state.md.normalizeLink(address)
    written = state.pos - begin
    if not state.md.validateLink(target) or len(state.pending) < written:
        return False
    if written:
        state.pending = state.pending[:-written]
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": target}
    opening.markup = "autolink"
    state.push("text", "", 0).content = state.src[begin:end]
    state.push("link_close", "a", -1).markup = "autolink"
    state.pos = end
    return True


def _may_begin(source: str, at: int) -> bool:
    """Whether an address may begin here: not within a word, nor within another address."""
    before = source[at - 1] if at else " "
    return before not in _NEVER_BEFORE and _is_apart(before)


def _is_apart(neighbour: str) -> bool:
    """Whether a character beside an address is no part of it."""
    return not neighbour.isalnum() or joins_words(neighbour)


def _address_end(source: str, start: int, begin: int, limit: int) -> int | None:
    """Return where an address ends whose host begins at a place; None if there is no host, or another would be read."""
    end = _host_end(source, begin, limit)
    if end is None:
        return None
    port = _PORT.match(source, end, limit)
    end = port.end() if port else end
    if end < limit and source[end] in "/?#":
        end = _path_end(source, start, begin, end, limit)
    elif source[end : end + 1] in ("@", ":") and "@" in source[end:limit].split(maxsplit=1)[0]:
        return None  # what was read as host is a user's name
    return end


def _host_end(source: str, begin: int, limit: int) -> int | None:
    numbers = _NUMBERS_HOST.match(source, begin, limit)
    if numbers is not None:
        return numbers.end()
    end = begin
    while end < limit and (source[end] in ".-_" or _is_host_letter(source[end])):
        end += 1
    host = source[begin:end].rstrip(".-_")
    is_cut_by_word = end < limit and source[end].isalnum()
    end = begin + len(host)
    if not host or host[0] in ".-_" or ".." in host:
        return None
    if not host.isascii() and any(len(_scripts(label)) > 1 for label in host.split(".")):
        return None  # letters of two scripts in a word only pretend
    if is_cut_by_word and (not _TOP_LEVEL.search(host) or _goes_on_as_host(source, begin + len(host), limit)):
        return None
    return end


def _is_host_letter(character: str) -> bool:
    return character.isalnum() and not joins_words(character)


def _scripts(label: str) -> set[str]:
    return {unicodedata.name(letter, "?").split(" ", 1)[0] for letter in label if letter.isalpha()}


def _goes_on_as_host(source: str, at: int, limit: int) -> bool:
    """Whether letters that end a host by their script lead on to what would be the end of another host."""
    end = at
    while end < limit and (source[end].isalnum() or source[end] in "-."):
        end += 1
    return end > at and (source[at] in ".-" or "." in source[at : end - 1])


def _path_end(source: str, start: int, host: int, begin: int, limit: int) -> int:
    end = begin
    has_words = False
    while end < limit and not source[end].isspace():
        if _is_path_letter(source[end]):
            end += 1
            continue
        before = _BEFORE_WORD.search(source, max(begin, end - 2), end)
        word_end = _word_end(source, end, limit) if before is not None else end
        is_sure = before is not None and (has_words or before[1] is not None)
        if word_end == end or not (is_sure or _is_in_path(source, start, host, end, word_end, limit)):
            break
        end, has_words = word_end, True
    while end > begin:
        last = source[end - 1]
        if last == ")" and source.count("(", begin, end) >= source.count(")", begin, end):
            break
        if last not in _TRAILING and last != ")":
            break
        end -= 1
    return end


def _word_end(source: str, begin: int, limit: int) -> int:
    """Return where a Chinese or Japanese word ends."""
    end = begin
    while end < limit and source[end].isalnum() and is_han_or_kana(source[end]):
        end += 1
    return end


def _is_in_path(source: str, start: int, host: int, begin: int, end: int, limit: int) -> bool:
    """Whether what follows a word tells that it is part of an address, and no text behind it."""
    if end < limit and source[end] != "\n":
        return source[end] in _AFTER_WORD or source[end].isspace()
    # At the end of a line it may as well be text, but for an address that stands apart and leads deeper.
    stands_apart = not start or source[start - 1].isspace()
    return stands_apart and source.count("/", host, begin) > 1


def _is_path_letter(character: str) -> bool:
    if character.isascii():
        return character.isprintable() and character not in _NOT_IN_PATH
    return unicodedata.category(character)[0] in "LMN" and not joins_words(character)
