"""The words with which thoughts turn, as data, a line or two for each language of seven.

A cue stands at the beginning of a sentence. Weak ones count at the beginning of a paragraph only, where they are said of
what comes, and not of what was just computed.
"""

# ruff: noqa: E501 - a line for each language

from __future__ import annotations

import re

from app.reasoning.trace_steps import StepKind

_CHECK = r"""
    (?:ok(?:ay)?,?\ |so,?\ |now,?\ |but\ )?let(?:'s|\ me|\ us)\ (?:just\ |quickly\ |also\ )?
        (?:double[- ]?check|re-?check|check|verify|test|confirm|validate|plug|make\ sure|see\ (?:if|whether))
    | (?:i'll|i\ will|i\ should|we\ should)\ (?:double[- ]?check|check|verify|test|confirm)
    | (?:to|as\ a)\ (?:double[- ]?check|verify|check|confirm|sanity\ check) | double[- ]?check | (?:a\ )?(?:quick|sanity)\ check
    | check(?:ing)?(?=\s*[:,]|\ (?:that|if|whether|with|by|for|this|again|against)\b|\ \S+\s*=)
    | verif(?:y|ying|ication)\b | plug(?:ging)?\ (?:\S+\ )?(?:back\ )?in | test(?:ing)?(?:\ (?:with|this|that|it)\b|:)
    | does\ (?:this|that|it)\ (?:work|hold|add\ up|make\ sense)
    | (?:让我|我们?|最后|现在|再|来|我试着)*(?:再|来|重新|仔细)?(?:验证|检验|验算|检查|核对|确认|核实|复查)
    | 代入[^，。]{0,12}(?:检验|验证|验算)
    | (?:zur\ )?(?:probe|kontrolle|überprüfung|gegenprobe)\b | (?:über)?prüfen\ wir | rechnen\ wir\ (?:das\ )?nach
    | ich\ (?:prüfe|überprüfe|kontrolliere|teste|rechne\ (?:das\ )?nach) | testen\ wir | (?:kurzer\ )?test: | machen\ wir\ die\ probe
    | vérif(?:ions|ication|ie)\b | (?:je|on)\ (?:vérifie|teste|contrôle)\b | testons | contrôlons | pour\ (?:vérifier|contrôler)
    | comprob(?:emos|ación|ando|amos|ar)\b | verifi(?:quemos|cación|cando|camos|car|co)\b | revis(?:emos|ando)\b | probemos
    | para\ (?:comprobar|verificar|asegurar)
    | (?:一応|念のため|ここで|では|最後に|もう一度)?、?(?:確認|検算|検証|確かめ|チェック|代入して) | [^、。]{1,12}を(?:確認|検算|検証|確かめ|チェック) | 念のため
    | (?:давай(?:те)?\ |теперь\ )?(?:пере)?провер(?:им|ю|ка|яем|ить)\b | убедимся | для\ проверки
"""

_FAILED = r"""
    (?:does|do|did|is|are|was|would)(?:n't|n’t|\ not)\ (?:\w+\ )?(?:work|match|fit|hold|add\ up|agree|equal|true|right|correct|satisf\w+|0\b|\d)
    | (?:can't|cannot|can’t)\ be | which\ is\ not | ≠ | contradict | mismatch | \bfails?\b | \bwrong\b | not\ the\ same | too\ (?:large|small|many|few|big)
    | 不对 | 不符 | 不成立 | 不行 | 不等于 | 错了 | 有误 | 矛盾 | 不一致 | 不满足 | 不正确
    | (?:passt|stimmt|geht|klappt|funktioniert)\ (?:\w+\ ){0,2}nicht | stimmt\ (?:da\ )?etwas\ nicht | da\ stimmt\ etwas\ nicht | nicht\ (?:überein|erfüllt|gleich) | \bfalsch\b | widerspruch
    | ne\ (?:marche|va|colle|convient|fonctionne|correspond)\ pas | \b(?:est|c'est)\ faux\b | pas\ (?:bon|égal|correct|cohérent) | contradiction
    | no\ (?:funciona|coincide|cuadra|cumple|encaja|es\ (?:igual|correcto|cierto)) | incorrecto | contradicción
    | 合わない | 合いません | 一致しない | 成り立たない | おかしい | 間違 | 無理がある | 矛盾 | 違ってい
    | не\ (?:совпада\w+|сход\w+|подход\w+|работа\w+|выполня\w+|верно|равно) | неверно | противореч
"""

