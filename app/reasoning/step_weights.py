"""How much each thing that is seen says for each kind of step, in hundredths: learned, and written by
`tests/benchmarks/step_weights.py`.
"""

import re
from collections.abc import Iterable

_ROWS = """
-2 -8 -4 -7 -2 -3 -10 14 16 -4 $again; -7 19 -5 -21 5 3 5 35 -18 -12 $and
-1 -6 -4 -1 2 -8 -10 15 -3 7 $answer; 8 -19 1 4 20 -5 1 -13 -8 12 $ask
2 -6 -8 -3 -9 -2 3 -14 55 -15 $back; -30 21 36 -11 -3 -8 -10 -6 -4 5 $better
26 -2 -4 24 -22 -25 2 0 -2 5 $but; -5 19 -7 4 -10 -2 -7 -10 4 5 $case
-23 41 -4 -1 -2 -3 2 2 -9 -2 $check; 0 -5 -9 8 8 -12 -16 25 -5 -9 $conclude
0 -15 36 7 14 1 46 -27 -3 -12 $could; -13 -14 4 -9 -5 3 11 20 10 5 $earlier
-4 6 -2 -18 -7 18 22 -5 11 2 $example; 5 -9 -10 2 7 17 160 -20 -16 24 $fail
8 14 -5 -8 6 10 21 -17 -4 -3 $finally; -12 7 -3 1 -4 -12 -26 8 -3 18 $first
-12 -27 -50 10 6 95 -5 -55 -6 40 $good; 16 -5 -9 -4 0 4 -10 7 -6 -3 $hedge
4 -3 -6 11 8 -3 8 -7 -3 -2 $hesitate; -11 8 -3 8 -16 -13 -18 23 1 4 $if
-14 44 -16 -7 -12 -12 -28 8 -4 13 $intend; -19 -1 3 2 -4 7 32 10 5 -2 $method
4 10 -3 8 -2 -12 -20 -5 -2 1 $mistake; 26 -18 -24 20 -6 -19 19 14 -6 13 $not
-18 10 -6 0 -3 3 5 12 -3 4 $not&and; 5 -7 4 8 -2 -10 -1 -5 -2 9 $not&ask
1 -1 0 9 -1 -3 -3 -2 0 -3 $not&but; -1 0 -1 0 0 -4 -8 5 0 3 $not&check
-10 -2 -2 11 -2 4 13 -3 -1 3 $not&could; -1 0 0 1 -1 1 6 0 0 1 $not&example
-2 -2 -4 11 -3 1 7 -1 -1 1 $not&fail; 1 -4 5 -1 4 -4 38 -1 -1 1 $not&good
-3 -1 -1 -1 1 8 10 -1 -2 -1 $not&hedge; 14 -2 -10 2 10 0 -7 -4 -1 -9 $not&hesitate
32 -1 6 -3 -12 -14 -21 -7 -2 0 $not&if; 1 -6 -1 0 -3 -1 -1 7 0 3 $not&intend
-2 -1 -4 3 -1 7 19 0 1 -3 $not&method; -3 0 -2 -2 1 1 3 -1 0 6 $not&recommend
0 -6 9 -1 0 -4 -13 -4 -1 7 $not&reply; -8 -2 9 8 -2 -5 -2 -4 -1 3 $not&says
6 7 -1 -1 5 -4 -2 -10 -1 -1 $not&self; -8 -2 0 7 -1 0 15 -9 -1 14 $not&so
-4 -1 5 -1 6 -4 12 -1 -1 1 $not&suits; 8 -2 -3 4 -1 1 6 -6 -3 1 $not&task
8 -1 -1 -1 1 -1 11 -6 -1 1 $not&then; -8 13 -9 17 -2 2 13 -4 0 -10 $not&they
13 -1 6 -1 -9 -6 -8 -2 -1 1 $not&unsure; 12 10 -2 -1 -2 0 13 -2 -1 -14 $not&wh
6 -4 -1 2 -5 3 9 -2 -1 2 $not&work; 14 -13 18 0 11 -6 -8 -25 -4 5 $okay
0 -11 29 0 -19 -16 -4 -1 11 8 $other; -12 48 -11 -4 -6 -18 -13 2 -7 7 $plan
-15 -9 -3 -8 7 1 -1 21 4 3 $recommend; -7 14 -3 -11 -15 -7 -4 32 -9 6 $reply
2 21 17 0 -5 -8 -4 -11 -1 -15 $same; 21 -3 -9 4 -18 7 29 -15 -8 21 $says
-23 14 -9 7 4 -11 -17 -1 -4 23 $self; 18 -10 -20 10 8 -20 28 9 -14 19 $so
3 -10 0 -16 4 24 45 -10 -1 7 $suits; 31 -16 -5 8 -8 -11 -12 -7 -7 15 $task
-34 68 15 -7 -9 -22 -31 -1 -9 -1 $then; 17 -38 3 -6 -10 9 41 21 8 -3 $they
2 -16 19 20 -7 -13 -21 -15 -2 11 $unsure; 2 34 18 -4 -20 -2 2 -22 -12 7 $wh
-7 5 8 -1 -3 1 12 -11 0 8 $why; -31 45 -14 -6 -28 -6 2 14 6 21 $work
-1 5 0 -5 -3 13 14 -6 -2 0 +and; 39 -20 -14 16 -7 4 1 -13 -4 0 +ask
-4 5 -1 0 0 1 2 0 0 0 +better; 19 -6 -4 16 -11 -7 14 -5 -1 0 +but
-10 8 -1 6 0 -2 -3 -1 0 0 +case; 13 -3 -6 19 -3 -13 -27 -5 -2 0 +could
5 -2 0 0 -1 -2 -3 0 0 0 +dash; 12 -1 -1 -7 -1 -1 1 -2 0 0 +earlier
20 -6 -3 -7 1 2 -13 -4 -2 0 +equation; -9 13 -2 1 -2 2 -5 -2 -1 0 +example
-15 -8 -11 3 7 34 118 -7 -3 0 +fail; 1 0 0 -2 0 3 7 0 0 0 +finally
-14 19 -1 0 -1 -1 1 -2 0 0 +first; 27 -2 -4 4 -6 -6 -15 -9 -3 0 +found
-20 -16 -12 26 -18 61 -33 -14 -6 0 +good; 15 -2 -1 -1 -6 -3 -9 -1 -1 0 +hedge
-11 4 -4 22 -1 -6 11 -2 -1 0 +hesitate; 4 0 -3 15 5 -8 -23 -11 -2 0 +if
-6 10 -1 -2 -1 3 9 -2 -1 0 +intend; -10 15 -1 1 -2 1 -6 -3 -1 0 +label
2 5 -1 -3 -5 3 10 -1 -1 0 +method; -2 0 0 4 0 -1 -5 0 0 0 +mistake
1 -1 -9 20 0 4 27 -11 -4 0 +not; 1 1 -1 1 1 -2 -13 -1 0 0 +not&and
-3 -2 -4 7 7 -3 -9 -2 -1 0 +not&ask; -2 0 0 -3 -1 7 11 0 0 0 +not&conclude
-4 0 -1 6 0 -1 -2 0 0 0 +not&could; 3 -1 -1 -4 -1 4 17 0 0 0 +not&fail
3 -1 -1 -1 0 1 14 -1 0 0 +not&good; 5 0 0 -1 1 -3 -6 0 0 0 +not&hedge
-10 6 -3 9 -1 0 2 -1 0 0 +not&hesitate; 6 -1 -1 8 -1 -5 -11 -5 -1 0 +not&if
-6 -1 -1 4 8 -4 -7 0 0 0 +not&number; 2 0 -1 -1 0 1 -7 -1 0 0 +not&other
-3 -1 -1 10 -1 -4 -7 -1 0 0 +not&says; 13 -3 -5 2 -9 6 5 -2 -1 0 +not&short
-7 -1 -1 -6 2 14 37 -1 -1 0 +not&so; -1 0 0 0 3 0 11 -1 0 0 +not&then
-3 0 -1 6 1 -1 0 -1 0 0 +not&unsure; 6 0 -1 -2 -5 3 7 -1 0 0 +not&work
-1 9 -8 2 1 17 28 -15 -5 0 +number; 7 -4 -3 -4 3 6 -13 -2 -1 0 +numeric
8 -7 -6 12 -4 1 -8 -3 -2 0 +okay; 8 -2 -2 0 0 0 -9 -2 -1 0 +other
-9 14 -1 0 -1 -1 -1 -1 0 0 +plan; -1 -4 -1 17 -1 -7 -11 -1 -1 0 +question
-3 -1 0 6 0 -1 -2 0 0 0 +question&ask; 0 -3 -1 6 -1 -1 -1 0 0 0 +question&short
-6 0 -1 14 -1 -5 -8 0 0 0 +question&unsure; -1 -1 -1 3 -1 2 9 -1 0 0 +quote
-28 10 -5 0 7 24 40 -6 -2 0 +recalled; -11 9 -1 14 -1 -7 -12 -1 -1 0 +reply
6 -7 -4 8 -3 6 13 -3 -2 0 +says; -16 19 -1 5 -2 1 0 -4 -1 0 +self
3 5 -17 16 -10 31 15 -19 -9 0 +short; 16 -8 -8 10 1 2 17 -11 -3 0 +so
0 -4 -1 -6 -2 14 11 -1 -1 0 +suits; 10 -4 -2 10 -1 -10 -18 -1 -1 0 +task
0 1 -1 -1 4 -1 11 -1 0 0 +then; 24 -8 -3 -1 -7 7 15 -10 -3 0 +they
-10 -4 -3 16 5 3 15 -6 -2 0 +unsure; 0 -6 -3 11 -1 3 4 -4 -1 0 +wh
14 -2 -2 -3 -2 0 -1 -4 -1 0 +why; 10 10 -4 -4 -7 -1 -1 -3 -2 0 +work
0 -19 34 19 -19 69 80 -1 -10 -73 0/alternative; 0 -19 34 19 -19 69 80 -1 -10 -73 0/alternative/1
-27 -4 -5 -4 11 -7 -13 -8 -2 46 0/case; -21 -4 -4 -3 11 -7 -12 -7 -2 35 0/case/1
-36 -8 12 -3 -11 -31 -14 23 -9 66 0/check; -12 -4 -9 -6 -6 -24 -30 13 -6 54 0/check/1
-20 -4 22 3 -4 -4 19 13 -3 -2 0/check/2; -3 0 -1 -1 -1 -2 -3 -3 0 12 0/check/3
51 -14 -14 -36 -14 -15 -45 -6 -9 61 0/doubt; 21 -6 -19 -21 -5 -21 -30 -10 -3 65 0/doubt/1
40 -7 -7 -13 -9 -8 -23 8 -5 0 0/doubt/2; -10 -1 11 -1 -1 13 8 -4 -2 -5 0/doubt/3
-24 -11 -7 -9 -8 0 -14 -2 -4 66 0/failed_check; -10 -10 -4 -8 -5 3 -7 -7 -3 45 0/failed_check/1
-14 -1 -2 -1 -3 -3 -7 6 -1 19 0/failed_check/2; 50 -25 -9 -10 13 -20 -25 -11 -5 16 0/plan
45 -25 -8 -6 14 -19 -24 -11 -4 14 0/plan/1; 5 0 -1 -4 -1 -1 -1 -1 0 3 0/plan/2
81 -5 -7 -6 -7 -6 -14 -10 -3 -37 0/return; 81 -5 -7 -6 -7 -6 -14 -10 -3 -37 0/return/1
-56 48 -24 20 -18 -6 -13 -24 -11 73 0/statement; -49 33 -20 9 -14 -4 -2 -17 -8 72 0/statement/1
-1 17 -3 -1 -3 -5 -11 -6 -2 4 0/statement/2; -5 -2 -1 13 -1 3 0 -1 -1 -4 0/statement/3
-8 -2 -3 -2 32 -9 -13 -3 -2 -2 1/case; -8 -2 -3 -2 32 -9 -13 -3 -2 -2 1/case/1
-10 -1 -1 26 -2 -13 -14 5 -1 -2 1/check; -10 -1 -1 26 -2 -12 -13 3 -1 -2 1/check/2
0 0 0 0 0 0 -5 1 0 0 1/doubt; 0 0 0 0 0 0 -5 1 0 0 1/doubt/2
-5 6 -4 11 -5 11 19 -9 -2 -2 1/statement; 5 6 -3 12 -4 -8 2 -5 -2 -1 1/statement/1
-18 -2 -26 6 -17 50 49 21 -5 -9 2/alternative; -17 2 -25 6 -16 41 46 22 -4 -9 2/alternative/1
-2 -4 0 0 -1 9 3 -1 -1 0 2/alternative/2; -13 -12 -12 7 53 -11 22 -17 21 -17 2/case
-19 -5 -3 7 16 4 37 -14 26 -12 2/case/1; -11 -6 -7 2 42 -12 -11 -1 -4 -4 2/case/2
17 -2 -1 -3 -5 -2 -3 -2 -1 -1 2/case/3; -66 -7 45 43 -3 -33 -2 39 -2 -16 2/check
-7 5 3 6 5 -7 -7 -1 -2 -2 2/check/1; -36 -6 28 24 5 -27 -23 17 3 -9 2/check/2
-23 -5 13 13 -13 1 28 22 -3 -5 2/check/3; -42 -24 6 -28 5 36 56 52 19 -23 2/doubt
-8 -3 -5 -2 27 -9 -10 2 1 -3 2/doubt/1; -33 -22 4 -15 -6 16 24 56 11 -11 2/doubt/2
-2 1 6 -11 -16 29 42 -6 8 -9 2/doubt/3; 19 -26 52 -13 -22 -15 -46 -34 55 -15 2/failed_check
41 -13 -8 8 -11 -25 -32 -8 19 -5 2/failed_check/1; -10 -7 52 -14 -1 -11 -24 -24 21 -4 2/failed_check/2
-12 -7 8 -7 -10 21 10 -2 15 -6 2/failed_check/3; 122 48 -25 -30 -29 -38 -53 -34 -16 0 2/none
122 48 -25 -30 -29 -38 -53 -34 -16 0 2/none/0; 54 -25 -8 -8 34 -22 -22 6 -14 -17 2/plan
-10 -20 0 1 39 -4 0 19 -11 -13 2/plan/1; 57 -4 -7 -9 -2 -16 -20 -12 -2 -4 2/plan/2
-20 15 -11 -3 -5 2 7 29 -5 -4 2/return; -20 15 -11 -3 -5 2 7 29 -5 -4 2/return/1
51 37 11 -16 -17 22 -20 -9 -41 -39 2/statement; 8 19 -3 19 -34 15 -4 5 -14 -15 2/statement/1
30 19 21 -31 2 7 3 -2 -24 -21 2/statement/2; 13 0 -7 -4 14 0 -20 -11 -3 -3 2/statement/3
-20 14 2 -4 -9 25 -1 -12 13 -9 ^again; -4 2 -5 15 -13 -4 -10 13 -3 -1 ^and
-18 3 -5 -4 -10 -14 -17 72 -2 -23 ^answer; 14 -6 -23 9 10 -11 -7 0 -14 21 ^ask
-26 -5 -10 -7 -4 -5 -5 -17 76 -1 ^back; -3 12 16 -5 -7 -7 -12 -11 -3 9 ^better
-10 -11 -6 67 5 -14 -3 -16 -7 -7 ^but; -25 5 5 -6 34 -11 -8 -9 0 7 ^case
-32 -9 -16 4 -22 105 102 -22 13 -23 ^check; -14 -9 -9 4 -10 3 -5 53 -4 -15 ^conclude
-21 -15 89 5 -7 -14 1 -17 -8 -11 ^could; 21 -13 -1 -8 -6 0 8 -9 8 9 ^earlier
-20 -3 15 -12 6 17 -4 -7 -4 8 ^example; 3 -3 -4 22 -5 -27 -44 -2 -4 19 ^fail
-11 -26 -11 -5 -11 -17 -24 94 -5 -7 ^finally; 4 31 -8 -6 -13 -15 -22 -11 -5 23 ^first
-22 -17 61 -14 -6 12 21 -7 -4 -2 ^general alternative; -15 -3 -7 -4 -18 59 84 -2 -1 -9 ^general check
-7 11 -2 -1 -2 -8 -10 -12 -2 23 ^general conclusion; -11 53 -10 -7 -7 -7 -13 6 -5 -14 ^general plan
-9 -4 -9 -2 -2 -5 -7 -10 43 -1 ^general return; 4 -9 -3 0 -13 9 1 -18 2 27 ^good
0 -9 -14 66 -6 -15 -22 -13 -4 -6 ^hesitate; -13 -4 -20 -2 106 -13 -17 -37 -3 -14 ^if
-26 48 -6 -10 -15 8 10 6 -2 -4 ^intend; -10 5 22 -6 -3 1 16 0 -3 -5 ^method
-19 -15 2 17 -3 0 -13 14 -11 16 ^not; 12 -26 8 -8 -7 -19 -26 28 4 7 ^okay
-41 -16 111 -3 0 -20 -33 -6 -13 -13 ^other; -18 77 1 -7 -10 -9 -18 -13 -6 -16 ^plan
-9 -1 -1 -1 -1 -3 -4 14 -1 3 ^proof; 4 -4 -3 -23 -2 -19 -28 51 -7 2 ^recommend
5 32 -1 -9 2 -25 -35 19 -8 -15 ^reply; -5 -1 6 10 -2 1 5 -2 -1 -7 ^same
-22 -2 -5 -10 13 39 0 -12 -6 4 ^says; -18 17 -6 2 -18 10 0 6 3 2 ^self
5 -29 -7 -14 -26 -9 -34 67 14 0 ^so; -15 -5 62 -17 -3 -4 -4 -6 -8 -5 ^strong alternative
-38 -6 -6 -7 80 11 43 -13 -7 -14 ^strong case; -14 -20 -7 -5 -8 55 34 -6 23 -19 ^strong check
-23 -10 -6 -4 -8 -9 -12 81 -3 -19 ^strong conclusion; -34 -8 -28 121 -8 -20 -33 -12 -5 -5 ^strong doubt
-22 54 -6 -3 -2 -10 -13 -18 -3 8 ^strong plan; -19 -4 -10 -4 -7 -9 -7 -10 65 -2 ^strong return
19 -1 -11 -11 -13 8 34 3 -2 6 ^suits; 12 -5 -10 7 0 -11 -10 -6 -4 18 ^task
-1 19 -6 -5 -3 -10 -17 -10 9 8 ^then; -6 -4 10 13 -10 -4 -49 -4 -14 19 ^they
-3 -7 18 17 -7 -17 -15 -10 -5 14 ^unsure; -2 6 -5 -18 -3 14 30 -6 -3 18 ^wh
1 9 9 3 -7 -5 -14 -10 -2 2 ^why; -19 27 3 15 -13 2 -7 -8 -8 1 ^work
15 -2 -2 -3 -1 -4 -6 -1 0 -1 after colon; -10 -19 1 -11 -11 43 11 2 10 -5 again
-44 -16 4 -8 106 -17 -16 -10 -11 -4 alike; -2 0 0 0 -3 6 9 0 0 0 alike&alike/equation
-3 -3 -4 -3 19 -1 0 -4 -2 -1 alike&alike/label; -16 -2 -2 -3 26 2 3 -5 -1 0 alike&alike/number
-3 -1 -1 -1 9 -1 -1 -1 -1 -1 alike&alike/strong; -4 -1 -3 -2 18 -4 -6 -2 -1 -1 alike&alike^case
-18 -3 -7 -4 53 -9 -14 -4 -6 -1 alike&alike^if; -14 -2 -3 -2 34 -7 -9 -3 -1 -1 alike/bullet
-7 -8 4 -6 -4 8 0 14 0 -1 alike/equation; 2 -12 -14 -10 59 -21 -33 2 -3 -4 alike/label
-6 12 0 14 10 11 -11 -11 -14 -15 alike/number; -3 -1 -1 -1 9 -1 -1 -1 -1 -1 alike/strong
-5 -1 -3 -2 20 -4 -6 -2 -2 -1 alike^case; 15 2 -13 -7 29 -12 -16 -6 -8 -1 alike^if
-7 0 0 -5 0 -5 -8 19 0 -2 alternative>and; -3 0 0 -1 0 -1 -1 7 0 -1 alternative>answer
9 -3 4 10 -1 -10 -16 2 -1 -10 alternative>ask; -14 -2 1 19 -2 6 27 -5 -1 -2 alternative>but
0 0 0 0 0 2 8 0 0 0 alternative>check; 14 0 5 -1 0 -9 -15 -4 0 -3 alternative>could
0 -1 -1 -1 0 -4 -8 -4 0 11 alternative>equation; 19 -1 0 -2 -1 -7 -10 -1 -1 -6 alternative>fail
-5 -2 -1 -2 -2 10 5 -2 -1 5 alternative>found; -1 0 7 0 -1 -2 -3 -1 0 -2 alternative>general alternative
0 0 0 0 -1 3 24 0 0 -1 alternative>general check; 11 -4 11 8 -8 -4 2 -2 -1 -11 alternative>if
-4 -2 -1 -1 0 13 27 0 0 -5 alternative>intend; -3 -1 -2 17 0 -3 -4 0 0 -8 alternative>not
13 -3 -20 -1 -3 -11 -25 14 -2 13 alternative>number; -22 -3 46 -6 -2 -15 -22 15 -2 -12 alternative>other
-7 -1 -2 31 -1 -13 -22 -1 0 -5 alternative>question; 18 -1 -19 1 -1 -21 -30 16 -1 8 alternative>recalled
15 -3 -4 0 -1 -4 -5 1 0 -4 alternative>reply; -6 -1 -3 -3 -1 29 16 -1 -1 -12 alternative>says
0 0 0 0 -1 3 8 0 0 -1 alternative>self; -6 0 12 -1 -1 -11 -13 -3 0 11 alternative>short
21 -1 -8 14 -2 -13 -19 -4 -1 -6 alternative>so; -2 -1 11 -1 -1 -2 -3 -1 0 -2 alternative>strong alternative
0 0 0 0 0 1 -8 0 0 0 alternative>strong check; -3 0 0 -1 0 -1 -1 7 0 -1 alternative>strong conclusion
-3 0 -3 15 0 -6 -11 0 0 -2 alternative>strong doubt; 14 -2 -10 -5 -2 19 -4 -3 -1 -10 alternative>they
-7 -5 18 12 -2 -4 -6 -1 -1 -11 alternative>work; 34 3 -18 -12 -17 -2 21 37 -23 -2 and
-14 -8 2 -4 -8 -21 -26 59 -4 -2 answer; 7 16 -7 31 -12 1 22 -20 -18 3 ask
-32 33 -24 3 -1 -6 12 -17 -5 49 asked; -3 -4 -7 10 -4 21 49 -2 -1 -10 asked/alternative
-1 0 0 0 0 -1 -2 -1 0 5 asked/check; -32 -7 -12 -7 7 -3 -7 -9 -2 66 asked/doubt
-8 -1 -1 -1 -1 -5 -7 -1 0 18 asked/failed_check; 13 45 -4 2 -3 -17 -21 -4 -2 -31 asked/statement
-18 -16 -26 -10 -21 -19 -27 -32 164 -23 back; 11 2 44 -14 -13 -16 -25 -14 -7 6 better
94 -32 3 -39 -32 -38 -88 -10 -48 33 bias; -4 0 -1 -1 -1 -3 -4 -12 -1 23 boxed
-13 -4 -6 -4 53 -16 -20 -8 -2 -1 bullet; 15 -13 1 47 -8 -24 45 -10 -7 -3 but
-18 -19 -10 -8 45 -2 -9 2 6 4 case; -5 0 -1 -1 0 -1 -1 -1 0 8 case>ask
-5 -1 -1 -1 14 -5 -10 -2 -1 1 case>equation; -4 -1 0 0 -1 3 -1 0 0 5 case>found
-8 -1 -1 -1 13 -5 -11 -3 -1 7 case>number; -4 0 -1 -1 14 -8 -10 -2 0 3 case>recalled
-7 -1 -1 -1 -2 0 -4 -3 -1 16 case>short; -12 -1 -2 -1 -1 -1 -1 -4 -1 22 case>so
-5 -1 -1 -1 0 0 0 -1 0 8 case>then; -53 33 -21 -4 -25 116 175 -28 5 -26 check
-3 -1 -1 7 -1 -4 -6 -9 0 13 check>and; 0 -1 -1 0 -1 -1 -1 15 0 -12 check>answer
-4 0 -1 1 0 -1 -2 -5 0 10 check>ask; 0 0 0 8 0 -1 -1 0 0 -6 check>but
-1 0 -1 0 0 9 37 -1 0 -6 check>check; -5 0 -1 -1 -1 -1 -1 26 0 -16 check>conclude
-10 -1 -3 -1 -2 -1 24 2 -1 18 check>equation; -13 -2 -2 -1 -3 3 28 10 -1 9 check>found
8 -1 -3 -3 -2 -12 -14 -4 -2 20 check>good; -25 -5 21 -4 -6 -10 11 20 -3 11 check>number
-12 -2 -4 -2 -2 -3 9 24 -1 2 check>numeric; 0 0 0 11 0 -1 -2 0 0 -9 check>question
-12 -3 24 -3 -3 -13 -17 11 -2 2 check>recalled; 0 0 -1 0 0 0 -1 13 0 -11 check>reply
-19 -3 -8 0 -5 -16 -5 38 -3 17 check>short; 8 0 -2 -2 -1 -3 -4 9 -1 -9 check>so
0 0 -1 0 -1 -1 -1 14 0 -10 check>strong conclusion; -2 0 0 0 0 -3 -4 -1 0 6 check>suits
-1 0 0 0 0 -3 -3 0 0 5 check>they; -16 -14 -9 -4 -12 18 17 57 -9 -11 conclude
-38 -32 175 -15 -11 -33 3 -27 -11 -12 could; 23 -8 -19 12 -5 -15 5 6 -3 10 dash
-16 -5 6 20 -3 0 -19 -3 1 0 dots; 15 -1 0 -6 0 -1 -2 -4 0 -2 doubt>and
-3 0 0 0 -1 -1 -1 10 0 -4 doubt>answer; -15 -1 -4 -6 0 -1 -5 -1 0 28 doubt>ask
11 -1 -1 -8 -1 -2 -2 -2 0 3 doubt>but; -4 -3 0 -1 -1 1 -18 -1 -1 10 doubt>check
-7 0 5 -1 0 -2 -3 0 0 7 doubt>could; 12 -1 11 -1 -2 12 3 -5 -1 -26 doubt>equation
17 -2 -1 -1 -3 -6 -8 -1 -1 -2 doubt>found; -10 0 -1 -1 0 -3 -3 0 0 17 doubt>good
9 0 -1 -8 -1 -1 -1 -1 0 3 doubt>hesitate; -7 0 0 -2 -3 1 -1 0 0 11 doubt>if
-2 -4 -1 0 0 5 2 -1 -1 4 doubt>intend; -3 0 -2 -6 -1 0 -3 -2 0 15 doubt>not
17 -3 -3 -5 -5 8 -8 11 -2 -18 doubt>number; -8 -1 -1 -1 -2 10 6 21 -1 -18 doubt>numeric
16 -1 -5 -1 0 -1 -1 -1 0 -7 doubt>other; -5 0 -3 -16 0 -3 -4 0 0 28 doubt>question
0 -2 -2 -3 -2 14 0 12 -1 -16 doubt>recalled; -5 -1 0 -1 -1 -2 -3 0 0 11 doubt>says
-4 0 0 -1 0 0 -4 0 0 5 doubt>self; 0 -2 -6 -12 -5 3 -2 12 -2 11 doubt>short
52 -2 -4 -3 -1 -3 -4 4 -4 -39 doubt>so; -1 -2 0 0 0 10 -2 -1 0 -5 doubt>strong check
-3 0 0 0 -1 -1 -1 10 0 -4 doubt>strong conclusion; -3 0 0 -5 0 0 0 0 0 9 doubt>strong doubt
-3 0 0 0 0 0 0 0 0 5 doubt>task; -16 -1 10 -3 -1 -3 -4 -2 0 15 doubt>they
-5 0 -1 -11 0 0 -1 0 0 19 doubt>unsure; -3 0 0 0 0 0 0 0 0 5 doubt>wh
10 -34 7 8 -20 -4 -19 10 20 2 earlier; 47 -31 0 -31 -9 90 91 -22 -7 -36 equation
7 -14 18 -32 0 27 19 -12 5 1 example; 45 -11 -11 8 2 -34 26 -14 -17 32 fail
-1 0 -1 0 -1 -5 -5 11 0 -3 failed_check>answer; -5 -1 -1 -1 -4 17 12 8 -1 -12 failed_check>equation
-14 -1 -2 -3 -1 -3 -4 -3 -1 27 failed_check>fail; 14 -8 -1 -1 -2 -8 -9 -2 -1 8 failed_check>found
-1 0 0 0 -2 18 16 0 -1 -12 failed_check>good; -1 0 -1 -2 -1 -4 -5 8 0 1 failed_check>method
-5 0 0 -4 0 -1 -1 -2 0 13 failed_check>not; 7 -9 -3 -3 -5 10 3 7 -2 -2 failed_check>number
0 0 0 6 0 0 0 0 0 -6 failed_check>question; -7 -1 -2 -2 -4 18 12 9 -2 -10 failed_check>recalled
-11 -1 -2 0 -3 2 -3 5 -2 11 failed_check>short; -8 0 0 1 0 -1 -1 -5 0 14 failed_check>so
0 0 0 0 -1 12 9 -1 -1 -8 failed_check>strong case; -2 0 0 -4 0 0 0 -1 0 8 failed_check>strong doubt
-4 0 -1 1 0 -3 -4 -4 0 10 failed_check>they; 1 -5 -17 -15 -6 -4 1 65 -9 -10 finally
-6 47 -10 -4 -18 -16 -41 -5 -8 20 first; 61 20 -28 -36 26 2 -1 -43 -8 4 found
-10 -27 -11 8 6 46 22 -35 2 21 good; 26 -10 -11 -6 2 3 -3 4 -7 0 hedge
10 -15 -2 56 -1 -18 -22 -17 -6 -7 hesitate; 38 -40 -19 -29 -54 -18 -59 -40 -54 166 i
-1 10 -1 0 0 -1 -2 0 0 -6 i^again; 0 1 -4 8 -3 -9 -18 4 -1 5 i^and
-10 -1 -2 -1 -2 -7 -8 46 -1 -22 i^answer; 2 -11 -3 4 -5 -13 -30 -10 -2 38 i^ask
-1 0 0 0 0 5 3 0 -4 2 i^back; -6 -3 -3 27 -3 2 20 -8 -2 -3 i^but
-5 -5 4 0 -4 0 11 -1 0 12 i^case; -7 -4 -1 -2 -3 39 43 -2 -1 -18 i^check
4 -3 -2 4 -2 3 -1 9 -1 -12 i^conclude; 6 -1 11 11 -1 -15 -23 -4 -1 -6 i^could
-8 -1 5 -3 0 -2 -3 -1 -1 13 i^earlier; -1 -2 -2 -1 -3 -1 -11 -1 -1 10 i^example
7 -2 -2 -7 -3 -11 -17 0 -2 22 i^fail; -16 -8 -1 -1 -1 -2 -2 -1 0 29 i^first
-1 0 6 0 -1 -2 -3 -1 0 0 i^general alternative; -1 0 0 -1 -1 11 25 0 0 -8 i^general check
17 4 -1 -1 -1 -4 -4 -2 -1 -10 i^general plan; -7 -2 -6 8 -5 8 -4 -5 -4 13 i^good
3 -4 -2 14 -1 -4 -6 -3 -1 -3 i^hesitate; -19 -6 10 3 22 2 -2 -6 -2 -3 i^if
11 -11 -4 -4 -2 16 21 -7 -2 2 i^intend; -3 16 0 -4 -3 -9 -11 8 -1 -4 i^method
-4 -3 -6 11 -4 -6 -20 -10 -2 25 i^not; -2 -1 -1 -4 -1 -3 -5 -2 -1 14 i^okay
-8 -4 39 -8 -3 -18 -26 14 -2 -10 i^other; -16 38 11 -6 -3 -8 -10 -2 -1 -13 i^plan
5 -1 -1 -1 0 -1 -1 -9 0 8 i^recommend; 10 6 -8 -2 -3 -7 -9 15 -1 -10 i^reply
-1 0 -1 12 0 -4 -6 0 0 -6 i^same; -15 -3 -4 -6 -2 22 7 -2 -2 12 i^says
-4 -7 -2 -3 -3 14 5 -3 -1 10 i^self; 44 -6 -17 11 4 -15 -34 -7 -7 -8 i^so
-3 -1 13 -1 -1 -2 -3 -1 0 -4 i^strong alternative; -11 -1 -1 -1 6 22 54 -3 -1 -11 i^strong case
-2 -3 -1 -1 -1 28 -1 -1 -1 -18 i^strong check; -7 -1 -1 -1 -1 -3 -3 31 0 -17 i^strong conclusion
-10 -4 -4 32 -1 -10 -16 -2 -1 0 i^strong doubt; 13 0 -1 -6 -1 -11 -18 -2 0 8 i^suits
-13 -3 -3 11 -1 -8 -13 -1 -1 19 i^task; -6 11 -2 -2 -1 -5 -6 -4 -1 9 i^then
-15 -6 -1 1 -4 9 -20 -9 -3 28 i^they; -8 0 -2 -4 -1 -3 -4 -2 0 20 i^unsure
-6 -3 -1 -3 0 -7 -11 -1 0 21 i^wh; -13 1 16 9 -5 -8 -17 -6 -2 7 i^work
-8 -25 -34 -21 99 1 20 -6 2 -7 if; -18 79 -14 -18 -25 1 -17 2 0 -7 intend
-95 4 -14 -29 98 77 61 14 -12 -42 label; -50 -5 -21 -10 -15 -24 -36 116 -8 17 last
-4 -1 -5 -1 -1 -2 -3 14 0 0 last^and; -3 4 -1 -1 -2 -4 -5 7 0 0 last^answer
-3 -1 -1 -2 -3 -2 -3 14 -1 0 last^ask; -3 -1 -2 -1 -2 -3 -4 13 -1 0 last^conclude
-5 -5 -2 -1 -2 -2 -3 17 -1 0 last^finally; -1 5 0 0 -1 0 0 -2 0 0 last^first
-2 6 -1 0 -1 -2 -3 -13 0 13 last^general conclusion; -1 -11 -1 0 0 -2 -3 16 0 0 last^intend
-8 -1 -1 -1 -1 -1 -2 14 0 0 last^not; -4 -3 -2 -1 -1 -1 -2 12 -1 0 last^okay
-4 -6 -2 -1 -2 -1 -2 18 -1 0 last^recommend; -3 8 -2 -1 -1 -3 -4 3 -1 0 last^reply
-2 -2 -2 -1 -1 -2 -2 8 -1 0 last^self; -21 -5 -4 -2 -3 -8 -10 29 -3 17 last^so
-3 -2 -1 -1 -2 -2 -2 11 -1 0 last^strong conclusion; -3 -1 -1 -1 0 -1 -2 7 0 0 last^they
-1 -4 0 0 0 -2 -2 8 0 0 last^work; 0 0 0 0 -1 4 17 0 -2 0 long
-32 11 27 0 -3 -16 -7 7 20 -15 method; 12 6 -5 16 -3 -16 -18 -8 -3 2 mistake
10 -18 -12 16 11 -20 -22 17 -16 12 not; 18 -3 -1 -5 -1 -1 5 -7 -1 1 not&again
-38 15 -9 9 -3 24 22 3 -5 4 not&and; 12 -7 -1 2 -4 -1 -2 7 -1 -6 not&answer
11 -13 4 16 -4 -8 -3 -1 -4 -1 not&ask; 2 -4 -3 -2 1 13 16 -3 0 -1 not&back
-4 -3 14 -7 -2 -1 -2 0 0 4 not&better; 19 -2 -4 18 -4 -11 -10 -5 -1 -10 not&but
-5 -1 -7 -4 13 11 -2 -5 -1 -1 not&case; -6 -3 -5 -1 -4 15 62 3 -4 5 not&check
-8 -3 -4 -2 -1 -1 0 18 -1 2 not&conclude; -23 5 23 3 -9 3 -3 -4 -3 4 not&could
18 -3 -1 -2 -1 -5 -10 -3 0 -3 not&dash; 1 -8 -4 15 -3 9 -3 -5 -3 -2 not&earlier
1 -1 0 -1 -1 -4 3 5 0 1 not&equation; -2 -3 13 -4 -3 4 21 -1 -3 -1 not&example
-3 2 -4 9 1 -6 -2 -5 -1 8 not&fail; 0 0 -1 -3 -1 -3 -8 7 0 1 not&finally
-10 -4 -1 -1 -3 13 12 8 -1 -1 not&first; -22 19 -6 -10 -4 24 38 -4 -2 5 not&found
5 -7 2 0 2 9 13 -6 -2 -4 not&good; -4 4 -1 0 0 8 3 -3 -2 -2 not&hedge
17 -10 1 7 3 -7 -6 -8 -3 -2 not&hesitate; 7 0 14 -14 21 -11 9 -10 -8 1 not&if
-1 4 -2 0 -3 -3 7 4 -1 2 not&intend; -8 -10 -4 3 0 7 31 18 0 -4 not&label
0 0 0 0 -1 4 11 0 -2 0 not&long; -4 -1 -3 0 -1 8 14 -1 1 1 not&method
-12 13 -8 9 -7 24 44 -16 -3 0 not&number; -1 -7 -5 -4 3 8 -5 7 -2 1 not&okay
8 -6 -15 -4 8 8 8 12 -3 -9 not&other; -6 -4 14 -3 -2 -2 -3 0 0 5 not&plan
1 -2 -3 15 -1 -7 -10 -1 -1 -1 not&question; -10 -5 -2 12 -1 9 5 -2 -1 0 not&quote
10 -6 -2 19 -3 0 5 -11 -1 -5 not&recalled; -2 -1 -2 -1 1 -1 -1 -1 0 7 not&recommend
18 -5 7 -9 -5 -5 -20 -8 -3 10 not&reply; -6 -4 -1 17 0 -3 6 -2 0 0 not&same
-13 0 8 -1 2 12 16 -7 -2 2 not&says; 4 11 -8 1 2 -6 1 0 -2 -2 not&self
9 -4 -3 -7 -4 -10 -12 8 -1 12 not&short; -3 -3 7 2 -5 -4 18 -3 -3 12 not&so
11 3 3 -4 6 -12 -4 -4 -1 -1 not&suits; 13 2 -10 21 -3 -3 5 -9 -4 -7 not&task
-3 -5 -5 -2 -2 10 6 6 -2 3 not&then; -29 14 -13 30 11 -3 5 -3 -1 -6 not&they
14 -3 12 2 -14 -5 1 -6 -3 4 not&unsure; 10 19 -4 0 -2 -6 18 -3 -3 -12 not&wh
-7 -1 -5 -4 -1 17 19 -4 -1 6 not&why; -17 2 9 31 -3 -6 -22 -7 -2 -8 not&work
17 8 -27 -14 2 34 18 13 -15 -16 number; 17 -18 -5 -17 -7 22 -9 26 -9 -8 numeric
9 -28 0 -3 5 -6 -14 15 3 4 okay; 14 -21 74 -9 -19 -18 -22 1 2 -24 other
66 8 22 -10 23 -20 -27 29 7 -123 p; -20 4 3 -4 -9 26 1 -12 13 -3 p^again
-4 1 -1 7 -11 5 8 9 -1 -5 p^and; -8 4 -3 -2 -8 -7 -9 26 -1 -1 p^answer
13 5 -20 5 15 2 23 10 -12 -17 p^ask; -25 -5 -10 -7 -3 -9 -9 -17 80 -3 p^back
0 12 18 -1 -7 -7 -12 -11 -2 -1 p^better; -4 -8 -4 40 8 -16 -23 -8 -5 -4 p^but
-20 10 1 -5 37 -11 -18 -8 0 -5 p^case; -25 -5 -15 6 -20 71 64 -19 14 -5 p^check
-18 -6 -7 0 -8 0 -5 43 -3 -3 p^conclude; -27 -15 78 -5 -6 1 24 -13 -7 -5 p^could
29 -13 -6 -5 -6 2 11 -7 9 -4 p^earlier; -19 0 17 -12 9 18 7 -7 -3 -2 p^example
-3 0 -2 29 -2 -15 -26 -2 -1 -2 p^fail; -12 -25 -11 -5 -11 -17 -23 90 -5 -4 p^finally
20 39 -7 -5 -13 -14 -20 -10 -4 -7 p^first; -21 -16 55 -14 -6 14 24 -7 -3 -2 p^general alternative
-14 -3 -6 -4 -16 47 59 -2 -1 -1 p^general check; -7 11 -2 -1 -2 -8 -10 -12 -2 23 p^general conclusion
-28 50 -8 -6 -6 -3 -8 9 -4 -3 p^general plan; -9 -4 -9 -2 -2 -5 -7 -10 43 -1 p^general return
10 -7 3 -8 -8 1 5 -13 6 15 p^good; -3 -5 -12 52 -5 -10 -16 -10 -3 -3 p^hesitate
6 3 -30 -5 84 -14 -15 -30 0 -12 p^if; -37 58 -2 -6 -13 -8 -11 14 1 -6 p^intend
-7 -11 21 -2 0 9 27 -7 -2 -1 p^method; -15 -12 8 6 0 6 7 23 -10 -8 p^not
14 -26 9 -4 -6 -17 -22 31 5 -7 p^okay; -33 -12 73 5 3 -2 -8 -20 -11 -3 p^other
-2 39 -10 -1 -7 -1 -8 -11 -4 -2 p^plan; -8 0 -1 -1 -1 -2 -3 15 -1 0 p^proof
-2 -2 -2 -22 -2 -18 -27 61 -6 -7 p^recommend; -5 26 7 -8 6 -19 -25 5 -7 -6 p^reply
-4 -1 7 -2 -1 5 11 -1 -1 -1 p^same; -8 1 -1 -4 15 18 -7 -10 -5 -7 p^says
-14 25 -4 6 -15 -4 -5 9 5 -8 p^self; -40 -23 10 -24 -30 5 0 74 21 7 p^so
-13 -4 49 -16 -2 -1 0 -5 -7 -2 p^strong alternative; -27 -5 -6 -6 74 -11 -11 -9 -5 -3 p^strong case
-12 -17 -6 -3 -7 28 34 -5 23 -1 p^strong check; -16 -9 -5 -3 -7 -7 -9 49 -2 -2 p^strong conclusion
-24 -5 -24 89 -7 -11 -17 -10 -4 -5 p^strong doubt; -18 60 -6 -3 -1 -9 -13 -18 -2 -3 p^strong plan
-19 -4 -10 -4 -7 -9 -7 -10 65 -2 p^strong return; 6 0 -10 -6 -11 19 51 5 -1 -2 p^suits
25 -2 -7 -4 1 -3 3 -5 -3 -1 p^task; 5 8 -5 -3 -3 -5 -11 -6 10 -1 p^then
9 1 11 12 -7 -12 -29 6 -11 -9 p^they; 5 -6 20 21 -7 -14 -10 -9 -4 -6 p^unsure
4 9 -4 -15 -3 20 41 -5 -2 -3 p^wh; 3 9 9 4 -7 -5 -14 -10 -2 -1 p^why
-6 26 -13 6 -8 10 10 -2 -6 -6 p^work; 7 50 -2 -10 -13 -20 -19 -10 2 -4 plan
21 0 0 -1 -1 -1 -2 -4 0 -13 plan>ask; 9 0 0 0 0 -1 -1 -4 0 -4 plan>conclude
30 -1 -2 -1 12 -12 -15 -4 -1 -19 plan>equation; -7 -7 -1 0 0 0 -1 -1 0 17 plan>first
50 -9 -3 -3 19 -13 -16 -6 -2 -32 plan>found; -26 0 0 0 30 -2 -3 0 0 -1 plan>if
-4 -10 -1 -1 0 -1 -1 -2 0 19 plan>intend; 63 -12 -5 -4 16 -18 -22 -11 -3 -27 plan>number
18 -1 -1 -1 7 -4 -5 -4 -1 -13 plan>numeric; 13 -3 -1 -1 -2 -4 -5 -6 -1 5 plan>recalled
-5 -8 0 0 0 -1 -1 -1 0 16 plan>self; 21 -2 -2 -2 4 -7 -8 -2 -1 -10 plan>short
-1 -1 -1 -1 10 -1 -2 -1 0 -4 plan>so; -3 -13 -1 -1 -1 -1 -1 -2 0 21 plan>work
-8 3 -3 -2 -1 -4 -3 15 -2 2 proof; -77 -26 -8 158 -29 56 126 -40 -17 -20 question
-14 -4 -7 33 -4 19 34 -8 -3 -13 question&and; -24 -7 -33 73 -9 21 67 -14 -3 -4 question&ask
-13 -2 -5 41 -2 -12 -18 -3 -1 -3 question&but; 0 0 0 18 0 -16 -31 -1 0 0 question&check
0 0 0 13 0 -4 -5 -2 0 -6 question&conclude; -4 -1 -27 2 -2 39 86 -2 -1 -4 question&could
-3 -1 -6 20 -1 -3 -5 -3 -1 -2 question&dash; -5 0 -2 -5 -1 12 26 -1 -1 3 question&earlier
-3 -1 -3 -19 -2 31 74 -2 -1 0 question&example; -17 -2 -12 27 -3 11 -1 -2 -2 -1 question&fail
4 -3 -4 -1 -1 11 33 -2 0 -4 question&found; -6 -1 -2 26 -2 0 16 -1 -1 -13 question&good
-4 -2 -3 31 -1 -5 -8 -1 -1 -15 question&hesitate; -9 -1 -4 28 -6 -7 -7 -1 -1 2 question&if
-1 -3 -1 2 0 1 -12 -1 0 2 question&intend; 0 0 0 5 0 -1 -1 0 0 -4 question&method
1 -2 -3 15 -1 -7 -10 -1 -1 -1 question&not; 3 -3 -5 15 -2 1 18 -5 -1 -4 question&number
-10 -1 21 17 -1 -15 -22 -9 -3 1 question&okay; 4 -6 -13 33 -6 -2 3 -3 -2 -5 question&other
-2 0 -1 16 -1 -10 -16 -3 0 0 question&recalled; -7 -1 -2 11 -1 8 23 -6 0 -1 question&recommend
-2 -2 -15 -5 0 18 39 -1 0 7 question&reply; -1 0 -1 11 0 -3 -5 0 0 -6 question&same
-6 -1 -1 -5 -1 16 21 -1 0 -1 question&says; -8 -2 -2 10 -1 10 27 -7 -1 1 question&self
-29 -8 19 66 -10 12 18 -19 -7 -23 question&short; -15 -2 21 19 -2 7 20 -14 -3 -11 question&so
-13 -2 -6 -13 -6 47 90 -6 -1 0 question&suits; -4 0 0 2 -1 4 11 0 0 -1 question&task
11 -6 -1 1 -1 -2 -4 0 -1 0 question&then; -10 -2 -24 0 -2 38 73 -2 -1 1 question&they
-20 -5 22 37 -5 -26 -41 -6 -3 6 question&unsure; 0 -11 -6 10 -4 7 10 -2 -2 9 question&wh
0 -3 -1 7 0 -1 -2 -1 0 0 question&work; 30 -24 14 3 -9 9 15 -12 -5 -6 quote
-47 -13 1 22 -24 32 20 55 -7 -21 recalled; -25 -5 -4 -16 11 -22 -44 61 -1 0 recommend
-3 53 -3 -23 -7 -20 -24 23 -15 -6 reply; 9 0 0 0 0 -3 -4 0 0 -4 return>found
8 0 0 0 0 -2 -6 0 0 -4 return>number; 2 13 26 16 -8 -18 -6 -17 -3 -12 same
-17 4 -24 -9 -3 84 95 -32 -15 12 says; -11 15 -11 3 -11 5 25 3 2 5 self
-17 -36 -18 10 8 13 -35 14 -23 51 short; 38 -17 -22 1 -22 -24 -5 35 5 6 so
-2 3 -2 13 0 -2 -3 -1 0 -8 statement>and; -6 -5 -1 -3 -1 3 -1 -1 0 15 statement>ask
-3 -1 -2 9 0 -1 -1 -1 0 -1 statement>but; -1 -1 0 -1 0 21 17 0 0 -18 statement>check
-2 -2 0 6 0 5 2 -5 0 -1 statement>conclude; 0 0 1 13 0 -3 -5 0 0 -10 statement>could
-2 5 -4 -6 -6 23 43 -6 -2 -1 statement>equation; -1 -1 -1 0 0 -2 -2 0 0 6 statement>example
-15 -6 -4 5 -7 4 -10 -6 -3 34 statement>found; 0 0 0 0 0 9 1 0 0 -8 statement>general check
-1 0 -1 13 0 -4 -9 0 0 -6 statement>good; -1 -3 0 18 0 -2 -2 0 0 -11 statement>hesitate
-2 -2 0 -1 -4 -1 -3 0 0 11 statement>if; -3 13 -1 -2 -1 1 -5 -3 -1 -3 statement>intend
-1 17 -3 -1 -1 -2 -2 -2 -1 -6 statement>method; -3 -1 0 9 0 -1 -9 -1 0 -2 statement>not
-23 9 -7 13 -10 21 23 -13 -4 14 statement>number; 11 -4 -1 -2 -2 2 -15 -4 -1 2 statement>numeric
-2 0 0 -2 0 -1 -3 0 0 7 statement>okay; -1 -1 -2 -1 0 -2 -3 -1 0 8 statement>other
-5 44 -1 -2 -1 -6 -7 -1 -1 -27 statement>plan; -2 -3 -2 30 -1 -10 -15 -1 -1 -11 statement>question
-8 16 -3 8 -2 17 33 -7 -1 -20 statement>recalled; -2 14 -2 -1 -1 -1 -2 -3 -1 -2 statement>reply
-2 -1 -1 -1 -1 -3 -4 0 0 9 statement>says; -3 2 0 -1 0 13 3 0 0 -11 statement>self
3 -15 -4 18 -5 12 11 -9 -2 1 statement>short; -16 0 -1 3 -1 8 -4 -7 -1 14 statement>so
0 0 0 0 -1 13 50 0 0 -11 statement>strong case; -1 -1 0 -1 -1 16 12 -1 0 -12 statement>strong check
-1 -3 -1 27 0 -2 -3 0 -1 -19 statement>strong doubt; -3 -2 0 -1 0 -2 -3 0 0 9 statement>task
0 14 0 0 0 0 0 0 0 -12 statement>then; -6 -3 -1 8 -1 -4 -5 -1 0 8 statement>they
-1 -3 0 -8 0 -4 -6 0 0 17 statement>wh; -2 19 -1 -2 -2 -5 -9 -2 -1 -5 statement>work
-6 -1 -2 -2 17 -2 -2 -1 -1 -2 strong; 24 -2 -8 -22 -10 17 52 -7 -3 10 suits
21 -4 -12 17 -7 -20 -15 -2 -11 17 task; -32 90 7 -12 -14 -13 -36 -28 1 0 then
25 -14 -5 2 -18 17 54 -6 -1 1 they; 24 -14 21 38 -21 -27 -10 -23 -4 6 unsure
0 54 7 -5 -20 -15 0 -23 -11 14 wh; -6 25 -4 -6 -12 22 45 -24 -3 9 why
-48 78 0 10 -24 -4 -29 -13 -1 1 work
"""


_BITS = 16
_HALF = 1 << _BITS - 1
_PLACES = range(0, 10 * _BITS, _BITS)
_ZERO = sum(_HALF << place for place in _PLACES)


def packed(weights: Iterable[int]) -> int:
    """Return weights beside each other in one number, so that one addition adds them all."""
    return sum(weight << place for weight, place in zip(weights, _PLACES, strict=True))


def unpacked(weights: int) -> list[int]:
    """Return what stands in a number, or in a sum of such numbers."""
    weights += _ZERO
    return [(weights >> place & 2 * _HALF - 1) - _HALF for place in _PLACES]


def _read() -> dict[str, int]:
    rows = (row.split(" ", 10) for row in re.split("; |\n", _ROWS.strip()))
    return {row[-1]: packed(map(int, row[:-1])) for row in rows}


PACKED = _read()
"""Of each feature a weight for each kind, in the order of `StepKind`, and at last for a sentence that goes on."""
