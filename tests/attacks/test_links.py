"""Addresses from models that pretend to lead elsewhere, or would take something along."""

from __future__ import annotations

import random
import string

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.documents.addresses import may_be_opened
from ui.chat.transcript.link_menu import link_menu
from ui.documents.shown_address import shown_address, shown_host, told_address, web_address

REFUSED = (
    "https://bank.example@evil.example/",
    "https://bank.example:pass@evil.example/",
    "https://bank.example%40evil.example/",
    "https://@evil.example/",
    r"https://bank.example\@evil.example/",
    "http:evil.example",
    "https:///evil.example",
    "mailto:a@b.example?attach=/etc/passwd",
    "mailto:a@b.example?attachment=/etc/passwd",
    "mailto:a@b.example?subject=x&Attach=/etc/passwd",
    "mailto:a@b.example?%61ttach=/etc/passwd",
    "mailto:a@b.example?bcc=me@evil.example",
    "mailto:a@b.example?from=boss@b.example",
    "mailto:a@b.example?x-mailer=x",
    "mailto:a@b.example?subject=x%0d%0abcc:me@evil.example",
    "mailto:a@b.example%0abcc:me@evil.example",
    "mailto://a@b.example",
    "file:///etc/passwd",
    "smb://evil.example/x",
)
ALLOWED = (
    "https://a.example/x?y=z@w#v",
    "https://a.example/@user",
    "http://127.0.0.1:8080/",
    "https://[::1]/",
    "mailto:a@b.example",
    "mailto:a@b.example?subject=Hello%20you&body=two%0D%0Alines&cc=c@d.example",
)


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_pretends_or_takes_along_is_no_link(address: str, qtbot: QtBot) -> None:
    parent = QLabel()
    qtbot.addWidget(parent)

    assert not may_be_opened(address)
    assert web_address(address) is None
    assert link_menu(address, parent) is None


@pytest.mark.parametrize("address", ALLOWED)
def test_an_honest_address_is_offered(address: str, qtbot: QtBot) -> None:
    parent = QLabel()
    qtbot.addWidget(parent)

    menu = link_menu(address, parent)

    assert menu is not None
    assert [action.isEnabled() for action in menu.actions()][-2:] == [True, True]


def test_the_host_is_shown_whole_however_long_the_address_is(dice: random.Random, attacks: int, qtbot: QtBot) -> None:
    parent = QLabel()
    qtbot.addWidget(parent)
    for _ in range(attacks * 20):
        labels = ["bank", "example", *("".join(dice.choices(string.ascii_lowercase, k=60)) for _ in range(3))]
        host = ".".join([*labels[: dice.randrange(2, 5)], "evil", "example"])
        path = "".join(dice.choices(string.ascii_letters + "/&?=.%2", k=dice.randrange(3000))).replace("%", "%41")
        url = web_address(f"https://{host}/{path}")
        assert url is not None

        assert "".join(shown_host(url)) == host
        assert shown_address(url).startswith(f"https://{host}/")
        assert len(shown_address(url)) < len(host) + 100
        menu = link_menu(f"https://{host}/{path}", parent)
        assert menu is not None
        told = [action.text() for action in menu.actions() if not action.isEnabled() and not action.isSeparator()]
        assert "".join(told[:-1]) == host
        assert max(map(len, told[:-1])) <= 64
        assert f"//{host}/" in told_address(f"https://{host}/{path}")
        menu.deleteLater()


@pytest.mark.parametrize(
    "address", ["https://аpple.example/", "https://раура1.example/x", "https://ex\u0101mple.example/"]
)
def test_letters_of_other_scripts_in_a_host_are_shown_as_what_they_are(address: str) -> None:
    url = web_address(address)
    assert url is not None

    assert all(line.isascii() and "xn--" in line for line in shown_host(url))
    assert "xn--" in told_address(address)


def test_what_is_only_told_of_is_told_in_a_line() -> None:
    told = told_address("data:text/html,\u202egnp\n" + "x" * 5000)

    assert "<U+202E>gnp^J" in told
    assert len(told) < 200
