"""The conversations in the pictures: what a person might ask, answered as a larger model would."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its reply, the thought first."""

    question: str
    thought: str
    answer: str
    seconds: float = 18.0
    tokens: int = 612


@dataclass(frozen=True, slots=True)
class ShownConversation:
    """A conversation of the list; `name` says which scene it belongs to, `days_ago` under which date it stands."""

    name: str
    title: str
    exchanges: tuple[Exchange, ...]
    days_ago: float = 0.0
    other_answer: str = ""
    """Another version of the last answer."""
    is_pinned: bool = False


MATHS = Exchange(
    "Why is the sum of the first n squares n(n+1)(2n+1)/6? A short proof, please.",
    "The telescoping identity is the shortest: (k+1)^3 - k^3 = 3k^2 + 3k + 1.\n\n"
    "Sum it from 1 to n. The left side telescopes to (n+1)^3 - 1.\n\n"
    "Wait, I also need the sum of k, which is n(n+1)/2. Good, that is well known.\n\n"
    "Solve for the sum of squares: 3S = (n+1)^3 - 1 - 3n(n+1)/2 - n.\n\n"
    "Check with n = 3: 1 + 4 + 9 = 14, and 3·4·7/6 = 14. It holds.",
    "Take the identity $(k+1)^3 - k^3 = 3k^2 + 3k + 1$ and add it up for $k = 1, \\dots, n$. "
    "The left side **telescopes**:\n\n"
    "$$(n+1)^3 - 1 = 3\\sum_{k=1}^{n} k^2 + 3\\,\\frac{n(n+1)}{2} + n$$\n\n"
    "Solved for the sum of squares:\n\n"
    "$$\\sum_{k=1}^{n} k^2 = \\frac{n(n+1)(2n+1)}{6}$$\n\n"
    "A check: for $n = 3$ both sides are $\\boxed{14}$.",
)
TRAINS = Exchange(
    "Two trains leave at 14:10 and 14:40, at 80 and 120 km/h, same direction. When does the second catch the first? "
    "And give me a Python function.",
    "The first train has a head start of 30 minutes at 80 km/h, so it is 40 km ahead when the second leaves.\n\n"
    "The gap closes at 120 - 80 = 40 km/h, so it takes one hour.\n\n"
    "Wait, the function should refuse a second train that is not faster.\n\n"
    "They meet at 15:40, 120 km from the station. Let me check: the first has gone 1.5 h · 80 = 120 km. Yes.",
    "When the second train starts, the first is **40 km** ahead. The gap closes at 120 − 80 = 40 km/h, so\n\n"
    "$$t = \\frac{40\\ \\text{km}}{40\\ \\text{km/h}} = 1\\ \\text{h}$$\n\n"
    "The second train catches the first at **15:40**, 120 km from the station.\n\n"
    "```python\ndef catch_up(lead_h: float, v1: float, v2: float) -> float:\n"
    '    """Hours until the second catches the first."""\n'
    "    if v2 <= v1:\n"
    '        raise ValueError("the second train is not faster")\n'
    "    return lead_h * v1 / (v2 - v1)\n```",
    seconds=18.2,
)
TABLE = Exchange(
    "Compare three ways to store tags in SQLite.",
    "A column with commas, a JSON array, a table of its own. Compare search, integrity and effort.\n\n"
    "A table of its own is the usual answer; JSON is fine for few tags.",
    "| way | finds a tag | keeps order | integrity | best for |\n|---|:---:|:---:|:---:|---|\n"
    "| comma-separated text | slow | yes | none | a handful of rows |\n"
    "| JSON array | with `json_each` | yes | weak | tags that travel with the row |\n"
    "| table of its own | by index | with a column | foreign keys | everything else |\n\n"
    "- [x] Start with the third.\n- [ ] Move to it later: harder than it looks.\n\n"
    "> A schema is a promise to whoever reads the data next.",
    seconds=6.4,
    tokens=203,
)
ARABIC = Exchange(
    "ما الفرق بين القائمة والصف في بايثون؟ أعطني مثالًا قصيرًا.",
    "السؤال عن القوائم والصفوف. الفرق الأهم هو قابلية التغيير.\n\nسأعطي مثالًا قصيرًا من سطرين.",
    "**القائمة** (`list`) يمكن تغييرها بعد إنشائها، أما **الصف** (`tuple`) فلا يتغير.\n\n"
    "```python\nnumbers = [1, 2, 3]\nnumbers.append(4)   # يعمل\npoint = (1, 2)\npoint[0] = 5        # TypeError\n"
    "```\n\n"
    "1. استعمل القائمة لما ينمو أو يتغير.\n2. استعمل الصف لما هو ثابت، مثل الإحداثيات $(x, y)$.\n\n"
    "| النوع | يتغير | مفتاح في قاموس |\n|---|---|---|\n| `list` | نعم | لا |\n| `tuple` | لا | نعم |",
    seconds=4.1,
    tokens=148,
)
SHORT = Exchange(
    "Which is larger, 9.9 or 9.11?",
    "Compare 9.90 and 9.11: 0.90 is more than 0.11.",
    "**9.9** is larger: written with two decimals it is 9.90, and 0.90 > 0.11.",
    seconds=1.2,
    tokens=41,
)

CONVERSATIONS = (
    ShownConversation("proofs", "Thesis: chapter 3 proofs", (SHORT,), 2, is_pinned=True),
    ShownConversation("code", "Trains, meeting point", (TRAINS,)),
    ShownConversation("maths", "The sum of squares", (MATHS,), 0.01),
    ShownConversation("regex", "Regex for ISO dates", (SHORT,), 0.02),
    ShownConversation(
        "larger", "Which is larger, 9.9 or 9.11?", (SHORT,), 0.03, other_answer="**9.11** is larger, because 11 > 9."
    ),
    ShownConversation("table", "Tags in SQLite", (TABLE,), 3),
    ShownConversation("arabic", "القائمة والصف في بايثون", (ARABIC,), 3.1),
    ShownConversation("tax", "Tax on a second job, step by step", (SHORT,), 4),
    ShownConversation("ice", "Why does ice float?", (SHORT,), 5),
)
