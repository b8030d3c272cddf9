"""English: words by which names of organisations are compared."""

from __future__ import annotations

from generator.lang.language import OrganisationWords
from generator.lang.words import any_of, words

LEGAL_FORMS = words("inc corp corporation co ltd plc llc")
KINDS = LEGAL_FORMS | words("party group agency organisation organization company")
GENERIC = KINDS | words(
    "university college school association foundation institute committee council"
)
# What the tagger's names of organisations end in; "co", "llc" and "school" are left to it.
LAST_WORDS = (GENERIC - {"co", "llc", "school"}) | words(
    """academy airlines airways army authority bureau commission congress court department
    dragoons federation forces fusiliers guards herald highlanders hussars lancers league
    ministry news orchestra post records regiment senate society times tribune"""
)
WELL_KNOWN: tuple[tuple[str, ...], ...] = (
    (
        "islamic state", "isis", "isil", "daesh", "is group", "islamic state group",
        "islamic state of iraq and syria", "islamic state of iraq and the levant",
        "islamic state of iraq and al sham", "so called islamic state",
    ),
    ("islamic state khorasan", "isis k", "is k", "isk", "iskp", "is kp", "isil k"),
    ("north atlantic treaty organization", "nato", "north atlantic treaty organisation"),
    ("world health organization", "who", "world health organisation"),
    ("federal bureau of investigation", "fbi"),
    ("central intelligence agency", "cia"),
    ("national security agency", "nsa"),
    ("federal security service", "fsb"),
    ("british broadcasting corporation", "bbc"),
    ("associated press", "ap"),
    ("agence france presse", "afp"),
    ("international monetary fund", "imf"),
    ("international committee of the red cross", "icrc"),
    ("international atomic energy agency", "iaea"),
    ("organization for security and co operation in europe", "osce"),
    ("united nations high commissioner for refugees", "unhcr"),
    ("united nations children's fund", "unicef"),
    ("food and drug administration", "fda"),
    ("centers for disease control and prevention", "cdc", "centers for disease control"),
    ("national aeronautics and space administration", "nasa"),
    ("world trade organization", "wto"),
    ("al qaeda", "al qaida", "al qa'ida"),
    ("al shabaab", "al shabab"),
    ("al jazeera", "aljazeera"),
    ("boko haram",),
    ("hezbollah", "hizbullah", "hizbollah", "hizballah"),
    ("nusra front", "al nusra front", "jabhat al nusra"),
    ("conservative party", "conservatives", "tories", "tory party"),
    ("liberal democrats", "lib dems", "liberal democrat party"),
    ("republican party", "republicans", "gop"),
    ("democratic party", "democrats"),
    ("house of commons", "commons"),
)  # fmt: skip

# What a text calls an organisation with the name of a person or a place.
_DESCRIBED = (
    "airline|bank|brokerage|carrier|company|firm|insurer|magazine|newspaper|publishing house"
    "|retailer|subsidiary|tabloid|weekly"
)
NAMED_LIKE_PEOPLE = (
    "arthur andersen", "arthur young", "charles schwab", "drexel burnham lambert", "eli lilly",
    "ernst & young", "goldman sachs", "harley davidson", "kidder peabody",
    "kleinwort benson", "lehman brothers", "merrill lynch", "morgan grenfell", "morgan stanley",
    "paine webber", "peat marwick", "philip morris", "reuters", "rolls royce",
    "salomon brothers", "samuel montagu", "shearson lehman", "smith barney", "wells fargo",
    "corriere della sera", "der spiegel", "el pais", "el país", "haaretz", "il sole 24 ore",
    "izvestia", "kommersant", "la repubblica", "la stampa", "le figaro", "le monde",
    "novaya gazeta", "pravda",
)  # fmt: skip

ORGANISATIONS = OrganisationWords(
    well_known=WELL_KNOWN,
    plurals=(("ies", "y"), ("s", "")),
    party="party",
    party_people=(
        r" (?:[Pp]arty|MPs?|peers?|[Mm]inist(?:ers?|ry)|[Gg]overnment|[Cc]abinet|voters?|whips?|"
        r"candidates?|(?:back|front)bench\w*|benches|manifesto|leaders?|leadership|councillors?|"
        r"senators?|congress(?:man|men|woman|women)|partisans?|politicians?|statesm[ae]n)\b"
    ),
    legal_endings=rf" & co| {any_of(sorted(LEGAL_FORMS | {'ag', 'gmbh'}))}\.?",
    kinds=KINDS,
    generic=GENERIC,
    countries=("united states ", "united kingdom "),
    parts="branch|wing|arm|affiliate|faction|chapter|offshoot",
    part_endings="province",
    part_prepositions="of (?:the )?",
    described=(
        rf"{_DESCRIBED}|(?:shares|stock|stake|shareholders|subsidiary|branch|customers|employees|"
        "reporter|correspondent|columnist|subscribers|readers) (?:in|of|for|at)(?: the)?|"
        # Schools and colleges have the names of towns and people.
        "(?:[Ff]ellow|[Ff]ellowship|[Pp]rovost|[Ww]arden|[Hh]ead[ -]?master|[Hh]ead[ -]?mistress|"
        "[Hh]eadmastership|[Uu]ndergraduates?|[Aa]lumn(?:us|i|a|ae)|[Gg]raduates?) (?:of|at)|"
        "(?:[Pp]rofessor|[Ll]ecturer|[Ss]tudents?|[Tt]utor|[Ss]choolmaster) at"
    ),
    described_behind=(
        r" (?:shares?|stock|shareholders|employees|customers|readers|subscribers|subsidiary|"
        r"newspaper|magazine|bank|airline|reporter|correspondent|columnist|plc|PLC|Inc|Ltd)\b|"
        rf", (?:an?|the) (?:[\w-]+ ){{0,3}}(?:{_DESCRIBED})"
        r"(?=[,.;:)]| (?:that|which|based|owned)\b)"
    ),
    named_like_people=frozenset(NAMED_LIKE_PEOPLE),
    small_words=words("of the and for in on at to de la du des"),
)
