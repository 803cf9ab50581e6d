"""Text files of real life: other encodings, single faults, logs for terminals, notebooks, embedded data."""

from __future__ import annotations

import base64
import json
import random
from pathlib import Path

import pytest

from app.attachments.attached_file import AttachedFile, FileKind
from app.attachments.errors import FileIsNotText
from app.attachments.reading import attachment_of
from tests.app.attachments.encoding_samples import SAMPLES

_ENCODED = [
    pytest.param(text, encoding, id=f"{language}-{encoding}-{number}")
    for language, encodings, *texts in SAMPLES
    for encoding in encodings
    for number, text in enumerate(texts)
]
_TOO_FEW_LETTERS = {"de-mac_roman-1"}
"""Three letters beyond ASCII, which another encoding makes another word of: the note says that it is a guess."""


def _read(content: bytes | str, name: str = "a.txt") -> AttachedFile:
    return attachment_of(Path(name), content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize(("text", "encoding"), _ENCODED)
def test_an_encoding_is_found_by_the_language_and_said_to_be_a_guess(
    request: pytest.FixtureRequest, text: str, encoding: str
) -> None:
    read = _read(text.encode(encoding))

    assert "guess" in read.note
    if request.node.callspec.id not in _TOO_FEW_LETTERS:
        assert read.text == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Übertragung „Köln“ fertig – ok ✓".encode() + b" \xff\n", "Übertragung „Köln“ fertig – ok ✓ \ufffd\n"),
        ("Größe ist ".encode() + "日本".encode()[:-1], "Größe ist 日\ufffd"),
        (b"plain " + "日".encode()[:2], "plain \ufffd"),
        ("Ärger über ".encode() + b"\xfc" + "ber Äpfel".encode(), "Ärger über \ufffdber Äpfel"),
        ("Привет, ".encode() + b"\xc3" + "мир".encode(), "Привет, \ufffdмир"),
        ("中文".encode() * 20 + b"\x80" + "文件".encode(), "中文" * 20 + "\ufffd文件"),
        ("naïve café ".encode() + b"\xa0" + "déjà vu".encode(), "naïve café \ufffddéjà vu"),
        ("\ufffd was there, ä".encode(), "\ufffd was there, ä"),
        ("emoji 👍 and ".encode() + "👍".encode()[:3], "emoji 👍 and \ufffd"),
        ("ok ✓ 1\n".encode() + b"\0\0\0" + "ok ✓ 2\n".encode(), "ok ✓ 1\nok ✓ 2\n"),
        ("请你把这个文件发给我，谢谢。\n".encode("gb18030") + b"\xff\n", "请你把这个文件发给我，谢谢。\n\ufffd\n"),
        ("明日の午後にまた来ます。".encode("cp932") + b"\x85", "明日の午後にまた来ます。\ufffd"),
        ("wide ä".encode("utf-16") + b"\x00", "wide ä\ufffd"),
    ],
)
def test_a_bad_byte_costs_one_character(content: bytes, text: str) -> None:
    assert _read(content).text == text


def test_faults_are_counted() -> None:
    assert "2" in _read("äöü ÄÖÜ ß\n".encode() + b"\xff and \xfe").note
    assert _read("äöü\n").note == ""
    assert _read("plain\n").note == ""


@pytest.mark.parametrize("seed", range(6))
def test_bytes_that_are_no_text_are_refused(seed: int) -> None:
    with pytest.raises(FileIsNotText):
        _read(random.Random(seed).randbytes(3000))


