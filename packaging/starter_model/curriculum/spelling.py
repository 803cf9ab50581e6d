"""Letters of a word (counting, spelling, reversing, vowels) and short lists of words (sorting, counting, longest)."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from curriculum import lexicon, steps
from curriculum.phrasing import filled
from curriculum.problem import Check, Problem

_HOW_MANY = (
    "How many {l}'s are in {w}?", "how many {l} in {w}", "How many {l}s are there in the word {w}?", "How many times does the letter {l} appear in {w}?",
    "count the {l}'s in {w}", "How many letters {l} are in {w}?", "number of {l} in {w}?", "How often does {l} occur in {w}?", "Count how many {l} there are in {w}.",
    "how many times is {l} in {w}", "In {w}, how many {l}'s are there?", "{w}: how many {l}?", "How many {l}’s does {w} have?", "the word {w} contains how many {l}'s?",
    "tell me how many {l}s {w} has", "How many of the letters in {w} are {l}?", "How many {l} are there in {w}?", "How many r... sorry, how many {l} are in {w}?",
    "do you know how many {l}'s are in {w}", "count letter {l} in {w}", "How many '{l}' in '{w}'?",
)  # fmt: skip
_LENGTH = (
    "How many letters are in {w}?", "how many letters does {w} have", "How long is the word {w}?", "number of letters in {w}", "count the letters of {w}", "{w} has how many letters?",
    "How many letters are there in the word {w}?", "what is the length of {w}", "length of the word {w}?", "How many characters does {w} have?",
)  # fmt: skip
_SPELL = (
    "Spell {w}.",
    "How do you spell {w}?",
    "spell the word {w}",
    "Spell {w} letter by letter.",
    "can you spell {w}?",
    "spelling of {w}?",
    "letters of {w} one by one please",
)
_BACK = (
    "Reverse {w}.",
    "Spell {w} backwards.",
    "What is {w} backwards?",
    "reverse the word {w}",
    "{w} spelled backwards?",
    "write {w} in reverse",
    "turn the word {w} around",
)
_VOWELS = (
    "How many vowels are in {w}?",
    "count the vowels in {w}",
    "how many vowels does {w} have",
    "number of vowels in {w}?",
    "How many of the letters of {w} are vowels?",
)
_PLACE = (
    "What is the {n} letter of {w}?",
    "{n} letter of {w}?",
    "Which letter is the {n} one in {w}?",
    "tell me the {n} letter in {w}",
    "what's the {n} letter in the word {w}",
)
_TWICE = (
    "What are the first and last letters of {w}?",
    "first and last letter of {w}?",
    "Which letters does {w} begin and end with?",
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _shown(rng: Random, word: str) -> str:
    roll = rng.random()
    if roll < 0.2:
        return f'⟦"{word}"⟧'
    if roll < 0.25:
        return f"⟦'{word}'⟧"
    if roll < 0.33:
        return f"⟦{word.capitalize()}⟧"
    return f"⟦{word.upper()}⟧" if roll < 0.36 else f"⟦{word}⟧"


def letter_count(rng: Random) -> Problem:
    """How many of one letter: the word letter by letter with a running count at each hit."""
    word = lexicon.any_word(rng)
    letter = rng.choice(word) if rng.random() < 0.85 else rng.choice("abcdefghijklmnopqrstuvwxyz")
    if rng.random() < 0.4:
        letter = max(word, key=lambda c: (word.count(c), c))
    question = filled(rng, _HOW_MANY, l=f"⟦{letter if rng.random() < 0.9 else letter.upper()}⟧", w=_shown(rng, word))
    return count_problem(word, letter, question, *counted(word, letter))


def counted(word: str, letter: str) -> tuple[int, list[str]]:
    """How often the letter is there, and the word letter by letter with the count at each hit."""
    count, apart = 0, []
    for c in word:
        count += c == letter
        apart.append(f"{c} ({count})" if c == letter else c)
    return count, apart


def count_problem(word: str, letter: str, question: str, count: int, apart: list[str]) -> Problem:
    """The problem of counting one letter, however it is asked."""
    thoughts = [f"I spell {word} and count the letter {letter}.", ", ".join(apart) + "."]
    thoughts.append(f"Let me check: {letter} is there {times(count)}." if count else f"There is no {letter}.")
    answer = f"There {'is' if count == 1 else 'are'} {count} {letter}{'' if count == 1 else chr(39) + 's'} in {word}."
    return Problem(
        "letter counting",
        (word,),
        question,
        "\n".join(thoughts),
        answer,
        Check.NUMBERS,
        (str(count),),
        explanation=f"I spelled it: {'-'.join(word)}. The letter {letter} is there {times(count)}.",
        value=count,
    )


def times(n: int) -> str:
    """once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


