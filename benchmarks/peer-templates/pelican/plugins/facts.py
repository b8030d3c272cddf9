"""Renders the pages of entities and periods, and the lists of them, from the facts."""

from typing import Any

from pelican import signals
from pelican.generators import Generator


class Facts(Generator):
    """Nothing to read: the facts are in the settings."""

    def generate_output(self, writer: Any) -> None:
        """Write each page with the template of its kind."""
        facts = self.settings["FACTS"]
        for page in facts["pages"]:
            template = self.get_template(page["kind"])
            writer.write_file(f"{page['path']}.html", template, self.context, page=page)


def register() -> None:
    """Register the generator with Pelican."""
    signals.get_generators.connect(lambda _: Facts, weak=False)
