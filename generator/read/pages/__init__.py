"""What `generator.read.readers.page` finds in a saved web page, thing by thing.

`marks` says what is known of a page's elements by their names and classes, `linked_data` what its
JSON-LD says of the article; `dates`, `people`, `titles` and `text` rest on both.
"""
