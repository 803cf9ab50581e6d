"""Texts composed at random of everything that models write, each line able to change what its neighbours are."""

from __future__ import annotations

import random

_LINES = (
    "So we have: $$", "x = 1", "$$", "$$ is finite.", "\\[", "\\]", "text \\[", "\\begin{align}", "a &= b \\\\",
    "\\end{align}", "- item", "  more of it", "1. one", "   - sub", "  - two in", "10. ten", "   - three in", "2. two",
    "```python", "print(1)", "```", "```markdown", "~~~", "````", "> quoted", "> - q item", "> ```", ">", "| a | b |",
    "|---|---|", "| 1 | `2|3` |", "# Head", "---", "===", "plain text", "**bold** and `code`", "    indented",
    "[^1]: note", "A note[^1].", "[ref]: https://example.org", "see [ref]", "* star", "10) ten", "$x$ and $y$", "<br>",
    "Costs $5", "  $$", "   \\[", "\t- tab", "***", "a | b", "--|--", "Final $$x$$", "\\(z\\)", "- ", "1.", "-",
    "  ```", "   ```", "    ```bash", "0. zero", "**open", "close**", "`open", "close`", "  ", "<details>",
    "</details>",
    "<summary>s</summary>", "x<sub>1</sub>", "- [ ] task", "**「重要」**です", "见 https://example.org。", "• point",
    "+ b", "= c", "![p](q.png)", "~~gone~~", "text:", "1. a $$", "> $$", "- ```js", "&nbsp;", "\\", "<kbd>", "[ref]",
    "[x]: /y 'title", "title'", "   text in three", "  text in two", "- - deep", "1) x", "2) y", "   2. drift",
    "  2. drift", "[of", "two]: /z", "lazy | row", "见 https://a.example/文", "> > deep", ">     code", "* * *", "==",
    "\t```", " \t~~~",
)  # fmt: skip
_BLOCKS = (
    "Intro with **bold**, *italic*, `code` and $x^2$.",
    "1. First:\n   - sub one\n   - sub two\n2. Second\n   continued\n10. Tenth\n   - narrow\n   - sub",
    "- a\n  - b\n    - c\n\n      inner\n  - d\n- e",
    "```python\ndef f():\n    return '```'\n```",
    "```markdown\n# T\n\n```bash\nls\n```\n\nmore\n```",
    "| f | g |\n|---|:-:|\n| $|x|$ | `a|b` |\n| 1 | 2 |",
    "> quote\n> - item\n>\n>   inner\n>\n> 1. one\n> 1. two",
    "$$\nx = 1\n$$",
    "Let $$\n- x\n= 2\n$$ so.",
    "\\[\na\n\\]",
    "\\begin{align}\na &= b \\\\\n  &= c\n\\end{align}",
    "Title\n=====",
    "[a]: https://a.example\n[b]: https://b.example 'B'",
    "See [a], [b] and [c].",
    "[^n]: note\n\n    more of the note",
    "Roses are red,\nViolets are blue,\n\u2022 one\n\u2022 two",
    "- \n- Name:\n-\n- Date:",
    "<details>\n<summary>More</summary>\n\nHidden.\n\n</details>",
    "    code\n\n    more code",
    "***",
    "1. ```js\n   let a\n   ```\n\n   $$\n   y\n   $$\n2. next",
    "10. Do this:\n   ```bash\n   ls\n   ```\n11. Do that:\n\n  text\n\n    code?",
)


def few_lines(dice: random.Random) -> str:
    """Return some lines beside each other, without a plan."""
    lines = [dice.choice(("", dice.choice(_LINES), dice.choice(_LINES), dice.choice(_LINES)))
             for _ in range(dice.randint(2, 9))]  # fmt: skip
    return "\n".join(lines) + dice.choice(("", "\n", "\n\nLast.\n"))


def many_blocks(dice: random.Random) -> str:
    """Return blocks as models write them, at times broken off, some of them long."""
    pieces: list[str] = []
    for _ in range(dice.randint(2, 6)):
        block = dice.choice(_BLOCKS) if dice.random() < 0.8 else few_lines(dice)
        if dice.random() < 0.15:
            block = "\n".join([block] * dice.randint(2, 9))
        if dice.random() < 0.1:
            block = block[: dice.randrange(len(block))]
        if dice.random() < 0.15:
            block = "\n".join(dice.choice(("> ", "  ", "   ", "    ")) + line for line in block.split("\n"))
        pieces.append(block + dice.choice(("\n", "\n\n", "\n\n", "\n\n", "\n\n\n")))
    return "".join(pieces)
