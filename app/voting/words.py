"""What answers are told with in the languages of the app: en, de, fr, es, ru, zh, ja."""

from __future__ import annotations

from fractions import Fraction


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


STOP_WORDS = {
    "de": words_of("der die das und ist ein eine nicht also sind ergibt beträgt antwort ergebnis lösung mit von"),
    "fr": words_of("le la les et est un une des du donc on réponse résultat solution sont vaut au"),
    "es": words_of("el la los las y es un una de del que por respuesta resultado solución son está"),
    "en": words_of("the a and is of to in are answer result so that it"),
}
"""Short words that tell a language from the others that share its script."""

DECIMAL_COMMA = frozenset({"de", "fr", "es", "ru"})
THOUSANDS_POINT = frozenset({"de", "es"})

YES = words_of("yes ja oui sí да 是 是的 对 对的 正确 はい")
NO = words_of("no nein non нет 不 不是 否 不对 不正确 いいえ")

TRUE = words_of("true correct wahr richtig vrai verdadero cierto верно истина 真 真的 正しい")
FALSE = words_of("false incorrect wrong falsch unwahr faux falso неверно ложь 假 错 错误 正しくない")

_ANSWER = {
    "en": r"(?:final |correct |right )*(?:answer|option|choice|result|solution)s?",
    "de": r"(?:(?:endgültige|richtige|korrekte)r? )?(?:antwort|ergebnis|lösung|option)(?:en)?|richtig",
    "fr": r"(?:bonne )?(?:réponse|résultat|solution|option)(?: finale| correcte)?",
    "es": r"(?:respuesta|resultado|solución|opción)(?: final| correcta)?",
    "ru": r"(?:окончательный |правильный |верный )*(?:ответ|результат|вариант)",
    "zh": r"(?:最终|正确)?(?:答案|选项|结果)|答|(?:故|应)?选",
    "ja": r"(?:最終的な|正しい)?(?:答え|解答|回答|選択肢)|正解",
}
_IS = r"(?:\s*(?:(?:is|are|ist|sind|lautet|est(?: l[ae])?|sont|es(?: (?:la|el|de))?|son)(?![^\W_])|是|为|は|[:=—–】]))+"
_OUTPUT = r"(?:output|prints|ausgabe|sortie|salida|вывод|输出|出力)(?: (?:is|ist|est|es))?\s*:"
ANSWER_HEAD = (
    rf"(?<![^\W\u2e80-\u9fff_])(?:(?:{'|'.join(_ANSWER.values())}){_IS}|{_OUTPUT}"
    rf"|(?:lautet|ist|beträgt)(?: also| somit| daher)?(?: d(?:ie|as|er))? (?:{_ANSWER['de']}):?(?=\s)"
    r"|选(?=\s*[A-Z(])|richtig ist(?: antwort)?(?=\W+[A-Z(]))"
)
"""What stands before an answer, in any of the languages."""

OF_CHOICES = "|".join((*_ANSWER.values(), "correct", "opción", "вариант", "选", "正しい", "正确"))
"""What a sentence speaks of that names one of several."""

COPULA = (
    r"(?<![^\W_])(?:is|are|equals?|makes?|gives?|leaves?|ist|sind|ergibt|gibt|macht|bleib(?:t|en)|est|sont|fait|font|donne|égale"
    r"|es|son|da|quedan|равн[оа]|равен|это|будет|составляет)(?![^\W_])|是|等于|は"
)
"""What stands between a calculation and its result."""

AND = r"(?:and|und|et|y|e|и|和|と)"
OR = r"(?:,|;|or|and|oder|und|ou|et|o|y|или|и|或|和|または|と)"

SCALES = {
    word: 10**power
    for power, words in {
        3: "thousand tausend mille mil тысяча тысячи тысяч тыс 千",
        4: "万 萬",
        6: "million millions millionen millón millones миллион миллиона миллионов млн 百万",
        8: "亿 億",
        9: "billion billions milliarde milliarden milliard milliards миллиард миллиарда миллиардов млрд 十亿",
    }.items()
    for word in words.split()
}

