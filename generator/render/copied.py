"""Files that go onto the site as they are: those of sources, and those of its looks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

from generator.config import Config
from generator.errors import OutputError
from generator.model import Corpus, ReadMedia, ReadOriginal, ReadPage, Target
from generator.render.look import STYLES, accent_styles, logo_path
from generator.render.templating import static_files
from generator.root_files import root_files

Read = tuple[ReadMedia, ReadPage, ReadOriginal]


def copied(corpus: Corpus, config: Config, read: Read) -> Iterator[Target]:
    """Pictures and files of the sources, styles and scripts."""
    content, page_content, original_content = read
    for media in corpus.media:
        yield Target(media.path, media.digest, partial(content, media, None))
        for scaled in filter(None, (media.small, media.large)):
            yield Target(scaled.path, scaled.digest, partial(content, media, scaled))
    for picture in corpus.page_pictures:
        drawn = picture.picture
        yield Target(drawn.path, drawn.digest, partial(page_content, picture))
    for original in corpus.originals:
        yield Target(original.path, original.digest, partial(original_content, original))
    static = static_files(config)
    for path, file in static.items():
        yield Target(path, "", partial(_static, config, path, file))
    if config.logo and logo_path(config) not in static:
        yield Target(logo_path(config), "", config.logo.read_bytes)


def root_targets(config: Config, made: Collection[str]) -> Iterator[Target]:
    """The project's root files. Raises OutputError for one that would replace a file of the build.

    made: paths of the files that the build makes
    """
    taken = {path.casefold() for path in made}
    for path, file in root_files(config).files.items():
        if path.casefold() in taken:
            raise OutputError(
                f"A root file would replace {path}, which the build makes.",
                "Rename it, or remove it from the folder of root files.",
            )
        yield Target(path, "", file.read_bytes)


def _static(config: Config, path: str, file: Path) -> bytes:
    """A file of the design; the accent of the site follows its styles."""
    return file.read_bytes() + (accent_styles(config) if path == STYLES else b"")
