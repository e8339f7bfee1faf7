# All a newcomer needs: python3 (3.11 or newer), make and git. `.ci/bootstrap` does the rest once:
# what Qt needs from the system, a virtual environment in .venv, the pinned packages.
# PYTHON=... on make's command line chooses the interpreter that .venv is made with.
PY := .venv/bin/python
BOOTSTRAP := sh .ci/bootstrap
# The tests, over all cores; whichever is done first takes over from the other.
SPREAD := --numprocesses=auto --dist=worksteal

.DEFAULT_GOAL := help
.PHONY: help run test check bench soak pictures pins clean setup-run setup-test

help: ## say what there is
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "  %-15s %s\n", $$1, $$2 }'

setup-run:
	@$(BOOTSTRAP) run

setup-test:
	@$(BOOTSTRAP) test

run: setup-run ## run a sample day, beginning at the next full minute
	@.venv/bin/runofshow schedules/pionniers.json --now

# Real windows on a machine that is busy elsewhere may miss a key: what failed is tried once more,
# alone and aloud. A fault fails again. (PYTHONDONTWRITEBYTECODE: programs that tests start are
# compiled once.)
test: export PYTHONDONTWRITEBYTECODE =
test: setup-test ## run the tests
	@$(PY) -m pytest $(SPREAD) || { code=$$?; [ $$code -eq 1 ] || exit $$code; \
	    echo "=== Tests failed. They are tried once more, alone: a fault of the program fails again."; \
	    $(PY) -m pytest --last-failed --maxfail=5; }

check: setup-test ## all the gates: format, lint, types, imports, tests with branch coverage
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	@.venv/bin/lint-imports
	$(PY) -m pytest $(SPREAD) --cov --cov-report=term

bench: setup-test ## print the figures: flips, first paint, processor, memory
	@$(PY) -m tests.bench

soak: setup-test ## try the faults at length (SEED=… again, MINUTES=… for so long)
	@$(PY) -m tests.faults $(if $(SEED),--seed $(SEED)) $(if $(MINUTES),--minutes $(MINUTES))
	@$(PY) -m tests.simulation.planted
	@$(PY) -m tests.soak $(if $(SEED),--seed $(SEED))

pictures: setup-test ## take pictures of every window (build/pictures), and those of the README
	@$(PY) -m tests.pictures
	@$(PY) -m tests.readme_pictures
	@$(PY) -m tests.desktop_icons

pins: setup-test ## write .pins/ anew from what is installed in .venv
	@$(PY) .ci/pins.py

clean: ## remove what was made, but for .venv
	rm -rf build dist htmlcov .coverage .coverage.* .hypothesis \
	    .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find runofshow tests -name __pycache__ -type d -prune -exec rm -rf {} +
