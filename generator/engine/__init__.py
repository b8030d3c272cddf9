"""Everything about doing nothing twice: the build, its cache and state, and ways to run work."""
