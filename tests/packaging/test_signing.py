"""One key from its ceremony to what people install: what it signed is believed, what was changed afterwards is not."""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from app.inference.packs.errors import PackIsDamaged, PackIsNotSigned
from app.inference.packs.pack_store import PackStore
from app.signed_file import Role, signed_text, trusted_keys
from app.updates.errors import NewsNotTrusted
from app.updates.update_check import UpdateChannel, UpdateCheck
from tests.packaging.conftest import ROOT, Script

NEWS = (
    b'{"version": "9.0.0", "published_on": "2026-11-01", "expires_on": "2999-12-31", "notes": "News.", '
    b'"link": "https://example.org/9"}'
)


@dataclass(frozen=True, slots=True)
class Ceremony:
    """The script after a ceremony with a throw-away key, and the file of keys that Aside would come with."""

    script: ModuleType
    keys: Path
    secret: Path

    def run(self, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["sign.py", *arguments])
        result: int = self.script.main()
        return result


@pytest.fixture
def ceremony(script: Script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ceremony:
    module = script("sign.py")
    keys, secret = tmp_path / "signing_keys.txt", tmp_path / "aside.secret"
    keys.write_text("# keys\n", encoding="utf-8")
    monkeypatch.setattr(module, "KEYS", keys)
    made = Ceremony(module, keys, secret)
    assert made.run(monkeypatch, "ceremony", str(secret)) == 0
    monkeypatch.setenv("ASIDE_SIGNING_KEY", secret.read_text(encoding="ascii"))
    return made


def test_the_secret_is_for_its_owner_and_the_public_half_for_aside(ceremony: Ceremony) -> None:
    if os.name == "posix":
        assert ceremony.secret.stat().st_mode & 0o077 == 0
    (public,) = trusted_keys(Role.ARTEFACT, ceremony.keys)

    assert len(public) == 32
    assert ceremony.secret.read_text(encoding="ascii").strip() not in ceremony.keys.read_text(encoding="utf-8")


def test_a_secret_is_never_overwritten_nor_put_into_the_clone(
    ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ceremony.keys.read_text(encoding="utf-8")

    for place in (ceremony.secret, ROOT / "aside.secret"):
        with pytest.raises(SystemExit, match=r"aside\.secret"):
            ceremony.run(monkeypatch, "ceremony", str(place))

    assert ceremony.keys.read_text(encoding="utf-8") == before
    assert not (ROOT / "aside.secret").exists()


def test_a_secret_that_nobody_trusts_stops_a_release(
    ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert ceremony.run(monkeypatch, "check") == 0
    monkeypatch.setenv("ASIDE_SIGNING_KEY", "11" * 32)
    file = tmp_path / "file"
    file.write_bytes(b"x")

    for arguments in (("check",), ("file", "artefact", str(file))):
        with pytest.raises(SystemExit, match="not among the keys"):
            ceremony.run(monkeypatch, *arguments)
    monkeypatch.setenv("ASIDE_SIGNING_KEY", "no key")
    with pytest.raises(SystemExit, match="is no key"):
        ceremony.run(monkeypatch, "check")
    assert not Path(f"{file}.sig").exists()


def test_without_a_secret_nothing_is_signed_and_a_workflow_says_so(
    ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ASIDE_SIGNING_KEY")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    file = tmp_path / "file"
    file.write_bytes(b"x")

    assert ceremony.run(monkeypatch, "check") == 0
    assert ceremony.run(monkeypatch, "file", "artefact", str(file)) == 0

    assert capsys.readouterr().out.count("::warning title=Unsigned::") == 2
    assert not Path(f"{file}.sig").exists()


def test_what_is_signed_is_verified_and_what_was_changed_is_not(
    ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    good, changed, unsigned = (tmp_path / name for name in ("good", "changed", "unsigned"))
    for file in (good, changed, unsigned):
        file.write_bytes(b"content")
    ceremony.run(monkeypatch, "file", "artefact", str(good), str(changed), str(tmp_path))
    changed.write_bytes(b"Content")

    assert ceremony.run(monkeypatch, "verify", "artefact", str(good)) == 0
    assert ceremony.run(monkeypatch, "verify", "artefact", str(good), str(changed), str(unsigned)) == 1
    assert ceremony.script.untrusted("artefact", [str(good), str(changed), str(unsigned)], ceremony.keys) == [
        str(changed),
        str(unsigned),
    ]


def test_a_pack_of_the_key_installs_and_a_changed_one_does_not(
    ceremony: Ceremony, script: Script, tmp_path: Path
) -> None:
    module = tmp_path / "libggml-vulkan.so"
    module.write_bytes(b"machine code")
    builder = script("build_pack.py")
    pack: Path = builder.assemble("vulkan", [module], tmp_path)
    store = PackStore(tmp_path / "packs", engine=builder.VERSION)
    keys = trusted_keys(Role.PACK, ceremony.keys)

    assert store.install(pack, keys=keys).modules[0].read_bytes() == b"machine code"
    with pytest.raises(PackIsNotSigned):
        store.install(pack, keys=())
    for change, error in ((_code, PackIsDamaged), (_manifest, PackIsNotSigned)):
        bad = tmp_path / f"{change.__name__}.tar.gz"
        bad.write_bytes(gzip.compress(change(gzip.decompress(pack.read_bytes()))))
        with pytest.raises(error):
            store.install(bad, keys=keys)
    assert store.installed()[0].modules[0].read_bytes() == b"machine code", "the sound one stays"


def _code(archive: bytes) -> bytes:
    return archive.replace(b"machine code", b"Machine code")


def _manifest(archive: bytes) -> bytes:
    return archive.replace(b'"made_on": "2', b'"made_on": "3')


def test_news_of_the_key_are_told_and_changed_ones_are_not(
    ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    news = tmp_path / "news.json"
    news.write_bytes(NEWS)
    assert ceremony.run(monkeypatch, "file", "news", str(news)) == 0
    signature = Path(f"{news}.sig").read_bytes()

    def check(content: bytes) -> UpdateCheck:
        answers: dict[str, Callable[[], bytes]] = {"": lambda: content, ".sig": lambda: signature}
        return UpdateCheck(
            UpdateChannel("https://example.org/news.json"),
            state_file=tmp_path / "asked.json",
            version="0.1.0",
            keys=trusted_keys(Role.NEWS, ceremony.keys),
            fetch=lambda address: answers[address.removeprefix("https://example.org/news.json")](),
        )

    told = check(NEWS).news()
    assert told is not None
    assert told.version == "9.0.0"
    with pytest.raises(NewsNotTrusted):
        check(NEWS.replace(b"example.org", b"example.com")).news()


@pytest.mark.parametrize("role", list(Role))
def test_what_is_signed_for_one_thing_is_signed_for_no_other(
    ceremony: Ceremony, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, role: Role
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"content")
    ceremony.run(monkeypatch, "file", role, str(file))

    assert ceremony.script.signed_text(role, b"content") == signed_text(role, b"content")
    assert {other for other in Role if ceremony.run(monkeypatch, "verify", other, str(file)) == 0} == {role}


def test_a_key_signs_only_what_its_line_says(ceremony: Ceremony) -> None:
    ceremony.keys.write_text(f"{'a' * 64} pack news # two\n{'b' * 64}  # all\nnot hexadecimal\n", encoding="utf-8")

    assert [len(trusted_keys(role, ceremony.keys)) for role in (Role.PACK, Role.NEWS, Role.ARTEFACT)] == [2, 2, 1]
