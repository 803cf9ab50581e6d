"""Markdown as models write it. Each kind has been suffered by people in apps like this one; the inputs are ours."""

from __future__ import annotations

import pytest

from tests.app.documents.reading import seen

EMPHASIS = {
    "配置时请注意**「上下文长度」**这一项。": "配置时请注意{b:「上下文长度」}这一项。",
    "**内存不足：**请换小的。": "{b:内存不足：}请换小的。",
    "これは**「推論」**なので、**『思考』**では": "これは{b:「推論」}なので、{b:『思考』}では",
    '다음은 **"중요"**한 것': '다음은 {b:"중요"}한 것',
    "他说**“好的！”**然后离开": "他说{b:“好的！”}然后离开",
    "***重要，***请看": "{bi:重要，}请看",
    "~~（旧）~~新": "{s:（旧）}新",
    "นี่คือ**“สำคัญ”**มาก": "นี่คือ{b:“สำคัญ”}มาก",
    "*（注）*说明": "{i:（注）}说明",
    "هذا**«مهم»**جدا": "هذا{b:«مهم»}جدا",
    "第一，**“甲”**、**“乙”**和**“丙”**。": "第一，{b:“甲”}、{b:“乙”}和{b:“丙”}。",
    "使用**`pip`**安装": "使用{bc:pip}安装",
    "यह**“ज़रूरी”**है": "यह{b:“ज़रूरी”}है",
    "**注意⚠️：**小心": "{b:注意⚠️：}小心",
    # Latin text stays as CommonMark has it.
    'a*"b"*': 'a*"b"*',
    "2 * 3 * 4": "2 * 3 * 4",
    "snake_case_name": "snake_case_name",
    "2*3*4 = 24 and 2**3**2": "2*3*4 = 24 and 2**3**2",
    "x2*y2*z2, (a+b)*2*c": "x2*y2*z2, (a+b)*2*c",
    "*1*st, **3**D and un*bel*ievable": "{i:1}st, {b:3}D and un{i:bel}ievable",
    "第3**重点**": "第3{b:重点}",
}
ELEMENTS = {
    "a<br>b<br/>c<br />d": "a/b/c/d",
    "one<br>\ntwo": "one/two",
    "H<sub>2</sub>O and x<sup>2</sup>": "H{sub:2}O and x{sup:2}",
    "Press <kbd>Ctrl</kbd>+<kbd>C</kbd>": "Press {c:Ctrl}+{c:C}",
    "**x<sub>1</sub>** y": "{b:x}{bsub:1} y",
    "<u>under</u> and <mark>marked</mark>": "{i:under} and {b:marked}",
    "<sub>open": "<sub>open",
    "a <sup>b": "a <sup>b",
    "close</kbd> alone": "close</kbd> alone",
    "`<br>` and `<sub>`": "{c:<br>} and {c:<sub>}",
    "a <b>b</b> <img src=x onerror=y>": "a <b>b</b> <img src=x onerror=y>",
    "<kbd onclick=x>a</kbd>": "<kbd onclick=x>a</kbd>",
    "super<wbr>cali": "supercali",
    "the <details> element": "the <details> element",
}
DOLLARS = {
    "export PATH=$HOME/bin:$PATH now": 0,
    "In PHP $_POST/$_GET; in Perl $a<$b, in Make $(CC)/$(LD).": 0,
    "US$/EUR at A$/NZ$ today; $5/month or $50/year": 0,
    "${A}_${B} and ${A}-${B} and ${A}${B}": 0,
    "awk '{print $1,$2}' and $NF": 0,
    "HK$ 5, HK$6/HK$7": 0,
    "5$/6$ or (5$) or (6$), you have 7$": 0,
    "变量$name和$value的值": 0,
    "价格是$5，还有$10。": 0,
    "kill $$ or wait for $$ to end": 0,
    "R$ 5 e R$ 10; $100-$200": 0,
    "$env:PATH;$env:HOME": 0,
    "$a.$b and $c==$d": 0,
    "x=$A&y=$B": 0,
    "`$x$` is code": 0,
    "$foo->bar and $foo->baz": 0,
    "It is $5 for $x$ of them": 1,
    "the $n$th of $k$s": 2,
    "H$_2$O, CO$_2$ and 10$^{-3}$ m": 3,
    "2$x$ and 10$\\times$3": 2,
    "所以$v$是$5x$的": 2,
    "at 20$^\\circ$C": 1,
    "($x$, $y$) and [$0,1$]": 3,
    "$x$-axis, $p$-value": 2,
    "若$a>b$则$c$。": 2,
    "$\\alpha$和$\\beta$": 2,
    "$O(n\\log n)$time": 1,
}
FENCES = {
    "~~~\n\t~~~\nx\n~~~\nEnd": ["code : '\\t~~~\\nx'", "End"],
    "```sh\n \t```\nx\n   ```\nEnd": ["code sh: ' \\t```\\nx'", "End"],
    "```markdown\n# T\n\n```bash\nls\n```\n\nEnd\n```\n\nAfter": [
        "code markdown: '# T\\n\\n```bash\\nls\\n```\\n\\nEnd'",
        "After",
    ],
    "```md\n```js\na\n```\n```python\nb\n```\n```\nAfter": [
        "code md: '```js\\na\\n```\\n```python\\nb\\n```'",
        "After",
    ],
    "````markdown\n```\na\n```\n````\nAfter": ["code markdown: '```\\na\\n```'", "After"],
    "```markdown\nRun:\n\n```\nls\n```\n\nDone\n```\n\nAfter": [
        "code markdown: 'Run:\\n\\n```\\nls\\n```\\n\\nDone'",
        "After",
    ],
    "~~~markdown\n~~~py\na\n~~~\n~~~\nAfter": ["code markdown: '~~~py\\na\\n~~~'", "After"],
    "```python\nx = 1\n```\n```bash\nls\n```": ["code python: 'x = 1'", "code bash: 'ls'"],
    "```python\na\n```\nAfter": ["code python: 'a'", "After"],
    "1. Do\n   ```md\n   ```sh\n   ls\n   ```\n   ```\n2. Then": [
        "[1.] Do",
        "[ ] code md: '```sh\\nls\\n```'",
        "[2.] Then",
    ],
    "```\nprompt\n```json\n{}\n```\nend\n```\nAfter": ["code : 'prompt\\n```json\\n{}\\n```\\nend'", "After"],
    "> ```md\n> ```c\n> a\n> ```\n> ```\n\nAfter": ["[>] code md: '```c\\na\\n```'", "After"],
    "```markdown\n1. a\n   ```sh\n   ls\n   ```\n2. b\n```\nAfter": [
        "code markdown: '1. a\\n   ```sh\\n   ls\\n   ```\\n2. b'",
        "After",
    ],
    "``` a`\nb": ["``` a`/b"],
}
TABLES = {
    "| $|x|$ | `a|b` |": "{$|x|$} | {c:a|b}",
    r"| $\|x\|$ | $|x|/x$ |": "{$|x|$} | {$|x|/x$}",
    r"| \( \left| x \right| \) | \(P(A \mid B)\) |": r"{$\left| x \right|$} | {$P(A \mid B)$}",
    "| `x || y` | or |": "{c:x || y} | or",
    "| a | b | c | d |": "a | b | c | d",
    "| $5 | $10 |": "$5 | $10",
    "|$5|$10|": "$5 | $10",
    "| `a | b |": "`a | b",
    "| one |": "one | ",
    r"| a \| b | c |": "a | b | c",
    "| $P(A|B)$ | $\\{x | x > 0\\}$ |": "{$P(A|B)$} | {$\\{x | x > 0\\}$}",
    "| `ls | wc` | **x** |": "{c:ls | wc} | {b:x}",
    "| \\(|a|\\) | \\[|b|\\] |": "{$|a|$} | {$|b|$}",
}
LISTS = {
    "1. a\n  - b\n  - c\n2. d": ["[1.] a", "[ ][◦] b", "[ ][◦] c", "[2.] d"],
    "1. a\n   - b\n2. c": ["[1.] a", "[ ][◦] b", "[2.] c"],
    "1. a\n    - b\n2. c": ["[1.] a", "[ ][◦] b", "[2.] c"],
    "10. a\n  - b\n11. c": ["[10.] a", "[ ][◦] b", "[11.] c"],
    "10. a\n   - b\n11. c": ["[10.] a", "[ ][◦] b", "[11.] c"],
    "10. a\n    - b\n11. c": ["[10.] a", "[ ][◦] b", "[11.] c"],
    "9. a\n   x\n10. b\n   y": ["[9.] a/x", "[10.] b/y"],
    "10. a\n\n  more\n11. b": ["[10.] a", "[ ] more", "[11.] b"],
    "10. a:\n   ```sh\n   ls\n     -l\n   ```\n11. b": ["[10.] a:", "[ ] code sh: 'ls\\n  -l'", "[11.] b"],
    "10. a\n   1. b\n   2. c\n11. d": ["[10.] a", "[ ][1.] b", "[ ][2.] c", "[11.] d"],
    "*   a\n  *   b\n*   c": ["[•] a", "[ ][◦] b", "[•] c"],
    " 1. a\n 2. b": ["[1.] a", "[2.] b"],
    "1. a\n  2. b": ["[1.] a", "[2.] b"],
    "1. a\n  - b\n    - c\n2. d": ["[1.] a", "[ ][◦] b", "[ ][ ][▪] c", "[2.] d"],
    "12. a\n   $$\n   x\n   $$\n13. b": ["[12.] a", "[ ] $$ x", "[13.] b"],
    "10. a\n   > q\n11. b": ["[10.] a", "[ ][>] q", "[11.] b"],
    "Goals:\n\n1. \n2. \n3. \n\nThen.": ["Goals:", "[1.] ", "[2.] ", "[3.] ", "Then."],
    "- a\n-\n- b\n\nEnd": ["[•] a", "[•] ", "[•] b", "End"],
    "1. a\n2.\n   - b\n3. c": ["[1.] a", "[2.][◦] b", "[3.] c"],
    "- [ ] \n- [x] done": ["[☐] ", "[☑] done"],
    "> - \n> - b\n\nEnd": ["[>][•] ", "[ ][•] b", "End"],
    "- a\n  -\n  - b": ["[•] a", "[ ][◦] ", "[ ][◦] b"],
    "- a\n  -\n- b": ["[•] a", "[ ][◦] ", "[•] b"],
    "1. a\n   -\n   -\n2. b": ["[1.] a", "[ ][◦] ", "[ ][◦] ", "[2.] b"],
    "- a\n  ---\n- b": ["[•] ## a", "[•] b"],
    # What one item holds is indented by both two and three columns.
    "1. a\n   - three\n  - two\n2. b": ["[1.] a", "[ ][◦] three", "[ ][◦] two", "[2.] b"],
    "1. a\n  - two\n   - three\n2. b": ["[1.] a", "[ ][◦] two", "[ ][◦] three", "[2.] b"],
    "10. a\n    - four\n  - two\n   - three\n11. b": [
        "[10.] a",
        "[ ][◦] four",
        "[ ][◦] two",
        "[ ][◦] three",
        "[11.] b",
    ],
    "1. a\n   - x\n\n  Note.\n\n2. b": ["[1.] a", "[ ][◦] x", "[ ] Note.", "[2.] b"],
    "1. a\n   ```py\n  x\n   ```\n  y\n2. b": ["[1.] a", "[ ] code py: 'x'", "[ ] y", "[2.] b"],
    "1. a\n   - x\n  2. b\n    - y": ["[1.] a", "[ ][◦] x", "[2.] b", "[ ][◦] y"],
    "1. a\n   - x\nlazy\n  - y": ["[1.] a", "[ ][◦] x/lazy", "[•] y"],
    # The parts of an address and of an item that are told over lines.
    "[a\nb]: https://a.example\n\n\n\nx": ["x"],
}
LINES = {
    "Roses are red,\nViolets are blue": "Roses are red,/Violets are blue",
    "• first\n• second": "• first/• second",
    "Name: Ada\nCity: Omsk": "Name: Ada/City: Omsk",
    "**a**\n*b*": "{b:a}/{i:b}",
    "a  \nb\\\nc": "a/b/c",
    "*a\nb*": "{i:a/b}",
    "春眠不觉晓，\n处处闻啼鸟。": "春眠不觉晓，/处处闻啼鸟。",
    "`a\nb`": "{c:a b}",
}
ADDRESSES = {
    "访问 https://a.example，谢谢。": "访问 {a:https://a.example}，谢谢。",
    "看（https://a.example/b）和《https://a.example/c》。": "看（{a:https://a.example/b}）和《{a:https://a.example/c}》。",
    "링크는 https://a.example/입니다.": "링크는 {a:https://a.example/}입니다.",
    "詳しくは https://a.example/x、または": "詳しくは {a:https://a.example/x}、または",
    "اقرأ https://a.example/x، ثم": "اقرأ {a:https://a.example/x}، ثم",
    "请看https://a.example谢谢": "请看{a:https://a.example}谢谢",
    "https://bank.例え.jp/x": "https://bank.例え.jp/x",
    "https://bank例え.jp/x": "https://bank例え.jp/x",
    "https://exampleпример.org": "https://exampleпример.org",
    "https://bank.example@evil.example/": "https://bank.example@evil.example/",
    "https://bank.example:x@evil.example/": "https://bank.example:x@evil.example/",
    "see www.a.example.": "see {a:www.a.example http://www.a.example}.",
    "(www.b.example/x(y))": "({a:www.b.example/x(y) http://www.b.example/x(y)})",
    "ask me@a.example or mailto:b@a.example.": "ask {a:me@a.example mailto:me@a.example} or {a:mailto:b@a.example}.",
    "https://a.example/Straße?q=ü": "{a:https://a.example/Straße?q=ü https://a.example/Stra%C3%9Fe?q=%C3%BC}",
    "https://a.example/да, да": "{a:https://a.example/да https://a.example/%D0%B4%D0%B0}, да",
    "ดู https://a.example/xครับ": "ดู {a:https://a.example/x}ครับ",
    "<https://a.example/%41?x=1>": "{a:https://a.example/%41?x=1}",
    "邮箱：me@a.example。": "邮箱：{a:me@a.example mailto:me@a.example}。",
    "http://localhost:8080/a,b;c": "{a:http://localhost:8080/a,b;c}",
    "x *https://a.example/a*b* y": "x {ia:https://a.example/a*b} y",
    # Words of Chinese and Japanese within a path.
    "见 https://a.example/文/x.html后": "见 {a:https://a.example/文/x.html https://a.example/%E6%96%87/x.html}后",
    "見 https://a.example/w/語 です": "見 {a:https://a.example/w/語 https://a.example/w/%E8%AA%9E} です",
    "https://a.example/w/数_(数)": "{a:https://a.example/w/数_(数) https://a.example/w/%E6%95%B0_(%E6%95%B0)}",
    "见https://a.example/?q=数&x=1。": "见{a:https://a.example/?q=数&x=1 https://a.example/?q=%E6%95%B0&x=1}。",
    "（https://a.example/数/学）好": "（{a:https://a.example/数/学 https://a.example/%E6%95%B0/%E5%AD%A6}）好",
    "访问https://a.example/数。": "访问{a:https://a.example/}数。",
    "看https://a.example/x数学": "看{a:https://a.example/x}数学",
    "看https://a.example/x(推荐)吧": "看{a:https://a.example/x}(推荐)吧",
    "见 https://a.example/w/대한 x": "见 {a:https://a.example/w/}대한 x",
}
DISPLAYS = {
    "where $$\nx\n$$ is finite.\n\nMore.\n\n$$\ny\n$$": ["where {$x$} is finite.", "More.", "$$ y"],
    "We get \\[\nx = 1\n\\] as said.": ["We get {$x = 1$} as said."],
    "So $$\na\n+ b\n- c\n= d\n$$ holds.": ["So {$a\n+ b\n- c\n= d$} holds."],
    "So \\begin{align}\na &= b \\\\\n= c\n\\end{align} holds.": [
        "So {$\\begin{align}\na &= b \\\\\n= c\n\\end{align}$} holds."
    ],
    "- So: $$\n  x\n  - y\n  $$\n- z": ["[•] So: {$x\n- y$}", "[•] z"],
    "> Thus $$\n> - x\n> $$ ok": ["[>] Thus {$- x$} ok"],
    "Costs $$ and more\n- item": ["Costs $$ and more", "[•] item"],
    "$$ x = 1 $$\n\nEnd": ["$$ x = 1", "End"],
    "Then $$x$$, so $$y$$.": ["Then {$x$}, so {$y$}."],
    "$$\n\nx\n\n$$": ["$$ x"],
    "a $$\nb\n\nc $$ d": ["a $$/b", "c $$ d"],
}


