"""The search index and what the search page needs."""
