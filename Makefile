# Two commands do everything: `make book` and `make test`. `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
NODE_TOOLS := src/painlab/frontend/node_modules/.installed
# The same input always gives the same bytes.
export PYTHONHASHSEED := 0
export SOURCE_DATE_EPOCH ?= 1767225600
# Where Python may not keep what it compiled, each of its many starts takes seconds longer.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help book pdf epub export slides serve test ready coverage mutation api lab notebooks solutions check lint frontend lock audit clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

book: $(INSTALLED) ## Build the HTML book
	@echo "Building the book: about a minute the first time."
	@$(BIN)/jupyter-book build . -n -W --keep-going --quiet
	@echo "The book is ready: $(CURDIR)/_build/html/index.html"

pdf: book .venv/.browser ## Print the whole book as one PDF
	@echo "Printing the book twice, the second time with page numbers: a few minutes."
	@$(BIN)/painlab pdf

epub: book ## Write the whole book as an EPUB
	@$(BIN)/painlab epub

export: book ## Write the quizzes for Moodle, QTI, GIFT, Anki, CSV and JSON, and the book as SCORM
	@$(BIN)/painlab export

slides: $(INSTALLED) ## Write the slides of each module, to teach with
	@$(BIN)/painlab slides

serve: book ## Build the book and serve it on this machine, gzip on
	@$(BIN)/python -m painlab.book.serve _build/html

# In the order of their names the slow browser tests start first, so both cores finish together.
test: ## Run every test
	@$(MAKE) --no-print-directory -j 2 ready
	@echo "Running all tests: unit, content, notebooks, site, JupyterLab."
	@$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder --nbval tests notebooks

coverage: ## Run every test and say which lines of painlab they reach
	@$(MAKE) --no-print-directory -j 2 ready
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -n 2 --dist loadfile --no-loadscope-reorder --nbval tests notebooks
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

mutation: $(INSTALLED) ## Change statistics, evidence and quizzes on purpose: do their tests notice?
	@rm -rf mutants
	@$(BIN)/mutmut run $(MUTANTS)
	@$(BIN)/mutmut results

api: $(INSTALLED) ## Build the reference of the Python package
	@$(BIN)/sphinx-build -n -W --keep-going -q -d _build/api-doctrees docs/api _build/api
	@echo "The reference is ready: $(CURDIR)/_build/api/index.html"

# What the tests need; two of these at a time.
ready: book lint $(NODE_TOOLS) .venv/.browser

lint: $(INSTALLED)
	@echo "Checking style, types and content."
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/painlab check

check: $(INSTALLED) ## Check content: numbers, evidence, quizzes, reading level
	@$(BIN)/painlab check

# The settings show the list of labs as a page, with links, and ask nothing of other sites.
lab: $(INSTALLED) ## Open JupyterLab with the list of labs
	@$(BIN)/python -m painlab.lab_list
	@$(BIN)/jupyter lab notebooks --LabApp.default_url=/lab/tree/README.md \
	  --LabApp.app_settings_dir="$(CURDIR)/tools/jupyterlab"

notebooks: $(INSTALLED) ## Run every lab again and store its outputs
	@$(BIN)/python -m painlab.notebooks

solutions: $(INSTALLED) ## Write copies of the labs with their solutions, for those who teach
	@$(BIN)/python -m painlab.notebooks --solutions

frontend: $(NODE_TOOLS) ## Bundle the JavaScript anew, after a change in src/painlab/frontend/src
	@cd src/painlab/frontend && PATH="$(CURDIR)/$(BIN):$$PATH" npm run --silent build

lock: $(INSTALLED) ## Pin every dependency anew from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --constraint tools/constraints.txt --all-extras --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-emit-index-url --quiet --custom-compile-command "make lock" -o requirements.txt

audit: $(INSTALLED) ## Look for known weaknesses in the pinned dependencies (needs a network)
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh tools/audit.sh

clean: ## Remove everything that was built (the installed tools stay)
	rm -rf _build

$(INSTALLED): requirements.txt tools/uv-requirements.txt pyproject.toml tools/install-python.sh
	@PYTHON="$(PYTHON)" sh tools/install-python.sh
	@touch $@

.venv/.browser: $(INSTALLED) tools/install-browser.sh
	@sh tools/install-browser.sh
	@touch $@

$(NODE_TOOLS): $(INSTALLED) src/painlab/frontend/package-lock.json
	@echo "Installing the JavaScript tools for the tests."
	@cd src/painlab/frontend && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent --no-audit --no-fund
	@touch $@
