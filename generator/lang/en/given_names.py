"""English: first names of people, whose they are, and how they are shortened."""

from __future__ import annotations

from generator.lang.words import words

# The most common first names in English texts that are rare as surnames.
GIVEN_NAMES = words(
    """aaron abigail adam agnes alan albert alex alexander alexandra alfred alice alison amanda amy
    andrea andrew angela ann anna anne anthony antonio arthur audrey barbara beatrice ben
    benjamin bernard betty bill bob brenda brian bruce carl carlos carol caroline catherine
    charles charlotte cheryl chris christina christine christopher claire colin craig cynthia
    daniel david deborah debra denis dennis diana diane donald donna doris dorothy douglas edith
    edward eileen eleanor elizabeth ellen emily emma eric erin ernest ethel eugene evelyn
    florence frances francis frank fred frederick gary geoffrey george gerald gloria grace greg
    gregory harold harriet harry heather helen henry howard hugh ian irene isabel jack jacob
    jacqueline james jane janet janice jason jean jeff jeffrey jennifer jeremy jessica jill jim
    joan joanna joe joel john johnny jon jonathan jose joseph joshua joyce juan judith judy
    julia julian julie karen karl kate katherine kathleen keith kelly kenneth kevin kim kimberly
    larry laura lauren lawrence leonard leslie lillian linda lisa louis louise lucy luis luke
    margaret maria marie marilyn mark martha martin mary matthew maurice megan melissa michael
    michelle mike mildred nancy natalie nathan nicholas nick nicole nigel nora norman olivia
    oscar pamela patricia patrick paul paula peggy peter philip phillip phyllis rachel ralph
    raymond rebecca richard robert roger roland ronald rose roy russell ruth ryan sally sam
    samantha samuel sandra sarah scott sean sharon sheila shirley simon sophia sophie stephanie
    stephen steve steven stuart sue susan teresa theodore theresa thomas timothy tom tony tracy
    ursula victoria vincent virginia walter wayne wendy william willie"""
)
WOMENS_NAMES = words(
    """abigail agnes alexandra alice alison amanda amy angela ann anna anne audrey barbara
    beatrice betty brenda caroline catherine charlotte cheryl christina christine claire
    cynthia deborah debra diana diane donna doris dorothy edith eileen eleanor elizabeth ellen
    emily emma erin ethel florence frances gloria grace harriet heather helen irene isabel
    jacqueline jane janet janice jennifer jessica jill joanna joyce judith judy julia julie
    karen kate katherine kathleen kimberly laura lauren lillian linda lisa louise lucy margaret
    maria marie marilyn martha mary megan melissa michelle mildred nancy natalie nicole nora olivia
    pamela patricia paula peggy phyllis rachel rebecca rose ruth samantha sandra sarah sharon
    sheila shirley sophia sophie stephanie sue susan teresa theresa ursula victoria virginia wendy
    ada adelaide albertina alexandrina antonia augusta bertha bessie bridget camilla carolyn cecilia
    celia cherie chloe clara condoleezza constance cordelia daphne elena ella elsie esther eva
    fanny fiona flora georgina geraldine gertrude gillian gwen hannah hilda hillary imelda ingrid
    isabella ivy jenny josephine kathryn kirsty leah lily lydia mabel madeleine maggie marion
    matilda maud maureen mavis miriam molly monica muriel naomi patsy pauline penelope philippa
    priscilla renee rita roberta rosa rosemary selina sylvia tessa valerie vanessa vera violet
    vivien winifred yvonne zoe"""
)
# Of the others in the list above, these are given to both.
_EITHER = words("alex andrea carol chris jan jean joan kelly kim leslie sam tracy willie")
MENS_NAMES = (GIVEN_NAMES - WOMENS_NAMES - _EITHER) | words(
    """abraham adrian alastair alistair andre angus archibald augustus
    barry basil bertram boris cecil cedric clement clifford clive cornelius cyril damian darren
    derek desmond dominic duncan edgar edmund edwin ernst evan felix ferdinand franklin gareth
    gavin gilbert giles gordon graham gregor guy hamish hector herbert horace horatio hubert
    humphrey isaac ivan jerome karim lancelot lewis leopold lionel malcolm marcus maximilian
    miles montgomery mortimer neil neville nigel oliver osbert percy ralph randolph reginald
    rodney rupert samson sebastian sidney sigmund silas stanley sydney terence toby trevor
    tristan vernon victor wilfred winston"""
)
# Usual short forms, with the names of which they are.
NICKNAMES = {
    short: tuple(full.split())
    for short, full in {
        "abe": "abraham", "al": "albert alan alfred", "alec": "alexander", "alex": "alexander",
        "alf": "alfred", "andy": "andrew", "archie": "archibald", "art": "arthur",
        "barney": "bernard", "becky": "rebecca", "ben": "benjamin", "bernie": "bernard",
        "bert": "albert herbert bertram", "bertie": "albert herbert", "bess": "elizabeth",
        "bessie": "elizabeth", "beth": "elizabeth", "betsy": "elizabeth", "betty": "elizabeth",
        "bill": "william", "billy": "william", "bob": "robert", "bobby": "robert",
        "charley": "charles", "charlie": "charles", "chris": "christopher christine christina",
        "chuck": "charles", "cindy": "cynthia", "dan": "daniel", "danny": "daniel",
        "dave": "david", "debbie": "deborah", "dick": "richard", "dot": "dorothy",
        "doug": "douglas", "ed": "edward edmund edwin", "eddie": "edward", "ernie": "ernest",
        "fanny": "frances", "flo": "florence", "frank": "francis", "fred": "frederick alfred",
        "freddie": "frederick", "gabe": "gabriel", "geoff": "geoffrey", "greg": "gregory",
        "hal": "henry", "harry": "henry harold", "jack": "john", "jake": "jacob",
        "jamie": "james", "jeff": "jeffrey", "jenny": "jennifer", "jerry": "gerald jeremy",
        "jess": "jessica", "jim": "james", "jimmy": "james", "joe": "joseph", "joey": "joseph",
        "johnny": "john", "jon": "jonathan", "josh": "joshua", "judy": "judith",
        "kate": "katherine catherine", "kathy": "katherine catherine kathleen",
        "katie": "katherine catherine", "ken": "kenneth", "kim": "kimberly", "kit": "christopher",
        "larry": "lawrence laurence", "len": "leonard", "leo": "leopold leonard", "les": "leslie",
        "liz": "elizabeth", "lizzie": "elizabeth", "maggie": "margaret", "matt": "matthew",
        "meg": "margaret", "mick": "michael", "mickey": "michael",
        "mike": "michael", "millie": "mildred", "molly": "mary", "nat": "nathaniel",
        "ned": "edward", "nell": "eleanor helen", "nellie": "eleanor helen", "nick": "nicholas",
        "paddy": "patrick", "pam": "pamela", "pat": "patrick patricia", "patty": "patricia",
        "peg": "margaret", "peggy": "margaret", "pete": "peter", "phil": "philip phillip",
        "polly": "mary", "ray": "raymond", "rick": "richard", "rob": "robert", "robbie": "robert",
        "ron": "ronald", "ronnie": "ronald", "russ": "russell", "sally": "sarah",
        "sam": "samuel samantha", "sandy": "alexander", "sid": "sidney sydney",
        "stan": "stanley", "steve": "stephen steven", "stu": "stuart", "sue": "susan",
        "susie": "susan", "ted": "edward theodore", "teddy": "edward theodore",
        "terry": "terence theresa", "theo": "theodore", "tim": "timothy", "toby": "tobias",
        "tom": "thomas", "tommy": "thomas", "tony": "anthony antonio", "vicky": "victoria",
        "vince": "vincent", "walt": "walter", "will": "william", "willie": "william",
        "willy": "william",
    }.items()
}  # fmt: skip
