"""Portuguese: holidays of Brazil and Portugal.

`generator.analyse.times.interpreters.holidays` explains how a day is written. "Natal" is a town,
too, so that it needs an article before it.
"""

from __future__ import annotations

from generator.lang.language import Rule

HOLIDAYS = (
    Rule("natal ({year})?", "holiday", "no Natal", after="no|o|do|pelo|ao", argument="12-25"),
    *(
        Rule(row.format(pattern), "holiday", said.format(example), argument=day)
        for row, said in (
            ("({}) ({{year}})?", "{}"),
            ("({}) ({{counted}})", "{} do ano passado"),
        )
        for pattern, day, example in (
            ("véspera (de | do) natal", "12-24", "véspera de Natal"),
            ("dia de natal", "12-25", "dia de Natal"),
            ("réveillon | véspera de ano novo", "12-31", "réveillon"),
            ("dia de ano novo", "01-01", "dia de Ano Novo"),
            ("dia de reis", "01-06", "Dia de Reis"),
            ("dia de tiradentes", "04-21", "Dia de Tiradentes"),
            ("dia do (trabalhador | trabalho)", "05-01", "Dia do Trabalhador"),
            ("dia de são joão", "06-24", "dia de São João"),
            ("dia de todos os santos", "11-01", "Dia de Todos os Santos"),
            ("dia de finados", "11-02", "Dia de Finados"),
            ("terça DASH feira de carnaval", "easter-47", "terça-feira de Carnaval"),
            ("quarta DASH feira de cinzas", "easter-46", "Quarta-Feira de Cinzas"),
            ("domingo de ramos", "easter-7", "Domingo de Ramos"),
            ("quinta DASH feira santa", "easter-3", "Quinta-Feira Santa"),
            ("sexta DASH feira (santa | da paixão)", "easter-2", "Sexta-Feira Santa"),
            ("domingo de páscoa | páscoa", "easter", "Páscoa"),
            ("segunda DASH feira de páscoa", "easter+1", "segunda-feira de Páscoa"),
            ("quinta DASH feira da ascensão", "easter+39", "quinta-feira da Ascensão"),
            ("domingo de pentecostes", "easter+49", "Domingo de Pentecostes"),
            ("corpo de deus | corpus christi", "easter+60", "Corpo de Deus"),
        )
    ),
)
