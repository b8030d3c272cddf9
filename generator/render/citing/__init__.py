"""How sources are cited: what is cited (`works`), in which styles, and in which formats.

A citation is made once, when the site is built, with gaps for what a reader may choose: a sentence,
its page, its address. The script of the page fills the gaps and formats nothing.
"""
