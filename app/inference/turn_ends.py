"""What ends a turn in the prompts of one template, and finds it in a reply, where it may be a token or text.

A model is to end its reply with its vocabulary's end token. Fine-tunes of base models often end it with what their
template writes behind a reply, which that vocabulary does not know as an end, or not as a token at all. Without this
they talk on in the name of the person.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.inference.chat_template import ChatTemplate, RenderingWasStopped
from app.inference.errors import TemplateFailed, TemplateTookTooLong
from app.messages import Message
from app.reasoning import ReasoningFormat, is_words
from app.reasoning.quotation import Quotation

_QUESTION, _ANSWER, _NEXT_QUESTION = "Qualvexi?", "Ansvorti.", "Qualdromi?"
_MARKER = re.compile(r"<[^<>\s]{1,40}>|\[[^\[\]\s]{1,40}\]|◁[^◁▷\s]{1,40}▷")
_WORDY_HEADER = re.compile(r"#{1,6} ?\w[\w ]{0,30}:?|\w[\w ]{0,30}:")
_MOST_SPACE = 8

Piece = tuple[str, bool | None]
"""A text, and whether it is a marker's token, as `StreamSplitter.feed` takes both."""


@dataclass(frozen=True, slots=True)
class TurnEnds:
    """What stands between a reply and the next question."""

    tokens: frozenset[int] = frozenset()
    """Tokens that only ever come after a reply."""
    end: str = ""
    """The text that ends a turn; empty if there is none to look for."""
    header: str = ""
    """What begins the next question, at the start of a line or behind `end`."""
    end_is_token: bool = False
    """Whether the vocabulary has the end as a token, so that as text it counts only before the header, or at last."""


def turn_ends_of(template: ChatTemplate, form: ReasoningFormat, single_token: Callable[[str], int | None]) -> TurnEnds:
    """Return what ends a turn, found by rendering a question after an answer. Never raises because of a template.

    `single_token` returns the token that is exactly a text. Markers of the thought's format are none of a turn's end.
    """
    between = _between(template) if form.channels is None else ""
    own = replace(form, fallbacks=()).markers | form.plain_markers
    markers = [match[0] for match in _MARKER.finditer(between) if match[0] not in own]
    tokens = frozenset(token for text in markers if (token := single_token(text)) is not None)
    rest = between.strip()
    while (first := _MARKER.match(rest)) is not None and first[0] in own:
        rest = rest[first.end() :].lstrip()
    end = first[0] if first is not None else ""
    header = _header_in(rest[len(end) :].strip())
    end_is_token = bool(end) and single_token(end) is not None
    return TurnEnds(tokens, end=end, header=header, end_is_token=end_is_token)


def _between(template: ChatTemplate) -> str:
    talk = [Message.user(_QUESTION), Message.assistant(_ANSWER), Message.user(_NEXT_QUESTION)]
    try:
        text = template.render(talk)
    except (TemplateFailed, TemplateTookTooLong, RenderingWasStopped):
        return ""
    _, _, after = text.rpartition(_ANSWER)
    between, found, _ = after.partition(_NEXT_QUESTION)
    return between if found else ""


def _header_in(text: str) -> str:
    """Return the header of a question: its markers with the role between them, or a line such as `USER:`."""
    if _MARKER.match(text):
        return text.splitlines()[0].strip()
    wordy = _WORDY_HEADER.fullmatch(text)
    return wordy[0] if wordy else ""


