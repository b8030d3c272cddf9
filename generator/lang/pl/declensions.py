"""Polish: how names end in the nominative, and then in the five other cases ("_": nothing).

Cases in the order of grammars: genitive, dative, accusative, instrumental, locative.
"""

from __future__ import annotations

DECLENSIONS = (
    # Masculine: Jan, Londyn; Gdańsk; Kraków; Wrocław; Poznań; Tusk; Wałęsa; Duda; Kaczyński
    "_ a owi a em ie", "_ u owi _ em ie", "_ a owi a em u", "_ u owi _ em u", "_ a owi a em zie",
    "_ a owi a iem u", "_ u owi _ iem u", "r ra rowi ra rem rze", "r ru rowi r rem rze",
    "t ta towi ta tem cie", "t tu towi t tem cie", "st stu stowi st stem ście",
    "d da dowi da dem dzie", "d du dowi d dem dzie", "ł ła łowi ła łem le", "ł łu łowi ł łem le",
    "ek ka kowi ka kiem ku", "eg ga gowi ga giem gu", "el la lowi la lem lu",
    "eł ła łowi ła łem le", "ec ca cowi ca cem cu", "ec cia ciowi cia ciem ciu",
    "ów owa owowi ów owem owie", "w wia wiowi w wiem wiu", "ń nia niowi nia niem niu",
    "ń nia niowi ń niem niu", "ść ścia ściowi ścia ściem ściu", "i iego iemu iego im im",
    "y ego emu ego ym ym", "o y ie ę ą ie", "ko ki ce kę ką ce", "o i i ę ą i",
    "cy cego cemu cego cym cym",
    # Feminine: Warszawa, Anna; Praga, Ameryka; Rosja, Anglia; Łódź; Kowalska; Marta, Wanda
    "a y ie ę ą ie", "a i i ę ą i", "a y y ę ą y", "ka ki ce kę ką ce", "ga gi dze gę gą dze",
    "cha chy sze chę chą sze", "ra ry rze rę rą rze", "ta ty cie tę tą cie",
    "da dy dzie dę dą dzie", "sta sty ście stę stą ście", "ła ły le łę łą le",
    "ia ii ii ię ią ii", "ja ji ji ję ją ji", "ia i i ię ią i", "a ej ej ą ą ej",
    "a iej iej ą ą iej",
    "ź zi zi ź zią zi", "ódź odzi odzi ódź odzią odzi", "ć ci ci ć cią ci", "_ i i _ ą i",
    "ń ni ni ń nią ni", "w wi wi w wią wi",
    # Neuter and plural: Brno, Zakopane, Podlasie; Niemcy, Włochy, Katowice, Czechy, Stany
    "o a u o em ie", "o a u o em u", "no na nu no nem nie", "to ta tu to tem cie",
    "ko ka ku ko kiem ku", "e ego emu e em em", "ie ia iu ie iem iu", "cy iec com cy cami czech",
    "y _ om y ami ach", "y ów om y ami ach", "e _ om e ami ach", "y ch om y ami szech",
    "hy ch hom hy hami szech", "e ych ym e ymi ych", "i _ om i ami ach", "ki ek kom ki kami kach",
)  # fmt: skip