_F = Fraction
UNITS: dict[str, tuple[str, Fraction]] = {
    word: (base, factor)
    for base, factor, words in (
        ("m", _F(1), "m meter meters metre metres mètre mètres metro metros м метр метра метров 米 メートル"),
        ("m", _F(1000), "km kilometer kilometers kilometre kilometres kilomètre kilomètres kilómetro kilómetros км"
         " километр километра километров 千米 公里 キロメートル"),
        ("m", _F(1, 100), "cm centimeter centimeters centimetre centimetres zentimeter centimètre centimètres"
         " centímetro centímetros см сантиметр сантиметра сантиметров 厘米 センチメートル センチ"),
        ("m", _F(1, 1000), "mm millimeter millimeters millimètres milímetros мм миллиметров 毫米 ミリメートル"),
        ("m^2", _F(1), "m^2 quadratmeter 平方米 平方メートル м^2"),
        ("m^2", _F(1, 10000), "cm^2 quadratzentimeter 平方厘米 平方センチメートル см^2"),
        ("m^2", _F(1000000), "km^2 quadratkilometer 平方千米 平方公里 км^2"),
        ("m^3", _F(1), "m^3 kubikmeter 立方米 м^3"),
        ("m^3", _F(1, 1000000), "cm^3 kubikzentimeter 立方厘米 см^3"),
        ("m^3", _F(1, 1000), "l liter liters litre litres litro litros л литр литра литров 升 リットル"),
        ("m^3", _F(1, 1000000), "ml milliliter мл 毫升 ミリリットル"),
        ("g", _F(1), "g gram grams gramm gramme grammes gramo gramos г грамм грамма граммов 克 グラム"),
        ("g", _F(1000), "kg kilogram kilograms kilogramm kilo kilos kilogramme kilogrammes kilogramo kilogramos кг"
         " килограмм килограмма килограммов 千克 公斤 キログラム"),
        ("g", _F(1, 1000), "mg мг 毫克"),
        ("g", _F(1000000), "t ton tons tonne tonnes tonnen tonelada toneladas тонна тонны тонн 吨 トン"),
        ("s", _F(1), "s sec second seconds sekunde sekunden seconde secondes segundo segundos с секунда секунды"
         " секунд 秒"),
        ("s", _F(60), "min minute minutes minuten minuto minutos мин минута минуты минут 分钟 分"),
        ("s", _F(3600), "h hour hours stunde stunden heure heures hora horas ч час часа часов 小时 時間"),
        ("s", _F(604800), "week weeks woche wochen semaine semaines semana semanas неделя недели недель 周 星期 週間"),
        ("s", _F(86400), "d day days tag tage tagen jour jours día días день дня дней 天 日"),
        ("m", _F("1609.344"), "mile miles mi meile meilen milla millas миля мили миль 英里 マイル"),
        ("m", _F("0.9144"), "yard yards yd"), ("m", _F("0.3048"), "foot feet ft"), ("m", _F("0.0254"), "inch inches"),
        ("g", _F("453.59237"), "lb lbs"), ("g", _F("28.349523125"), "ounce ounces oz"),
        ("m/s", _F("0.44704"), "mph"), ("m^3", _F("0.003785411784"), "gallon gallons"),
        ("year", _F(1), "year years jahr jahre jahren an ans année années año años год года лет 年"),
        ("year", _F(1, 12), "month months monat monate monaten mois mes meses месяц месяца месяцев 个月 か月 ヶ月"),
        ("°C", _F(1), "°c ℃ °celsius °цельсия"), ("°F", _F(1), "°f °fahrenheit"),
        ("°", _F(1), "° degree degrees grad degrés grados градусов градуса 度"),
        ("%", _F(1), "% percent prozent pourcent процент процента процентов パーセント"),
        ("$", _F(1), "$ usd dollar dollars dólares доллар доллара долларов 美元 ドル"),
        ("€", _F(1), "€ eur euro euros евро 欧元 ユーロ"),
        ("£", _F(1), "£ pounds pfund"),
        ("¥", _F(1), "¥ 元 人民币"), ("円", _F(1), "円 yen"),
        ("₽", _F(1), "₽ рубль рубля рублей руб"),
        *((name, _F(1), name) for name in ("A", "C", "J", "K", "N", "V", "W", "Hz", "Pa", "mol", "kWh", "Ω")),
    )
    for word in words.split()
}  # fmt: skip
"""Units by their names, in lower case but for signs: the base unit, and how many of it they are."""

PHRASES = (
    (r"(?<![^\W_])(?:square|sq\.?) ([^\W\d_]+)", r"\1^2"),
    (r"(?<![^\W_])cubic ([^\W\d_]+)", r"\1^3"),
    (r"(?<![^\W_])([^\W\d_]+) (?:carrés?|cuadrados?)(?![^\W_])", r"\1^2"),
    (r"(?<![^\W_])([^\W\d_]+) (?:cubes?|cúbicos?)(?![^\W_])", r"\1^3"),
    (r"(?<![^\W_])(?:miles per hour|mi/h)(?![^\W_])", "mph"),
    (
        r"(?<=[^\W\d_]) (?:per|pro|par|por|в)"
        r" (?=(?:hour|stunde|heure|hora|час|second|sekunde|seconde|segundo|секунду)(?![^\W_]))",
        "/",
    ),
    (r"(?<![^\W_])(?:degrees?|grad|degrés|grados|градус\w*) (celsius|fahrenheit|цельсия)", r"°\1"),
    (r"(?<![^\W_])(?:per cent|pour cent|por ciento)(?![^\W_])", "%"),
    (r"(?<=\d)\s:\s(?=\d)", ":"),
    (r"(?<![\w.,])(\d{1,2})\s?h\s?(\d\d)(?!\w)", r"\1 h \2 min"),
)
"""Units of several words and how they are written with signs."""

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january januar janvier enero января",
            "february februar février febrero февраля",
            "march märz mars marzo марта",
            "april avril abril апреля",
            "may mai mayo мая",
            "june juni juin junio июня",
            "july juli juillet julio июля",
            "august août agosto августа",
            "september septembre septiembre сентября",
            "october oktober octobre octubre октября",
            "november novembre noviembre ноября",
            "december dezember décembre diciembre декабря",
        ),
        start=1,
    )
    for word in words.split()
}
ARTICLES = words_of("the a an der die das ein eine le la les l un une el los las una")
"""What a name may begin with, or not."""
