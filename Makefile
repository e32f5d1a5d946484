# Two commands on a fresh machine: make demo, make test.
BIN := .venv/bin
INPUTS ?= 20000
SEED ?= 1
SAMPLE ?= 300

# Python writes down what it has compiled, and only of what is used: the second start is quick.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test test-long bench docs fuzz mutants packages clean

demo: .venv/running
	@$(BIN)/netgraph demo demo

test: .venv/testing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@sh .ci/setup scripts
	$(BIN)/python -m pytest -n auto --maxprocesses 6

test-long: .venv/testing
	$(BIN)/python -m pytest -n auto --maxprocesses 6 -m "long or not long" --many --cov --cov-report=term:skip-covered

bench: .venv/testing
	$(BIN)/python -m pytest tests/benchmarks --benchmark-only --benchmark-quiet -q -s
	$(BIN)/python -m tests.benchmarks.commands
	$(BIN)/python -m tests.benchmarks.demo_commands

docs: .venv/testing
	$(BIN)/python -m docs.reference
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --quiet docs build/docs
	@echo "Open build/docs/index.html in a browser."

fuzz: .venv/testing
	FUZZ_INPUTS=$(INPUTS) FUZZ_SEED=$(SEED) $(BIN)/python -m pytest tests/fuzz -q --fuzz -m "long or not long"

mutants: .venv/testing
	$(BIN)/python -c "import mutmut" 2>/dev/null || sh .ci/setup mutants
	$(BIN)/python -m tests.mutants --sample $(SAMPLE)

packages: .venv/testing
	$(BIN)/python -m tests.packages

.venv/running: pyproject.toml .ci/setup
	@sh .ci/setup running

.venv/testing: pyproject.toml .ci/setup
	@sh .ci/setup testing

clean:
	rm -rf .venv demo build dist *.egg-info
