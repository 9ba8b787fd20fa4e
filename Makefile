# Every target works on a machine that has only Python 3.11 or newer, pip and make: the environment is made on first use.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test quality figures speed lock clean

demo: .venv/ready
	@rm -rf demo/out && mkdir -p demo/out
	@echo "Reading the demo's reports. The first time, an index of the world's places is built: about ten seconds."
	$(BIN)/ceasewatch read demo/reports --store demo/out/demo.db --ceasefire karabakh-2020
	$(BIN)/ceasewatch incidents --store demo/out/demo.db
	$(BIN)/ceasewatch show "$$($(BIN)/python demo/main_incident.py demo/out/demo.db)" --store demo/out/demo.db --html demo/out/case.html
	@echo "The case file as a page: demo/out/case.html"

test: .venv/ready
	$(BIN)/ruff format --check src tests quality demo
	$(BIN)/ruff check src tests quality demo
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

# Every measure but speed, against quality/floors.json. CEASEWATCH_DATA names the folder with the texts; what is not there is skipped.
MEASURES := muc4:dev muc4:test polnear:dev polnear:test timeml geoparse fakes gva gvc case2021 seed swap

quality: .venv/ready
	$(BIN)/python -m quality $(MEASURES) --floors

figures: .venv/ready
	$(BIN)/python -m quality $(MEASURES) --write

# Minutes, and no two machines give the same: nothing is held to it.
speed: .venv/ready
	$(BIN)/python -m quality speed:full --write

lock: .venv/ready
	$(BIN)/uv pip compile --quiet pyproject.toml --extra dev --universal --generate-hashes --no-header --python-version 3.11 -o requirements.lock

clean:
	rm -rf .venv demo/out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch .venv/ready