def letters(rng: Random) -> Problem:
    """Length, spelling, reversal, vowels, the nth letter."""
    word = lexicon.any_word(rng)
    roll = rng.random()
    shown = _shown(rng, word)
    apart = ", ".join(word)
    numbered = ", ".join(f"{c} ({i})" for i, c in enumerate(word, 1))
    if roll < 0.25:
        return Problem(
            "letters",
            (word,),
            filled(rng, _LENGTH, w=shown),
            f"I spell {word} and count.\n{numbered}.",
            f"{word} has {len(word)} letters.",
            Check.NUMBERS,
            (str(len(word)),),
            value=len(word),
        )
    if roll < 0.42:
        spelled = "-".join(word)
        return Problem(
            "letters",
            (word,),
            filled(rng, _SPELL, w=shown),
            f"The letters of {word}: {apart}.",
            f"{word} is spelled {spelled}.",
            Check.MENTIONS,
            (spelled,),
        )
    if roll < 0.62:
        back = word[::-1]
        return Problem(
            "letters",
            (word,),
            filled(rng, _BACK, w=shown),
            f"I spell {word}: {apart}.\nFrom the end: {', '.join(back)}.",
            f"Backwards it is {back}.",
            Check.MENTIONS,
            (back,),
        )
    if roll < 0.8:
        count, spelled = 0, []
        for c in word:
            if c in "aeiou":
                count += 1
                spelled.append(f"{c} ({count})")
            else:
                spelled.append(c)
        return Problem(
            "letters",
            (word,),
            filled(rng, _VOWELS, w=shown),
            f"I spell {word} and count a, e, i, o, u.\n{', '.join(spelled)}.",
            f"{word} has {count} vowel{'' if count == 1 else 's'}.",
            Check.NUMBERS,
            (str(count),),
            value=count,
        )
    if roll < 0.9:
        return Problem(
            "letters",
            (word,),
            filled(rng, _TWICE, w=shown),
            f"I spell {word}: {apart}.\nThe first is {word[0]}, the last is {word[-1]}.",
            f"The first letter is {word[0]} and the last is {word[-1]}.",
            Check.MENTIONS,
            (f"letter is {word[0]} ", f"last is {word[-1]}."),
        )
    at = rng.randrange(min(len(word), 10))
    name = (
        _ORDINALS[at]
        if rng.random() < 0.7
        else f"{at + 1}{'st' if at == 0 else 'nd' if at == 1 else 'rd' if at == 2 else 'th'}"
    )
    return Problem(
        "letters",
        (word,),
        filled(rng, _PLACE, w=shown, n=name),
        f"I spell {word} and count to {at + 1}.\n{', '.join(f'{c} ({i})' for i, c in enumerate(word[: at + 1], 1))}.",
        f"It is the letter {word[at]}.",
        Check.MENTIONS,
        (f"letter {word[at]}.",),
    )


_SORT = (
    "Sort these words alphabetically: {x}", "Put in alphabetical order: {x}", "sort {x} alphabetically", "Order these words from a to z: {x}.", "alphabetical order of {x}", "{x} in alphabetical order please",
    "Sort by the alphabet: {x}", "Arrange {x} in ABC order.",
)  # fmt: skip
_COUNT_WORD = (
    "How many times is {w} in this list: {x}?", "How many {w} are in {x}?", "count {w} in {x}", "In the list {x}, how often does {w} appear?", "{x}. How many times do you see {w}?", "How often is {w} in the list {x}?",
)  # fmt: skip
_COUNT_ALL = (
    "How many words are in this list: {x}?", "How many items: {x}?", "count these: {x}", "How many things are there: {x}?", "{x}: how many words is that?", "how many entries does the list {x} have",
)  # fmt: skip
_LONGEST = (
    "Which word is the longest: {x}?",
    "Which of these words has the most letters: {x}?",
    "longest word in {x}?",
    "{x}, which is the longest word?",
    "find the longest word: {x}",
)
_EXTREME = (
    "What is the {e} number in {x}?",
    "{e} of {x}",
    "Find the {e} of {x}.",
    "Which is the {e}: {x}?",
    "Which of these numbers is the {e}: {x}?",
    "the {e} number: {x}",
)
_SUM = (
    "Add up {x}.",
    "What is the sum of {x}?",
    "total of {x}",
    "sum: {x}",
    "Add these numbers: {x}",
    "how much is {x} altogether",
    "Sum up the list {x}.",
    "{x} in total?",
    "add all of these {x}",
)
_COUNT_NUMBERS = (
    "How many of these numbers are {e}: {x}?",
    "count the {e} numbers in {x}",
    "{x}: how many are {e}?",
    "How many {e} numbers are in the list {x}?",
)


def _joined(rng: Random, items: list[str]) -> str:
    return (
        rng.choice((", ", ", ", ", ", " ", "; ", " / ")).join(items)
        if rng.random() < 0.8
        else ", ".join(items[:-1]) + " and " + items[-1]
    )


