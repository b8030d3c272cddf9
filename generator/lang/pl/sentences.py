"""Polish: abbreviations that end in a full stop, words that open sentences, and hyphens."""

from __future__ import annotations

from generator.lang.language import SentenceRules
from generator.lang.words import words

SENTENCES = SentenceRules(
    never=words(
        """ul al pl prof dr hab mgr inż gen płk ppłk kpt mjr por ppor sierż ks bp abp o św bł im tzw
        np m.in tj red zob por ds wg ww zwł ur zm os woj gm pow j.w jw pt dyr wyd oprac tłum pseud
        mec sędz nadkom podkom kom asp st mł"""
    ),
    numbered=words("nr art poz par ust pkt str s rozdz ryc rys tab tabl godz ok tel lok"),
    lettered=words("rys ryc tab tabl t rozdz pkt lit"),
    seldom=words(
        "r w itd itp etc tys mln mld bln proc br ub.r b.r n.e p.n.e m.st min sek cm km ha"
    ),
    starters=words(
        """w we na z ze od do po za dla przed przy pod nad bez i a ale oraz lecz jednak on ona ono
        oni one my wy ja to ten ta te ci tam tu tak jak gdy kiedy jeśli jeżeli choć także też już
        nie jego jej ich wszystko potem wtedy dziś dzisiaj wczoraj nikt nic dlatego więc zatem
        natomiast co kto gdzie dlaczego według zdaniem podczas"""
    ),
    ordinals=True,
    before_hyphens=words("wice eks niby pół północno południowo społeczno polsko biało"),
    after_hyphens=words("i lub albo czy oraz"),
    captions=words("rysunek rys rycina ryc tabela tab tablica mapa zdjęcie fot wykres schemat"),
)
