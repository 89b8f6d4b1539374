# Every path here is relative and every script runs as `python -m`, so that a project path with a space works.

PYTHON ?= python3
ARGS ?=

INSTALLED = .venv/.installed
VENV = .venv/bin/python
MEASURES = bench/node_modules/.package-lock.json
# The deployment checks and mypy read these; they open no connection and sign nothing.
PRODUCTION = DJANGO_SETTINGS_MODULE=sesec_portal.settings.production ALLOWED_HOSTS=sesec.example.org \
	SITE_URL=https://sesec.example.org DATABASE_URL=postgresql://sesec@localhost/sesec \
	SECRET_KEY=a-key-for-the-deployment-checks-alone-0123456789-ABCDEF
DEV = exec $(VENV) -m sesec_portal.devserver
COMPILE = $(VENV) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --excludes requirements-excluded.txt --custom-compile-command "make lock"

.PHONY: help run test seams freshness fuzz browser-walk bench manage lint audit lock messages validate lighthouse observatory \
	screenshots restore-drill sbom
.DEFAULT_GOAL := help

help: ## Show this list
	@awk -F ':.*## ' '/^##@ / { print "\n" substr($$0, 5) } /^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

##@ Run

run: $(INSTALLED) ## Serve the portal on http://127.0.0.1:8000 (another port: PORT=8001 make run)
	@$(DEV) run

manage: $(INSTALLED) ## Run a Django command (make manage ARGS="createsuperuser")
	@$(DEV) manage $(ARGS)

##@ Test

test: $(INSTALLED) ## Run the tests (some of them: make test ARGS="tests/phases -x")
	@$(DEV) test $(ARGS)

seams: $(INSTALLED) ## Kill processes in the middle of what they change, twenty times each, and look whether everything agrees
	@SEAMS=$${SEAMS:-20} $(DEV) test tests/seams -n 0 --show-capture=no

freshness: $(INSTALLED) ## Change the content 2,000 times at random, and look for a page that readers get too late (another walk: FRESHNESS_SEED=7)
	@FRESHNESS_STEPS=$${FRESHNESS_STEPS:-2000} $(DEV) test tests/pagecache/test_freshness.py -n 0 --show-capture=no

fuzz: $(INSTALLED) ## Ask the portal for 2,000 addresses that nobody means (more: FUZZ_EXAMPLES=10000 make fuzz)
	@FUZZ_EXAMPLES=$${FUZZ_EXAMPLES:-2000} $(DEV) test tests/security/test_nonsense.py -n 0

browser-walk: $(INSTALLED) ## Let axe look at every place on every screen, in both themes
	@EVERY_SCREEN=yes $(DEV) test tests/browser/test_barriers.py

restore-drill: $(INSTALLED) ## Back a portal up, wipe it out, restore it and compare every row and file
	@exec $(VENV) -m bench.drill

##@ Check

lint: $(INSTALLED) ## Check code, types, templates, migrations and translations
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m djlint templates --lint --quiet
	@$(PRODUCTION) $(VENV) -m mypy
	@$(DEV) manage makemigrations --check --dry-run
	@$(VENV) .ci/migrations
	$(PRODUCTION) $(VENV) manage.py check --deploy --fail-level WARNING

audit: $(INSTALLED) ## Ask whether a pinned dependency has a known fault
	@$(VENV) .ci/audit

sbom: $(INSTALLED) ## List what the portal runs on, with licences, in var/sbom.json (CycloneDX), and compare it with what is installed
	@$(VENV) .ci/sbom

##@ Measure

bench: $(INSTALLED) ## Measure how fast the portal is, in ratios, for ten minutes (some parts: make bench ARGS="cached fresh")
	@exec $(VENV) -m bench $(ARGS)

validate: $(INSTALLED) $(MEASURES) ## Check every page with the Nu HTML Checker (needs Java and npm)
	@$(VENV) -m bench.validate

lighthouse: $(INSTALLED) $(MEASURES) ## Measure every kind of page with Lighthouse (needs Node; one form: FORM=mobile make lighthouse)
	@$(VENV) -m bench.lighthouse

observatory: $(INSTALLED) $(MEASURES) ## Grade every kind of page with MDN's HTTP Observatory (needs Node, and root for the ports of the web)
	@$(VENV) -m bench.observatory

screenshots: $(INSTALLED) ## Take pictures of every kind of page into var/screenshots (of a running portal: URL=http://127.0.0.1:8000)
	@$(VENV) -m bench.screenshots

##@ Maintain

lock: $(INSTALLED) ## Pin the newest versions that requirements*.in allow
	$(COMPILE) --output-file requirements.txt requirements.in
	$(COMPILE) --output-file requirements-dev.txt --constraint requirements.txt requirements-dev.in

messages: $(INSTALLED) ## Collect the strings to translate (needs gettext) and compile the catalogues
	$(VENV) -m sesec_portal.devserver manage makemessages --locale zh_Hans --no-location --ignore ".venv*" --ignore "var*" --ignore "tests*"
	$(VENV) -m sesec_portal.devserver manage compile_catalogues

$(MEASURES): bench/package-lock.json
	@npm ci --prefix bench --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

$(INSTALLED): requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "The portal needs Python 3.11 or newer as $(PYTHON). Name another one, for example: PYTHON=python3.13 make run" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "This Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Installing the pinned requirements into .venv; this takes a minute or two ..."
	@$(PYTHON) -m venv .venv
	@$(VENV) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements-dev.txt
	@touch $@
