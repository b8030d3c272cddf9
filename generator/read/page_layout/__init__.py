"""From the characters of pages to a text: what a reader of paged files (PDF) has in common."""
