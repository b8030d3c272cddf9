"""The editors' desk: what `sourcebook serve` offers for correcting what was derived.

An action of an editor is one line of a table in the project's curation folder, whether it is
clicked or typed. `actions` says what an action is, `tables` writes lines and takes them out again,
`effects` says what an action will do, `about` what the desk shows of a thing, `queue` what needs a
decision, `double_check` asks a second editor, `comparison` finds the differences, `desk`
answers the questions of the pages, and `server` lets only their editor ask them.
"""
