"""With which words sentences begin that turn a thought, as data: patterns for each kind of step, a line for a language.

They are evidence among other (`step_words.py`), and the strongest. Where no strong cue stands a general one counts: how
such sentences are built in a language.
"""

# ruff: noqa: E501 - a line for each language

from __future__ import annotations

import re

from app.reasoning.trace_steps import StepKind

_CHECK = r"""
    (?:let(?:'s|\ me|\ us)\ )?look(?:ing)?\ (?:back\ )?at\ (?:the|their|his|her|this)\ (?:log|waterfall|output|trace|report|code|data|numbers|figures|plan|screenshot|config\w*|result)s?\b | (?:再)?(?:看一下|看看|看一看|查一下|对照)[^，。]{0,6}(?:监控|日志|代码|数据|输出|报告|计划|记录|给的|贴的) | [^、。]{1,16}を(?:見る|見てみる|確認する|調べる)と | (?:schaue|blicke)\ ich\ (?:in|auf)\b | (?:en\ )?regardant\ (?:le|la|les)\b | mirando\ (?:el|la|los|las)\b | (?:глянем|смотрим|судя)\ (?:в|на|по)\b |
    let(?:'s|\ me)\ (?:re-?(?:compute|calculate|derive|do\ (?:this|that|the))\b | sanity[- ]check | run\ through) | (?:i|we)\ (?:can|could|should|need\ to|have\ to|must)\ (?:double[- ]?check|check|verify|test|confirm)
    | 让我们?(?:来|再)?(?:代入|试算)?(?:验证|检验|检查|核对|确认|试算|试一下) | 用[^，。]{1,8}(?:试一下|验证|检验|代入) | (?:我们?)?(?:需要|应该|得|要)(?:再)?(?:验证|检验|检查|核对|确认)
    | setzen\ wir\ .{0,20}\b(?:zur\ probe|ein\b) | lass(?:t)?\ (?:mich|uns)\ .{0,20}\b(?:prüfen|überprüfen|nachrechnen|testen|kontrollieren) | ich\ (?:muss|sollte|will)\ .{0,20}\b(?:prüfen|überprüfen|nachrechnen)
    | (?:je\ vais|on\ va|il\ faut|je\ dois|on\ peut)\ (?:le\ |la\ |les\ )?(?:vérifier|tester|contrôler)
    | (?:voy|vamos)\ a\ (?:comprobar|verificar|revisar|probar) | (?:hay\ que|debo|conviene|puedo|podemos)\ (?:comprobar|verificar|revisar)
    | 実際に[^、。]{0,8}(?:確かめ|確認|代入|計算してみ) | (?:確認|検算|検証)(?:のため|する必要|しなければ)
    | (?:надо|нужно|стоит|следует|можно|хочу)\ (?:бы\ |ещё\ раз\ )?(?:пере)?проверить | подставим\ обратно
    |
    (?:ok(?:ay)?,?\ |so,?\ |now,?\ |but\ )?let(?:'s|\ me|\ us)\ (?:just\ |quickly\ |also\ )?
        (?:double[- ]?check|re-?check|check|verify|test|confirm|validate|plug|make\ sure|see\ (?:if|whether))
    | (?:i'll|i\ will|i\ should|we\ should)\ (?:double[- ]?check|check|verify|test|confirm)
    | (?:to|as\ a)\ (?:double[- ]?check|verify|check|confirm|sanity\ check) | double[- ]?check | (?:a\ )?(?:quick|sanity)\ check
    | check(?:ing)?(?=\s*[:,]|\ (?:that|if|whether|with|by|for|this|again|against)\b|\ \S+\s*=)
    | verif(?:y|ying|ication)\b | plug(?:ging)?\ (?:\S+\ )?(?:back\ )?in | test(?:ing)?(?:\ (?:with|this|that|it)\b|:)
    | does\ (?:this|that|it)\ (?:work|hold|add\ up|make\ sense)
    | (?:让我|我们?|最后|现在|再|来|我试着)*(?:再|来|重新|仔细)?(?:验证|检验|验算|检查(?!员|站|点)|核对|确认|核实|复查)
    | 代入[^，。]{0,12}(?:检验|验证|验算)
    | (?:zur\ )?(?:probe|kontrolle|überprüfung|gegenprobe)\b | (?:über)?prüfen\ wir | rechnen\ wir\ (?:das\ )?nach
    | ich\ (?:prüfe|überprüfe|kontrolliere|teste|rechne\ (?:das\ )?nach) | testen\ wir | (?:kurzer\ )?test: | machen\ wir\ die\ probe
    | vérif(?:ions|ication|ie)\b | (?:je|on)\ (?:vérifie|teste|contrôle)\b | testons | contrôlons | pour\ (?:vérifier|contrôler)
    | comprob(?:emos|ación|ando|amos|ar)\b | verifi(?:quemos|cación|cando|camos|car|co)\b | revis(?:emos|ando)\b | probemos
    | para\ (?:comprobar|verificar|asegurar)
    | (?:一応|念のため|ここで|では|最後に|もう一度)?、?(?:確認(?!書|事項)|検算|検証|確かめ|チェック|代入して) | [^、。]{1,12}を(?:確認|検算|検証|確かめ|チェック) | 念のため
    | (?:давай(?:те)?\ |теперь\ )?(?:пере)?провер(?:им|ю|ка|яем|ить)\b | убедимся | для\ проверки
"""