_DOUBT = r"""
    (?:oh,?\ |but\ |no,?\ |ah,?\ |ok(?:ay)?,?\ |so,?\ |hmm+,?\ )*
    (?: wait(?=[,.!?:;…—–-]|\ (?:a\ (?:minute|second|moment)|no|but|is|are|does|do|did|what|that|this|if|i|we|so|maybe|actually|let|the\ (?:question|problem))\b)
      | hold\ on | h+m+\b | actually[,:]\ ?(?:no|wait|that|this|i|it|let|maybe|hmm)?\b | actually\ (?:no|wait)\b | not\ so\ fast | scratch\ that | oops | on\ second\ thought
      | let\ me\ (?:reconsider|re-?think|re-?read|think\ again|look\ again|start\ over) | (?:is|am|are)\ (?:that|this|i|we)\ (?:right|sure|correct)
      | that(?:'s|\ is|\ can't\ be|\ doesn't\ seem)\ (?:not\ )?(?:right|wrong)\b | i\ (?:made\ a\ mistake|misread|was\ wrong|must\ have|think\ i\ (?:made|mis)|'m\ not\ (?:so\ )?sure)
      | i'm\ not\ (?:so\ )?sure | did\ i\ | no[,!]\ | however,\ )
    | (?:但是?|可是|嗯，?|哦，?|啊，?)?(?:等一下|等等|等下|且慢|不对|慢着|稍等|不，) | 让我(?:再|重新)(?:想|考虑|思考|读|看) | (?:但是|可是|不过)[^。]{0,40}[吗呢]？ | 不过， | 哎呀 | 我(?:弄错|搞错|算错|看错) | 真的是这样吗
    | (?:ach,?\ |nein,?\ |aber\ |oh,?\ )*(?:moment|halt|warte|stopp|hm+)\b(?:\ mal)?[,.:!—–…-]? | nein,\  | ach,?\ | (?:das\ )?(?:kann|stimmt)\ (?:das\ )?(?:nicht|so\ nicht)
    | allerdings\b | eigentlich\ (?:nicht|doch)\b | ich\ habe\ mich\ (?:ver|geirrt) | aber\ ist\ (?:das|es)
    | (?:mais\ |non,?\ |ah,?\ |oh,?\ |euh,?\ )*(?:attends|attendez|attention|un\ (?:instant|moment)|minute|hm+)\b | non,\  | en\ fait,?\ non | je\ me\ (?:suis\ trompé|trompe) | cependant\b | pourtant,
    | (?:pero\ |no,?\ |ah,?\ |oh,?\ )*(?:espera|espere|esperen|alto|un\ (?:momento|segundo)|hm+)\b | no,\  | aunque\ (?:quizás?|tal\ vez|no)\b | sin\ embargo | me\ (?:he\ )?equivo\w+ | en\ realidad,?\ no
    | (?:いや|でも|あ|え|うーん|ん|おっと|ちょっと|しかし|、|？|\ )*(?:待って|待てよ|待った) | いや[、。いち] | うーん | でも、 | しかし、 | あれ[、？] | 本当に[^。]*[かな]？? | 間違え(?:た|て)
    | (?:но\ |а\ |нет,?\ |ой,?\ |хм+,?\ )*(?:подожди(?:те)?|погоди(?:те)?|стоп|постой(?:те)?|минуту|секунду|хм+)\b | нет,\  | хотя\b | однако\b | на\ самом\ деле,?\ нет | я\ ошиб\w+ | ой\b
"""
_BUT = r"(?:but|though|yet|aber|doch|mais|pero|но|а|但是?|可是|でも|しかし)\b"
_BUT_CJK = r"(?:但是?|可是|でも|しかし)"

