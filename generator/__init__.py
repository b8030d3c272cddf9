"""Sourcebook turns a folder of source documents into a research website.

`generator.engine.build` runs the stages in one line:

    load → read → analyse → derive → render → write

Each stage is a module or a small folder of that name. Stages pass each other the
frozen data types of `generator.model` and never import each other.
"""

__version__ = "0.1.0"
