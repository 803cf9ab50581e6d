"""Brings `resources/translations` up to date: `python packaging/translations/update.py`.

Collects the phrases of the source, keeps what is translated, drops what is gone, and compiles. A phrase that another
context has translated already takes that translation. What is left to translate is printed; `--check` only compares.
`resources/translations/README.md` says how to translate.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from phrases_in_source import Phrase, phrases_of  # noqa: E402
from translation_file import Message, read_translation  # noqa: E402

FOLDER = ROOT / "resources" / "translations"
PLURAL_FORMS = {"en": 2, "de": 2, "zh_CN": 1}
"""The languages, and how many plural forms each has. English has a file for its plural forms alone."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Update every language and return the exit code: 1 where something is left to do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; say whether something would change")
    options = parser.parse_args(arguments)
    phrases = phrases_of(ROOT)
    for fault in phrases.faults:
        print(fault)
    left = 0
    for language in PLURAL_FORMS:
        path = translation_path(language)
        old = read_translation(path) if path.exists() else ()
        messages = merged(phrases.places, old, language)
        missing = [message for message in messages if not message.is_finished]
        for message in missing:
            print(f"{language}: {message.context}: {message.source!r}")
        left += len(missing)
        text = as_ts(messages, language)
        if options.check:
            left += text != path.read_text(encoding="utf-8")
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
            compile_translation(path, path.with_suffix(".qm"))
    return 1 if left or phrases.faults else 0


def translation_path(language: str) -> Path:
    """Return where a language's translation lies."""
    return FOLDER / f"aside_{language}.ts"


def merged(places: dict[Phrase, str], old: Sequence[Message], language: str) -> list[Message]:
    """Return a message for each phrase of the source, translated as far as it was before."""
    known = {(message.context, message.source): message for message in old if message.is_finished}
    elsewhere = {message.source: message for message in old if message.is_finished}
    found = []
    for phrase, place in places.items():
        if language == "en" and not phrase.is_counted:
            continue
        before = known.get((phrase.context, phrase.source)) or elsewhere.get(phrase.source)
        count = PLURAL_FORMS[language] if phrase.is_counted else 1
        forms = before.forms if before is not None and len(before.forms) == count else ("",) * count
        found.append(Message(phrase.context, phrase.source, forms, phrase.is_counted, place))
    return sorted(found, key=lambda message: (message.context, message.place, message.source))


def as_ts(messages: Sequence[Message], language: str) -> str:
    """Return the text of a `.ts` file. Places have no lines, so that a change elsewhere changes nothing here."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    context = None
    for message in messages:
        if message.context != context:
            lines += ["</context>"] if context is not None else []
            lines += ["<context>", f"    <name>{escape(message.context)}</name>"]
            context = message.context
        lines.append('    <message numerus="yes">' if message.is_counted else "    <message>")
        lines.append(f"        <location filename={quoteattr(message.place)}/>")
        lines.append(f"        <source>{escape(message.source)}</source>")
        lines.append(_translation(message))
        lines.append("    </message>")
    lines += ["</context>"] if context is not None else []
    return "\n".join([*lines, "</TS>", ""])


def _translation(message: Message) -> str:
    mark = "" if message.is_finished else ' type="unfinished"'
    if not message.is_counted:
        return f"        <translation{mark}>{escape(message.forms[0])}</translation>"
    forms = "".join(f"\n            <numerusform>{escape(form)}</numerusform>" for form in message.forms)
    return f"        <translation{mark}>{forms}\n        </translation>"


def compile_translation(source: Path, target: Path) -> None:
    """Write what Qt loads. Raises `CalledProcessError` with the tool's words when it fails.

    The file is replaced, not rewritten: a running window has it mapped, and would die of a bus error.
    """
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    found = str(tool) if tool.exists() else shutil.which("pyside6-lrelease")
    if found is None:
        raise FileNotFoundError("pyside6-lrelease comes with PySide6; start this script in the project's environment")
    beside = target.with_suffix(".new")
    subprocess.run([found, "-silent", str(source), "-qm", str(beside)], check=True, capture_output=True)
    beside.replace(target)


if __name__ == "__main__":
    sys.exit(main())
