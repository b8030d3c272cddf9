"""English: words in and around the names of people, organisations and places."""

from __future__ import annotations

from generator.lang.en.given_names import GIVEN_NAMES, MENS_NAMES, NICKNAMES, WOMENS_NAMES
from generator.lang.en.organisations import LAST_WORDS
from generator.lang.en.time_words import MONTHS, WEEKDAYS
from generator.lang.language import Demonyms, PersonWords, RoleWords
from generator.lang.name_words import NameWords
from generator.lang.words import words

# --- titles, offices and occupations

SHORT_HONORIFICS = words("mr mrs ms mx dr prof rev")
HONORIFICS = SHORT_HONORIFICS | words(
    """miss professor sir dame lord lady madame monsieur mademoiselle mlle mme señor señora herr
    frau signor signora
    private tsar czar sheikh shah duchess count countess baroness viscount marquis marquess
    father reverend archdeacon monsignor"""
)
SHORT_OFFICES = words("adm capt col gen gov lt maj rep sen sgt")
OFFICES = SHORT_OFFICES | words(
    """president premier chancellor minister secretary undersecretary senator congressman
    congresswoman representative governor mayor ambassador commissioner chairman chairwoman
    chairperson chair chief director deputy spokesman spokeswoman spokesperson king queen prince
    princess emperor empress sultan emir pope cardinal archbishop bishop rabbi imam ayatollah
    general colonel major captain lieutenant sergeant corporal admiral commander judge justice
    attorney sheriff detective inspector officer coach striker midfielder goalkeeper defender
    manager author actor actress singer writer poet journalist reporter editor analyst
    economist professor"""
)
HIGH_OFFICES = (
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "pope",
    "king",
    "queen",
    "emperor",
    "first lady",
)
OCCUPATIONS = words(
    """envoy consul head leader patriarch mufti marshal magistrate prosecutor lawyer musician
    artist novelist filmmaker correspondent columnist historian lecturer scientist researcher
    engineer doctor physician nurse surgeon teacher student executive ceo founder cofounder
    co-founder owner adviser advisor aide activist campaigner politician lawmaker legislator mp
    councillor councilor diplomat expert investigator coroner suspect defendant gunman shooter
    attacker assailant victim survivor witness businessman businesswoman entrepreneur banker
    treasurer strategist organizer organiser rector dean dissident member trainer scholar mechanic
    carpenter farmer baker butcher plumber electrician fisherman miner driver pilot sailor soldier
    waiter waitress chef cook barber tailor photographer producer composer conductor painter
    sculptor architect designer programmer developer dentist psychologist psychiatrist pathologist
    veterinarian pharmacist biologist chemist physicist mathematician astronomer geologist
    philosopher theologian sociologist anthropologist archaeologist curator librarian archivist
    broadcaster presenter commentator comedian dancer cyclist boxer golfer jockey
    swimmer sprinter wrestler batsman bowler pitcher quarterback captain referee umpire priest
    pastor monk nun missionary chaplain preacher vicar deacon trader broker accountant auditor
    lobbyist consultant contractor merchant clerk barrister solicitor juror plaintiff policeman
    policewoman constable fireman firefighter paramedic warden spy hostage prisoner inmate
    murderer warlord hacker blogger legend tycoon magnate baron baroness millionaire billionaire
    peer killer worker boss veteran star champion skipper flanker hooker winger prop lock centre
    fullback full-back fly-half scrum-half midfielder guitarist drummer bassist pianist
    violinist rapper vocalist dj playwright screenwriter dramatist publisher presenter host
    supermodel statistician legislator speaker whip chairperson tutor preceptor fellow headmaster
    headmistress principal superintendent undertaker blacksmith shoemaker weaver grocer jeweller
    collector sister brother-in-law son-in-law postmaster shopkeeper landlord innkeeper gardener
    sheriff ranger pirate explorer navigator inventor industrialist manufacturer financier
    shipowner planter slaveholder abolitionist suffragist reformer evangelist prophet guru mystic
    mayoress alderman bailiff seaman trooper aviator astronaut cosmonaut
    spin-doctor critic pollster ombudsman regulator watchdog negotiator mediator translator
    interpreter"""
) - words("sister")
# Ranks that are hardly ever a name; "Constable" and "Major" may be one.
LOW_RANKS = words(
    """airman bombardier brig brigadier commodore corporal fusilier guardsman lcpl midshipman
    rifleman sapper trooper"""
)
# Words before an office that belong to the title, and to a role as well.
TITLE_MODIFIERS = words("ex former acting vice prime foreign interior finance defence defense")
ROLE_MODIFIERS = TITLE_MODIFIERS | words(
    """then future would-be so-called self-proclaimed deputy senior assistant associate chief
    first second third late interim outgoing incoming longtime long-time veteran prominent
    principal lead justice health education energy transport trade labour labor environment
    agriculture economy culture sports security press state general attorney federal national
    regional local provincial district city county municipal party opposition government
    military army navy police intelligence company bank board campaign union team club human
    rights civil public political parliamentary presidential managing executive editorial
    investigative criminal supreme high spiritual religious retired self-styled accused alleged
    suspected convicted university law crisis war photo news communications media brigadier
    shadow welfare aid fashion serial labs world european olympic club-record home high
    pop rock soul blues jazz folk opera film movie television tv radio theatre stage soap
    football rugby cricket tennis boxing athletics racing soap-opera fellow one-time disgraced
    murdered jailed ousted exiled embattled veteran non-executive sales marketing equities
    lieutenant major rear fleet air vice-president chief-of-staff"""
)

