"""Variables of the environment with something around their values, or with bad ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.environment import tidied, tidy_environment
from app.hub.connection.access import HubConnection
from app.paths import AppPaths


@pytest.mark.parametrize(
    ("value", "tidy"),
    [
        ("https://hub.example.org ", "https://hub.example.org"),
        ("\thf_abc\r\n", "hf_abc"),
        ('"https://hub.example.org"', "https://hub.example.org"),
        ("'/home/me/my models' ", "/home/me/my models"),
        ("\ufeffhf_abc", "hf_abc"),
        (" ", ""),
        ('""', ""),
        ('"', '"'),
        ("a b", "a b"),
    ],
)
def test_what_is_around_a_value_is_taken_away(value: str, tidy: str) -> None:
    environment = {"https_proxy": value, "OTHER": value}

    tidy_environment(environment)

    assert tidied(value) == tidy
    assert environment == ({"https_proxy": tidy} if tidy else {}) | {"OTHER": value}


def test_the_hub_s_variables_are_read_without_it() -> None:
    connection = HubConnection.from_environment(
        {"HF_ENDPOINT": "http://127.0.0.1:9/ ", "HF_TOKEN": '"hf_abc" ', "HF_HUB_OFFLINE": "1 "}
    )
    assert (connection.endpoint, connection.token, connection.is_offline) == ("http://127.0.0.1:9", "hf_abc", True)

    empty = HubConnection.from_environment({"HF_ENDPOINT": " ", "HF_TOKEN": " "}, endpoint="https://m.example.org")
    assert (empty.endpoint, empty.endpoint_variable, empty.token_variable) == ("https://m.example.org", "", "")


def test_the_home_is_read_without_it(tmp_path: Path) -> None:
    assert AppPaths.from_environment({"ASIDE_HOME": f"{tmp_path} "}) == AppPaths.from_environment(
        {"ASIDE_HOME": str(tmp_path)}
    )
    assert AppPaths.from_environment({"ASIDE_HOME": " "}) == AppPaths.from_environment({})


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"HF_ENDPOINT": "http://127.0.0.1:9 "}, "127.0.0.1"),
        ({"HF_ENDPOINT": "http://127.0.0.1:abc"}, "HF_ENDPOINT"),
        ({"HF_ENDPOINT": "not an address"}, "HF_ENDPOINT"),
        ({"HF_TOKEN": "hf_ü"}, "HF_TOKEN"),
        ({"HF_HUB_OFFLINE": "1 "}, "offline"),
        ({"HTTPS_PROXY": "http://127.0.0.1:9 "}, "reached"),
        ({"HTTPS_PROXY": "http://127.0.0.1:abc"}, "HTTPS_PROXY"),
        ({"https_proxy": "a proxy"}, "HTTPS_PROXY"),
        ({"ALL_PROXY": "socks5://127.0.0.1:9 "}, "ALL_PROXY"),
        ({"SSL_CERT_FILE": "/nowhere.pem "}, "SSL_CERT_FILE"),
    ],
)
def test_a_bad_variable_is_a_sentence(aside_home: Path, variables: dict[str, str], words: str) -> None:
    clean = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    result = subprocess.run(
        [sys.executable, "-m", "ui", "models", "search", "qwen"],
        cwd=Path(__file__).parents[2],
        env={**clean, "HF_ENDPOINT": "https://127.0.0.1:9", **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert result.returncode == 1, result.stderr
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) <= 3
