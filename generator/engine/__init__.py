"""The build, and everything that saves it from doing work twice.

`build` is the line of stages. `extraction` reads and analyses each source once, with `executors`
for the work and `analysis_cache` for the results; `fingerprint` says what results depend on,
`state` what the last build left, and `cache` keeps them. `memory`, `progress` and `report` are what
their names say.
"""
