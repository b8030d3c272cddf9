"""Lets the templates read the facts of a page, given as JSON in its front matter."""

import json
from typing import Any


def on_env(env: Any, **_: object) -> Any:
    """Add the filter."""
    env.filters["fromjson"] = json.loads
    return env
