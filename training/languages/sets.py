#!/usr/bin/env python3
"""Gather the sets that the tagger of many languages learns from, and those it is measured on.

    python training/languages/sets.py --repositories DIR --bench DIR --out sets.pkl

DIR holds copies of public repositories as OWNER+NAME/repo; bench is ../shared/bench. TRAIN names
only sets whose licence lets weights be shipped; TEST those that are measured on and never trained
on. A sentence is a list of (word, whether a space is before it, tag), the words as the tagger cuts
them (`generator.analyse.names.e5.WORD`), the tag a number in LABELS.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import pickle
import random
import subprocess
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.analyse.names.e5 import WORD
from generator.analyse.names.tagger import LABELS
from generator.read.sentences import split_sentences

Tagged = tuple[list[str], list[str]]  # words, and tags as in the files: "B-PER", "O"
Sentence = list[tuple[str, bool, int]]
TYPES = {
    "PER": "PER", "PERSON": "PER", "PERS": "PER", "pers": "PER",
    "ORG": "ORG", "org": "ORG", "LOC": "LOC", "loc": "LOC",
}  # fmt: skip
SUBJECTS = {"Person": "PER", "Org": "ORG", "LocOrg": "LOC", "Location": "LOC"}  # factRuEval
APOSTROPHES, ELIDED = "'’", 6  # letters of a word that has lost its last vowel
CLOSING, OPENING = ".,;:!?)]}»”%…", "([{«„“¿¡"


class Repository:
    """A copy of a public repository, read with git."""

    def __init__(self, folder: Path, name: str) -> None:
        self.git = folder / name.replace("/", "+") / "repo"
        if (self.git / ".git").is_dir():
            self.git /= ".git"

    def _run(self, *command: str) -> bytes:
        whole = ["git", f"--git-dir={self.git}", *command]
        return subprocess.run(whole, capture_output=True, check=True).stdout

    def text(self, path: str, encoding: str = "utf-8") -> str:
        """One file."""
        return self._run("show", f"HEAD:{path}").decode(encoding, "replace")

    def data(self, path: str) -> bytes:
        """The bytes of one file."""
        return self._run("show", f"HEAD:{path}")

    def files(self, folder: str) -> dict[str, str]:
        """All files in a folder."""
        with tarfile.open(fileobj=io.BytesIO(self._run("archive", "HEAD", folder))) as archive:
            return {
                m.name: archive.extractfile(m).read().decode("utf-8", "replace")
                for m in archive.getmembers()
                if m.isfile()
            }


def columns(text: str, word: int = 0, tag: int = -1, sep: str | None = None) -> Iterator[Tagged]:
    """The sentences of a file with a word in each line and an empty line after each sentence."""
    words: list[str] = []
    tags: list[str] = []
    for line in text.split("\n"):
        parts = line.split(sep)
        if line.startswith(("# ", "#\t", "-DOCSTART")):
            continue
        if len(parts) < 2 or not line.strip():
            if words:
                yield words, tags
                words, tags = [], []
            continue
        words.append(parts[word])
        tags.append(parts[tag])
    if words:
        yield words, tags


def newspaper(text: str) -> Iterator[Tagged]:
    """The sentences of a file of HIPE-2022, in which a mark closes each."""
    words: list[str] = []
    tags: list[str] = []
    for line in text.split("\n"):
        parts = line.split("\t")
        if line.startswith(("#", "TOKEN")) or len(parts) < 3:
            continue
        words.append(parts[0])
        tags.append(parts[1].split(".")[0])
        if "EndOfSentence" in line and len(words) > 5:
            yield words, tags
            words, tags = [], []
    if words:
        yield words, tags


def shorter(sentences: Iterable[Tagged]) -> Iterator[Tagged]:
    """Whole pages cut at full stops, as these files do not mark sentences."""
    for words, tags in sentences:
        begin = 0
        for k, word in enumerate(words):
            if (word in ".!?" and k - begin >= 8) or k - begin >= 60:
                yield words[begin : k + 1], tags[begin : k + 1]
                begin = k + 1
        if begin < len(words):
            yield words[begin:], tags[begin:]


def fact_sentences(files: dict[str, str]) -> Iterator[Tagged]:
    """factRuEval-2016: tokens, spans and objects; the outermost object counts."""
    for name in sorted(n for n in files if n.endswith(".objects")):
        base = name.removesuffix(".objects")
        spans = {}
        for line in files[f"{base}.spans"].split("\n"):
            parts = line.split()
            if len(parts) >= 6:
                spans[parts[0]] = (int(parts[2]), int(parts[2]) + int(parts[3]))
        kept = outermost(files[name], spans)
        words: list[str] = []
        tags: list[str] = []
        for line in files[f"{base}.tokens"].split("\n"):
            parts = line.split()
            if len(parts) < 4:
                if words:
                    yield words, tags
                    words, tags = [], []
                continue
            start = int(parts[1])
            end = start + int(parts[2])
            inside = [o for o in kept if o[0] <= start and end <= o[1]]
            words.append(parts[3])
            tags.append(
                ("B-" if inside[-1][0] == start else "I-") + inside[-1][2] if inside else "O"
            )
        if words:
            yield words, tags


def outermost(text: str, spans: dict[str, tuple[int, int]]) -> list[tuple[int, int, str]]:
    """The objects of a document of factRuEval that are not inside others."""
    found = []
    for line in text.split("\n"):
        parts = line.split("#")[0].split()
        own = [spans[p] for p in parts[2:] if p in spans]
        if len(parts) > 2 and own and parts[1] in SUBJECTS:
            start, end = min(s for s, _ in own), max(e for _, e in own)
            found.append((start, end, SUBJECTS[parts[1]]))
    kept: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(found, key=lambda o: (o[0], -o[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, kind))
    return kept


def slavic(folder: Path, language: str) -> Iterator[Tagged]:
    """SlavicNER: texts, and the offsets of names; peoples count as persons there, not here."""
    source = Repository(folder, "SlavicNLP/SlavicNER")
    texts = source.files("raw")
    for name, lines in sorted(source.files("ner").items()):
        base = name.replace("ner/", "raw/", 1).removesuffix(".tsv")
        text = texts.get(base) or texts.get(f"{base}.txt", "")
        if f"/{language}/" not in name or not text:
            continue
        rows = (line.split("\t") for line in lines.split("\n"))
        spans = [
            (int(row[0]), int(row[1]), row[4])
            for row in rows
            if len(row) > 5 and not (row[4] == "PER" and row[5].startswith("GPE"))
        ]
        for start, end in split_sentences(text, language):
            words, tags = [], []
            for match in WORD.finditer(text, start, end):
                inside = [s for s in spans if s[0] <= match.start() and match.end() <= s[1]]
                outer = min(inside, key=lambda s: (s[0], -s[1]), default=None)
                begins = outer is not None and outer[0] == match.start()
                words.append(match.group())
                tags.append(("B-" if begins else "I-") + outer[2] if outer else "O")
            if words:
                yield words, tags


def persian(folder: Path) -> Iterator[Tagged]:
    """The first fold of Arman, for research only."""
    git = Repository(folder, "HaniehP/PersianNER")
    with zipfile.ZipFile(io.BytesIO(git.data("ArmanPersoNERCorpus.zip"))) as archive:
        yield from columns(archive.read("test_fold1.txt").decode("utf-8"))


def cut(sentences: Iterable[Tagged]) -> list[Sentence]:
    """The sentences in the words of the tagger, with spaces where writers put them."""
    out = []
    for words, tags in sentences:
        row: Sentence = []
        before = ""
        for word, tag in zip(words, tags, strict=True):
            kind = TYPES.get(tag[2:], "")
            begins = bool(kind) and (tag[0] == "B" or kind != before)
            for k, part in enumerate(WORD.findall(word)):
                label = LABELS.index(("B-" if begins else "I-") + kind) if kind else 0
                row.append((part, k == 0 and is_spaced(row, part), label))
                begins = False
            before = kind
        if row:
            out.append(row)
    return out


def is_spaced(row: Sentence, word: str) -> bool:
    """Whether writers put a space before this word."""
    if not row:
        return True
    # "l'arte", in which these files put a space on either side
    if word in APOSTROPHES:
        return not (row[-1][0].isalpha() and len(row[-1][0]) <= ELIDED)
    if len(row) > 1 and row[-1][0] in APOSTROPHES and not row[-1][1] and row[-2][0].isalpha():
        return False
    return not ("\u3040" <= word[0] <= "\u9fff" or word in CLOSING or row[-1][0] in OPENING)


def own_sets(bench: Path) -> dict[str, list[Sentence]]:
    """The English sets of ../shared/bench/names/train."""
    out = {}
    for name in ("wikigold", "ewt", "crossner_politics", "crossner_literature", "wnut17"):
        rows = []
        with gzip.open(bench / "names" / "train" / f"{name}.jsonl.gz", "rt") as file:
            for line in file:
                row = json.loads(line)
                tags = ["O"] * len(row["tokens"])
                for start, end, kind in row["spans"]:
                    if not row["tokens"][start].startswith("@"):
                        tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
                rows.append((row["tokens"], tags))
        out[f"en {name}"] = cut(rows)
    return out


def training_sets(folder: Path, bench: Path) -> dict[str, list[Sentence]]:
    """What is trained on; each has a licence that lets weights be shipped (CARD.md)."""
    out = own_sets(bench)

    def uner(name: str, file: str, parts: str = "train dev test") -> list[Sentence]:
        source = Repository(folder, f"UniversalNER/UNER_{name}")
        rows = [columns(source.text(f"{file}-ud-{p}.iob2"), 1, 2, "\t") for p in parts.split()]
        return cut(row for part in rows for row in part)

    out["pt bosque"] = uner("Portuguese-Bosque", "pt_bosque")
    out["hr set"] = uner("Croatian-SET", "hr_set")
    out["sk snk"] = uner("Slovak-SNK", "sk_snk")
    out["zh gsd"] = uner("Chinese-GSDSIMP", "zh_gsdsimp", "train")
    fact = Repository(folder, "dialogue-evaluation/factRuEval-2016")
    out["ru fact"] = cut(fact_sentences(fact.files("devset")))
    wiki = Repository(folder, "UKPLab/linspector")
    wiki_rows = [
        row for f in ("train", "dev", "test")
        for row in columns(wiki.text(f"extrinsic/data/ner/ru/{f}.txt"))
    ]  # fmt: skip
    out["ru wikiner"] = cut(wiki_rows)
    out["tr twnertc"] = cut(columns(wiki.text("extrinsic/data/ner/tr/dev.txt")))
    german = Repository(folder, "davidsbatista/NER-datasets")
    rows = [
        row for f in ("dev", "test")
        for row in columns(german.text(f"GermEval2014/NER-de-{f}.tsv"), 1, 2, "\t")
    ]  # fmt: skip
    out["de germeval"] = cut(rows)
    old = Repository(folder, "EuropeanaNewspapers/ner-corpora")
    out["fr europeana"] = cut(shorter(columns(old.text("enp_FR.bnf.bio/enp_FR.bnf.bio"))))
    out["de europeana"] = cut(shorter(columns(old.text("enp_DE.onb.bio/enp_DE.onb.bio"))))
    hipe = Repository(folder, "hipe-eval/HIPE-2022-data")
    path = "data/v2.1/newseye/fr/HIPE-2022-v2.1-newseye-{}-fr.tsv"
    out["fr newseye"] = cut(
        row for f in ("dev2", "test") for row in newspaper(hipe.text(path.format(f)))
    )
    return out


def test_sets(folder: Path) -> dict[str, list[Sentence]]:
    """What is measured on only: not trained on, not tuned on, and not shipped in any form."""
    out: dict[str, list[Sentence]] = {}
    for code, name in (("ru", "Russian"), ("de", "German"), ("pt", "Portuguese")):
        source = Repository(folder, f"UniversalNER/UNER_{name}-PUD")
        text = source.text(f"{code}_pud-ud-test.iob2")
        out[f"{code} pud"] = cut(columns(text, 1, 2, "\t"))
    fact = Repository(folder, "dialogue-evaluation/factRuEval-2016")
    out["ru fact-test"] = cut(fact_sentences(fact.files("testset")))
    ukrainian = Repository(folder, "lang-uk/ner-uk")
    out["uk ner-uk"] = cut(columns(ukrainian.text("v2.0/iob/test.iob")))
    spanish = Repository(folder, "teropa/nlp")
    text = spanish.text("resources/corpora/conll2002/esp.testb")
    out["es conll2002"] = cut(columns(text))
    italian = Repository(folder, "dhfbk/KIND")
    rows = columns(italian.text("dataset/wikinews_test.tsv"), 0, -1, "\t")
    out["it kind"] = cut((words, [f"I-{t}" for t in tags]) for words, tags in rows)
    hipe = Repository(folder, "hipe-eval/HIPE-2022-data")
    path = "data/v2.1/newseye/fr/HIPE-2022-v2.1-newseye-dev-fr.tsv"
    out["fr newseye-dev"] = cut(newspaper(hipe.text(path)))
    wiki = Repository(folder, "Babelscape/wikineural")
    for code in ("fr", "es", "it", "pl", "ru", "de", "pt"):
        text = wiki.text(f"data/wikineural/{code}/test.conllu")
        rows = list(columns(text, 1, 2, "\t"))
        random.Random(1).shuffle(rows)
        out[f"{code} wikineural"] = cut(rows[:1000])
    for code in ("cs", "pl", "ru", "uk"):
        rows = list(slavic(folder, code))
        random.Random(1).shuffle(rows)
        out[f"{code} slavicner"] = cut(rows[:1000])
    out["fa arman"] = cut(persian(folder))[:1000]
    turkish = Repository(folder, "UKPLab/linspector")
    out["tr twnertc"] = cut(columns(turkish.text("extrinsic/data/ner/tr/test.txt")))[:1000]
    chinese = Repository(folder, "UniversalNER/UNER_Chinese-GSDSIMP")
    out["zh gsd"] = cut(columns(chinese.text("zh_gsdsimp-ud-test.iob2"), 1, 2, "\t"))
    return out


def main() -> None:
    """Write the sets, and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repositories", type=Path, required=True)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    both = (training_sets(args.repositories, args.bench), test_sets(args.repositories))
    for kind, sets in zip(("train", "test"), both, strict=True):
        for name, rows in sets.items():
            names = sum(tag % 2 for row in rows for _, _, tag in row)
            print(f"{kind} {name}: {len(rows)} sentences, {names} names")
    args.out.write_bytes(pickle.dumps(both))


if __name__ == "__main__":
    main()
