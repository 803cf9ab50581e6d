"""What is seen of a text while it comes is a beginning of what is seen in the end: no raw marks, no change of kind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from app.documents.blocks import Block, CodePart, FormulaBlock, Paragraph, TableRow
from app.documents.growing_document import GrowingDocument
from app.documents.rich_text import RichText, SpanStyle
from app.documents.verbatim_document import VerbatimDocument

_REPLIES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "data" / "markdown_replies.json").read_text(encoding="utf-8")
)
_Document: TypeAlias = GrowingDocument | VerbatimDocument
_BY_LAST_SIGN = SpanStyle.OPEN | SpanStyle.LINK | SpanStyle.SECOND_THOUGHT
"""What a word is with its last sign: an address, `Wait,`."""
_UNSEEN = " \n\u2028\u2060"
_TEXTS = (
    "**Short:** yes, *but* only if `n > 2` and ***never*** when _n_ is odd. See __the note__ below.",
    "Use \\(a^2 = c^2\\) here, and \\[ c = \\sqrt{a^2} \\] there.\n\nThen **\\(c = 5\\)**.",
    "It costs $5 or $6, **$7.50** at most, ~$300, US$20 or $20-$30; $x = 5$ and $3 \\times 10^8$ m/s do not.",
    "$$\nE = mc^2\n$$\n\nwhere $E$ is it.\n\n\\begin{align} a &= b \\end{align}\n\nso \\begin{align} c \\end{align}.",
    'See [the docs](https://docs.example/a_(b) "Title"), [12] and ![a cat](https://x.example/c.png).',
    "H<sub>2</sub>O, a<br>b and 5 < 6 & 7 > 3, R&amp;D costs &lt;10.",
    "Escaped \\*stars\\* and \\_under\\_, 2 * 3 * 4 = 24, 5*3, 4**2, snake_case_name, ~5 minutes, ~~gone~~.",
    "First **do** this:\n\n1. Then *that*\n   - with `x`\n   - and **y**: done\n2. End\n\n---\n\nAfter the rule.",
    "- **Speed** – it is *fast*\n- [ ] open\n- [x] done task, **bold**\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |",
    "| Name | Link |\n| :--- | --: |\n| **a** | [l](https://l.example) |\n| *b* | $y$ |\n\nSo\n\n|a|b|\n|-|-|\n|1|2|",
    "### 2. The `main()` function\n\nIt **returns `0`**.\n\n```c\nint main(void) { return 0; } /* a*b */\n```\n\nSo.",
    "Inline ``code with ` tick`` and ```three``` and `a*b*c`; then `x`.\n\n~~~python\nx = 1\n~~~\n\n    code\n\nend",
    "So:\n\n1. Edit it:\n   ```text\n   hello\n\n     there\n   ```\n2. So *be* it.",
    "> **Note**\n> This is *important*: `x`.\n>\n> - one\n> - two\n\nText.",
    "他说**“你好”**，然后*走了*。价格是$5，公式是$x^2$。\n\n- **第一**：`a`",
    "A footnote[^1] and another[^note].\n\n[^1]: The *first*.\n[^note]: The second with `code`.\n\nEnd.",
    "Line one  \nline two\\\nline three *over\ntwo lines* and **bold\nover two**. Use C:\\bin\\x.",
    "Pass **kwargs on, and *args too: `f(*args)` or f(*args, **kwargs), so **kwargs are passed. Look at *args.",
    "Take `*.py`, or **/*.py for all, and */x; **/etc/hosts** is bold, and so is **key** (*alone*) or (*with more*).",
    "Call print(*items) or sum(*all). The value a | b is 3, x || y is true.\n\nFirst\nsecond | with a pipe.\nThird.",
    "他用 **kwargs 传参数，也用 *args。\n\n- item one | two\n- item three\n\nEnd.",
    "2024 was good.\n\n42\n\n7. Seven\n\n100% sure, #1 choice, #hashtag, +5 points, -3 degrees, > 5 items, |x| is.",
)

_THOUGHTS = (
    "The user asks **when**. Let $v_1 = 40$ and $v_2 = 80$.\n\nWait, `v_1` is slower.\n\n- **Gap:** \\(d\\) km.\n\n"
    "**Step 1: *compute* `t`**\n$$\nt = \\frac{40}{40}\n$$\nSo it is **$1$ hour**.",
    "*   **Analyze:**\n    *   `foo(*args, **kw)`\n    *   *(Self-check)*: a*b*c.\n\n```python\nx**2\n```\n\nDone.",
    "So:\n| a | **b** |\n|---|:-:|\n| 1 | $z$ |\n| 2 |\nDone | so.\n\n|x| is large\n\n| h |\n|---|\n| *i* |\n",
    "It is $5, maybe $6.50 or $7 - so 3 * 4 = 12 and 2*3*4 = 24. x**2 + y**2 = z**2, \\{1\\} and \\$5.",
    "\\[\nx = 1\n\\]\nthus \\[ y = 2 \\] and \\begin{align}\na &= b\n\\end{align}\n### End **of**\n> ***it***",
    "Pass **kwargs on, and *args too: f(*args, **kwargs). Take **/*.py, and **key** (*alone*), print(*items).",
    "用户问的是**三个要点**，所以*首先*考虑 $x^2$。\n\n等等，**“速度”**更重要。",
)
_Letter: TypeAlias = tuple[str, object]
_Seen: TypeAlias = tuple[tuple[object, ...], list[_Letter]]
"""What a block is, and its letters with their styles."""


def _letters(text: RichText) -> list[_Letter]:
    styles = [(SpanStyle.PLAIN, "")] * len(text.text)
    for span in text.spans:
        style = span.style & ~_BY_LAST_SIGN
        for at in range(span.start, min(span.end, len(styles))):
            styles[at] = (styles[at][0] | style, span.target if style & SpanStyle.FORMULA else styles[at][1])
    return list(zip(text.text, styles, strict=True))


def _seen(blocks: list[Block]) -> list[_Seen]:
    seen: list[_Seen] = []
    for block in blocks:
        levels = tuple((level.kind, level.marker) for level in block.levels)
        match block:
            case Paragraph():
                seen.append((("text", levels, block.heading), _letters(block.text)))
            case CodePart():
                seen.append((("code", levels, block.language), [(letter, None) for letter in block.code]))
            case FormulaBlock():
                seen.append((("formula", levels), [(letter, None) for letter in block.latex]))
            case TableRow():
                seen += [(("cell", levels, block.row, n), _letters(cell)) for n, cell in enumerate(block.cells)]
            case _:
                seen.append(((type(block), levels), []))
    for _, letters in seen:
        while letters and letters[-1][0] in _UNSEEN:
            letters.pop()
    while seen and not seen[-1][1] and seen[-1][0][0] in ("text", "cell"):
        seen.pop()
    return seen


def _flashes(text: str, *, step: int, new: type[_Document] = GrowingDocument) -> tuple[list[str], int]:
    """Return the beginnings of a text that show what is not there in the end, and how many there are at all."""
    growing, whole = new(), new()
    whole.append(text)
    whole.finish()
    end = _seen(_read(whole, []))
    blocks: list[Block] = []
    wrong: list[str] = []
    beginnings = range(0, len(text), step)
    for at in beginnings:
        growing.append(text[at : at + step])
        now = _seen(_read(growing, blocks))
        is_grown = len(now) <= len(end) and all(
            kind == end[n][0] and letters == end[n][1][: len(letters)] for n, (kind, letters) in enumerate(now)
        )
        if not is_grown:
            wrong.append(text[: at + step])
    return wrong, len(beginnings)


def _read(document: _Document, blocks: list[Block]) -> list[Block]:
    while (change := document.advance()) is not None:
        blocks[change.first :] = change.blocks
    return blocks


@pytest.mark.parametrize("text", _TEXTS, ids=lambda text: text[:24])
def test_what_has_been_shown_stays(text: str) -> None:
    assert _flashes(text, step=1)[0] == []


@pytest.mark.parametrize("text", _THOUGHTS, ids=lambda text: text[:24])
def test_what_has_been_shown_of_a_thought_stays(text: str) -> None:
    assert _flashes(text, step=1, new=VerbatimDocument)[0] == []


def test_no_pipe_of_a_table_without_pipes_at_its_sides_is_shown() -> None:
    document = GrowingDocument()
    blocks: list[Block] = []
    for letter in "Kind | Number\n-----|-------\nred | 1\n":
        document.append(letter)
        for _, letters in _seen(_read(document, blocks)):
            assert "|" not in "".join(one for one, _ in letters)


def test_hardly_anything_that_models_write_is_shown_otherwise_before_its_end() -> None:
    """Where a mark has two readings, the likelier one is shown."""
    wrong, count = zip(*(_flashes(reply["text"], step=2) for reply in _REPLIES), strict=True)
    assert sum(map(len, wrong)) / sum(count) < 0.04
