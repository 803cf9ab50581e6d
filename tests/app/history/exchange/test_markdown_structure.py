"""An exported conversation reads back as its own structure, whatever its turns end in."""

from __future__ import annotations

import pytest

from app.documents.markdown_parser import missing_end
from tests.app.documents.reading import seen

CUT = (
    "```python\nx = 1",
    "~~~~\nx",
    "```markdown\n```sh\nls",
    "```markdown\n# T\n\n```sh\nls\n```",
    "```foo``` is code, and this is text",
    "```a``` and\n\n```js\nx",
    "- item\n  ```js\n  x",
    "> ```js\n> x",
    "$$\nx = 1",
    "echo $$",
    "\\[\nx",
    "`open",
    "<details>\n\nx",
    "| a |\n|---|",
    "text\n\n    ```\n    x",
    "````\n```\nx\n```",
    "```\n~~~\n```",
)


@pytest.mark.parametrize("answer", CUT)
def test_what_follows_a_turn_is_no_part_of_it(answer: str) -> None:
    end = missing_end(answer)
    closed = f"{answer}\n{end}" if end else answer

    lines = seen(f"{closed}\n\n## You\n\n```sh\nls\n```\n\n$$\ny\n$$\n\nLast.\n")

    assert lines[-4:] == ["## You", "code sh: 'ls'", "$$ y", "Last."]


@pytest.mark.parametrize("whole", ["text", "```\na\n```", "```a``` b", "", "````md\n```\n````"])
def test_a_whole_answer_is_left_as_it_is(whole: str) -> None:
    assert missing_end(whole) == ""
