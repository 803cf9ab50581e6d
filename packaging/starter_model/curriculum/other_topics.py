"""Everything the starter cannot do, asked in as many ways as possible, and the honest reply.

The variety matters more than the sense: templates times nouns, chains of random words, code, other languages, nonsense,
long pasted text, and questions that hold numbers but are no sums.
"""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from curriculum import lexicon, topic_store
from curriculum.chat import filled_answer
from curriculum.phrasing import filled
from curriculum.problem import Check, Problem

_ABOUT = (
    "What is {x}?", "what is {x}", "Tell me about {x}.", "Explain {x}.", "explain {x} to me like i'm five", "Who invented {x}?", "Why is {x} important?", "How does {x} work?", "Write a poem about {x}.", "Write a story about {x}.", "Where can I find {x}?",
    "Where is {x}?", "What do you think about {x}?", "Do you like {x}?", "Give me some facts about {x}.", "What is the history of {x}?", "What is the best {x}?", "how do i fix {x}", "How do I make {x}?", "recipe for {x}", "What colour is {x}?",
    "Can you recommend a book about {x}?", "what's the meaning of {x}", "Define {x}.", "define {x}", "What does {x} mean?", "Summarize {x}.", "Write an essay on {x}.", "I want to learn about {x}.", "Is {x} dangerous?", "is {x} healthy?", "When was {x} discovered?",
    "Who is {x}?", "who was {x}", "Describe {x}.", "Describe {x} in three sentences.", "What are the advantages of {x}?", "pros and cons of {x}", "Tell me a joke about {x}.", "Sing a song about {x}.", "draw {x}", "Draw me a picture of {x}.", "Can I eat {x}?",
    "How do you say {x} in French?", "translate {x} to Spanish", "Translate '{x}' into German.", "what is {x} in Japanese", "Why do people like {x}?", "Why does {x} exist?", "What happened to {x}?", "news about {x}", "Give me advice about {x}.", "{x}", "{x}?",
    "I have a problem with {x}.", "I am sad because of {x}.", "Should I buy {x}?", "Where do I buy {x}?", "What is the capital of {x}?", "capital of {x}?", "How big is {x}?", "How old is {x}?", "What is the population of {x}?", "How many people live in {x}?",
    "How far is {x} from here?", "how tall is {x}", "How much does {x} cost?", "How heavy is {x}?", "What is the price of {x}?", "When did {x} begin?", "who wrote {x}", "Who painted {x}?", "What is {x} made of?", "Compare {x} and {y}.", "{x} or {y}?",
    "What is the difference between {x} and {y}?", "is {x} better than {y}?", "How are {x} and {y} related?", "Write a letter about {x} to {y}.", "Write a python function for {x}.", "Write code for {x}.", "How do I use {x} with {y}?", "What would happen if {x} met {y}?",
    "Can {x} replace {y}?", "Let's talk about {x}.", "i love {x}", "I hate {x}", "My {x} is broken.", "my {x} hurts, what should i do", "I dreamed of {x}. What does it mean?", "Make up a name for {x}.", "Give me ideas for {x}.", "Plan a trip to {x}.", "Write a slogan for {x}.",
    "Write a tweet about {x}.", "Write a haiku about {x} and {y}.", "Pretend you are {x}.", "Act as {x}.", "You are {x}. Answer my questions.", "Debate {x} with me.", "Is it true that {x} is {y}?", "Why is {x} {y}?", "How do I become {x}?", "Who won {x}?", "Can you help me with {x}?",
    "Show me {x}", "List the kinds of {x}.", "name some {x}", "name a famous {x}", "What rhymes with {x}?", "a synonym for {x}", "What is the opposite of {x}?", "Use {x} in a sentence.", "Correct this sentence: {x} are {y} good.", "What is the plural of {x}?", "How does {x} affect {y}?",
    "What are the symptoms of {x}?", "How do I cure {x}?", "what causes {x}", "Is {x} legal?", "What is the law on {x}?", "How do I invest in {x}?", "What should I cook with {x} and {y}?", "Which {x} should I choose?", "Where does {x} come from?", "What language is spoken in {x}?",
    "Who is the president of {x}?", "What is the weather in {x}?", "will it rain in {x} tomorrow", "Recommend me a {x}.", "Tell me a story with {x} and {y}.", "Continue: Once upon a time there was {x}", "What did {x} say about {y}?", "Please write a summary of {x}.", "open {x}", "search for {x}",
    "play {x}", "turn on the {x}", "remind me about {x}", "Set an alarm for {x}.", "call {x}", "send an email to {x}", "Write an email to {x} about {y}.", "book me {x}", "What is your favourite {x}?", "do you know {x}", "Have you heard of {x}?", "Are you {x}?", "can you speak {x}?",
    "Why can't I {x}?", "What is the chemical formula of {x}?", "who discovered {x}", "Which planet is {x}?", "When does {x} start?", "what year was {x}", "What is the name of {x}?", "How can I improve my {x}?", "How to {x}?", "how to {x} fast", "tips for {x}", "Roast my {x}.", "Write a review of {x}.",
)  # fmt: skip
_NUMBERED = (
    "What happened in {n}?", "Who won the world cup in {n}?", "Who was president in {n}?", "Write {m} sentences about {x}.", "Give me {m} facts about {x}.", "Name {m} {x}.", "List {m} countries with {x}.", "top {m} {x}", "Write a poem with {m} lines.", "What was invented in {n}?",
    "Tell me about the year {n}.", "Which films came out in {n}?", "What is special about {x} {m}?", "Tell me {m} jokes.", "Is the {x} {n} good?", "who sang {x} in {n}", "Explain chapter {m} of {x}.", "What is the {m}th element?", "My {x} shows error {n}. What now?", "How do I install {x} {m}?",
    "what does error code {n} mean", "What is the zip code {n}?", "Where is highway {m}?", "give me {m} ideas for {x}", "Write {n} words about {x}.", "Explain {x} in {m} words.", "Make a list of {m} {x} with {y}.", "Is {n} a lucky number?", "who lived in the {m}th century", "What is model {n}?", "call {n}",
)  # fmt: skip
_PREFIXES = (
    "",
    "",
    "",
    "",
    "",
    "",
    "Hi! ",
    "hello, ",
    "Please ",
    "can you ",
    "Could you please ",
    "I wonder: ",
    "hey ",
    "One question: ",
    "Quick: ",
    "My teacher asked: ",
    "Be honest. ",
    "As an expert: ",
    "I need help. ",
)
_THOUGHTS = {
    "facts": ("This asks for knowledge about the world. I only know numbers, dates and little puzzles, so I say so honestly.", "This is not a sum or a puzzle. I do not know such facts, and I should not make them up."),
    "writing": ("The user wants me to write something. I am too small for that, so I say so honestly.",),
    "code": ("This is about code. I cannot program, so I say so honestly.",),
    "language": ("This is another language or a translation. I only do sums and puzzles in English, so I say so.",),
    "nonsense": ("I cannot make sense of this. There is no sum or puzzle in it, so I say so honestly.",),
    "long": ("This is a long text, and I cannot summarize or explain it. I say so honestly.",),
    "advice": ("This asks for advice. I am only the small starter and should not guess, so I say so honestly.",),
}  # fmt: skip
_REPLIES = (
    "I am only the small starter model built into Aside, so I cannot help with that. {can} {real}",
    "Sorry, that is beyond me: I am only the small built-in starter. {can} {real}",
    "I do not know. I am only Aside's small starter. {can} {real}",
)  # fmt: skip


