"""Every kind of Markdown is read without an error, and alike whether it streams in or comes at once."""

from __future__ import annotations

import pytest

from app.documents.blocks import Block
from app.documents.growing_document import GrowingDocument
from tests.app.documents.markdown_examples import EXAMPLES

_TEXTS = [text for texts in EXAMPLES.values() for text in texts]


def read(text: str, step: int) -> list[Block]:
    document = GrowingDocument()
    for at in range(0, len(text), step):
        document.append(text[at : at + step])
        while document.advance() is not None:
            pass
    document.finish()
    while document.advance() is not None:
        pass
    return list(document.blocks)


@pytest.mark.parametrize("section", EXAMPLES)
def test_a_section_reads_the_same_letter_by_letter(section: str) -> None:
    for text in EXAMPLES[section]:
        assert read(text, 1) == read(text, 10**9), text


@pytest.mark.parametrize("step", [1, 5, 10**9])
def test_all_sections_after_each_other_read_the_same(step: int) -> None:
    text = "\n\n<!-- -->\n\n".join(_TEXTS)

    assert read(text, step) == read(text, 997)


def test_only_empty_containers_have_nothing_to_show() -> None:
    silent = [text for text in _TEXTS if not read(text, 10**9)]

    assert silent == [">", "[^1]:"]