class TurnEndWatch:
    """Stands between decoder and splitter, and holds back what may become the end of a turn.

    What is quoted, in code or in quotation marks, ends nothing. A text is passed on whole or not yet: a reply that is
    cut goes on from whole tokens.
    """

    def __init__(self, ends: TurnEnds) -> None:
        self.tokens = ends.tokens
        self.has_ended = False
        """Whether the end has been found; what came after it is gone."""
        self._ends = ends
        self._held = ""
        self._begins = [0]
        """Where in what is held back the texts begin that were fed."""
        self._is_line_start = True
        self._quotation = Quotation()
        self._pattern = _pattern_of(ends)
        literals = [text for text in (ends.end, ends.header) if text]
        self._ends_in_words = any(is_words(text[-1]) for text in literals)
        self._is_all_words = any(is_words(text) for text in literals)
        self._beginnings = frozenset(text[:length] for text in literals for length in range(1, len(text)))
        self._longest = max(map(len, literals), default=0)

    @property
    def passes_words(self) -> bool:
        """Whether words (`is_words`) that come next cannot be the last of what ends a turn."""
        return not self._is_all_words and not (self._held and self._ends_in_words)

    def feed(self, text: str, is_marker: bool | None) -> list[Piece]:
        """Take the next text and return what can be passed on."""
        if self._pattern is None or not text:
            return [(text, is_marker)] if text else []
        if is_marker:
            passed = self.finish(drops_end=False)
            self._quotation = Quotation()
            return [*passed, (text, is_marker)]
        begins = [*self._begins, len(self._held)] if self._held else [0]
        text, self._held = self._held + text, ""
        at = 0
        while (match := self._pattern.search(text, at)) is not None:
            at = match.end()
            is_in_place = bool(match["end"]) or self._is_line_start_at(text, match.start())
            if is_in_place and not self._is_quoted(text[: match.start()]):
                self.has_ended = True
                return self._passed(text[: match.start()].rstrip(), is_marker)
        end = len(text) - self._held_length(text)
        if end < len(text):
            end = max(begin for begin in begins if begin <= end)
        self._held, self._begins = text[end:], [begin - end for begin in begins if begin >= end]
        return self._passed(text[:end], is_marker)

    def finish(self, *, drops_end: bool) -> list[Piece]:
        """Return what was held back; `drops_end` leaves out an end with nothing behind it."""
        held, self._held = self._held, ""
        end = self._ends.end
        if drops_end and end and held.rstrip().endswith(end):
            held = held.rstrip().removesuffix(end).rstrip()
        return self._passed(held, False if self._ends.end_is_token else None)

    def go_on(self) -> None:
        """Go on after an end that ended nothing: the reply is to say more."""
        self.has_ended = False
        self._quotation = Quotation()

    def _passed(self, text: str, is_marker: bool | None) -> list[Piece]:
        if not text:
            return []
        self._quotation.add(text)
        self._is_line_start = text.endswith("\n")
        return [(text, is_marker)]

    def _is_quoted(self, before: str) -> bool:
        quotation = self._quotation.copy()
        quotation.add(before)
        return quotation.is_open()

    def _is_line_start_at(self, text: str, at: int) -> bool:
        line = text[:at].rpartition("\n")
        return not line[2].strip() and (bool(line[1]) or self._is_line_start)

    def _held_length(self, text: str) -> int:
        """Return how much at the end of the text may become the end of the turn, with the space before it."""
        ends = self._ends
        if ends.end_is_token and (at := text.rfind(ends.end)) >= 0:
            behind = text[at + len(ends.end) :]
            header = behind.lstrip()
            if len(behind) - len(header) <= _MOST_SPACE and ends.header.startswith(header):
                return len(text) - len(text[:at].rstrip())
        for length in range(min(self._longest, len(text)), 0, -1):
            if text[-length:] in self._beginnings:
                return len(text) - len(text[:-length].rstrip())
        return len(text) - len(text.rstrip())


def _pattern_of(ends: TurnEnds) -> re.Pattern[str] | None:
    end, header = re.escape(ends.end), re.escape(ends.header)
    if ends.end_is_token:
        return re.compile(rf"(?P<end>{end}\s{{0,{_MOST_SPACE}}}{header})") if end and header else None
    alternatives = [f"(?P<end>{end})" if end else "(?P<end>(?!))", *([header] if header else [])]
    return re.compile("|".join(alternatives)) if end or header else None