_RETURN = r"""
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
    (?:or\ )?alternatively | (?:or,?\ )?another\ (?:way|approach|possibility|option|idea|method|thought|interpretation|angle) | or,?\ (?:maybe|we|i|perhaps|instead)\b | (?:maybe|perhaps)\ (?:(?:i|we)\ (?:can|could|should)|there(?:'s|\ is))
    | what\ if\ (?:i|we)\b | instead,\  | (?:a|let\ me\ try\ a|try\ a)\ different\ (?:way|approach|method|angle) | (?:we|i|one|you|they)\ could\ (?:also|instead) | (?:on|from)\ the\ other\ hand | let('s|\ me)\ try\ (?:another|something\ else)
    | 或者 | 另(?:外)?一(?:种|个)(?:办法|思路|方法|可能|角度|做法|想法)? | 还有一(?:种|个) | 换(?:个|一种|一个)(?:思路|角度|方法) | (?:我们|其实)?也可以 | 要不(?:然)? | 另一方面
    | alternativ\b | ein(?:e|en)?\ (?:andere[rns]?|weitere[rns]?|alternative[rn]?)\ (?:\w+) | man\ könnte\ (?:auch|stattdessen|es) | oder\ (?:man|ich|wir|vielleicht|es)\b | anders\ herum | andererseits | ein\ anderer\ (?:weg|ansatz)
    | alternativement | sinon\b | une?\ autre\ (?:\w+) | autre\ (?:idée|possibilité|option|méthode|piste) | on\ (?:peut|pourrait)\ (?:aussi|également) | ou\ bien\b | d'un\ autre\ côté
    | alternativamente | otr[ao]\ (?:opción|posibilidad|forma|manera|idea|camino|método|enfoque|alternativa) | también\ (?:se\ )?(?:podría|puede|cabe) | o\ bien\b | por\ otro\ lado
    | あるいは | または | もしくは | 別の(?:方法|考え|やり方|案|見方|解) | 別解 | もう(?:一|ひと)つの | (?:他|ほか)の(?:方法|案|可能性) | (?:他|ほか)に
    | альтернатив | (?:есть\ )?(?:и\ )?друг(?:ой|ая|ое)\ (?:вариант|способ|подход|возможность|идея|путь|решение) | ещё\ один|еще\ один | можно\ (?:также|ещё|еще|и\ иначе|было\ бы) | или\ же\b | с\ другой\ стороны | либо\b
"""

_CASE = r"""
    case\ (?:\d+|[ivx]+|[a-d])\b | (?:the\ )?(?:first|second|third|other|last)\ case\b | suppose\b | assum(?:e|ing)\b | on\ the\ one\ hand | say\ (?:that\ )?\w+\ (?:is|=)
    | [\w()]{1,12}(?:\ [\w()]{1,12})?\s?=\s?[^\s:]{1,8}: | [^\s=:]{1,16}\s=\s[^\s:]{1,8}:
    | (?:情况|情形|第)[一二三四五六\d](?:种情况|种情形|类)?[：:，] | 第[一二三四五六\d]种情(?:况|形) | 假设[^全] | 假如
    | fall\ (?:\d+|[a-d])\b | (?:im|der)\ (?:ersten|zweiten|dritten|erste|zweite|dritte|anderen)\ fall\b | angenommen\b
    | cas\ (?:n°\s?)?\d+ | (?:premier|deuxième|second|troisième|dernier)\ cas\b | supposons\b | dans\ le\ (?:premier|deuxième|second|troisième|cas)\b | pour\ \S{1,8}\s?:
    | caso\ \d+ | (?:primer|segundo|tercer|último)\ caso\s?: | en\ (?:el\ )?caso\ (?:de|contrario)\b | supong(?:amos|o)\b
    | (?:場合|ケース)[一二三123１２３①②] | [^、。]{1,16}(?:の|る|い|た)場合(?:は|、|に)
    | случай\ \d+ | (?:первый|второй|третий)\ случай\b | предположим\b | допустим\b
"""
_WEAK_CASE = r"""
    (?:and\ |but\ )?(?:if|when)\b | 如果 | 若 | 要是 | (?:falls|wenn|sollte)\b | si\b | s'il | もし | (?:а\ |но\ )?если\b | on\ the\ other\ hand | sonst\b | sinon\b | otherwise\b
"""