# --- small words within names

ARABIC_PARTICLES = words("al el bin ben ibn abu")
SURNAME_PARTICLES = ARABIC_PARTICLES | words("da de di du dos del van von la le")
PARTICLES = (SURNAME_PARTICLES - {"ben"}) | words(
    "della das des les den der ter ten bint af av y e zu und d o l san st st."
)

# --- peoples

COUNTRIES = {
    country: tuple(word.replace("_", " ") for word in listed.split())
    for country, listed in {
        "Afghanistan": "Afghan", "Albania": "Albanian", "Algeria": "Algerian", "Angola": "Angolan",
        "Argentina": "Argentine Argentinian", "Armenia": "Armenian", "Australia": "Australian",
        "Austria": "Austrian", "Azerbaijan": "Azerbaijani", "Bahrain": "Bahraini",
        "Bangladesh": "Bangladeshi", "Belarus": "Belarusian", "Belgium": "Belgian",
        "Bolivia": "Bolivian", "Bosnia and Herzegovina": "Bosnian", "Brazil": "Brazilian",
        "Bulgaria": "Bulgarian", "Cambodia": "Cambodian", "Cameroon": "Cameroonian",
        "Canada": "Canadian", "Chad": "Chadian", "Chile": "Chilean", "China": "Chinese",
        "Colombia": "Colombian", "Croatia": "Croatian", "Cuba": "Cuban", "Cyprus": "Cypriot",
        "Czech Republic": "Czech", "Denmark": "Danish", "Ecuador": "Ecuadorean Ecuadorian",
        "Egypt": "Egyptian", "Eritrea": "Eritrean", "Estonia": "Estonian", "Ethiopia": "Ethiopian",
        "Finland": "Finnish", "France": "French", "Germany": "German", "Ghana": "Ghanaian",
        "Greece": "Greek", "Guatemala": "Guatemalan", "Haiti": "Haitian", "Honduras": "Honduran",
        "Hungary": "Hungarian", "Iceland": "Icelandic", "India": "Indian",
        "Indonesia": "Indonesian", "Iran": "Iranian", "Iraq": "Iraqi", "Ireland": "Irish",
        "Israel": "Israeli", "Italy": "Italian", "Jamaica": "Jamaican", "Japan": "Japanese",
        "Jordan": "Jordanian", "Kazakhstan": "Kazakh Kazakhstani", "Kenya": "Kenyan",
        "Kosovo": "Kosovar", "Kuwait": "Kuwaiti", "Kyrgyzstan": "Kyrgyz", "Laos": "Laotian",
        "Latvia": "Latvian", "Lebanon": "Lebanese", "Liberia": "Liberian", "Libya": "Libyan",
        "Lithuania": "Lithuanian", "Malaysia": "Malaysian", "Mali": "Malian", "Malta": "Maltese",
        "Mexico": "Mexican", "Moldova": "Moldovan", "Mongolia": "Mongolian",
        "Montenegro": "Montenegrin", "Morocco": "Moroccan", "Mozambique": "Mozambican",
        "Myanmar": "Burmese", "Namibia": "Namibian", "Nepal": "Nepalese Nepali",
        "Netherlands": "Dutch", "Nicaragua": "Nicaraguan", "Nigeria": "Nigerian",
        "North Korea": "North_Korean", "North Macedonia": "Macedonian", "Norway": "Norwegian",
        "Oman": "Omani", "Pakistan": "Pakistani", "Panama": "Panamanian",
        "Paraguay": "Paraguayan", "Peru": "Peruvian", "Philippines": "Philippine Filipino",
        "Poland": "Polish", "Portugal": "Portuguese", "Qatar": "Qatari", "Romania": "Romanian",
        "Russia": "Russian", "Rwanda": "Rwandan", "Saudi Arabia": "Saudi",
        "Senegal": "Senegalese", "Serbia": "Serbian", "Singapore": "Singaporean",
        "Slovakia": "Slovak", "Slovenia": "Slovenian", "Somalia": "Somali",
        "South Africa": "South_African", "South Korea": "South_Korean", "Spain": "Spanish",
        "Sri Lanka": "Sri_Lankan", "Sudan": "Sudanese", "Sweden": "Swedish",
        "Switzerland": "Swiss", "Syria": "Syrian", "Taiwan": "Taiwanese",
        "Tajikistan": "Tajik Tajikistani", "Tanzania": "Tanzanian", "Thailand": "Thai",
        "Tunisia": "Tunisian", "Turkey": "Turkish", "Turkmenistan": "Turkmen",
        "Uganda": "Ugandan", "Ukraine": "Ukrainian", "United Kingdom": "British",
        "United States": "American", "Uruguay": "Uruguayan", "Uzbekistan": "Uzbek",
        "Venezuela": "Venezuelan", "Vietnam": "Vietnamese", "Yemen": "Yemeni",
        "Zambia": "Zambian", "Zimbabwe": "Zimbabwean",
    }.items()
}  # fmt: skip
# Too rare for the tagger to take them for places, or known by their last word.
_RARE = words(
    """burmese chadian eritrean guatemalan honduran kazakhstani kosovar malian montenegrin nepali
    philippine tajikistani"""
)
PEOPLES = words(" ".join(word for found in COUNTRIES.values() for word in found).lower()) - (
    _RARE | words("north south sri lankan")
) | words(
    """african alaskan arab arabic asian basque buddhist californian catalan catholic chechen
    christian congolese eastern english european flemish georgian hawaiian hindu hispanic islamic
    jewish korean kosovan kurdish latin muslim northern orthodox palestinian protestant scottish
    serb shia shiite southern soviet sunni texan tibetan welsh western"""
)

