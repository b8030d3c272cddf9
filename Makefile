# Each target creates .venv and installs what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site serve test lint bench mutants hostile browser clean

site: $(VENV)/.site
	$(BIN)/sourcebook build

serve: $(VENV)/.site
	$(BIN)/sourcebook serve

# TESTERS: how many processes share the tests; 0 for none
TESTERS ?= auto
test: $(VENV)/.dev browser
	$(BIN)/python -m pytest -n $(TESTERS) --dist worksteal

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.dev browser
	$(BIN)/python benchmarks/build.py
	$(BIN)/python benchmarks/timex.py
	$(BIN)/python benchmarks/timeline.py
	$(BIN)/python benchmarks/names.py
	$(BIN)/python benchmarks/aliases.py
	$(BIN)/python benchmarks/search.py

# N: how many of the small faults are tried; 0 for all of them
N ?= 200
mutants: $(VENV)/.dev
	$(BIN)/python benchmarks/mutants.py -n $(N)

# Hostile inputs in their long forms, and how the work for them grows.
hostile: $(VENV)/.dev
	$(BIN)/python -m pytest tests/hostile
	$(BIN)/python benchmarks/hostile.py

# The browser tests use an installed Chromium, or install Debian's.
browser:
	@.ci/browser

clean:
	rm -rf $(VENV) site .site.sourcebook-* .sourcebook dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ $(VENV)/.site
