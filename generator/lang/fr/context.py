"""French: words by which a sentence leans on the text around it."""

from __future__ import annotations

from generator.lang.event_words import ContextWords

CONTEXT = ContextWords(
    pronouns="ils?|elles?|lui|leurs?|son|sa|ses|celui-ci|celle-ci|ceux-ci|celles-ci|on|en|y",
    openers=(
        "pendant ce temps|entre-temps|cependant|toutefois|néanmoins|pourtant|mais|et|ou|or|donc"
        "|puis|ensuite|alors|ainsi|aussi|également|de plus|en outre|par ailleurs|d['’]ailleurs"
        "|en effet|c['’]est pourquoi|en revanche|au contraire|enfin|là|ici|voilà|voici"
        "|ce|cet|cette|ces|cela|ceci|ça|c['’]est|c['’]était|tels?|telles?|tous deux|toutes deux"
    ),
    before=(
        "en|dans|à|au|aux|de|du|par|pour|avec|depuis|dès|après|avant|selon|quand|lorsque|pendant"
        "|comme|si|car|puisque|bien que|malgré|sur|sous|entre|et|mais|que|déjà|encore|même|seul"
    ),
    further="autres?|l['’]un et l['’]autre|le second|la seconde|le deuxième|la deuxième",
    speakers=(
        "[Jj]e|[Nn]ous|[Nn]otre|[Nn]os|[Mm]on|[Mm]a|[Mm]es|[Mm]oi|[Jj]['’]\\w+|[Mm]e|[Tt]u"
        "|[Vv]ous|[Vv]otre|[Vv]os"
    ),
    captions="[Pp]hoto(?:graphie)? ?:|[Pp]hoto d['’]archives?|[Ii]llustration ?:|[Cc]rédit ?:",
    births="naquit|née? (?:le|en|à)|naissance de|anniversaire",
)
