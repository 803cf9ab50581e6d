"""Guesses in which encoding bytes were written that are no UTF-8, by the language that they then are.

Each encoding of each language is tried, and its text judged by how common the letters are there, and whether signs,
capitals and other scripts stand where they do not belong in a word. A dozen characters are enough for most.
"""

from __future__ import annotations

import codecs
import functools
import locale
import math
import unicodedata
from dataclasses import dataclass

_LOOK_BYTES = 4096
_NAMES = {"gb18030": "GB 18030", "big5": "Big5", "cp950": "Big5", "cp932": "Shift JIS", "cp874": "Windows-874"}
_SYMBOLS = (
    "\u2019\u201c\u201d\u201e\u201a\u2018\u2013\u2014\u2026\u00ab\u00bb\u20ac\u00b0\u00a7\u2022\u00a0"
    "\u00b2\u00bd\u00a9\u00ae\u00b7\u2116"
)
_WIDE_SIGNS = (
    "\uff0c\u3002\u3001\uff1a\uff1b\uff1f\uff01\uff08\uff09\u300c\u300d\u201c\u201d\u300a\u300b\u3000\u30fb\u2026\u2014"
)

_WITHIN_WORDS = "\u2019\u00a0\u00b7"
_FINAL_FORMS = "ךםןףץ"
"""Of Hebrew, at the end of a word only."""
_FAULT = "\ufffd"
_PREFERENCE = 0.25
"""What the language of the system, and an encoding's place in its list, may weigh."""
_SURE_BY = 0.4
"""How much better the best guess must be than the next one with another text, per byte."""
_OF_A_LETTER = 3.5
"""What a letter of ASCII would cost if it were counted."""
_NO_TEXT = -11.0
"""Bytes whose best text is as unlikely as that are no text."""
_FEWEST_BYTES = 6
"""Of fewer bytes beyond ASCII nobody can be sure."""


@dataclass(frozen=True, slots=True)
class EncodingGuess:
    """An encoding as Python calls it, the text of all of the bytes, and whether another one might be as good."""

    encoding: str
    text: str
    is_sure: bool
    faults: int
    """How many bytes are not of that encoding."""


def guessed(content: bytes) -> EncodingGuess | None:
    """Return the likeliest encoding of bytes that are no UTF-8; `None` if the bytes are likely no text."""
    sample = _sample(content)
    high_bytes = sum(byte >= 0x80 for byte in sample)
    ascii_bytes = len(sample) - high_bytes
    preferred = system_language()
    ranked: list[tuple[float, str, str]] = []
    for language in LANGUAGES:
        for place, encoding in enumerate(language.encodings):
            text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
            swallowed = ascii_bytes - sum(c < "\x80" for c in text)  # as second bytes, which others read as letters
            score = (_score(text, language) + swallowed * _OF_A_LETTER) / max(1, high_bytes) - place * _PREFERENCE / 5
            if language.tag.split("-")[0] == preferred:
                score += _PREFERENCE
            ranked.append((score, encoding, text))
    ranked.sort(key=lambda one: -one[0])
    score, encoding, text = ranked[0]
    if score < _NO_TEXT:
        return None
    whole = content.decode(encoding, "replace")
    rival = next((other for other, _, differs in ranked if differs != text), -math.inf)
    is_sure = score - rival > _SURE_BY and high_bytes >= _FEWEST_BYTES
    return EncodingGuess(encoding, whole, is_sure, whole.count(_FAULT))


def likeness_to_text(text: str) -> float:
    """Return which share of the characters is common in some language, line ends and spaces included."""
    known = _known_letters()
    return sum(" " <= c <= "~" or c in "\t\r\n" or c in known for c in text) / max(1, len(text))


@functools.cache
def _known_letters() -> frozenset[str]:
    letters = "".join(language.letters for language in LANGUAGES)
    return frozenset(letters + letters.upper() + _SYMBOLS + _WIDE_SIGNS)


def encoding_name(encoding: str) -> str:
    """Return an encoding's name as people know it."""
    if encoding in _NAMES:
        return _NAMES[encoding]
    code_page = encoding.removeprefix("cp")
    if code_page != encoding:
        return f"Windows-{code_page}" if code_page.startswith("125") else f"IBM {code_page}"
    return (
        encoding.replace("mac_", "Mac ").title() if encoding.startswith("mac_") else encoding.upper().replace("_", "-")
    )


@functools.cache
def system_language() -> str:
    """Return the language that the system is set to, as its two letters; empty if it does not say."""
    try:
        return (locale.getlocale()[0] or "")[:2].lower()
    except ValueError:
        return ""


