"""The servers of tools that are kept: in a file without secrets, and taken from what other apps write."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.engines.known_endpoints import KeptEndpoint, KnownEndpoints
from app.hub.connection.token_store import TokenStore
from app.messages import Image
from app.tools.errors import NoSuchTool, NoToolServersFound, ToolServerNameIsTaken, ToolServersAreDamaged
from app.tools.kept_servers import KeptServer, KeptServers, is_secret, pasted_servers
from app.tools.other_apps import servers_of_other_apps
from app.tools.person_environment import environment_for_others
from app.tools.resource_file import file_of, pictures_of
from app.tools.server_process.messages import Picture, ResourceRead, ServerResource
from app.tools.toolbox import wire_name
from tests.fakes.steps import PNG


class Keyring:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


FILES = KeptServer(
    "files", ("npx", "-y", "files", "/tmp"), environment={"FILES_API_KEY": "s3cret", "DEBUG": "1"}, folder="/tmp"
)
FAR = KeptServer("far", url="https://example.org/mcp", headers={"Authorization": "Bearer s3cret"})


def test_secrets_lie_in_the_keyring_and_nowhere_else(tmp_path: Path) -> None:
    keyring = Keyring()
    path = tmp_path / "new" / "servers.json"
    kept = KeptServers(path, keys=TokenStore(keyring=keyring))
    assert kept.add(FILES) == kept.add(FAR) == ()

    assert b"s3cret" not in path.read_bytes()
    again = KeptServers(path, keys=TokenStore(keyring=keyring))
    assert again.whole(again.named("files")).environment == FILES.environment
    assert again.whole(again.named("far")).headers == FAR.headers
    again.remove("files")
    again.remove("far")
    assert (again.list(), keyring.kept) == ((), {})


def test_what_no_keyring_takes_is_found_in_the_environment(tmp_path: Path) -> None:
    class NoKeyring(TokenStore):
        def save(self, endpoint: str, token: str) -> bool:
            return False

    kept = KeptServers(tmp_path / "servers.json", keys=NoKeyring(keyring=Keyring()))
    assert kept.add(FILES) == ("FILES_API_KEY",)
    assert kept.whole(kept.named("files"), {"FILES_API_KEY": "other"}).environment["FILES_API_KEY"] == "other"


def test_names_are_taken_once_and_damage_is_said(tmp_path: Path) -> None:
    kept = KeptServers(tmp_path / "servers.json", keys=TokenStore(keyring=Keyring()))
    kept.add(FILES)
    for name in ("files", "calculate"):
        with pytest.raises(ToolServerNameIsTaken):
            kept.add(KeptServer(name, ("x",)))
    with pytest.raises(NoSuchTool, match="files"):
        kept.named("nothing")
    for content in ("{", '[{"name": 1}]', '{"a": 1}'):
        (tmp_path / "servers.json").write_text(content)
        with pytest.raises(ToolServersAreDamaged):
            kept.list()


def test_servers_that_are_added_at_once_are_all_kept_and_an_editors_mark_is_no_fault(tmp_path: Path) -> None:
    tools, endpoints = tmp_path / "new" / "tools.json", tmp_path / "new" / "endpoints.json"

    def add(name: str) -> None:  # each with objects of its own, as two programs have
        KeptServers(tools).add(KeptServer(name, ("true",)))
        KnownEndpoints(endpoints).add(KeptEndpoint(name, f"http://{name}:80"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, "abcdefgh"))
    for path in (tools, endpoints):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert sorted(one.name for one in KeptServers(tools).list()) == list("abcdefgh")
    assert sorted(one.name for one in KnownEndpoints(endpoints).list()) == list("abcdefgh")


@pytest.mark.parametrize("around", ["mcpServers", "servers", ""])
def test_settings_of_other_apps_are_read(around: str) -> None:
    servers = {
        "My files!": {"command": "npx", "args": ["-y", "files", 8080], "env": {"A": "b", "N": 1}, "cwd": "/tmp"},
        "far": {"type": "http", "url": "https://example.org/mcp", "headers": {"X": "y"}},
        "list": {"command": ["uvx", "it"]},
        "nonsense": {"command": 7},
        "more": [],
        "calculate": {"command": "x"},
    }
    found = pasted_servers(json.dumps({around: servers} if around else servers))

    assert found == (
        KeptServer("My-files", ("npx", "-y", "files", "8080"), environment={"A": "b", "N": "1"}, folder="/tmp"),
        KeptServer("far", url="https://example.org/mcp", headers={"X": "y"}),
        KeptServer("list", ("uvx", "it")),
        KeptServer("calculate-2", ("x",)),
    )


def test_settings_are_read_with_comments_and_from_the_midst_of_a_page() -> None:
    told = """{
      // of the editor
      "inputs": [{"type": "promptString", "id": "key"}],
      "servers": {
        "git": {"type": "stdio", "command": "uvx", "args": ["mcp-server-git",],}, /* more */
      },
    }"""
    assert pasted_servers(told) == (KeptServer("git", ("uvx", "mcp-server-git")),)
    assert pasted_servers('"time": {"command": "uvx", "args": ["t"]},') == (KeptServer("time", ("uvx", "t")),)


@pytest.mark.parametrize(
    ("name", "value", "is_so"),
    [
        ("GITHUB_PERSONAL_ACCESS_TOKEN", "x", True),
        ("GH", "ghp_0123456789abcdefABCDEF0123456789abcd", True),
        ("ANYTHING", "sk-proj-abcdefghijklmnop", True),
        ("DB", "postgres://me:hunter2@db.example/x", True),
        ("ID", "0123456789abcdef0123456789abcdef", True),
        ("FOLDER", "/home/me/notes", False),
        ("ADDRESS", "https://example.org/mcp", False),
        ("LEVEL", "debug", False),
        ("API_KEY", "", False),
    ],
)
def test_what_is_secret_is_seen_by_its_name_or_its_value(name: str, value: str, *, is_so: bool) -> None:
    assert is_secret(name, value) is is_so


def test_placeholders_are_what_the_environment_has_of_them_but_nothing_of_ours(tmp_path: Path) -> None:
    kept = KeptServers(tmp_path / "servers.json", keys=TokenStore(keyring=Keyring()))
    kept.add(
        KeptServer(
            "far",
            url="https://example.org",
            headers={"A": "Bearer ${env:MINE}", "B": "${HF_TOKEN}", "C": "${input:key}", "D": "$MINE ${MINE}"},
        )
    )
    whole = kept.whole(kept.named("far"), {"MINE": "m", "HF_TOKEN": "s3cret", "SHLVL": "1"})
    assert whole.headers == {"A": "Bearer m", "B": "${HF_TOKEN}", "C": "${input:key}", "D": "$MINE m"}


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_servers_are_found_where_other_apps_keep_them_and_only_read(tmp_path: Path, platform: str) -> None:
    settings = {
        "linux": tmp_path / ".config",
        "darwin": tmp_path / "Library" / "Application Support",
        "win32": tmp_path / "roaming",
    }[platform]
    environment = {"APPDATA": str(tmp_path / "roaming")} if platform == "win32" else {}
    servers = json.dumps({"mcpServers": {"a": {"command": "x", "env": {"KEY": "s3cret"}}}})
    told = {
        settings / "Claude" / "claude_desktop_config.json": servers,
        tmp_path / ".claude.json": json.dumps({"projects": {"/a": {"mcpServers": {"no": {"command": "n"}}}}, "n": 1}),
        tmp_path / ".cursor" / "mcp.json": servers,
        settings / "Code" / "User" / "mcp.json": '{"servers": {"b": {"url": "https://b.example/mcp"},},} // end',
        settings / "Code" / "User" / "settings.json": '{"mcp": {"servers": {"c": {"command": "y"}}}}',
        tmp_path / ".lmstudio" / "mcp.json": servers,
        tmp_path / ".codex" / "config.toml": '[mcp_servers.d]\ncommand = "z"\nargs = ["1"]\n',
        tmp_path / ".gemini" / "settings.json": '{"theme": "dark"}',
        tmp_path / ".codeium" / "windsurf" / "mcp_config.json": "{{{",
    }
    for path, content in told.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    found = servers_of_other_apps(home=tmp_path, environment=environment, platform=platform)

    assert [(one.app, [server.name for server in one.servers]) for one in found] == [
        ("Claude Desktop", ["a"]),
        ("Cursor", ["a"]),
        ("VS Code", ["b"]),
        ("VS Code", ["c"]),
        ("LM Studio", ["a"]),
        ("Codex", ["d"]),
    ]
    assert found[0].servers[0].environment == {"KEY": "s3cret"}
    assert {path: path.read_text(encoding="utf-8") for path in told} == told


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"mcpServers": {}}', '{"a": {"b": 1}}', "[" * 90_000, "7"])
def test_what_holds_no_servers_is_said(text: str) -> None:
    with pytest.raises(NoToolServersFound):
        pasted_servers(text)


def test_programs_of_others_get_the_persons_environment_without_what_is_ours() -> None:
    given = {
        "PATH": "/bin",
        "HOME": "/home/a",
        "SHLVL": "1",
        "PYTHONSAFEPATH": "1",
        "ASIDE_ENDPOINT_KEY": "s3cret",
        "HF_TOKEN": "s3cret",
        "LD_LIBRARY_PATH": "/bundle",
        "LD_LIBRARY_PATH_ORIG": "/mine",
    }

    assert environment_for_others(given) == {
        "PATH": "/bin",
        "HOME": "/home/a",
        "SHLVL": "1",
        "LD_LIBRARY_PATH": "/mine",
    }


def test_an_app_that_was_started_by_a_double_click_asks_the_shell_for_its_path(tmp_path: Path) -> None:
    shell = tmp_path / "shell"
    shell.write_text('#!/bin/sh\necho Welcome\nPATH=/opt/node/bin:/bin\neval "$2"\n')
    shell.chmod(0o755)

    assert environment_for_others({"PATH": "/bin:/usr/bin", "SHELL": str(shell)})["PATH"] == (
        "/opt/node/bin:/bin:/usr/bin"
    )
    assert environment_for_others({"PATH": "/bin", "SHELL": "/no/shell"})["PATH"] == "/bin"


def test_models_are_told_names_that_every_server_takes() -> None:
    assert wire_name("my.server", "say hello", ()) == "my_server__say_hello"
    assert wire_name("a", "b c", {"a__b_c"}) == "a__b_c_2"
    long = wire_name("a" * 40, "b" * 200, ())
    assert len(long) == 64
    assert wire_name("a" * 40, "b" * 200, {long}).endswith("_2")


@pytest.mark.parametrize(
    ("resource", "read", "name"),
    [
        (ServerResource("a://b/notes.md", "notes"), ResourceRead(1, "# N", kind="text/markdown"), "notes.md"),
        (ServerResource("a://b/../../etc/pass wd", ""), ResourceRead(1, "x"), "pass wd"),
        (
            ServerResource("a://b", "../../.ssh/\u202econfig\n"),
            ResourceRead(1, "x", kind="text/plain"),
            "ssh-U+202E-config^J.txt",
        ),
        (ServerResource("a://b", "main.py"), ResourceRead(1, "x", kind="text/plain; charset=utf-8"), "main.py"),
        (ServerResource("a://b", "shot", kind="image/png"), ResourceRead(1, data=PNG), "shot.png"),
        (ServerResource("a://b", "..."), ResourceRead(1), "resource"),
    ],
)
def test_a_resource_is_a_file_of_a_plain_name(resource: ServerResource, read: ResourceRead, name: str) -> None:
    assert file_of(resource, read).name == name


def test_a_picture_is_what_it_is_and_not_what_is_said_of_it() -> None:
    huge = PNG[:16] + (60_000).to_bytes(4, "big") * 2 + PNG[24:]
    sent = [Picture("image/jpeg", PNG), Picture("image/png", b"<svg/>"), Picture("image/png", huge)]

    assert pictures_of(sent) == (Image("picture-1.png", PNG),)
