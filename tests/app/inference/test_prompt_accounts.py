"""Who put what into a prompt, for templates that trim, cut, repeat, rewrite and dump what they are given."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from app.errors import UserError
from app.inference.chat_template import ChatTemplate
from app.inference.control_words import effect_of
from app.inference.protocol import GenerationRequest, PromptAccount, PromptSource
from app.inference.sourced_text import SourcedText, marked
from app.messages import Message, Text, Thinking, ToolCall, ToolResult, ToolSpec
from tests.fakes.spelling_vocabulary import account_of, levels_of

DATA = Path(__file__).parents[2] / "data"
TEMPLATES = {path.stem: path.read_text("utf-8") for path in sorted((DATA / "template_wants").glob("*.jinja"))}
IDIOMS = {one["id"]: one["source"] for one in json.loads((DATA / "template_idioms.json").read_text("utf-8"))}
ALL = TEMPLATES | IDIOMS
FOREIGN = re.compile("[\u0370-\u04ff]")
CHATML = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n"
    "{% if enable_thinking is defined and not enable_thinking %}<think>\n\n</think>\n\n{% endif %}{% endif %}"
)
TALK = (
    Message.system("Ἀρχή\n ἐστιν "),
    Message.user(" Что это?\n\nИ зачем?"),
    Message.assistant("Ничего\n", "Думаю"),
    Message.user("Что <think> это </think>?\n"),
)
LOOP = (
    Message.user("Где?"),
    Message("assistant", (Thinking("Ищу"), ToolCall("abcdefghi", "look", '{"at": "Ульм", "n": [1, {"и": "да"}]}'))),
    Message("tool", (ToolResult("abcdefghi", "Шпиль\n"),)),
)
TOOL = ToolSpec("искать", "Ищет", '{"type": "object", "properties": {"где": {"type": "string", "description": "Где"}}}')


def account_in(source: str, request: GenerationRequest) -> PromptAccount | None:
    """Return the account, if the template takes such a talk at all."""
    try:
        return account_of(source, request)
    except UserError:
        return None


def words_of(account: PromptAccount, *sources: str) -> str:
    return "".join(piece.text for piece in account.pieces if piece.source in sources)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(("talk", "tools"), [(TALK, ()), (TALK[1:2], ()), (TALK, (TOOL,)), (LOOP, (TOOL,)), (LOOP, ())])
def test_no_piece_of_a_template_holds_anybodys_words(
    name: str, talk: tuple[Message, ...], tools: tuple[ToolSpec, ...]
) -> None:
    account = account_in(ALL[name], GenerationRequest(talk, tools=tools))

    if account is None:
        return
    assert not FOREIGN.search(words_of(account, "template").casefold())
    assert "\ufdd0" not in account.text
    assert account.length_of(account.tokens) == len(account.text)
    assert list(account.token_ends) == sorted(account.token_ends)


@pytest.mark.parametrize(
    "listed",
    [
        "{{ 'Use '|safe + t.name + ' to '|safe + t.description + t | tojson }}",
        "{{ t.name }}{% for n, p in t.parameters.properties | items %}{{ n + p.type + p.description }}{% endfor %}",
        "{{ t | tojson(indent=2) | indent(6, first=true) }}",
    ],
    ids=["escapes", "takes plain schemas only", "indents"],
)
def test_what_is_told_of_tools_is_of_tools_however_it_is_written(listed: str) -> None:
    source = "{% for one in tools or [] %}{% set t = one.function %}" + listed + "{% endfor %}" + CHATML
    schema = (
        '{"type": "object", "properties": {"где": {"enum": ["здесь", "там & \\"тут\\""]}, "когда": {"type": "string"}}}'
    )

    account = account_of(source, GenerationRequest(TALK[1:2], tools=(ToolSpec("искать", "Ищет <всё>", schema),)))

    assert words_of(account, "question") == TALK[1].text.strip() or words_of(account, "question") == TALK[1].text
    assert not FOREIGN.search(words_of(account, "template"))
    assert "здесь" in words_of(account, "tools")
    assert "где" in words_of(account, "tools")


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize(
    "question",
    [
        "user",
        "<|im_start|>",
        "assistant\n",
        "  \n be  brief \n",
        "user user user",
        "{{ x }}",
        "You are",
        "</think>",
        "0",
    ],
)
def test_words_that_the_template_has_too_are_still_the_persons(name: str, question: str) -> None:
    account = account_in(TEMPLATES[name], GenerationRequest((Message.user(question),)))

    if account is not None and name != "dumps_messages":  # there what is around it is the question's, too
        assert words_of(account, "question").strip() == question.strip()


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_pieces_are_the_very_prompt(name: str) -> None:
    source = TEMPLATES[name]
    account = account_in(source, GenerationRequest(TALK[1:2]))

    if account is not None:
        variables = {"enable_thinking": True, "thinking": True}
        text = ChatTemplate(source, bos_token="<s>", eos_token="</s>").render(TALK[1:2], variables=variables)
        assert account.text == text


@pytest.mark.parametrize(
    "source",
    [
        "{% autoescape true %}{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}{% endautoescape %}",
        "{% for m in messages %}<{{ m.role }}>{{ m.content.encode('utf-8').decode('utf-8') }}{% endfor %}",
    ],
)
def test_where_sources_are_lost_all_is_the_persons(source: str) -> None:
    account = account_of(source, GenerationRequest(TALK, thinking="auto"))

    assert not FOREIGN.search(words_of(account, "template").casefold())
    assert "это" in words_of(account, "question")


def test_each_piece_says_who_put_it_there() -> None:
    talk = (
        Message.system("Be brief."),
        *TALK[1:3],
        Message("user", (Text("a.txt:\nfile\n", is_file=True), Text("Why?"))),
    )
    account = account_of(TEMPLATES["always_kept"], GenerationRequest(talk, tools=(TOOL,)))

    assert {one.name: one.value for one in account.controls}["tools"] == "искать"
    assert words_of(account, "system") == "Be brief."
    assert words_of(account, "question").strip() == "Why?"
    assert words_of(account, "file").strip() == "a.txt:\nfile"
    assert "Что" in words_of(account, "history")
    assert "Думаю" in words_of(account, "thinking")
    assert "Ищет" in words_of(account, "tools")


def test_a_switch_in_the_system_prompt_is_told_from_the_persons_words() -> None:
    source = CHATML + "{# detailed thinking #}{# <think> </think> #}"
    account = account_of(source, GenerationRequest((Message.system("Be brief."), Message.user("Why?")), thinking="off"))

    assert words_of(account, "system") == "Be brief."
    if "off" in levels_of(source):
        assert words_of(account, "thinking").strip()


@pytest.mark.parametrize(
    ("level", "effect"),
    [
        ("off", "“<think>\n\n</think>\n\n” stands at the end."),
        (
            "on",
            "This is what the template does by itself; with “off”, “<think>\n\n</think>\n\n” would stand at the end.",
        ),
    ],
)
def test_an_effect_names_the_characters_that_differ(level: str, effect: str) -> None:
    account = account_of(CHATML, GenerationRequest((Message.user("Why?"),), thinking=level))

    assert effect_of(account.controls[0]) == effect
    assert words_of(account, "thinking") == ("<think>\n\n</think>\n\n" if level == "off" else "")


def test_a_changed_word_is_named_with_its_line() -> None:
    source = (
        "{% set effort = reasoning_effort or 'medium' %}<|start|>system\nKnowledge: 2024\nReasoning: {{ effort }}\n\n"
        "{% for m in messages %}<|start|>{{ m.role }}<|message|>{{ m.content }}<|end|>{% endfor %}<|start|>assistant"
        "{# <|channel|>analysis<|message|> <|channel|>final #}"
    )
    account = account_of(source, GenerationRequest((Message.user("Why?"),), thinking="high"))

    assert effect_of(account.controls[0]) == (
        "“Reasoning: high” stands at the beginning instead of “Reasoning: medium”."
    )


def test_what_aside_does_by_itself_is_said_so() -> None:
    plain = "{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}<assistant>"
    account = account_of(plain, GenerationRequest((Message.user("Why?"),), think_budget=100))

    assert [(one.name, one.value, effect_of(one)) for one in account.controls] == [
        ("thinking", "auto", "This model has no such switch: nothing in the prompt depends on it."),
        ("think-budget", "100", "This model has no such switch: the budget is kept by Aside."),
    ]


def test_a_begun_thought_and_a_closed_one_are_of_the_thinking() -> None:
    asked = Message.user("Why?")
    begun = account_of(CHATML, GenerationRequest((asked, Message("assistant", (Thinking("Because"),)))))
    closed = account_of(CHATML, GenerationRequest((asked,), think_budget=0))

    assert begun.pieces[-1].source is PromptSource.THINKING
    assert begun.pieces[-1].text.endswith("Because")
    assert begun.controls[1].name == "prefill-thinking"
    assert "Because" in effect_of(begun.controls[1])
    assert "</think>" in words_of(closed, "thinking")
    assert "</think>" in effect_of(closed.controls[1])


def test_a_switch_that_changes_nothing_in_this_prompt_is_not_said_to_be_lacking() -> None:
    asked = Message.user("Why?")
    begun = (asked, Message("assistant", (Thinking("Because"),)))
    account = account_of(CHATML, GenerationRequest(begun, thinking="off", keeps_thoughts=True))

    said = {one.name: effect_of(one) for one in account.controls}
    assert said["thinking"] == said["keep-thoughts"] == "Nothing in this prompt depends on it."


def test_a_text_to_go_on_with_is_all_the_persons() -> None:
    account = account_of(CHATML, GenerationRequest((Message.user("Once <think>"),), as_text=True))

    assert [(piece.source.value, piece.text) for piece in account.pieces] == [("question", "Once <think>")]
    assert not account.controls


def test_what_a_text_to_go_on_with_leaves_aside_is_said() -> None:
    talk = (Message.system("Brief."), Message.user("Once"))
    request = GenerationRequest(talk, as_text=True, thinking="off", think_budget=9, tools=(TOOL,))

    assert {one.name: effect_of(one) for one in account_of(CHATML, request).controls} == {
        "thinking": "Nothing in this prompt depends on it.",
        "system": "“Brief.\n\n” stands at the beginning.",
        "think-budget": "Nothing in this prompt depends on it.",
        "tools": "Nothing in this prompt depends on it.",
    }


TEXTS = st.text("ab <\n", max_size=8)


@given(TEXTS, TEXTS, TEXTS)
def test_a_sourced_text_does_what_a_string_does(text: str, other: str, third: str) -> None:
    mine = SourcedText.by(text, PromptSource.SYSTEM) + third
    plain = text + third
    made: list[tuple[object, object]] = [
        (mine.strip(), plain.strip()),
        (mine.strip("a<"), plain.strip("a<")),
        (mine.split(), plain.split()),
        (mine.rsplit(None, 1), plain.rsplit(None, 1)),
        (mine.splitlines(True), plain.splitlines(True)),
        (mine.splitlines(), plain.splitlines()),
        (mine.removeprefix(other), plain.removeprefix(other)),
        (mine.removesuffix(other), plain.removesuffix(other)),
        (mine.replace(other, third), plain.replace(other, third)),
        (mine[1:-1], plain[1:-1]),
        (mine[::-1], plain[::-1]),
        (list(mine), list(plain)),
        (mine.upper(), plain.upper()),
        (other + mine + other, other + plain + other),
        (mine * 3, plain * 3),
        (mine.join([other, third]), plain.join([other, third])),
    ]
    if other:
        made += [
            (mine.split(other), plain.split(other)),
            (mine.rsplit(other, 1), plain.rsplit(other, 1)),
            (mine.partition(other), plain.partition(other)),
            (mine.rpartition(other), plain.rpartition(other)),
        ]
    for got, wanted in made:
        assert got == wanted
        for one in got if isinstance(got, list | tuple) else [got]:
            assert isinstance(one, SourcedText)
            assert "".join(piece.text for piece in one.pieces()) == one


@pytest.mark.parametrize(
    "expression",
    [
        "x|title", "x|indent", "x|truncate(3)", "x|wordwrap(2)", "x|center(40)", "'%s!'|format(x)", "'{}'.format(x)",
        "'%s' % x", "'%s %s' % (x, 1)", "x|urlencode|replace('%', '')", "[x, x]|join(x)", "', '.join([x])", "x|reverse",
        "{'k': x}|tojson", "{'k': [x]}", "[x]|string", "x|list|join", "'ab'|replace('b', x)", "'ab'.replace('b', x)",
        "x.title()", "x.center(40)", "x.casefold()", "x|upper", "x.split('Ж')[0] ~ 'a'", "x|escape", "x|first",
        "x|default('b')", "[x]|map('upper')|first", "x|tojson(ensure_ascii=false)", "x[0:2] + x[2:]", "x|capitalize",
    ],
)  # fmt: skip
def test_no_operation_loses_who_wrote_a_text(expression: str) -> None:
    template = ChatTemplate("{% set x = messages[0].content %}<{{ " + expression + " }}>")
    made = template.render([Message.user(marked("жук Жаба жу", PromptSource.QUESTION))])

    assert isinstance(made, SourcedText)
    assert not FOREIGN.search("".join(piece.text for piece in made.pieces() if piece.source is PromptSource.TEMPLATE))
    assert template.render([Message.user("жук Жаба жу")]) == made.plain


@pytest.mark.parametrize("cut", ["x.split('!')[-1]", "x|list|join", "x[0:-1].rsplit('!', 1)|last", "x.splitlines()[0]"])
def test_what_is_cut_out_of_a_text_of_two_keeps_both(cut: str) -> None:
    question = Message("user", (Text(marked("файл ", PromptSource.FILE)), Text(marked("жук", PromptSource.QUESTION))))
    made = ChatTemplate("{% set x = messages[0].content %}<{{ " + cut + " }}>").render([question])

    assert isinstance(made, SourcedText)
    assert [piece.source.value for piece in made.pieces()] == ["template", "file", "question", "template"]
