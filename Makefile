# Two commands do everything on a fresh machine with Python 3.11+, git and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint check bench soak pictures clean

# --no-build-isolation is not used: pip fetches setuptools itself.
$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@$(BIN)/python -m compileall -q bot handlers knowledge scheduler storage # or the first start does it
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: $(VENV)/.installed
	@$(BIN)/dondoc chat --demo

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n 2 --dist worksteal

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks

# The trials of docs/reliability.md, long; some of them: make soak TRIALS="R1 R7 --short"
soak: $(VENV)/.installed-dev
	$(BIN)/python -m tests.soak $(TRIALS)

# The conversations of the office's guide, drawn from what the bot says.
pictures: $(VENV)/.installed-dev
	$(BIN)/python -m tests.support.chat_pictures

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache
