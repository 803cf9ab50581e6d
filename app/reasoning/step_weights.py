"""How much each thing that is seen says for each kind of step, in hundredths: learned by
`tests/benchmarks/step_weights.py`, which writes the rows.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable

_ROWS = """
-1 -13 -13 -7 22 6 -5 11 -4 0 $again; 10 29 -12 -21 -12 26 28 18 -24 -15 $and
5 12 -3 -12 1 -2 1 -5 1 2 $answer; 6 -14 -3 -2 8 3 -22 8 -20 15 $ask
-5 -28 -32 23 0 -2 8 -10 73 -19 $back; -53 49 31 -9 -10 -6 -14 -6 1 2 $better
31 -8 2 21 -23 -39 -23 -3 5 14 $but; 2 34 -21 -6 -19 -6 -5 2 3 10 $case
-46 35 -2 4 0 -14 -37 30 -10 4 $check; 7 -5 -21 4 22 -4 -25 22 -9 -16 $conclude
10 -42 46 11 17 1 36 -24 -5 -8 $could; -6 0 -10 -3 -12 9 13 -5 8 18 $earlier
14 8 -12 -26 2 -7 -22 14 11 -5 $example; -9 -14 -14 2 11 11 164 -2 -17 32 $fail
10 19 -1 -8 -1 11 41 -20 -3 -8 $finally; -27 22 -18 6 -7 -7 -5 13 -3 22 $first
-25 -44 -41 1 16 107 -24 -58 -12 54 $good; 18 -12 -4 6 -2 -7 -31 -3 -6 10 $hedge
15 -9 -8 4 5 -2 -3 -11 -4 10 $hesitate; -5 22 10 10 -34 -24 -36 22 -3 3 $if
-14 45 -13 -3 -10 -20 -35 -9 1 22 $intend; -43 19 7 -12 -4 -11 14 33 2 10 $method
2 -10 3 11 -1 -8 -21 -4 -1 9 $mistake; 40 -21 -11 12 10 -36 11 14 -6 -1 $not
4 -1 -4 -1 -5 10 22 -4 0 1 $not&again; -27 9 -5 7 -5 -1 -5 18 -3 7 $not&and
5 -6 4 2 0 -1 -2 -1 0 -3 $not&answer; 5 -10 0 4 10 -27 -32 7 -3 13 $not&ask
13 -2 0 -4 -1 -4 -5 -1 -1 0 $not&back; -11 -1 11 24 -1 -16 -28 -2 -1 -3 $not&but
-1 0 -1 3 0 -5 -9 4 0 1 $not&check; -6 0 -1 8 5 -1 -1 -8 0 4 $not&conclude
-3 -1 6 -5 -1 -1 -4 -5 -1 10 $not&could; 0 -1 -1 5 -3 -1 4 -1 -1 2 $not&example
6 -2 11 -3 -5 -6 -7 -4 -1 3 $not&fail; 0 0 0 -1 0 0 -9 0 0 2 $not&finally
2 -15 -1 6 14 -16 29 5 -1 6 $not&good; -5 -1 4 -4 1 9 12 -1 -2 -1 $not&hedge
25 -2 -8 -4 19 -11 -23 -6 -1 -11 $not&hesitate; 8 11 22 -3 -14 -18 -31 -10 -1 5 $not&if
-3 7 -2 0 -3 -3 -4 5 0 -1 $not&intend; -8 2 -4 6 0 5 15 -2 1 0 $not&method
-8 -1 -1 0 0 1 9 7 0 2 $not&okay; 5 10 -14 -2 -3 -7 -11 3 -1 8 $not&other
-2 0 -3 -4 0 3 7 1 0 4 $not&recommend; 3 -10 -2 -7 -5 4 2 11 0 7 $not&reply
1 0 0 -1 1 -1 8 0 -1 2 $not&same; 16 -9 4 14 -5 -12 -10 -6 -1 -1 $not&says
1 -8 0 4 8 -3 -1 -2 0 0 $not&self; -14 -8 2 6 -4 -3 11 4 2 16 $not&so
-7 -2 -1 8 12 -13 8 -3 0 5 $not&suits; 8 -8 -3 -2 -3 5 15 5 -2 1 $not&task
13 0 -1 -4 0 -5 5 -4 -1 1 $not&then; 2 0 8 10 -6 1 -4 -13 4 -6 $not&they
-22 -3 15 -2 -8 -5 -6 19 -1 7 $not&unsure; 9 -1 -6 0 -1 3 18 5 -1 -8 $not&wh
16 -8 -2 4 -5 0 -4 -4 -1 0 $not&work; 1 -19 20 -14 52 -4 -11 -40 -4 8 $okay
23 -26 11 3 1 -17 8 -10 2 12 $other; -44 57 -4 -2 -4 -29 -31 0 -7 32 $plan
-29 38 -4 -2 -2 -19 -43 11 -2 7 $proof; -26 -10 1 -15 7 8 18 24 12 0 $recommend
-3 23 -22 -2 -14 -22 -36 54 -11 -2 $reply; 11 2 4 18 -2 -7 -9 -14 -3 -8 $same
15 -16 -13 7 -7 -16 25 9 -10 32 $says; 38 1 -8 2 -6 -32 -47 -5 -3 13 $self
-4 -21 -15 25 34 -12 22 7 -23 10 $so; 9 -9 8 -17 -11 11 21 0 0 9 $suits
47 -19 -10 14 -12 -23 -14 -7 -16 26 $task; -1 71 20 -25 -34 -33 -17 -2 -1 4 $then
20 -33 -3 -32 7 -6 5 11 21 15 $they; -17 -10 16 24 -22 5 6 -8 0 13 $unsure
12 49 16 -23 -29 -6 -4 -31 -8 20 $wh; -8 -1 26 -5 -7 -6 -4 -6 6 0 $why
20 27 -48 3 -33 -23 -30 31 -2 25 $work; -7 10 -1 6 -1 -6 -9 0 0 0 +^again
4 -4 -2 9 -1 -5 -16 0 0 0 +^and; 27 -26 -18 29 -4 0 -17 -6 -2 0 +^ask
11 0 0 3 -8 -5 -13 0 0 0 +^back; 1 -3 -1 3 -5 5 16 0 0 0 +^but
-27 22 -1 7 0 -1 -2 -1 0 0 +^case; -7 6 0 0 0 1 2 0 0 0 +^check
-11 -3 -1 6 8 1 4 -1 0 0 +^conclude; -6 -2 0 8 0 1 -12 0 0 0 +^could
7 -2 -1 2 -1 -5 -8 -1 0 0 +^earlier; 7 2 -1 9 -3 -12 -20 -1 -1 0 +^example
10 -9 -6 -12 19 3 52 -4 -1 0 +^fail; 0 1 0 -6 0 6 12 0 0 0 +^finally
-2 8 -1 0 0 -3 -5 -1 0 0 +^first; -5 -1 0 -1 0 8 7 0 0 0 +^general check
-36 36 0 0 0 0 0 0 0 0 +^general plan; -32 -12 -9 29 -17 56 -14 -10 -5 0 +^good
-2 -1 0 4 0 -1 -6 0 0 0 +^hedge; -2 -1 -11 11 -1 7 35 -2 -1 0 +^hesitate
1 6 -5 7 7 -8 -10 -7 -1 0 +^if; -28 33 -2 0 -1 -1 -3 -1 0 0 +^intend
7 -2 0 -1 -1 -1 -1 -1 0 0 +^method; -4 -1 0 5 0 1 2 -1 0 0 +^mistake
5 5 -13 3 5 0 9 -4 -2 0 +^not; -4 -5 -2 4 -1 12 12 -3 -1 0 +^okay
-2 0 -1 -4 -2 11 14 0 0 0 +^other; -4 18 -1 0 -9 -4 -5 -1 0 0 +^plan
-3 1 -1 0 1 2 -10 0 0 0 +^proof; 4 -4 -1 -1 0 1 5 0 0 0 +^recommend
-6 1 -1 -4 -1 12 13 -1 0 0 +^reply; 11 -1 -2 -2 -1 -4 -11 0 0 0 +^same
5 -8 -9 19 -5 1 -10 -2 -1 0 +^says; -23 27 -1 1 3 -5 -4 -1 0 0 +^self
25 -18 -8 5 -4 8 24 -6 -2 0 +^so; -3 0 -6 -3 -1 13 33 -1 0 0 +^strong doubt
-8 14 0 -4 0 -1 -2 0 0 0 +^strong plan; -7 2 0 -5 -1 13 21 0 0 0 +^suits
11 2 -1 5 -3 -12 -20 -2 0 0 +^task; 7 8 -1 -7 -5 0 16 -1 0 0 +^then
21 -8 -1 6 -8 -6 1 -3 -1 0 +^they; 1 -2 -12 35 -2 -18 -26 -2 0 0 +^unsure
12 -8 -1 -1 -1 -1 -2 -1 0 0 +^wh; -2 0 -1 6 0 -2 -4 0 0 0 +^why
2 6 -1 7 -4 -7 -11 -2 -1 0 +^work; -8 10 -1 -2 0 1 -6 0 0 0 +again
-7 6 0 0 0 5 -3 -3 -1 0 +and; 40 -23 -24 20 -19 20 35 -12 -3 0 +ask
15 -4 -1 5 -8 -4 -10 -1 -1 0 +back; 7 -6 0 -1 -1 2 1 0 0 0 +bullet
18 -10 -7 7 -5 1 26 -3 -1 0 +but; -10 19 -1 7 -12 -2 -4 -1 0 0 +case
-8 6 -1 3 -1 1 1 -1 0 0 +check; -6 -7 -3 2 7 16 25 -8 -1 0 +conclude
-2 -3 -5 17 7 -10 -32 -3 -1 0 +could; 17 -3 -3 -3 0 -8 -11 -1 0 0 +earlier
14 14 -3 -5 -9 -5 -21 -3 -2 0 +equation; 11 0 -2 10 -4 -12 -27 -2 -1 0 +example
0 -12 -12 -12 9 41 135 -11 -2 0 +fail; -11 12 0 -6 0 6 14 0 0 0 +finally
-4 8 -9 9 0 -3 -6 -1 0 0 +first; 29 5 -13 5 -14 0 -10 -7 -4 0 +found
-24 -27 -18 33 -18 75 -5 -14 -7 0 +good; 11 3 -2 2 -5 -8 -19 -1 0 0 +hedge
-2 -3 -12 23 -1 -1 19 -2 -1 0 +hesitate; -3 -1 -7 3 6 14 26 -11 -2 0 +if
-32 36 -3 2 -1 -1 3 -1 -1 0 +intend; -14 17 -1 2 -3 1 -6 -2 0 0 +label
11 -3 -1 -3 -3 1 2 -2 0 0 +method; -7 -1 0 8 0 2 1 -1 0 0 +mistake
13 -4 -16 22 12 -11 13 -13 -4 0 +not; -8 0 0 -2 12 -2 -13 0 0 0 +not&and
-11 -1 -4 -1 20 4 -2 -4 -1 0 +not&ask; -3 -2 -1 8 0 -2 -3 0 0 0 +not&but
0 0 0 -9 1 12 22 -3 0 0 +not&conclude; -12 0 0 2 11 -1 -8 0 0 0 +not&could
-3 9 0 -1 1 -4 -5 -1 -1 0 +not&equation; 4 0 0 5 -2 -5 -10 0 -1 0 +not&example
3 0 -1 -2 0 1 13 0 0 0 +not&fail; 2 -1 0 1 0 -1 -6 0 0 0 +not&found
13 -7 -1 -1 1 -3 8 -1 0 0 +not&good; 6 -1 0 -1 2 -5 -10 0 0 0 +not&hedge
3 1 -6 13 0 -10 2 -1 0 0 +not&hesitate; 10 -1 -1 4 -1 -3 -8 -7 -1 0 +not&if
4 1 0 -1 0 -4 -10 0 0 0 +not&method; -8 8 -1 2 8 -7 -14 -2 -1 0 +not&number
0 0 0 0 4 -2 16 0 0 0 +not&okay; 9 0 0 -5 0 1 -9 -3 0 0 +not&other
0 0 0 -3 0 3 9 0 0 0 +not&quote; -10 9 0 1 9 -6 -8 -2 -1 0 +not&recalled
9 -7 -1 9 -2 -8 -14 0 0 0 +not&says; 8 -6 0 -5 2 1 6 0 0 0 +not&self
10 11 -10 -10 -7 10 21 -2 -1 0 +not&short; 4 -7 0 -4 3 6 20 -1 -1 0 +not&so
5 0 0 -1 0 -2 7 0 0 0 +not&suits; 10 -8 0 6 -2 -5 -10 0 0 0 +not&task
-2 0 0 0 4 0 11 -1 0 0 +not&then; -1 -1 -1 -5 0 8 11 -1 0 0 +not&they
5 -1 -1 -8 0 5 -3 0 0 0 +not&why; 5 0 0 -4 -4 4 9 -1 0 0 +not&work
7 23 -18 22 -10 -4 0 -14 -5 0 +number; 10 -5 -3 1 0 0 -16 -2 -1 0 +numeric
2 -10 -4 7 -2 12 11 -4 -1 0 +okay; 8 -4 -4 -2 4 3 -8 -4 -1 0 +other
-27 42 -1 2 -9 -6 -9 -1 0 0 +plan; 5 8 -1 1 1 -13 -36 -1 0 0 +proof
3 -6 -8 25 -2 -11 -20 -1 0 0 +question; -1 0 0 4 0 -2 -5 0 0 0 +question&fail
-2 0 0 5 0 -2 -4 0 0 0 +question&if; 4 -4 -8 9 -1 -1 -1 -1 0 0 +question&short
-3 0 0 5 0 -1 -1 0 0 0 +question&they; -5 0 -8 24 -1 -10 -18 0 0 0 +question&unsure
7 -4 0 -2 0 0 -1 0 0 0 +question&wh; -3 -4 -3 14 -2 3 13 -5 -1 0 +quote
-22 16 -5 18 4 -1 9 -7 -2 0 +recalled; -7 1 -2 4 -1 7 5 -1 0 0 +reply
12 -2 -2 -1 -1 -5 -10 0 -1 0 +same; 12 -16 -12 14 -1 7 3 -3 -1 0 +says
-12 18 -1 5 -1 -6 -8 -2 -1 0 +self; 29 6 -44 35 -23 34 9 -23 -14 0 +short
30 -22 -18 41 -9 -10 -7 -9 -3 0 +so; 3 -2 -2 -6 -3 12 12 -1 -1 0 +suits
9 -5 -2 7 2 -8 -17 -2 -1 0 +task; 14 4 -1 -8 -6 0 16 -2 -1 0 +then
28 -3 -8 -8 -8 7 14 -5 -2 0 +they; -11 -6 -14 35 2 -2 12 -3 -1 0 +unsure
-11 1 -1 1 3 8 6 -1 0 0 +wh; 14 -1 -5 -6 -1 3 -2 -2 0 0 +why
-6 28 -2 -1 -9 -5 -7 -4 -1 0 +work; 17 -26 34 15 -22 68 67 6 -10 -82 0/alternative
20 -26 34 16 -21 72 73 6 -9 -91 0/alternative/1; -36 -5 -7 -5 11 -8 -15 -9 -2 61 0/case
-29 -5 -6 -4 12 -5 -9 -8 -2 45 0/case/1; -7 0 -1 -2 -1 -4 -6 -1 0 16 0/case/2
-46 -13 4 6 -13 -23 19 32 -9 66 0/check; -15 -6 -15 -10 -6 -17 -8 -7 -6 83 0/check/1
-28 -7 19 17 -6 -3 31 42 -3 -32 0/check/2; -3 0 -1 -1 -1 -3 -4 -3 0 13 0/check/3
39 -6 -7 -52 -19 -2 -44 -14 -13 78 0/doubt; 12 -8 -15 -31 -5 -33 -41 -10 -2 95 0/doubt/1
7 10 -6 -17 -11 28 -2 2 -9 -4 0/doubt/2; 21 -8 13 -5 -3 4 0 -6 -2 -15 0/doubt/3
-31 -16 4 -10 -8 -7 -25 0 -5 74 0/failed_check; -14 -13 7 -9 -5 -4 -17 -10 -3 54 0/failed_check/1
-15 -2 -2 0 -2 -2 -7 11 -1 14 0/failed_check/2; 83 -46 -19 -10 16 -30 -36 -13 -5 22 0/plan
47 -44 -17 -7 19 -23 -29 -9 -5 39 0/plan/1; 39 -3 -2 -3 -4 -6 -7 -4 -1 -18 0/plan/2
85 -6 -5 -5 -6 -9 -18 -13 -3 -37 0/return; 85 -6 -5 -5 -6 -9 -18 -13 -3 -37 0/return/1
-78 103 -30 25 -24 -9 2 -37 -16 73 0/statement; -71 89 -24 12 -19 -10 7 -26 -13 68 0/statement/1
-2 22 -5 1 -4 3 1 -9 -2 -4 0/statement/2; -5 -8 -1 11 -1 -1 -6 -1 0 7 0/statement/3
-14 -2 -4 -2 43 -7 -9 -6 -1 -7 1/case; -14 -2 -4 -2 43 -7 -9 -6 -1 -7 1/case/1
-10 -1 -1 28 -2 -18 -19 6 0 -2 1/check; -9 -1 -1 28 -2 -18 -18 5 0 -2 1/check/2
-34 14 -11 5 -22 1 11 -12 -4 64 1/statement; -11 19 -8 8 -11 -10 1 -6 -2 23 1/statement/1
-20 -5 -2 -2 -9 12 11 -5 -1 33 1/statement/2; -35 3 -49 50 -34 60 59 33 -10 -19 2/alternative
-34 4 -49 50 -33 58 60 33 -10 -19 2/alternative/1; 6 -32 -27 25 70 0 20 -36 20 -26 2/case
1 -25 -12 30 17 -5 14 -17 29 -19 2/case/1; -1 -6 -13 -4 44 11 14 -18 -7 -6 2/case/2
6 -2 -2 -2 10 -6 -8 -2 -1 -1 2/case/3; -101 9 36 42 -11 -34 26 93 -6 -29 2/check
-17 10 -5 16 8 -14 -20 10 -3 -5 2/check/1; -50 10 33 9 -10 -32 -4 55 0 -15 2/check/2
-34 -11 8 17 -9 12 51 29 -3 -9 2/check/3; -7 -49 24 -43 -8 51 82 31 40 -40 2/doubt
-5 -17 4 -3 27 -4 -15 -15 17 -5 2/doubt/1; -46 -17 -4 -28 -7 41 35 61 19 -20 2/doubt/2
44 -15 24 -13 -28 14 61 -15 4 -15 2/doubt/3; 19 -31 60 -17 -31 10 -33 -30 44 -24 2/failed_check
34 -20 10 13 -10 -28 -40 2 6 -7 2/failed_check/1; 11 -4 17 -19 -13 17 -12 -24 26 -11 2/failed_check/2
-26 -8 33 -11 -8 21 18 -7 12 -6 2/failed_check/3; 133 87 -41 -56 -40 -60 -82 -37 -15 0 2/none
133 87 -41 -56 -40 -60 -82 -37 -15 0 2/none/0; 97 -40 -2 -21 68 -65 -69 2 -20 -18 2/plan
10 -27 14 -9 47 -26 -18 16 -17 -8 2/plan/1; 48 -11 -13 -11 43 -32 -42 -12 -3 -9 2/plan/2
40 -2 -3 -2 -22 -8 -9 -2 0 -1 2/plan/3; -53 3 11 4 -13 25 -9 37 -5 -8 2/return
-53 3 11 4 -13 25 -9 37 -5 -8 2/return/1; 65 48 22 -20 -2 27 -13 -36 -45 -60 2/statement
-12 19 39 11 -28 17 9 -9 -15 -23 2/statement/1; 29 42 -7 -22 -6 14 6 7 -28 -29 2/statement/2
49 -14 -10 -9 32 -4 -28 -34 -3 -6 2/statement/3; -5 2 21 -1 -16 17 -27 -9 -1 -7 ^again
16 -17 -6 6 -17 0 -9 6 -1 12 ^and; -24 3 -7 -3 -6 -23 -26 86 -2 -24 ^answer
20 -15 14 9 -1 -9 -18 -13 -14 8 ^ask; -8 -11 1 -4 -10 -17 -28 -30 82 -2 ^back
34 6 8 -7 4 -24 -34 -16 -11 6 ^better; -30 -20 -3 84 6 4 44 -24 -9 -9 ^but
-43 6 -9 -14 44 19 28 -9 0 7 ^case; -30 -4 -12 3 -14 76 68 -13 5 -17 ^check
-9 -4 -26 -2 -19 -2 -23 75 1 -14 ^conclude; -14 -23 103 7 -14 -19 -12 -15 -10 -12 ^could
19 15 24 -32 -11 0 27 -26 8 3 ^earlier; -13 5 -5 15 -19 35 44 7 -15 -10 ^example
-9 25 -11 10 -9 -14 -19 -9 -4 20 ^fail; -22 -21 -15 -12 -16 8 6 87 0 -9 ^finally
24 18 -6 -8 -2 -13 -9 -7 -4 -2 ^first; -39 -22 93 -23 -8 15 24 -12 -3 -2 ^general alternative
-26 -8 -14 4 -13 72 75 -4 -1 -9 ^general check; -12 14 -1 -1 -2 -11 -12 -9 -1 22 ^general conclusion
-18 58 -10 -6 -7 -7 -9 -6 -4 0 ^general plan; -21 -2 -5 -4 -3 -6 -8 -10 54 -1 ^general return
7 -18 15 -13 -22 5 1 -1 -2 27 ^good; -13 -6 26 -3 -1 6 -2 -2 -1 -6 ^hedge
-6 -13 -5 76 -11 -9 -12 -18 -8 -6 ^hesitate; -6 -13 -26 9 116 -24 -21 -42 -6 -13 ^if
-16 39 1 -20 -16 8 11 18 -11 -3 ^intend; -7 -3 29 -8 -18 1 -11 14 -15 6 ^method
5 -1 -4 -3 -1 -3 -5 -3 -1 10 ^mistake; -23 -20 1 11 -10 10 2 12 -6 24 ^not
6 -6 0 -15 -7 -1 13 11 1 11 ^okay; -24 -13 134 0 -21 -26 -42 -11 -24 -24 ^other
-18 53 21 -15 -14 -12 -21 -16 7 -6 ^plan; -19 12 8 1 -1 -8 -15 2 -1 6 ^proof
11 3 3 -25 -11 -33 -51 53 -1 0 ^recommend; 10 28 -27 1 1 -23 -41 34 -10 -14 ^reply
-33 -5 6 29 4 19 -1 -12 -3 -6 ^same; 30 -30 -3 12 -8 22 -24 -16 -15 7 ^says
10 15 -25 -6 -21 4 -14 19 1 2 ^self; 23 -44 -39 -19 -20 -24 -54 77 37 9 ^so
-33 -14 118 -25 -12 -16 1 -12 -3 -4 ^strong alternative; -9 -20 -11 2 82 -12 16 -17 -4 -10 ^strong case
-19 -28 -13 8 -11 64 66 -9 25 -18 ^strong check; -20 -12 -8 -4 -11 -24 -30 99 -3 -20 ^strong conclusion
-45 -13 -21 126 -8 -30 -44 -12 -7 2 ^strong doubt; -42 78 -14 -5 -6 11 43 -31 6 4 ^strong plan
-25 -4 -12 -4 -8 -12 -19 -7 72 -1 ^strong return; 22 -24 -3 -8 -13 1 31 5 -1 21 ^suits
-16 -15 -5 26 1 11 -12 -8 -11 17 ^task; -9 22 -29 7 39 -22 -5 -20 6 6 ^then
-6 -30 41 19 -2 -9 -57 -4 -19 9 ^they; -11 -15 32 20 0 -20 5 -12 -4 11 ^unsure
-4 27 -17 -21 -11 13 19 -10 -3 26 ^wh; 18 6 -2 12 -5 -14 -33 -15 -1 1 ^why
13 25 -2 4 -29 18 5 -22 -13 5 ^work; 4 -4 -4 -5 -5 -8 -13 -4 -1 26 after colon
1 -43 16 -13 2 44 -3 3 -7 -3 again; -56 -13 -3 -31 150 -35 -45 -12 -7 -4 alike
-11 2 -1 0 9 3 7 -1 -1 0 alike&alike/equation; -9 -2 -4 -3 29 -5 -4 -6 -1 0 alike&alike/label
-9 0 -6 -3 35 -9 -13 -6 -1 -1 alike&alike/number; -5 -1 0 -1 9 -1 -1 -1 0 -1 alike&alike/strong
-8 -1 -1 -2 21 -6 -10 -1 -1 -1 alike&alike^case; -39 -4 -6 -7 76 -10 -16 -2 -5 -1 alike&alike^if
-40 -14 -7 -5 38 -14 -15 -10 -3 56 alike/bullet; -1 -14 14 -3 -23 13 46 22 -3 -5 alike/equation
33 -14 -8 -11 55 -27 -18 -6 -14 -8 alike/label; 22 10 -1 26 2 -17 -42 -28 -16 2 alike/number
-5 -1 0 -1 9 -1 -1 -1 0 -1 alike/strong; -10 -1 -1 -2 26 -9 -14 -2 -1 -1 alike^case
28 15 -13 6 25 -32 -47 -7 -14 -4 alike^if; 7 0 -11 -1 0 -12 -23 20 0 -3 alternative>and
24 -3 0 -1 -1 -10 -14 -1 0 -8 alternative>ask; -4 -2 0 27 -4 -8 12 -4 -1 -5 alternative>but
-6 0 3 0 -1 7 -1 0 0 -2 alternative>case; -1 0 0 0 0 3 15 0 0 -1 alternative>check
8 0 4 1 0 -7 -12 -2 0 -3 alternative>could; 34 -1 -3 -2 -1 -22 -26 -12 -1 8 alternative>equation
-4 0 0 -1 -1 8 1 0 0 -3 alternative>example; 6 -4 -1 -9 -1 17 29 -3 -1 -5 alternative>fail
-2 -2 -5 -2 -3 22 4 -2 -1 -5 alternative>found; -2 0 7 0 0 -3 -5 -1 0 -1 alternative>general alternative
0 0 0 0 0 0 12 0 0 0 alternative>general check; 4 -3 10 14 -7 -13 -21 -1 -1 -3 alternative>if
-5 -2 -1 -5 0 16 34 0 0 -3 alternative>intend; 0 0 4 0 0 -3 -8 0 0 -1 alternative>method
-2 0 -1 14 0 -5 -8 0 0 -5 alternative>not; 35 -4 -21 -4 -4 -1 -17 1 -2 -1 alternative>number
36 -1 -4 -2 -1 -26 -29 -9 -1 8 alternative>numeric; -38 -2 62 -15 -1 -17 -25 19 -1 -7 alternative>other
-2 -2 12 -3 -1 -1 -2 0 0 -2 alternative>plan; -6 0 7 8 0 -17 -30 -1 0 10 alternative>question
38 -2 -16 -2 -1 -23 -22 4 -1 4 alternative>recalled; 4 -4 -4 -3 -1 -5 -6 18 0 -4 alternative>reply
-6 -1 -3 -12 -1 43 20 -1 -1 -17 alternative>says; -3 0 0 -3 0 8 16 -1 0 -1 alternative>self
37 -6 9 -19 -3 -19 3 5 -2 -4 alternative>short; 26 0 -6 24 -1 -22 -33 -11 0 -9 alternative>so
-4 0 8 -1 0 -2 -2 -1 0 -1 alternative>strong alternative; 0 0 0 0 0 1 12 0 0 0 alternative>strong check
-5 0 -1 -1 0 -2 -3 11 0 -1 alternative>strong conclusion; -6 0 -3 16 0 -4 -8 0 0 -2 alternative>strong doubt
-13 0 -1 6 0 4 -3 0 0 4 alternative>task; 7 -1 -4 15 -1 -7 -11 -3 0 -5 alternative>then
9 -2 -5 2 -3 28 0 -7 -2 -21 alternative>they; -7 0 11 7 0 -6 -11 -1 0 -4 alternative>unsure
-7 -3 18 8 -1 -7 -9 -1 0 -7 alternative>work; 23 14 -1 -30 -7 7 -3 19 -26 3 and
-12 20 -4 -10 -4 -20 -16 38 0 -7 answer; -5 7 3 39 20 -1 61 -20 -24 -18 ask
-20 36 -33 7 -3 -17 26 -20 -6 60 asked; 22 -7 -11 11 -6 25 65 -6 -2 -26 asked/alternative
-47 -7 -16 -6 11 -10 2 -8 -2 85 asked/doubt; -6 -1 -2 -1 -1 -7 -10 -1 0 19 asked/failed_check
12 52 -3 3 -7 -24 -28 -5 -1 -27 asked/statement; -30 -48 -24 15 -13 -22 -39 -35 170 -16 back
16 14 26 -17 -10 -2 11 -21 -8 3 better; 87 -15 -13 -44 -52 -38 -99 -22 -63 24 bias
-6 0 0 0 0 -4 -5 -12 0 24 boxed; -49 -30 -14 -12 57 -33 -36 -17 -5 103 bullet
-7 -37 0 48 25 -19 64 -22 8 3 but; -20 -21 -22 -22 52 20 27 4 7 2 case
-4 0 -1 -1 0 -1 -1 -1 0 8 case>ask; -13 -1 -1 -1 14 0 -3 -2 0 4 case>equation
-7 -1 0 0 -2 7 6 0 0 4 case>found; -3 0 0 0 14 3 1 -2 0 -12 case>if
-2 0 0 -1 0 -1 -1 -1 0 5 case>not; -15 -2 -1 -1 14 -2 -6 -3 0 11 case>number
-7 0 -1 -1 16 -9 -12 -3 0 7 case>recalled; -9 -1 -1 -1 -3 4 3 -4 -1 16 case>short
-20 -1 -2 -2 -2 -3 -3 -4 -1 34 case>so; -7 -1 -1 -1 0 -1 -1 -1 0 10 case>then
-2 0 -1 -1 0 -2 -3 0 0 6 case>they; -50 19 -28 -4 -37 118 208 -29 -1 -14 check
-4 -1 -1 6 -1 -11 -14 -11 0 23 check>and; 0 -1 0 0 0 0 -1 14 0 -11 check>answer
-7 -1 -3 10 -1 -3 -5 -8 0 13 check>ask; -1 0 0 -1 0 0 0 -3 -3 8 check>back
-2 0 -1 1 -1 18 39 -1 0 -15 check>but; 0 0 0 0 -2 -2 5 -2 0 6 check>case
-1 0 0 0 -3 -8 7 -3 0 16 check>check; -4 0 0 -1 0 -1 -1 26 0 -19 check>conclude
-1 0 -7 0 0 0 -1 -1 0 10 check>could; -12 -2 -3 -1 -4 -14 2 3 0 33 check>equation
-1 0 0 0 0 -2 -2 13 0 -10 check>example; -13 -2 -2 -5 -4 14 51 9 -1 4 check>found
8 -1 -7 -2 -2 -17 -21 -8 -2 32 check>good; -1 0 0 1 0 -5 -7 0 0 6 check>hesitate
0 0 0 0 -4 -5 -1 0 0 10 check>if; -1 0 0 0 -1 -5 -7 -2 0 9 check>not
-28 -5 24 -7 -7 -17 7 36 -2 6 check>number; -15 -2 -3 -2 -2 -4 10 31 -1 -3 check>numeric
-2 0 -2 0 0 -1 -1 -1 0 6 check>okay; -1 0 -4 0 0 -1 -1 0 0 7 check>other
-1 -1 -1 28 0 9 24 -4 0 -30 check>question; -15 -3 27 -2 -3 -31 -44 28 -1 1 check>recalled
-1 -2 0 -1 0 -1 -1 21 0 -15 check>reply; -29 -7 -16 9 -5 -24 -5 61 -4 18 check>short
2 -1 -3 -3 -1 -5 -8 26 -2 -14 check>so; 0 0 0 0 -1 -11 -16 -1 0 14 check>strong case
0 -1 0 0 0 -1 -1 12 0 -10 check>strong conclusion; -2 0 0 0 0 -4 -5 -2 0 8 check>suits
12 -28 -40 -4 -6 8 -16 72 -8 -8 conclude; -34 -57 169 -14 -9 -31 33 -21 -12 -13 could
20 -24 3 9 -12 -12 7 10 -5 11 dash; 8 15 -27 13 -9 16 0 -9 -8 0 dots
20 -1 -5 -1 -1 -8 -8 -2 -2 1 doubt>and; -4 -1 0 0 0 -4 -4 14 0 -4 doubt>answer
-23 23 15 -24 -2 0 -9 -9 0 20 doubt>ask; 15 -1 -2 -5 -2 -3 -5 -1 -2 1 doubt>but
-9 -2 -2 -1 -1 5 -21 -1 0 11 doubt>check; -1 0 0 0 0 -1 -1 -7 0 10 doubt>conclude
-11 -1 16 -1 -1 -3 -4 -1 0 1 doubt>could; -11 0 0 -3 0 -1 -1 0 0 15 doubt>earlier
-3 -2 5 0 -1 40 32 -6 -1 -33 doubt>equation; 2 0 0 0 0 -2 -6 -1 0 2 doubt>example
7 -1 0 -3 0 -1 -2 -2 -1 3 doubt>fail; 27 -5 -5 -2 -6 22 8 -3 -2 -27 doubt>found
-12 0 -2 -1 0 -9 -10 -1 0 27 doubt>good; -11 0 7 0 0 9 8 1 0 -4 doubt>hedge
12 -1 -1 -15 0 -1 -1 -1 0 8 doubt>hesitate; 11 -1 -1 -3 -7 -4 -7 0 0 6 doubt>if
3 -5 -1 0 0 2 -4 -1 -1 3 doubt>intend; -5 -1 0 -2 0 0 0 0 0 9 doubt>mistake
0 -1 -2 -6 -1 -1 -2 -2 0 13 doubt>not; 25 -8 -12 -4 -8 28 5 12 -3 -31 doubt>number
-30 -3 -2 -1 -2 49 42 17 -1 -28 doubt>numeric; 6 0 -3 0 0 -3 -3 0 0 1 doubt>other
-3 -1 -2 -33 0 -2 -3 0 0 41 doubt>question; -2 -2 -7 -3 -2 6 -4 14 -1 -4 doubt>recalled
-11 25 0 -2 0 -2 -3 3 0 -12 doubt>reply; -10 -1 0 -1 0 -4 -5 -1 0 18 doubt>says
-13 -2 -1 -5 0 -2 -5 -1 0 24 doubt>self; -8 -8 6 -13 -5 14 8 9 -4 10 doubt>short
77 -4 -5 -13 -3 -11 -12 1 -7 -36 doubt>so; -1 -1 0 0 0 5 -4 0 0 -3 doubt>strong check
-2 -1 0 0 0 -3 -3 13 0 -6 doubt>strong conclusion; -4 -1 -1 -18 0 -1 -1 0 0 23 doubt>strong doubt
-3 0 0 -1 0 -3 -4 0 0 8 doubt>task; 14 -6 -2 -1 -2 -4 -5 -1 -2 3 doubt>then
-21 0 19 -3 -1 -5 -6 -2 -1 14 doubt>they; -10 -1 -3 -17 0 -1 -1 0 0 33 doubt>unsure
12 -2 8 -4 0 -3 -3 -1 -2 -9 doubt>work; -1 -7 22 13 -32 -9 -19 -19 27 6 earlier
70 19 9 -40 -48 63 50 -22 -18 -32 equation; -8 13 18 2 -26 25 18 -21 1 -5 example
38 7 -19 17 -16 -34 36 -1 -18 27 fail; -1 -1 -1 0 0 -3 -3 18 0 -12 failed_check>answer
-3 0 0 -1 -1 -5 -9 0 0 10 failed_check>but; -2 0 0 -1 0 0 0 -5 0 9 failed_check>conclude
-8 -1 -2 -1 -2 19 17 5 -2 -10 failed_check>equation; -2 0 0 0 -1 17 16 0 0 -13 failed_check>example
-16 -3 -2 -3 -1 -5 -9 -5 -1 36 failed_check>fail; 15 -10 -1 -1 -1 -10 -13 -1 -1 10 failed_check>found
-3 0 -1 -1 -1 17 16 0 0 -11 failed_check>good; -3 0 0 -1 -2 12 9 0 0 -4 failed_check>if
-1 -1 -1 -1 0 -3 -3 6 0 0 failed_check>method; -4 0 -1 -1 0 -1 -2 -2 0 9 failed_check>not
6 -11 -3 -3 -3 8 0 14 -3 -5 failed_check>number; -3 0 12 -1 0 -1 -1 -1 0 -6 failed_check>other
0 0 0 6 0 0 0 0 0 -6 failed_check>question; -9 -1 -2 -2 -2 17 13 15 -2 -15 failed_check>recalled
26 -9 0 0 0 -2 -2 -1 0 -13 failed_check>self; -12 -2 -3 1 -2 2 -1 11 -1 6 failed_check>short
-17 0 -1 2 -1 -2 -3 -9 -1 28 failed_check>so; -1 0 0 0 0 13 12 -1 0 -10 failed_check>strong case
-1 0 0 -4 0 0 -1 -1 0 7 failed_check>strong doubt; -3 0 -1 0 0 -3 -4 -4 0 11 failed_check>they
-5 -12 -15 -18 -17 11 24 68 -3 -9 finally; -30 73 -26 -10 -9 -13 -36 22 -8 0 first
40 28 -9 -51 45 9 -5 -73 -11 20 found; 0 -43 4 -9 -2 60 33 -22 -8 23 good
19 -19 7 -11 -1 9 -14 -4 -6 6 hedge; 7 -23 -2 61 -8 -15 -19 -15 -11 7 hesitate
30 -19 -29 -39 -69 -25 -56 -53 -66 141 i; 3 8 -1 -1 -1 -7 -7 -1 0 -1 i^again
21 -7 -21 11 -3 -26 -43 5 -2 22 i^and; -8 -3 -2 -1 -1 -9 -10 47 0 -23 i^answer
13 -2 3 5 -8 -18 -41 -23 -2 33 i^ask; 0 -2 -1 11 -1 4 3 -5 -11 4 i^back
10 0 -4 -5 -1 -6 -9 -1 0 7 i^better; 3 -6 -5 27 -7 0 33 -6 -3 -3 i^but
-12 -3 2 -1 -3 4 3 -2 0 15 i^case; -14 -4 -4 -2 -6 42 28 -5 -1 -6 i^check
-9 11 -2 -5 -3 3 1 10 -2 -4 i^conclude; 7 -3 11 4 -1 -12 -20 -3 -1 -2 i^could
-5 2 2 -4 0 -3 -5 -1 -1 10 i^earlier; 2 -12 -3 0 -3 11 9 9 -1 -3 i^example
6 5 -5 -18 -3 3 6 -7 -3 23 i^fail; 3 -3 -1 -4 -1 13 31 -5 -1 -2 i^finally
6 2 -3 -2 -1 -2 -3 -2 -1 3 i^first; -2 0 6 0 0 -3 -5 -1 0 0 i^general alternative
-1 -1 -1 -1 0 12 17 -1 0 -8 i^general check; 11 -8 -1 -1 -1 -3 -4 -2 -1 4 i^general plan
0 -5 4 4 -4 -4 -14 -10 -3 21 i^good; -9 -1 7 0 -1 8 7 1 0 -5 i^hedge
2 -4 -3 17 -2 -9 -12 -3 -1 2 i^hesitate; -19 -10 6 8 26 -12 -28 -5 -2 7 i^if
3 -13 -4 -7 -2 21 30 -5 -2 9 i^intend; -5 -1 0 -4 -1 -9 -15 6 -1 15 i^method
-6 -1 -1 -2 0 -1 -1 -1 0 11 i^mistake; -13 -11 -6 13 -4 -4 -19 -9 -1 36 i^not
-3 -3 -4 -4 -1 -5 -6 -2 0 22 i^okay; -25 -8 70 -3 -4 -26 -37 17 -2 -20 i^other
-25 17 7 -4 -3 7 2 -3 -1 5 i^plan; -1 -4 0 0 0 -1 -2 0 0 7 i^proof
11 -2 -2 -1 -1 -1 -1 -13 0 9 i^recommend; -3 2 -6 -7 -3 -10 -14 34 -1 -6 i^reply
-13 -1 -2 30 0 -11 -17 -1 0 -1 i^same; -21 -7 -4 -13 -2 31 4 -3 -1 21 i^says
4 -11 -6 -7 -3 12 5 -2 -2 14 i^self; 46 -10 -17 15 6 -34 -60 -4 -12 13 i^so
-4 -1 9 -1 0 -2 -2 -1 0 -2 i^strong alternative; -16 -3 -1 -1 11 18 54 -3 0 -6 i^strong case
-2 -9 0 -1 -1 27 15 -1 0 -14 i^strong check; -8 -2 -1 -1 -1 -6 -7 36 0 -17 i^strong conclusion
-14 -5 -5 25 -1 -8 -12 -2 -1 9 i^strong doubt; 0 -1 -2 -1 -1 -2 -3 0 0 8 i^strong plan
17 -2 -2 -6 -1 -16 -28 -2 0 13 i^suits; -19 -8 -2 8 -1 -2 -11 -1 0 24 i^task
0 3 -7 12 -4 -12 -18 -6 -3 16 i^then; -16 -11 10 -2 -6 16 -20 -14 -4 28 i^they
-20 -6 23 0 -1 -9 -15 -3 -1 18 i^unsure; -1 -13 -1 -18 0 -3 -6 0 0 36 i^wh
-9 -2 23 8 -4 -16 -25 -7 -3 10 i^work; 14 -50 -36 -2 111 -17 52 -19 -10 7 if
-36 81 -15 -24 -26 18 -14 -1 -1 3 intend; -66 -18 10 -47 73 111 63 8 -17 -57 label
-25 3 -40 -20 -16 -45 -61 128 -12 21 last; -8 -1 -5 -1 0 -3 -4 18 0 0 last^and
-5 4 -1 -1 -1 -4 -5 9 0 0 last^answer; -11 18 -4 -4 -3 -9 -13 10 -1 3 last^ask
-10 -3 -3 -2 -2 -5 -6 27 -1 0 last^conclude; -1 -2 -1 0 0 -1 -1 7 -1 0 last^example
-9 -5 -1 -1 -1 -3 -4 22 -1 0 last^finally; -3 6 0 0 0 -3 -3 -13 0 13 last^general conclusion
13 5 0 0 0 -2 -3 -15 0 0 last^general plan; -3 0 -2 -1 -1 -3 -4 -3 0 13 last^good
9 -17 -1 -1 0 -4 -6 15 -1 0 last^intend; -1 -2 -3 0 0 -1 -2 9 -1 0 last^method
1 -2 -2 -4 -1 -2 -2 11 0 0 last^not; -9 7 -2 -1 -1 -2 -3 10 -1 0 last^okay
1 -1 -12 0 0 -1 -1 13 0 0 last^other; -6 1 -3 -1 -2 -2 -3 17 -3 0 last^recommend
-4 33 -9 -3 -2 -6 -8 -6 -1 0 last^reply; 7 -1 -5 -1 0 -1 -1 1 0 0 last^says
13 -20 -1 -1 -1 -4 -6 15 -1 0 last^self; -39 -3 -9 -2 -3 -10 -12 52 -4 18 last^so
-5 -2 -1 -1 -1 -2 -3 12 0 0 last^strong conclusion; -1 12 0 0 0 -1 -2 -10 0 0 last^strong plan
8 0 -4 -3 -2 -3 -5 5 -1 0 last^they; 13 -19 -1 -2 -1 -3 -3 11 0 0 last^work
-1 -2 0 0 -1 6 16 0 -2 0 long; -19 37 27 -21 -14 -16 -25 4 12 -10 method
9 -12 -1 15 -2 -13 -23 -6 -1 11 mistake; 14 -22 -14 5 9 -10 -7 22 -12 8 not
26 -8 -5 -3 -13 7 20 -6 -1 1 not&again; -53 13 -9 14 -8 34 24 9 -4 5 not&and
3 -7 4 -7 0 11 23 1 0 -3 not&answer; -5 -11 1 0 7 7 44 15 -6 -8 not&ask
4 -8 -4 5 -5 10 12 -4 5 -2 not&back; 10 -3 9 -7 -1 -7 -10 -1 0 1 not&better
17 -6 4 32 -9 -4 18 -9 -2 -23 not&but; -19 -1 -5 -3 31 2 -17 -3 -1 -1 not&case
-3 11 -9 -2 -7 14 43 -2 -3 1 not&check; -11 -4 -2 8 -1 -8 -9 16 -1 4 not&conclude
-20 7 23 -16 -8 8 10 2 -3 8 not&could; 5 -1 0 1 0 -2 -3 0 0 -4 not&dash
3 -8 -5 15 -8 14 7 -5 -2 -5 not&earlier; 19 -5 -2 -4 -12 -8 -6 1 0 12 not&equation
-12 -17 10 19 5 1 18 -5 -3 2 not&example; 4 23 8 -20 1 -4 5 -12 -2 1 not&fail
-1 -4 -2 -2 -7 -6 -22 22 0 -1 not&finally; -18 -2 -2 -2 -3 27 23 2 -1 -2 not&first
14 2 0 -8 -12 10 -11 -5 -1 0 not&found; 34 -12 -5 12 -5 -24 -28 0 -3 4 not&good
-12 9 3 -4 5 7 1 -4 -2 -2 not&hedge; 26 -10 -4 -9 12 -10 -2 -2 -2 0 not&hesitate
-14 -3 32 -5 21 -24 2 -11 -6 8 not&if; -1 26 -5 -9 -9 1 6 -1 -1 -2 not&intend
5 6 -5 0 4 7 20 11 0 -27 not&label; 28 3 -11 -2 -15 8 29 -10 -1 -1 not&method
-4 -2 -1 11 0 -3 -4 -1 0 -1 not&mistake; 10 2 -3 8 -15 11 15 -22 -2 12 not&number
-3 -3 0 0 -1 13 6 0 0 -6 not&numeric; -10 -13 -6 -9 4 15 -6 19 -1 0 not&okay
-7 6 -14 -7 0 10 27 17 -2 -2 not&other; -4 -2 10 1 -1 11 2 -2 -1 -12 not&plan
-4 5 -1 0 0 0 3 0 0 1 not&proof; 8 -2 -2 30 -1 -14 -23 -3 -1 -14 not&question
-16 -2 -1 9 -2 12 8 -1 -1 2 not&quote; -4 0 -3 15 -3 1 27 -17 -1 12 not&recalled
-2 -1 -9 -1 0 -1 -1 10 0 4 not&recommend; 11 -12 -3 -3 -7 13 13 0 -4 6 not&reply
-2 3 -1 13 -1 -13 -16 -3 0 3 not&same; 4 1 3 15 -1 -4 -33 -13 -3 -3 not&says
-5 -1 -16 10 6 5 21 5 -1 -3 not&self; -10 -10 -4 2 7 -6 -13 11 -1 12 not&short
-33 -3 29 -7 -2 6 53 -3 -2 15 not&so; -6 18 -3 -2 11 -8 16 -11 -2 4 not&suits
0 4 -10 29 -4 -10 -4 -2 -3 -5 not&task; -15 7 -5 2 -12 17 24 8 -4 1 not&then
-10 -8 -11 57 -1 4 -2 -22 -1 -9 not&they; -8 -3 18 -1 -7 -11 -12 13 -3 2 not&unsure
21 -4 -16 -5 -4 14 61 3 -2 -7 not&wh; -17 1 -5 -2 -2 28 45 -9 -2 9 not&why
-13 8 -1 27 -1 2 8 -10 -2 -11 not&work; 19 -18 -25 -38 26 44 4 12 -27 13 number
18 -48 -16 0 15 68 34 13 -10 -41 numeric; 12 1 -19 -21 38 -26 -53 7 2 8 okay
23 -44 78 8 -11 -3 22 -5 -12 -34 other; 80 6 18 -4 17 -11 -42 29 -9 -118 p
-9 -6 22 0 -15 23 -20 -8 -1 -6 p^again; -5 -10 15 -5 -13 26 34 1 1 -10 p^and
-16 6 -6 -2 -5 -14 -16 39 -1 -2 p^answer; 7 -13 11 4 7 9 23 10 -11 -24 p^ask
-8 -9 2 -15 -10 -21 -31 -25 93 -6 p^back; 24 6 12 -3 5 -17 -25 -15 -11 -2 p^better
-33 -14 2 57 13 4 11 -17 -6 -6 p^but; -31 8 -10 -14 47 15 25 -7 0 -8 p^case
-16 0 -8 5 -8 48 52 -8 6 -11 p^check; 0 -15 -24 3 -16 -5 -24 66 2 -10 p^conclude
-21 -21 95 3 -13 -7 7 -12 -9 -11 p^could; 24 13 21 -28 -10 3 32 -25 9 -7 p^earlier
-15 17 -2 15 -16 24 35 -2 -14 -7 p^example; -15 20 -6 29 -5 -16 -25 -2 -1 -3 p^fail
-24 -18 -15 -8 -15 -5 -25 92 0 -7 p^finally; 19 16 -3 -6 -1 -10 -6 -6 -3 -5 p^first
-37 -22 87 -22 -8 19 30 -11 -3 -3 p^general alternative; -24 -7 -14 4 -12 59 58 -4 -1 -2 p^general check
-11 14 -1 -1 -2 -10 -12 -12 -1 23 p^general conclusion; -29 66 -9 -6 -7 -4 -6 -4 -4 -4 p^general plan
-21 -2 -5 -4 -3 -6 -8 -10 54 -1 p^general return; 8 -13 11 -17 -18 10 15 8 1 9 p^good
-4 -5 20 -2 0 -2 -9 -3 -1 -2 p^hedge; -8 -9 -3 61 -9 0 1 -16 -7 -7 p^hesitate
13 -3 -32 1 95 -11 7 -38 -5 -20 p^if; -19 52 5 -12 -14 -13 -19 24 -9 -13 p^intend
-3 -1 29 -4 -17 10 4 9 -14 -9 p^method; 11 0 -3 -1 -1 -2 -4 -2 -1 -1 p^mistake
-10 -9 7 -1 -6 14 21 21 -4 -12 p^not; 9 -4 4 -11 -6 4 19 13 2 -11 p^okay
1 -6 77 3 -17 0 -5 -28 -22 -5 p^other; 6 36 15 -11 -11 -19 -23 -13 8 -11 p^plan
-18 16 8 1 -1 -7 -13 2 -1 -1 p^proof; 0 6 5 -24 -11 -32 -49 66 0 -9 p^recommend
13 26 -21 8 4 -13 -27 0 -9 -8 p^reply; -19 -3 8 -1 4 30 16 -11 -2 -5 p^same
52 -23 1 26 -6 -8 -28 -14 -13 -14 p^says; 6 26 -19 1 -18 -8 -19 21 3 -12 p^self
-22 -34 -21 -33 -26 10 6 81 49 -4 p^so; -29 -14 110 -25 -12 -15 3 -11 -3 -2 p^strong alternative
7 -16 -10 3 70 -30 -38 -14 -3 -5 p^strong case; -17 -19 -13 9 -10 39 53 -8 26 -4 p^strong check
-12 -10 -7 -3 -10 -17 -23 66 -2 -3 p^strong conclusion; -31 -8 -16 107 -7 -22 -32 -10 -7 -6 p^strong doubt
-42 79 -12 -4 -6 13 46 -31 6 -4 p^strong plan; -25 -4 -12 -4 -8 -11 -17 -7 72 -2 p^strong return
5 -22 -2 -2 -12 17 59 7 -1 8 p^suits; 3 -7 -3 18 2 13 -1 -7 -11 -7 p^task
-9 19 -22 -5 42 -10 13 -14 9 -10 p^then; 11 -18 31 22 4 -25 -37 10 -15 -19 p^they
9 -9 8 20 1 -11 19 -9 -3 -7 p^unsure; -3 40 -16 -3 -11 16 25 -9 -3 -10 p^wh
20 6 -1 13 -5 -14 -32 -14 -1 -2 p^why; 21 28 -25 -4 -25 34 30 -15 -10 -5 p^work
-18 51 37 -21 -31 -26 -46 -25 12 20 plan; 32 -1 -2 2 -2 -3 -4 -1 0 -25 plan>ask
-5 -2 -1 0 0 -1 -1 0 0 10 plan>case; 7 0 0 0 0 0 0 -2 0 -3 plan>conclude
11 -3 0 0 0 0 -1 0 0 -7 plan>earlier; 9 -2 -2 -1 19 -10 -11 -4 -1 -8 plan>equation
13 -1 -1 3 -1 -4 -5 -2 0 -8 plan>example; 11 -13 -2 -1 -1 -1 -2 -1 -1 9 plan>first
66 -10 -9 -7 22 -18 -20 -6 -2 -37 plan>found; -15 -8 0 0 0 -1 -1 -1 0 27 plan>general plan
13 0 -2 0 0 -1 -1 0 0 -9 plan>good; -37 0 0 4 38 -1 -2 0 0 -3 plan>if
-20 -19 -1 0 -1 -2 -2 -1 0 44 plan>intend; -12 0 0 -2 0 -1 -1 -1 0 17 plan>not
76 -11 -10 -8 20 -23 -26 -12 -3 -32 plan>number; 24 -1 -1 -1 9 -5 -6 -2 0 -23 plan>numeric
13 0 -3 -4 -1 0 -1 0 0 -4 plan>other; -18 -13 -3 0 -1 -2 -2 -2 -1 40 plan>plan
15 0 -2 -1 -1 -2 -2 0 0 -10 plan>question; 12 -1 -1 -1 -2 -5 -6 -6 0 5 plan>recalled
-6 -11 0 0 -1 -1 -1 2 0 16 plan>reply; -11 -10 -2 0 -1 -3 -3 -2 0 30 plan>self
38 -8 -6 -7 6 -11 -12 -4 -2 -8 plan>short; -5 -1 0 0 14 -1 -1 1 -1 -8 plan>so
1 -15 -2 -1 -1 -1 -1 0 0 19 plan>strong plan; -13 -2 0 0 0 0 0 0 0 16 plan>then
-7 -12 -1 -1 -1 -2 -2 -1 0 25 plan>work; -49 43 7 -3 -3 -12 -18 9 -2 10 proof
-93 -34 -21 214 -39 19 99 -53 -18 -29 question; -12 -6 -7 26 -5 31 57 -7 -2 -18 question&and
-1 0 4 7 0 -5 -9 -1 0 -4 question&answer; -35 0 -56 110 -19 12 67 -21 -4 15 question&ask
0 -1 0 14 0 -1 -2 0 -3 -8 question&back; 12 0 -2 -4 -1 0 -1 0 0 -5 question&bullet
-6 -1 2 19 -1 -12 -19 -1 -1 3 question&but; -1 0 -1 -6 -1 11 24 0 -1 -1 question&case
-1 -1 -5 35 0 -36 -67 -1 0 9 question&check; -1 -3 0 14 0 -9 -15 -4 0 2 question&conclude
7 -1 -60 14 -2 48 104 -3 -1 -2 question&could; -1 0 -3 14 0 -3 -6 -2 0 -2 question&dash
-7 -1 -4 -5 -2 22 47 -1 -2 1 question&earlier; -5 0 0 2 -5 9 21 0 0 0 question&equation
-4 -2 -7 6 -2 15 42 -3 0 -3 question&example; -11 -2 -19 20 -1 0 -24 -1 -1 15 question&fail
0 0 0 -3 0 16 33 -3 0 -9 question&finally; 18 9 -7 -9 -8 13 38 -3 0 -14 question&found
-9 -1 17 9 -2 3 33 -3 -1 -15 question&good; -3 -1 4 11 0 -8 -13 -1 0 -1 question&hedge
-5 -2 1 21 0 -7 -12 -1 0 -2 question&hesitate; -15 -3 -2 45 -19 -2 7 -2 -1 0 question&if
-2 -4 0 3 0 3 -8 -1 0 2 question&intend; 7 -5 0 0 0 -1 -1 0 0 -1 question&label
-2 -7 -1 10 -2 2 5 -2 0 3 question&method; 8 -2 -2 30 -1 -14 -23 -3 -1 -14 question&not
13 7 -13 15 -8 14 53 -7 -1 -19 question&number; 0 0 -1 13 0 -11 -14 0 0 -1 question&numeric
-13 -3 19 12 -3 -4 2 -6 -4 2 question&okay; 9 -9 -4 40 -4 -3 2 -8 -2 -17 question&other
-2 -2 0 7 0 -2 -2 0 0 -1 question&plan; -6 -2 -6 23 0 0 15 -4 0 -5 question&recalled
-9 -2 -6 6 -1 17 39 -6 -1 1 question&recommend; -5 -5 -5 -6 -3 23 50 -3 0 4 question&reply
0 0 -4 17 0 -12 -21 0 0 -1 question&same; -12 -1 -2 0 -4 22 35 -1 0 0 question&says
-9 -4 -1 3 0 15 20 -6 -1 4 question&self; -32 -30 35 76 -10 16 42 -21 -6 -24 question&short
-20 -5 12 22 -2 18 46 -16 -4 -4 question&so; -13 -1 -5 -28 -1 58 115 -8 -1 -1 question&suits
-5 -1 -1 12 0 2 7 0 0 -6 question&task; 7 -5 -2 -13 -1 15 31 0 0 0 question&then
-17 -3 -26 3 -8 39 79 -2 -1 17 question&they; -17 6 9 65 -11 -56 -86 -6 -3 16 question&unsure
-10 -1 -6 8 -9 -3 -8 -4 -2 26 question&wh; -1 0 -1 19 0 -15 -26 0 0 0 question&why
-8 9 -7 26 -1 -13 -22 -4 -1 -1 question&work; 15 -24 5 24 -14 5 7 -12 -5 6 quote
-30 -46 -16 15 -19 35 9 84 -15 -8 recalled; -47 7 -4 -27 8 -20 -38 80 6 -3 recommend
-21 56 -3 -5 -12 -11 16 31 -19 -17 reply; 11 0 0 0 -1 -3 -4 0 0 -7 return>found
11 0 0 0 -1 -3 -5 0 0 -7 return>number; 4 0 0 0 -1 3 0 0 0 -5 return>they
-6 0 16 29 -11 8 28 -26 -5 -5 same; -1 -8 -28 12 -16 70 83 -30 -28 30 says
-25 34 -12 5 -16 8 41 5 8 -6 self; -7 -13 -22 -3 -22 6 -49 29 -38 62 short
38 -38 -1 -5 -26 8 31 16 12 -4 so; -3 -3 -3 8 0 -3 -4 0 0 4 statement>and
-8 -20 -4 15 -2 3 -3 -1 -1 18 statement>ask; -2 -3 -2 6 0 -1 -2 0 0 2 statement>but
-1 -1 0 -1 0 31 23 0 0 -27 statement>check; -5 12 -1 -2 -1 8 7 -9 -1 -3 statement>conclude
0 -1 0 5 0 -2 -3 0 0 -2 statement>could; -2 6 -1 -1 0 -1 -2 0 0 0 statement>earlier
-10 18 -8 -11 -5 33 53 -10 -2 -5 statement>equation; -2 -10 -1 -2 0 -6 8 -1 0 21 statement>example
-3 15 0 -2 -1 -4 -7 -1 0 -4 statement>fail; -1 16 0 0 0 0 0 0 0 -14 statement>first
-17 -8 8 7 -9 3 -20 -6 -3 24 statement>found; 0 -1 0 0 0 15 9 0 0 -13 statement>general check
-1 -3 17 9 0 -5 -8 0 0 -16 statement>good; -1 -3 0 24 0 -2 -2 0 0 -18 statement>hesitate
-2 -5 -2 -3 -4 1 -2 0 0 16 statement>if; -1 21 -1 -2 0 7 4 -2 0 -21 statement>intend
-1 1 -2 -3 0 -2 -3 -1 0 8 statement>method; -3 -9 -1 10 0 10 3 -1 0 -6 statement>not
-28 -8 4 21 -11 21 18 -17 -4 21 statement>number; 5 -2 -4 -4 -3 5 -13 -5 -1 9 statement>numeric
-1 -2 -1 -4 0 -1 -2 0 0 10 statement>okay; -2 -5 6 17 -1 -4 -6 -1 0 -10 statement>other
-2 33 -2 1 0 11 6 -1 -1 -39 statement>plan; -2 -26 -9 64 -1 -13 -19 -1 -3 -10 statement>question
-11 0 -3 14 -2 18 38 -11 -1 -3 statement>recalled; -1 -4 -1 -1 0 -2 -2 -3 0 13 statement>reply
0 -1 0 5 0 -2 -4 0 0 -2 statement>same; -3 -5 -1 -3 0 -6 -7 0 0 18 statement>says
-2 12 -2 3 0 13 3 0 0 -23 statement>self; -21 63 -2 25 -8 6 -7 -17 -5 -40 statement>short
-18 -2 -1 5 -1 9 1 -9 -1 18 statement>so; 0 -3 0 0 0 17 59 0 0 -13 statement>strong case
-1 -8 0 -1 0 21 8 0 0 -10 statement>strong check; -1 -4 0 31 0 -2 -2 0 0 -23 statement>strong doubt
0 14 0 0 0 -1 -2 0 0 -12 statement>strong plan; -2 -7 0 -3 -1 -2 -3 0 0 16 statement>task
-2 13 0 -1 0 -1 -1 0 0 -9 statement>then; -4 -8 -2 -3 -1 -4 -6 -1 0 23 statement>they
-1 -4 16 7 0 -1 -2 0 0 -16 statement>unsure; -1 -12 0 -18 0 -3 -5 0 0 35 statement>wh
-3 15 -2 5 -1 -7 -9 -1 0 -4 statement>work; -10 -1 -1 -1 19 -2 -2 -2 -1 -2 strong
12 5 0 -24 -14 5 51 12 -5 10 suits; 19 -3 -27 31 -7 3 12 -15 -30 29 task
1 62 -3 -20 3 -26 -15 -35 -2 19 then; 11 -25 -30 14 9 9 61 1 10 2 they
18 -3 28 35 -27 -23 19 -22 -3 -3 unsure; 23 63 4 -16 -35 -18 15 -36 -10 24 wh
-11 11 1 -8 -17 32 38 -24 9 7 why; -49 75 19 13 -36 -6 -18 -8 -13 6 work
"""


_BITS = 16
_HALF = 1 << _BITS - 1
_PLACES = range(0, 10 * _BITS, _BITS)
_COLUMNS = struct.Struct(f"<{len(_PLACES)}H")
_ZERO = sum(_HALF << place for place in _PLACES)


def packed(weights: Iterable[int]) -> int:
    """Return weights beside each other in one number, so that one addition adds them all."""
    return sum(weight << place for weight, place in zip(weights, _PLACES, strict=True))


def unpacked(weights: int) -> list[int]:
    """Return what stands in a number, or in a sum of such numbers."""
    return [each - _HALF for each in _COLUMNS.unpack((weights + _ZERO).to_bytes(_COLUMNS.size, "little"))]


def _read() -> dict[str, int]:
    rows = (row.split(" ", 10) for row in re.split("; |\n", _ROWS.strip()))
    return {row[-1]: packed(map(int, row[:-1])) for row in rows}


PACKED = _read()
"""Of each feature a weight for each kind, in the order of `StepKind`, and at last for a sentence that goes on."""
