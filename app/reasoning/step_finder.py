"""Finds the steps of a thought while it streams, without a model: by its paragraphs and by the words it turns with.

Each sentence is looked at once, when it is complete, so the cost of a character does not depend on how long the thought
is. A step may change its kind while what it says goes on: a check that fails is told by its result, and the first of
several cases by the second.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from app.reasoning.trace_steps import StepKind, TraceStep

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]*]*(?=\s)|[。！？][」』”）]*|\n")
_ITEM = re.compile(r"\s*(?:\d{1,3}|[A-Za-z])\.\Z")
"""The number of an item in a list, whose full stop ends no sentence."""
_MARKUP = re.compile(r"\A[\s*_#>•\-–—\"“«(¿¡]*(?:\d{1,3}[.)]\s+[*_]*)?")
_QUESTION = re.compile(r"[?？][\"”’»)\]*」]*\s*\Z|か(?:な|しら)?[。？]\s*\Z|[吗呢][？。]\s*\Z")
_WORD = re.compile(r"\w+")
_HEAD = 80
_LONGEST_SENTENCE = 2000
_SENTENCE_TAIL = 16
_HELD_BACK = 8
"""Characters at the end of what has come that may still belong to the end of a sentence."""
_MEASURED = re.compile(r"\d")
_FEWEST_BEFORE_AN_END = 2
_STEPS_BEFORE_AN_ANSWER = 4
"""After so many steps the last paragraph says what has come of them, whatever it begins with."""
_SHORT = 3
"""Words of a remark that belongs to what it follows: `Good.`"""

_ONE_SENTENCE = frozenset({StepKind.PLAN, StepKind.RETURN})
"""Kinds that end with their sentence, if the next one does not go on so."""
_LASTING = frozenset(StepKind) - _ONE_SENTENCE - {StepKind.STATEMENT, StepKind.DOUBT}
"""Kinds that last to the end of their paragraph, or to the next turn."""
_CHECKS = frozenset({StepKind.CHECK, StepKind.FAILED_CHECK})
_GOES_ON = frozenset({StepKind.PLAN, StepKind.DOUBT, StepKind.CHECK, StepKind.CONCLUSION})
"""Kinds of which a second cue begins no second step."""


class StepFinder:
    """Takes a thought in pieces; `steps` is what has been found of it."""

    def __init__(self) -> None:
        self.steps: list[TraceStep] = []
        self._pending = ""
        self._scanned = 0
        self._done = 0
        """Where what is pending begins in the thought."""
        self._newlines = 2
        self._was_question = False
        self._block: int | None = None
        """The step that the latest paragraph or line began."""
        self._weak_case = ""
        """What it begins with, if that is said of a case where another one stands beside it."""
        self._denied = -1
        """The check that failed by a denial alone."""
        self._latest = (0, "")
        """Where the latest sentence begins, and its first words."""
        self._ends_with_last_word = False
        self._marks: list[tuple[int, int, float]] = []
        """Where each piece began, after how many tokens and seconds; those of steps that have begun are forgotten."""
        self._changed = 0

    def feed(self, text: str, *, tokens: int = 0, seconds: float = 0.0) -> int:
        """Take what comes next, and return the place of the first step that is new or has changed.

        `tokens` and `seconds` are those of the thought before this text.
        """
        self._marks.append((self._done + len(self._pending), tokens, seconds))
        self._changed = len(self.steps)
        self._pending += text
        begun = 0
        while True:
            end = self._sentence_end(begun)
            if end is None:
                break
            self._take(self._pending[begun:end], self._done + begun)
            begun = end
        self._done += begun
        self._pending = self._pending[begun:]
        self._scanned = max(0, len(self._pending) - _HELD_BACK)
        return self._changed

    def finish(self) -> list[TraceStep]:
        """Take what is left as complete, and return all steps."""
        if self._pending:
            self._take(self._pending, self._done)
            self._done += len(self._pending)
            self._pending = ""
        if len(self.steps) >= _FEWEST_BEFORE_AN_END:
            self._end()
        return self.steps

    def _end(self) -> None:
        """Let the last words be a conclusion, where they look like one because nothing follows."""
        last = self.steps[-1]
        start, head = self._latest
        if last.kind is StepKind.CONCLUSION:
            return
        is_end = self._ends_with_last_word or (self._block == len(self.steps) - 1 >= _STEPS_BEFORE_AN_ANSWER)
        if last.kind is StepKind.PLAN or (is_end and last.kind is StepKind.STATEMENT):
            self._set_kind(len(self.steps) - 1, StepKind.CONCLUSION)
        elif start > last.start and (WEAK_CONCLUSION.match(head) or LAST_WORD.match(head)):
            self._begin(StepKind.CONCLUSION, start, 0)

    def _sentence_end(self, begun: int) -> int | None:
        scan = max(begun, self._scanned)
        while found := _SENTENCE_END.search(self._pending, scan):
            if found[0] != "." or not _ITEM.match(self._pending[begun : found.end()]):
                return found.end()
            scan = found.end()
        is_long = len(self._pending) - begun > _LONGEST_SENTENCE
        return begun + _LONGEST_SENTENCE if is_long else None

    def _take(self, sentence: str, start: int) -> None:
        words = sentence.lstrip()
        newlines = self._newlines + sentence.count("\n", 0, len(sentence) - len(words))
        if not words:
            self._newlines = newlines
            return
        self._newlines = int(sentence.endswith("\n"))
        start += len(sentence) - len(words)
        head = _MARKUP.sub("", words[:_HEAD], count=1).replace("*", "")
        is_question = _QUESTION.search(words[-_HELD_BACK:]) is not None
        kind = self._kind_of(head, words, is_question=is_question, newlines=newlines)
        if kind is not None:
            self._begin(kind, start, newlines)
        self._was_question, self._latest = is_question, (start, head)
        self._judge(words, begins=kind is not None)
        if newlines:
            self._note_block(head)

    def _judge(self, words: str, *, begins: bool) -> None:
        """Let a check be one that failed, by what this sentence says; one that is denied may yet turn out to hold."""
        place = len(self.steps) - 1
        kind = self.steps[place].kind
        if kind is StepKind.STATEMENT and VERDICT_YES.search(words) and not self._was_question:
            self._set_kind(place, StepKind.CHECK)
        elif kind is StepKind.PLAN and begins and _MEASURED.search(words) and FAILED.search(words):
            self._set_kind(place, StepKind.FAILED_CHECK)  # it has been done in the same breath
        elif kind is StepKind.CHECK and FAILED.search(words):
            self._set_kind(place, StepKind.FAILED_CHECK)
        elif kind is StepKind.CHECK and not begins and _is_denied(words):
            self._set_kind(place, StepKind.FAILED_CHECK)
            self._denied = place
        elif (
            kind is StepKind.FAILED_CHECK and self._denied == place and HELD.search(words) and not DENIED.search(words)
        ):
            self._set_kind(place, StepKind.CHECK)  # what was denied was no verdict

    def _kind_of(self, head: str, words: str, *, is_question: bool, newlines: int) -> StepKind | None:
        """Return the kind of the step that begins with this sentence; `None` if it belongs to the one before."""
        now = self.steps[-1].kind if self.steps else None
        if now in _CHECKS and not newlines and VERDICT_NO.match(head):
            return None
        cue = self._cue(head, words, is_question=is_question, newlines=newlines)
        if newlines >= 2 or now is None:
            return cue or StepKind.STATEMENT
        if cue is StepKind.PLAN and now in _LASTING and not newlines:
            return None
        if cue is not None:
            is_same = cue is now or (cue is StepKind.CHECK and now is StepKind.FAILED_CHECK)
            return None if is_same and cue in _GOES_ON else cue
        if now in _ONE_SENTENCE or (now is StepKind.DOUBT and self._ends_doubt(head, is_question=is_question)):
            return StepKind.STATEMENT
        return None

    def _cue(self, head: str, words: str, *, is_question: bool, newlines: int) -> StepKind | None:
        found = STRONG_CUES.match(head)
        if found is None and newlines and CASE_HEADING.match(head):
            return StepKind.CASE
        if found is None:
            found = GENERAL_CUES.match(head)
            inside = "" if newlines or not self.steps or found is None else found.lastgroup
            if inside == StepKind.PLAN or (inside == StepKind.ALTERNATIVE and self.steps[-1].kind is StepKind.DOUBT):
                found = None  # within a paragraph it is only the next move, or an answer to oneself
        if (
            is_question
            and (found is None or found.lastgroup == StepKind.PLAN)
            and (BUT.match(head) or (YES_NO.match(head) and (newlines or len(self.steps) > 1)))
        ):
            return StepKind.DOUBT
        if found is not None:
            kind = StepKind(found.lastgroup or "")
            is_too_early = kind is StepKind.CONCLUSION and not self.steps
            is_an_equation = kind is StepKind.CASE and "=" in found[0] and not newlines
            return None if is_too_early or is_an_equation else kind
        if newlines and (
            SENTENCE_PLAN.search(words[-_SENTENCE_TAIL:]) or (self.steps and FIRST_AND_THEN.search(words))
        ):
            return StepKind.PLAN
        if newlines >= 1 and self.steps and WEAK_CONCLUSION.match(head):
            return StepKind.CONCLUSION
        return None

    def _ends_doubt(self, head: str, *, is_question: bool) -> bool:
        """Whether this sentence goes on from a doubt: neither asks on, nor answers the question, nor is a remark."""
        if is_question or (len(_WORD.findall(head)) <= _SHORT and not _is_dense(head)):
            return False
        return not self._was_question or CONSEQUENCE.match(head) is not None

    def _begin(self, kind: StepKind, start: int, newlines: int) -> None:
        at = max(0, bisect_right(self._marks, (start + 1,)) - 1)
        _, tokens, seconds = self._marks[at]
        del self._marks[:at]
        self.steps.append(TraceStep(kind, start, tokens, seconds))
        if newlines == 0:
            self._block = None

    def _note_block(self, head: str) -> None:
        """Let paragraphs and lines beside each other that begin with a condition be cases."""
        place = len(self.steps) - 1
        step = self.steps[place]
        paired = PAIRED.match(head)
        weak = "if" if WEAK_CASE.match(head) else paired[0].casefold() if paired is not None else ""
        weak = weak if step.kind in (StepKind.STATEMENT, StepKind.ALTERNATIVE) else ""
        before = self._block
        if before is not None and before < place and (weak or step.kind is StepKind.CASE):
            if self._weak_case in (weak, "if") and self._weak_case:
                self._set_kind(before, StepKind.CASE)
            if self.steps[before].kind is StepKind.CASE and (weak in ("if", self._weak_case) or not weak):
                self._set_kind(place, StepKind.CASE)
        self._block, self._weak_case = place, weak
        self._ends_with_last_word = place > 0 and LAST_WORD.match(head) is not None

    def _set_kind(self, place: int, kind: StepKind) -> None:
        self.steps[place] = replace(self.steps[place], kind=kind)
        self._changed = min(self._changed, place)


def _is_denied(words: str) -> bool:
    return VERDICT_NO.match(words) is not None or (DENIED.search(words) is not None and HELD.search(words) is None)


def _is_dense(text: str) -> bool:
    """Whether it is written without spaces between words: then words cannot be counted."""
    return any("\u3040" <= one <= "\u9fff" for one in text[:8])


def steps_of(thought: str) -> list[TraceStep]:
    """Return the steps of a thought that is there as a whole."""
    finder = StepFinder()
    finder.feed(thought)
    return finder.finish()


# The words with which thoughts turn, as data, a line or two for each language of seven.
#
# A cue stands at the beginning of a sentence. Weak ones count at the beginning of a paragraph only, where they are
# said of what comes, and not of what was just computed.

# ruff: noqa: E501 - a line for each language


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

_FAILED = r"""
    (?:theory|idea|hypothesis|guess|explanation)\ is\ (?:dead|out|wrong|off) | \bso\ no\b | 不是[^，。]{1,12}(?:问题|原因|造成) | (?:il|elle|on)\ (?:en\ )?manque\b | ce\ n'est\ (?:donc\ )?pas\b | no\ (?:es|era)\ (?:eso|el|la|esto)\b | 考えられ(?:ない|ません) | (?:原因|理由)ではな | (?:значит,?\ )?это\ не\b |
    (?:over|above|beyond|exceeds?|past)\ (?:the|their|his|her|its|that|our)\ (?:limit|budget|maximum|range|bound)\b | not\ enough | falls?\ short | won't\ (?:fit|work|do|hold) | no\ good\b | off\ by\b | ruled?\ out | impossible\b | violates?\b | (?:isn't|that's\ not)\ (?:what|how|possible)
    | 放不下 | 不够 | 超(?:过|出)了?(?:限制|要求|预算|范围|字数)? | 对不上 | 说不通 | 站不住 | 行不通 | 不相符 | 不可能 | 没有(?:满足|通过)
    | (?:reicht|hält|trägt|ergibt|tut|kann|darf|dürfte|sollte|gilt|greift)\ (?:\w+\ ){0,3}nicht\b | zu\ (?:viel|wenig|groß|klein|lang|kurz|teuer|spät)e?[rs]?\b | unmöglich\b | haut\ nicht\ hin | scheidet\ aus | fällt\ (?:damit\ )?weg
    | (?:ne|n')\ ?(?:tient|passe|suffit|rentre|donne|est|peut|cadre|respecte|correspond)\w*\ pas\b | trop\ (?:long|court|grand|petit|cher|peu|de)\b | impossible\b | dépasse\b
    | no\ (?:cabe|vale|sirve|llega|da|basta|alcanza|puede\ ser|respeta|se\ cumple|se\ sostiene|es\ posible) | demasiad[oa]s?\b | imposible\b | supera\ el\b | se\ pasa\b
    | 足り(?:ない|ません|なく) | 無理(?:が|で|だ|な) | (?:超えて|高くなって|多すぎ|少なすぎ|長すぎ|短すぎ) | 合わ(?:ず|なく) | 一致しません | 成り立ちません | できません | 入りきら | 届かな
    | не\ (?:хвата\w+|помеща\w+|вмеща\w+|годит\w+|выход\w+|получа\w+|может\ быть|тот|то|та) | слишком\ (?:много|мало|длинн\w+|велик\w*|мал\w*) | (?:размер\ |всё\ )?ломается\b | превыша\w+ | невозможн\w+ | отпада\w+
    |
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
_BUT = (
    r"(?:(?:h+m+|m+|euh|хм+|um|uh|oh|ah)\W+)?"
    r"(?:but|though|although|yet|still|that said|only|aber|doch|nur|wobei|obwohl|allerdings|mais|cela dit|toutefois"
    r"|cependant|pourtant|et pourtant|pero|aunque|ahora bien|no obstante|но|а|только|хотя|правда|впрочем)\b"
)
_BUT_CJK = r"(?:[嗯哦啊呃唔うーんえ]+[，、…。]+)?(?:但是?|可是|不过|只是|然而|でも|しかし|ただ|とはいえ|だけど|けれど)"

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
_WEAK_CASE = r"""
    (?:and\ |but\ )?(?:if|when)\b | 如果 | 若 | 要是 | (?:falls|wenn|sollte)\b | si\b | s'il | もし | (?:а\ |но\ )?если\b | on\ the\ other\ hand | sonst\b | sinon\b | otherwise\b
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
_WEAK_CONCLUSION = r"""
    therefore\b | thus\b | hence\b | in\ total\b | overall[, ] | so,?\ (?:in\ total|in\ the\ end|overall|altogether) | all\ in\ all | altogether | ultimately\b
    | 因此 | 故 | 最终 | 由此可(?:见|知)
    | (?:daher|somit|folglich|deshalb|demnach|insgesamt|letztlich|schließlich)\b
    | ainsi\b | finalement\b | bref\b | par\ conséquent | en\ définitive | au\ total
    | por\ (?:lo\ )?tanto | así\ (?:que|pues)\b | finalmente\b | en\ total | en\ consecuencia
    | したがって | 従って | よって | ゆえに | 結局 | 最終的に | このように | というわけで
    | итак\b | следовательно | в\ результате | окончательно | в\ общем
"""
_LAST_WORD = r"""
    получается\b | выходит\b | という(?:こと|わけ)で |
    (?:[^,.]{0,40}\b(?:therefore|thus|also|daher|somit|deshalb|donc|por\ (?:lo\ )?tanto|entonces|значит|поэтому)\b) | (?:so\ )?i(?:'d|\ would|'ll|\ will)\b | final\b
    | (?:所以)?我(?:就|会|将)?(?:建议|推荐|选择|认为) | (?:ich|wir)\ (?:gebe|empfehle|schlage|schreibe|antworte|nehme|rate)\b | je\ (?:propose|conseille|recommande|donne|réponds|retiens|garde)\b
    | (?:recomiendo|propongo|aconsejo|respondo|doy|escribo)\b | [^。]{2,60}(?:勧め|薦め|示し|書き|添え|提案し|答え|伝え)ます。?\s*\Z | (?:предложу|посоветую|отвечу|дам|напишу|рекомендую)\b
    |     (?:the\ )?answer\b | (?:alright|all\ right|okay|ok|good|great|right)[,.]\  | i(?:'m|\ am|\ think|\ feel)\b | time\ to\b | 好[，。的] | 嗯，就 | 就(?:这样|这么) | gut[,.]\  | also[,.]\  | voilà | bon[,.]\  | bien[,.]\  | bueno[,.]\  | だから | ですから | では、 | それでは | ладно | хорошо[,.]\ | так[,.]\ | ответ\b | respuesta\b | réponse\b | antwort\b
    | so\b | then\b | finally\b | 所以 | 于是 | also\b | damit\b | donc\b | c'est\ donc | alors\b | entonces\b | luego\b | así\b | つまり | だから | それで | значит\b | поэтому\b | получаем\b | тогда\b
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
_SENTENCE_PLAN = r"(?:ばよさそう(?:です)?|ばいい(?:です)?|よう|ましょう|てみる|てみます|ことにする|ことにします|ていく|ていきます|を立てます|を立てる|と置きます|に分けます)。?\s*\Z"
_YES_NO = r"""
    [^。]{0,24}(?:要不要|是不是|能不能|会不会|有没有|对不对|行不行|够不够|算不算)|[^。]{0,40}(?:よね|だろうか|でしょうか|のでは|かな)[？。]?\s*\Z |
    (?:is|are|am|was|were|do|does|did|can|could|would|should|will|has|have|isn't|aren't|doesn't|didn't|won't)\ (?!we\ )\w+
    | (?:ist|sind|stimmt|gilt|kann|könnte|muss|hat|habe|darf|wäre|reicht|passt|geht|bin)\b | (?:est-ce|est-il|peut-on|faut-il|suis-je|ai-je|n'est-ce|c'est)\b | (?:seguro|será|es|está|puede|acaso|debería)\b
    | (?:разве|неужели|точно|правда)\b | \S+\ ли\b | 难道 | (?:真的|是不是|会不会|是否)
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
    return _compiled("|".join(f"(?P<{kind.value}>{pattern})" for kind, pattern in patterns))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


STRONG_CUES = _of_kinds(_STRONG)
"""Each group is named for its kind; the first that matches counts."""
GENERAL_CUES = _of_kinds(_GENERAL)
"""What counts where no word of `STRONG_CUES` stands: how such sentences are built in a language."""
SENTENCE_PLAN = re.compile(_SENTENCE_PLAN)
"""Ends a sentence that says what will be done."""
FIRST_AND_THEN = _compiled(
    r"\b(?:first|zuerst|zunächst|d'abord|primero|сначала|сперва)\b.*\b(?:then|after\ that|dann|danach|anschließend|ensuite|puis"
    r"|luego|después|затем|потом)\b | 先.*(?:再|然后|最后) | まず.*(?:次に|それから|最後に)"
)
"""Is said of what will be done, in one sentence."""
YES_NO = _compiled(_YES_NO)
"""Begins a question to oneself whether something is so."""
CASE_HEADING = _compiled(
    r"(?:(?:if|when|for|falls|wenn|für|si|pour|para|если|при)\b|如果|若|当|もし)[^:：\n]{1,48}[:：]\s*\Z"
)
"""A condition with a colon behind it, on a line of its own."""
WEAK_CONCLUSION = _compiled(_WEAK_CONCLUSION)
LAST_WORD = _compiled(_LAST_WORD)
"""Begins a conclusion if nothing follows that paragraph."""
WEAK_CASE = _compiled(_WEAK_CASE)
"""Said of a case if what stands beside it is one, too."""
BUT = re.compile(f"{_BUT}|{_BUT_CJK}", re.IGNORECASE)
"""Begins a doubt if the sentence is a question."""
FAILED = _compiled(_FAILED)
DENIED = _compiled(
    r"\b(?:not|cannot|nicht|kein\w*|pas|aucune?|не|нет|нельзя)\b|n't\b|n’t\b|\bno\ \w|不|没(?!有?问题|错)|ない|ません|しま(?:う|い)"
)
"""A verdict of a check that does not hold, if nothing in it is `HELD`."""
HELD = _compiled(
    r"\b(?:good|great|ok(?:ay)?|fine|correct|right|fits?|match(?:es)?|works?|holds?|yes|true|agrees?|consistent|nothing|no\ (?:problem|error|other))\b|✓"
    r"|对的?|正确|没错|一致|问题|符合|吻合|成立|无误"
    r"|\b(?:stimmt|passt|richtig|korrekt|gut|ja|überein|aufgeht|nichts|kein\ (?:fehler|problem))\b"
    r"|\b(?:bon|bien|correcte?|oui|cohérent|exact|conforme|rien|d'accord|sí|correcto|coincide|encaja|cuadra|nada)\b"
    r"|合って|正しい|大丈夫|問題|その通り|はい|間違いな|変わりません"
    r"|\b(?:верно|правильно|да|сходится|совпадает|подходит|так|порядке|ничего|правд\w)\b"
)
VERDICT_YES = _compiled(
    r"\b(?:adds?\ up|checks?\ out|confirms\ it|works\ out|tallies|geht\ auf|kommt\ hin|stimmt\ überein|tombe\ juste|cuadra|совпало)\b|对得上|吻合|合っています|確かに"
)
"""Says of what was only computed that it has been a check."""
PAIRED = _compiled(r"(?:with|mit|bei|avec|con|при|for|für|pour|para|для)\b")
"""Begins a case if what stands beside it begins so, too."""
VERDICT_NO = _compiled(r"(?:no|nope|nein|non|нет|いいえ|いや)[,.、]|不，")
"""Says of what was asked or tested that it is not so."""
CONSEQUENCE = _compiled(
    r"(?:then|so|that|this|in\ that\ case|therefore|dann|also|damit|das|alors|donc|on|entonces|así|eso|тогда|значит|это)\b"
    r"|那么|所以|这样|那|では|それなら|なら|だから"
)
"""Begins what follows from a doubt."""
