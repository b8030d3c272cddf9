"""The line: load → read → analyse → derive → render → write.

This is the only module that knows all stages. Each takes what the one before it returned.
"""

from __future__ import annotations

from generator.analyse import analyse
from generator.config import Config
from generator.derive import derive
from generator.load import load
from generator.progress import Progress
from generator.read import read
from generator.render import render
from generator.report import Report, count
from generator.write import write


def build(config: Config, progress: Progress, *, strict: bool = False) -> Report:
    """Build the site. With `strict`, any problem with a source leaves the old site in place.

    Raises SourcebookError when no site can be built at all.
    """
    with progress.stage("load"):
        loaded = load(config)
    with progress.stage("read") as track:
        reading = read(track(loaded.sources), config)
    with progress.stage("analyse") as track:
        analyses = analyse(reading.documents, track(reading.documents))
    with progress.stage("derive"):
        corpus = derive(reading.documents, analyses, loaded.sources)
    problems = tuple(sorted((*loaded.problems, *reading.problems)))
    if strict and problems:
        return count(corpus, problems, None, progress.seconds)
    with progress.stage("write") as track:
        # Pages are rendered while they are written, one at a time.
        outputs = progress.measured("render", render(corpus, config, problems))
        written = write(track(outputs), config.output)
    return count(corpus, problems, written, progress.seconds)