def _sample(content: bytes) -> bytes:
    """Return lines that hold bytes beyond ASCII, whole ones, so that no character is cut, and each kind once."""
    lines: dict[bytes, bytes] = {}
    size = 0
    for line in content.split(b"\n"):
        kind = line.translate(None, b"0123456789")
        if not line.isascii() and kind not in lines:
            lines[kind] = line
            size += len(line)
            if size > _LOOK_BYTES:
                break
    return b"\n".join(lines.values())[:_LOOK_BYTES]


@functools.cache
def _ranks(language: Language) -> dict[str, float]:
    """Return the logarithm of how likely each letter is."""
    count = len(language.letters)
    weights = {
        letter: 1 / (rank + 20) if language.is_wide else math.exp(-3.5 * rank / count)
        for rank, letter in enumerate(language.letters)
    }
    known = 0.75 if language.is_wide else 0.95
    whole = sum(weights.values()) / known
    likely = {letter: math.log(weight / whole) for letter, weight in weights.items()}
    if not language.is_latin and not language.is_wide:
        likely.update({letter.upper(): value - 1 for letter, value in likely.items() if letter.upper() != letter})
    return likely


def _score(text: str, language: Language) -> float:
    ranks = _ranks(language)
    total = 0.0
    before = " "
    for place, letter in enumerate(text):
        if letter < "\x80":
            before = letter
            continue
        after = text[place + 1] if place + 1 < len(text) else " "
        value = ranks.get(letter)
        if value is None:
            value = _score_of_stranger(letter, language)
            is_within = before.isalnum() and after.isalnum()
            if is_within and not letter.isalpha() and letter not in _WITHIN_WORDS:
                value -= 4
        elif language.is_latin:
            if letter.isupper() and before.islower():
                value -= 3
        elif not language.is_wide:
            if letter.isupper() and before.islower():
                value -= 3
            if letter in _FINAL_FORMS:
                value += -4 if after.isalpha() else 1.5
            if any(beside < "\x80" and beside.isalpha() for beside in (before, after)):
                value -= 3
        total += value
        before = letter
    return total


def _score_of_stranger(letter: str, language: Language) -> float:
    category = unicodedata.category(letter)
    if letter == _FAULT or category in ("Cc", "Cn", "Co", "Cs"):
        return -18.0
    if language.is_wide:
        return _score_of_wide(letter, language)
    if letter in _SYMBOLS:
        return -4.0
    return -9.0 if category[0] in "LM" else -10.0


def _score_of_wide(letter: str, language: Language) -> float:
    if letter in _WIDE_SIGNS:
        return -4.0
    if "\uff66" <= letter <= "\uff9f":
        return -8.0  # of half width, and one byte
    if "\u4e00" <= letter <= "\u9fff":
        first = letter.encode({"zh-Hant": "big5", "ja": "euc_jp"}.get(language.tag, "gb2312"), "ignore")[:1]
        last_of_common = {"zh-Hans": b"\xd7", "zh-Hant": b"\xc6", "ja": b"\xcf"}.get(language.tag, b"")
        return -9.5 if first and first <= last_of_common else -13.0
    if "\uac00" <= letter <= "\ud7a3":
        return -10.0 if letter.encode("euc_kr", "ignore") else -14.0
    if "\uff01" <= letter <= "\uff5e" or "\u3041" <= letter <= "\u30ff":
        return -8.0
    return -12.0


# How often letters stand in the languages whose files have encodings of their own: for guessing these.
#
# Ranks are enough: the commonest letters first, from the languages' own texts as everybody knows them. Latin
# languages list the letters beyond ASCII only.


@dataclass(frozen=True, slots=True)
class Language:
    """A language (its tag), its encodings, the likeliest first, and its letters, the commonest first."""

    tag: str
    encodings: tuple[str, ...]
    letters: str
    is_latin: bool = True
    is_wide: bool = False
    """Two bytes a character, of thousands."""


_WEST = ("cp1252", "iso8859_15", "mac_roman", "cp850", "cp437")
_MIDDLE = ("cp1250", "iso8859_2", "cp852", "mac_latin2")
_CYRILLIC = ("cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5")

