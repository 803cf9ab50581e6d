"""Every text of the window in one language, to be looked up from either side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ui.bridges.translation_file import Message, read_translation

_FIELD = re.compile(r"(\{\w*(?:![rs])?(?::[^}]*)?\}|%L?n)")
_VALUE = "(.*?)"
_COUNT = r"(\d[\d.,’\u202f\xa0]*)"
_TELLING = re.compile(r"[“„]|\} / \{")
"""Signs that a template without words is recognized by."""

_FEWEST_LETTERS = 2
"""A template with fewer says too little to be recognized by."""


@dataclass(frozen=True, slots=True)
class PhraseKey:
    """A text of the source language in its context."""

    context: str
    source: str


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A shown text recognized: its phrase, and what stands in the phrase's fields, in the order of the fields."""

    key: PhraseKey
    values: Mapping[str, str]


class PhraseBook:
    """The texts of one language; English ones are their own sources."""

    def __init__(self, phrases: Mapping[PhraseKey, tuple[str, ...]]) -> None:
        self._phrases = dict(phrases)
        self._exact: dict[str, list[PhraseKey]] = {}
        self._templates: list[tuple[int, re.Pattern[str], list[str], PhraseKey]] = []
        for key, forms in self._phrases.items():
            for form in dict.fromkeys(forms):
                fields = _FIELD.findall(form)
                if fields:
                    self._add_template(key, form, fields)
                else:
                    self._exact.setdefault(form, []).append(key)
        self._templates.sort(key=lambda template: -template[0])

    @classmethod
    def of_language(cls, folder: Path, language: str, *, any_other: str) -> PhraseBook:
        """Read a language from the translations in `folder`; `any_other` is one that has every source text."""
        phrases = {_key(m): (m.source,) for m in read_translation(folder / f"aside_{any_other}.ts")}
        translated = read_translation(folder / f"aside_{language}.ts")
        return cls({**phrases, **{_key(m): m.forms for m in translated if m.is_finished}})

    def text(self, key: PhraseKey) -> str:
        """Return the text of a phrase, of several plural forms the last."""
        return self._phrases.get(key, (key.source,))[-1]

    def exactly(self, text: str) -> Sequence[PhraseKey]:
        """Return the phrases that read so and have no fields."""
        return self._exact.get(text, ())

    def recognized(self, text: str) -> Iterator[FoundPhrase]:
        """Yield the phrases with fields that `text` may be, those with the longest words of their own first."""
        for _length, pattern, fields, key in self._templates:
            match = pattern.fullmatch(text)
            if match is not None:
                values: dict[str, str] = {}
                if all(
                    values.setdefault(field, said) == said for field, said in zip(fields, match.groups(), strict=True)
                ):
                    yield FoundPhrase(key, values)

    def _add_template(self, key: PhraseKey, form: str, fields: list[str]) -> None:
        words = _FIELD.split(form)[::2]
        letters = sum(letter.isalpha() for word in words for letter in word)
        if letters >= _FEWEST_LETTERS or _TELLING.search(form):
            pattern = re.escape(words[0]) + "".join(
                (_COUNT if field.startswith("%") else _VALUE) + re.escape(word)
                for field, word in zip(fields, words[1:], strict=True)
            )
            names = [re.split(r"[!:}]", field.lstrip("{"))[0] for field in fields]
            self._templates.append((sum(map(len, words)), re.compile(pattern, re.DOTALL), names, key))


def _key(message: Message) -> PhraseKey:
    return PhraseKey(message.context, message.source)
