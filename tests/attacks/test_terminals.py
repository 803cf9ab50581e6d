"""What models, files, templates, servers and arguments say cannot give orders to the terminal that shows it.

Each attack runs the real command on a real pseudo-terminal and looks at the bytes that arrive there.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.model_choice.known_models import library_of
from app.paths import AppPaths
from app.text import quoted, visible, visible_line
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.fake_hub import FakeHub
from tests.fakes.tiny_models import USER_DEFINED_THINK, scripted_model, templates

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

ROOT = Path(__file__).resolve().parents[2]
ORDERS = {
    "the window's title": "\x1b]0;pwned\x07",
    "the clipboard": "\x1b]52;c;cm0gLXJmIH4=\x07",
    "the screen": "\x1b[2J\x1b[H",
    "a link": "\x1b]8;;https://evil.example\x1b\\bank\x1b]8;;\x1b\\",
    "an answer typed into the shell": "\x1b[6n",
    "overwriting": "rm -rf ~\rls       ",
    "a sequence in one character": "\x9b31m\x9d0;pwned\x9c",
    "text turned around": "\u202efugg.ngis",
    "a device string": '\x1bP$q"p\x1b\\',
    "an application's string": "\x1b_Gf=100\x1b\\\x1b^private\x1b\\\x1bXstart\x1b\\",
    "another screen": "\x1b[?1049h\x1b[?1000h\x1b[?2004h",
    "hidden text": "\x1b[8mhidden\x1b[28m",
    "a reset": "\x1bc\x1b#8",
    "a bell": "\x07\x05",
    "going back": "rm\x08\x08ls\x7f",
    "lines and pages": "a\x0bb\x0cc",
    "other letters": "\x0e lqk \x0f\x1b(0",
    "a picture": "\x1b]1337;File=inline=1:AAAA\x07",
    "the end of a paste": "\x1b[201~ls\n",
    "a name for the pane": "\x1bkpwned\x1b\\",
    "marks of direction": "a\u2067b\u2069c\u202ad\u202c\u200ee\u200f\u061c",
    "no width": "a\u200bb\u2060c\ufeffd\u200de\u2064",
    "hidden letters": "a\U000e0069\U000e0067\U000e006e",
}
OUR_OWN = re.compile(r"\x1b\[2m|\x1b\[0m")
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)


_NEXT = "=== the next one ==="
_EACH_COMMAND = f"""
import os, sys
from app.cli.main import main
command = []
for part in sys.argv[1:]:
    if part != {_NEXT!r}:
        command.append(part)
        continue
    main(command, check_window=lambda: None)
    sys.stdout.flush()
    os.write(1, part.encode())
    command = []
