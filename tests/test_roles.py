"""What a sentence calls a person beside the name."""

from __future__ import annotations

import pytest

from generator.analyse.names.roles import role_of
from generator.model import Entity, Mention, Provenance
from generator.render.views.entity_preview import roles_of


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
    ],
)  # fmt: skip
def test_roles(text: str, role: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert role_of(text.replace("[", "").replace("]", ""), start, end) == role


def test_a_role_is_counted_once_however_it_is_capitalised() -> None:
    where = Provenance("a", 0, 0, 3, "")
    mentions = tuple(
        Mention("Ann", "person", "Ann", where, role)
        for role in ("president", "President", "president", "mayor", "")
    )
    entity = Entity("people/ann", "Ann", "person", (), mentions, (), ("a",))
    assert roles_of(entity) == [("president", 3), ("mayor", 1)]