_CHINESE = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么"
    "去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又"
    "关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海"
    "通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管"
    "期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北"
    "边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运请谢价号码温湿压速京城"
)
_TRADITIONAL = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼"
    "去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又"
    "關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海"
    "通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管"
    "期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北"
    "邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運請謝價號碼溫濕壓速京城檔案寄"
)
_JAPANESE = (
    "のいるんにしてなたとをはがかすでまれりこさっあもうらくきどそよけおだつちわせみめえろやじびごばげねぶへほ"
    "ーンスルトリクイアラドシレジタフロプマテコカサキメムバパチニグデナオビュセブツポウソエケョミモワハダャッ"
    "日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学"
    "問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機"
    "平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文"
    "反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村"
    "提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有疑口過局少放税検常校料状工建語営空職証土与急止送援供役構木割聞身費付"
    "施切由説転食比難防補車優夫研収単量番号付"
)
_KOREAN = (
    "이다는에의을가고하를지은사기도한자로리나인어대서시수그정아들전부일보해있주제상과만조원여오스라구소동장마문것요방국공생적세위선우화성신"
    "무비회경연관습니게려안러면모등계연유치실당발었내교심까물래두트운결분강미영학람말간각년복저작명의업통행식술차던추민양건반용규재데본파타"
    "크된단체형날짜도시온울산품름격겠감합"
)

LANGUAGES: tuple[Language, ...] = (
    Language("en", _WEST, "éèïçñöêü"),
    Language("de", _WEST, "üäößÜÖÄé"),
    Language("fr", _WEST, "éèàêçùâîôûëœÉïÀÇÊÈœÎÔü"),
    Language("es", _WEST, "óáíéñúüÁÓÑÉÍÚ¿¡"),
    Language("pt", _WEST, "ãçáéóíêõàâúôÃÇÁÉÓÍÊÕÀ"),
    Language("it", _WEST, "èàòùìéÈÀÒÙ"),
    Language("sv", _WEST, "äåöÄÅÖé"),
    Language("da", _WEST, "åøæØÅÆé"),
    Language("fi", _WEST, "äöÄÖå"),
    Language("is", _WEST, "ðáíþéöóæúýÞÍÁÉÖÓÆÚÐÝ"),
    Language("tr", ("cp1254",), "ıüşöğçİŞÇÖÜĞâ"),
    Language("pl", _MIDDLE, "ęąłśóżćńźŁŚŻĆÓĘĄŃŹ"),
    Language("cs", _MIDDLE, "áíěéýžšřčůúťďóňŽŠŘČÚÍÁÉÝŤĎÓŇĚŮ"),
    Language("sk", _MIDDLE, "áíýéčžšúľťôňďäóŽŠČÚĽÁÍÝÉŤŇĎ"),
    Language("hu", _MIDDLE, "áéöóőüíúűÁÉÖÓŐÜÍÚŰ"),
    Language("hr", _MIDDLE, "čšžćđČŠŽĆĐ"),
    Language("ro", _MIDDLE, "ăîâşţŞÎŢÂĂ"),
    Language("lt", ("cp1257",), "ėšįųžūčąęŠŽČĖĮŪĄĘŲ"),
    Language("lv", ("cp1257",), "āīēšūņžļķģčĀĪĒŠŪŅŽĻĶĢČ"),
    Language("et", ("cp1257",), "äõüöÕÄÜÖšž"),
    Language("ru", _CYRILLIC, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", is_latin=False),
    Language("uk", ("cp1251", "koi8_u", "cp1125", "mac_cyrillic"), "оаниітервлскудпмяьзгбйчхцїжєющшфґ", is_latin=False),
    Language("bg", ("cp1251", "mac_cyrillic"), "аоиетнрсвлкдпмзягбуъцчжщхйшюфь", is_latin=False),
    Language("sr", ("cp1251", "mac_cyrillic"), "аоиенртсјвдуклпмгзбчшцжљњхћђфџ", is_latin=False),
    Language("el", ("cp1253", "iso8859_7", "cp737"), "αοιετσνηυρπκμλςωγάόίέδήθχφύβώξζψ", is_latin=False),
    Language("ar", ("cp1256", "iso8859_6"), "اليمنروتبةعدسفهكقأحجشطصخإىضءذثئغزظآؤ،؟ًُِّ", is_latin=False),
    Language("he", ("cp1255", "iso8859_8", "cp862"), "יוהלאתרמבשנחקדכפעםטסזגןךץףצ", is_latin=False),
    Language("th", ("cp874",), "านรอกเงมยลวดทสตะ่ปบคห้ัีิไแจพชขใถผุูึำโซธศ์ณฉญษฟฐฝ็", is_latin=False),
    Language("zh-Hans", ("gb18030",), _CHINESE, is_latin=False, is_wide=True),
    Language("zh-Hant", ("big5", "cp950"), _TRADITIONAL, is_latin=False, is_wide=True),
    Language("ja", ("cp932", "euc_jp"), _JAPANESE, is_latin=False, is_wide=True),
    Language("ko", ("cp949",), _KOREAN, is_latin=False, is_wide=True),
)
