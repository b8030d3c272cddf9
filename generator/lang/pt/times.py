"""Portuguese: explicit dates, and the relative ones that are safe to read.

The day comes before the month ("22 de março de 2024"), and figures are day first. From Monday to
Friday a weekday has "feira" behind it, or a preposition before it and nothing behind.
"""

from __future__ import annotations

from generator.lang.language import Prefix, Rule, TimeRules
from generator.lang.pt.holidays import HOLIDAYS
from generator.lang.pt.time_words import PROPER, WORDS
from generator.lang.words import words


def era_rules(era: str, name: str, letters: str) -> tuple[Rule, ...]:
    """The rules of an era.

    era: whether its years are counted "forward" or "backward"
    name, letters: a pattern of its letters, and these themselves
    """
    year, to = f"(ano (de)?)? NUMBER {name}", "(e | a | ou | DASH | SLASH)"
    parts = (
        ("era_year", year, f"44 {letters}"),
        ("era_years", f"NUMBER {to} NUMBER {name}", f"49 a 44 {letters}"),
        ("era_years", f"SPAN {name}", f"1400-1190 {letters}"),
        ("era_day", f"{{dayno}} de MONTH (de | do)? {year}", f"15 de março de 44 {letters}"),
        ("era_month", f"MONTH (de | do)? {year}", f"março de 44 {letters}"),
        ("era_century", f"(século | séculos) (ROMAN {to})? ROMAN {name}", f"século V {letters}"),
        ("era_millennium", f"(ORDINAL | ROMAN) milénio {name}", f"III milénio {letters}"),
    )
    return tuple(Rule(pattern, function, text, argument=era) for function, pattern, text in parts)


PARTS = {
    "year": "(de | do | COMMA)? (ano (de)?)? YEAR",
    # do ano passado · deste ano · do mesmo ano · do ano que vem
    "counted": "(de | do | no) (SHIFT | STEP)? ano (SHIFT | STEP | que SHIFT)?"
    " | (deste | desse | daquele | neste) mesmo? ano",
    "dayno": "DAY | ORDINAL",
    "weekday": "FEIRA DASH feira | FULLDAY",
    "date": "(o | no)? ({weekday} COMMA?)? dia? {dayno} de MONTH ({year} | {counted})?",
    "item": "dia? {dayno}",
    "bc": "a DOT c DOT? | ac | antes de cristo | antes da (nossa | era) (era | comum)",
    "ad": "d DOT c DOT? | depois de cristo | da nossa era",
    "number": "NUMBER | VAGUE",
    "to": "a | ao | e | até (ao)? | DASH | para | ou",
    "part": "DAYPART",
    "end": "COMMA | DOT | STOP | SEMICOLON | BREAK | OPEN | COLON | e",
    "hour": "INT (h | horas | hora) INT? (min)?",
}

# After 2001 and 1974 these are the days of those years' events, in any report.
NAMED_DAYS = (
    Rule(
        "o? INT de setembro",
        "epochal",
        "mudou desde 11 de setembro",
        after="AFTER",
        not_before="de|a|COMMA",
        argument="2001-09-11",
    ),
    Rule(
        "INT de setembro",
        "fixed",
        "os atentados de 11 de setembro",
        after="ATTACK de",
        not_before="de|a|COMMA",
        argument="2001-09-11",
    ),
    Rule(
        "INT de abril",
        "fixed",
        "a revolução de 25 de abril",
        after="REVOLT de",
        not_before="de|a|COMMA",
        argument="1974-04-25",
    ),
)

