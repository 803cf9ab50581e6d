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

# Written after the last training run and never used to mend the generator.
FRESH: tuple[tuple[str, Check, tuple[str, ...]], ...] = (
    ("hey can u tell me 64 + 19", _N, ("83",)),
    ("Please compute 4096 / 64", _N, ("64",)),
    ("what do you get when you multiply 25 by 16?", _N, ("400",)),
    ("5005 minus 1998", _N, ("3007",)),
    ("30% off a 50 dollar jacket. price?", _N, ("35",)),
    ("how many e's in the word beekeeper", _N, ("5",)),
    ("Which one is larger: 3.14 or 3.2?", _N, ("3.2",)),
    ("It's 10:50 pm. I need to sleep 8 hours. When should the alarm ring?", _N, ("06:50",)),
    ("The movie starts 19:30 and runs 125 minutes. When is it over?", _N, ("21:35",)),
    ("I have a dozen eggs and break 5, how many are fine?", _N, ("7",)),
    ("Mum gives me 20 euros and I spend 7.50. How much is left?", _N, ("12.5",)),
    ("My brother is 4 years younger than me. I'm 31. How old is he?", _N, ("27",)),
    ("Three friends split a 72 dollar dinner bill evenly. What does each pay?", _N, ("24",)),
    ("A bakery makes 12 trays with 8 buns on each. 15 buns get burned. How many good buns?", _N, ("81",)),
    ("10 - 2 - 3", _N, ("5",)),
    ("6 + 4 / 2", _N, ("8",)),
    ("((2 + 3) * 2) - 4", _N, ("6",)),
    ("solve 7y - 4 = 31", _N, ("5",)),
    ("what is x when x/4 = 6", _N, ("24",)),
    ("3/4 of 60", _N, ("45",)),
    ("2/3 + 1/6 = ?", _N, ("5/6",)),
    ("5, 10, 20, 40, ... what's next", _N, ("80",)),
    ("100, 93, 86, 79 -> next number?", _N, ("72",)),
    ("mean of 5 and 9 and 13", _N, ("9",)),
    ("is 57 a prime?", _Y, ("No",)),
    ("whats the lcm of 4 and 6", _N, ("12",)),
    ("square root of 169", _N, ("13",)),
    ("order from biggest to smallest: 0.3, 0.12, 0.5", _N, ("0.5", "0.3", "0.12")),
    ("Monday plus 5 days", _C, ("Saturday", "Monday", "Tuesday", "Sunday", "Friday")),
    ("days between june 1 and july 4", _N, ("33",)),
    ("Paula is shorter than Rita, and Rita is shorter than Sue. Who's tallest?", _C, ("Sue", "Rita", "Paula")),
    ("Max finished the race before Leo. Nina finished after Leo. Who came last?", _C, ("Nina", "Max", "Leo")),
    ("Three people queue up: Jo is in front of Kim, and Kim is in front of Lou. Who is at the back?", _C, ("Lou", "Jo", "Kim")),
    ("Tim says Ron is a liar. Ron says he and Tim are friends. Exactly one of the two lies. Tim is honest. Who lies?", _C, ("Ron", "Tim")),
    ("reverse the word planet", _M, ("tenalp",)),
    ("sort alphabetically: pear fig plum", _M, ("fig, pear, plum",)),
    ("how many grams is 1.2 kg", _N, ("1200",)),
    ("area of a rectangle 6 by 9", _N, ("54",)),
    ("-8 + 15", _N, ("7",)),
    ("17 mod 5", _N, ("2",)),
    ("tell me a bedtime story about a dragon", _M, ("starter",)),
    ("what's the tallest building in the world", _M, ("starter",)),
    ("how do i center a div", _M, ("starter",)),
    ("Est-ce que tu parles français ?", _M, ("starter",)),
    ("good evening!", _M, ("",)),
    ("what are you exactly?", _M, ("starter",)),
    ("Who is the prime minister of Norway?", _M, ("starter",)),
    ("My laptop won't turn on, any ideas?", _M, ("starter",)),
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


def fresh() -> list[Conversation]:
    """The prompts that nothing was tuned on."""
    return [Conversation(Problem("fresh", (), q, "", "", check, expected)) for q, check, expected in FRESH]


def conversations() -> list[Conversation]:
    """The prompts whose failures broadened the generator, ready to be asked."""
    single = [Conversation(Problem("by hand", (), q, "", "", check, expected)) for q, check, expected in PROMPTS]
    return single + [
        Conversation(Problem("by hand", (), q, "", "", check, expected), earlier)
        for earlier, q, check, expected in TURNS
    ]
