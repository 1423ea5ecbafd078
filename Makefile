# Two commands: `make run` opens Glassnet, `make test` proves it. Both set everything up first; `make help` lists the rest.
# PYTHON=… names a Python, PORT=8123 a port, ROOM=widgets a room, ARGS="--no-browser" goes to the program or to pytest.

.DEFAULT_GOAL := help
.PHONY: help run test test-all test-pythons check check-sources format build screenshot generate terms lesson bench campaign lock
# As tools/programs.py has it.
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
# With REQUIRE=browser,reference their tests may not be skipped; `reference` also installs PyTorch.
SET := $(if $(findstring reference,$(REQUIRE)),reference,test)
export REQUIRE
TESTS = $(BIN)/pytest -rs -n 2 --dist worksteal $$($(BIN)/python tools/room.py $(ROOM))
# Tests run two at a time, each with one thread for its matrices: more would be in each other's way.
test test-all: export OMP_NUM_THREADS := 1

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## set up and open Glassnet in the browser
	@sh tools/setup.sh app
	@exec $(BIN)/glassnet serve $(if $(PORT),--port $(PORT)) $(ARGS)

test: ## set up and run every test but the slow ones; with ROOM=widgets, those of one room
	@sh tools/setup.sh $(SET)
	@$(BIN)/python tools/room.py $(ROOM) >/dev/null
	@$(BIN)/python tools/find_browser.py --install
	@$(TESTS) -m "not slow" $(ARGS)

test-all: ## every test; GLASSNET_DATA names a folder with MNIST's IDX files
	@sh tools/setup.sh $(SET)
	@$(BIN)/python tools/room.py $(ROOM) >/dev/null
	@$(BIN)/python tools/find_browser.py --install
	@$(TESTS) $(ARGS)

check: check-sources ## check-sources, and the tests that need no browser
	@$(BIN)/python tools/fast_tests.py $(ARGS)

test-pythons: ## the tests of `check` on every Python from 3.11 to 3.14 that is installed here
	@sh tools/setup.sh test
	@$(BIN)/python tools/pythons.py -- $(ARGS)

check-sources: ## format, lint and types
	@sh tools/setup.sh $(SET)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: ## put the Python sources into shape
	@sh tools/setup.sh test
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

build: ## rebuild the front end into src/glassnet/widgets/static (needs Node 20 or newer)
	@command -v npm >/dev/null || { echo "build: the front end needs Node 20 or newer, with npm" >&2; exit 1; }
	cd frontend && npm ci --no-audit --no-fund && npm run check && npm run build

screenshot: ## take README's picture of the Lab anew
	@sh tools/setup.sh test
	@$(BIN)/python tools/screenshot.py

generate: ## write what follows: registries' imports, what gn offers, docs/reference, numbers in README, the page's types, the palette
	@sh tools/setup.sh test
	$(BIN)/python tools/generate.py

terms: ## link the terms of the glossary where lessons first use them
	@$(BIN)/python tools/terms.py

lesson: ## lay out an empty lesson: make lesson NUMBER=10 TITLE="…"
	@sh tools/setup.sh test
	@$(BIN)/python tools/lesson.py "$(NUMBER)" "$(TITLE)"

bench: ## compare speed with PyTorch, Keras, scikit-learn and more; writes benchmarks/results.md
	@sh tools/setup.sh reference
	$(BIN)/python benchmarks $(ARGS)

campaign: ## kills, damage and junk by the thousand, an hour of play, a full room; writes benchmarks/campaign.md
	@sh tools/setup.sh test
	@OMP_NUM_THREADS=1 $(BIN)/python -m tests.campaign --out benchmarks/campaign.md $(ARGS)

lock: ## pin the newest versions that pyproject.toml allows
	@sh tools/setup.sh test
	$(BIN)/python tools/lock.py
