"""Czech: how names end in the nominative, and then in the five other cases ("_": nothing).

Cases in the order of grammars: genitive, dative, accusative, instrumental, locative.
"""

from __future__ import annotations

DECLENSIONS = (
    # Masculine: Jan, Londýn; Tomáš; Karel, Havel; Mareček; Němec; Havlíček; Masaryk; Novotný; Jiří
    "_ a ovi a em ovi", "_ a u a em u", "_ u u _ em u", "_ u u _ em ě", "_ u u _ em e",
    "_ a u _ em ě", "_ a u _ em e", "_ e i e em i", "_ e ovi e em ovi", "_ e i _ em i",
    "el la lovi la lem lovi", "el la lu la lem lu", "ek ka kovi ka kem kovi", "ek ku ku ek kem ku",
    "ec ce ci ce cem ci", "ec ce covi ce cem covi", "ec ce ci ec cem ci", "eň ně ni eň ní ni",
    "ň ně ni ň ní ni",
    "a y ovi u ou ovi", "o a ovi a em ovi", "ý ého ému ého ým ém", "í ího ímu ího ím ím",
    # Feminine: Anna, Ostrava; Praha, Amerika, Olga, Barbora; Lucie, Francie; Plzeň; Nováková
    "a y ě u ou ě", "a y e u ou e", "a i i u ou i", "ha hy ze hu hou ze", "ga gy ze gu gou ze",
    "ka ky ce ku kou ce", "cha chy še chu chou še", "ra ry ře ru rou ře", "á é é ou ou é",
    "e e i i í i", "ie ie ii ii ií ii", "_ i i _ í i", "_ e i _ í i",
    # Neuter and plural: Brno, Slovensko, Německo; Čechy, Teplice, Budějovice
    "o a u o em ě", "o a u o em e", "o a u o em u", "e e i e em i", "í í í í ím í",
    "y _ ům y y ách", "y _ ám y ami ách", "e _ ím e emi ích", "ice ic icím ice icemi icích",
    "é ých ým é ými ých", "é ého ému é ým ém", "y ů ům y y ech", "ea eje eji eu eou eji",
)  # fmt: skip