NAMES = NameWords(
    titles=HONORIFICS | OFFICES | TITLE_MODIFIERS | LOW_RANKS,
    honorifics=(
        "Mr|Mrs|Ms|Miss|Messrs|Sir|Dame|Lord|Lady|Baroness|Viscount|Viscountess|Monsignor|Colonel|"
        "Captain|Lieutenant"
    ),
    peers=(
        "(?:Grand Duke|Grand Duchess|Archduke|Archduchess|Duke|Duchess|Marquess|Marquis|"
        "Marchioness|Earl|Viscount|Viscountess|Count|Countess|Baron|Baroness|Prince|Princess|Margrave)"
        " of(?: the)?"
    ),
    sees="(?:Archbishop|Bishop|Dean|Abbot|Abbess|Patriarch) of(?: the)?",
    named_after=words(
        """arms award awards chapel column cup gallery gardens gate hall hospital infirmary inn
        library museum pub regiment school stakes stand tavern theater theatre tower trophy"""
    ),
    joined_titles=words("shah sheikh count father chair major private justice lady"),
    particles=PARTICLES,
    never=words(" ".join((*MONTHS, *WEEKDAYS)))
    # As stamps have them; "Sun" and "Sat" are names, too.
    | words("mon tue tues wed weds thu thur thurs fri")
    | words(
        """mr mrs ms miss dr prof sir i you he she it we they me him her us them my your his its
        our their mine yours this that these those who whom whose which what the a an and or of in
        on at for from to by with but not no yes god english image photo photograph picture figure
        table chapter section page"""
    ),
    never_but=words("US"),
    peoples=PEOPLES,
    regions=words("north south east west central latin native"),
    place_words=words(
        """airport station street avenue ave road river lake island islands park square bridge
        stadium arena mosque palace county boulevard highway valley mountain mountains beach bay
        peninsula desert hotel harbour harbor ocean sea cemetery province"""
    ),
    plain_places=words("airport station street avenue road river bridge hotel"),
    organisation_words=LAST_WORDS,
    organisation_openings=words(
        "university ministry department bank institute association council office academy church"
    ),
    surname_openings="Ma?c|Fitz",
    services=words(
        """Facebook Instagram LinkedIn PayPal Reddit Skype Snapchat Spotify TikTok Twitter Wikipedia
        WhatsApp YouTube"""
    ),
    dealings=(
        "told|asked|sued|joined|bought|acquired|by|with|from|at|via|on|app|site|website|platform|"
        "firm|company|startup|start-up|service|network"
    ),
    disputed="so-called|self-styled|self-proclaimed|self-declared",
    states="State|Republic|Emirate|Caliphate|Army|Front|Movement|Group|Brigades?",
    ships=(
        "ship|ferry|frigate|destroyer|tanker|trawler|yacht|submarine|carrier|freighter|steamer|"
        "steamship|warship|lifeboat|schooner|shuttle|(?:cruise|ocean) liner"
    ),
    ship_prefixes="BRP|HMAS|HMCS|HMNZS|HMS|KRI|MV|RFA|RMS|ROKS|USCGC|USNS|USS",
    whole_names=r"(?:Liberal|Christian|Social) Democrats?\b",
    churches=(
        "(?:Anglican|Armenian|Catholic|Coptic|Dutch Reformed|English|Episcopal|Established|"
        "Free|Gallican|Greek|Irish|Lutheran|Methodist|Mormon|Orthodox|Presbyterian|Reformed|"
        "Roman|Russian|Scottish|Syrian|Welsh)"
        "(?: (?:Catholic|Orthodox|Free|Reformed))? Church|"
        "Church (?:of|in) (?:England|Scotland|Ireland|Wales|Rome|Sweden|Denmark|Norway)"
    ),
    ordinary=(
        r"(?:Labou?r (?:costs?|markets?|forces?|shortages?|pains?|wards?|relations|productivity)|"
        r"Conservative (?:estimates?|forecasts?|figures|assumptions?|guess(?:es)?|dress)|"
        r"Liberal (?:arts|amounts?|use|helpings?)|"
        r"Green (?:energy|tea|light|spaces?|belt|beans?))\b"
    ),
    storms="[Hh]urricane|[Tt]ropical (?:[Ss]torm|[Dd]epression)|[Tt]yphoon|[Cc]yclone",
    shortened="Jr|Sr|Inc|Corp|Co|Ltd|Ave|Blvd|Bros",
    contractions="s|re|ve|ll|d|m|t",
    possessive="['’]s",
    plural_possessive="['’]",
    open_ends="of|for|and|the|de|in",
    after_number="of",
    article="the",
)

