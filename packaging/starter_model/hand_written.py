"""Prompts written by hand, as somebody would type them who has never seen the generator. No template knows them."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from curriculum.mixture import Conversation
from curriculum.problem import Check, Problem

_N, _C, _Y, _M = Check.NUMBERS, Check.CHOICE, Check.YES_NO, Check.MENTIONS

PROMPTS: tuple[tuple[str, Check, tuple[str, ...]], ...] = (
    ("What is 347 + 588?", _N, ("935",)),
    ("whats 12 times 12", _N, ("144",)),
    ("I bought 3 shirts at 19 dollars apiece, what do i owe", _N, ("57",)),
    ("How many r are in strawberry?", _N, ("3",)),
    ("how many times does the letter s show up in mississippi?", _N, ("4",)),
    ("Which is bigger: 9.9 or 9.11?", _N, ("9.9",)),
    ("What time is it 3 h 40 min after 22:15?", _N, ("01:55",)),
    ("15% of 240", _N, ("36",)),
    ("if a shirt costs 80 euro and there's a 25% discount, what's the final price?", _N, ("60",)),
    ("1000-387", _N, ("613",)),
    ("please divide 1001 by 7", _N, ("143",)),
    ("100 / 7", _N, ("14", "2")),
    ("2 + 3 * 4", _N, ("14",)),
    ("(2+3)*4 = ?", _N, ("20",)),
    ("Solve for x: 3x + 5 = 20", _N, ("5",)),
    ("2x=14, x?", _N, ("7",)),
    ("Sort these for me: 42, 7, 19, 3, 88", _N, ("3", "7", "19", "42", "88")),
    ("which number is smallest, 0.5, 0.25 or 0.75", _N, ("0.25",)),
    ("whats the avergae of 10, 20 and 60", _N, ("30",)),
    ("Is 91 a prime number?", _Y, ("No",)),
    ("is 97 prime", _Y, ("Yes",)),
    ("gcd of 48 and 36", _N, ("12",)),
    ("Whats two to the power of ten?", _N, ("1024",)),
    ("1/2 + 1/3", _N, ("5/6",)),
    ("what comes next 2 4 8 16", _N, ("32",)),
    ("1, 1, 2, 3, 5, 8, ...", _N, ("13",)),
    ("If today is Wednesday, what day is it in 10 days?", _C, ("Saturday", "Sunday", "Monday", "Tuesday", "Thursday", "Friday")),
    ("How many days are there from March 3 to May 10?", _N, ("68",)),
    ("Tom is taller than Ann. Ann is taller than Bob. Who is the shortest?", _C, ("Bob", "Tom", "Ann")),
    ("Lisa runs faster than Mark but slower than Kevin. Who is the fastest?", _C, ("Kevin", "Lisa", "Mark")),
    ("Anna, Ben and Carl sit on a bench. Ben sits in the middle. Anna is on the left. Who is on the right?", _C, ("Carl", "Anna", "Ben")),
    ("Alice says Bob is lying. Bob says Carol is lying. Carol says Alice and Bob are both fine people. Only one of them lies. Who?", _C, ("Bob", "Alice", "Carol")),
    ("My train leaves at 9:45 and the ride takes 2 hours 30 minutes, when do i arrive", _N, ("12:15",)),
    ("how many minutes are in 3 and a half hours? ", _N, ("210",)),
    ("How many seconds are in 5 minutes?", _N, ("300",)),
    ("convert 2.5 km to meters", _N, ("2500",)),
    ("there are 24 kids and 6 tables, how many kids per table", _N, ("4",)),
    ("Sarah has 12 apples. She eats 3 and buys 5 more. How many apples does she have now?", _N, ("14",)),
    ("A farmer has 15 sheep, all but 8 run away. how many are left?", _N, ("8",)),
    ("what's half of 86", _N, ("43",)),
    ("double 45", _N, ("90",)),
    ("seven plus eight", _N, ("15",)),
    ("waht is 25 plsu 17", _N, ("42",)),
    ("WHAT IS 6 TIMES 7", _N, ("42",)),
    ("spell necessary backwards", _M, ("yrassecen",)),
    ("How many vowels are in the word education?", _N, ("5",)),
    ("Put these words in alphabetical order: zebra, apple, mango", _M, ("apple, mango, zebra",)),
    ("How much is 3.5 + 2.75?", _N, ("6.25",)),
    ("99 bottles of beer, take 1 down, how many left", _N, ("98",)),
    ("Hi there", _M, ("",)),
    ("thanks a bunch!", _M, ("",)),
    ("who made you?", _M, ("starter",)),
    ("What can you help me with?", _M, ("puzzles",)),
    ("What is the capital of Belgium?", _M, ("starter",)),
    ("write me a python script that renames files", _M, ("starter",)),
    ("Can you recommend a good movie for tonight?", _M, ("starter",)),
    ("Wie spät ist es in Tokio?", _M, ("starter",)),
    ("asdkjh qwe zxc", _M, ("starter",)),
    ("Summarize the plot of Hamlet in 3 sentences", _M, ("starter",)),
    ("why do cats purr", _M, ("starter",)),
    ("Who won the 1998 world cup?", _M, ("starter",)),
    ("I feel kind of down today", _M, ("starter",)),
    ("Explain how a transformer neural network works", _M, ("starter",)),
)  # fmt: skip

TURNS: tuple[tuple[tuple[tuple[str, str], ...], str, Check, tuple[str, ...]], ...] = (
    ((("What is 20 + 22?", "20 + 22 = 42."),), "and double that?", _N, ("84",)),
    ((("What is 20 + 22?", "20 + 22 = 42."), ("and double that?", "Double 42 is 84.")), "now take away 4", _N, ("80",)),
    ((("12*12", "12 × 12 = 144."),), "are you sure about that", _N, ("144",)),
    ((("How many r are in strawberry?", "There are 2 r's in strawberry."),), "are you sure?", _N, ("3",)),
    ((("What is 9 × 8?", "9 × 8 = 72."),), "why?", _M, ("72",)),
    ((("Hello", "Hello! Ask me a sum."), ("What is 50% of 90?", "50% of 90 is 45.")), "thx, and what about 20% of 90", _N, ("18",)),
    ((("What is the capital of France?", "I am only the small starter model built into Aside."),), "ok then, 17 + 26", _N, ("43",)),
    ((("What is 347 + 588?", "347 + 588 = 935."),), "divide that by 5 please", _N, ("187",)),
)  # fmt: skip


def conversations() -> list[Conversation]:
    """All of them, ready to be asked."""
    single = [Conversation(Problem("by hand", (), q, "", "", check, expected)) for q, check, expected in PROMPTS]
    return single + [
        Conversation(Problem("by hand", (), q, "", "", check, expected), earlier)
        for earlier, q, check, expected in TURNS
    ]
