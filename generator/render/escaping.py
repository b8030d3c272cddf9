"""What escapes a text for HTML, without marking it as safe."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from markupsafe import escape

escape_text: Callable[[str], str] = escape
with contextlib.suppress(ImportError):
    # What `escape` does to a plain text, before it marks that as safe.
    from markupsafe._speedups import _escape_inner

    escape_text = _escape_inner