def words_list(rng: Random) -> Problem:
    """Alphabetical order, counting a word, counting items, the longest word."""
    roll = rng.random()
    count = rng.randint(3, 6)
    items = rng.sample(lexicon.WORDS if rng.random() < 0.8 else [n.lower() for n in lexicon.NAMES], count)
    if roll < 0.45:
        done, rest, lines = [], list(items), []
        while rest:
            pick = min(rest)
            rest.remove(pick)
            done.append(pick)
            if rest:
                lines.append(f"First in the alphabet: {pick}. Left: {', '.join(rest)}.")
        result = ", ".join(done)
        return Problem(
            "lists",
            tuple(items),
            filled(rng, _SORT, x=f"⟦{_joined(rng, items)}⟧"),
            "\n".join([f"I sort {', '.join(items)}.", *lines, f"In order: {result}."]),
            f"In order: {result}.",
            Check.MENTIONS,
            (result,),
            explanation="I always took the word that comes first in the alphabet.",
        )
    if roll < 0.65:
        target = items[0]
        full = items[: rng.randint(2, 4)] + [target] * rng.randint(0, 4)
        full += [rng.choice(items) for _ in range(rng.randint(0, 3))]
        rng.shuffle(full)
        seen, lines = 0, []
        for w in full:
            if w == target:
                seen += 1
                lines.append(f"{w} ({seen})")
            else:
                lines.append(w)
        return Problem(
            "lists",
            tuple(full),
            filled(rng, _COUNT_WORD, x=f"⟦{', '.join(full)}⟧", w=f"⟦{target}⟧"),
            f"I go through the list and count {target}.\n{', '.join(lines)}.",
            f"{target} is in the list {times(seen) if seen != 1 and seen != 2 else f'{seen} time' + ('s' if seen == 2 else '')}.",
            Check.NUMBERS,
            (str(seen),),
            value=seen,
        )
    if roll < 0.8:
        items = rng.sample(lexicon.WORDS, rng.randint(2, 9))
        return Problem(
            "lists",
            tuple(items),
            filled(rng, _COUNT_ALL, x=f"⟦{_joined(rng, items)}⟧"),
            f"I count.\n{', '.join(f'{w} ({i})' for i, w in enumerate(items, 1))}.",
            f"There are {len(items)}.",
            Check.NUMBERS,
            (str(len(items)),),
            value=len(items),
        )
    lengths = [len(w) for w in items]
    if lengths.count(max(lengths)) > 1:
        return words_list(rng)
    best = max(items, key=len)
    lines = [f"{w}: {', '.join(w)}, {len(w)} letters." for w in items]
    return Problem(
        "lists",
        tuple(items),
        filled(rng, _LONGEST, x=f"⟦{_joined(rng, items)}⟧"),
        "\n".join([*lines, f"The most is {max(lengths)}."]),
        f"The longest word is {best}.",
        Check.CHOICE,
        (best, *[w for w in items if w != best]),
    )


def numbers_list(rng: Random) -> Problem:
    """Largest, smallest, sum, how many even or odd."""
    most = rng.choice((9, 20, 99, 99, 999))
    values = [rng.randint(1, most) for _ in range(rng.randint(3, 7))]
    shown = _joined(rng, [str(v) for v in values])
    roll = rng.random()
    if roll < 0.35:
        lines, running = ["I add one after the other."], values[0]
        for v in values[1:]:
            lines.extend(steps.brief(rng, running, "+", v))
            running += v
        return Problem(
            "lists",
            tuple(values),
            filled(rng, _SUM, x=shown),
            "\n".join(lines),
            f"The sum is {running}.",
            Check.NUMBERS,
            (str(running),),
            value=running,
            explanation=f"I added the numbers one after the other: {running}.",
        )
    if roll < 0.75:
        large = rng.random() < 0.6
        e = rng.choice(
            ("largest", "biggest", "highest", "maximum", "greatest")
            if large
            else ("smallest", "lowest", "minimum", "least")
        )
        best, lines = values[0], [f"Start with {values[0]}."]
        for v in values[1:]:
            better = v > best if large else v < best
            lines.append(f"{v}: {'new best' if better else 'no'}.")
            best = v if better else best
        return Problem(
            "lists",
            tuple(values),
            filled(rng, _EXTREME, x=shown, e=e),
            "\n".join(lines),
            f"The {e} number is {best}.",
            Check.NUMBERS,
            (str(best),),
            value=best,
        )
    even = rng.random() < 0.5
    word = "even" if even else "odd"
    seen, parts = 0, []
    for v in values:
        if (v % 2 == 0) == even:
            seen += 1
            parts.append(f"{v} ({seen})")
        else:
            parts.append(str(v))
    return Problem(
        "lists",
        tuple(values),
        filled(rng, _COUNT_NUMBERS, x=shown, e=word),
        f"I look at the last digits and count the {word} ones.\n{', '.join(parts)}.",
        f"The number of {word} ones is {seen}.",
        Check.NUMBERS,
        (str(seen),),
        value=seen,
    )
