"""Files that go onto the site as they are: those of sources, and those of its looks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from hashlib import blake2b
from pathlib import Path

from generator.config import Config
from generator.errors import OutputError
from generator.model import Corpus, ReadMedia, ReadOriginal, ReadPage, Target
from generator.render.corpus_index import CorpusIndex
from generator.render.drawings.share_image import share_image
from generator.render.look import MANIFEST, STYLES, accent_styles, icons_of, logo_path, manifest
from generator.render.share import share_images
from generator.render.site import Site
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
    for icon in icons_of(config):
        if icon.path not in static:
            yield Target(icon.path, "", icon.make)
    yield Target(MANIFEST, "", partial(manifest, config))
    if config.logo and logo_path(config) not in static:
        yield Target(logo_path(config), "", config.logo.read_bytes)


def share_targets(
    index: CorpusIndex, site: Site, config: Config, fingerprint: str
) -> Iterator[Target]:
    """The pictures that networks show; the project's own of the same name replace them.

    fingerprint: of all that files depend on besides the corpus
    """
    own = static_files(config)
    for what in share_images(index, site, config):
        if what.path not in own:
            shown = f"{fingerprint} {what}".encode("utf-8", "surrogatepass")
            key = blake2b(shown, digest_size=12).hexdigest()
            yield Target(what.path, key, partial(share_image, what))


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
