"""Tables as programs and people write them: the headers are theirs, the rows are ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import corpus_of, picture

from generator.config import read_config
from generator.errors import ConfigError
from generator.load import load, source_of
from generator.model import Document
from generator.read import Reading, choose, gather, read, read_source
from generator.read.columns import ROLES, key_of, uses_of
from generator.read.values import is_organisation, is_person, turned
from generator.render.corpus_index import CorpusIndex
from generator.setting_values import COLUMN_ROLES

Read = Callable[..., Reading]


@pytest.fixture
def table(tmp_path: Path) -> Read:
    """Read one file with a content, and settings."""

    def get(name: str, content: str | bytes, settings: str = "") -> Reading:
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / "seeds").mkdir(exist_ok=True)
        (tmp_path / "sourcebook.toml").write_text(settings)
        path = tmp_path / "seeds" / name
        path.write_bytes(data)
        source = source_of(path)
        config = read_config(tmp_path)
        return gather(choose([source]), [read_source(source, config)])

    return get


def only(found: Reading) -> Document:
    (document,) = found.documents
    return document


def messages(found: Reading) -> list[str]:
    return [problem.message for problem in found.problems]


COLLECTIONBUILDER = (
    "objectid,parentid,title,creator,date,description,subject,location,latitude,longitude,source,"
    "identifier,type,format,language,rights,rightsstatement,display_template,object_location,"
    "image_small,image_thumb,image_alt_text,object_transcript\n"
    "mill_01,,The old mill,Lee & Sons Company,1911,A mill in the snow.,mills; winter,"
    '"Troy, Idaho",46.7,-116.8,"Box 4, Mill Papers",b4-1,Image;StillImage,image/jpeg,en,'
    "Public domain,https://example.org/r,image,/objects/mill.jpg,/objects/small/mill_sm.jpg,,"
    "A wooden mill under snow,\n"
    'mill_02,mill_01,The back,"Lee, Ann, 1880-1950; Ray, Bo",1911-02,,,,,,,,Image,image/jpeg,en,,,,'
    "https://example.org/back.jpg,,,,Greetings to all at home.\n"
    "mill_03,mill_01,,,,,,,,,,,,,,,,,,https://example.org/c.jpg,,A miller at the door,\n"
)


def test_collectionbuilder(table: Read) -> None:
    found = table("metadata.csv", COLLECTIONBUILDER)
    mill, back, door = found.documents
    assert (mill.title, mill.date, mill.text) == ("The old mill", "1911", "A mill in the snow.")
    assert (mill.tags, mill.places) == (("mills", "winter"), ("Troy, Idaho",))
    assert mill.coordinates == (46.7, -116.8)
    assert (mill.kind, mill.format, mill.identifier) == ("Image", "image/jpeg", "mill_01")
    assert (mill.authors, mill.organisations) == (("Lee & Sons Company",), ("Lee & Sons Company",))
    assert (mill.publisher, mill.people) == ("Box 4, Mill Papers", ())
    assert mill.rights == "Public domain"
    assert (back.parent, back.people) == ("mill_01", ("Ann Lee", "Bo Ray"))
    assert (back.text, back.image) == ("Greetings to all at home.", "https://example.org/back.jpg")
    assert (door.title, door.image_alt) == ("A miller at the door", "A miller at the door")
    assert messages(found) == ['Image not found: "/objects/mill.jpg".', "No date."]
    (note,) = found.notes
    assert note.level == "note"
    assert note.message.startswith(
        '3 rows: title from "title", text from "object_transcript", summ'
    )
    assert "display_template" in note.message.partition("Shown as they are: ")[2]


def test_links_in_cells_are_no_words(table: Read) -> None:
    content = (
        "title,source,rights,description\n"
        "A <b>mill</b>,\"<a href='https://example.org/'>Mill Papers</a>\",<i>free</i> &amp; open,x.\n"
        'B,"Mill Papers, Box 4, https://example.org/b4",a < b,x.\n'
    )
    first, second = table("a.csv", content).documents
    assert (first.title, first.publisher) == ("A mill", "Mill Papers")
    assert first.rights == "free & open"
    assert (second.publisher, second.url) == ("Mill Papers, Box 4", "https://example.org/b4")
    assert second.rights == "a < b"


def test_zotero(table: Read) -> None:
    header = (
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","ISSN",'
        '"DOI","Url","Abstract Note","Date","Date Added","Date Modified","Access Date","Pages",'
        '"Publisher","Place","Language","Manual Tags","Automatic Tags"\n'
    )
    row = (
        '"AB12","journalArticle","2019","Lee, Ann; van den Berg, Jan","On mills","Mill Studies","",'
        '"1234-5678","10.1/x","https://example.org/a","What mills were.","3/14/2019","2020-01-02 10:00:00",'
        '"2020-01-02 10:00:00","","1-9","Mill Press","Leiden","en","mills; water",""\n'
    )
    found = only(table("zotero.csv", "\ufeff" + header + row))
    assert (found.title, found.date, found.kind) == ("On mills", "2019-03-14", "journalArticle")
    assert found.authors == ("Ann Lee", "Jan van den Berg")
    assert (found.publisher, found.text) == ("Mill Studies", "What mills were.")
    assert (found.places, found.tags) == ((), ("mills", "water"))
    assert dict(found.extra)["Place"] == "Leiden"


def test_omeka_classic(table: Read) -> None:
    content = (
        "Item Id,Item URI,Dublin Core:Title,Dublin Core:Subject,Dublin Core:Description,"
        "Dublin Core:Creator,Dublin Core:Date,Dublin Core:Contributor,Dublin Core:Coverage,"
        "Item Type Metadata:Transcription,geolocation:latitude,geolocation:longitude,file,tags,"
        "itemType,collection,public,featured\n"
        "7,https://example.org/items/7,A letter home,Letters|War,<p>A <em>short</em> letter.</p>,"
        '"Lee, Ann",1916-05-01,Mary Ray,Ypres,"Dear all,\nI am well.",50.85,2.88,'
        "https://example.org/l.jpg,family,Document,War letters,1,0\n"
    )
    found = only(table("omeka.csv", content))
    assert (found.title, found.date, found.kind) == ("A letter home", "1916-05-01", "Document")
    assert found.text.startswith("Dear all,")
    assert found.people == ("Ann Lee", "Mary Ray")
    assert (found.places, found.coordinates) == (("Ypres",), (50.85, 2.88))
    assert found.tags == ("Letters", "War", "family")
    assert found.image == "https://example.org/l.jpg"
    assert found.url == "https://example.org/items/7"


def test_omeka_s(table: Read) -> None:
    content = (
        "o:id,url,o:resource_class,o:media/o:source,dcterms:title,dcterms:creator,dcterms:created,"
        "dcterms:description,dcterms:subject,dcterms:spatial,bibo:content\n"
        "9,https://example.org/s/a/item/9,bibo:Letter,l.pdf,A card,Ann Lee | Bo B. Ray,1917,"
        "<p>A card with <b>two</b> lines.</p><p>From the front.</p>,cards|war,Lille | Arras,\n"
    )
    found = only(table("omeka-s.csv", content))
    assert (found.title, found.date, found.identifier) == ("A card", "1917", "9")
    assert found.text == "A card with two lines.\n\nFrom the front."
    assert (found.authors, found.people) == (("Ann Lee", "Bo B. Ray"), ("Ann Lee", "Bo B. Ray"))
    assert (found.tags, found.places) == (("cards", "war"), ("Lille", "Arras"))


def test_hypothesis(table: Read) -> None:
    content = (
        "Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page\n"
        "2024-03-05 10:11,https://example.org/a,Mills,Annotation,the mill burned,ann,"
        '"Who says so, and when?","fire,mill",3\n'
    )
    found = only(table("hypothesis.csv", content))
    assert found.text == "the mill burned\n\nWho says so, and when?"
    assert [p.kind for p in found.passages] == ["quote", "paragraph"]
    assert (found.date, found.tags, found.authors) == ("2024-03-05", ("fire", "mill"), ("ann",))


@pytest.mark.parametrize(
    "content",
    [
        "Headline,Outlet,Link,Published,Article\nMill burns,The Paper,https://example.org/1,"
        '"May 6, 2021",The mill burned down.\n',
        "headline\tsource\turl\tpubdate\tbody\nMill burns\tThe Paper\thttps://example.org/1\t"
        "6 May 2021\tThe mill burned down.\n",
        "Name|Publication|Permalink|Date|Full Text\nMill burns|The Paper|https://example.org/1|"
        "2021-05-06|The mill burned down.\n",
    ],
)
def test_tables_of_news_with_other_names(table: Read, content: str) -> None:
    found = only(table("news.csv", content))
    assert (found.title, found.publisher, found.date) == ("Mill burns", "The Paper", "2021-05-06")
    assert (found.url, found.text) == ("https://example.org/1", "The mill burned down.")


def test_a_transcript_is_one_document(table: Read) -> None:
    content = (
        "speaker,words,tags,timestamp\n"
        'Mary Lee,"And where were you born?",childhood,[00:01]\n'
        "Bo B. Ray,In Troy.,childhood; towns,[00:12]\n"
        "Bo B. Ray,By the <river>.,,[00:15]\n"
        "Interviewer:,And then?,,[00:20]\n"
    )
    reading = table("ray.csv", content)
    found = only(reading)
    assert found.text.split("\n\n") == [
        "Mary Lee: And where were you born?",
        "Bo B. Ray: In Troy.",
        "By the <river>.",
        "Interviewer: And then?",
    ]
    assert found.people == ("Mary Lee", "Bo B. Ray")
    assert (found.tags, found.identifier) == (("childhood", "towns"), "ray")
    assert [page.label for page in found.pages] == ["0:01", "0:12", "0:15", "0:20"]
    assert [found.pages_of(p.start, p.end) for p in found.passages] == [(0,), (1,), (2,), (3,)]
    assert reading.notes[0].message == (
        '4 rows: a turn of one conversation each, text from "words", speaker from "speaker", '
        'tags from "tags", time from "timestamp".'
    )


def test_times_in_brackets(document) -> None:
    """Whatever stands between two of them is said from the first on."""
    text = "Talk.\n[00:05] Ann: We left.\n[00:12:30]\nBo: We came. [1:02:03] We stayed.\nNo.\n"
    found = document("a.txt", text)
    assert [found.text[p.start : p.end] for p in found.passages] == [
        *("Talk.", "Ann: We left.", "Bo: We came. We stayed.", "No.")
    ]
    assert [page.label for page in found.pages] == ["0:05", "12:30", "1:02:03"]
    assert [found.pages_of(p.start, p.end) for p in found.passages] == [(), (0,), (1, 2), (2,)]
    markdown = document("d.md", text.replace("\n", "\n\n").replace("[1:02:03]", "**[1:02:03]**"))
    assert (markdown.text, markdown.pages) == (found.text, found.pages)
    assert [markdown.pages_of(p.start, p.end) for p in markdown.passages] == [
        (),
        (0,),
        (1, 2),
        (2,),
    ]
    turns = "speaker,words\nAnn,[00:05] We left.\nBo,[0:07] We came.\nBo,[0:09]\n"
    assert document("b.csv", turns).text == "Ann: We left.\n\nBo: We came."
    for other in ("[3:16] and [4:1]", "At [9:00] and [8:00] and [7:00].", "[1:00] [2:00]"):
        assert document("c.txt", other).text == other


def test_a_transcript_has_the_title_and_the_date_of_its_record(make_project) -> None:
    root = make_project(
        {
            "seeds/records.csv": "objectid,parentid,title,date,location,description,image_small\n"
            "ray,,Talk with Ray,1999,Troy,Ray was a miller.,ray.png\n"
            "one,ray,First part,1999,,It rained.,\n"
            f"bo,,Talk with Bo,1998,,{'Bo was a miller. ' * 80},\n",
            "seeds/ray.png": picture("PNG"),
            "seeds/talks/ray.csv": "speaker,words\nMary Lee,And then?\nRay,Nothing.\n",
            "seeds/talks/lee.csv": "speaker,words\nMary Lee,Why?\nLee,So.\n",
            "seeds/talks/bo.csv": "speaker,words\nBo,No.\nLee,Yes.\n",
        }
    )
    config = read_config(root)
    reading = read(load(config).sources, config)
    one, bo, bos, lee, ray = reading.documents
    assert len(reading.left_out) == 1
    assert "on one page: 1." in " ".join(note.message for note in reading.notes)
    assert [(p.path, p.message) for p in reading.problems] == [("seeds/talks/lee.csv", "No date.")]
    # It stands for the record.
    assert (ray.title, ray.date, ray.places) == ("Talk with Ray", "1999", ("Troy",))
    assert (ray.summary, ray.image, ray.path) == ("Ray was a miller.", "ray.png", "talks/ray.csv")
    assert [path for _, path in ray.media] == ["ray.png"]
    assert (ray.parent, lee.parent, one.parent) == ("", "", "ray")
    assert ray.people == ("Mary Lee",)
    # A record with a text of its own stays.
    assert (bo.path, bo.title, bos.title, bos.parent) == (
        *("records.csv", "Talk with Bo", "Talk with Bo", "bo"),
    )
    index = CorpusIndex(corpus_of(root))
    pairs = {
        d.title: [part.path for part in index.parts.get(d.id, ())] for d in index.documents.values()
    }
    assert pairs["Talk with Ray"] == ["records.csv"]
    assert sorted(d.path for d in index.wholes.values()) == ["records.csv", "talks/ray.csv"]


def test_captions_and_texts_with_times_have_their_records_too(reading) -> None:
    captions = "WEBVTT\n\n00:00:05.000 --> 00:00:07.000\nWe left.\n"
    text = "[0:05] We left.\n[0:07] We came.\n[0:09] We stayed.\n"
    table = "objectid,title,date,description,private\nray,Ray,1999,A miller.,\nlee,Lee,1998,,\nbo,Bo,1997,,1\n"
    files = {
        "box/a.csv": table,
        "t/ray.vtt": captions,
        "t/lee.txt": text,
        "t/x.vtt": captions + "a",
    }
    found = reading({**files, "t/bo.vtt": captions + "b", "t/y.md": "No times."})
    assert {(d.title, d.date, d.identifier, d.path) for d in found.documents if d.date} == {
        ("Ray", "1999", "ray", "t/ray.vtt"),
        ("Lee", "1998", "lee", "t/lee.txt"),
    }
    assert {d.path for d in found.documents if not d.date} == {"t/x.vtt", "t/y.md"}
    undated = [p for p in found.problems if p.message == "No date."]
    assert [(p.path, p.hint[:12]) for p in undated] == [
        ("seeds/t/y.md", 'Add "date: Y'),
        ("seeds/t/x.vtt", "Name it YYYY"),
    ]


def test_speeches_with_titles_are_no_transcript(table: Read) -> None:
    content = (
        "speaker,title,date,text\nAnn Lee,On mills,1911-01-02,Mills are good.\nBo,On,1911,No.\n"
    )
    assert len(table("speeches.csv", content).documents) == 2


@pytest.mark.parametrize(
    ("content", "title", "text"),
    [
        (
            '{"status":"ok","totalResults":1,"articles":[{"source":{"id":null,"name":"The Paper"},'
            '"author":"Ann Lee","title":"Mill burns","description":"It burned.","url":'
            '"https://example.org/1","urlToImage":"https://example.org/1.jpg","publishedAt":'
            '"2021-05-06T10:00:00Z","content":"The mill burned down … [+1234 chars]"}]}',
            "Mill burns",
            "The mill burned down…",
        ),
        (
            '{"totalArticles":1,"articles":[{"id":"x1","title":"Mill burns","description":"It burned.",'
            '"content":"The mill burned down.","url":"https://example.org/1","image":'
            '"https://example.org/1.jpg","publishedAt":"2021-05-06T10:00:00Z","lang":"en",'
            '"source":{"id":"p","name":"The Paper","url":"https://example.org"}}]}',
            "Mill burns",
            "The mill burned down.",
        ),
        (
            '{"response":{"status":"ok","total":1,"results":[{"id":"a/b","type":"article","webTitle":'
            '"Mill burns","webPublicationDate":"2021-05-06T10:00:00Z","webUrl":"https://example.org/1",'
            '"fields":{"bodyText":"The mill burned down.","publication":"The Paper"}}]}}',
            "Mill burns",
            "The mill burned down.",
        ),
        (
            '{"status":"OK","response":{"docs":[{"web_url":"https://example.org/1","headline":{"main":'
            '"Mill burns","kicker":null},"abstract":"The mill burned down.","pub_date":'
            '"2021-05-06T10:00:00+0000","source":"The Paper","byline":{"original":"By Ann Lee"},'
            '"keywords":[{"name":"subject","value":"Mills"}]}]}}',
            "Mill burns",
            "The mill burned down.",
        ),
        (
            '{"authors":["Ann Lee"],"date_publish":"2021-05-06 10:00:00","description":"It burned.",'
            '"image_url":null,"language":"en","maintext":"The mill burned down.","source_domain":'
            '"The Paper","title":"Mill burns","url":"https://example.org/1","nested":[{"a":1}]}',
            "Mill burns",
            "The mill burned down.",
        ),
        (
            '[{"id":"lee2021","type":"article-newspaper","title":"Mill burns","container-title":'
            '"The Paper","author":[{"family":"Lee","given":"Ann"}],"issued":{"date-parts":[[2021,5,6]]},'
            '"URL":"https://example.org/1","abstract":"The mill burned down."}]',
            "Mill burns",
            "The mill burned down.",
        ),
        (
            '[{"id":3,"date":"2021-05-06T10:00:00","link":"https://example.org/1","title":{"rendered":'
            '"Mill burns"},"content":{"rendered":"<p>The mill burned down.</p>"},"source":"The Paper"}]',
            "Mill burns",
            "The mill burned down.",
        ),
    ],
    ids=["newsapi", "gnews", "guardian", "nyt", "news-please", "csl", "wordpress"],
)
def test_json(table: Read, content: str, title: str, text: str) -> None:
    found = only(table("a.json", content))
    assert (found.title, found.text, found.publisher) == (title, text, "The Paper")
    assert (found.date, found.url) == ("2021-05-06", "https://example.org/1")
    assert found.authors in (("Ann Lee",), ("By Ann Lee",), ())


def test_common_crawl_news(table: Read) -> None:
    row = '{"headline": "Mill burns", "article": "The mill burned down.", "source": "The Paper"}\n'
    found = table("news.jsonl", row * 2)
    assert [d.title for d in found.documents] == ["Mill burns"] * 2
    assert table("news.json", row * 2).documents == found.documents[:0] or len(found.documents) == 2


@pytest.mark.parametrize("content", ["{}", "[]", "[1, 2]", '"x"', "nope", "[" * 100_000, '{"a": 1'])
def test_json_without_documents_is_reported(table: Read, content: str) -> None:
    found = table("a.json", content)
    assert (found.documents, len(found.problems)) == ((), 1)


def test_rows_that_are_not_public_are_left_out(table: Read) -> None:
    header = "o:id,o:is_public,dcterms:title,published,dcterms:description\n"
    content = header + "1,1,A,true,Open.\n2,0,B,true,Closed.\n3,1,C,false,Not yet.\n"
    found = table("a.csv", content)
    assert [d.title for d in found.documents] == ["A"]
    assert [p.level for p in found.problems] == ["note", "note", "warning"]


def test_settings_say_what_columns_hold(table: Read) -> None:
    content = "Titel,Inhalt,Datum,Intern,text\nA,The text.,2024-01-01,secret,no\n"
    settings = '[columns]\ntitle = "titel"\ntext = ["Inhalt"]\ndate = "Datum"\nignore = "Intern"\n'
    found = only(table("a.csv", content, settings))
    assert (found.title, found.text, found.date) == ("A", "The text.", "2024-01-01")
    assert found.extra == (("text", "no"),)


def test_columns_that_a_table_does_not_have_are_named(table: Read) -> None:
    settings = '[columns]\ntext = "Inhalt"\ntags = ["Thema", "x"]\n'
    (note,) = table("a.csv", "Title,X,Text\nA,b,c\n", settings).notes
    assert note.message == (
        '1 row: title from "Title", text from "Text", tags from "X". '
        'In the settings, but not here: "Inhalt".'
    )


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            '[columns]\ntxt = "a"',
            'sourcebook.toml:2: a column cannot be "txt". Did you mean "text"?',
        ),
        ("[columns]\ntext = 3", 'toml:2: "text" must be the name of a column, or a list of names.'),
        ('[columns]\ntext = ["a", ""]', '"text" must be the name of a column, or a list of names.'),
        ('[columns]\ntext = "a"\ntitle = "A"', 'sourcebook.toml:3: "A" is "text" already.'),
        ('columns = "text"', 'sourcebook.toml:1: "columns" must be a table.'),
    ],
)
def test_settings_that_are_wrong(make_project, settings: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        read_config(make_project({"sourcebook.toml": settings}))
    assert message in str(error.value)


def test_settings_know_all_roles() -> None:
    assert set(COLUMN_ROLES) == set(ROLES)


def test_a_table_without_a_text_says_what_to_do(table: Read) -> None:
    found = table("config.csv", "field,display\na,b\n")
    assert messages(found) == [
        'No column for a title or a text was found among "field", "display".'
    ]


@pytest.mark.parametrize(
    ("content", "titles", "problem"),
    [
        ("title,date,text,\nA,2024-01-01,x y.,\n", ["A"], ""),
        (
            "title,date,text\nA,2024-01-01,x y.,,,\nB,2024-01-01\n",
            ["A", "B"],
            "This row has 2 cells",
        ),
        ('title,date,text\nA,2024-01-01,5" nails.\nB,2024-01-01,x.\n', ["A", "B"], ""),
        (
            'title,date,text\nA,2024-01-01,"He said "no".\nB,2024-01-01,x.\n',
            ["A", "B"],
            "Quotation",
        ),
        ('title,date,text\n"A,2024-01-01,x.\nB,2024-01-01,x.\n', ["A", "B"], "Quotation"),
        ("\n\ntitle,date,text\nA,2024-01-01,x.\n\n", ["A"], ""),
        ("title,date,text\rA,2024-01-01,x.\rB,2024-01-01,x.\r", ["A", "B"], ""),
    ],
)
def test_tables_with_small_faults(
    table: Read, content: str, titles: list[str], problem: str
) -> None:
    found = table("a.csv", content)
    assert [d.title for d in found.documents] == titles
    assert [m[: len(problem)] for m in messages(found)[:1]] == ([problem] if problem else [])


def test_marks_that_nothing_closes_cost_little() -> None:
    """The lines of a table are read a bounded number of times."""
    from generator.model import Source
    from generator.read.delimited import _Records

    lines = ['"a,b\n', *['x","y\n'] * 2000]
    records = _Records(Source("a.csv", "a.csv", b"", ""), lines, ",", 0)
    assert len(list(records.read())) >= 1000
    assert records.vain <= 5 * len(lines)


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("Lee, Ann", "Ann Lee"),
        ("Ann Lee, Bo Ray", "Ann Lee, Bo Ray"),
        ("García Márquez, Gabriel", "Gabriel García Márquez"),
        ("van den Berg, Jan", "Jan van den Berg"),
        ("Lee, Ann, 1901-1980", "Ann Lee"),
        ("Lee, Ann (1901–1980)", "Ann Lee"),
        ("Lee, Ann B., photographer", "Ann B. Lee"),
        ("King, Martin Luther, Jr.", "Martin Luther King Jr."),
        ("Mill Company, Leiden", "Mill Company, Leiden"),
    ],
)
def test_names_are_turned(name: str, usual: str) -> None:
    assert turned(name) == usual


def test_who_is_a_person() -> None:
    people = ["Frank B. Robinson", "J. B. Thompson", "T.S. Reischel", "Mary Lee"]
    firms = ["Pacific Photo Co.", "University of Idaho", "Lee & Sons Company"]
    neither = ["Vandal Athletics", "Unknown", "", "Keeping Watch"]
    assert [n for n in (*people, *firms, *neither) if is_person(n, n)] == people
    assert [n for n in (*people, *firms, *neither) if is_organisation(n)] == firms


def test_names_of_columns_are_compared_without_what_programs_add() -> None:
    names = [
        "Dublin Core:Date Created",
        "date_created",
        "dcterms:dateCreated [en]",
        "Date-Created@fr",
    ]
    assert {key_of(name) for name in names} == {"datecreated"}
    assert uses_of(["Date", "Publication Year", "x"])["date"] == ("Date", "Publication Year")
