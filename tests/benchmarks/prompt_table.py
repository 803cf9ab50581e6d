"""A table of what each chat template in a folder makes of a question: who put what there, what each level changes.

    uv run python tests/benchmarks/prompt_table.py TEMPLATES_DIR [--quick]

llama.cpp ships real templates in its sources under `models/templates`. Each is given a talk with a system prompt in
letters that no template has, with `auto` and with each of its levels. Checked for each prompt: its pieces are the text
that the template renders; no piece of the template holds a letter of the talk, and no letter is lost; what the level
is said to change holds all characters that a comparison letter by letter finds. Prints the rows, then one JSON object.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.errors import UserError
from app.inference.chat_template import ChatTemplate
from app.inference.control_words import effect_of
from app.inference.protocol import GenerationRequest, PromptAccount, PromptSource
from app.messages import Message
from tests.fakes.spelling_vocabulary import BEGAN_AT, account_of, levels_of

_SYSTEM, _QUESTION, _ANSWER, _NEXT = "Ἀρχή ἐστιν", "Что это?\nИ зачем?", "Ничего", "А потом? <think>"
_TALK = (Message.system(_SYSTEM), Message.user(_QUESTION), Message.assistant(_ANSWER), Message.user(_NEXT))
_BEGAN = dt.datetime.fromtimestamp(BEGAN_AT)
_FOREIGN = re.compile("[\u0370-\u04ff\u1f00-\u1fff]")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="the same: there is nothing to shorten")
    rows = [row for path in sorted(parser.parse_args().folder.glob("*.jinja")) for row in _rows(path)]
    for row in rows:
        print(" | ".join(f"{key}: {value}" for key, value in row.items()))
    wrong = [f"{row['template']} {row['level']}: {row['wrong']}" for row in rows if row.get("wrong")]
    failed = [f"{row['template']} {row['level']}" for row in rows if "fails" in row]
    counts = {"templates": len({row["template"] for row in rows}), "prompts": len(rows)}
    print(json.dumps({**counts, "wrong": wrong, "failed": failed}, ensure_ascii=False))


def _rows(path: Path) -> list[dict[str, str]]:
    source = path.read_text(encoding="utf-8")
    accounts: dict[str, PromptAccount] = {}
    rows = []
    for level in ("auto", *levels_of(source)):
        row = {"template": path.stem, "level": level}
        try:
            accounts[level] = account_of(source, GenerationRequest(_TALK, thinking=level))
            row["effect"] = json.dumps(effect_of(accounts[level].controls[0]), ensure_ascii=False)
        except UserError as error:
            row["fails"] = " ".join(f"{error.details or error}".split())
        rows.append(row)
    by_itself = (
        ChatTemplate(source, bos_token="<s>", eos_token="</s>").render(_TALK, told_time=_BEGAN) if accounts else ""
    )
    for row in rows:
        if row["level"] in accounts:
            row["wrong"] = _wrong(accounts, row["level"], by_itself)
    return rows


def _wrong(accounts: dict[str, PromptAccount], level: str, by_itself: str) -> str:
    account = accounts[level]
    template = "".join(piece.text for piece in account.pieces if piece.source is PromptSource.TEMPLATE)
    if _FOREIGN.search(template):
        return "the template holds the talk"
    if any("".join(words.split()) not in "".join(account.text.split()) for words in (_QUESTION, _NEXT)):
        return "the talk is lost"
    if account.token_ends[-1] != len(account.text):
        return "the tokens end elsewhere"
    return _wrong_control(accounts, level, by_itself)


def _wrong_control(accounts: dict[str, PromptAccount], level: str, by_itself: str) -> str:
    """Compare letter by letter: each stretch that differs must be in what is named, which may begin anywhere in it."""
    text, control = accounts[level].text, accounts[level].controls[0]
    if not control.edits:
        is_switch = any(other.text != text for other in (*accounts.values(),)) or text != by_itself
        return "it does change something" if is_switch else ""
    other = accounts[control.other_value].text if control.other_value else by_itself
    if not control.other_value and text == by_itself:
        return "it changes nothing"
    effect = effect_of(control)
    added, removed = ("".join(getattr(edit, name) * 2 for edit in control.edits) for name in ("added", "removed"))
    if control.other_value:
        text, other = other, text
    for tag, c, d, a, b in SequenceMatcher(None, other, text, autojunk=False).get_opcodes():
        if tag != "equal" and (other[c:d] not in removed or text[a:b] not in added):
            return f"{text[a:b]!r} instead of {other[c:d]!r}"
    short = [part for edit in control.edits for part in (edit.added, edit.removed) if len(part) <= 400]
    return "" if all(part in effect for part in short) else "a change is not named"


if __name__ == "__main__":
    main()
