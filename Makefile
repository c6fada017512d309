# Grenverk's commands. `make` alone lists them. Everything is installed in .venv and nothing outside it;
# a step that is done already (packages, migrations, demo content) is not done again.

PYTHON ?= python3
# Two test processes on a small machine, at most four on a large one: each one migrates a database of its own.
WORKERS ?= auto
# Where `make test-services` finds PostgreSQL and Redis. Tests create and drop a database of their own there.
TEST_DATABASE_URL ?= postgres://postgres@127.0.0.1:5432/test
TEST_CACHE_URL ?= redis://127.0.0.1:6379/5

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
# A stamp is named after what it stands for: other requirements have another stamp, whatever the files' dates say.
RUNTIME := .venv/.runtime-$(shell cat requirements.txt | cksum | tr ' ' -)
DEVELOPMENT := .venv/.development-$(shell cat requirements.txt requirements-dev.txt | cksum | tr ' ' -)
# Empty while .venv is missing, half made, or made for a Python that is gone.
USABLE := $(shell $(BIN)/python -c 'import pip' 2>/dev/null && echo yes)
# The Python that checks the machine: .venv's own once there is one.
CHECKER := $(if $(USABLE),$(BIN)/python,$(PYTHON))
PREFLIGHT := $(CHECKER) tools/preflight.py
INSTALL := $(BIN)/python -m pip install --disable-pip-version-check -qq --requirement

PYTEST := $(BIN)/python -m pytest
# One file's tests stay in one process, so what they share is set up once; the summary names each skip's reason.
PARALLEL := -n $(WORKERS) --maxprocesses 4 --dist loadfile -rfEsR
# Tests run on what they say they run on, whatever a developer's .env holds.
WITHOUT_SERVICES := DATABASE_URL=sqlite://:memory: CACHE_URL=
WITH_SERVICES := DATABASE_URL=$(TEST_DATABASE_URL) CACHE_URL=$(TEST_CACHE_URL)

# What an operator must set at least (.env.example), with values for this check only.
PRODUCTION := DJANGO_SETTINGS_MODULE=cms.settings.production HTTPS=true PUBLIC_URL=https://cms.example.org \
	ALLOWED_HOSTS=cms.example.org SECRET_KEY=only-for-the-check-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghij

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test test-browser test-services test-long check bench bench-scale chaos format schema pictures words requirements venv dev clean preflight FORCE

help: ## List these commands (the default)
	@echo "Grenverk. Commands:"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo "Needs Python 3.11 or newer, make and git; another Python than python3: make PYTHON=python3.12 demo"

# --- The two commands -------------------------------------------------------------------------

demo: preflight-demo $(RUNTIME) ## Start CMS, API, worker and front ends with demo content (ports 8000 to 8011)
	@$(BIN)/python -m tools.demo

test: $(DEVELOPMENT) ## Run all tests on SQLite, without services; the browser tests too where there is a Chromium
	@echo "Running the tests on SQLite ..."
	@$(WITHOUT_SERVICES) $(PYTEST) $(PARALLEL) $(ARGS)

# --- More tests and checks --------------------------------------------------------------------

test-browser: $(DEVELOPMENT) ## Run the browser tests only, and fail where there is no Chromium
	@echo "Running the browser tests ..."
	@$(WITHOUT_SERVICES) GRENVERK_REQUIRE_BROWSER=1 $(PYTEST) -m browser -rfEsR $(ARGS)

# Without the browser tests: they try the same code through another door, and `make test` has run them.
test-services: preflight-services $(DEVELOPMENT) ## Run the tests on PostgreSQL and Redis (TEST_DATABASE_URL, TEST_CACHE_URL)
	@echo "Running the tests on PostgreSQL and Redis ..."
	@$(WITH_SERVICES) $(PYTEST) $(PARALLEL) -m "not browser" $(ARGS)

# Hours, not minutes, and new stories each time: `make test` tells the same thirty again and again.
test-long: preflight-services $(DEVELOPMENT) ## Tell 500 stories of the law on both databases (hours; ARGS="--law-runs 50" for fewer)
	@echo "The law on SQLite ..."
	@$(WITHOUT_SERVICES) $(PYTEST) $(PARALLEL) tests/pipeline/test_law.py --law-new --law-runs 500 $(ARGS)
	@echo "The law on PostgreSQL ..."
	@$(WITH_SERVICES) $(PYTEST) $(PARALLEL) tests/pipeline/test_law.py --law-new --law-runs 500 $(ARGS)

