"""What words say of a sentence in a thought, as data: for each notion its words in the languages that models think in.

A word that ends with `*` stands for all that begin so, one that begins with `*` for all that end so; several words are a
phrase. Notions are the same for all languages, so what is learned of one (`step_weights.py`) holds for the others.
"""

# ruff: noqa: E501 - a line for each language

FUNCTION_WORDS = {
    "en": "the of and to in is that it for was with as on this are be at by not they so what we you i if an a from there but or can has have will would do does its their",
    "de": "der die das und ist nicht ein eine einen einem einer den dem des mit zu im von auf für sich auch es wir ich sind er sie dass wenn nur noch bei aus als wie hat kann also damit dann was zum zur",
    "fr": "le la les et est un une des du de que qui dans pour pas il elle on ne en au aux ce cette avec sur par plus je se l d c n s j qu donc mais ou sont si ça cela",
    "es": "el la los las y es un una de que en por para con no se del al lo más como su pero o son si está hay ya le así entonces esto eso hasta muy sin",
}
"""Tell which language with Latin letters a sentence is in."""

NOTIONS = """
hesitate
en wait, hold on, hang on, hmm, hm, oh, ah, oops, ugh, uh, um, whoa, not so fast, scratch that, stop, one moment, a second, on second thought, no wait, well wait, actually wait, hmm wait, okay wait, er, yikes, huh, careful, whoops, hold up, let me pause, let me slow down, step back, think again, let me reconsider, hm wait, or is it, my goodness
zh 等等, 等一下, 等下, 等会, 慢着, 且慢, 稍等, 诶, 咦, 哎, 哎呀, 嗯, 哦, 噢, 呃, 啊, 糟糕, 不对, 慢, 慢点, 不不, 啊不, 哎等等, 慢来, 咦，, 不，, 唔, 且住, 对了, 哦对了, 话说回来, 我再想想, 重新想, 让我再想, 再想一下, 不对不对, 怎么回事, 奇怪
de hm, hmm, moment, halt, warte, stopp, stop, ach, oh, äh, hoppla, mist, naja, sekunde, augenblick, oha, ups, nein, nanu, obacht, vorsicht, verflixt, ach nein, ach so, mal langsam, kurz innehalten, irgendwas, da stimmt etwas nicht, einen moment, halt mal, moment mal, noch mal überlegen, überleg*
fr attends, attendez, attention, hmm, hm, euh, oups, mince, tiens, minute, un instant, un moment, une seconde, stop, ah, oh, zut, holà, voyons voir, non, ouh là, oh là, mais non, aïe, bigre, pas si vite, doucement, une petite seconde, réfléchissons, quelque chose cloche, mais attends, ah non, voyons
es espera, espere, esperen, un momento, un segundo, mmm, mm, hmm, ay, vaya, uy, ups, alto, ojo, ah, oh, eh, caramba, cuidado, a ver, no, epa, caray, mejor dicho, despacio, un segundito, quieto, oye, cielos, algo falla, algo no cuadra, pensándolo bien, repensemos, a ver si, momento
ja 待って, 待てよ, 待った, あれ, ん？, んー, うーん, うん？, おっと, えっ, え？, あっ, おや, はて, むむ, ふむ, しまった, ちょっと, 待, いや, いやいや, え、, ん、, あ、, あれれ, ちょい待ち, まてまて, 待て, そういえば, うっ, いけない, おかしいな, 考え直, ちょっと待, 待てよ、, もう一度考え, 本当に？
ru стоп, подожди*, постой*, погоди*, хм, хмм, ой, минуту, минутку, секунду, ах, ох, эх, эм, так-так, стойте, стой, ба, опа, так стоп, нет, ага, гм, ну-ка, осторожно, тьфу, ну нет, э, что-то не так, дай подум*, ещё подум*, странно, на самом деле, постойте-ка, нет-нет
but
en but, however, though, although, yet, still, only, except, that said, then again, mind you, unless, even so, whereas, on the contrary, nevertheless, nonetheless, but then, but still, but hold on
zh 但, 但是, 可是, 不过, 只是, 然而, 可, 却, 虽然, 只不过, 但愿, 唯一, 问题是, 而, 当然
de aber, doch, allerdings, wobei, obwohl, nur, jedoch, dennoch, trotzdem, andererseits, dagegen, freilich, bloß, außer, nun ja, gleichwohl, indes, hingegen, immerhin, zwar, oder doch
fr mais, cependant, pourtant, toutefois, enfin, cela dit, ceci dit, sauf, néanmoins, or, encore que, quoique, par contre, seulement, à moins que, malgré tout, quand même, seul souci, hélas, reste que
es pero, sin embargo, aunque, ahora bien, no obstante, en cambio, solo que, salvo, eso sí, con todo, claro que, a pesar, a menos que, de todos modos, solo, pese a, más bien, lo malo
ja でも, しかし, ただ, ただし, だが, ですが, けど, けれど, とはいえ, もっとも, ところが, 一方, それにしても, けども, それでも, 反面, むろん, だけど, なのに, もっとも、, 問題は
ru но, однако, хотя, правда, впрочем, а, только, зато, тем не менее, разве что, всё же, все-таки, всё-таки, же, при этом, с другой
okay
en okay, ok, alright, all right, right, well, now, good, great, anyway, fine, sure
zh 好, 好的, 好了, 那, 那么, 行, 嗯，, 现在
de okay, ok, gut, nun, na, tja, so, na gut, alles klar, jetzt, schön
fr bon, alors, bien, ok, d'accord, très bien, eh bien, allons, voilà, maintenant
es bueno, bien, vale, ok, de acuerdo, veamos, muy bien, ahora, pues, listo
ja えっと, えーと, さて, では, じゃあ, それでは, よし, まあ, ええと, 今
ru так, хорошо, ладно, ну, окей, отлично, теперь, итак
so
en so, therefore, thus, hence, then, that means, which means, consequently, it follows, accordingly, that gives, this gives, meaning, which leaves, that leaves, that makes, leaving, so it, that's why, this means, as a result, giving, gives, equals
zh 所以, 因此, 于是, 故, 从而, 可见, 因而, 由此, 这样一来, 也就是, 就是说, 那就, 得, 得出, 即, 也就, 意味着, 这意味着, 说明, 那么就, 如此
de also, daher, somit, deshalb, damit, folglich, demnach, deswegen, dann, mithin, infolgedessen, daraus, das heißt, demzufolge, macht, ergibt, bedeutet, das wären, das sind, heißt, dadurch, insofern
fr donc, ainsi, alors, du coup, d'où, par conséquent, c'est pourquoi, dès lors, de ce fait, autrement dit, ce qui donne, cela donne, cela fait, soit, cela signifie, ce qui fait, vaut, on obtient, on a donc
es entonces, así, así que, por tanto, por lo tanto, luego, por consiguiente, de modo que, así pues, o sea, es decir, de ahí, por eso, con lo cual, con eso, lo que da, sale, da, queda, significa, resulta, son, de manera que
ja よって, したがって, 従って, つまり, だから, なので, それで, ゆえに, すなわち, そのため, ですから, すると, それなら, これで, となる, になる, ということ, わけだ, わけです, そうなると
ru значит, поэтому, следовательно, тогда, так что, стало быть, отсюда, получается, получаем, выходит, то есть, потому, это значит, в итоге, даёт, равно, остаётся, будет, потому что
finally
en in the end, overall, in summary, in conclusion, all in all, to sum up, to summarize, all things considered, in short, finally, ultimately, final, altogether, conclusion, to conclude, putting it together, putting this together, putting everything together, in total, bottom line, to wrap up, taken together, on balance, whatever, either way, that settles it, summing up, all told, in a nutshell, when all is said, to finish, the upshot, final version, accordingly, happy with
zh 总之, 综上, 综合, 总的来, 总而言之, 最终, 最后, 总结, 总体, 归纳, 结论, 说到底, 归根, 一句话, 总共, 一共, 简而言之, 到此, 最终版, 定稿, 整体, 综上所述, 简单说, 概括, 总体上, 就这样, 就这么, 定下来, 可以写了
de insgesamt, unterm strich, zusammenfassend, zusammengefasst, letztlich, letzten endes, fazit, schließlich, alles in allem, kurz, kurzum, kurz gesagt, zusammen, im ergebnis, am ende, abschließend, endgültig*, zum schluss, letzte, alles zusammen, unterm, damit steht, summa summarum, mein rat, meine antwort, gut dann
fr au final, bref, en somme, en résumé, finalement, tout compte fait, conclusion, en conclusion, en définitive, pour résumer, pour conclure, au total, en fin de compte, en bref, dans l'ensemble, somme toute, au bout du compte, au bout, en un mot, pour finir, réponse finale, dernière version, ma réponse, tout bien considéré
es en resumen, en definitiva, al final, finalmente, conclusión, en conclusión, en suma, en total, resumiendo, en fin, en síntesis, al fin y al cabo, en pocas palabras, concluyendo, para terminar, en conjunto, en una palabra, al cabo, versión final, mi respuesta, visto todo, decidido
ja 結論, 結局, 以上, まとめ, 要するに, いずれにして, 最終的, 総合, 合計, 全体として, というわけ, ということで, このように, 最後に, 最終版, 総じて, ひとことで, 一言で, まとめます, 結果として, 以上で, この形で, これで決まり
ru в итоге, итого, короче, таким образом, вывод, одним словом, в общем, в результате, окончательн*, подводя, в целом, в конечном, суммируя, всего, резюм*, в заключение, подытож*, в двух словах, короче говоря, окончательно, решено, всё, на этом, мой совет
answer
en answer, result, solution, boxed, final answer, answers, outcome
zh 答案, 答：, 答, 结果, 答复, 得数, 结论是
de antwort, ergebnis, lösung, endergebnis, resultat, die antwort lautet
fr réponse, résultat, solution, réponses, on répond
es respuesta, resultado, solución, resultado final, contestación
ja 答え, 答, 結果, 解は, 正解, 回答は, 答案, 正解は, 求める値
ru ответ, ответ*, результат, решение, ответом, итог
recommend
en recommend, suggest*, advise, advice, i'd go with, i'd tell, i'd say, i'll tell, i'll go with, i would go with, i'd recommend, go with, best, safest, should, better off, worth, i'd pick, i'd choose, i'd keep, i would, pick, ideally, urge
zh 建议, 推荐, 最好, 劝, 应当, 不妨, 提醒, 应该, 宁可, 值得, 告诉他, 让他, 建议他, 首选
de empfehl*, rate, raten, rat, schlage, vorschlag*, am besten, würde ich, abraten, nehme ich, sollte, sollten, rät, empfiehlt, mein rat, ratsam, lieber, soll er, soll sie, tendiere, plädiere
fr conseil*, recommand*, propose*, le mieux, vaut mieux, je lui dirais, je retiens, je garde, devrait, suggér*, conseill*, mieux vaut, opter, plaide, penche, à privilégier
es recom*, aconsej*, propon*, lo mejor, le diré, me quedo con, sugier*, debería, conviene, le diría, sugerir, valdría, opto, optar, le recomendaré, aconsejable, pediré
ja 勧め, 薦め, すすめ, 提案, 伝え, べき, のがいい, のが良い, のが無難, のがよい, 望ましい, 勧める, 助言, ほうがいい, 方がいい, 案内, おすすめ, 推奨
ru посовет*, совет*, рекоменд*, предлож*, лучше всего, стоит, скажу, надо бы, советую, лучше бы, пусть, склоняюсь, выбираем, порекоменд*, имеет смысл
reply
en write, reply, respond, present, explain, give, mention, send, draft, answer with, show, tell, cite, list, output, provide, offer, craft, include, note, walk them, state, describe, produce, point out, caveat, answer, deliver
zh 回答, 回复, 写, 给出, 解释, 说明, 告诉, 介绍, 举, 讲, 提供, 附上, 附, 描述, 列举, 提醒, 举例, 讲解, 点出, 组织
de antworte*, schreibe*, nenne*, zeige*, erkläre*, erwähne*, beantworte*, formulier*, liefere, bringe, in der antwort, ausgeben, liefern, hinweis*, beschreibe, beantworten, gebe, ausformulieren, darstellen, anbieten, erwähnen
fr réponse, répond*, écri*, rédig*, présent*, donner*, explique*, montr*, mentionn*, cit*, proposer*, fournir*, ajouter*, décri*, indiqu*, signal*, offrir, parler*, rappeler
es respuesta, respond*, contest*, escrib*, explic*, mostr*, redact*, mencion*, dar, daré, diré, ofrec*, aportar, añad*, descri*, dar*, pondré, avisaré, indicar*, señal*, cerrar*
ja 回答, 書き, 書く, 書こ, 示し, 示す, 説明, 答える, 答えま, 出す, 述べ, 添え, 提示, 添える, 挙げ, 紹介, 案内, 載せ, 返答, まとめて書, 書いて, 触れ
ru ответ*, отвеч*, напиш*, написа*, покаж*, объясн*, расскаж*, упомян*, привед*, дам, дать, опиш*, добав*, укаж*, предупре*, сформулир*, изложу, приведу, перечисл*, разъясн*, попрошу
first
en first, firstly, begin, start, starting, to start, step one, step 1, before anything, capacity first, initial step, to begin with, up front
zh 首先, 先, 第一, 第一步, 一是, 最开始, 一上来, 先看, 先把, 先来, 先求, 先给, 先说, 先算, 先列
de zuerst, zunächst, erst, als erstes, erstens, beginne*, fange, anfang*, starte*, vorab, anfangen, erst mal, erstmal, vor allem, beginnen
fr d'abord, commen*, premièrement, avant tout, avant de, pour commencer, au préalable, premier temps, tout d'abord, en premier, commençons, partons, pour débuter
es primero, empe*, empi*, comen*, comien*, lo primero, en primer lugar, antes de, para empezar, partir*, partamos, arranco, primeramente, empecemos
ja まず, 最初に, 最初は, はじめに, 初めに, 第一に, 先に, 先ず, 手始め, まずは, 第一
ru сначала, сперва, для начала, начн*, начать, во-первых, первым делом, прежде всего, первое, начну с, в первую очередь, начинаем, исходим
then
en then, after that, next, afterwards, later, and finally, at the end, lastly, one by one, in turn, followed by
zh 然后, 再, 接着, 接下来, 之后, 随后, 依次, 逐个, 逐一, 一步步
de dann, danach, anschließend, zum schluss, am ende, als nächstes, nacheinander, der reihe nach, darauf, schritt für schritt, hinterher
fr ensuite, puis, après, pour finir, l'un après l'autre, une par une, à la fin, par la suite
es luego, después, por último, al final, a continuación, una por una, uno por uno, más tarde, y luego
ja 次に, それから, その後, 続いて, 最後に, 順に, 順番, てから, ひとつずつ, 一つずつ
ru потом, затем, далее, после этого, в конце, по очереди, по одному, дальше, наконец, по шагам
intend
en let me, let's, let us, i'll, i will, i'm going to, we'll, we will, i need to, we need, need to, i have to, we have to, i should, we should, i want to, i plan, i'd, i can, we can, must, i must, i intend, going to, want to, aim, supposed to, i think i'll, time to, here's how, should do, we want, i want, i'd like, what i'll do, i'm gonna, i remember, we'll want, i might as well, going through, want the, i'd just, let's look
zh 我来, 我要, 我先, 我会, 我打算, 打算, 我准备, 准备, 我得, 让我, 让我们, 我们来, 需要, 得从, 我想, 我应该, 试着, 我们要, 我们可以, 可以先, 来看, 来做, 来求, 必须, 我们先, 咱们, 试着用, 不妨先, 接下来, 我需要, 我将, 决定, 用这个, 咱们先, 下面
de ich werde, werde ich, ich will, ich sollte, sollte ich, ich muss, muss ich, lass mich, lasst uns, lass uns, wir müssen, möchte ich, ich möchte, ich versuche, am sinnvollsten, am einfachsten, dafür, dazu, man muss, brauche ich, wir suchen, wir wollen, schauen wir, ich würde, gehen wir, wollen wir, machen wir, ich nehme, einfach, gilt es
fr je vais, on va, il faut, nous allons, je dois, on doit, je voudrais, je veux, il s'agit, nous devons, faut que, allons-y, *rai, *rons, le plus simple, on cherche, allons, je souhaite, on peut, ce que je vais, il convient, on veut, je compte, reste à
es voy a, vamos a, hay que, tenemos que, tengo que, debo, debemos, necesit*, conviene, quiero, queremos, habrá que, hace falta, *ré, *remos, quisiera, pienso, lo que haré, procedo, toca, vamos, podemos, tratemos, intent*, parto
ja ましょう, ことにする, ことにします, ていきます, ていく, いきます, でいく, 方針, てみる, てみます, みよう, しよう, つもり, 予定, たい, よう。, 必要がある, とする, とします, てみましょう, ていこう, よさそう, 置い, 置く, してから, ておこう, ておく, 使う, 使って, 用いて, 求めよう, 考える, 見ていく, 決めて, 始め
ru давай*, надо, нужно, хочу, буду, будем, собираюсь, требуется, следует, попроб*, необходимо, проще всего, хотим, пойдём, предстоит, займусь, приступ*, можем, используем, решим, применим, возьмём, решаем, надобно, нам нужно, придётся
plan
en plan, approach, strategy, structure, steps, outline, order, idea is, go through, break down, one at a time, color by color, layout, sketch, brainstorm, method, thing is to, way is to, so let, formula, table, case by case, word by word, day by day, both possibilities, induction, by hand, base case, round trip, systematic*, combine, take, capacity, in order, tabulate, split into, convert everything, per person, sketch out, one by one, on the back
zh 思路, 步骤, 计划, 顺序, 方案, 框架, 大纲, 分两步, 分三步, 分情况, 方面, 策略, 办法是, 做法是, 规律, 公式, 列表, 按天, 逐步, 一一, 归纳, 逐项, 框架是, 按照, 先后, 分成, 分别, 两边平方, 化简, 通分, 代换, 画图, 分类讨论, 消元, 逐周, 按周
de plan, aufbau, reihenfolge, vorgehen, schritt*, gliederung, ansatz, strategie, weg, faustformel, durchgehen, formel, tabelle, induktion, stück für stück, systematisch*, der reihe, fall für fall, einzeln, getrennt, quadrieren, einsetzen, umstellen, gleichsetzen, kürzen, nach und nach, sortiert, entlang, gegenüberstellen
fr plan, structure, ordre, étape*, démarche, méthode, stratégie, procéd*, approche, raisonne*, pas à pas, formule, tableau, récurrence, un par un, cas par cas, par l'absurde, séparément, systématique*, mot à mot, quadrillage, élevons, isolons, substitution, on distingue, selon le, mettre au, tour à tour, étape
es plan, orden, paso*, estructura, esquema, estrategia, método, planteamiento, enfoque, irá, repaso, fórmula, tabla, inducción, caso por caso, por separado, sistemátic*, uno a uno, condiciones, elevo, aislar, sustitución, despejo, por partes, destino por destino, siguiendo, agrupo, multiplico
ja 方針, 手順, 構成, 順番, 流れ, 段取り, 作戦, 計画, 道筋, 順で, 分けて考え, 公式, 表, 帰納法, 一つ一つ, 分けて, 別々に, 体系, それぞれ, 順を追, 二乗, 2乗, 両辺, 代入して解, 出してから, 比べてみ, 両方, 書き出, 並べて
ru план, порядок, шаг*, структура, ход, стратегия, подход, схема, разобь*, разбер*, отдельно, рассмотр*, формул*, таблиц*, индукц*, по отдельности, пошагово, систематич*, по полосам, один за другим, последовательно, возводим, приводим, выразим, по порядку, столбик*, подставим затем, сгруппир*, перенес*, округл*
work
en compute, calculate, count, add, multiply, divide, compare, list, find, solve, evaluate, derive, determine, set up, split, estimate, look at, work out, factor, enumerate, use, apply, think about, define, break, simplify, sort, sketch, differentiate, integrate, substitute, look for, write, brainstorm, expand, subtract, pick, sum, list them, square, rearrange, draw
zh 算, 计算, 求, 数, 比较, 列, 解, 分析, 讨论, 考虑, 看看, 求出, 确定, 分解, 设, 翻转, 减去, 找, 除以, 乘以, 求导, 积分, 展开, 移项, 画, 减, 乘, 除, 加, 列出, 排, 分别算, 相减, 替换, 推导
de rechne*, berechne*, zähle*, vergleiche*, bestimme*, löse*, teile*, zerlege*, schätze*, addiere*, multipliziere*, suche*, betrachte*, ermittle*, auszurechnen, auszu*, nehme, ordne*, setze*, multiplizier*, faktorisier*, ableiten, subtrahiere*, ziehe, multiplizieren, zusammenfassen, umformen, umstelle*, schreibe*, zeichne*, probiere, ausrechnen, rechnen, abziehen
fr calcul*, compt*, additionn*, multipli*, divis*, divise*, compar*, cherch*, résou*, pos*, trouv*, estim*, déterminer, list*, distingu*, évalu*, rappel*, dériv*, soustra*, dévelop*, simplif*, dessin*, répart*, écrivons, factoris*, retir*, ordonn*, regroup*
es calcul*, cuento, contar, sum*, multiplic*, divid*, compar*, busc*, resolv*, resuelv*, plante*, hall*, estim*, orden*, rest*, determin*, separ*, encontrar, deriv*, despej*, sustraer, simplif*, dibuj*, repart*, factoriz*, ordenamos, escribo, multiplico, desarroll*, promedio, reparto
ja 計算, 求め, 数え, 比べ, 比較, 解い, 解く, 立て, 割れ, 割る, 引く, 足す, 考え, 分け, 仮定, まとめて, 整理, 微分, 積分, 展開, 引いて, 掛け, 足し, 割っ, 図, 変形, 並べ, 組み合わせ, 代入し, 出して
ru посчит*, подсчит*, вычисл*, найти, найд*, сравн*, раздел*, сложи*, умнож*, реш*, определ*, состав*, выпис*, оцен*, перебер*, делим, считаем, считать, раскрас*, введ*, обознач*, запис*, вычт*, преобраз*, нарису*, упрост*, прибав*, выраж*, разлож*, поделим, отнять, сложим, вычита*
check
en checking, checked, recheck, check that, check if, check whether, check this, check it, check them, check each, check my, check again, check with, check for, check against, verify*, verif*, confirm*, test, testing, double-check, sanity, validate, plug*, recheck, make sure, to be sure, proof, review*, audit, trace, recount, walk through, run through, try, recompute, recalculate, substitute, cross-check, going through, looking back, look at, backwards, plausib*, see if, see whether, rerun, against, approximate, re-read, measure, sanity check, sniff test, looking again, look again, reading it, read it once more, estimate, rough check, to check, checked, numerically, by hand, verify it, spot check, ballpark, does it, units, trying, try it, substituting, plugging, tested, examine, inspect, look up, trace through, count again, counting, in their sentence, let me count, let me look, let me see if, see if there's, once more, prove it, dry run, compare it, take n, on paper, going over, double check
zh 验证, 检验, 验算, 检查, 核对, 确认, 核实, 复查, 试一下, 试试, 测一下, 测试, 代入, 代回, 走一遍, 过一遍, 对照, 比对, 反过来算, 反推, 倒推, 再算, 再数, 数一数, 看一下, 查一下, 检测, 试算, 回头看, 验一下, 核算, 为例, 看看, 推一遍, 算一下, 复核, 再核, 核一下, 估算, 粗略, 换一种算法, 再看, 校验, 回代, 换个方法, 倒过来数, 看他的, 单位, 验一遍, 重算, 重新算, 数一下, 查, 调, 看看能不能, 看看是否, 算算看, 审视, 过目, 逐条, 再确认, 套进去, 拿来试, 走查, 量一下, 比一下
de prüf*, überprüf*, kontroll*, probe, gegenprobe, nachgerechnet, nachrechn*, nachgezählt, nachzähl*, test*, vergleich*, verglichen, plausib*, einsetzen, eingesetzt, nachgemessen, gegengerechnet, verifizier*, durchgespielt, ob das, mal sehen, nachgesehen, nachgeschaut, nachgeschlagen, überschlagen, überschlag, zur sicherheit, überblick, schätzung, abschätzung, grob, überschlag*, gegenzählen, einheiten, stichprobe, kontrollrechnung, nochmal gelesen, nachlesen, zur kontrolle, durchgerechnet, schauen wir, sehen wir, probiert, ausprobieren, setze ein, laut gelesen, gezählt, nachprüf*, im versmaß, ausgemessen, rechne nach, gegenlesen, kontroll, erprob*, geprüft, gemessen, abgleich*, abgeglichen, beispiel, zum vergleich
fr vérif*, contrôl*, test*, essay*, compar*, relis*, relisons, regarde*, confront*, recompt*, recalcul*, repass*, en remplaçant, remplaçons, preuve par, je reprends, reprenons, voyons si, m'assur*, assur*, contre-épreuve, à rebours, examin*, vérif, ordre de grandeur, estimation, grosso modo, unités, contre-vérification, par ailleurs, passons en revue, mesur*, calculons, refaisons, on voit si, je relis, recalculons, en comptant, comptons, en testant, lu à voix haute, à l'épreuve, mis à l'épreuve, recoup*, pesons, mesurons, remplaçant, on remplace, avec x, simulons, pour x, par le complémentaire
es comprob*, comprueb*, verific*, verifi*, revis*, prueb*, prob*, contrast*, repas*, cuento, contando, me fijo, miro, lo miro, sustituy*, sustitu*, hago la cuenta, recalcul*, recuent*, releo, cotej*, veamos si, asegur*, examin*, corrobor*, confirm*, hagamos la cuenta, comprobación, verificación, cálculo rápido, a ojo, estimación, unidades, por encima, otra forma, hagamos, vuelvo a probar, tanteo, medir, mirando, test, sustituyo, pruebo, midiendo, medimos, busco, al leerlo, ensay*, simul*, tantear, con x, chequ*, mido, leyéndolo, cotejando, repasando
ja 確認, 検算, 検証, 確かめ, チェック, 試し, 試す, 試して, 追って, 追う, 調べ, 計算して, 見てみ, 見ておく, 見ると, 代入, 念のため, 照らし, 読み返, 読み直, 数え直, 具体例, 当てはめ, 照合, 別の数え方, 逆算, 点検, 裏付け, 概算, 単位, 検討, 見直, ざっと, テスト, 計ってみ, 数えてみ, 確認：, 検算：, 別解で, 当てて, 突き合わせ, 例で, 見ても, 数える, 音数, 入れると, 入れて, 確認し, 確認します, 測, 当ては, 考えると, かどうか, 通してみ, 動かしてみ, 見直す, 検査
ru провер*, подстав*, сверя*, сверим, убед*, прикин*, посчита*, прогон*, перечит*, прочту, пересчит*, посмотрим, смотрю, сравним, проба, испыта*, перепровер*, контрол*, гляну, глянем, подсчита*, удостовер*, грубо, оценка, прикид*, единиц*, тест, перебер*, переберём, проверка, сопостав*, посчитаем, вычислим ещё, просмотр*, на примере, взгляну, слева, справа, подставля*, вслух, измер*, проверяем, проверять, сличи*, осмотр*, считаем ещё, при x, на деле, пробуем, испроб*, если взять, заодно
again
en again, once more, another way, backwards, directly, differently, independent*, complement, reverse, redo, second way, both ways, other way, second time, other direction, the other way, over again, by another
zh 再, 重新, 一遍, 反过来, 一次, 又, 另一种, 倒过来, 另一种算法, 第二遍, 倒着, 换种
de noch einmal, noch mal, nochmal, nochmals, erneut, umgekehrt, auf anderem, rückwärts, gegen, wieder, beide wege, zweimal, von hinten, auf einem anderen, andersherum
fr autrement, encore une fois, de nouveau, à nouveau, une autre façon, par symétrie, inverse, deux façons, une dernière fois, à l'envers, d'une autre manière, dans l'autre sens, en sens inverse, autre façon
es otra vez, de nuevo, vuelvo a, por otro camino, al revés, nuevamente, una vez más, directamente, por otro lado, de otra manera, de otra forma, al contrario, otra forma, por otra vía
ja もう一度, 再び, 再度, 改めて, 別の方法で, 逆に, やり直, 他の方法で, 逆から, 違うやり方, 別のやり方, 別の角度, 逆向き
ru ещё раз, еще раз, снова, заново, опять, другим путём, другим способом, обратно, с другой стороны, наоборот, по-другому, в обратную, иначе, другой способ, с конца, повторно
good
en good, great, matches, match, fits, fit, works, correct, same, agrees, agree, consistent, yes, ok, perfect, holds, checks out, add up, adds up, all there, exactly, fine, works out, confirms, confirmed, true, satisfied, as expected, passes, identical, lines up, does the job, spot on, very close, seems right, looks right, that's right, nothing is lost, ticks, tallies, covers it, makes sense, no problem, equal, right, that explains it, explains it, close enough, good sign, reasonable, as it should, sounds good, reads naturally, indeed, in line, same result, same answer, both hold, agreed, well within, clear, okay then, sure enough, no surprise, survives, holds up, plenty, comfortable, all integers, equals, exactly what, just what, textbook, fits well, goes through, no conflict, on target, matches up, well, comes out, that works, good enough, all right, satisfies, explains, plenty of, feasible, valid
zh 对, 没错, 正确, 一致, 符合, 吻合, 没问题, 没毛病, 可以, 成立, 对得上, 无误, 正好, 刚好, 满足, 确实, 通过, 相符, 合理, 不错, 能用, 结果一样, 相等, 恰好, 对上了, 对的, 说得通, 结果相同, 没有记错, 合适, 的确, 果然, 很合理, 好的, 稳了, 正常, 在范围内, 就对上了, 证实, 可行, 没有问题, 不变, 说明没错, 相同, 够用, 相一致, 都是整数, 一模一样, 刚刚好, 行得通, 通顺, 没什么问题, 没有矛盾, 合得上, 数目对, 都满足, 来得及, 没有遗漏
de stimmt, passt, richtig, gut, genau, ja, korrekt, bestätigt, aufgeht, geht auf, kommt hin, haut hin, perfekt, in ordnung, überein, übereinstimm*, einwandfrei, wie erwartet, prima, klappt, gleich, erfüllt, alles klar, deckt sich, tatsächlich, liegt im budget, spricht für, spricht eindeutig, erklärt, ok, plausibel, bestens, dasselbe, so geht es auf, wunderbar, das deckt, wie es sein soll, gleiche ergebnis, trifft zu, hält, sauber, in der tat, das passt, alles da, logisch, passt genau, das spricht, reicht aus, reicht, genügt, geht durch, ganz genau, haargenau, trägt, vollständig, keine widersprüche, wie gefordert, geht in ordnung, bestätigen, genau der, das erklärt
fr bon, colle, parfait, exact, correct, oui, cohérent, juste, d'accord, conforme, bien, tombe juste, identique, concorde*, coïncide*, marche, ça va, comme prévu, vérifié, en effet, impeccable, confirme, suffit, égal, même résultat, le même sens, bien cela, en ordre, ok, confirm*, explique, plausible, raisonnable, c'est bien ça, comme attendu, tout y est, logique, impec, effectivement, compatible, dans le budget, convient, tient, tout concorde, tient la route, passe, ça marche, c'est bon, on retombe, retombe sur, valide, suffisant, comme il faut, rentre, sans problème, c'est ça, vrai, s'explique
es bien, correcto, correcta, coincide*, cuadra*, perfecto, sí, vale, encaja*, en orden, exacto, efectivamente, funciona, concuerda*, igual, cierto, todo bien, de acuerdo, se cumple, como debe, estupendo, confirma, bien ahora, así es, mismo resultado, confirm*, explica, razonable, correctos, buena señal, como esperaba, a lo esperado, en efecto, lógico, todo correcto, cumple, sirve, alcanza, cabe, sale igual, se sostiene, de sobra, sin problema, válido, suficiente, correctamente, tal cual, suena bien, entra, todo encaja, sale, exacta
ja 一致, 正しい, 合って, 合う, 大丈夫, 問題ない, 問題ありません, ok, OK, 同じ, 確かに, 間違いな, 成り立つ, 成り立ち, その通り, 正解, ぴったり, 矛盾しない, 予想どおり, 期待どおり, 高そう, 問題なし, くどくはない, よし, 同じ結果, 同じ値, 筋が通, 説明がつ, なるほど, 報告どおり, 報告された現象と同じ, 合致, よい。, 妥当, 納得, 問題なさ, 裏付け, 合っている, 正しく, 変わらない, 足りる, 足ります, 成立, 足りてい, 収まる, 収まっ, 入る, 載る, 載り, 満たす, 満たし, 通る, 間に合う, 問題はない, 自然, 大丈夫そう, 当たってい, 整合, 説明できる, 条件を満た, 入っていない
ru верно, сходится, совпада*, совпал*, да, правильно, годится, подходит, согласуется, в порядке, всё верно, точно, соответств*, как и должно, хорошо, так и есть, порядок, похоже, сошлось, равно, удовлетвор*, подтвержда*, видно, тот же, то же самое, подтверд*, объясняет, хороший знак, как раз, ожидаем*, всё на месте, логично, действительно, убедительно, совпад*, в норме, разумно, сходятся, правдоподобно, хватает, хватит, помещается, укладыва*, так и бывает, выполня*, убедил*, без проблем, полностью, годен, всё правильно, правда, норма, работает, сработало, достаточно, объясня*
not
en not, no, don't, doesn't, didn't, isn't, aren't, wasn't, can't, cannot, won't, wouldn't, couldn't, never, neither, nothing, without, none, nor, nobody, hardly, barely, shouldn't, none of, no longer
zh 不, 没, 没有, 无法, 并非, 未, 别, 无, 不会, 不是, 没法, 不能, 从未, 谈不上
de nicht, kein*, nein, nie, niemals, nichts, weder, ohne, kaum, nirgends, nirgendwo, keinesfalls, auf keinen fall, wohl kaum, niemand
fr pas, ne, n, non, aucun*, jamais, rien, ni, sans, personne, nulle part, pas du tout, guère, plus, nul
es no, nunca, ningún*, ninguna, nada, tampoco, ni, sin, jamás, nadie, ninguno, en absoluto, ya no, apenas
ja ない, ません, ず、, なく, なかっ, ぬ, ずに, 無い, なし, わけがない, ではない, じゃない, 到底, 決して, 入らない
ru не, нет, нельзя, ни, никогда, ничего, без, никак*, некому, нечего, нисколько, никто, ничуть, вовсе, отнюдь, ни один
fail
en wrong, fail*, too, exceed*, contradict*, contradiction, rule out, rules out, mismatch, break*, off by, over the, impossible, bad idea, short of, conflict*, violat*, broken, incorrect, unfortunately, enough, false, crash*, worse, isn't what, not what, not the same, nope, not possible, risky, too late, too long, too small, over budget, out of, scorch, dead, excluded, discard*, that's out, doesn't match, doesn't fit, not suitable, no good, unsuitable, lose, disagree*, beyond, misses, missing, above, larger than, less than, not equal, dangerous, isn't defined, undefined, is out, poor fit, not an integer, no way, doesn't work, won't work, does not, can't be, cannot be, ruled out, not the problem, not the cause, isn't it, doesn't hold, doesn't satisfy, doesn't explain, bust, awkward, clash*, worse than, not enough, over, comes out wrong, invalid, negative, asleep, misfit
zh 不行, 不对, 不够, 不成立, 不符, 不一致, 矛盾, 错, 超过, 超出, 卡住, 站不住, 说不通, 行不通, 用不了, 失败, 抛异常, 报错, 有误, 问题在, 漏, 多了, 少了, 还不行, 不满足, 做不到, 不可能, 冲突, 太多, 太长, 排除, 去不了, 来不及, 出问题, 抛, 放不下, 不合适, 不符合, 对不上, 装不下, 太贵, 太慢, 赶不上, 超, 违反, 缺, 站不住脚, 落空, 没用, 舍去, 无意义, 没有用, 失效, 别扭, 不通, 不相等, 放弃, 不行了, 不够用, 超了, 不可取, 算不对, 无效, 不是它, 排除了, 不成, 过不去, 做不成
de falsch, zu viel, zu lang, zu groß, zu wenig, zu klein, zu kurz, zu spät, zu hoch, widerspr*, reicht nicht, geht nicht, so geht es, scheitert, scheidet aus, daran liegt, unmöglich, fehlt, fehler, überschr*, leider, darüber, zu, verletzt, bricht, stimmt nicht, passt nicht, klappt nicht, fällt aus, fällt also aus, nicht zu schaffen, ausgeschlossen, gefährlich, knapp, kollidiert, zu teuer, darunter, überfordert, scheidet, verworfen, nicht gleich, klafft, verfehlt, zu weit, übersteig*, liegt darüber, hakt, kann es nicht sein, klingt schief, nicht definiert, ungültig, nicht erfüllt, nein, kommt nicht hin, geht nicht auf, haut nicht hin, hält nicht, rutscht, trägt nicht, unvollständig, schief, daneben, weicht ab, abweich*, gegen, greift nicht, entfällt, nicht möglich, zu riskant, übrig, stört
fr faux, trop, contradiction, contredi*, manque*, impossible, échoue*, ne tient plus, ne vaut pas, dépass*, insuffisant*, ne change rien, erreur, incorrect*, hélas, ni l'un, mauvais*, cloche, incompatible*, tombe à l'eau, dangereux, trop tard, exclu*, écart*, ne marche pas, ne suffit pas, impossible de, déborde*, en dehors, insuffis*, bloque, lève la même erreur, incohérent*, raté, perdu, hors budget, excède, trop cher, ne va pas, non plus, ne tient pas, n'est pas, ne convient, bancal, ne colle pas, ne suffit, à côté, hors, pas assez, écarté, n'explique pas, invalide, refus*, ne passe pas, ne peut pas, rate, absent, insuffisante
es demasiad*, falla*, mal, imposible, incorrect*, contradic*, falso, se pasa, desborda*, error, no cabe, no sirve, no vale, no llega, justo, no convence, incumpl*, supera, excede, falta, faltan, peor, por desgracia, descartad*, supera el, no cierra, no encaja, no cuadra, no coincide, peligros*, tarde, no es buena idea, excluid*, sobra, sobran, revienta, rompe, lejos de, sale mal, se cae, flojo, no cumple, no puede, no hay, descarto, fuera, denominador es cero, inválid*, no explica, no resulta, no se puede, no da, cojea, forzado, no sale, atropellado, no alcanza, no aplica, queda mal, en contra, chirría
ja 無理, まずい, 違う, 違い, 合わない, 合いません, おかしい, 足りない, 足りません, 超え, 矛盾, 間違い, だめ, ダメ, 終わらない, 失敗, 不足, できない, 誤り, 残念, ずれ, エラー, 増えてしま, 満たさない, 満たしません, 出せない, 遅すぎ, 間に合わ, 危険, 説得力がありません, 見つからない, 除外, 超過, 届かない, 入らない, 多すぎ, 少なすぎ, 長すぎ, 外れ, 成り立たない, 収まらない, 崩れ, 合わず, 入りません, 無効, 不可, 届きません, 使えない, 使えません, 説明がつかない, 外れる, 満たせ, 不自然, 苦しい, 余って, 対象外, 当てはまらない, 当てはまりません, 崩れる, 通らない, 一度では, 不一致, 負け
ru слишком, мало, противореч*, неверно, ошиб*, упад*, не сходится, не хват*, превыш*, лишн*, невозможн*, отпада*, впритык, неправильн*, провал*, ломает*, увы, не подход*, не годит*, не совпада*, наруш*, хуже, недостаточно, исключен*, исключ*, опасно, поздно, не попадает, не влез*, не поместит*, не помест*, мимо, меньше чем, не равно, выше нормы, превыс*, не работа*, не выйдет, дороже, рушит*, уйдёт, перебор, нереальн*, не укладыва*, не выполня*, не объясня*, не то, не она, не он, не оно, вне, не равны, не проход*, отбрасыва*, нереально, не определ*, не поможет, не войд*, не дотягива*, не лез*, недопустим*, против, без солнца, не стоит
could
en maybe, perhaps, could, might, possibly, may, can, possible, would be, conceivably, what if, what about, how about, could be, candidate, might be, could also, i could, you could, we might, comes close, worth trying, suppose we, likely, probably, one could, they could, we can, presumably, it's possible, most likely, chances are
zh 也许, 或许, 可能, 可以, 会不会, 能, 说不定, 兴许, 试试, 也行, 也能, 大概, 不如, 可以考虑, 或者是, 要不, 试一试, 可以改, 或许是, 会是, 也有可能, 多半, 恐怕, 估计, 八成, 未必不, 想必, 可以把, 可以用
de vielleicht, könnte*, möglich, denkbar, ginge, ließe, wäre, möglicherweise, eventuell, kann man, vorstellbar, würde, dürfte, mag sein, man könnte, wie wäre, käme, denkbar wäre, wäre was, liegt es an, mag, könnte es, wahrscheinlich, eher, vermutlich, womöglich, wohl, man kann, liegt es, schuld
fr peut-être, pourrai*, pourrait, peut, peuvent, serait, possible, se peut, éventuellement, envisageable, pourrions, et si, pourquoi pas, on pourrait, il se pourrait, faudrait, autant, probablement, sans doute, c'est peut-être, vraisemblablement, on peut, possible que, il pourrait, serait-ce, j'imagine, probable
es quizá, quizás, podría*, puede, tal vez, a lo mejor, cabría, posible*, bastaría, sería, pudiera, acaso, cabe, podríamos, pudiese, probablemente, seguramente, igual, serviría, valdría, qué tal, será, probable, supongo, puede que, pudo, pueden, lo más probable, posiblemente
ja かもしれ, もしや, もしかし, ひょっと, 可能性, 考えられ, あり得, ありえ, という手, ことができ, でもいい, てもよい, てもいい, ば直る, 方法がある, どうだろう, どうか。, どうでしょう, かも, では？, だろう。, しても, れば速, のでは, 考えてもいい, それなら, おそらく, たぶん, 恐れ, ありうる, と思われ, 手がある, こともできる, 方法です, できるかも
ru может, можно, возможно, мог*, вдруг, вероятно, наверное, пожалуй, не исключено, видимо, может быть, скорее всего, мог бы, могла, могло, а что если, видать, похоже что, стоило бы, возможен, допустимо, вероятнее всего, вероят*, скорей, видно, кажется, по-видимому, предположительно, должно быть
other
en other, another, alternatively, alternative, instead, different*, or, also, option*, else, either, rather, one option, one could, second option, variant, again, candidate, besides, on the flip side, apart from, otherwise, as a second, alternately, the other, next candidate, elsewhere
zh 另, 另外, 另一, 或者, 别的, 其他, 要么, 不如, 换, 也, 还有, 还可以, 除此, 要不, 改用, 其实, 或, 改成, 除了, 反正, 另有, 备选, 替代, 换一种, 换个, 不然, 还有一种, 再不然, 也有人
de ander*, alternativ*, oder, stattdessen, auch, statt, weitere*, ebenso, genauso, sonst, wiederum, ein anderer, anstelle, daneben, ansonsten, anders, alternativ wäre, gleich, eben, wahlweise, zweitens, außerdem
fr autre*, sinon, ou, aussi, plutôt, variante, également, alternative*, ou bien, autrement, au lieu, reste, à la place, ou encore, à défaut, par ailleurs, ailleurs, en variante, alternativement, différemment, ou bien encore
es otr*, o, también, en vez, alternativa*, en lugar, o bien, además, si no, más bien, igualmente, aparte, por otra parte, si acaso, alternativamente, distint*, diferente, o si no
ja 別の, あるいは, または, それか, ほか, もう一つ, もうひとつ, 代わり, 他に, もしくは, それとも, むしろ, 他の, 他には, 代替, 別案, さもなければ, 一方で, または、, ほかには, そうでなければ
ru друг*, или, либо, ещё, еще, вместо, вариант*, иначе, иной, альтернатив*, также, второе, второй, тоже, либо же, помимо, кроме того, запасной, другое, другой, второй вариант, взамен, по-другому
method
en way, approach, possibility, idea, fix, method, route, angle, thought, theory, explanation, suspect, trick, choice, version, option, culprit, cause, candidate, strategy, workaround, alternative, tactic, opening, design
zh 办法, 方法, 做法, 改法, 写法, 角度, 路, 说法, 方式, 解法, 可能性, 原因, 思路, 方案, 选择, 选项, 原理, 选法, 途径, 手段, 招
de möglichkeit*, weg, ansatz, idee, variante, methode, erklärung, grund, verdacht, option, lösung, ursache, umweg, alternative, vorschlag, schuld, kandidat, trick, strategie
fr façon, option, piste, idée, moyen, possibilité, manière, méthode, hypothèse, explication, solution, voie, cause, coupable, recours, alternative, candidat, astuce, approche, ouverture, stratégie
es opción, manera, forma, salida, idea, posibilidad, vía, método, explicación, causa, camino, solución, alternativa, culpable, candidato, truco, arreglo, remedio, estrategia, enfoque
ja 方法, 案, 手も, 手が, 手だ, やり方, 道, 原因, 説, 考え方, 可能性, 線も, 別解, 解決, 犯人, 選択, 候補, 工夫, 対策, アイデア, 手段, 原因が, 別案
ru способ*, путь, идея, причин*, версия, объяснение, выход, метод*, подход, приём, решение, виновник, вариант*, кандидат, дело в, трюк, средство, стратегия, хитрость
better
en better, simpler, cleaner, easier, simplest, shorter, best, nicer, safer, easiest, quicker, neater
zh 更好, 更简单, 最简单, 最直接, 更, 简单, 最省事, 更快, 更稳
de besser, einfacher, lieber, am einfachsten, sauberer, kürzer, am besten, schöner, schneller, eleganter
fr mieux, plus simple, plutôt, plus court, plus propre, meilleur*, plus sûr, plus rapide
es mejor, más fácil, más simple, más sencillo, más corto, más rápido, más limpio, preferible
ja より, 簡単, 単純, 早い, 手軽, よさそう, 無難, 楽
ru лучше, проще, короче, удобнее, легче, надёжнее, быстрее, красивее
if
en if, suppose, assume, assuming, when, say, given that, provided, in case, in the event, consider, where, in the case, whenever, as long as, supposing, let's say, imagine, once
zh 如果, 若, 要是, 假设, 假如, 当, 倘若, 万一, 时，, 的话, 设, 一旦, 只要, 倘使, 如, 若是, 对于, 在
de wenn, falls, angenommen, sollte, sofern, nehmen wir an, sei, gesetzt, bei, im falle, für den fall, solange, gilt, je nachdem, ist er, ist es, hat er
fr si, s'il, s'ils, s'elle, supposons, dans le cas, au cas où, en cas, lorsque, admettons, imaginons, pour, à supposer, tant que, pour peu, selon que, posons que, quand, disons
es si, supong*, en caso, en el caso, cuando, imaginemos, suponiendo, pongamos, para, suponer, mientras, con tal de, si es, de ser, siempre que, según
ja もし, 場合, なら, のとき, とき、, れば, であれば, ようなら, 仮に, だとすると, すると, ならば, 限り, たら、, ときは, 時は, 仮定, としたら, だったら
ru если, при, пусть, предположим, допустим, в случае, когда, положим, коли, раз, ежели, в случае если, при условии, скажем, пока
case
en case, cases, scenario, both, subcase, possibility, first case, second case, on the one hand, on the other hand, option a, option b, option 1, option 2, variant, both red, either way, possibilities
zh 情况, 情形, 第一种, 第二种, 第三种, 一种情况, 一种, 可能一, 可能二, 情况一, 情况二, 前者, 后者, 分类
de fall, fälle, szenario, variante, im ersten, im zweiten, einerseits, variante a, variante b, möglichkeit eins, beide, option a
fr cas, scénario, hypothèse, premier cas, second cas, d'un côté, option a, possibilité, variante, deuxième cas, troisième cas
es caso, casos, escenario, primer caso, segundo caso, supuesto, por un lado, opción a, opción b, variante, posibilidad, tercer caso
ja 場合, ケース, 一つ目, 二つ目, 場合は, パターン, 前者, 後者, 一つめ, 二つめ, それぞれの場合
ru случай, случае, вариант, сценарий, первый случай, второй случай, с одной стороны, вариант а, вариант б, первый вариант, второй вариант, ситуация, варианта
back
en back to, return*, going back, come back, coming back, keep coming, go back, revisit*, which leaves, as i thought, as i said, it is, resume, anyway back, stick with, stay with, brings me back, back on, back with, returning, we're back, again the, reconsider the first, so the first, restore
zh 回到, 说回, 还是用, 还是按, 还是回, 还是, 回头, 返回, 言归正传, 再看前面, 那还是, 那原来, 还是选, 回过来, 重新考虑, 又回到, 折回, 转回, 这样的话
de zurück, wieder zum, wieder zu, wieder zur, wieder auf, bleibt es, zurückkommen, komme ich, noch einmal zu, dann gilt, bleibt, von vorhin, wieder bei, zurückkommend, also doch, dann doch, bleiben wir, doch die, doch der, nehme ich wieder
fr revien*, reven*, retour*, reprenons, reprendre, retourn*, je reviens, on revient, pour en revenir, restons-en, restons, en reviens, du coup, on garde, finalement le premier, remettre, revoilà
es volv*, vuelvo, vuelta, regres*, retom*, me quedo, volver, de vuelta, me quedo entonces, quedémonos, volviendo, vuelve, entonces la primera, sigo con, retomo
ja 戻, 立ち返, 話を戻, に戻, に戻して, やはり, もとの, 再び, 話を元に, に帰, 引き返, 立ち戻
ru верн*, возвращ*, вернуть*, остаётся, остается, опять, тогда выбираем, обратно к, снова к, возврат, снова выбираем, вернёмся, всё-таки первый, тогда остаётся, остановлюсь, склоняюсь к, обратно
earlier
en original, first idea, earlier, previous*, before, at first, initial, first, above, the draft, thrown out, first one, previously, i had, earlier idea, at the start
zh 刚才, 前面, 原来, 最初, 之前, 一开始, 开头, 起初, 先前, 上面, 刚刚, 之前的, 前一个, 当初, 原本, 老办法
de ursprünglich*, vorhin, ersten, erste, vorher, anfangs, oben, bisherig*, vorherig*, zuvor, der erste, die erste, ursprung, früher*, eingangs
fr premier, première, initial*, plus haut, tout à l'heure, au début, précédent*, d'avant, auparavant, la première, le premier, antérieur*, de départ, d'origine
es primera, primer, inicial, antes, anterior, original, al principio, de arriba, la primera, lo primero, anteriormente, inicialmente, de antes, aquella
ja 先ほど, さっき, 最初の, 元の, 前の, 初めの, 当初, 先の, もともと, 先程, 前述, 最初に考え, はじめの
ru первый, первому, первого, исходн*, раньше, прежн*, сначала, ранее, выше, начальн*, предыдущ*, прежде, изначальн*, упомянут*, выбранн*
mistake
en mistake, misread, forgot, overlooked, missed, miscounted, i was wrong, my bad, confused, mixed up, sorry, misunderstood, error, slip, misremember, got it wrong, i wrote, silly, that turns everything, skipped, almost missed, i had missed
zh 弄错, 看错, 搞错, 算错, 忘了, 漏了, 没注意, 记错, 想错, 忽略, 搞混, 对了, 差点, 没看到, 没看清, 看漏, 理解错, 疏忽, 错了, 别看错, 记不清
de vertan, überlesen, übersehen, verrechnet, vergessen, verwechselt, verzählt, geirrt, falsch gelesen, verlesen, fast übersehen, entgangen, durcheinander, falsch verstanden, nicht gesehen, missverstanden
fr trompé*, oublié, mal lu, confondu, erreur, raté, négligé, mal compris, j'avais mal, passé à côté, j'oubliais, étourderie, mal recopié, mal vu
es equivo*, leído mal, olvid*, confund*, pasado por alto, despist*, mal leído, me había, se me pasó, no vi, mal copiado, casi se me, lapsus, falta el
ja 間違え, 忘れ, 見落と, 勘違い, 読み違, うっかり, 見逃し, 間違っ, 早とちり, 混同, 取り違え, 抜けてい, 忘れてい
ru ошиб*, забы*, пропуст*, перепут*, упусти*, не заметил*, просмотрел*, обсчит*, проглядел*, чуть не, невнимат*, напутал*, не учёл, сбился, оговор*, неправильно прочит*
unsure
en sure, certain, really, suspicious*, strange, odd, weird, isn't it, doesn't it, correctly, actually, or is it, wonder, surprising*, seems, problem, matter, exactly, even, enough, overkill, clean, right?, does it even, would they, can it, is that, do i, am i, not sure, doubt it, hmm, worry, concern*, wise, realistic, whether, why would, how come, too harsh, too clever, legal, permitted, fair, safe
zh 真的, 是不是, 会不会, 吗, 呢, 奇怪, 难道, 能不能, 要不要, 有没有, 确定, 合理, 究竟, 到底, 怎么会, 靠谱, 够吗, 行吗, 对吗, 可以吗, 是吗, 好吗, 吧？, 不确定, 记不太清, 有依据, 会不会是, 拿不准, 怀疑, 成问题, 为何, 会不会太, 太直接, 不太好, 合不合适, 恰当, 算不算
de wirklich, überhaupt, sicher, etwa, eigentlich, komisch, seltsam, merkwürdig, tatsächlich, denn, oder nicht, vielleicht, unsicher, wohl, auch wirklich, fraglich, zweifel*, bedenken, noch etwas, ist das, geht das, stimmt das, erlaubt, zu hart, zulässig, angebracht, fair, nicht doch, warum eigentlich, ob das
fr vraiment, sûr, sûre, bizarre, étrange, bien, n'est-ce pas, non, certain, curieux, au juste, doute*, incertain, inquiét*, légitime, réellement, est-ce bien, tout à fait, ai-je bien, suis-je, suffisant, problème, autorisé, prudent, exagéré, judicieux, convenable, permis, trop
es seguro, segura, de verdad, acaso, raro, extraño, realmente, verdad, en serio, no será, imprescindible, dudo, duda*, inseguro, correcto?, es así, de veras, preocup*, habré, importa, permitido, exagerado, legal, prudente, apropiado, adecuado, justo, excesivo
ja 本当に, だろうか, のか, かな, よね, でしょうか, ですよね, のでは, おかしい, 変だ, 不思議, ないか, ますか, ですか, 怪しい, 自信, 疑問, 心配, 大丈夫か, でいいの, よいのか, いいのか, でしょう？, だろう？, 正しいか, 気になる, 失礼, 強すぎ, 適切, 許され, 言い過ぎ, 足りるだろう, いいのだろう, 必要か
ru точно, разве, действительно, ли, странно, неужели, правда ли, почему, уверен*, не слишком ли, подозрительно, сомне*, вряд ли, уверен, правильно ли, так ли, точно ли, не опасно, подойдёт ли, верно ли, действительно ли, смущает, уместно, законно, резко, этично, разумно ли, можно ли, насколько, чересчур
ask
en is, does, do, did, are, was, were, will, would, can, should, have, has, am, could, isn't, doesn't, whose, may, must, shall, might, need
zh 吗, 是不是, 有没有, 能否, 是否, 为什么, 怎么, 会, 要, 能, 还, 可不可以, 需不需要, 够不够
de ist, gilt, hat, habe, sind, kann, muss, darf, steht, wäre, zählt, zählen, geht, soll, war, waren, ob, fehlt, nehmen, gibt, funktioniert, stimmt, wird, werden, braucht, passt
fr est-ce, ai-je, faut-il, est-il, peut-on, a-t-il, y a-t-il, suis-je, doit-on, n'est-ce, veut-il, est, sont, doit, dois, peut, puis, existe-t-il, sait-on, va-t-il, suis, a-t-on
es será, está, hay, puede, es, se puede, hace falta, habrá, preguntan, piden, vale, fue, era, importa, tiene, tengo, sería, cuenta, puedo, debo, podría, estará, son
ja か？, か。, のか, かな, でしょうか, だろうか, ますか, ですか, ますよね, ないか。, のだろうか, よね。, のか。, べきか, いいか, か、
ru ли, разве, что если, как быть, почему, зачем, нужен, нужны, нужно ли, можно ли, считается, есть ли, хватит ли, правда, поможет, подходит
task
en user, asks, asking, asked, wants, want, problem, question, given, person, statement, wording, they want, supposed to, says, prove, classic, we're told, statement says, prompt, the sentence, exercise, it says, requested
zh 用户, 题目, 题, 已知, 问, 用户说, 题目说, 人家, 求, 要求, 题干, 这道题, 这句, 想让我, 请求, 经典
de nutzer*, frage, gegeben, gesucht, aufgabe, fragt, bittet, wünscht, zu zeigen, mieter, aufgabenstellung, text, anfrage, bitte, gesucht wird, möchte, soll, klassische
fr utilisat*, question, énoncé, demande, on veut, il s'agit, on demande, veut, il veut, elle veut, la personne, exercice, classique, sujet, phrase, souhaite, réclame
es usuario, pregunt*, enunciado, problema, quiere, pide, piden, pidió, ejercicio, la persona, clásico, planteamiento, encargo, frase, solicita
ja ユーザー, 問題, 質問, 依頼, 相談, 問題文, 報告, 文章題, お題, 求めたい, 知りたい, ほしい, 書かれた, 依頼は, 与えられ
ru пользователь, спрашива*, условие, условии, задача, задаче, вопрос*, человек, задание, просит, требует, текст, классическ*, упражнение, дано, хочет, запрос
says
en says, say, said, wrote, mention*, posted, told, stated, asked for, specified, reads, snippet, quoted, line, according, screenshot, photo, they mention, it reads, they gave, labelled, wrote that, they write, in their, statement, text says, their, in the photo
zh 写的, 写着, 说, 说了, 明确, 提到, 写, 贴, 截图, 照片, 日志, 代码, 记录, 原话, 提供的, 附的, 描述, 他写, 题里, 附图, 标注, 上面写, 图中, 报告里
de schreibt, steht, sagt, erwähnt, geschrieben, heißt, angegeben, nennt, bild, foto, ausgabe, auszug, vertrag, abrechnung, text, seiner, zitiert, protokoll, angabe*, laut, auf seinem, in seiner, in ihrer, beschreibt, nannte, genannt
fr écrit, dit, indique, précise, mentionne, parle, stipule, extrait, capture, photo, journal, contrat, texte, code, précisé, cité, d'après, annonce, affiche, selon, d'après lui, note, raconte, elle dit, il dit
es dice, escribe, menciona, pone, pidió, indica, especifica, captura, foto, registro, contrato, texto, código, cita, según, página, pegó, apunta, aparece, cuenta que, explica que, en su, dijo, figura, señala
ja 書いて, とある, 書かれ, とのこと, そうです, 言って, 写真, 画面, ログ, 文面, スクリーンショット, 記載, 書いてあ, 質問文, 本人の, 引用, 書かれて, と言う, 述べて, 載って, 表示, 示されて, あると, そうだ
ru пишет, написано, сказано, говорит, указал*, упомин*, сказал*, снимк*, снимке, скриншот*, фото, журнал*, договор*, тексте, коде, упомина*, указано, цитат*, пишет что, по словам, на снимке, в логах, отмеч*, указывает, прислал*, сообща*
suits
en fit, fits, square, squares, work, works, hold, suffice, satisfy, meet, meets, rule, explain, resolve, last, cope, survive, reasonable, leave, enough time, within, apply, applies, allowed, count, help, possible
zh 够, 满足, 适用, 合适, 行得通, 能不能, 符不符合, 放得下, 来得及, 够用, 管用, 适合, 有效, 满足不满足, 行
de passt, passen, reicht, klappt, gilt, zu seinen, hält, erfüllt, genügt, funktioniert, trägt, schaffen, ausreicht, zutrifft, geht das, erlaubt, hilft, tauglich, brauchbar, in ordnung, aufgehen
fr marche, suffit, tient, passe, colle, convient, fonctionne, s'applique, vaut, rentre, supporte, applicable, valable, aide, permis, couvre, répond, adapté, réalisable
es sirve, cabe, vale, funciona, encaja, cuadra, alcanza, resuelve, resolvería, pega, aplica, cumple, ayuda, permite, vale para, aguanta, admisible, válid*, entra, sobrevive, soporta
ja 足り, 収ま, 成り立, 間に合, 合う, 当てはま, 使える, 満た, 使え, 通用, 適用, 可能か, 耐え, 役に立, 足りるか, できるか, 満たす
ru подходит, хватит, хвата*, помеща*, поместит*, годит*, сработа*, выдерж*, работа*, устро*, поможет, справит*, уместит*, применим*, годен, действует, выдержит, устроит, попада*, хватает
example
en example, e.g., for instance, say, such as, take, edge case, small, with a =, at x =, toy, tiny, case of, by trying, numbers
zh 例如, 比如, 为例, 例子, 举例, 小一点的数, 小例子, 特例, 举个例, 代个数, 小规模, 试个, 拿, 带入
de beispiel*, zum beispiel, etwa, bestellung, mit n, für n, bei n, sonderfall, zum testen, testfall, etwa mit, kleinster, für a, bei x, zahlenbeispiel
fr exemple, par exemple, avec, pour n, petit, cas limite, cas simple, chiffres, par ex, prenons, petit cas, numérique
es ejemplo, por ejemplo, con, para n, caso raro, caso límite, ejemplito, números, tomemos, caso pequeño, numéric*, pongamos por caso
ja 例えば, 例で, 具体例, 実際の例, 小さい例, たとえば, たとえ, 小さな, 数値で, 具体的, サンプル, 試しに, 数字で
ru например, примере, для n, при n, скажем, малом, на малом, числ*, простой пример, маленьк*, возьмём, подставляя, численно
conclude
en confident, certain, must be, it follows, settled, done, so yes, qed, done with, i'm done, we're done, ready, conclude, all set, this proves, we conclude, solved, confirmed, final answer, i'll output, that's it, exactly one, no need
zh 因此, 所以, 证毕, 得证, 得到, 应该是, 就这样, 为止, 综上, 答：, 相差, 共需, 为此, 定了, 结束, 证明完毕, 可知
de bewiesen, es sind also, fertig, steht fest, ergibt sich, abgeschlossen, enthält, beträgt, lautet, gezeigt, q.e.d, alles gezeigt, bleibt also, zu guter letzt, erledigt, gelöst, sind es
fr il faut donc, voilà, démontré, cqfd, conclut, j'écris donc, je présente donc, dans son cas, cela suffit, on trouve, terminé, réglé, l'aire est, se croisent, prouvé, réponse
es demostrado, son, queda, concluy*, por consiguiente, listo, resuelto, terminado, fue, es decir, hecho, son unos, se concluye, así queda
ja 証明, 完了, 求める, となります, になります, わかる, わかった, 完成, 示された, 決まり, 終わり, 示せた, 求められた, 円です, 円。, である。
ru доказано, доказан*, следовательно, итак, значит, готово, решено, всего, выходит, составит, закончено, ответим, получили
self
en i, i'm, i've, we, me, my, myself
zh 我, 我们, 咱们
de ich, wir, mich, mir, uns, mein*
fr je, j, nous, on, mon, ma, moi, *ons
es me, mi, nos, *mos, yo
ja 私, 僕, 自分, こちら
ru я, мы, мне, меня, мой, нам, *ем, *им, *ём, *ю
they
en they, he, she, it, their, his, her, you, him
zh 他, 她, 他们, 用户, 对方
de er, sie, ihm, ihr, ihn, man
fr il, elle, lui, ils, elles, leur
es le, él, ella, su, sus, les
ja 彼, 彼女, 相手, その人
ru он, она, они, ему, ей, его, её, им, их
and
en and, plus, also
zh 和, 那, 还有, 而且, 并且, 以及
de und, sowie, zudem, dazu noch
fr et, ainsi que, de plus, en plus
es y, e, además, también
ja そして, また, それに, しかも, さらに, そのうえ
ru и, а, да и, к тому же, притом
why
en why, because, reason, since, due to
zh 为什么, 因为, 由于, 原因, 毕竟, 为何
de warum, weil, wieso, denn, da, grund, weshalb
fr pourquoi, parce que, puisque, car, raison, à cause
es por qué, porque, ya que, pues, debido, puesto que, dado que
ja なぜ, 理由, ので、, から、, ため、, なにゆえ, どうして
ru почему, потому что, поскольку, так как, причина, ведь, из-за
wh
en what, which, how, who, where, how many, how much, when does
zh 什么, 几, 多少, 多久, 哪, 谁, 怎样, 如何
de was, welche*, wie, wer, wo, wie viel, wie viele, wieviel
fr quel*, combien, que, quoi, où, comment, qui
es qué, cuál, cuánt*, cómo, quién, dónde
ja 何, いくら, どれ, どこ, 誰, いくつ, どう, どの
ru что, какой, какая, какие, сколько, где, кто, как
same
en same result, same answer, both ways, both give, identical, the same, same thing, either way
zh 结果相同, 结果一样, 同样, 一样, 相同, 跟题目一致, 相等
de dasselbe, das gleiche, gleiche ergebnis, beide wege, ebenfalls, identisch, übereinstimm*
fr même résultat, le même, la même, aussi, identique, même chose, les deux
es lo mismo, mismo resultado, igual, coinciden, ambos, idéntic*
ja 同じ, 一致, 等しい, どちらも, 同様, 変わら
ru то же, тот же, одинаков*, совпада*, обоими, так же, совпало
hedge
en about, roughly, approx*, around, close, almost, nearly, somewhere
zh 大约, 大概, 左右, 差不多, 约, 将近, 粗略
de etwa, ungefähr, rund, circa, knapp, fast, grob, gut
fr environ, à peu près, presque, autour, près de, quelque
es unos, unas, aproximad*, casi, cerca, alrededor, más o menos
ja およそ, 約, 程度, ほど, くらい, ぐらい, ほぼ
ru около, примерно, почти, приблизительн*, порядка, чуть
proof
en prove, proof, contradiction, induction, hence, shown, assume for
zh 证明, 反证, 证, 归纳法, 假设不
de beweis, beweisen, widerspruch, behauptung, zeigen, induktion
fr preuve, démontr*, montrer, absurde, récurrence, lemme
es demostr*, prueba, absurdo, inducción, lema, probar
ja 証明, 示す, 背理法, 示せ, 帰納法, 命題
ru доказ*, докаж*, противного, индукц*, утвержден*, лемм*
"""