@pytest.mark.parametrize(
    ("log", "shown"),
    [
        ("\x1b[31mERROR\x1b[0m no \x1b[1mfile\x1b[22m", "ERROR no file"),
        ("\x1b[2K\rProgress 10%\rProgress 100%\n", "Progress 100%\n"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\ done", "link done"),
        ("npm \x1b[38;5;208mwarn\x1b[39m \x1b[48;2;1;2;3mx\x1b[m", "npm warn x"),
        ("Fetching  10%\b\b\b\b 55%\b\b\b\b100%", "Fetching 100%"),
        ("ab_\bc_\bd", "abcd"),
        # kept aside while the code was written
        ("\x1b]0;a title\x07$ ls", "$ ls"),
        ("b\bbo\bol\bld", "bold"),
        ("\x1b(B\x1b[mplain\x1b[K", "plain"),
        ("a\x1b[3Cb", "a   b"),
        ("\x1b[?25lhidden cursor\x1b[?25h", "hidden cursor"),
        ("\x1b[38:2::1:2:3mcolons\x1b[0m", "colons"),
        ("one\x1b[10Dtwo\x1b[0K", "two"),
        ("\x9b32mgreen\x9b0m", "green"),
        ("\x1bP1$r0m\x1b\\shown", "shown"),
        ("cut \x1b[3", "cut "),
        ("old \x1b[0m\r\nnew\r\n", "old \nnew\n"),
        ("wrong\b\b\b\b\bright", "right"),
        ("without codes\rnothing is lost", "without codes\nnothing is lost"),
        ("start\n 10%\r 50%\r100%\nend", "start\n100%\nend"),
        ("Receiving: 10% (1/10)\rReceiving: 100% (10/10), done.\r\nnext", "Receiving: 100% (10/10), done.\nnext"),
        (" 5/10 [==>  ]\r10/10 [=====]\nok", "10/10 [=====]\nok"),
        ("up 5%\rdown 7%\ran old line", "up 5%\ndown 7%\nan old line"),
        ("a\nup 5%\rno number", "a\nup 5%\nno number"),
        ("\x1b[1;31m日本\x1b[0m語", "日本語"),
    ],
)
def test_a_log_reads_as_its_terminal_showed_it(log: str, shown: str) -> None:
    assert _read(log, "build.log").text == shown


_PICTURE = base64.b64encode(random.Random(1).randbytes(30_000)).decode()


def _notebook(*cells: dict[str, object], **more: object) -> str:
    return json.dumps({"cells": cells, "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, **more})


def test_a_notebook_is_read_as_its_cells() -> None:
    read = _read(
        _notebook(
            {"cell_type": "markdown", "source": ["# Sales\n", "Mean."]},
            {
                "cell_type": "code",
                "source": ["import pandas as pd\n", "df.price.mean()"],
                "outputs": [{"output_type": "execute_result", "data": {"text/plain": ["12.5"]}}],
            },
            {
                "cell_type": "code",
                "source": "df.plot()",
                "outputs": [
                    {"output_type": "stream", "name": "stdout", "text": ["\x1b[32mdrawn\x1b[0m\n"]},
                    {"output_type": "display_data", "data": {"image/png": _PICTURE, "text/plain": "<Axes>"}},
                    {
                        "output_type": "error",
                        "ename": "KeyError",
                        "evalue": "'x'",
                        "traceback": ["\x1b[31mKeyError\x1b[0m"],
                    },
                ],
            },
        ),
        "sales.ipynb",
    )

    assert read.kind is FileKind.MARKDOWN
    for part in (
        "# Sales\nMean.",
        "```python\nimport pandas as pd\ndf.price.mean()\n```",
        "12.5",
        "drawn",
        "KeyError: 'x'",
    ):
        assert part in read.text
    assert len(read.text) < 600
    assert "image/png" in read.text
    assert "\x1b" not in read.text
    assert read.note


@pytest.mark.parametrize(
    ("notebook", "part"),
    [
        (_notebook({"cell_type": "raw", "source": "as it is"}), "as it is"),
        (
            _notebook(
                {
                    "cell_type": "markdown",
                    "source": "![a](attachment:a.png)",
                    "attachments": {"a.png": {"image/png": _PICTURE}},
                }
            ),
            "![a]",
        ),
        (_notebook({"cell_type": "code", "source": "print('```')", "outputs": []}), "````python\nprint('```')\n````"),
        (
            json.dumps(
                {
                    "worksheets": [
                        {
                            "cells": [
                                {
                                    "cell_type": "code",
                                    "input": ["1+1"],
                                    "outputs": [{"output_type": "pyout", "text": ["2"]}],
                                }
                            ]
                        }
                    ],
                    "nbformat": 3,
                    "metadata": {},
                }
            ),
            "1+1",
        ),
        (
            _notebook(
                {
                    "cell_type": "code",
                    "source": "t",
                    "outputs": [
                        {"output_type": "display_data", "data": {"text/html": ["<table><tr><td>7</td></tr></table>"]}}
                    ],
                }
            ),
            "7",
        ),
        (
            _notebook(
                {
                    "cell_type": "code",
                    "source": "j",
                    "outputs": [{"output_type": "display_data", "data": {"application/json": {"a": 1}}}],
                }
            ),
            '"a": 1',
        ),
        (
            _notebook({"cell_type": "code", "source": "R", "outputs": []}, metadata={"kernelspec": {"language": "R"}}),
            "```r\nR",
        ),
        ('{"cells": [{"cell_type": "code", "source": ["broken', '"source": ["broken'),
        ('{"cells": "none"}', '"none"'),
    ],
)
def test_notebooks_of_other_shapes_lose_nothing_that_is_text(notebook: str, part: str) -> None:
    read = _read(notebook, "a.ipynb")

    assert part in read.text
    assert len(read.text) < 1000


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", f'<svg><image href="data:image/png;base64,{_PICTURE}"/><text>kept</text></svg>'),
        ("a.html", f"<p>kept</p><img src='data:image/jpeg;base64,{_PICTURE}'>"),
        ("a.json", json.dumps({"kept": 1, "b64_json": _PICTURE})),
        # kept aside while the code was written
        ("a.md", f"kept ![x](data:image/png;base64,{_PICTURE}) text"),
        ("a.css", f"@font-face {{ src: url(data:font/woff2;charset=utf-8;base64,{_PICTURE}) }} .kept {{}}"),
        (
            "a.eml",
            "Subject: kept\n\n" + "\n".join(_PICTURE[i : i + 76] for i in range(0, len(_PICTURE), 76)) + "\n--end",
        ),
        ("a.xml", f"<kept><bin>{_PICTURE.replace('+', '-').replace('/', '_')}</bin></kept>"),
        ("a.jsonl", json.dumps({"kept": random.Random(2).randbytes(9000).hex()})),
        ("a.js", f'const kept = 1, picture = "{_PICTURE}";'),
        (
            "a.html",
            "kept <img src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'" + "%3Cpath/%3E" * 900 + '">',
        ),
    ],
)
def test_embedded_data_is_shortened_to_a_word(name: str, content: str) -> None:
    read = _read(content, name)

    assert "kept" in read.text
    assert len(read.text) < 300
    assert read.note
    assert read.size_bytes == len(content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("dna.fasta", ">seq\n" + "ACGTTGCA" * 2000),
        ("protein.txt", "MKTAYIAKQRQISFVKSHFSRQLEERLGLIEVQ" * 200),
        ("encoded.txt", _PICTURE),
        ("word.txt", "donaudampfschifffahrtsgesellschaft" * 100),
        ("path.py", "import " + ".".join(["longModuleName1"] * 300)),
        ("cjk.md", "没有空格的文字" * 500),
        ("small.html", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"),
        ("digits.csv", "3141592653589793" * 500),
    ],
)
def test_what_is_no_embedded_data_stays(name: str, content: str) -> None:
    read = _read(content, name)

    assert read.text == content
    assert read.note == ""