check: $(DEVELOPMENT) ## Check style, import layers, types, migrations, settings and the published schema
	@echo "ruff: lint";               $(BIN)/ruff check --quiet .
	@echo "ruff: format";             $(BIN)/ruff format --quiet --check . || { echo "Run 'make format'."; exit 1; }
	@echo "import layers";            $(BIN)/lint-imports --no-logo >.venv/layers.txt 2>&1 || { cat .venv/layers.txt; exit 1; }
	@echo "types (mypy)";             $(BIN)/mypy --no-error-summary --exclude '/migrations/' cms/pipeline cms/sites
	@echo "migrations are complete";  $(WITHOUT_SERVICES) $(MANAGE) makemigrations --check --dry-run -v 1 >.venv/migrations.txt || { cat .venv/migrations.txt; exit 1; }
	@echo "settings for production";  $(WITHOUT_SERVICES) $(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING >.venv/settings.txt
	@echo "docs/openapi.yaml";        $(MAKE) --no-print-directory schema-is-fresh
	@echo "All checks passed."

.PHONY: schema-is-fresh
schema-is-fresh:
	@$(WITHOUT_SERVICES) $(MANAGE) spectacular --urlconf api.urls --validate --fail-on-warn --file .venv/openapi.yaml && \
	{ diff -u docs/openapi.yaml .venv/openapi.yaml || { echo "docs/openapi.yaml is stale: run 'make schema'."; exit 1; }; }

BENCH := $(WITHOUT_SERVICES) TEST_DATABASE_URL=$(TEST_DATABASE_URL) TEST_CACHE_URL=$(TEST_CACHE_URL) $(BIN)/python -W ignore -m tests.bench
bench: $(DEVELOPMENT) ## Measure delivery and publishing beside stock Wagtail, and pictures (some: ARGS=delivery, publishing, upload)
	@$(BENCH) $(ARGS)

bench-scale: $(DEVELOPMENT) ## Measure reading among 100,000 and 1,000,000 publications on PostgreSQL (needs 12 GB; see docs/benchmark.md)
	@$(BENCH) scale $(ARGS)

chaos: $(DEVELOPMENT) ## Kill, restart and break things while editors publish (ARGS="kill --seed 7"; see docs/chaos.md)
	@TEST_DATABASE_URL=$(TEST_DATABASE_URL) TEST_CACHE_URL=$(TEST_CACHE_URL) $(BIN)/python -W ignore -m tests.chaos $(or $(ARGS),--help)

format: $(DEVELOPMENT) ## Let ruff mend style and format
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format .

# --- Files that are made ----------------------------------------------------------------------

schema: $(DEVELOPMENT) ## Write the API's schema to docs/openapi.yaml
	@$(WITHOUT_SERVICES) $(MANAGE) spectacular --urlconf api.urls --validate --fail-on-warn --file docs/openapi.yaml
	@echo "Wrote docs/openapi.yaml."

pictures: $(DEVELOPMENT) ## Take the pictures of the editors' guide and the README anew (some: ARGS="parts readme")
	@$(BIN)/python -m tests.browser.guide $(ARGS)

words: $(DEVELOPMENT) ## Compile the Swedish catalogue (cms/locale), and list what nobody has translated
	@$(BIN)/python -m tools.catalogue compile
	@$(BIN)/python -m tools.catalogue missing

# Without addresses of package indexes and without local paths, so that the lists hold on every machine.
COMPILE := CUSTOM_COMPILE_COMMAND="make requirements" $(BIN)/pip-compile --quiet --strip-extras --annotation-style line \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options
requirements: $(DEVELOPMENT) ## Pin requirements*.txt anew from requirements*.in (newest versions: ARGS=--upgrade)
	@$(COMPILE) $(ARGS) --output-file requirements.txt requirements.in
	@$(COMPILE) $(ARGS) --output-file requirements-dev.txt requirements-dev.in
	@{ echo "-r requirements.txt"; grep -v '^-r ' requirements-dev.txt; } >.venv/requirements-dev.txt
	@cp .venv/requirements-dev.txt requirements-dev.txt
	@echo "Pinned requirements.txt and requirements-dev.txt; 'make venv dev' installs them."

clean: ## Delete caches and test results (keeps .venv and var, where the content is)
	@find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache test-results

# --- The virtual environment ------------------------------------------------------------------

venv: $(RUNTIME) ## Make .venv with what the CMS needs to run
dev: $(DEVELOPMENT) ## Add to .venv what tests and checks need

$(RUNTIME): $(if $(USABLE),,FORCE) | preflight
	@[ -n "$(USABLE)" ] || { echo "Making a virtual environment in .venv ..."; $(PYTHON) -m venv --clear .venv; }
	@echo "Installing $$(grep -c == requirements.txt) packages (a minute or two the first time) ..."
	@$(INSTALL) requirements.txt
	@rm -f .venv/.runtime-* && touch $@

$(DEVELOPMENT): $(RUNTIME)
	@echo "Installing the tools for tests and checks ..."
	@$(INSTALL) requirements-dev.txt
	@rm -f .venv/.development-* && touch $@

# Each says in one line what this machine lacks, before anything is started.
.PHONY: preflight-demo preflight-services
preflight:
	@command -v $(CHECKER) >/dev/null || { echo "Python 3.11 or newer is missing (there is no $(CHECKER) command)."; exit 1; }
	@$(PREFLIGHT)
preflight-demo: preflight
	@$(PREFLIGHT) --ports 8000-8011
preflight-services:
	@$(PREFLIGHT) --services $(TEST_DATABASE_URL) $(TEST_CACHE_URL)