@pytest.mark.parametrize("step", [1, 10**9])
@pytest.mark.parametrize("text", [*EMPHASIS, *ELEMENTS, *LINES, *ADDRESSES])
def test_a_paragraph_is_read_as_it_is_meant(text: str, step: int) -> None:
    assert seen(text, step=step) == [{**EMPHASIS, **ELEMENTS, **LINES, **ADDRESSES}[text]]


@pytest.mark.parametrize("text", DOLLARS)
def test_dollars_are_formulas_where_they_are(text: str) -> None:
    assert "".join(seen(text)).count("{$") == DOLLARS[text], seen(text)


@pytest.mark.parametrize("step", [1, 10**9])
@pytest.mark.parametrize("text", [*FENCES, *LISTS, *DISPLAYS])
def test_blocks_are_read_as_they_are_meant(text: str, step: int) -> None:
    assert seen(text, step=step) == {**FENCES, **LISTS, **DISPLAYS}[text]


@pytest.mark.parametrize("row", TABLES)
def test_a_row_has_its_cells_and_loses_nothing(row: str) -> None:
    assert seen(f"| f | g |\n|---|---|\n{row}\n")[1] == f"| {TABLES[row]}"


def test_what_would_fold_stays_open_and_its_tags_go() -> None:
    text = "<details>\n<summary>More</summary>\n\nHidden **text**.\n\n</details>\n\nEnd"

    assert seen(text) == seen(text, step=1) == ["{b:More}", "Hidden {b:text}.", "End"]


def test_the_text_after_a_tag_that_folds_is_kept() -> None:
    assert seen("<details open><summary>A</summary>\nB\n</details>") == ["{b:A}/B"]
