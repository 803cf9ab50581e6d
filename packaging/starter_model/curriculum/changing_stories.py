"""Stories put together clause by clause: something is there, things happen to it, how much is there in the end."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from curriculum import lexicon, steps
from curriculum.phrasing import amount
from curriculum.problem import Check, Problem

# (he does, he did, I do, what follows the number)
_GAIN = (
    ("gets", "got", "get", " more"), ("buys", "bought", "buy", " more"), ("finds", "found", "find", " more"), ("wins", "won", "win", " more"), ("picks", "picked", "pick", " more"), ("collects", "collected", "collect", " more"),
    ("receives", "received", "receive", ""), ("buys another", "bought another", "buy another", ""), ("adds", "added", "add", ""), ("makes", "made", "make", " more"), ("is given", "was given", "am given", ""), ("gets back", "got back", "get back", ""),
    ("takes", "took", "take", " more"), ("borrows", "borrowed", "borrow", " from {M}"), ("gets", "got", "get", " from {M}"), ("steals", "stole", "steal", ""), ("grows", "grew", "grow", " more"), ("earns", "earned", "earn", ""),
)  # fmt: skip
_LOSS = (
    ("eats", "ate", "eat", ""), ("loses", "lost", "lose", ""), ("sells", "sold", "sell", ""), ("gives away", "gave away", "give away", ""), ("gives", "gave", "give", " to {M}"), ("breaks", "broke", "break", ""), ("uses", "used", "use", ""), ("throws away", "threw away", "throw away", ""),
    ("drops", "dropped", "drop", ""), ("donates", "donated", "donate", ""), ("uses up", "used up", "use up", ""), ("lends", "lent", "lend", " to {M}"), ("returns", "returned", "return", ""), ("burns", "burned", "burn", ""), ("hands", "handed", "hand", " to {M}"),
    ("spends", "spent", "spend", ""), ("gives", "gave", "give", " of them to {M}"), ("takes away", "took away", "take away", ""), ("removes", "removed", "remove", ""), ("trades away", "traded away", "trade away", ""),
)  # fmt: skip
_START = (
    ("has", "had", "have"),
    ("owns", "owned", "own"),
    ("starts with", "started with", "start with"),
    ("buys", "bought", "buy"),
    ("picks", "picked", "pick"),
    ("bakes", "baked", "bake"),
    ("finds", "found", "find"),
    ("collects", "collected", "collect"),
    ("has", "had", "have"),
    ("has got", "had", "have got"),
)
_ENDINGS = (
    "How many {t} does {w} have now?", "How many {t} does {w} have left?", "how many are left", "How many {t} are there now?", "How many does {w} have in the end?", "how many {t} now?", "How many {t} remain?", "What is {w} left with?", "how many {t} does {w} have", "So how many {t} are left?",
    "how many does that leave", "How many {t} in total?", "How many {t} does {w} end up with?", "number of {t} now?", "what's left?", "How many are there at the end?",
)  # fmt: skip
_GLUE = (
    ". {He} ",
    ". Then {he} ",
    ", then {he} ",
    " and ",
    ". After that {he} ",
    ", ",
    ". Later {he} ",
    " and then ",
    ". {N} ",
    ", but ",
    " but ",
    ". Next {he} ",
)
_NOBODY = (
    ("There are {a} {t} {where}", " {b} are taken away", " {b} more are added"), ("{a} {t} are {where}", " {b} disappear", " {b} more arrive"), ("There are {a} birds in a tree", " {b} fly away", " {b} more come"), ("{a} people are in a room", " {b} leave", " {b} come in"),
    ("{a} cars are parked {where}", " {b} drive off", " {b} more park there"), ("A bus has {a} passengers", " {b} get off", " {b} get on"), ("There were {a} kids at the party", " {b} went home", " {b} more came"), ("An elevator holds {a} people", " {b} step out", " {b} step in"), ("{a} fish swim in a tank", " {b} are taken out", " {b} are put in"),
    ("A store has {a} {t}", " it sells {b}", " it gets {b} more"), ("The library has {a} books", " {b} are lent out", " {b} are returned"), ("a parking lot has {a} cars", " {b} leave", " {b} arrive"), ("{a} bottles of juice on the wall", " take {b} down", " put {b} back"), ("There are {a} {t}", " you take {b}", " you add {b}"),
    ("A tank has {a} litres of water", " {b} litres are used", " {b} litres are poured in"), ("A team has {a} points", " it loses {b}", " it wins {b}"),
)  # fmt: skip
_WHERE = (
    "on the table",
    "in the basket",
    "in the garden",
    "on the shelf",
    "in a box",
    "in the kitchen",
    "on the floor",
    "in the fridge",
    "in front of the house",
    "at school",
    "in the bag",
)
_SHE_NAMES = (
    "Anna",
    "Clara",
    "Emma",
    "Grace",
    "Mia",
    "Rosa",
    "Sara",
    "Zoe",
    "Alice",
    "Lisa",
    "Mary",
    "Julia",
    "Nora",
    "Sofia",
    "Ella",
    "Sarah",
    "Jane",
)


def things(rng: Random) -> str:
    """Something to count, from the list of things or any word with an s."""
    if rng.random() < 0.7:
        return rng.choice(lexicon.THINGS)
    word = rng.choice(lexicon.WORDS)
    return word if word.endswith("s") else word + "s"


def changing(rng: Random) -> Problem:
    """One to three events; each is named, sorted into adding or taking away, and worked out."""
    count = rng.choice((1, 1, 2, 2, 2, 3))
    most = rng.choice((20, 50, 100, 300))
    value = rng.randint(3, most)
    numbers, events = [value], []
    for _ in range(count):
        gain = rng.random() < 0.45 or value < 3
        n = rng.randint(1, most) if gain else rng.randint(1, value)
        events.append((gain, n))
        numbers.append(n)
        value += n if gain else -n
    text, told = (_nobody if rng.random() < 0.3 else _somebody)(rng, numbers[0], events)
    lines, value = [f"Start with {numbers[0]}."], numbers[0]
    for (gain, n), what in zip(events, told, strict=True):
        sign = "+" if gain else "-"
        lines += [f"{what}: {'add' if gain else 'take away'}.", *steps.brief(rng, value, sign, n)]
        value += n if gain else -n
    answer = rng.choice(
        ("The answer is {r}.", "It is {r}.", "That leaves {r}." if not events[-1][0] else "That makes {r}.")
    ).format(r=value)
    return Problem(
        "stories (events)",
        tuple(numbers),
        text,
        "\n".join(lines),
        answer,
        Check.NUMBERS,
        (str(value),),
        explanation=f"I started with {numbers[0]} and followed what happened: {value}.",
        value=value,
    )


def _somebody(rng: Random, start: int, events: list[tuple[bool, int]]) -> tuple[str, list[str]]:
    n, m = lexicon.people(rng, 2)
    tense = rng.choice((0, 0, 1, 1, 2))
    she = n in _SHE_NAMES or (n not in _SHE_NAMES and rng.random() < 0.4)
    he = "I" if tense == 2 else ("she" if she else "he")
    who = "I" if tense == 2 else n
    t = things(rng)
    text = f"{who} {rng.choice(_START)[tense]} {amount(rng, start)} {t}"
    told = []
    for i, (gain, b) in enumerate(events):
        verb = rng.choice(_GAIN if gain else _LOSS)
        tail = verb[3].format(M=m)
        said = amount(rng, b)
        own = f"{verb[tense]} {said}{' ' + t if not tail and rng.random() < 0.3 else tail}"
        glue = (
            rng.choice(_GLUE)
            if i < len(events) - 1 or len(events) == 1 or rng.random() < 0.5
            else rng.choice((" and ", " and then ", ". Finally {he} "))
        )
        if rng.random() < 0.12:
            glue, own = (
                ". ",
                f"{m} {'gives' if gain else 'takes'} {said}{' more' if gain and rng.random() < 0.5 else ''} {'to ' if gain else 'from '}{n if tense != 2 else 'me'}",
            )
            own = own if tense == 0 else own.replace("gives", "gave").replace("takes", "took")
        text += glue.format(He=he.capitalize() if he != "I" else "I", he=he, N=who) + own
        told.append(own)
    w = "I" if tense == 2 else rng.choice((he, n))
    ending = rng.choice(_ENDINGS).format(t=t, w=w)
    if tense == 2:
        ending = ending.replace("does I", "do I").replace("is I", "am I")
    return f"{text}{rng.choice(('. ', '. ', '. ', ', ', '; '))}{ending}", told


def _nobody(rng: Random, start: int, events: list[tuple[bool, int]]) -> tuple[str, list[str]]:
    first, loss, gain_text = rng.choice(_NOBODY)
    text = first.format(a=amount(rng, start), t=things(rng), where=rng.choice(_WHERE))
    text = text[0].upper() + text[1:] if rng.random() < 0.8 else text
    told = []
    for gain, b in events:
        own = (gain_text if gain else loss).format(b=amount(rng, b))
        text += rng.choice((".", ". Then", ",", " and", ", then", ". Later")) + own
        told.append(own.strip())
    ending = rng.choice(
        (
            "How many are left?",
            "how many are there now",
            "How many remain?",
            "How many now?",
            "how many left?",
            "How many are there in the end?",
            "How many are still there?",
            "what is left",
        )
    )
    return f"{text}{rng.choice(('. ', '. ', ', ', '? '))}{ending}", told


_EACH = (
    "{p} {t} at {n} {c} each, what do I owe?", "I buy {p} {t} at {n} {c} apiece. How much is that?", "{p} {t}, {n} {c} each, total?", "How much do {p} {t} cost at {n} {c} each?", "what do {p} {t} for {n} {c} apiece cost", "One of the {t} is {n} {c}. What is the price of {p}?",
    "If one costs {n} {c}, how much are {p}?", "I need {p} {t}. Each is {n} {c}. How much do I pay?", "{p} {t} cost {n} {c} each. What is the total cost?", "{N} pays {n} {c} for each of {p} {t}. How much in all?", "a pack has {n} {t}, how many are in {p} packs", "There are {p} tables with {n} {t} per table. How many {t}?",
    "{p} kids each have {n} {t}. How many together?", "Every one of {p} kids brings {n} {t}. How many {t} is that?", "{N} does {n} push-ups a day. How many in {p} days?", "A machine makes {n} {t} per hour. How many in {p} hours?", "{n} {t} per box, {p} boxes, how many?", "{N} drinks {n} glasses of water every day. How many in {p} days?",
    "spent {n} {c} on each of {p} {t}, how much did i spend", "A ticket is {n} {c}. How much do {p} people pay together?", "{p} bags with {n} {t} inside each. how many {t} altogether?", "if i save {n} {c} a week, how much do i have after {p} weeks?", "{N} reads {n} pages each night. How many pages in {p} nights?", "A car has {n} seats. How many seats do {p} cars have?",
)  # fmt: skip
_SHARE = (
    "there are {p} {t} and {n} tables, how many {t} per table", "{p} {t} for {n} kids, how many does each one get?", "{n} people share {p} {t}. How many each?", "{N} divides {p} {t} between {n} friends. How many does each get?", "{n} {t} cost {p} {c}. What is the price of one?", "{p} {t} in {n} boxes, how many per box?",
    "If {n} tickets cost {p} {c}, how much is one ticket?", "We are {n} people and the bill is {p} {c}. How much is it for each?", "split a bill of {p} {c} between {n} people", "{p} kids in groups of {n}: how many groups?", "How many packs of {n} do I need for {p} {t}?", "{p} {t} go into bags of {n}. How many bags?",
    "{N} earns {p} {c} in {n} hours. How much per hour?", "{N} walks {p} km in {n} days, the same every day. How far each day?", "how many {n} {c} tickets can i buy with {p} {c}", "I have {p} {c}. Each of the {t} costs {n} {c}. How many can I buy?", "{p} pages in {n} days, how many pages a day?", "A box holds {n} {t}. How many boxes for {p} {t}?",
)  # fmt: skip
_MONEY = ("euros", "dollars", "euro", "bucks", "pounds", "cents", "francs", "coins")


def groups(rng: Random) -> Problem:
    """Equal groups: a price or number for each times how many, or shared out."""
    n = rng.randint(2, rng.choice((12, 25, 99)))
    p = rng.randint(2, rng.choice((12, 20)))
    values = {"t": things(rng), "c": rng.choice(_MONEY), "N": lexicon.people(rng, 1)[0]}
    if rng.random() < 0.55:
        question = rng.choice(_EACH).format(p=amount(rng, p), n=amount(rng, n), **values)
        lines = [f"{p} times {n}: {p}×{n}.", *steps.brief(rng, p, "×", n)]
        result, why = p * n, f"{p} times {n} is {p * n}."
    else:
        n, total = p, p * n
        question = rng.choice(_SHARE).format(p=amount(rng, total), n=amount(rng, n), **values)
        lines = [f"Share {total} by {n}: {total}÷{n}.", *steps.brief(rng, total, "÷", n)]
        result, why = total // n, f"{total} divided by {n} is {total // n}."
    question = question[0].upper() + question[1:] if rng.random() < 0.5 else question
    return Problem(
        "stories (groups)",
        (n, p),
        question,
        "\n".join(lines),
        rng.choice(("The answer is {r}.", "It is {r}.", "That makes {r}.")).format(r=result),
        Check.NUMBERS,
        (str(result),),
        explanation=why,
        value=result,
    )


def relations(rng: Random) -> Problem:
    """More than, less than, times as many, all but, in proportion, years."""
    n, m = lexicon.people(rng, 2)
    t = things(rng)
    roll = rng.random()
    a, b = rng.randint(2, 80), rng.randint(2, 40)
    if roll < 0.3:
        more = rng.random() < 0.5
        a = a if more else a + b
        sign = "+" if more else "-"
        word = rng.choice(("older", "taller", "heavier") if more else ("younger", "shorter", "lighter"))
        unit = {
            "older": "years",
            "younger": "years",
            "taller": "cm",
            "shorter": "cm",
            "heavier": "kg",
            "lighter": "kg",
        }[word]
        ask = {"years": "How old is {n}?", "cm": "How tall is {n}?", "kg": "How heavy is {n}?"}[unit]
        facts = [f"{n} is {b} {unit} {word} than {m}", f"{m} is {a}{'' if unit == 'years' else ' ' + unit}"]
        if rng.random() < 0.4:
            facts = [f"{n} has {b} {t} {'more' if more else 'fewer'} than {m}", f"{m} has {a}"]
            ask = f"How many {t} does {{n}} have?"
        rng.shuffle(facts)
        text = f"{facts[0]}{rng.choice(('. ', ', ', ' and '))}{facts[1]}. {ask.format(n=n)}"
        lines = [
            f"{n} is {a}{sign}{b}." if "has" not in facts[0] else f"{n} has {a}{sign}{b}.",
            *steps.brief(rng, a, sign, b),
        ]
        result = a + b if more else a - b
    elif roll < 0.45:
        b = rng.randint(2, 9)
        times = {2: "twice", 3: "three times"}.get(b, f"{b} times")
        facts = rng.choice(
            (
                (f"{m} has {a} {t}", f"{n} has {times} as many"),
                (f"{m} is {a} years old", f"{n} is {times} as old"),
                (f"{n} has {times} as many {t} as {m}", f"{m} has {a}"),
            )
        )
        text = f"{facts[0]}{rng.choice(('. ', ' and ', ', '))}{facts[1]}. " + (
            f"How old is {n}?" if "old" in facts[0] else f"How many does {n} have?"
        )
        lines, result = [f"{b} times {a}: {a}×{b}.", *steps.brief(rng, a, "×", b)], a * b
    elif roll < 0.58:
        a = a + b
        text = rng.choice(
            (
                f"{n} has {a} {t}. All but {b} are gone. How many are left?",
                f"A farmer has {a} sheep and all but {b} run away. How many are left?",
                f"There were {a} {t}, all but {b} were sold. how many are left",
                f"{a} birds sit on a roof. All but {b} fly off. How many stay?",
                f"{n} had {a} {t} and lost all but {b}. How many does {n} still have?",
            )
        )
        lines, result = [f"All but {b} means that {b} stay.", "Wait, no subtraction is needed."], b
    elif roll < 0.78:
        one, k, j = rng.randint(2, 15), rng.randint(2, 9), rng.randint(2, 12)
        c = rng.choice(_MONEY)
        text = rng.choice(
            (
                f"{k} {t} cost {k * one} {c}. How much do {j} cost?",
                f"If {k} {t} cost {k * one} {c}, what do {j} {t} cost?",
                f"{n} makes {k * one} {t} in {k} hours. How many in {j} hours?",
                f"{k} boxes hold {k * one} {t}. How many {t} do {j} boxes hold?",
                f"{k} kg cost {k * one} {c}, how much are {j} kg?",
                f"{k * one} km in {k} hours, how far in {j} hours?",
            )
        )
        lines, result = (
            [
                f"One is {k * one}÷{k}.",
                *steps.brief(rng, k * one, "÷", k),
                f"{j} are {one}×{j}.",
                *steps.brief(rng, one, "×", j),
            ],
            one * j,
        )
        a, b = k * one, k
    else:
        early = rng.randint(1900, 2015)
        late = early + rng.randint(1, 99)
        text = rng.choice(
            (
                f"{n} was born in {early}. How old is {n} in {late}?",
                f"How many years are between {early} and {late}?",
                f"I was born in {early}. How old am I in {late}?",
                f"how many years from {early} to {late}",
                f"A house was built in {early}. How old was it in {late}?",
                f"If someone is born in {early}, what is their age in {late}?",
            )
        )
        lines, result = [f"I need {late}-{early}.", *steps.subtract(rng, late, early)], late - early
        a, b = late, early
    return Problem(
        "stories (relations)",
        (a, b),
        text,
        "\n".join(lines),
        rng.choice((f"The answer is {result}.", f"It is {result}.")),
        Check.NUMBERS,
        (str(result),),
        explanation=lines[0] + f" So it is {result}.",
        value=result,
    )