def thing(rng: Random) -> str:
    """Something to ask about: a topic, one with an adjective, plain words, a name, an invented word."""
    roll = rng.random()
    if roll < 0.34:
        return rng.choice(topic_store.TOPICS)
    if roll < 0.46:
        return f"{rng.choice(topic_store.ADJECTIVES)} {rng.choice(lexicon.WORDS)}"
    if roll < 0.62:
        return rng.choice(("", "the ", "a ", "my ")) + rng.choice(lexicon.WORDS)
    if roll < 0.7:
        return f"{rng.choice(topic_store.VERBS)} {rng.choice(('a', 'the', 'my', 'some', 'your'))} {rng.choice(lexicon.WORDS)}"
    if roll < 0.78:
        return lexicon.invented(rng)
    if roll < 0.86:
        return f"{rng.choice(lexicon.WORDS)} {rng.choice(('and', 'in', 'of', 'for', 'with', 'without'))} {rng.choice(lexicon.WORDS)}"
    if roll < 0.93:
        return lexicon.invented(rng).capitalize() + rng.choice(("", f" {lexicon.invented(rng).capitalize()}"))
    return rng.choice(lexicon.NAMES) + f" {lexicon.invented(rng).capitalize()}"


def _sentence(rng: Random) -> str:
    parts = []
    for _ in range(rng.randint(3, 12)):
        roll = rng.random()
        parts.append(
            rng.choice(topic_store.SMALL)
            if roll < 0.45
            else rng.choice(lexicon.WORDS)
            if roll < 0.8
            else rng.choice(topic_store.ADJECTIVES)
            if roll < 0.88
            else lexicon.invented(rng)
            if roll < 0.94
            else rng.choice(lexicon.NAMES)
        )
    text = " ".join(parts)
    return (text[0].upper() + text[1:] if rng.random() < 0.7 else text) + rng.choice((".", ".", ".", "?", "!", ""))


