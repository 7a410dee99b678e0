# make site   the pages, the site and the offline bundle from the articles in seeds/
# make test   all tests, in Chromium too
# make check  style, types, import rules
# make audit  the built book with other people's tools: access, HTML, Lighthouse, weight, FollowTheMoney; tells what it could not run
# make bench  speed, as ratios
# make lock   renew requirements.lock from pyproject.toml

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
JOBS ?= 2

.PHONY: site test check audit bench lock format browser clean help
.DELETE_ON_ERROR:

help:
	@sed -n 's/^# make/make/p' Makefile

# The environment: exactly what the lock names, verified by hash; then this project itself.  It stands until the lock or
# the project file changes.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "error: Python 3.11 or newer is needed: make PYTHON=python3.12 ..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "error: Python's venv module is missing (on Debian: apt-get install python3-venv)" >&2; exit 1; }
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

site: $(READY)
	$(BIN)/briefbook build

test: $(READY) browser
	$(BIN)/briefbook generate --check
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal

check: $(READY)
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check generator tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

audit: $(READY) browser
	$(BIN)/python -m tests.audit

bench: $(READY)
	$(BIN)/python -m tests.bench

browser: $(READY)
	@$(BIN)/python -m tests.browser.chromium

format: $(READY)
	$(BIN)/ruff check --fix generator tests
	$(BIN)/ruff format generator tests

lock:
	env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL $(BIN)/pip-compile --quiet --all-extras --all-build-deps --allow-unsafe \
		--generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
		--output-file requirements.lock pyproject.toml

clean:
	rm -rf site dist .cache