_DOUBT = r"""
    (?:although|though|obwohl|wobei|aunque|хотя|правда)\s?(?:\.\.\.|…|,) |
    (?:oh|ah|ok|okay),?\ (?:i\ see|right|no|wait) | let\ me\ (?:re-?examine|re-?check\ my|rephrase|backtrack|back\ up) | something(?:'s|\ is|\ seems|\ must\ be)\ (?:off|wrong|not\ right|missing) | not\ quite\b | (?:this|that|it)\ (?:is|seems|looks|can(?:'t|not)\ be)\ (?:wrong|off|odd|strange|incorrect|not\ right)\b
    | sorry,\  | my\ mistake | i\ (?:forgot|mixed\ up|overlooked|missed|miscounted|miscalculated|misunderstood|need\ to\ be\ careful)\b | am\ i\ (?:missing|overlooking) | that\ contradicts | but\ (?:then|now|that|this)\ .{0,60}\?
    | (?:嗯|哦|啊|唉)，?(?:这样|我明白|前面|好像|不对|等等) | 我(?:是不是|好像|似乎|可能)(?:漏|错|忘|忽略|看|算|理解|搞) | 可能(?:我|是我)(?:理解|想|算|看|搞) | 不过(?:，|这里|这样|还有|如果|好像) | (?:这|这样|这里)(?:好像|似乎|可能)?(?:不对|有问题|不太对|错了) | 抱歉 | 糟糕
    | da\ (?:habe|hab)\ ich\ mich | oder\ (?:etwa\ )?(?:doch\ )?nicht\b | ich\ bin\ (?:mir\ )?(?:nicht|un)\ ?sicher | das\ ist\ (?:so\ )?(?:falsch|nicht\ richtig|seltsam|komisch) | irgendetwas\ stimmt | mein\ fehler | entschuldigung | doch\ nicht\b
    | mais\ non\b | en\ (?:fait|réalité),?\ (?:je|ce\ n'est|c'est\ (?:faux|l'inverse)) | je\ (?:ne\ )?suis\ (?:pas\ (?:sûr|certain)|perdu) | oups | ce\ n'est\ pas\ (?:juste|correct|bon|ça) | quelque\ chose\ (?:cloche|ne\ va) | pardon,
    | ay,\  | en\ realidad,?\ (?:eso|esto|me|creo) | no\ estoy\ segur | eso\ no\ (?:es|puede) | algo\ (?:no\ cuadra|falla|anda\ mal) | perdón | ups\b | olvid[éo]\b
    | (?:おや|おかしい|あっ|しまった|すみません) | 何か(?:が)?(?:おかしい|違う) | (?:これ|それ)(?:は|だと)(?:違う|おかしい|間違) | 本当(?:に|だろう)
    | я\ не\ уверен | на\ самом\ деле\b | что-то\ (?:не\ так|не\ сходится) | это\ (?:неверно|не\ так|неправильно|странно) | простите | виноват | забыл
    |
    (?:oh,?\ |but\ |no,?\ |ah,?\ |ok(?:ay)?,?\ |so,?\ |hmm+,?\ )*
    (?: wait(?=\s*[,.!?:;…—–-]|\ (?:a\ (?:minute|second|moment)|no|but|is|are|does|do|did|what|that|this|if|i|we|so|maybe|actually|let|the\ (?:question|problem))\b)
      | hold\ (?:on|up)\b | h+m+\b | u+gh\b | or\ is\ (?:it|that|this)\b | actually[,:]\ ?(?:no|wait|that|this|i|it|let|maybe|hmm)?\b | actually\ (?:no|wait)\b | not\ so\ fast | scratch\ that | oops | on\ second\ thought
      | (?:that|this|it)(?:'s|\ is)\ (?:weird|odd|strange|suspicious|surprising|not\ what)\b | i\ (?:might|may|could|must)\ be\ (?:wrong|mistaken|missing) | let\ me\ (?:pause|slow\ down|step\ back) | does\ (?:that|this|it)\ even\b
      | let\ me\ (?:reconsider|re-?think|re-?read|think\ again|look\ again|start\ over) | (?:is|am|are)\ (?:that|this|i|we)\ (?:right|sure|correct)
      | that(?:'s|\ is|\ can't\ be|\ doesn't\ seem)\ (?:not\ )?(?:right|wrong)\b | i\ (?:made\ a\ mistake|misread|was\ wrong|must\ have|think\ i\ (?:made|mis)|'m\ not\ (?:so\ )?sure)
      | i'm\ not\ (?:so\ )?sure | did\ i\ | no[,!]\ | however,\ )
    | 咦 | 不不 | [^。]{0,16}(?:合理|对|行|可以|正确)吗？ | 难道 | 等会儿 | (?:但|但是|可是)(?:这样|这|那)(?:就|会|不|又)?(?:矛盾|不对|有问题|不行) | 我有点(?:混乱|糊涂|乱)
    | (?:但是?|可是|嗯，?|哦，?|啊，?)?(?:等一下|等等|等下|且慢|不对|慢着|稍等|不，) | 让我(?:再|重新)(?:想|考虑|思考|读|看) | (?:但是|可是|不过)[^。]{0,40}[吗呢]？ | 不过， | 哎呀 | 我(?:弄错|搞错|算错|看错) | 真的是这样吗
    | (?:ach,?\ |nein,?\ |aber\ |oh,?\ )*(?:moment|halt|warte|stopp|hm+)\b(?:\ mal)?[,.:!—–…-]? | nein,\  | ach,?\ | (?:das\ )?(?:kann|stimmt)\ (?:das\ )?(?:nicht|so\ nicht)
    | allerdings\b | eigentlich\ (?:nicht|doch)\b | ich\ habe\ mich\ (?:ver|geirrt) | aber\ ist\ (?:das|es)
    | tiens,?\  | mince\b | (?:mais\ |non,?\ |ah,?\ |oh,?\ |euh,?\ )*(?:attends|attendez|attention|un\ (?:instant|moment)|minute|hm+)\b | non,\  | en\ fait,?\ non | je\ me\ (?:suis\ trompé|trompe) | cependant\b | pourtant,
    | (?:pero\ |no,?\ |ah,?\ |oh,?\ |a\ ver,?\ )*(?:m+m\b|espera|espere|esperen|alto|un\ (?:momento|segundo)|hm+)\b | no,\  | aunque\ (?:quizás?|tal\ vez|no)\b | sin\ embargo | me\ (?:he\ )?equivo\w+ | en\ realidad,?\ no
    | (?:いや|でも|あ|え|うーん|ん|おっと|ちょっと|しかし|、|？|\ )*(?:待って|待てよ|待った) | いや[、。いち] | うーん | おっと | え、 | 本当か | でも、 | しかし、 | あれ[、？] | 本当に[^。]*[かな]？? | 間違え(?:た|て)
    | (?:но\ |а\ |нет,?\ |ой,?\ |так,?\ |хм+,?\ )*(?:подожди(?:те)?|погоди(?:те)?(?:-ка)?|стоп|постой(?:те)?|минуту|секунду|хм+)\b | нет(?:,\ |-нет) | хотя\b | однако\b | на\ самом\ деле,?\ нет | я\ ошиб\w+ | ой\b
"""
_RETURN = r"""
    (?:let's\ |let\ me\ )?revisit(?:ing)?\b | (?:so,?\ |now,?\ )?(?:as|like)\ (?:before|above|mentioned|i\ mentioned)\b | (?:let's|let\ me)\ (?:resume|pick\ up)\b
    | (?:现在)?再(?:看|来看)(?:看)?(?:前面|刚才|最初|原来) | (?:如|像)(?:前面|上面|之前)(?:所|说)
    | (?:noch\ einmal\ )?zum\ (?:ersten|ursprünglichen|anfang)\b | wie\ (?:gesagt|erwähnt)
    | (?:un\ )?retour\ (?:à|au|aux|sur)\b | comme\ (?:dit|mentionné|vu)
    | de\ vuelta\ (?:a|al)\b | como\ (?:dije|mencioné|ya)
    | (?:最初|前|元|さっき|先)の[^、。]{1,12}に(?:戻|立ち返) | 前に(?:述べ|言っ)
    | возвраща(?:емся|юсь|ясь)\b | снова\ к\b | как\ (?:уже\ )?(?:было\ )?(?:сказано|упомянуто)
    |
    (?:so,?\ |okay,?\ |ok,?\ |now,?\ |let's\ |let\ me\ |i'm\ |we're\ )*(?:going|go|get|getting|coming|come)\ back\ to | (?:so,?\ |okay,?\ )?back\ to\b | (?:let's\ |let\ me\ )?return(?:ing)?\ to | revisit(?:ing)?\b
    | as\ (?:i|we)\ (?:said|noted|saw|found|had)\ (?:before|earlier|above)
    | (?:好，|那么?，?|我们?|还是|再|让我们?|现在|重新|先)*(?:回到|回过头|回头看|返回)
    | (?:gehen\ wir\ |also\ |nun\ |doch\ )?zurück\ z(?:u|ur|um)\b | kommen\ wir\ (?:auf\b.{0,40}\bzurück|zurück) | ich\ komme\b.{0,40}\bzurück | um\ auf\b.{0,40}\bzurück | wie\ (?:schon|oben|vorhin|bereits)\b
    | (?:bon,?\ |alors,?\ |donc,?\ )?(?:revenons|je\ reviens|on\ revient|reprenons|retournons)\b | pour\ (?:en\ )?revenir | (?:en\ )?reven(?:ant|ir)\ (?:à|au|aux) | comme\ (?:dit|vu)\ (?:plus\ haut|avant)
    | (?:bueno,?\ |entonces,?\ )?(?:volv(?:iendo|amos)|vuelvo|regres(?:ando|emos|o)|retom(?:ando|emos|o))\b | como\ (?:dije|vimos)\ (?:antes|arriba)
    | [^、。]{0,24}(?:に|へ)戻(?:ろ|る|っ|り) | (?:話|元)(?:を|に)戻 | 先ほどの
    | (?:итак,?\ |ладно,?\ |давайте\ )?(?:верн(?:ё|е)мся|вернусь|возвращаясь|возвращаюсь|возвратимся)\b | как\ (?:я\ )?(?:уже\ )?(?:говорил|сказано|отмечал)
"""

