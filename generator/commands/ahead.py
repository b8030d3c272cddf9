"""Pages as they will be after what was written at the desk, until a build has made the site."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from generator.config import Config
from generator.model import Corpus
from generator.render import SinglePages, compiled_templates


class Ahead:
    """Makes pages one by one, each once, in a thread of its own.

    known: says what will be; None where the site on the disk is right
    config: gives the settings of the last build
    """

    def __init__(self, known: Callable[[], Corpus | None], config: Callable[[], Config]) -> None:
        self._known, self._config = known, config
        self._thread = ThreadPoolExecutor(1)
        self._corpus: Corpus | None = None
        self._pages: SinglePages | None = None
        self._made: dict[str, bytes | None] = {}

    def page(self, path: str) -> Future[bytes | None] | None:
        """A page by its path: None if the one on the disk is right, b"" if there is none."""
        if self._known() is not None:
            return self._thread.submit(self._page, path)
        if self._corpus is not None:
            self._thread.submit(self._forget)
        return None

    def _page(self, path: str) -> bytes | None:
        corpus = self._known()
        if corpus is None:
            return None
        if corpus is not self._corpus or self._pages is None:
            config = self._config()
            self._pages = SinglePages(corpus, config, compiled_templates(config))
            self._corpus, self._made = corpus, {}
        if path not in self._made:
            try:
                self._made[path] = self._pages.page(path)
            except Exception:  # whatever is wrong, the build will report it
                self._made[path] = None
        return self._made[path]

    def _forget(self) -> None:
        """Free the memory of what is not needed any more."""
        self._corpus, self._pages, self._made = None, None, {}

    def close(self) -> None:
        """Make nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)
