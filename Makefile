# Two commands on a fresh machine: make demo, make test.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed

.PHONY: demo test bench docs fuzz clean

demo: $(STAMP)
	$(BIN)/netgraph demo demo

test: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m docs.reference --check
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term:skip-covered

bench: $(STAMP)
	$(BIN)/python -m pytest tests/benchmarks --benchmark-only --benchmark-quiet -q -s

docs: $(STAMP)
	$(BIN)/python -m docs.reference

fuzz: $(STAMP)
	$(BIN)/python -m pytest tests/fuzz -q --fuzz

$(STAMP): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,semantic]'
	$(BIN)/python -m compileall -q $$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))') || true
	touch $(STAMP)

clean:
	rm -rf .venv demo build dist *.egg-info
