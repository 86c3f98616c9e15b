# Needs only Python 3.11 or newer and make. `make demo` runs the main job, `make test` the tests.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test bench lint samples docs clean

# The main job on the sample workspace: audit, the kecamatan's request, the city's letters, and both as documents.
# Findings make the audit exit 1; that is its job and does not fail the demo.
demo: $(VENV)/demo.stamp
	@$(PYTHON) -c "import shutil; shutil.rmtree('$(VENV)/demo', True); shutil.copytree('data/samples', '$(VENV)/demo', ignore=shutil.ignore_patterns('.logistik'))"
	cd $(VENV)/demo && { ../bin/logistik audit gudang.xlsx || test $$? -eq 1; }
	cd $(VENV)/demo && ../bin/logistik request --kecamatan balikpapan-kota
	cd $(VENV)/demo && ../bin/logistik request
	cd $(VENV)/demo && ../bin/logistik request -q -o surat.docx -o surat.pdf -o surat.xlsx && ls surat-*
	cd $(VENV)/demo && ../bin/logistik verify

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n auto

bench: $(VENV)/dev.stamp
	$(BIN)/python bench/run.py

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Writes the sample workbooks and the package's letter template anew; tests hold them current.
samples: $(VENV)/dev.stamp
	$(BIN)/python data/samples/generate.py
	$(BIN)/python tools/letter_template.py

# Writes the catalogue of codes and the variables of a template anew; tests hold them current.
docs: $(VENV)/demo.stamp
	$(BIN)/logistik rule --all --format markdown -o docs/rules.md
	$(BIN)/logistik template variables -o docs/templat.md

clean:
	rm -rf $(VENV) .logistik data/samples/.logistik

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo.stamp: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ $(VENV)/demo.stamp
