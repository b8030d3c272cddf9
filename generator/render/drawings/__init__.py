"""Drawings as finished numbers: bars, maps, graphs."""