ROLES = RoleWords(
    roles=OFFICES | OCCUPATIONS,
    plurals={f"{role}{end}": role for role in OFFICES | OCCUPATIONS for end in ("s", "es")},
    modifiers=ROLE_MODIFIERS,
    openers=words(
        """while when whereas after before since as until unless if although though because but and
        or so yet still then later today yesterday tomorrow meanwhile now once however only even
        also just perhaps maybe like unlike both either neither nor no not here there why how
        where that did does do was is are were has had have will would could should can may
        might must let in at from to near on over by for of with without under about against
        during through between upon towards among within into onto behind beside despite except
        per than via up down out off back says said told asked tells meet met"""
    ),
    also_verbs=words(
        """star host judge coach chair nurse whip champion boss prop lock head pilot captain
        doctor centre peer fellow tutor engineer referee umpire"""
    ),
    awards=words("best"),
    determiners=words("the a an his her its their our my your this that of for by with from and"),
    articles="the|a|an|then|now|currently|formerly|previously|once|also|himself|herself",
    owners="[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er",
    prepositions="of|for|at|in|to|with|on",
    inner_prepositions="of|for|at|in",
    place_prepositions="[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Oo]n|[Oo]ver",
    whose="of (?:the )?",
    appoints=(
        "hired|hires?|hiring|appoint(?:s|ed|ing)?|named|naming|elected|elects?|electing|chose|"
        "chosen|picked|installed|promoted|recruited|nominated|sacked|dismissed|employed|recognised|"
        "recognized|described|replaced"
    ),
    becomes=(
        "(?:,? who )?(?:(?:is|was|became|becomes|remains|remained|has been|had been|has become|"
        "had become)(?: now| then| also| once)?(?: (?:made|re-?elected|elected|appointed|named|"
        "hired|chosen|promoted to|sworn in))?|served|serves|worked|works|acted|acts)"
    ),
    in_the_office="as",
    joins="and",
    verb_endings=("ing",),
    ends=(
        "(?:(?:of|for|at|in|to|with|on|by|from) )?(?:whom?|which|whose)|that|when|where|while|"
        "after|before|since|as|because|although|though|until|will|"
        "would|could|should|can|may|might|has|have|had|is|was|are|were|said|says|told|from|between|"
        "during|(?:in|on) \\d+|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    ),
)

# Words that two countries share ("Congolese"), or a country and another place ("Georgian"), are
# left out.
DEMONYMS = Demonyms(
    countries=COUNTRIES,
    not_after=(
        *("South", "North", "Latin", "Central", "African", "Northern", "New"),
        *("Inner", "American", "Native"),
    ),
)

RANKS = {
    rank: rank
    for rank in words(
        """private corporal sergeant lieutenant captain major colonel brigadier general marshal
        admiral commodore constable inspector guardsman gunner trooper seaman midshipman"""
    )
}
_SHORT_RANKS = {
    "pvt": "private", "cpl": "corporal", "sgt": "sergeant", "lt": "lieutenant", "capt": "captain",
    "maj": "major", "col": "colonel", "brig": "brigadier", "gen": "general", "adm": "admiral",
    "cmdr": "commander", "insp": "inspector",
}  # fmt: skip
PERSONS = PersonWords(
    high_offices=HIGH_OFFICES,
    sovereigns=words(
        """king queen prince princess emperor empress pope tsar czar kaiser sultan shah saint st"""
    ),
    not_held=words("former ex late then onetime one-time vice deputy assistant"),
    role_prepositions="of|for|at|in|to|with|on",
    women=words(
        """mrs ms miss madam madame mademoiselle mlle mme lady dame señora señorita signora frau
        queen princess empress duchess countess baroness actress chairwoman congresswoman
        spokeswoman businesswoman wife widow daughter sister mother niece aunt"""
    ),
    men=words(
        """mr sir lord señor signor herr monsieur king prince princes emperor duke count baron
        congressman spokesman businessman husband son brother father nephew uncle"""
    ),
    she="she|herself",
    he="he|himself",
    courtesies=words(
        """mr mrs ms miss messrs dr rev reverend sir dame lord lady madame mme monsieur mlle
        mademoiselle herr frau señor señora señorita signor signora baron baroness count countess
        viscount viscountess marquis marquess duke duchess princes khedive father uncle aunt
        monsignor archdeacon justice poor"""
    ),
    short_courtesies=words("m."),
    bare_titles=words("duke duchess baron baroness pasha bey consort dauphin pontiff mamma papa"),
    courtesies_behind=words("pasha bey effendi"),
    kin=words("father son grandfather grandson mother daughter brother sister uncle nephew"),
    elders=r",? (?:senior|sr|snr|junior|jr|jnr|the (?:elder|younger))\b",
    ranks={**RANKS, **_SHORT_RANKS},
    groups=words("clan dynasty family families brothers sisters siblings twins tribe kingdom"),
    given_names=GIVEN_NAMES,
    womens_names=WOMENS_NAMES,
    mens_names=MENS_NAMES,
    nicknames=NICKNAMES,
    born=r"(?:who was )?born|b\.",
    died=r"(?:who )?died|d\.",
    generations=words("jr sr"),
    particles=SURNAME_PARTICLES,
    middle_particles=ARABIC_PARTICLES,
    half_names="m[ou]hamm?[ae]d|abd(?:[aeou]l)?",
)
