"""From dated sentences to events."""