DATES = (
    *NAMED_DAYS,
    Rule("{date}", "day", "sexta-feira, 22 de março de 2024"),
    Rule("((o | no)? dia)? {dayno} de MONTH (de | do) SMALL", "coded_day", "9 de setembro de 86"),
    Rule("{date} (SHIFT | STEP)", "day", "14 de março passado"),
    Rule("{dayno} de? (ABBREV | MONTH) DOT? (de | do)? YEAR", "day", "13 mar. 2005"),
    Rule("DAY SLASH MONTH SLASH YEAR | DAY DASH MONTH DASH YEAR", "day", "3-maio-2019"),
    Rule("DAY DOT MONTH DOT YEAR", "day", "19.novembro.2021"),
    # the number of a law gives its year
    Rule(
        "YEAR COMMA de {dayno} de MONTH",
        "day_of_law",
        "Lei 75/2013, de 12 de setembro",
        after="SLASH",
    ),
    Rule("SPAN COMMA de {dayno} de MONTH", "day_of_law", "1312/2013, de 12 de setembro"),
    Rule("(ISO | NUMERIC) (COMMA | às | pelas)? CLOCK", "clock", "28/03/2003 às 11:31"),
    Rule("ISO | NUMERIC | COMPACT", "figures", "22/03/2024"),
    Rule("SPAN", "span", "1998-2001", not_after="CURRENCY|HASH"),
    Rule(
        "(os dias | dias)? ({item} COMMA)? ({item} COMMA)? {item} COMMA? ({to}) {item} de MONTH"
        " ({year} | {counted})?",
        "day_list",
        "20, 21 e 22 de maio",
    ),
    Rule(
        "{item} ({to}) {item} de MONTH ({year} | {counted})?", "day_range", "3 a 6 de maio de 2021"
    ),
    Rule(
        "{dayno} de MONTH ({to}) {dayno} de MONTH {year}",
        "long_range",
        "28 de março a 2 de abril de 2023",
    ),
    *era_rules("backward", "({bc})", "a.C."),
    *era_rules("forward", "({ad})", "d.C."),
    Rule(
        "MONTH (a | e | até | ou) MONTH ({year} | {counted})?",
        "month_range",
        "março a junho de 2019",
    ),
    Rule("MONTH {year}", "month", "março de 2024"),
    Rule("(o mês de)? MONTH ({counted})", "month", "março do ano passado"),
    Rule("MONTH (passado | próximo | último)", "month", "maio passado"),
    Rule(
        "MONTH de? (SMALL | SHORTYEAR)",
        "coded_month",
        "maio de 68",
        not_before="PERCENT|COUNTED|UNIT",
    ),
    Rule(
        "(rua | avenida | praça | largo | campo | ponte | bairro | escola) (de | do)? {dayno} de"
        " MONTH (de YEAR)?",
        "nothing",
        "Avenida 25 de Abril",
    ),
    Rule("YEAR", "entry_year", "1905: a mina abre", only_before="COLON"),
    Rule("FULL", "month", "em março", after="IN"),
    Rule("mês de MONTH ({year} | {counted})?", "month", "mês de maio"),
    Rule("YEAR", "year", "em 1998", after="IN|OPEN|ano|COMMA", not_before="PERCENT|COUNTED|UNIT"),
    Rule("o? ano (de)? (YEAR | INT)", "year", "o ano de 1998"),
    Rule(
        "(a | na | da)? década (de | dos)? (anos)? (YEAR | DECADE | INT)",
        "decade",
        "década de 1990",
    ),
    Rule("anos (DECADE | INT)", "decade", "anos noventa"),
    Rule("século (ROMAN | INT)", "century", "século XIX"),
    Rule("(o | a)? SEASON (de | do)? (ano)? (YEAR | ano SHIFT)", "season", "verão de 1968"),
    Rule("SHIFT SEASON | SEASON SHIFT", "season", "último verão"),
    Rule(
        "ORDINAL trimestre (de | do)? (YEAR | {counted})?", "quarter", "primeiro trimestre de 2023"
    ),
    Rule("HALFWORD semestre (de | do)? (YEAR | {counted})", "half", "segundo semestre de 2023"),
)

DAYS = (
    Rule(
        "(noite | madrugada) (de | do) ({item} de MONTH? | {weekday} | FEIRA) (para | a) (o)?"
        " ({date} | {weekday})",
        "night_between",
        "noite de sexta-feira para sábado",
    ),
    Rule("noite (de | do) {dayno} para {date}", "night_between", "noite de 3 para 4 de maio"),
    Rule(
        "{part} (de | do | da | deste | desta) ({weekday} | FEIRA | {date} | hoje | ontem)",
        "part",
        "manhã de sexta-feira",
    ),
    Rule(
        "(SHIFT | STEP)? ({weekday}) (SHIFT | STEP)? ((à | de | pela) {part})?",
        "day",
        "sexta-feira passada",
        not_after="às|EVERY|santa|um|uma|aos",
    ),
    Rule("(um | uma) ({weekday})", "some_weekday", "um domingo de maio"),
    Rule("FEIRA", "day", "na sexta", after="na|nesta|última|próxima|desta", only_before="{end}"),
    Rule(
        "(às | nas) WEEKDAYS (DASH feiras)? | (aos | nos) WEEKDAYS", "weekdays", "às sextas-feiras"
    ),
    Rule("(todas as | todos os) WEEKDAYS (DASH feiras)?", "weekdays", "todos os sábados"),
    Rule(
        "de (FEIRA (DASH feira)? | FULLDAY) a (FEIRA (DASH feira)? | FULLDAY)",
        "nothing",
        "de segunda a sexta-feira",
    ),
    Rule("(hoje | ontem | amanhã) ((à | de | pela) {part})?", "day", "ontem à noite"),
    Rule("anteontem", "two_days_ago", "anteontem"),
    Rule("depois de amanhã", "day_after_tomorrow", "depois de amanhã"),
    Rule("NEARBY", "day_beside", "na véspera", after="na|a|da", not_before="de|do|da"),
    Rule("(esta | nesta | desta) {part}", "part", "esta manhã"),
    Rule("(esse | essa | nessa | naquela | dessa) {part}", "part", "nessa noite"),
    Rule(
        "(o | no | este | neste | do)? fim DASH? de DASH? semana (SHIFT)?",
        "weekend",
        "no fim de semana",
    ),
    Rule("({weekday} | hoje | ontem) (COMMA)? (às | pelas) {hour}", "hours", "ontem às 14h30"),
    Rule("(no | o)? SHIFT dia DAY", "numbered_day", "no próximo dia 20", not_before="de"),
    Rule("no dia DAY", "numbered_day", "no dia 15", not_before="de|e|a|ao|COMMA|SLASH"),
    Rule("DAY (deste | desse | do corrente | do mesmo) mês", "numbered_day", "12 deste mês"),
    Rule("(CLOCK | DECIMAL) (h | horas)", "hours", "14.15 horas"),
    Rule("NUMBER horas e NUMBER minutos", "hours", "às onze horas e dez minutos", after="às|pelas"),
    Rule("NUMBER horas (da | de) PART", "clock", "dez horas da noite"),
    Rule("(HOUR | OCLOCK) da PART", "clock", "às três da tarde", after="às|pelas|à"),
    Rule("INT h INT? (min)?", "hours", "14h30", not_before="por"),
    Rule("INT (horas | hora) INT?", "hours", "às 14 horas", after="às|pelas|das"),
    Rule("CLOCK (h | horas)?", "clock", "às 9:30", after="às|pelas|das|as"),
    Rule("(meio DASH dia | meia DASH noite)", "clock", "ao meio-dia", after="ao|à|pelo|do|da"),
)

