"""How the first line of an answer or a thought is indented is part of it: code, patches, lists, verse."""

from __future__ import annotations

import pytest

from app.reasoning import StreamSplitter, format_for_template
from app.text import without_blank_edges

_PLAIN = "{{ x }}"
_THINKS = "<think>\n{{ x }}</think>"
_HARMONY = "<|channel|>{{ x }}"
_LINE = "<|im_start|>assistant\n"


@pytest.mark.parametrize("step", [1, 4, 1_000])
@pytest.mark.parametrize(
    ("template", "tail", "raw", "thinking", "answer"),
    [
        (_PLAIN, _LINE, "        return total / count\n    return None", "", None),
        (_PLAIN, _LINE, " context line\n-old\n+new", "", None),
        (_PLAIN, _LINE, "\u3000\u3000从前有座山。", "", None),
        (_PLAIN, _LINE, "\u00a0\u00a0x", "", None),
        (_PLAIN, _LINE, "\t\tx", "", None),
        (_PLAIN, _LINE, "\n  \n    deep\n", "", "    deep\n"),
        (_PLAIN, "[/INST]", " Hello", "", "Hello"),
        (_PLAIN, "ASSISTANT:", "  - a\n  - b", "", None),
        (_PLAIN, _LINE, "   <thi", "", None),
        (_THINKS, _LINE, "<think>\nOnly the body.\n</think>\n\n\treturn total\n", "Only the body.", "\treturn total\n"),
        (_THINKS, _LINE, "<think>\n    a = 1\n    b = 2\n</think>\n\nok", "    a = 1\n    b = 2", "ok"),
        (_THINKS, _LINE + "<think>\n", "  a\nb</think> Yes", "  a\nb", "Yes"),
        (_THINKS, _LINE + "<think>\n\n</think>\n\n", "  - name: b\n", "", "  - name: b\n"),
        (_PLAIN, _LINE, "<reasoning>\n  x\n</reasoning>\n\n    y = 1", "  x", "    y = 1"),
        (_HARMONY, "<|start|>assistant", "<|channel|>final<|message|>\n    y = 1", "", "    y = 1"),
        (_HARMONY, "<|start|>assistant", "   outside", "", "   outside"),
    ],
)
def test_the_first_line_keeps_its_indentation(
    template: str, tail: str, raw: str, thinking: str, answer: str | None, step: int
) -> None:
    splitter = StreamSplitter(format_for_template(template), prompt_tail=tail)
    deltas = [delta for at in range(0, len(raw), step) for delta in splitter.feed(raw[at : at + step])]
    deltas += splitter.finish()

    assert "".join(d.text for d in deltas if d.kind == "thinking") == thinking
    assert (
        "".join(d.text for d in deltas if d.kind == "answer").rstrip() == (raw if answer is None else answer).rstrip()
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [("\n\n  a\n b \n\n", "  a\n b"), ("   ", ""), ("a", "a"), (" \n\ta", "\ta"), ("    a", "    a"), ("\r\n a", " a")],
)
def test_what_is_sent_loses_its_blank_lines_only(text: str, kept: str) -> None:
    assert without_blank_edges(text) == kept
