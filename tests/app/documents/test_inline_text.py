from __future__ import annotations

import pytest

from app.documents.addresses import may_be_opened
from app.documents.blocks import Block, Paragraph
from app.documents.growing_document import GrowingDocument
from app.documents.rich_text import RichText, SpanStyle
from app.documents.visible_code import VisibleCode


def blocks_of(text: str) -> list[Block]:
    document = GrowingDocument()
    document.append(text)
    document.finish()
    while document.advance() is not None:
        pass
    return list(document.blocks)


def rich(text: str) -> RichText:
    block = blocks_of(text)[0]
    assert isinstance(block, Paragraph)
    return block.text


def formulas(text: str) -> list[str]:
    return [span.target for span in rich(text).spans if span.style & SpanStyle.FORMULA]


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $10.",
        "between $5-$10 a day",
        "$5 million and then 7$ more",
        "from $20 to $30",
        "US$5 or US$6",
        r"escaped \$x\$ signs",
        "one $ sign",
    ],
)
def test_prices_are_no_formulas(text: str) -> None:
    assert formulas(text) == []


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("so $x$ is", ["x"]),
        ("so $x^2$, and $y$.", ["x^2", "y"]),
        (r"so \(a_1\) is", ["a_1"]),
        ("so $ x = 5 $ is", ["x = 5"]),
        ("it costs $5, so $x = 5$ holds", ["x = 5"]),
        (r"**$\frac12$** bold", [r"\frac12"]),
        ("inline $$x$$ display", ["x"]),
        ("$2x + 3 = 7$ has", ["2x + 3 = 7"]),
        ("$a*b*c$ and *it*", ["a*b*c"]),
    ],
)
def test_formulas_within_a_paragraph(text: str, latex: list[str]) -> None:
    assert formulas(text) == latex


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "vbscript:x",
        "http:",
        "java\nscript:x",
        " http://a",
    ],
)
def test_only_the_web_and_mail_may_be_opened(address: str) -> None:
    assert not may_be_opened(address)


@pytest.mark.parametrize("address", ["https://a.example/x", "http://a.example", "mailto:a@b.example"])
def test_ordinary_addresses_may_be_opened(address: str) -> None:
    assert may_be_opened(address)


@pytest.mark.parametrize(
    "text",
    ["[x](javascript:alert(1))", "[x](<file:///a>)", "[x](data:text/html,a)", "<javascript:a>", "[x](JaVaScRiPt:a)"],
)
def test_a_malicious_link_is_no_link(text: str) -> None:
    assert not any(span.style & SpanStyle.LINK for span in rich(text).spans)


def test_a_picture_is_its_description() -> None:
    picture = rich("![A cat](https://a.example/cat.png)")

    assert picture.text == "A cat"
    assert picture.spans[0].style == SpanStyle.IMAGE
    assert picture.spans[0].target == "https://a.example/cat.png"


def test_no_html_is_interpreted() -> None:
    assert rich("a <b>b</b> <img src=x onerror=y>").text == "a <b>b</b> <img src=x onerror=y>"


def test_bare_addresses_are_links() -> None:
    targets = [span.target for span in rich("see https://a.example and www.b.example.").spans]

    assert targets == ["https://a.example", "http://www.b.example"]


def test_tasks_have_boxes() -> None:
    assert [block.levels[0].marker for block in blocks_of("- [x] done\n- [ ] open\n")] == ["☑", "☐"]


def test_a_footnote_is_marked_and_noted() -> None:
    reference, note = blocks_of("Text[^a].\n\n[^a]: The note.\n")

    assert isinstance(reference, Paragraph)
    assert reference.text.spans[0].style == SpanStyle.FOOTNOTE
    assert note.levels[0].marker == "a"


def test_an_override_of_direction_is_seen_in_code_and_copied_as_it_was() -> None:
    code = 'access = "user\u202e"\x07'

    visible = VisibleCode.of(code)

    assert "\u202e" not in visible.text
    assert "⟨U+202E⟩" in visible.text
    assert "⟨U+0007⟩" in visible.text
    assert visible.written(0, len(visible.text)) == code
