"""Markdown becomes HTML that is well nested, says what the screen says, and holds formulas as pictures."""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser

import pytest

from app.documents.html_writer import html_of
from tests.app.documents.markdown_examples import EXAMPLES

_VOID = {"br", "hr", "img"}


class Reader(HTMLParser):
    """Checks that every element ends where it should, and gathers the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[str] = []
        self.addresses: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> ends nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def flat(html: str) -> str:
    return re.sub(r' (?:dir|rel)="[^"]*"|\n(?!\w)', "", html)


@pytest.mark.parametrize("section", EXAMPLES)
def test_a_section_is_well_nested_and_safe(section: str) -> None:
    for text in [*EXAMPLES[section], "\n\n".join(EXAMPLES[section])]:
        reader = read(html_of(text))
        assert not {"img", "script", "iframe", "style"} & set(reader.elements)
        assert all(re.match(r"(?:https?|mailto):", address, re.IGNORECASE) for address in reader.addresses)


def test_svg_is_the_picture_of_what_may_be_drawn_and_its_source_is_kept() -> None:
    harmful = '<image href="https://example.org/x.png"/><script>1</script>'
    source = f'<svg viewBox="0 0 20 10">\n{harmful}\n<rect width="9" height="9"/></svg>'
    html = html_of(f"Look:\n\n```svg\n{source}\n```\n\nAfter.")

    reader = read(html)
    assert reader.elements.count("img") == 1
    assert source in reader.text
    (data,) = re.findall(r'<img src="data:image/svg\+xml;base64,([\w+/=]+)" alt="SVG" width="560">', html)
    drawn = base64.b64decode(data).decode()
    assert "<rect" in drawn
    assert not re.search("example|script|image", drawn)
    assert "img" not in read(html_of(f'```svg\n<!DOCTYPE svg [<!ENTITY a "b">]>{source}\n```')).elements


def test_lists_nest_and_go_on() -> None:
    assert flat(html_of("3. a\n4. b\n   - c\n\n     d\n   - e\n\n> f\n> > g\n")) == (
        '<ol><li value="3"><p>a</p></li><li value="4"><p>b</p>'
        "<ul><li><p>c</p><p>d</p></li><li><p>e</p></li></ul></li></ol>"
        "<blockquote><p>f</p><blockquote><p>g</p></blockquote></blockquote>"
    )
    tasks = flat(html_of("- [ ] a\n- [x] b\n- c"))
    assert tasks == (
        '<ul><li class="task" data-mark="☐"><p>a</p></li><li class="task" data-mark="☑"><p>b</p></li>'
        "<li><p>c</p></li></ul>"
    )


def test_a_formula_is_a_picture_with_its_source_as_name_and_a_wrong_one_is_source() -> None:
    html = html_of("So $x = \\frac12\\,y$ and\n\n$$\\int_0^1 f\\,dx$$\n\nbut $\\nosuchcommand{x}$ stays.")
    assert html.count("<svg") == 2
    assert 'aria-label="x = \\frac12\\,y"' in html
    assert 'aria-label="\\int_0^1 f\\,dx"' in html
    assert "currentColor" in html
    assert "#010203" not in html
    assert "<code>$\\nosuchcommand{x}$</code>" in html
    read(html)


def test_code_tables_and_text_are_escaped() -> None:
    html = html_of(
        "```c++\nif (a < b && c)\n\n  x;\n```\n\n| <i> | b |\n|:-:|--:|\n| `<` | & |\n\n<b>x</b> ![p](a.png)"
    )
    assert '<pre><code class="language-c++">if (a &lt; b &amp;&amp; c)\n\n  x;</code></pre>' in html
    assert '<th dir="auto" style="text-align:center">&lt;i&gt;</th>' in html
    assert '<td dir="auto" style="text-align:end">&amp;</td>' in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert '<span class="picture">p</span>' in html


def test_a_long_paragraph_and_long_code_stay_one() -> None:
    words = "word " * 2000
    reader = read(html_of(words + "\n\n```\n" + "line\n" * 900 + "```"))
    assert reader.elements.count("p") == 1
    assert reader.elements.count("pre") == 1
    assert reader.text.split() == [*words.split(), *["line"] * 900]


def test_what_is_too_deep_or_too_long_for_reading_is_still_there() -> None:
    deep = "".join("> " * depth + f"level{depth}\n\n" for depth in range(1, 40))
    assert all(f"level{depth}" in html_of(deep) for depth in range(1, 40))
    read(html_of("- " * 2000 + "end"))
    assert "end" in html_of("- " * 2000 + "end")