COUNTED = (
    Rule(
        "(o | a | no | na)? (SHIFT | STEP) mesmo? SINGLE",
        "unit",
        "no próximo ano",
        not_before="em|de|do|da|dos|das",
    ),
    Rule("(o | a | no | na)? SINGLE (SHIFT | STEP | que SHIFT)", "unit", "semana passada"),
    Rule("(há | faz) {number} UNIT (atrás)? | {number} UNIT atrás", "ago", "há dois anos"),
    Rule("daqui a {number} UNIT | dentro de {number} UNIT", "ago", "daqui a dois meses"),
    Rule(
        "{number} UNIT (depois | antes | mais (tarde | cedo))",
        "ago",
        "dois dias depois",
        not_before="de|do|da|dos|das",
    ),
    Rule(
        "{number} UNIT (depois | antes) (de | do) {date}",
        "around_day",
        "dois dias depois de 3 de maio de 2021",
    ),
    Rule("(os | as | nos | nas)? SHIFT NUMBER UNIT", "stretch", "nos últimos três meses"),
    Rule("SHIFT PLURAL", "vague_duration", "últimas semanas"),
    Rule("NUMBER UNIT e NUMBER UNIT", "compound", "dois anos e três meses"),
    Rule("NUMBER UNIT", "duration", "três meses", not_before="de"),
    Rule("NUMBER UNIT de", "duration", "três meses de", not_before="idade"),
    Rule("VAGUE UNIT", "vague_duration", "alguns meses"),
    Rule("NUMBER anos de idade", "nothing", "32 anos de idade"),
    Rule("(a)? EVERY NUMBER? UNIT | EVERY ({weekday} | MONTH)", "every", "a cada dois anos"),
    Rule("(todos os | todas as) PLURAL", "every", "todos os anos"),
    Rule("ADVERB", "adverb", "anualmente"),
    Rule("PRESENT", "now", "agora"),
    Rule("BYGONE", "before_now", "recentemente"),
    Rule("brevemente", "after_now", "brevemente"),
)

TIMES = TimeRules(
    words=WORDS,
    proper=PROPER,
    rules=(*DATES, *DAYS, *COUNTED, *HOLIDAYS),
    prefixes=(
        Prefix(
            "(início | inícios | começo | princípio | princípios) (de | do | da | dos)",
            "start",
            "calendar",
        ),
        Prefix("(meados | meio) (de | do | da | dos)", "middle", "calendar"),
        Prefix("(fim | fins | final | finais) (de | do | da | dos)", "end", "calendar"),
        Prefix(
            "cerca de | por volta (de | do) | aproximadamente | (c | ca) DOT", "approximate", "any"
        ),
        Prefix("mais de", "more", "duration"),
        Prefix("menos de", "less", "duration"),
        Prefix("pelo menos", "at least", "duration"),
    ),
    numbers=("TENS e ONES",),
    parts=PARTS,
    day_first=True,
    endings={
        **dict.fromkeys(("aram", "eram", "iram"), -2),
        **dict.fromkeys(("ará", "erá", "irá", "arão", "erão", "irão"), 1),
        **dict.fromkeys(("eou", "ou", "eu", "iu"), -2),
    },
    open_before={"desde": "after", "após": "after", "pós": "after", "até": "before"},
    ranges=frozenset(
        {
            *(("", dash) for dash in ("-", "–")),
            ("entre", "e"),
            ("de", "a"),
            ("do", "ao"),
            ("desde", "até"),
        }
    ),
    date_prepositions=words("em no o"),
    clock_prepositions=words("às pelas ao à das"),
    ordinal_endings=r"\.?[ºª]",
    plural=r"\w{3,}s",
)
