"""Settings of Pelican: articles for the sources, the plugin for all other pages."""

import json
from pathlib import Path

SITENAME = "Archive"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
WITH_FUTURE_DATES = True
PATH = "content"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["facts"]
MARKDOWN = {"extension_configs": {"markdown.extensions.meta": {}}, "output_format": "html5"}
FACTS = json.loads(Path(__file__).with_name("facts.json").read_bytes())

ARTICLE_URL = "sources/{slug}.html"
ARTICLE_SAVE_AS = "sources/{slug}.html"
TAG_URL = "tags/{slug}.html"
TAG_SAVE_AS = "tags/{slug}.html"
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags"]
INDEX_SAVE_AS = "sources/index.html"
TAGS_SAVE_AS = "tags/index.html"
DEFAULT_PAGINATION = 100
PAGINATED_TEMPLATES = {"index": None}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
