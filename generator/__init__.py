"""Sourcebook turns a folder of source documents into a research website.

The build is one line, told in `generator.engine.build`:

    load → read → analyse → derive → render → write

Each stage is a module or a small folder of that name. Stages pass the frozen data types of
`generator.model` to one another and never import each other.
"""

__version__ = "0.1.0"