def _code(rng: Random) -> str:
    a, b, f = (rng.choice(lexicon.WORDS)[:8] for _ in "abf")
    n = rng.randint(1, 99)
    return rng.choice((
        f"def {f}({a}, {b}):\n    return {a} + {b}\n\nWhat does this do?", f"for {a} in range({n}):\n    print({a})", f"Why do I get 'TypeError: {a} is not {b}'?", f"SELECT {a} FROM {b} WHERE {f} > {n};", f"function {f}({a}) {{ return {a}.{b}; }}", f"git push origin {a} fails, why?",
        f"class {a.capitalize()}:\n    def __init__(self):\n        self.{b} = {n}", f"How do I {rng.choice(topic_store.VERBS)} a {a} in {rng.choice(topic_store.LANGUAGES)}?", f"import {a}\n{b} = {a}.{f}()\nprint({b})", f"int main() {{ int {a} = {n}; printf(\"%d\", {a}); return 0; }}", f"<div class=\"{a}\">{b}</div>", f"what is wrong with: {a}[{n}] = {b};",
        f"Write a {rng.choice(topic_store.LANGUAGES)} program that can {rng.choice(topic_store.VERBS)} {b}.", f"{{\"{a}\": {n}, \"{b}\": true}}", f"How do I install {a} on {rng.choice(('Linux', 'Windows', 'a Mac'))}?", f"regex for {a}", f"sudo apt install {a}", f"Traceback (most recent call last): {a}Error: {b}", f"fix this bug: if {a} = {n}: {b}()", f"docker run -p {n}:{n} {a}", f"convert this {rng.choice(topic_store.LANGUAGES)} code to {rng.choice(topic_store.LANGUAGES)}: {a}({b})",
    ))  # fmt: skip


def _nonsense(rng: Random) -> str:
    roll = rng.random()
    if roll < 0.25:
        return " ".join(lexicon.letters(rng) for _ in range(rng.randint(1, 6)))
    if roll < 0.5:
        return " ".join(lexicon.invented(rng) for _ in range(rng.randint(1, 9))) + rng.choice(("", "?", ".", "!"))
    if roll < 0.62:
        return "".join(
            chr(rng.choice((rng.randint(33, 126), rng.randint(160, 0x24F), rng.randint(0x370, 0x52F))))
            for _ in range(rng.randint(3, 30))
        )
    if roll < 0.7:
        return "".join(rng.choice(topic_store.SYMBOLS) for _ in range(rng.randint(1, 6)))
    if roll < 0.76:
        return rng.choice("abcdefghijklmnopqrstuvwxyz") * rng.randint(3, 25)
    return " ".join(rng.choice(lexicon.WORDS) for _ in range(rng.randint(1, 8)))


def off_topic(rng: Random) -> Problem:
    """A question of any other sort and the reply that says what the starter is."""
    roll = rng.random()
    kind = "facts"
    if roll < 0.5:
        template = rng.choice(_ABOUT)
        x, y = thing(rng), thing(rng)
        text = rng.choice(_PREFIXES) + template.format(x=x, y=y)
        low = template.lower()
        kind = (
            "writing"
            if any(w in low for w in ("write", "poem", "story", "sing", "draw", "slogan", "joke"))
            else "language"
            if any(w in low for w in ("translate", "french", "japanese"))
            else "code"
            if "code" in low or "python" in low
            else "advice"
            if any(w in low for w in ("should", "advice", "cure", "recommend", "tips", "how to", "my {x}"))
            else "facts"
        )
    elif roll < 0.58:
        text = filled(
            rng,
            _NUMBERED,
            n=rng.choice((rng.randint(1000, 2030), rng.randint(1900, 2026), rng.randint(1, 9999))),
            m=rng.randint(2, 100),
            x=thing(rng),
            y=thing(rng),
        )
    elif roll < 0.66:
        text, kind = _code(rng), "code"
    elif roll < 0.72:
        text, kind = rng.choice(topic_store.FOREIGN), "language"
        if rng.random() < 0.4:
            text = text.replace(rng.choice(text.split(" ")), rng.choice(lexicon.WORDS), 1)
    elif roll < 0.8:
        text, kind = _nonsense(rng), "nonsense"
    elif roll < 0.87:
        text = rng.choice(topic_store.ASKED)
    elif roll < 0.93:
        text, kind = _sentence(rng), "nonsense"
        if text.endswith("?"):
            kind = "facts"
    else:
        body = " ".join(_sentence(rng) for _ in range(rng.choice((3, 6, 12, 25))))
        ask = rng.choice(
            (
                "Summarize this text.",
                "What is this text about?",
                "tl;dr",
                "Explain this:",
                "Please correct the text.",
                "What does the author want?",
                "Rewrite it in simple words.",
                "translate this",
                "Is this true?",
                "",
            )
        )
        text, kind = (f"{body}\n\n{ask}" if rng.random() < 0.6 else f"{ask}\n{body}").strip(), "long"
    answer = filled_answer(rng, rng.choice(_REPLIES))
    return Problem(
        "other topics",
        (),
        f"⟦{text}⟧" if kind in ("code", "long") else text,
        rng.choice(_THOUGHTS[kind]),
        answer,
        Check.MENTIONS,
        ("starter", "models"),
    )