_CONCLUSION = r"""
    (?:so|thus|therefore|hence|okay|ok|and|then)?,?\ ?(?:the|my|our)\ (?:final\ )?(?:answer|result|conclusion)\ (?:is|should|must|would|comes)\b | so,?\ (?:the|my)\ (?:final\ )?answer | (?:final\ )?answer(?:\ is)?\s?: | final\ answer
    | in\ (?:conclusion|summary|short|the\ end)\b | (?:so,?\ )?putting\ (?:it|this|everything)\ (?:all\ )?together | to\ (?:sum\ up|summari[sz]e|conclude)\b | conclusion:
    | (?:因此|所以|故|那么)?，?(?:最终|最后)?的?(?:答案|结论|结果|建议)(?:是|为|就是|：) | 综上(?:所述)? | 总之 | 总的来说 | 总而言之 | 结论
    | (?:also|damit|somit|daher)?\ ?(?:ist\ |lautet\ )?die\ (?:endgültige\ )?(?:antwort|lösung)\b | zusammenfassend | zusammengefasst | fazit\b | alles\ in\ allem | kurz\ gesagt | (?:also|somit|damit|daher)\ (?:ist|lautet)\ die\ antwort
    | (?:donc,?\ |ainsi,?\ )?la\ (?:réponse|solution)\ (?:est|finale)\b | en\ (?:conclusion|résumé|somme|bref)\b | au\ final | pour\ (?:conclure|résumer) | conclusion\s?: | réponse\s?:
    | (?:así\ que|por\ (?:lo\ )?tanto|entonces)?,?\ ?la\ (?:respuesta|solución)\ (?:es|final|sería)\b | en\ (?:conclusión|resumen|definitiva|resumidas)\b | para\ (?:concluir|resumir) | conclusión\s?: | respuesta\s?:
    | (?:つまり|したがって|よって|ゆえに|結局|以上より)?、?(?:最終的な)?(?:答え|答|結論|解)は | 以上(?:より|から|をまとめ)、? | まとめると | 結論
    | (?:итак|значит|поэтому|следовательно|таким\ образом)?,?\ ?(?:окончательный\ )?ответ\b | таким\ образом | итого\b | в\ итоге | подводя\ итог | в\ заключение | вывод\b
"""
_WEAK_CONCLUSION = r"""
    therefore\b | thus\b | hence\b | overall\b | so,?\ (?:in\ total|in\ the\ end|overall|there\ are|we\ (?:get|have|need|find)|it\ (?:is|takes|would)|x\b|n\b) | all\ in\ all | finally\b | altogether | ultimately\b
    | 因此 | 所以 | 故 | 最终 | 于是，?我 | 由此可(?:见|知)
    | (?:also|daher|somit|folglich|deshalb|demnach|insgesamt|letztlich|schließlich|damit)\b
    | donc\b | ainsi\b | finalement\b | bref\b | par\ conséquent | en\ définitive | au\ total
    | por\ (?:lo\ )?tanto | así(?:\ que|\ pues)?\b | finalmente\b | en\ total | en\ consecuencia | luego\b
    | したがって | 従って | よって | ゆえに | つまり | 結局 | だから | 最終的に | このように | というわけで
    | итак\b | следовательно | значит\b | поэтому\b | в\ результате | окончательно | в\ общем
"""

_PLAN = r"""
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
    | (?:итак,?\ |хорошо,?\ )?(?:сначала|для\ начала|во-первых|первым\ делом)\b | шаг\ \d | (?:мой\ )?план\b | начн(?:у|ём|ем)\b | давай(?:те)?\ (?:начн|сначала|разбер|посчита|рассмотр|попроб) | попроб(?:ую|уем)\b | затем\ (?:я|найд|посчита)
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


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


STRONG_CUES = _compiled("|".join(f"(?P<{kind.value}>{pattern})" for kind, pattern in _STRONG))
"""Each group is named for its kind; the first that matches counts."""
WEAK_CONCLUSION = _compiled(_WEAK_CONCLUSION)
WEAK_CASE = _compiled(_WEAK_CASE)
"""Said of a case if what stands beside it is one, too."""
BUT = re.compile(f"{_BUT}|{_BUT_CJK}", re.IGNORECASE)
"""Begins a doubt if the sentence is a question."""
FAILED = _compiled(_FAILED)
CONSEQUENCE = _compiled(
    r"(?:then|so|that|this|in\ that\ case|therefore|dann|also|damit|das|alors|donc|on|entonces|así|eso|тогда|значит|это)\b"
    r"|那么|所以|这样|那|では|それなら|なら|だから"
)
"""Begins what follows from a doubt."""