"""


class OnATerminal:
    """Runs `aside` with its output on a pseudo-terminal."""

    def __init__(self, home: Path, **environment: str) -> None:
        self._environment = os.environ | {"ASIDE_HOME": str(home), "COLUMNS": "200", **environment}

    def run(self, *arguments: str | bytes) -> str:
        """Return what arrived at the terminal, without the orders that Aside itself gives it."""
        return self._shown("-m", "ui", *arguments)

    def run_each(self, *commands: Sequence[str | bytes]) -> list[str]:
        """Return the same for each of several commands, one after the other in one process."""
        arguments = [part for command in commands for part in (*command, _NEXT)]
        return self._shown("-c", _EACH_COMMAND, *arguments).split(_NEXT)[:-1]

    def _shown(self, *arguments: str | bytes) -> str:
        ours, theirs = pty.openpty()
        import tty

        tty.setraw(theirs)  # so that the terminal's own treatment of line breaks does not blur what was written
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=self._environment, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        arrived = b"".join(_pieces(ours))
        os.close(ours)
        process.wait(90)
        return OUR_OWN.sub("", arrived.decode("utf-8"))


def _pieces(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the last one who had it open has ended
            return
        if not piece:
            return
        yield piece


@pytest.fixture
def terminal(aside_home: Path) -> OnATerminal:
    return OnATerminal(aside_home)


def orders_in(text: str) -> list[str]:
    return OBEYED.findall(text)


def test_a_model_gives_no_orders_in_its_thought_or_its_answer(terminal: OnATerminal, tmp_path: Path) -> None:
    pieces = [f"{number}: {order} " for number, order in enumerate(ORDERS.values())]
    middle = len(pieces) // 2
    reply = ["<think>", *pieces[:middle], "</think>", "\n\n", *pieces[middle:], "the end", "<|im_end|>"]
    model = scripted_model(tmp_path, reply, vocabulary=USER_DEFINED_THINK)

    shown = terminal.run("ask", "--model", str(model), "Hello")

    assert "the end" in shown
    assert orders_in(shown) == []
    assert "^[]52;c;cm0gLXJmIH4=^G" in shown
    assert "<U+202E>fugg.ngis" in shown
    assert "rm -rf ~^Mls" in shown


def test_an_order_cut_between_two_pieces_is_no_order(terminal: OnATerminal, tmp_path: Path) -> None:
    pieces: list[str | bytes] = ["x", "\x1b", "]0;", "pwned", "\x07", " y\r", "\nz\r", b"w \xc2", b"\x9b", "2J"]
    reply = [*pieces, "<|im_end|>"]
    model = scripted_model(tmp_path, reply, chat_template=templates.PLAIN)

    shown = terminal.run("ask", "--model", str(model), "Hello")

    assert orders_in(shown) == []
    assert "x^[]0;pwned^G y\nz^Mw <U+009B>2J" in shown


def test_what_scripts_and_pictures_need_is_shown_as_it_is(terminal: OnATerminal, tmp_path: Path) -> None:
    honest = ["👩", "\u200d", "💻 ", "می", "\u200c", "خواهم ", "क्", "\u200d" + "ष ", "#\ufe0f\u20e3", "<|im_end|>"]
    model = scripted_model(tmp_path, honest, chat_template=templates.PLAIN)

    shown = terminal.run("ask", "--model", str(model), "Hello")

    assert "".join(honest[:-1]) in shown


def test_json_on_a_terminal_gives_no_orders_and_says_the_same(terminal: OnATerminal, tmp_path: Path) -> None:
    pieces = [f"{number}: {order} " for number, order in enumerate(ORDERS.values())]
    model = scripted_model(tmp_path, [*pieces, "<|im_end|>"], chat_template=templates.PLAIN)

    shown = terminal.run("ask", "--json", "--model", str(model), "Hello")

    assert orders_in(shown) == []
    events = [json.loads(line) for line in shown.splitlines()]
    assert "".join(event["text"] for event in events if event["event"] == "answer") == "".join(pieces)


def test_a_pipe_gets_every_byte_as_the_model_wrote_it(aside_home: Path, tmp_path: Path) -> None:
    pieces = [f"{number}: {order} " for number, order in enumerate(ORDERS.values())]
    model = scripted_model(tmp_path, [*pieces, "<|im_end|>"], chat_template=templates.PLAIN)
    command = [sys.executable, "-m", "ui", "ask", "--model", str(model), "Hello"]

    said = subprocess.run(command, cwd=ROOT, capture_output=True, env=dict(os.environ), timeout=90, check=True).stdout

    assert said.decode() == "".join(pieces) + "\n"


def test_an_argument_gives_no_orders_through_the_message_about_it(terminal: OnATerminal) -> None:
    shown = terminal.run("ask", "Hello", "".join(ORDERS.values()))

    assert "error: unrecognized arguments" in shown
    assert orders_in(shown) == []


def test_names_of_files_give_no_orders_in_tables_or_sentences(
    terminal: OnATerminal, tmp_path: Path, dice: random.Random, attacks: int
) -> None:
    names = [f"{number}{order.replace('/', '_')}".encode()[:200] for number, order in enumerate(ORDERS.values())]
    names += [b"two\nlines", b"a\ttab"]
    paths = [Path(os.fsdecode(bytes(tmp_path) + b"/" + name + b".gguf")) for name in names]
    library = library_of(AppPaths.from_environment())
    for path in paths:
        write_gguf(path.with_name("plain.gguf")).rename(path)
        library.import_file(path)
    tried = dice.sample(paths, min(len(paths), attacks // 4))
    imports = [("models", "import", os.fsencode(path)) for path in (write_gguf(tmp_path / "plain.gguf"), *tried)]
    shown_of_a_plain_one, *others, listed = terminal.run_each(*imports, ("models", "list"))
    for path, shown in zip(tried, others, strict=True):
        assert orders_in(shown.replace("\r", "")) == [], path
        assert shown.count("\r") == shown_of_a_plain_one.count("\r"), "the line of progress writes over itself"
        assert shown.count("\n") == 1, shown

    assert orders_in(listed) == []
    assert listed.count("\n") == len(names) + 2, "a row for each, the plain one, and the built-in one"
    assert "two^Jlines" in listed
    assert "a^Itab" in listed


def test_a_file_that_is_not_there_gives_no_orders(terminal: OnATerminal) -> None:
    name = b"/nowhere/\xff\xfe" + "".join(ORDERS.values()).encode() + b"two\nlines.gguf"

    shown = terminal.run("ask", "--model", name, "Hello")

    assert "two^Jlines.gguf" in shown
    assert orders_in(shown) == []
    assert shown.count("\n") == 2


def test_what_a_file_says_of_itself_is_one_plain_line_in_a_sentence(
    terminal: OnATerminal, tmp_path: Path, dice: random.Random, attacks: int
) -> None:
    tried = dice.sample(list(ORDERS.values()), min(len(ORDERS), attacks // 4))
    paths = [
        write_gguf(tmp_path / f"{number}.gguf", architecture=f"evil{order}\nand more{'x' * 500}")
        for number, order in enumerate(tried)
    ]
    for shown in terminal.run_each(*(("ask", "--model", str(path), "Hello") for path in paths)):
        assert orders_in(shown) == []
        assert shown.count("\n") == 2, shown
        assert max(map(len, shown.splitlines())) < 250


def test_a_template_gives_no_orders_when_it_refuses(terminal: OnATerminal, tmp_path: Path) -> None:
    spelled = json.dumps("".join(ORDERS.values()))
    template = "{{ raise_exception(" + spelled + ") }}"
    model = scripted_model(tmp_path, ["Yes", "<|im_end|>"], chat_template=template)

    shown = terminal.run("ask", "--model", str(model), "Hello")

    assert "template failed" in shown
    assert orders_in(shown) == []
    assert shown.count("\n") == 2


def test_a_hub_gives_no_orders(aside_home: Path) -> None:
    every = "".join(ORDERS.values())
    with FakeHub() as hub:
        hub.add(
            "org/evil-GGUF",
            {},
            card={"license": every, "license_name": every, "base_model": [every]},
            tags=["gguf", f"license:{every}", every],
            gated=every,
        )
        shown = OnATerminal(aside_home, HF_ENDPOINT=hub.endpoint).run("models", "search", "evil")

    assert "org/evil-GGUF" in shown
    assert orders_in(shown) == []
    assert shown.count("\n") == 1


def test_what_is_unseen_is_spelled_out_also_where_no_other_letter_is() -> None:
    letters = [chr(number) for number in (*range(0x3400), *range(0xF900, 0x10000), *range(0xE0000, 0xE0200))]

    assert [letter for letter in letters if visible(letter) + "\n" != visible(f"{letter}\n")] == []


def test_whatever_is_made_visible_can_be_printed(dice: random.Random, attacks: int) -> None:
    alphabet = "".join(ORDERS.values()) + "aé漢👩\u200c\u200d\ufe0f\u0645\u0915\n\t"
    for _ in range(attacks * 50):
        text = "".join(dice.choices(alphabet, k=dice.randrange(60)))

        assert orders_in(visible(text)) == []
        assert not set("\n\t") & set(visible_line(text))
        assert len(quoted(text, longest=30)) <= 30