_ALTERNATIVE = r"""
    let(?:'s|\ us|\ me)\ (?:think|look|approach|try)\ .{0,24}\b(?:differently|another\ way|another\ angle|something\ else) | a\ different\ (?:idea|way|approach|option|angle|possibility) | (?:maybe|perhaps)\ (?:we|i|one|it)\ (?:can|could|would|might)\b | (?:maybe|perhaps)\ (?:a|another)\b | there(?:'s|\ is|\ might\ be|\ may\ be)\ another\b | what\ about\b | as\ an\ alternative
    | (?:或许|也许|可能)(?:可以|还有|有) | 还可以 | (?:不妨|可以)(?:试试|换) | 除此之外 | 反过来
    | versuchen\ wir\ (?:es\ )?(?:anders|etwas\ anderes) | vielleicht\ (?:geht|gibt|kann|könnte|ist\ es)\b | (?:es\ )?(?:geht|ginge)\ auch | oder\ wir\b | stattdessen\b | wie\ wäre\ es
    | essayons\ (?:autrement|autre|une\ autre|différemment) | peut-être\ (?:qu|y\ a|peut|existe) | (?:il\ )?(?:y\ a|existe)\ (?:aussi\ )?une\ autre | à\ la\ place | et\ si\b
    | (?:probemos|intentemos|veamos)\ (?:de\ )?(?:otr|algo) | (?:quizás?|tal\ vez)\ (?:haya|se\ pueda|pueda|podr|sea|exista|con) | en\ (?:vez|lugar)\ de\ eso | ¿?y\ si\b
    | 別の | もしかすると | 逆に考え | (?:むしろ|代わりに)
    | (?:а\ )?что,?\ если\b | попробуем\ (?:иначе|по-другому|другой|другим) | (?:или|либо)\ (?:можно|же|так)\b | может(?:\ быть)?,?\ (?:есть|можно|проще|лучше) | вместо\ этого | иначе\ можно
    |
    (?:or\ )?alternatively | (?:or,?\ )?another\ (?:way|approach|possibility|option|idea|method|thought|interpretation|angle) | or,?\ (?:maybe|we|i|perhaps|instead)\b | (?:maybe|perhaps)\ (?:(?:i|we)\ (?:can|could|should)|there(?:'s|\ is))
    | what\ if\ (?:i|we)\b | instead,\  | (?:a|let\ me\ try\ a|try\ a)\ different\ (?:way|approach|method|angle) | (?:we|i|one|you|they)\ (?:could|might|can)\ (?:also|instead) | (?:on|from)\ the\ other\ hand | let('s|\ me)\ try\ (?:another|something\ else)
    | 或者 | 另(?:外)?一(?:种|个)(?:办法|思路|方法|可能|角度|做法|想法)? | 还有一(?:种|个) | 换(?:个|种|一种|一个)(?:思路|角度|方法|方式) | (?:我们|其实)?也可以 | 要不(?:然)? | 另一方面
    | alternativ\b | ein(?:e|en)?\ (?:andere[rns]?|weitere[rns]?|alternative[rn]?)\ (?:\w+) | man\ (?:könnte|kann)\ (?:auch|stattdessen|es) | oder\ (?:man|ich|wir|vielleicht|es)\b | anders\ herum | andererseits | ein\ anderer\ (?:weg|ansatz)
    | alternativement | sinon\b | une?\ autre\ (?:\w+) | autre\ (?:idée|possibilité|option|méthode|piste) | on\ (?:peut|pourrait)\ (?:aussi|également) | ou\ bien\b | d'un\ autre\ côté
    | alternativamente | otr[ao]\ (?:opción|posibilidad|forma|manera|idea|camino|método|enfoque|alternativa) | también\ (?:se\ )?(?:podría|puede|cabe) | o\ bien\b | por\ otro\ lado
    | あるいは | または | もしくは | 別の(?:方法|考え|やり方|案|見方|解) | 別解 | もう(?:一|ひと)つの | (?:他|ほか)の(?:方法|案|可能性) | (?:他|ほか)に
    | альтернатив | (?:есть\ )?(?:и\ )?друг(?:ой|ая|ое)\ (?:вариант|способ|подход|возможность|идея|путь|решение) | ещё\ один|еще\ один | можно\ (?:также|ещё|еще|и\ иначе|было\ бы) | или\ же\b | с\ другой\ стороны | либо\b
"""

