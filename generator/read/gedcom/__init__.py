"""Genealogical records (GEDCOM 5.5, 5.5.1 and 7): lines, dates, people and what is said of them."""
