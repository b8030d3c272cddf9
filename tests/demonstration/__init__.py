"""The demonstration's sources that are made by code: `seeds/` holds what comes out of it."""