_CASE = r"""
    (?:case|scenario|option)\ (?:one|two|three|four)\b | (?:caso|cas|fall|opción)\ [a-d]\b\s?: |
    in\ (?:the|this)\ (?:first|second|third|other|last|remaining)\ case\b | (?:now\ )?consider\ (?:the\ )?(?:case|when)\b | (?:scenario|option|possibility|sub-?case)\ (?:\d+|[a-d])\b | (?:now\ )?(?:let|say)\ \S{1,3}\ =\ \S{1,6}\. | for\ \S{1,3}\ ?=\ ?\S{1,6}\s?:
    | 当[^，。]{1,12}[=＝为是][^，。]{0,8}(?:时|的时候) | 若[^，。]{1,14}[，则] | 在第[一二三]种情 | (?:再)?考虑[^，。]{1,12}的情况
    | (?:\d\.\ )?fall\s?: | sei\ (?:nun|jetzt)\b | (?:erster|zweiter|dritter|letzter)\ fall\b | für\ \S{1,3}\ ?=\ ?\S{1,6}\s?: | (?:möglichkeit|variante|szenario|fall)\ (?:\d|[a-d]|eins|zwei|drei)\b | nehmen\ wir\ an
    | \d(?:er|e|ème)\ cas\b | (?:hypothèse|scénario|option)\ (?:\d|[a-d])\b
    | en\ el\ (?:primer|segundo|tercer|último|otro)\ caso\b | (?:opción|escenario)\ (?:\d|[a-d])\b | (?:primer|segundo|tercer)\ caso\b | para\ \S{1,3}\ ?=\ ?\S{1,6}\s?:
    | (?!最初に|まず)[^、。]{1,16}(?:だと|と)(?:仮定|すると|すれば) | [^、。]{1,12}(?:のとき|の時)は?、
    | в\ (?:первом|втором|третьем|другом|последнем)\ случае\b | (?:вариант|сценарий|случай|способ)\ (?:\d|[абв]|перв|втор|трет)\w*\b | пусть\ \S{1,3}\ ?=\ ?\S{1,6} | при\ \S{1,3}\ ?=\ ?\S{1,6}\s?[:,]
    |
    case\ (?:\d+|[ivx]+|[a-d])\b | (?:the\ )?(?:first|second|third|other|last)\ case\b | (?:now\ |next,?\ )?(?:suppose|assum(?:e|ing))\b | on\ the\ one\ hand | say\ (?:that\ )?\w+\ (?:is|=)
    | [\w()]{1,12}(?:\ [\w()]{1,12})?\s?=\s?[^\s:]{1,8}: | [^\s=:]{1,16}\s=\s[^\s:]{1,8}:
    | (?:情况|情形|第)[一二三四五六\d](?:种情况|种情形|类)?[：:，] | 第[一二三四五六\d]种情(?:况|形) | 假设[^全] | 假如
    | fall\ (?:\d+|[a-d])\b | (?:im|der)\ (?:ersten|zweiten|dritten|erste|zweite|dritte|anderen)\ fall\b | angenommen\b
    | cas\ (?:n°\s?)?\d+ | (?:premier|deuxième|second|troisième|dernier)\ cas\b | supposons\b | dans\ le\ (?:premier|deuxième|second|troisième|cas)\b | pour\ \S{1,8}\s?:
    | caso\ \d+ | (?:primer|segundo|tercer|último)\ caso\s?: | en\ (?:el\ )?caso\ (?:de|contrario)\b | supong(?:amos|o)\b
    | (?:場合|ケース)[一二三123１２３①②] | [^、。]{1,16}(?:の|る|い|た)場合(?:は|、|に|。)
    | случай\ \d+ | (?:первый|второй|третий)\ случай\b | предположим\b | допустим\b
"""
_CONCLUSION = r"""
    (?:so\ |now\ )?i(?:'m|\ am)\ (?:confident|certain|sure|satisfied)\b | (?:that|this|which)\ (?:gives|gives\ us|leaves\ us\ with|yields)\ the\ (?:final\ )?(?:answer|result)\b | (?:so|thus|therefore|hence),?\ (?:our|the)\ (?:final\ )?(?:answer|result|total|solution)\b | (?:the\ )?(?:final\ )?result\s?: | to\ (?:answer|wrap\ up)\b
    | 总结(?:一下|起来|：|，) | 归纳(?:一下|起来) | (?:最后|最终)(?:的)?(?:结果|答案|结论) | 答案(?:应该|就)?是 | 答：
    | das\ (?:ergebnis|endergebnis)\ (?:ist|lautet|beträgt)\b | (?:ergebnis|antwort|lösung)\s?: | (?:die\ )?(?:lösung|antwort)\ (?:ist|lautet|beträgt)\b | unterm\ strich | kurzum
    | le\ (?:résultat|total)\ (?:est|final|vaut)\b | (?:résultat|solution)\s?: | tout\ compte\ fait | en\ fin\ de\ compte
    | el\ (?:resultado|total)\ (?:es|final|sería)\b | (?:resultado|solución)\s?: | al\ final,\  | en\ pocas\ palabras | en\ síntesis
    | (?:最終的な)?(?:結果|結論|答え)(?:は|：|として) | 要するに | 結論(?:は|として|：)
    | результат\s?(?::|—|равен) | (?:окончательный\ )?ответ\b | подытож | одним\ словом | в\ конечном\ счёте
    |
    (?:so|thus|therefore|hence|okay|ok|and|then)?,?\ ?(?:the|my|our)\ (?:final\ )?(?:answer|result|conclusion)\ (?:is|should|must|would|comes)\b | so,?\ (?:the|my)\ (?:final\ )?answer | (?:final\ )?answer(?:\ is)?\s?: | final\ answer
    | in\ (?:conclusion|summary|short|the\ end)\b | (?:so,?\ )?putting\ (?:it|this|everything)\ (?:all\ )?together | to\ (?:sum\ up|summari[sz]e|conclude)\b | conclusion: | final\s?:
    | (?:因此|所以|故|那么)?，?(?:最终|最后)?的?(?:答案|结论|建议|(?<=的)结果|(?<=终)结果|(?<=，)结果)(?:是|为|就是|：) | 综上(?:所述)? | 总之 | 总的来说 | 总而言之 | 结论
    | (?:also|damit|somit|daher)?\ ?(?:ist\ |lautet\ )?die\ (?:endgültige\ )?(?:antwort|lösung)\b | zusammenfassend | zusammengefasst | fazit\b | alles\ in\ allem | kurz\ gesagt | (?:also|somit|damit|daher)\ (?:ist|lautet)\ die\ antwort
    | (?:donc,?\ |ainsi,?\ )?la\ (?:réponse|solution)\ (?:est|finale)\b | en\ (?:conclusion|résumé|somme|bref)\b | au\ final | pour\ (?:conclure|résumer) | conclusion\s?: | réponse\s?: | on\ (?:conclut|en\ conclut)
    | (?:así\ que|por\ (?:lo\ )?tanto|entonces)?,?\ ?la\ (?:respuesta|solución)(?:\ correcta|\ final)?\ (?:es|final|sería)\b | en\ (?:conclusión|resumen|definitiva|resumidas)\b | para\ (?:concluir|resumir) | conclusión\s?: | respuesta\s?:
    | (?:つまり|したがって|よって|ゆえに|結局|以上より)?、?(?:最終的な)?(?:答え|答|結論|解)は | 以上(?:より|から|をまとめ)、? | まとめると | 結論
    | (?:итак|значит|поэтому|следовательно|таким\ образом)?,?\ ?(?:окончательный\ )?ответ\b | таким\ образом | итого\b | в\ итоге | подводя\ итог | в\ заключение | вывод\b
"""
_PLAN = r"""
    (?:the|my|our)\ (?:approach|strategy|plan|idea|method)\s?: | (?:okay,?\ |so,?\ )*i\ (?:need|have|want|should)\ to\ (?:figure|determine|solve|compute|think|understand|identify|decide|write|make)\b | (?:the\ )?first\ (?:step|thing)\b.{0,12}\bis\b | (?:let's|let\ me)\ (?:tackle|approach|go\ through|go\ step|proceed|walk|take\ (?:it|this)) | (?:now|then|next|finally),?\ (?:i'll|i\ will|i\ need\ to|let's|let\ me|we\ (?:need|can|should))\b
    | 让我们?(?:从头|从|逐步|一步步|开始|仔细|来(?:分析|计算|看)) | (?:下面|以下|现在)(?:分|我们?来|开始|来|先) | 分(?:步|几步|成[一二三四]步) | (?:然后|之后)(?:我们?)?(?:再|来)(?:求|算|计算|分析|求解) | 需要(?:先|分)
    | (?:gehen|machen)\ wir\ (?:das\ )?(?:schritt\ für\ schritt|der\ reihe\ nach|es)\b | im\ (?:nächsten|zweiten|letzten)\ schritt | dann\ (?:berechne|bestimme|prüfe|berechnen|bestimmen)\b | schritt\ für\ schritt | (?:ich|wir)\ (?:muss|müssen|brauche|brauchen)\ (?:zuerst|zunächst)
    | (?:procédons|allons|avançons)\ (?:par|pas\ à\ pas|étape) | étape\ par\ étape | (?:ensuite|puis|après),?\ (?:je|nous|on)\ (?:calcule|vais|allons|cherche|regarde) | (?:mon|notre)\ (?:idée|approche|stratégie)\ est
    | (?:vamos|vayamos)\ (?:paso|por\ partes)\b | paso\ a\ paso | (?:luego|después),?\ (?:calculo|voy|vamos|busco)\b | primero\b | (?:mi|nuestra)\ (?:idea|estrategia)\ es
    | 順(?:番|を追って|に) | 一(?:つ|歩)ずつ | (?:次|それ)から(?:、|計算) | 整理(?:する|しよう|してみ)
    | (?:разбер(?:ём|ем)|рассмотрим|пойд(?:ём|ем)|действуем)\ (?:по\ шагам|шаг\ за\ шагом|по\ порядку) | шаг\ за\ шагом | (?:затем|потом|далее),?\ (?:я\ |мы\ )?(?:найд|посчита|вычисл|определ) | (?:моя\ )?идея\ (?:такая|в\ том)
    |
    (?:okay,?\ |ok,?\ |so,?\ |now,?\ |well,?\ )?(?:
        first(?:ly)?,?\ (?:i|let|we|of\ all)\b | first(?:ly)?,\  | (?:my|the|our)\ (?:plan|approach|strategy|idea)\ is | plan:
      | let\ me\ (?:start|begin|break|think|work|list|outline|first|try|set|figure|see\ what|recall|compute|calculate|define|consider|analy)
      | let(?:'s|\ us)\ (?:start|begin|break|enumerate|first|denote|list|outline|set\ up|define|work|try|consider|compute|analy|think\ (?:about|through))
      | i(?:'ll|\ will|\ need\ to|\ should|\ have\ to|\ want\ to|'m\ going\ to)\ (?:start|begin|first|try|use|work|compute|calculate|find|set|look|list|need|count|go|break|write|check\ each)
      | we\ (?:need|have|want|should|must|can)\ (?:to\ )?(?:find|count|compute|calculate|determine|solve|start|use|figure|first|check\ each|prove|show|write|produce) | need\ (?:to\ )?(?:find|count|compute|determine)\b
      | to\ (?:solve|do|find|answer|approach|tackle)\ (?:this|that|it|these)\b | (?:next|after\ that),?\ (?:i|let|we)\b | step\ (?:1|one|2|two|\d)\s?[:.,-] )
    | 首先 | 第[一二三]步 | 步骤 | 先(?:算|设|求|把|看|从|来|分析|确定|列|计算|考虑|找) | 我们?(?:可以)?先 | 我们可以(?:分|用|设|把|从|通过|列) | 接下来(?:我|，|再|要|就)? | 我(?:打算|计划|准备|需要先) | 让我(?:们)?(?:先|来|一步|逐步|分析|想想|想一想|考虑|算|计算) | (?:我的)?(?:思路|计划|方法)是
    | (?:also\ )?(?:zuerst|zunächst|als\ erstes|als\ nächstes|erstens)\b | ich\ (?:beginne|fange|werde|will|gehe|starte|versuche)\b | mein\ (?:plan|ansatz|vorgehen)\b | der\ plan\b | schritt\ \d | (?:beginnen|fangen|starten)\ wir | im\ ersten\ schritt | lass(?:t)?\ (?:mich|uns)\b
    | (?:tout\ )?d'abord\b | premièrement | (?:bon,?\ )?(?:je|nous|on)\ (?:vais|allons|va|commence|commençons)\b | commençons | étape\ \d | mon\ plan | il\ faut\ (?:d'abord|commencer) | procédons | dans\ un\ premier\ temps | ensuite,?\ je
    | primero,?\  | en\ primer\ lugar | (?:voy|vamos)\ a\b | (?:empecemos|empiezo|empezamos|comencemos|comienzo)\b | paso\ \d | a\ continuación | mi\ plan | lo\ primero\b | para\ empezar | después,?\ voy
    | まず | 最初に | はじめに | 初めに | 手順 | ステップ | 第一に | 次に | 方針
    | (?:итак,?\ |хорошо,?\ )?(?:сначала|сперва|для\ начала|во-первых|первым\ делом)\b | шаг\ \d | (?:мой\ )?план\b | начн(?:у|ём|ем)\b | давай(?:те)?\ (?:начн|сначала|разбер|посчита|рассмотр|попроб) | попроб(?:ую|уем)\b | затем\ (?:я|найд|посчита)
"""

