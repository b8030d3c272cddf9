"""What a sentence calls a person beside the name."""

from __future__ import annotations

import pytest

from generator.analyse.names.roles import role_of
from generator.model import Entity, Mention, Provenance
from generator.render.views.roles import roles_of


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("On Friday Russian President [Vladimir Putin] spoke.", "Russian President"),
        ("He met Foreign Ministry spokeswoman [Maria Zakharova].", "Foreign Ministry spokeswoman"),
        ("Coast Guard Admiral [Thad Allen] said so.", "Coast Guard Admiral"),
        ("While President [Obama] spoke, it rained.", "President"),
        ("The former president [Ann Lee] left.", "former president"),
        ("[Ann Lee], a spokeswoman for the army, said so.", "spokeswoman for the army"),
        ("[Ann Lee], the governor of Alaska, left.", "governor of Alaska"),
        ("[Andrii Yusov], of Ukraine's defence intelligence, denied it.", "of Ukraine's defence intelligence"),
        ("It met future President [Putin] there.", "future President"),
        ("On Monday Gov. [Bobby Jindal] spoke.", "Gov."),
        ("FSB director [Ann Lee] left.", "FSB director"),
        ("It was chairman Lord [Ann Lee] again.", "chairman"),
        ("They met Lord [Ann Lee] again.", ""),
        ("[Ann Lee], a member of the board, left.", "member of the board"),
        ("It was the trainer [Ann Lee] who left.", "trainer"),
        ("The carpenter [Ann Lee] left.", "carpenter"),
        ("She came with board member [Ann Lee].", "board member"),
        ("After meeting [John Kerry], the prime minister, Binyamin Netanyahu, left.", ""),
        ("The head of the FSB, [Alexander Bortnikov], has spoken.", "head of the FSB"),
        ("He met the governor, [Ann Lee], Bo Day and others.", ""),
        ("After meeting the Israeli prime minister, [Ann Lee], he left.", "Israeli prime minister"),
        ("[Ann Lee], of course, left.", ""),
        ("In London [Ann Lee] left.", ""),
        ("In Moscow President [Putin] spoke.", "President"),
        ("The court sentenced [Ann Lee].", ""),
        ("He said that Obama General [Obama] left.", "General"),
        # the whole of it, wherever in the sentence it stands
        ("Liberal leader [Ann Lee] stayed.", "Liberal leader"),
        ("Former welfare minister [Ann Lee] stayed.", "Former welfare minister"),
        ("It was said by Ohio attorney general [Ann Lee].", "Ohio attorney general"),
        ("They praised the cookery writer [Ann Lee].", "cookery writer"),
        ("They bought it from murdered jeweller [Ann Lee].", "murdered jeweller"),
        ("The vote prompted president [Ann Lee] to go.", "president"),
        ("They criticised minister [Ann Lee].", "minister"),
        ("At 10:00 BST Sergeant [Lee] fell.", "Sergeant"),
        ("A boost for Chancellor Chancellor [Ann Lee] has come.", "Chancellor"),
        ("The film will star [Ann Lee] again.", ""),
        ("Its star [Ann Lee] left.", "star"),
        # titles that say nothing
        ("Its secretary, Mr [Lee], was ill.", "secretary"),
        ("The vote forced party president Sir [Bo Day] out.", "party president"),
        # what it is of, before and after the name
        ("Spain's minister of sport [Ann Lee] left.", "Spain's minister of sport"),
        ("He met president of Egypt [Ann Lee] there.", "president of Egypt"),
        ("The president of Egypt met [Ann Lee] there.", ""),
        ("[Ann Lee], a scholar at a college of the U.S. Army in Ohio, left.",
         "scholar at a college of the U.S. Army in Ohio"),
        ("[Ann Lee], the Dutch co-head of Bix will also go.", "Dutch co-head of Bix"),
        ("[Ann Lee], founder and chairman of Bix, left.", "founder and chairman of Bix"),
        ("[Ann Lee], currently a consultant at Bix, left.", "consultant at Bix"),
        ("[Ann Lee], a researcher at Delft who studies nets, left.", "researcher at Delft"),
        ("[Ann Lee] - a former director of Bix - left.", "former director of Bix"),
        ("[Ann Lee], said minister Bo Day.", ""),
        ("The charity's head of care in Wales, [Ann Lee] said so.",
         "charity's head of care in Wales"),
        ("[Ann Lee], a historian to whom learning was given, left.", "historian"),
        ("She met Dr [Lee], the principal, the Purveyor and others.", ""),
        ("They set their whole future upon General [Lee].", "General"),
        ("Best actor [Lee] could not come.", ""),
        # several people
        ("He met the bankers [Ann Lee] and Bo Day.", "banker"),
        ("He met the bankers Ann Lee and [Bo Day].", "banker"),
        ("With former Bix chief executives Al Fox, Sir Ann Lee and [Bo Day].",
         "former Bix chief executive"),
        ("He met minister Ann Lee and [Bo Day].", ""),
        ("Both films star Ann Lee and [Bo Day].", ""),
        # given and got
        ("Bix hired [Ann Lee] as head of sales.", "head of sales"),
        ("They have appointed [Ann Lee] as their provisional caretaker-boss on 3 May.",
         "provisional caretaker-boss"),
        ("They saw [Ann Lee] as head of sales.", ""),
        ("[Ann Lee] became the first governor of Iowa in 1846.", "first governor of Iowa"),
        ("[Ann Lee], who was appointed director of Bix and lives there, left.", "director of Bix"),
        ("[Ann Lee] is not a lawyer.", ""),
        ("[Ann Lee] was a lucky man.", ""),
    ],
)  # fmt: skip
def test_roles(text: str, role: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert role_of(text.replace("[", "").replace("]", ""), start, end) == role


def test_a_role_is_shown_once() -> None:
    where = Provenance("a", 0, 0, 3, "")
    roles = ("president", "President", "President", "Egyptian President", "vice president", "mayor")
    mentions = tuple(Mention("Ann", "person", "Ann", where, role) for role in (*roles, ""))
    entity = Entity("people/ann", "Ann", "person", (), mentions, (), ("a",))
    shown = [(role, len(own)) for role, own in roles_of(entity)]
    assert shown == [("President", 4), ("mayor", 1), ("vice president", 1)]