_GENERAL_RETURN = r"""
    [^、。]{1,12}の話に戻 | (?:опять|снова|обратно)\ (?:к|о|про)\b | (?:anyway|anyhow),?\ (?:back|where)\b |
    .{0,24}\breturn(?:ing)?\ to\ (?:the|our|my|that|it|case|step|where|what)\b | .{0,16}\b(?:go|stick|stay)\ (?:back\ )?with\ (?:the|my|our)\ (?:first|original|earlier|initial)\b
    | (?:那|那么|好，?|嗯，?)?(?:还是|仍然?|就)(?:按|用|回|选|采用)[^，。]{0,8}(?:原来|最初|一开始|前面|之前|刚才|第[一二三]) | [^，。]{0,6}(?:回到|说回|言归正传)
    | (?:also\ |damit\ |dann\ |nun\ |jetzt\ )*(?:noch\ (?:ein)?mal|nochmals?|wieder)\ (?:z(?:u|ur|um)|auf)\b | (?:es\ )?bleibt\ (?:es\ )?(?:also\ |doch\ |damit\ )?(?:beim?|bei|doch)\b
    | (?:pour\ )?(?:en\ )?(?:reven|repren|retourn)\w+ | on\ en\ revient
    | (?:volv|regres|retom)\w+\ .{0,16}\b(?:a|al|la|el)\b | me\ quedo\ (?:entonces\ )?con\ (?:la|el)\ primer
    | [^。]{0,20}(?:に|へ)(?:戻|立ち返)
    | (?:итак,?\ |ладно,?\ |тогда\ )?(?:верн[ёе]мся|вернусь|возвращ\w+) | (?:и\ )?снова\ (?:к|о)\b | всё-таки\ (?:перв|исходн)
    | .{0,14}\bback\ to\ (?:the|our|my|this|that|it|case|step|where|what)\b | [^，。]{0,4}回到 | .{0,12}\bzurück\ z(?:u|ur|um)\b | .{0,12}\b(?:revenons|volvamos|volviendo|вернёмся|вернемся)\b | [^。]{0,18}に戻(?:る|ろ|っ|り)
"""
_GENERAL_CHECK = r"""
    (?:does|do|will|would|can)\ (?:\w+\ ){1,3}(?:fit|square|match|hold|work|agree|add\ up)\b | (?:passt|stimmt|geht|reicht)\ (?:das|es|sie|er)\b[^.!]{0,60}\? | (?:est-ce\ que\ )?(?:ça|cela|il|elle)\ (?:tient|colle|rentre|passe|convient)\b | ¿?(?:cuadra|encaja|cabe|coincide|sale)\b | (?:zum\ testen|testweise|probehalber)\b | contrôle\b | if\b[^.]{0,60}\b(?:were|was|had)\b[^.]{0,40}\bwould\b | (?:wenn|falls)\b[^.,]{0,50}\b(?:wäre|hätte)n?, | si\ (?:c'était|ce\ n'était|\w+\ \w+\ (?:était|avait))\b | si\ (?:fuera|fuese|hubiera)\b | (?:тогда|в\ таком\ случае)\b[^.]{0,40}\bбы\b | если\ бы\b | (?:посмотрим|проверим|видим),?\ (?:подходит|сходится|хватит|верно)\w* |
    (?:let(?:'s|\ me|\ us)|i(?:'ll)?|we(?:'ll)?)\ (?:just\ |now\ |quickly\ )?(?:re-?count|re-?calculate|compare\ (?:this|that|it|with|against)|trace\ (?:through|this|it|the)|try\ (?:it|this|that)\ (?:with|on|for)|cross-?check|audit)\b | (?:a\ )?(?:small|simple|numerical|numeric|spot)\ (?:example|check|test)\b
    | (?:我们?|让我|再|来|先|那就|这里)*(?:对照|比对|数一数|试一试|试试看|代进去|看(?:看|一下|一看)[^，。]{0,14}(?:是否|是不是|有没有|限制|要求|能不能)|再(?:算|数|读)一遍)
    | (?:ich|wir)\ (?:rechne|zähle|rechnen|zählen|vergleiche|lese|probiere|schaue)\ .{0,24}\b(?:nach|noch\ (?:ein)?mal|ob|aus)\b | (?:schauen|sehen)\ wir,?\ ob\b | (?:kurzer|schneller|ein)\ (?:blick|test)\b | stimmt\ das\ (?:mit|auch)\b
    | (?:regardons|voyons|je\ (?:regarde|vois))\ si\b | (?:essayons|j'essaie|on\ essaie|testons)\ (?:sur|avec|pour)\b | (?:je|on)\ (?:re(?:compte|calcule|lis|fais)|compare)\b | re(?:comptons|calculons|lisons|faisons)\b | comparons\b | petit\ (?:test|contrôle)
    | (?:a\ ver|veamos|miro|mira|miremos)\ si\b | (?:lo\ |la\ )?(?:pruebo|compruebo|repaso|reviso|recuento|recalculo|releo|comparo|contrasto)\b | (?:probando|contando\ de\ nuevo)\b | hago\ la\ prueba
    | [^、。]{0,20}(?:計算|比較|確認|検算|見|試|数え|読み返|確かめ|当てはめ)(?:し)?て(?:みると|みれば|見ると)
    | (?:пере)?(?:читаю|считаю|считаем|считаем)\ .{0,40}\b(?:чтобы|ещё\ раз|заново)\b | (?:посмотрим|посмотрю|гляну)\ (?:на|,\ (?:что|есть|сход|совпад)) | (?:пересчита|прикин|сверя|перечит)\w+ | провер\w+ | попробуем\ на\b
    | (?:now,?\ |so,?\ |okay,?\ )*(?:re-?)?check(?:ing|s)\b | to\ be\ (?:sure|safe|certain)\b | does\ (?:this|that|it)\ (?:work|hold|satisfy|match|fit|agree|add|give|check|equal)\b
    | [^，。]{0,8}(?:验证|检验|验算|核对|代回)(?!码|员) | [^、。]{1,14}(?:を|で)(?:確認|検算|検証|確かめ) | 試しに | .{0,16}\b(?:probe|gegenprobe)\b | (?:assurons|vérif|chequ|сверим|сверя|убежда)
"""
_GENERAL_ALTERNATIVE = r"""
    (?:could|might|may)\ (?:it|this|that|the|they)\ (?:\w+\ ){0,2}be\b(?!\ (?:right|wrong)) | (?:another|a\ different|one\ more)\ (?:thought|suspect|theory|explanation)\b | (?:会不会|是不是|难道)(?:是|因为)[^对错] | (?:dann|und)\ vielleicht\b | genauso\ (?:gut|wohl)\b | (?:puede|podría)\ (?:que\ sea|ser)\b | quizás?\ sea\b | tal\ vez\ sea\b | il\ se\ peut\b | c'est\ peut-être\b | ひょっと(?:すると|したら) | もしかし(?:て|たら) | не\ исключено | ещё\ (?:вариант|версия|одна) | возможно,?\ | вдруг\b |
    (?:maybe|perhaps|possibly)\b.{0,40}\b(?:could|can|might|would|should)\b | (?:one|a\ third|a\ second|a\ simpler|an\ easier|a\ further)\ (?:possibility|option|alternative|idea|way|route)\ (?:is|would|could)\b | or\ (?:else\ )?(?:we|i|one|they|he|she|it|maybe|perhaps)\ (?:could|can|might)\b
    | (?:如果|要是|若)(?:用|改用|换成|采用|从)[^。]{1,24}也 | 也(?:能|可以|许)(?!看) | (?:也|不过，?也|当然也)(?:有|许)(?:一种)?可能 | (?:另外|此外)，[^。]{0,12}(?:也)?可以 | (?:还|再)(?:有|一种)(?:一个)?(?:办法|方法|选择|方案)
    | (?:denkbar|möglich|vorstellbar)\ (?:wäre|ist)\b | .{0,24}\b(?:ginge|wäre|käme)\ (?:auch|ebenso|genauso|stattdessen|infrage)\b | statt\b.{0,24}\b(?:ginge|könnte|kann|geht|wäre|ließe)\b
    | .{0,24}\b(?:serait|est)\ (?:aussi\ |également\ )?(?:possible|envisageable|une\ option)\b | (?:on|nous|je)\ (?:peut|pourrai[ts]|peux|pourrions)\ (?:aussi\ |encore\ |également\ )?(?:poser|prendre|essayer|passer|utiliser|imaginer|garder|partir|envisager)\b | ou\ (?:alors|encore|on)\b | peut-être\b
    | (?:o|u)\ (?:podría|puede|cabe|quizás?|tal\ vez|bien|se\ podría)\w*\b | (?:una|la\ otra|una\ tercera)\ (?:posibilidad|opción|alternativa|idea)\b | cabría\b | (?:sería|es)\ (?:también\ )?posible\b | también\ se\b
    | [^。]{2,40}(?:方法|手|案|やり方|道|選択肢)(?:も|が)(?:あり|ある|考えられ) | [^。]{2,40}(?:という)?のも(?:面白|一つ|ありえ|よさそう|いい|手)
    | может(?:\ быть)?,\  | как\ вариант | (?:возможно|пожалуй),\ .{0,30}\b(?:стоит|лучше|можно)\b | (?:можно|есть)\ (?:и|ещё|также)\b | а\ можно\b
    | .{0,24}\b(?:another|other|different|alternative|second)\ (?:way|method|approach|option|idea|possibility|route|angle)\b | how\ about\b | (?:can|could)\ (?:we|i|one)\b.{0,70}\? | an?\ alternative\b
    | [^，。]{0,6}(?:另一|换一|另外|别的|其他)(?:种|个)?(?:方法|思路|办法|角度|做法|可能) | 另外， | .{0,20}\b(?:ander\w*|weiter\w*|alternativ\w*)\ (?:weg|ansatz|möglichkeit|idee|methode|lösung)\b | (?:eine\ )?alternative\b | oder\ (?:per|mit|durch)\b
    | (?:une\ )?alternative\b | autrement[, ] | .{0,20}\bautre\ (?:façon|méthode|possibilité|option|idée|piste|approche)\b | (?:otra\ )?alternativa\b | .{0,20}\botr[oa]\ (?:método|forma|manera|opción|idea|posibilidad|camino|enfoque)\b
    | [^。]{0,10}(?:別|他|ほか)の(?:方法|考え|やり方|案|見方|解き方|可能性) | 逆から | (?:ещё|еще|другой)\ (?:вариант|способ) | иначе\b
"""
_GENERAL_CONCLUSION = r"""
    .{0,28}\b(?:answer|result)\ ?(?:is|=|:)(?!\ (?:the|a|an)\ (?:function|list|string|number\ of)) | [^\n]*\\boxed\{ | (?:so|then),?\ in\ (?:conclusion|summary|total)\b
    | [^，。]{0,8}(?:答案(?:是|为|就|：)|最终得到) | 最后得到 | .{0,20}\b(?:antwort|ergebnis|lösung)\ ?(?:ist|lautet|=|:) | .{0,20}\b(?:réponse|respuesta)(?:\ finale?|\ final)?\ ?(?:est|es|=|:) | .{0,20}\bответ\ ?[:—=-] | [^、。]{0,10}(?:答え?|結果|結論)(?:は|：|が)
"""
_GENERAL_PLAN = r"""
    ich\ (?!bin|habe|glaube|denke|weiß|sehe|finde|vermute|hoffe|frage)\w+e\b(?=[^.=]*\b(?:und|dann|danach|zuerst)\b) | je\ (?!suis|pense|crois|sais|vois|me\ )\w+e\b(?=[^.=]*\b(?:et|puis|ensuite)\b) | (?!creo|pienso|digo|como|pero)[a-zñ]{3,}o\b(?=[^.=]*\by\ (?:luego|después)\b) | am\ besten\b |
    (?:the|my|our)\ (?:structure|order|outline|layout|reply|steps?|sequence)\ (?:will|would|should|is|are|could)\b | here(?:'s|\ is)\ (?:how|what|the\ plan|my\ plan|a\ plan)\b | (?:i|we)(?:'ll|\ will|'d|\ would)\ (?:sort|split|group|compare|treat|pin|take|look|do|check|solve|derive|show|put|keep|divide)\b
    | [^，。]{0,8}(?:顺序|步骤|结构|思路|计划|方案|大纲)(?:是|如下|为|：|分) | 我(?:会|要|将|先|来)(?!不|错)
    | (?:der|die|mein|meine)\ (?:aufbau|reihenfolge|gliederung|vorgehen|weg)\b.{0,12}\b(?:ist|wird|wäre|sieht)\b | (?:ich|wir)\ (?:rechne|gehe|vergleiche|teile|setze|nehme|berechne|bestimme|zähle|suche|löse|ordne|trenne|sortiere|zerlege|stelle|nenne|zeige|rechnen|gehen|teilen|setzen|berechnen)\b
    | (?:le|la|l'|mon)\ ?(?:ordre|structure|plan|déroulé)\ (?:est|sera|serait)\b | (?:je|nous|on)\ [a-zéèêç]{2,}(?:rai|rons|ra)\b | le\ mieux\ (?:est|serait)\ de\b | (?:posons|partons|divisons|découpons|listons|comptons)\b
    | (?:el|la|mi)\ (?:orden|estructura|esquema|plan)\ (?:será|es|sería)\b | (?!seré|pero|qué|por\ qué|sé)[a-zñ]{2,}ré\b | (?:cuento|calculo|divido|separo|planteo|ordeno|comparo)\ (?:primero|las?|los?|el|una?)\b
    | [^。]{0,10}(?:順番|構成|流れ|手順)(?:は|で)
    | (?:порядок|структура|ход)\ (?:такой|такая|будет|ответа)\b | (?:сложу|разделю|сравню|составлю|выпишу|рассмотрю|обозначу|возьму|разберу|запишу|посчитаю|найду|решу|отвечу|предложу|покажу|перечислю|вычислю|переберу|введу|выражу|подставлю)\b
    | (?:okay,?\ |ok,?\ |so,?\ |now,?\ |well,?\ |then,?\ |next,?\ |first,?\ )*(?:(?:let\ me|let's|let\ us)(?!\ see\b)|we'll|we\ will|i'm\ going\ to|we're\ going\ to|i\ (?:want|need|have)\ to|i(?:'ll|\ will)\ (?!be\b))\b
    | 让我们? | 我们?(?:来|先|要先|分[一二三四两]步) | (?:先|再)来(?:看|算|求|分析) | on\ va\b
    | \w{3,}\ (?:\w+\ )?(?:zuerst|zunächst|d'abord|сначала)\b
"""
_STRONG = (
    (StepKind.CHECK, _CHECK),
    (StepKind.DOUBT, _DOUBT),
    (StepKind.RETURN, _RETURN),
    (StepKind.CASE, _CASE),
    (StepKind.ALTERNATIVE, _ALTERNATIVE),
    (StepKind.CONCLUSION, _CONCLUSION),
    (StepKind.PLAN, _PLAN),
)
_GENERAL = (
    (StepKind.RETURN, _GENERAL_RETURN),
    (StepKind.CHECK, _GENERAL_CHECK),
    (StepKind.ALTERNATIVE, _GENERAL_ALTERNATIVE),
    (StepKind.CONCLUSION, _GENERAL_CONCLUSION),
    (StepKind.PLAN, _GENERAL_PLAN),
)


def _of_kinds(patterns: tuple[tuple[StepKind, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind.value}>{pattern})" for kind, pattern in patterns), re.VERBOSE)


STRONG_CUES = _of_kinds(_STRONG)
"""For text in small letters: whatever the case they would take twice as long. Each group is named for its kind."""
GENERAL_CUES = _of_kinds(_GENERAL)
